//! [`View`]: the C type through which a question sees a value.

use pmdrace_axioms::{UNKNOWN, Value};

use crate::asm;
use crate::entry::Entry;
use crate::memory::Memory;
use crate::syntax::Type;

/// A type of numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct View {
    bits: u32,
    signed: bool,
    /// Whether values may be unknown, and are seen as that.
    unknown: bool,
}

impl View {
    /// All 64 bits.
    pub(crate) const WHOLE: View = View::number(64, true);
    /// `int`, the type of what has no other one in assembly.
    pub(crate) const INT: View = View::number(32, true);

    const fn number(bits: u32, signed: bool) -> View {
        View { bits, signed, unknown: false }
    }

    /// The view of a declaration in C, where numbers have 32 bits and a sign, and may be unknown. None if the type is no
    /// number of at most 32 bits.
    pub(crate) fn of_c(declared: &Type) -> Option<View> {
        if declared.pointer {
            return Some(View::WHOLE);
        }
        let (bits, signed) = match declared.name.as_deref() {
            None | Some("int" | "int32_t" | "long" | "intptr_t") => return Some(View::WHOLE),
            Some("spinlock_t" | "srcu_struct") => return Some(View::WHOLE),
            Some("char" | "int8_t") => (8, true),
            Some("uint8_t") => (8, false),
            Some("short" | "int16_t") => (16, true),
            Some("uint16_t") => (16, false),
            Some("uint32_t" | "uintptr_t" | "atomic_t") => (32, false),
            Some(_) => return None,
        };
        Some(View { unknown: true, ..View::number(bits, signed) })
    }

    /// What memory of this type holds in C when it is initialized with a value: numbers lose the bits that the type
    /// has not, and keep no sign, as in herd7. What is stored later is not converted.
    pub(crate) fn initialize(self, value: Value) -> Value {
        match self.bits < 32 {
            true => View { signed: false, ..self }.see(value),
            false => value,
        }
    }

    /// The view of a declaration in assembly.
    pub(crate) fn of(declared: &Type) -> View {
        if declared.pointer {
            return View::WHOLE;
        }
        let Some(name) = declared.name.as_deref() else { return View::INT };
        let bits = match name.trim_start_matches('u').trim_end_matches("_t") {
            "char" | "int8" => 8,
            "short" | "int16" => 16,
            "int" | "int32" => 32,
            _ => 64,
        };
        View::number(bits, !name.starts_with('u'))
    }

    /// What is seen of a value. Addresses and page-table entries are seen whole.
    pub(crate) fn see(self, value: Value) -> Value {
        if self.unknown && value == UNKNOWN
            || Memory::may_be_address(value)
            || asm::is_code(value)
            || Entry::from_value(value).is_some()
        {
            return value;
        }
        let unused = 64 - self.bits;
        match self.signed {
            true => ((value << unused) as i64 >> unused) as Value,
            false => value << unused >> unused,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_c_are_seen_through_types_of_up_to_32_bits() {
        let named = |name: &str| View::of_c(&Type { name: Some(name.into()), ..Type::default() });
        let minus = u64::MAX;
        for (name, value, initial, seen) in [
            ("char", 200, 200, 56u64.wrapping_neg()),
            ("char", 300, 44, 44),
            ("int8_t", minus, 255, minus),
            ("uint8_t", minus, 255, 255),
            ("short", 70000, 4464, 4464),
            ("int", minus, minus, minus),
            ("atomic_t", minus, minus, 0xffff_ffff),
            ("uint16_t", UNKNOWN, UNKNOWN, UNKNOWN),
        ] {
            let view = named(name).unwrap();
            assert_eq!(
                (view.initialize(value), view.see(value)),
                (initial, seen),
                "{name} {value}"
            );
        }
        assert_eq!((named("int64_t"), named("u64")), (None, None));
    }

    #[test]
    fn numbers_are_seen_through_types_and_addresses_are_not() {
        let mut memory = Memory::default();
        let x = memory.location("x").unwrap();
        let address = memory.address(x);
        let entry = Entry::of(address).value();
        let named = |name: &str| View::of(&Type { name: Some(name.into()), ..Type::default() });
        for (view, value, seen) in [
            (View::INT, 0xffff_ffff, u64::MAX),
            (View::INT, 1 << 32, 0),
            (named("uint32_t"), 0xffff_ffff, 0xffff_ffff),
            (named("int8_t"), 0x1ff, u64::MAX),
            (named("int64_t"), 1 << 40, 1 << 40),
            (named("uint16_t"), 0x1_0002, 2),
            (View::INT, address, address),
            (named("int8_t"), entry, entry),
        ] {
            assert_eq!(view.see(value), seen, "{view:?} {value:#x}");
        }
    }
}
