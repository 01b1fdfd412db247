//! Registers of x86 and their parts.

use super::super::size::Size;

/// A register, by its place in the register file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Register(u8);

/// A part of a register that has a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct View {
    pub(crate) register: Register,
    pub(crate) size: Size,
    /// Whether it is the second byte: `AH`.
    pub(crate) high: bool,
}

/// The registers that have letters: the name of 16 bits and that of the lowest byte.
const NAMES: [(&str, &str); 8] = [
    ("AX", "AL"),
    ("CX", "CL"),
    ("DX", "DL"),
    ("BX", "BL"),
    ("SP", "SPL"),
    ("BP", "BPL"),
    ("SI", "SIL"),
    ("DI", "DIL"),
];

impl Register {
    /// `RAX`.
    pub(super) const A: Register = Register(0);
    /// The flags: bit 0 is CF, 1 ZF, 2 SF, 3 OF.
    pub(super) const FLAGS: Register = Register(16);
    /// The number of places in the register file.
    pub(super) const COUNT: usize = 17;

    /// Its place in the register file.
    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The part of a register that a name stands for: `EAX`, `%rbx`, `R8D`.
    pub(super) fn named(name: &str) -> Option<View> {
        let name = name.strip_prefix('%').unwrap_or(name).to_ascii_uppercase();
        let view = |number: usize, size, high| {
            Some(View { register: Register(u8::try_from(number).ok()?), size, high })
        };
        for (number, (half, byte)) in NAMES.into_iter().enumerate() {
            if name == byte {
                return view(number, Size::Byte, false);
            }
            if number < 4 && name.strip_suffix('H') == half.strip_suffix('X') {
                return view(number, Size::Byte, true);
            }
            match name.strip_suffix(half) {
                Some("R") => return view(number, Size::Double, false),
                Some("E") => return view(number, Size::Word, false),
                Some("") => return view(number, Size::Half, false),
                _ => {}
            }
        }
        let digits = name.strip_prefix('R')?;
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let number = digits[..end].parse().ok().filter(|number| (8..=15).contains(number))?;
        let size = match &digits[end..] {
            "" => Size::Double,
            "D" => Size::Word,
            "W" => Size::Half,
            "B" => Size::Byte,
            _ => return None,
        };
        view(number, size, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_have_names() {
        for (name, number, size, high) in [
            ("eax", 0, Size::Word, false),
            ("%RBX", 3, Size::Double, false),
            ("ah", 0, Size::Byte, true),
            ("AL", 0, Size::Byte, false),
            ("sil", 6, Size::Byte, false),
            ("di", 7, Size::Half, false),
            ("R8", 8, Size::Double, false),
            ("r15d", 15, Size::Word, false),
            ("R9B", 9, Size::Byte, false),
        ] {
            let view = View { register: Register(number), size, high };
            assert_eq!(Register::named(name), Some(view), "{name}");
        }
        for wrong in ["", "X", "EAL", "R7", "R16", "R8X", "SPH", "XAX", "%"] {
            assert_eq!(Register::named(wrong), None, "{wrong}");
        }
    }
}
