//! What the C does, in the terms of the oracles: which page or table it takes an entry for, what a helper answers it,
//! which warning fires.
//!
//! That an entry is taken for a mapping of a page, or for a link to a table, is seen in the addresses that are accessed:
//! they come from the entry. What a helper answers is told by the marks of the instrumented headers
//! ([`crate::Plan`]).

use pmdrace_kir::{Ask, Mark};
use pmdrace_mm::pgtable::MigrationEntry;
use pmdrace_mm::routine::Args;
use pmdrace_mm::{Addr, CellKind, Kernel, Meaning, Note, Word, kept};

use crate::cpu::Asking;
use crate::entry::Seen;

/// What marks begin with.
const PREFIX: &str = "pmdrace ";

/// A read of an entry.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    /// The event of the run.
    pub(crate) event: u32,
    /// The word.
    pub(crate) at: Addr,
    /// What was found.
    pub(crate) word: Word,
    /// The place, by its number.
    pub(crate) spot: usize,
    /// Whether it is what an update found.
    pub(crate) by_update: bool,
    /// Whether it was told that a page or a table was taken from it.
    told: bool,
}

impl Read {
    pub(crate) fn new(event: u32, at: Addr, word: Word, spot: usize) -> Read {
        Read { event, at, word, spot, by_update: false, told: false }
    }

    /// What an update found.
    pub(crate) fn of_update(event: u32, at: Addr, word: Word) -> Read {
        Read { event, at, word, spot: usize::MAX, by_update: true, told: false }
    }
}

impl Asking<'_, '_> {
    /// The C is where it asks this.
    pub(crate) fn arrives(&mut self, ask: &Ask<'_>) {
        let spot = self.known.spots.at(&self.known.program, ask.place, ask.callers);
        self.quiet.is_at(spot);
    }

    /// An answer of a helper, as the instrumented headers tell it.
    pub(crate) fn marked(&mut self, mark: &Mark<'_>) {
        let Some(helper) = mark.text.strip_prefix(PREFIX) else { return };
        let [bits, answer] = *mark.values else { return };
        let found = self.reads.iter().rev().find(|read| read.word.bits == bits);
        // A word that is of no entry of the model, or that the C made itself.
        let Some(word) = found.map(|read| read.word) else { return };
        let spot = self.known.spots.at(&self.known.program, mark.place, mark.callers);
        self.quiet.is_at(spot);
        let helper = kept(helper);
        self.quiet.tell(Note::Answer { helper, word, answer: answer != 0 });
    }

    /// Memory is accessed at an address that comes from these reads.
    pub(crate) fn touched(&mut self, address: u64, events: &[u32]) {
        let frames = self.known.frames;
        if let Some(pfn) = frames.pfn_of_page(address) {
            self.takes(events, |asking, read| asking.page(read, pfn));
        } else if let Some(pfn) = frames.pfn_of_address(address) {
            self.takes(events, |asking, read| asking.table(read, pfn));
        }
    }

    /// The last of these reads that was of an entry, the first time that something is taken from it.
    fn takes(&mut self, events: &[u32], note: impl Fn(&Self, &Read) -> Option<Note>) {
        let entry = |read: &&mut Read| {
            matches!(self.kinds.get(read.at.0), Some(CellKind::Pmd | CellKind::Pte))
        };
        let among = |read: &&mut Read| events.contains(&read.event);
        let last = self.reads.iter_mut().filter(entry).rfind(among);
        let Some(read) = last.filter(|read| !read.told) else { return };
        read.told = true;
        let read = read.clone();
        if let Some(note) = note(self, &read) {
            self.quiet.tell(note);
        }
    }

    /// The page that an entry was taken to map. A swap entry is no mapping, and its page is found in another way.
    fn page(&self, read: &Read, pfn: u64) -> Option<Note> {
        let arch = self.k.arch();
        let is_pte = self.is_pte(read.at);
        let swap = match is_pte {
            true => MigrationEntry::from_pte(arch, read.word.pte()),
            // Whether it passes for one is another question.
            false => arch
                .pmd_to_swp_entry(read.word.pmd())
                .and_then(|entry| MigrationEntry::from_swp_entry(arch, entry)),
        };
        let covers =
            |entry: &MigrationEntry| (entry.pfn..entry.pfn + arch.hpage_pmd_nr()).contains(&pfn);
        let is_swap = matches!(read.word.means(), Meaning::Swap { .. });
        if is_swap && swap.as_ref().is_some_and(covers) {
            return None;
        }
        let helper = if is_pte { "pte_page" } else { "pmd_page" };
        Some(Note::Page { helper, word: read.word, pfn, folio: self.k.kernel.folio_at(pfn) })
    }

    /// The table that an entry was taken to link.
    fn table(&self, read: &Read, pfn: u64) -> Option<Note> {
        let is_pmd = self.kinds.get(read.at.0) == Some(&CellKind::Pmd);
        let table = self.k.kernel.table_at(pfn);
        is_pmd.then_some(Note::Table { word: read.word, pfn, table })
    }

    /// An entry is about to be cleared: whether for being bad is told by the function that does it.
    pub(crate) fn clears(&self, found: Option<Word>) {
        let Some(spot) = self.quiet.spot() else { return };
        if let Some(word) = found.filter(|_| spot.is_in("pmd_clear_bad")) {
            self.quiet.tell(Note::Bad { word });
        }
    }

    /// A word of the model is stored.
    pub(crate) fn stores(&mut self, at: Addr, word: Word) {
        self.found.insert(at, word);
        let bad = self.quiet.spot().is_some_and(|spot| spot.is_in("pmd_clear_bad"));
        if !bad {
            self.stored.push((at, word));
        }
    }

    /// What the run did, once the function has returned.
    pub(crate) fn seen<'s>(&self, args: &'s Args, kernel: &'s Kernel, value: u64) -> Seen<'s> {
        let reads = self.reads.iter().map(|read| (read.at, read.word)).collect();
        Seen { args, kernel, value, reads, stored: self.stored.clone() }
    }

    /// A `WARN()` or a `BUG()` is reached: it fires.
    pub(crate) fn traps(&mut self, is_warning: bool) {
        let Some(spot) = self.quiet.spot() else { return };
        // The macro's own frame, if there is one, is inlined into the function that warns.
        let frame = spot.place.frames().first();
        let place = frame.map_or_else(String::new, |frame| {
            format!(" in {}() at {}:{}", frame.function, frame.file, frame.line)
        });
        self.known.bug |= !is_warning;
        let kind = if is_warning { "WARN" } else { "BUG" };
        let word = self.reads.last().map_or(Word::new(0, Meaning::None), |read| read.word);
        self.quiet.tell(Note::Warn { text: kept(&format!("{kind}{place}")), word, fires: true });
    }
}
