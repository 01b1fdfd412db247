//! [`View`]: the C type through which a question sees a value.

use pmdrace_axioms::Value;

use crate::asm;
use crate::entry::Entry;
use crate::memory::Memory;
use crate::syntax::Type;

/// A type of numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct View {
    bits: u32,
    signed: bool,
}

impl View {
    /// All 64 bits.
    pub(crate) const WHOLE: View = View { bits: 64, signed: true };
    /// `int`, the type of what has no other one in assembly.
    pub(crate) const INT: View = View { bits: 32, signed: true };

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
        View { bits, signed: !name.starts_with('u') }
    }

    /// What is seen of a value. Addresses and page-table entries are seen whole.
    pub(crate) fn see(self, value: Value) -> Value {
        if Memory::may_be_address(value)
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
