//! Registers of AArch64.

use super::super::cursor::Cursor;
pub(crate) use super::super::size::Size;
use crate::Problem;

/// A register, by its place in the register file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Register(u8);

impl Register {
    /// `X30`, which branches with link write.
    pub(crate) const LINK: Register = Register(30);
    /// `SP`.
    pub(crate) const SP: Register = Register(31);
    /// The condition flags N, Z, C and V, as bits 3 to 0.
    pub(crate) const FLAGS: Register = Register(32);
    /// The address that the exclusives monitor has marked, or zero.
    pub(crate) const MARKED: Register = Register(33);
    /// `ELR_EL1`: where an exception returns to.
    pub(crate) const RETURN: Register = Register(34);
    /// `XZR`: reads as zero, and forgets what is written.
    pub(crate) const ZERO: Register = Register(35);
    /// The number of places in the register file.
    pub(crate) const COUNT: usize = 36;

    /// Its place in the register file.
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The general register with this name, and the size of the view of it: `X1`, `W1`, `SP`, `XZR`.
    pub(crate) fn named(name: &str) -> Option<(Register, Size)> {
        let upper = name.to_ascii_uppercase();
        let (register, size) = match &upper[..] {
            "SP" => (Register::SP, Size::Double),
            "WSP" => (Register::SP, Size::Word),
            "XZR" => (Register::ZERO, Size::Double),
            "WZR" => (Register::ZERO, Size::Word),
            "LR" => (Register::LINK, Size::Double),
            _ => {
                let size = match upper.as_bytes().first() {
                    Some(b'X') => Size::Double,
                    Some(b'W') => Size::Word,
                    _ => return None,
                };
                let digits = upper.get(1..)?;
                let plain = digits == "0" || !digits.starts_with(['0', '+']);
                let number = digits.parse().ok().filter(|number| *number <= 30 && plain)?;
                (Register(number), size)
            }
        };
        Some((register, size))
    }
}

/// Takes a general register.
pub(super) fn register(cursor: &mut Cursor<'_, '_>) -> Result<(Register, Size), Problem> {
    match cursor.name(Register::named) {
        Some(register) => Ok(register),
        None => cursor.expected("a register", "use X0 to X30, W0 to W30, XZR, WZR or SP"),
    }
}

/// Takes a register with 64 bits, as for addresses.
pub(super) fn wide(cursor: &mut Cursor<'_, '_>) -> Result<Register, Problem> {
    let at = cursor.at();
    match register(cursor)? {
        (register, Size::Double) => Ok(register),
        _ => cursor.problem_at(at, "an address has 64 bits", "use an X register here"),
    }
}

/// Takes a register of this size.
pub(super) fn sized(cursor: &mut Cursor<'_, '_>, size: Size) -> Result<Register, Problem> {
    let at = cursor.at();
    let (register, found) = register(cursor)?;
    if found == size {
        return Ok(register);
    }
    let name = if size == Size::Double { "an X" } else { "a W" };
    let help = format!("use {name} register here");
    cursor.problem_at(at, "this register has the wrong size", help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        assert_eq!(Register::named("x7"), Some((Register(7), Size::Double)));
        assert_eq!(Register::named("W30"), Some((Register::LINK, Size::Word)));
        assert_eq!(Register::named("wzr"), Some((Register::ZERO, Size::Word)));
        for wrong in ["X31", "X01", "X+1", "X", "Y1", "W-1", ""] {
            assert_eq!(Register::named(wrong), None, "{wrong}");
        }
    }
}
