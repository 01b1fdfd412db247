//! Virtual memory: every access to a page whose entry a test can change walks the translation table first, as an
//! implicit read of that entry. What it reads decides about the address and about a fault.
//!
//! Source: the Arm ARM, D8; herd7's AArch64Sem.ml. Pages whose entry no instruction can name are always mapped, and
//! their walks, which order nothing, are left out.

mod settings;
mod spontaneous;

pub(crate) use settings::Settings;
pub(crate) use spontaneous::Spontaneous;

use pmdrace_axioms::{End, Loc, Tag, Tags, Value};

use super::super::cpu::{Cpu, Interrupt, Next, Step, code_address};
use super::super::trace::{Dep, Inputs, Word};
use super::AArch64;
use super::access::{Direction, Target};
use super::register::Register;
use crate::entry::Entry;
use crate::fault::{Class, Fault};

/// How a thread goes astray whose translation table holds something else.
const NO_ENTRY: &str = "translate an address by a value that is no page-table entry";

impl Cpu<'_, AArch64> {
    /// Translates an address. A fault has these annotations of the access.
    pub(super) fn target(
        &mut self,
        address: Word,
        direction: Direction,
        tags: Tags,
    ) -> Step<Target> {
        match self.memory.walk(address.bits) {
            Some((entry, offset)) => self.walk(address, entry, offset, direction, tags),
            None => self.untranslated(address, direction, tags),
        }
    }

    /// An access to a page that is always mapped, or to a translation table.
    fn untranslated(&mut self, address: Word, direction: Direction, tags: Tags) -> Step<Target> {
        if let Some(at) = self.memory.at(address.bits)
            && self.memory.is_entry(at)
        {
            if self.settings.is_user(self.thread) {
                return self.fault(Class::Permission, address, None, tags);
            }
            if direction == Direction::Write && self.settings.is_managed() {
                self.set_access_flag_spontaneously(at)?;
            }
        }
        Ok(Target { address: address.bits, addr: address.dep, ctrl: Dep::NONE })
    }

    /// Reads an entry and does what it says.
    fn walk(
        &mut self,
        address: Word,
        at: Loc,
        offset: i64,
        direction: Direction,
        tags: Tags,
    ) -> Step<Target> {
        let walk = Tags::from(Tag::Implicit).with(Tag::Ttd);
        let inputs = Inputs { addr: address.dep, offset: Some(0), ..Inputs::default() };
        let read = self.trace.read(at, walk, inputs)?;
        let entry = Entry::from_value(read.bits).ok_or(End::Astray(NO_ENTRY))?;
        self.trace.names_frame(self.memory.page(entry.frame));
        let sets_access_flag = self.settings.sets_access_flag(self.thread);
        let sets_dirty_bit = self.settings.sets_dirty_bit(self.thread);
        let writes = direction == Direction::Write;
        let user = self.settings.is_user(self.thread) && !self.in_handler;
        let accessible = entry.accessed || sets_access_flag;
        let writable = entry.dirty || sets_dirty_bit && entry.dirty_managed;
        if !entry.valid {
            return self.fault(Class::Translation, address, Some(read), tags);
        }
        if !accessible {
            return self.fault(Class::AccessFlag, address, Some(read), tags);
        }
        if writes && !writable || user && !entry.el0 {
            return self.fault(Class::Permission, address, Some(read), tags);
        }
        let mut updated = entry;
        if sets_access_flag {
            updated.accessed = true;
        }
        if sets_dirty_bit && self.sets_dirty_bit(direction, entry)? {
            updated.dirty = true;
        }
        if updated != entry {
            let rmw = read.dep.own.iter().next().and_then(|read| u8::try_from(read).ok());
            // The value comes from the walk, not from what the CPU itself may have stored before it.
            let data = Dep { own: read.dep.own, ..Dep::NONE };
            let inputs = Inputs { addr: address.dep, data, ctrl: data, rmw, ..inputs };
            self.trace.write(at, updated.value(), walk, inputs)?;
        }
        Ok(Target {
            address: entry.frame.wrapping_add(offset as Value),
            addr: address.dep | read.dep,
            ctrl: read.dep.selecting(),
        })
    }

    /// Whether an access sets the dirty bit where hardware manages it. A compare-and-swap that fails may do so.
    fn sets_dirty_bit(&mut self, direction: Direction, entry: Entry) -> Step<bool> {
        Ok(match direction {
            Direction::Write => true,
            Direction::Read => false,
            Direction::MayWrite => !entry.dirty && self.trace.choose(2)? == 1,
        })
    }

    /// Takes a fault.
    fn fault<T>(&mut self, class: Class, address: Word, walk: Option<Word>, tags: Tags) -> Step<T> {
        let kind = match class {
            Class::Translation => Tag::TranslationFault,
            Class::AccessFlag => Tag::AccessFlagFault,
            _ => Tag::PermissionFault,
        };
        let tags = tags.with(Tag::MmuFault).with(kind).with(Tag::ExceptionEntry);
        let walk = walk.map_or(Dep::NONE, |walk| walk.dep);
        let offset = self.memory.offset(address.bits);
        let inputs =
            Inputs { addr: address.dep, ctrl: walk.selecting(), offset, ..Inputs::default() };
        self.trace.other(None, 0, tags, inputs)?;
        let page = self.memory.page(address.bits);
        self.faults.push(Fault { instruction: self.at, page, class });
        self.set(Register::RETURN, Word::constant(code_address(self.thread, self.at)));
        Err(Interrupt::Exception)
    }

    /// Takes an exception that is none of memory; it returns `past` instructions behind this one.
    pub(super) fn exception(&mut self, class: Class, past: usize) -> Step<()> {
        self.trace.other(None, 0, Tag::ExceptionEntry.into(), Inputs::default())?;
        self.faults.push(Fault { instruction: self.at, page: None, class });
        self.set(Register::RETURN, Word::constant(code_address(self.thread, self.at + past)));
        Err(Interrupt::Exception)
    }

    /// Returns from an exception.
    pub(super) fn exception_return(&mut self) -> Step<Next> {
        self.trace.other(None, 0, Tag::ExceptionReturn.into(), Inputs::default())?;
        self.in_handler = false;
        let address = self.get(Register::RETURN);
        let to = self.instruction_at(address.bits)?;
        Ok(Next::Jump { to, counted: true })
    }

    /// Invalidates the TLB, for a page by its number or for all of them.
    pub(super) fn invalidate(&mut self, shared: bool, page: Option<Register>) -> Step<()> {
        let mut tags = Tags::from(Tag::Tlbi);
        if shared {
            tags = tags.with(Tag::TlbiShared);
        }
        let Some(page) = page else {
            self.trace.other(None, 0, tags, Inputs::default())?;
            return Ok(());
        };
        let page = self.get(page);
        let inputs = Inputs { addr: page.dep, ..Inputs::default() };
        let entry = self.memory.entry_of_page(page.bits);
        // Of a page that is always mapped there is nothing to invalidate.
        let tags = if entry.is_some() { tags } else { Tags::NONE };
        self.trace.other(entry, 0, tags, inputs)?;
        Ok(())
    }
}
