//! The stack: every slot is an object of its own, undefined until it is written, and gone with its function.

use super::bytes::Bytes;

/// Where the stack begins.
pub(crate) const STACK: u64 = 0xffff_f600_0000_0000;

/// The stack of the code that runs.
#[derive(Debug, Default)]
pub(crate) struct Stack {
    pub(crate) bytes: Bytes,
    /// Begin and size of each slot, ascending.
    slots: Vec<(u64, u64)>,
    top: u64,
}

impl Stack {
    /// Everything is gone.
    pub(crate) fn clear(&mut self) {
        self.slots.clear();
        self.top = 0;
    }

    /// What to give back to [`Stack::pop`].
    pub(crate) fn mark(&self) -> (usize, u64) {
        (self.slots.len(), self.top)
    }

    /// Frees every slot since the mark.
    pub(crate) fn pop(&mut self, (slots, top): (usize, u64)) {
        self.slots.truncate(slots);
        self.top = top;
    }

    /// A new slot; None if the stack would be larger than `limit`.
    pub(crate) fn push(&mut self, size: u64, align: u64, limit: u64) -> Option<u64> {
        // Two slots never touch, so that no pointer walks from one into the next.
        let begin = (self.top + 16).checked_next_multiple_of(align.max(1))?;
        let end = begin.checked_add(size.max(1)).filter(|&end| end <= limit)?;
        let (from, length) = (usize::try_from(begin).ok()?, usize::try_from(size).ok()?);
        let needed = usize::try_from(end).ok()?;
        if self.bytes.len() < needed {
            self.bytes.resize(needed.next_power_of_two());
        }
        self.bytes.forget(from, length);
        self.slots.push((begin, size));
        self.top = end;
        Some(STACK + begin)
    }

    /// Where an access lies in the bytes; None if no slot has all of it.
    pub(crate) fn locate(&self, address: u64, size: u64) -> Option<usize> {
        let (begin, length) = self.slot(address)?;
        let offset = address - STACK;
        (offset.checked_add(size)? <= begin + length).then(|| usize::try_from(offset).ok())?
    }

    /// How many bytes of the slot follow an address.
    pub(crate) fn rest(&self, address: u64) -> Option<u64> {
        let (begin, length) = self.slot(address)?;
        Some(begin + length - (address - STACK)).filter(|&rest| rest > 0)
    }

    fn slot(&self, address: u64) -> Option<(u64, u64)> {
        let offset = address.checked_sub(STACK)?;
        let after = self.slots.partition_point(|(begin, _)| *begin <= offset);
        let (begin, size) = *self.slots.get(after.checked_sub(1)?)?;
        (offset <= begin + size).then_some((begin, size))
    }
}
