//! [`Size`]: the sizes of values in registers and in memory.

/// The size of a value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Size {
    /// 8 bits.
    Byte,
    /// 16 bits.
    Half,
    /// 32 bits.
    Word,
    /// 64 bits.
    Double,
}

impl Size {
    pub(crate) fn bytes(self) -> u64 {
        1 << self as u32
    }

    pub(crate) fn bits(self) -> u32 {
        8 << self as u32
    }

    /// The low bits of a value.
    pub(crate) fn zero_extend(self, value: u64) -> u64 {
        value & (u64::MAX >> (64 - self.bits()))
    }

    /// The low bits of a value, with their sign.
    pub(crate) fn sign_extend(self, value: u64) -> u64 {
        let unused = 64 - self.bits();
        ((value << unused) as i64 >> unused) as u64
    }

    /// The sign of a value.
    pub(crate) fn sign(self, value: u64) -> bool {
        value >> (self.bits() - 1) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extension() {
        assert_eq!(Size::Byte.zero_extend(0x1ff), 0xff);
        assert_eq!(Size::Word.sign_extend(0x8000_0000), 0xffff_ffff_8000_0000);
        assert_eq!(Size::Double.sign_extend(5), 5);
        assert!(Size::Half.sign(0x8000) && !Size::Half.sign(0x1_0000));
    }
}
