//! Registers of RISC-V.

use super::super::cursor::Cursor;
use crate::Problem;

/// A register.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Register(u8);

/// The names of the calling convention, in order.
const NAMES: [&str; 32] = [
    "zero", "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1", "a0", "a1", "a2", "a3", "a4",
    "a5", "a6", "a7", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4",
    "t5", "t6",
];

impl Register {
    /// `x0`: zero.
    pub(crate) const ZERO: Register = Register(0);
    /// How many there are.
    pub(crate) const COUNT: usize = 32;

    /// Its number.
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The register with this name: `x10`, `a0`, `fp`.
    pub(crate) fn named(name: &str) -> Option<Register> {
        let name = name.to_ascii_lowercase();
        let numbered = (0..32).find(|number| name.strip_prefix('x') == Some(&number.to_string()));
        let conventional = || match &name[..] {
            "fp" => Some(8),
            name => NAMES.iter().position(|other| *other == name),
        };
        numbered.or_else(conventional).and_then(|number| u8::try_from(number).ok()).map(Register)
    }
}

/// Takes a register.
pub(super) fn register(cursor: &mut Cursor<'_, '_>) -> Result<Register, Problem> {
    match cursor.name(Register::named) {
        Some(register) => Ok(register),
        None => cursor.expected("a register", "use x0 to x31, or names such as a0, t1, s2"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (name, number) in [("x0", 0), ("zero", 0), ("a0", 10), ("X31", 31), ("fp", 8)] {
            assert_eq!(Register::named(name), Some(Register(number)), "{name}");
        }
        for wrong in ["x32", "x01", "x", "a8", "y1", "x-1", ""] {
            assert_eq!(Register::named(wrong), None, "{wrong}");
        }
    }
}
