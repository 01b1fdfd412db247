//! Copies and fills of memory: byte by byte in private memory, word by word where it is shared.

use super::value::{Int, Value};
use super::{Machine, Run};
use crate::error::MemoryError;
use crate::host::{Host, Kind, Order, Reply};
use crate::memory::MemoryByte;

/// How many bytes are moved at once.
const CHUNK: u64 = 4096;

impl Machine {
    /// Leaves a copy to the host that [counts as a call](super::Settings::copies); returns whether it knows that.
    pub(crate) fn copied(
        &mut self,
        host: &mut dyn Host,
        to: Int,
        from: Int,
        size: u64,
    ) -> Run<bool> {
        let Some(name) = self.settings.copies.get(&size).cloned() else { return Ok(false) };
        let arguments = [Value::Int(to), Value::Int(from)];
        let kind = Kind::Call { name: &name, arguments: &arguments };
        let data = self.taints.join(to.taint, from.taint);
        Ok(self.ask(host, kind, super::Taint::NONE, data)? != Reply::Unknown)
    }

    /// Copies `size` bytes. Where the stretches overlap the old bytes are what is copied.
    pub(crate) fn copy(&mut self, host: &mut dyn Host, to: Int, from: Int, size: u64) -> Run<()> {
        self.count(size / 8)?;
        let backwards = to.bits > from.bits && to.bits < from.bits + u128::from(size);
        if backwards && self.private(from, size)? && self.private(to, size)? {
            let bytes = self.memory.take(from.bits as u64, size)?;
            self.memory.place(to.bits as u64, &bytes)?;
            return Ok(());
        }
        let mut done = 0;
        while done < size {
            let (source, target) = (at(from, done), at(to, done));
            let (readable, read_shared) = self.reach(source, size - done, "load")?;
            let (writable, write_shared) = self.reach(target, size - done, "store")?;
            let step = if read_shared || write_shared {
                // A whole word, which the access itself checks.
                let word = if read_shared { readable } else { writable };
                if word > size - done {
                    let (address, access) =
                        if read_shared { (source, "load") } else { (target, "store") };
                    return Err(beyond(access, address, size - done).into());
                }
                let value = self.load_int(host, source, word, Order::Plain)?;
                self.store_int(host, target, word, value, Order::Plain)?;
                word
            } else {
                let step = readable.min(writable).min(CHUNK);
                let mut bytes = self.memory.take(source.bits as u64, step)?;
                if from.taint != super::Taint::NONE {
                    for byte in &mut bytes {
                        byte.taint = self.taints.join(byte.taint, from.taint);
                    }
                }
                self.memory.place(target.bits as u64, &bytes)?;
                step
            };
            done += step;
        }
        Ok(())
    }

    /// Fills `size` bytes.
    pub(crate) fn fill(&mut self, host: &mut dyn Host, to: Int, value: Int, size: u64) -> Run<()> {
        self.count(size / 8)?;
        let byte = MemoryByte {
            data: value.bits as u8,
            undefined: value.undefined as u8,
            taint: value.taint,
        };
        let mut done = 0;
        while done < size {
            let target = at(to, done);
            let (reach, shared) = self.reach(target, size - done, "store")?;
            let reach = if shared { reach } else { reach.min(CHUNK) };
            if shared && reach > size - done {
                return Err(beyond("store", target, size - done).into());
            }
            if shared {
                let repeat = |bits: u128| (bits & 0xff) * 0x0101_0101_0101_0101_0101_0101_0101_0101;
                let word = Int {
                    bits: repeat(value.bits),
                    undefined: repeat(value.undefined),
                    taint: value.taint,
                };
                self.store_int(host, target, reach, word, Order::Plain)?;
            } else {
                let length = usize::try_from(reach).unwrap_or(0);
                self.memory.place(target.bits as u64, &vec![byte; length])?;
            }
            done += reach;
        }
        Ok(())
    }

    /// Whether a stretch is of one kind, and not shared.
    fn private(&mut self, from: Int, size: u64) -> Run<bool> {
        let (reach, shared) = self.reach(from, size, "load")?;
        Ok(!shared && reach == size)
    }

    fn reach(&mut self, from: Int, most: u64, access: &'static str) -> Run<(u64, bool)> {
        let address = from.bits as u64;
        let found = match self.memory.reach(address, most, access) {
            Err(MemoryError::Unmapped { .. }) if self.map_constant(address) => {
                self.memory.reach(address, most, access)
            }
            found => found,
        };
        found.map_err(|error| self.near(error).into())
    }
}

/// A copy that ends within a shared word.
fn beyond(access: &'static str, address: Int, size: u64) -> MemoryError {
    let region = "a shared word".to_owned();
    MemoryError::Crosses { access, address: address.bits as u64, size, region }
}

/// An address further on.
fn at(base: Int, by: u64) -> Int {
    Int { bits: base.bits.wrapping_add(u128::from(by)) & u128::from(u64::MAX), ..base }
}
