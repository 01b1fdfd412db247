//! [`Entry`]: a page-table entry as a value, in the layout of Armv8's descriptors of level 3.
//!
//! Tests compute with the bits of entries (`STCLR` of bit 7 makes a page writable), so they are where the
//! architecture has them (Arm ARM, D8.3). A bit that the architecture leaves to software tells an entry from other
//! values.

use pmdrace_axioms::Value;
use pmdrace_axioms::model::Descriptor;

/// Tells an entry from a number: bit 55, for software.
const MARK: Value = 1 << 55;
const VALID: Value = 1;
/// AP\[1\]: accesses from EL0 are permitted.
const EL0: Value = 1 << 6;
/// AP\[2\]: writes are not permitted.
const READ_ONLY: Value = 1 << 7;
const ACCESSED: Value = 1 << 10;
/// DBM: hardware may clear AP\[2\].
const DIRTY_MANAGED: Value = 1 << 51;
/// The output address.
const ADDRESS: Value = ((1 << 48) - 1) & !0xfff;

/// A page-table entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Entry {
    /// The address of the page that it names: of a location in it, without the offset.
    pub(crate) frame: Value,
    /// Whether it translates.
    pub(crate) valid: bool,
    /// The access flag.
    pub(crate) accessed: bool,
    /// The dirty bit: whether writes are permitted.
    pub(crate) dirty: bool,
    /// Whether hardware may set the dirty bit.
    pub(crate) dirty_managed: bool,
    /// Whether EL0 may access the page.
    pub(crate) el0: bool,
}

impl Entry {
    /// The usual entry of a page: nothing faults.
    pub(crate) fn of(frame: Value) -> Entry {
        Entry { frame, valid: true, accessed: true, dirty: true, dirty_managed: false, el0: true }
    }

    /// The entry that a value is.
    pub(crate) fn from_value(value: Value) -> Option<Entry> {
        let known = MARK | VALID | EL0 | READ_ONLY | ACCESSED | DIRTY_MANAGED | ADDRESS;
        if value & MARK == 0 || value & !known != 0 {
            return None;
        }
        Some(Entry {
            frame: value & ADDRESS,
            valid: value & VALID != 0,
            accessed: value & ACCESSED != 0,
            dirty: value & READ_ONLY == 0,
            dirty_managed: value & DIRTY_MANAGED != 0,
            el0: value & EL0 != 0,
        })
    }

    /// What a value means to the memory model, if it is an entry.
    pub(crate) fn descriptor(value: Value) -> Option<Descriptor> {
        let Entry { valid, frame, .. } = Entry::from_value(value)?;
        Some(Descriptor { valid, frame })
    }

    /// It as a value.
    pub(crate) fn value(self) -> Value {
        let bit = |set, bit: Value| if set { bit } else { 0 };
        self.frame & ADDRESS
            | MARK
            | bit(self.valid, VALID)
            | bit(self.accessed, ACCESSED)
            | bit(!self.dirty, READ_ONLY)
            | bit(self.dirty_managed, DIRTY_MANAGED)
            | bit(self.el0, EL0)
    }

    /// It as herd7 spells it: what is not as usual, behind the name of its page.
    pub(crate) fn spelled(self, frame: &str) -> String {
        let usual = Entry::of(self.frame);
        let fields = [
            ("af", self.accessed, usual.accessed),
            ("db", self.dirty, usual.dirty),
            ("dbm", self.dirty_managed, usual.dirty_managed),
            ("valid", self.valid, usual.valid),
            ("el0", self.el0, usual.el0),
        ];
        let unusual = fields.into_iter().filter(|(_, is, usual)| is != usual);
        let unusual = unusual.map(|(name, is, _)| format!(", {name}:{}", u8::from(is)));
        format!("(oa:{frame}{})", unusual.collect::<String>())
    }

    /// Sets a field by its name in tests. Whether there is such a field.
    pub(crate) fn set(&mut self, field: &str, value: bool) -> bool {
        let place = match field {
            "valid" => &mut self.valid,
            "af" => &mut self.accessed,
            "db" => &mut self.dirty,
            "dbm" => &mut self.dirty_managed,
            "el0" => &mut self.el0,
            _ => return false,
        };
        *place = value;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_values_and_back() {
        let usual = Entry::of(0x5a00_0000_0000);
        let mut entry = usual;
        assert!(entry.set("valid", false) && entry.set("dbm", true) && !entry.set("x", true));
        for entry in [usual, entry] {
            assert_eq!(Entry::from_value(entry.value()), Some(entry));
        }
        assert_eq!(entry.spelled("PA(x)"), "(oa:PA(x), dbm:1, valid:0)");
        for number in [0, 1, u64::MAX, usual.frame] {
            assert_eq!(Entry::from_value(number), None);
        }
    }

    #[test]
    fn bits_are_those_of_the_architecture() {
        let usual = Entry::of(0x5a00_0000_0000);
        let changed = |bit| Entry::from_value(usual.value() ^ (1_u64 << bit));
        let with = |field, value| {
            let mut entry = usual;
            entry.set(field, value);
            Some(entry)
        };
        assert_eq!(changed(0), with("valid", false));
        assert_eq!(changed(6), with("el0", false));
        assert_eq!(changed(7), with("db", false));
        assert_eq!(changed(10), with("af", false));
        assert_eq!(changed(51), with("dbm", true));
    }
}
