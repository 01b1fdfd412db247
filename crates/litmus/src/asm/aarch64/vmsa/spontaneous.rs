//! Hardware that manages access flags may set one at any time, not only for an access (Arm ARM, D8.4.6).
//!
//! As in herd7, it may do so once for each entry whose access flag is clear at first, and once with each store to an
//! entry.

use pmdrace_axioms::{End, Loc, Program, Run, Tag, Tags, Value};

use super::super::super::cpu::{self, Cpu, Step};
use super::super::super::trace::Trace;
use super::super::AArch64;
use crate::entry::Entry;

impl Cpu<'_, AArch64> {
    /// May set the access flag of an entry, with a store to it.
    pub(super) fn set_access_flag_spontaneously(&mut self, at: Loc) -> Step<()> {
        Ok(set(&mut self.trace, at)?)
    }
}

/// May set the access flag of an entry.
fn set(trace: &mut Trace<'_>, at: Loc) -> Result<(), End> {
    if trace.choose(2)? == 0 {
        return Ok(());
    }
    let tags = [Tag::Ttd, Tag::Spontaneous].into_iter().fold(Tag::Implicit.into(), Tags::with);
    let set = |old| match Entry::from_value(old) {
        Some(entry) if entry.valid && !entry.accessed => {
            Some(Entry { accessed: true, ..entry }.value())
        }
        _ => None,
    };
    trace.update(at, tags, set)
}

/// A program with threads that set access flags of entries that are clear at first.
pub(crate) struct Spontaneous {
    program: cpu::Program<AArch64>,
    entries: Vec<Loc>,
}

impl Spontaneous {
    /// Adds them to a program, if the test wants them.
    pub(crate) fn new(program: cpu::Program<AArch64>) -> Spontaneous {
        let memory = &program.memory;
        let clear = |at: &Loc| {
            let entry = Entry::from_value(memory.initial(*at));
            memory.is_entry(*at) && entry.is_some_and(|entry| !entry.accessed)
        };
        let all = (0..memory.count()).filter_map(|at| u16::try_from(at).ok()).map(Loc);
        let managed = program.settings.is_managed();
        let entries = all.filter(|at| managed && clear(at)).collect();
        Spontaneous { program, entries }
    }
}

impl Program for Spontaneous {
    fn threads(&self) -> usize {
        self.program.threads() + self.entries.len()
    }

    fn locations(&self) -> usize {
        self.program.locations()
    }

    fn initial(&self, at: Loc) -> Value {
        self.program.initial(at)
    }

    fn run(&self, thread: usize, answers: &[Value]) -> Run {
        let own = thread.checked_sub(self.program.threads());
        let Some(at) = own.and_then(|own| self.entries.get(own)) else {
            return self.program.run(thread, answers);
        };
        let mut trace = Trace::new(answers, true);
        let end = match set(&mut trace, *at) {
            Ok(()) => End::Done(Vec::new()),
            Err(end) => end,
        };
        trace.into_run(end)
    }
}
