//! [`Memory`]: the locations of a test, their addresses and initial values.

use std::collections::BTreeMap;

use pmdrace_axioms::{Loc, UNKNOWN, Value};

use crate::entry::Entry;
use crate::span::Span;
use crate::view::View;

/// Where addresses begin: in the user half of 48 bits, and far from every number that a test computes with. Each
/// name has 4 GiB for itself, so that arithmetic on an address stays at its name.
const BASE: Value = 0x5a00_0000_0000;
const SPACE: Value = 1 << 32;

/// At most as many names as are below the end of the user half.
const MAX_NAMES: usize = 0x2000;

/// How a thread goes astray that uses another value as an address.
pub(crate) const NO_ADDRESS: &str = "access memory at a value that is no address";

/// The locations of a test.
#[derive(Clone, Debug)]
pub(crate) struct Memory {
    /// The names, in the order of their addresses.
    names: Vec<Name>,
    by_name: BTreeMap<String, usize>,
    locations: Vec<Cell>,
    initial: Vec<Value>,
    /// How questions see what has no declared type.
    view: View,
}

/// A location: a name, an element of it, a part of that.
#[derive(Clone, Copy, Debug)]
struct Cell {
    name: usize,
    element: usize,
    part: usize,
}

/// A name with its locations.
#[derive(Clone, Debug)]
struct Name {
    name: String,
    /// The first of its locations.
    first: usize,
    /// How many it has.
    elements: usize,
    /// The bytes of each.
    size: usize,
    is_array: bool,
    /// How many locations each element is.
    parts: usize,
    /// Whether an element may be several locations.
    divisible: bool,
    /// How questions see it.
    view: View,
}

impl Name {
    /// The locations of an element.
    fn span(&self, element: usize) -> Span {
        let first = u16::try_from(self.first + element * self.parts).unwrap_or(u16::MAX);
        let bits = if self.parts == 1 { 64 } else { 8 * self.part_size() };
        Span::new(Loc(first), self.parts as u16, bits as u32, self.view)
    }

    /// The bytes of a location.
    fn part_size(&self) -> usize {
        self.size / self.parts
    }
}

impl Default for Memory {
    fn default() -> Memory {
        Memory::seen_as(View::WHOLE)
    }
}

impl Memory {
    /// No locations. Questions see those without a declared type like this.
    pub(crate) fn seen_as(view: View) -> Memory {
        Memory {
            names: Vec::new(),
            by_name: BTreeMap::new(),
            locations: Vec::new(),
            initial: Vec::new(),
            view,
        }
    }

    /// The locations of a name. A name that is not known yet becomes a location that holds zero. None if there are
    /// too many.
    pub(crate) fn location(&mut self, name: &str) -> Option<Loc> {
        match self.by_name.get(name) {
            Some(index) => self.names.get(*index).and_then(|name| loc(name.first)),
            None => self.add(name, None, 4),
        }
    }

    /// Adds a name: an array with this number of elements of this size in bytes, or no array. None if there are
    /// too many locations.
    pub(crate) fn add(&mut self, name: &str, array: Option<usize>, size: usize) -> Option<Loc> {
        let first = self.locations.len();
        let elements = array.unwrap_or(1);
        if self.names.len() >= MAX_NAMES || first + elements > usize::from(u16::MAX) {
            return None;
        }
        let index = self.names.len();
        self.by_name.insert(name.into(), index);
        self.names.push(Name {
            name: name.into(),
            first,
            elements,
            size,
            is_array: array.is_some(),
            parts: 1,
            divisible: self.view != View::WHOLE,
            view: self.view,
        });
        let cells = (0..elements).map(|element| Cell { name: index, element, part: 0 });
        self.locations.extend(cells);
        self.initial.resize(first + elements, 0);
        loc(first)
    }

    /// Says how questions see a known name, and whether its elements may be accessed in parts.
    pub(crate) fn declare(&mut self, name: &str, view: View, divisible: bool) {
        let index = self.by_name.get(name);
        if let Some(name) = index.and_then(|index| self.names.get_mut(*index)) {
            name.view = view;
            name.divisible = divisible;
        }
    }

    /// Divides what is larger than this number of bytes into locations of that size, if it may be. The numbers of
    /// locations change. None if there are too many.
    pub(crate) fn divide(&mut self, bytes: usize) -> Option<()> {
        let whole = std::mem::take(&mut self.initial);
        self.locations.clear();
        for (index, name) in self.names.iter_mut().enumerate() {
            let initial = whole.get(name.first..name.first + name.elements)?;
            let addresses = initial.iter().any(|value| Memory::may_be_address(*value));
            if name.divisible && !addresses && bytes > 0 && name.size > bytes {
                name.parts = name.size / bytes;
            }
            name.first = self.locations.len();
            let span = name.span(0);
            for (element, value) in initial.iter().enumerate() {
                for part in 0..name.parts {
                    self.locations.push(Cell { name: index, element, part });
                    self.initial.push(span.part(*value, part as u32));
                }
            }
        }
        u16::try_from(self.locations.len()).ok().map(|_| ())
    }

    /// The locations of the element that a location is a part of, as questions see it.
    pub(crate) fn span(&self, Loc(at): Loc) -> Option<Span> {
        let cell = self.locations.get(usize::from(at))?;
        Some(self.names.get(cell.name)?.span(cell.element))
    }

    /// The locations of an access to this number of bytes. What is not divided is accessed as a whole, also by an
    /// access that is larger: numbers may have more bits than their type.
    pub(crate) fn access(&self, address: Value, bytes: u64) -> Option<Span> {
        let (name, offset) = self.name_at(address)?;
        let offset = usize::try_from(offset).ok()?;
        let part = name.part_size();
        let (first, end) = (offset / part, name.elements * name.parts);
        let count = (usize::try_from(bytes).ok()? / part).max(1);
        let count = if offset == 0 { count.min(end) } else { count };
        if offset % part != 0 || first + count > end {
            return None;
        }
        let first = loc(name.first + first)?;
        Some(Span::new(first, u16::try_from(count).ok()?, 8 * part as u32, name.view))
    }

    /// The location of the page-table entry of a name, which is usual if it was not there. None if there are too many
    /// locations.
    pub(crate) fn entry(&mut self, name: &str) -> Option<Loc> {
        let page = self.location(name)?;
        let entry = entry_name(name);
        if let Some(index) = self.by_name.get(&entry) {
            return self.names.get(*index).and_then(|name| loc(name.first));
        }
        let at = self.add(&entry, None, 8)?;
        self.set(at, Entry::of(self.address(page)).value());
        self.declare(&entry, View::WHOLE, false);
        Some(at)
    }

    /// The page-table entry of the page of an address, and the offset in the page; None where pages are always
    /// mapped, because no instruction can name their entry.
    pub(crate) fn walk(&self, address: Value) -> Option<(Loc, i64)> {
        let (name, offset) = self.name_at(address)?;
        let entry = self.by_name.get(&entry_name(&name.name))?;
        Some((loc(self.names.get(*entry)?.first)?, offset))
    }

    /// The location of the page-table entry of a page by its number, as TLB invalidations take it.
    pub(crate) fn entry_of_page(&self, number: Value) -> Option<Loc> {
        match self.walk(number.checked_mul(1 << 12)?)? {
            (entry, 0) => Some(entry),
            _ => None,
        }
    }

    /// The number of the name that an address is of.
    pub(crate) fn page(&self, address: Value) -> Option<u16> {
        let from = address.wrapping_sub(BASE - SPACE / 2);
        u16::try_from(from / SPACE).ok().filter(|index| usize::from(*index) < self.names.len())
    }

    /// The offset of an address in its page.
    pub(crate) fn offset(&self, address: Value) -> Option<u16> {
        self.page(address).map(|_| (address & 0xfff) as u16)
    }

    /// Whether a location is a page-table entry.
    pub(crate) fn is_entry(&self, at: Loc) -> bool {
        self.order(at).0.starts_with("PTE(")
    }

    /// The location of an element of a known name.
    pub(crate) fn element(&self, name: &str, element: usize) -> Option<Loc> {
        let name = self.names.get(*self.by_name.get(name)?)?;
        if element < name.elements { loc(name.first + element * name.parts) } else { None }
    }

    /// How many elements a known name has; None of what is no array.
    pub(crate) fn array(&self, name: &str) -> Option<usize> {
        let name = self.names.get(*self.by_name.get(name)?)?;
        name.is_array.then_some(name.elements)
    }

    /// The number of locations.
    pub(crate) fn count(&self) -> usize {
        self.locations.len()
    }

    /// The initial value of a location.
    pub(crate) fn initial(&self, Loc(at): Loc) -> Value {
        self.initial.get(usize::from(at)).copied().unwrap_or(0)
    }

    /// Sets the initial value of a location.
    pub(crate) fn set(&mut self, Loc(at): Loc, value: Value) {
        if let Some(initial) = self.initial.get_mut(usize::from(at)) {
            *initial = value;
        }
    }

    /// The address of a location.
    pub(crate) fn address(&self, Loc(at): Loc) -> Value {
        let Some(cell) = self.locations.get(usize::from(at)) else { return 0 };
        let Some(name) = self.names.get(cell.name) else { return 0 };
        let offset = cell.element * name.size + cell.part * name.part_size();
        BASE + cell.name as Value * SPACE + offset as Value
    }

    /// The location at an address.
    pub(crate) fn at(&self, address: Value) -> Option<Loc> {
        let (name, offset) = self.name_at(address)?;
        let offset = usize::try_from(offset).ok()?;
        let part = offset / name.part_size();
        if offset % name.part_size() != 0 || part >= name.elements * name.parts {
            return None;
        }
        loc(name.first + part)
    }

    /// Whether a value is an address of some test, or one with an offset.
    pub(crate) fn may_be_address(value: Value) -> bool {
        value.wrapping_sub(BASE - SPACE / 2) < MAX_NAMES as Value * SPACE
    }

    /// Whether a value is an address or one with an offset.
    pub(crate) fn is_address(&self, value: Value) -> bool {
        self.name_at(value).is_some()
    }

    /// The name that an address is of, and how far from its beginning.
    fn name_at(&self, address: Value) -> Option<(&Name, i64)> {
        // Offsets may be negative.
        let from = address.wrapping_sub(BASE - SPACE / 2);
        let name = self.names.get(usize::try_from(from / SPACE).ok()?)?;
        Some((name, (from % SPACE) as i64 - (SPACE / 2) as i64))
    }

    /// How a location is spelled: `x`, `x[1]`.
    pub(crate) fn spelled(&self, Loc(at): Loc) -> String {
        let at = self.locations.get(usize::from(at));
        let Some(Cell { name, element, .. }) = at else { return String::new() };
        match self.names.get(*name) {
            Some(name) if name.is_array => format!("{}[{element}]", name.name),
            Some(name) => name.name.clone(),
            None => String::new(),
        }
    }

    /// What orders locations where states show them: the name, then the element.
    pub(crate) fn order(&self, Loc(at): Loc) -> (&str, usize) {
        let at = self.locations.get(usize::from(at));
        let Some(Cell { name, element, .. }) = at else { return ("", 0) };
        (self.names.get(*name).map_or("", |name| &name.name), *element)
    }

    /// How a value is spelled: a number, or the address that it is; `S` if it is unknown.
    pub(crate) fn spell(&self, value: Value) -> String {
        if let Some(entry) = Entry::from_value(value) {
            let frame = self.spell(entry.frame);
            let frame = if frame.starts_with("PTE(") { frame } else { format!("PA({frame})") };
            return entry.spelled(&frame);
        }
        match self.name_at(value) {
            Some((name, 0)) if name.is_array => format!("{}[0]", name.name),
            Some((name, 0)) => name.name.clone(),
            Some((name, offset)) if name.is_array && self.at(value).is_some() => {
                format!("{}[{}]", name.name, offset / name.size as i64)
            }
            Some((name, offset)) => format!("{}{offset:+}", name.name),
            None if value == UNKNOWN => "S".into(),
            None => (value as i64).to_string(),
        }
    }
}

/// The name of the page-table entry of a name.
pub(crate) fn entry_name(name: &str) -> String {
    format!("PTE({name})")
}

fn loc(index: usize) -> Option<Loc> {
    u16::try_from(index).ok().map(Loc)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_locations_and_of_nothing_else() {
        let mut memory = Memory::default();
        let x = memory.location("x").unwrap();
        let a = memory.add("a", Some(3), 4).unwrap();
        let a2 = memory.element("a", 2).unwrap();
        assert_eq!(memory.location("x"), Some(x));
        assert_eq!((memory.element("a", 3), memory.element("b", 0)), (None, None));
        assert_eq!(memory.address(a2), memory.address(a) + 8);
        for at in [x, a, a2] {
            assert_eq!(memory.at(memory.address(at)), Some(at));
        }
        for value in [0, 1, u64::MAX, memory.address(a) + 2, memory.address(a) + 12] {
            assert_eq!(memory.at(value), None);
        }
        assert!(memory.is_address(memory.address(x).wrapping_sub(8)));
        assert!(!memory.is_address(u64::MAX));
    }

    #[test]
    fn values_are_spelled_as_in_herd7() {
        let mut memory = Memory::default();
        let x = memory.location("x").unwrap();
        memory.add("a", Some(2), 4).unwrap();
        let spelled = [
            (7, "7"),
            (3u64.wrapping_neg(), "-3"),
            (memory.address(x), "x"),
            (memory.address(x) + 8, "x+8"),
            (memory.address(Loc(2)), "a[1]"),
        ];
        for (value, text) in spelled {
            assert_eq!(memory.spell(value), text);
        }
    }
}
