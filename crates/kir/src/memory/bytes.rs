//! Bytes of private memory, each with the bits of it that are undefined and the events that it comes from.
//!
//! Most memory is defined and comes from no event, so these shadows exist only where they are needed.

use crate::ir::types::Endian;
use crate::machine::taint::{Taint, Taints};
use crate::machine::value::Int;

/// A stretch of memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bytes {
    data: Vec<u8>,
    shadow: Option<Box<Shadow>>,
}

#[derive(Clone, Debug)]
struct Shadow {
    undefined: Vec<u8>,
    taint: Vec<Taint>,
}

/// One byte on its way from one place to another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Byte {
    pub(crate) data: u8,
    pub(crate) undefined: u8,
    pub(crate) taint: Taint,
}

impl Bytes {
    pub(crate) fn new(data: Vec<u8>) -> Bytes {
        Bytes { data, shadow: None }
    }

    pub(crate) fn len(&self) -> usize {
        self.data.len()
    }

    pub(crate) fn data(&self) -> &[u8] {
        &self.data
    }

    /// Cuts off everything from `at` on and returns it.
    pub(crate) fn split_off(&mut self, at: usize) -> Bytes {
        let shadow = self.shadow.as_mut().map(|shadow| {
            Box::new(Shadow {
                undefined: shadow.undefined.split_off(at.min(shadow.undefined.len())),
                taint: shadow.taint.split_off(at.min(shadow.taint.len())),
            })
        });
        Bytes { data: self.data.split_off(at.min(self.data.len())), shadow }
    }

    /// Makes it as long as `length`.
    pub(crate) fn resize(&mut self, length: usize) {
        self.data.resize(length, 0);
        if let Some(shadow) = &mut self.shadow {
            shadow.undefined.resize(length, 0);
            shadow.taint.resize(length, Taint::NONE);
        }
    }

    /// Reads an integer. The caller has checked that it lies within.
    pub(crate) fn load(&self, at: usize, size: usize, endian: Endian, taints: &mut Taints) -> Int {
        let Some(data) = self.data.get(at..at + size) else { return Int::new(0) };
        let mut int = Int::new(number(data, endian));
        if let Some(shadow) = &self.shadow {
            int.undefined = shadow.undefined.get(at..at + size).map_or(0, |b| number(b, endian));
            int.bits &= !int.undefined;
            for taint in shadow.taint.get(at..at + size).unwrap_or_default() {
                int.taint = taints.join(int.taint, *taint);
            }
        }
        int
    }

    /// Writes an integer. The caller has checked that it lies within.
    pub(crate) fn store(&mut self, at: usize, size: usize, endian: Endian, int: Int) {
        if int.undefined != 0 || int.taint != Taint::NONE {
            self.shade();
        }
        if let Some(to) = self.data.get_mut(at..at + size) {
            write(to, endian, int.bits);
        }
        if let Some(shadow) = &mut self.shadow {
            if let Some(to) = shadow.undefined.get_mut(at..at + size) {
                write(to, endian, int.undefined);
            }
            if let Some(to) = shadow.taint.get_mut(at..at + size) {
                to.fill(int.taint);
            }
        }
    }

    /// Makes a stretch undefined.
    pub(crate) fn forget(&mut self, at: usize, size: usize) {
        self.shade();
        if let Some(shadow) = &mut self.shadow {
            if let Some(to) = shadow.undefined.get_mut(at..at + size) {
                to.fill(0xff);
            }
            if let Some(to) = shadow.taint.get_mut(at..at + size) {
                to.fill(Taint::NONE);
            }
        }
    }

    /// Puts back bytes that were defined.
    pub(crate) fn restore(&mut self, at: usize, old: &[u8]) {
        if let Some(to) = self.data.get_mut(at..at + old.len()) {
            to.copy_from_slice(old);
        }
        if let Some(shadow) = &mut self.shadow {
            if let Some(to) = shadow.undefined.get_mut(at..at + old.len()) {
                to.fill(0);
            }
            if let Some(to) = shadow.taint.get_mut(at..at + old.len()) {
                to.fill(Taint::NONE);
            }
        }
    }

    pub(crate) fn get(&self, at: usize) -> Byte {
        let data = self.data.get(at).copied().unwrap_or(0);
        match &self.shadow {
            None => Byte { data, undefined: 0, taint: Taint::NONE },
            Some(shadow) => Byte {
                data,
                undefined: shadow.undefined.get(at).copied().unwrap_or(0),
                taint: shadow.taint.get(at).copied().unwrap_or_default(),
            },
        }
    }

    pub(crate) fn set(&mut self, at: usize, byte: Byte) {
        if byte.undefined != 0 || byte.taint != Taint::NONE {
            self.shade();
        }
        if let Some(to) = self.data.get_mut(at) {
            *to = byte.data;
        }
        if let Some(shadow) = &mut self.shadow {
            if let Some(to) = shadow.undefined.get_mut(at) {
                *to = byte.undefined;
            }
            if let Some(to) = shadow.taint.get_mut(at) {
                *to = byte.taint;
            }
        }
    }

    fn shade(&mut self) {
        let length = self.data.len();
        self.shadow.get_or_insert_with(|| {
            Box::new(Shadow { undefined: vec![0; length], taint: vec![Taint::NONE; length] })
        });
    }
}

/// The number that bytes stand for.
pub(crate) fn number(bytes: &[u8], endian: Endian) -> u128 {
    let join = |sum: u128, byte: &u8| (sum << 8) | u128::from(*byte);
    match endian {
        Endian::Little => bytes.iter().rev().fold(0, join),
        Endian::Big => bytes.iter().fold(0, join),
    }
}

/// The bytes that stand for a number.
pub(crate) fn write(to: &mut [u8], endian: Endian, number: u128) {
    let little = number.to_le_bytes();
    match endian {
        Endian::Little => to.iter_mut().zip(little).for_each(|(to, from)| *to = from),
        Endian::Big => to.iter_mut().rev().zip(little).for_each(|(to, from)| *to = from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_keep_what_is_undefined() {
        let mut taints = Taints::new();
        let taint = taints.single(4);
        let mut bytes = Bytes::new(vec![0; 16]);
        bytes.forget(0, 8);
        bytes.store(2, 2, Endian::Little, Int { taint, ..Int::new(0xbeef) });
        let word = bytes.load(0, 8, Endian::Little, &mut taints);
        assert_eq!((word.bits, word.undefined), (0xbeef_0000, 0xffff_ffff_0000_ffff));
        assert_eq!(word.taint, taint);
        let big = bytes.load(2, 2, Endian::Big, &mut taints);
        assert_eq!(big.bits, 0xefbe);
        bytes.restore(0, &[1; 8]);
        assert_eq!(bytes.load(0, 8, Endian::Little, &mut taints), Int::new(0x0101_0101_0101_0101));
    }
}
