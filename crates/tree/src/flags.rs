//! The flags of a struct page whose mark the model has: that an anonymous page is exclusive to one process.
//!
//! Only the functions that are about the mark access the model's word. To all others the mark is clear, and the
//! flags that they set are kept to the run: no model has those.

use pmdrace_kir::{Access, Ask, Kind, Reply};
use pmdrace_mm::{Addr, Claim, FolioId, MemoryModel, RmwOrder, Subject, Word};

use crate::cpu::{Asking, one_sided, order};

/// Functions that read or change the mark and no other flag.
const OF_THE_MARK: &[&str] = &[
    "PageAnonExclusive",
    "SetPageAnonExclusive",
    "ClearPageAnonExclusive",
    "__ClearPageAnonExclusive",
];

/// The flags of one struct page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Flags {
    pub(crate) folio: FolioId,
    /// The word of the model that is not zero while the page is exclusive.
    pub(crate) mark: Addr,
    /// The bit that says so among the flags.
    pub(crate) bit: u64,
    /// The other flags at the beginning.
    pub(crate) others: u64,
}

impl Asking<'_, '_> {
    /// An access to the flags at `base`, or to some bytes of them.
    pub(crate) fn flags(
        &mut self,
        base: u64,
        flags: Flags,
        access: Access,
        ask: &Ask<'_>,
    ) -> Reply {
        let shift = (access.address - base) * 8;
        let part = |word: u64| u128::from(word) >> shift & (u128::MAX >> (128 - access.size * 8));
        let functions = self.functions(ask.place);
        if functions.iter().any(|function| OF_THE_MARK.contains(&function.as_str())) {
            return self.exclusive(flags, access, ask, (shift, &part));
        }
        let others = self.page_flags.entry(base).or_insert(flags.others);
        let old = part(*others);
        if let Some(new) = ask.kind.change(old) {
            *others ^= ((old ^ new) << shift) as u64;
        }
        match ask.kind {
            Kind::Store { .. } => Reply::Done,
            _ => Reply::Value(old),
        }
    }

    /// An access to the mark.
    fn exclusive(
        &mut self,
        flags: Flags,
        access: Access,
        ask: &Ask<'_>,
        (shift, part): (u64, &dyn Fn(u64) -> u128),
    ) -> Reply {
        let with = |found: Word| match found.bits {
            0 => part(0),
            _ => part(flags.bit),
        };
        let change = |found: Word| {
            let bits = (ask.kind.change(with(found))? << shift) as u64 & flags.bit;
            Some(found.with_bits(u64::from(bits != 0)))
        };
        let reply = match ask.kind {
            Kind::Load(_) => return Reply::Value(with(self.k.cpu.read_once(flags.mark))),
            Kind::Store { .. } => {
                return Reply::Refuse("a mark is stored with the flags beside it".to_owned());
            }
            _ => {
                // What returns nothing is unordered, also where all updates are locked instructions.
                let locked = self.k.arch().facts().memory_model == MemoryModel::Tso;
                let order = if locked { Some(RmwOrder::Relaxed) } else { order(access.order) };
                let Some(order) = order else { return one_sided(access.order) };
                Reply::Value(with(self.k.cpu.update(flags.mark, order, &change)))
            }
        };
        let cleared = change(Word::new(1, pmdrace_mm::Meaning::None));
        if cleared.is_some_and(|word| word.bits == 0) {
            self.k.claim(Subject::Folio(flags.folio), Claim::Shared);
        }
        reply
    }
}
