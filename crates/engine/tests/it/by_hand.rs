//! Small models written by hand: three words, two locks, and a closure for each CPU.

use pmdrace_mm::routine::{Args, Routine};
use pmdrace_mm::{
    Addr, Cell, CellKind, Ctx, Exists, Kernel, Lock, LockId, LockKind, Meaning, MemoryModel, Model,
    Note, Property, Role, Word,
};
use pmdrace_pgtable::by_name;

/// Two entries and a counter.
pub(crate) const X: Addr = Addr(0);
pub(crate) const Y: Addr = Addr(1);
pub(crate) const N: Addr = Addr(2);
/// Two spinlocks, `ptl` and `mmu_lock`.
pub(crate) const A: LockId = LockId(0);
pub(crate) const B: LockId = LockId(1);

/// A word that means nothing.
pub(crate) fn word(bits: u64) -> Word {
    Word::new(bits, Meaning::None)
}

struct Script<F>(F);

impl<F: Fn(&Ctx<'_>) + Send + Sync> Routine for Script<F> {
    fn run(&self, k: &Ctx<'_>) {
        (self.0)(k);
    }
}

/// A closure as a routine.
pub(crate) fn script(run: impl Fn(&Ctx<'_>) + Send + Sync + 'static) -> Box<dyn Routine> {
    Box::new(Script(run))
}

/// A CPU that runs a routine; CPUs of one group are interchangeable.
pub(crate) fn role(index: usize, group: usize, routine: Box<dyn Routine>) -> Role {
    Role { name: format!("cpu{index}"), runs: "script", group, args: Args::default(), routine }
}

/// A model of these CPUs, each of its own kind, in which no warning may occur and no deadlock.
pub(crate) fn model(memory: MemoryModel, scripts: Vec<Box<dyn Routine>>) -> Model {
    let cell = |name: &str, kind, means| Cell {
        name: name.to_owned(),
        kind,
        init: Word::new(0, means),
        guard: None,
    };
    let lock = |name: &str| Lock { name: name.to_owned(), kind: LockKind::PageTable };
    let roles = scripts.into_iter().enumerate();
    Model {
        kernel: Kernel {
            arch: by_name("arm64@6.1").unwrap(),
            folios: Vec::new(),
            bystander: None,
            tables: Vec::new(),
            notifier: None,
            flush: pmdrace_mm::pgtable::TlbFlush::Broadcast,
            spared: pmdrace_mm::Cpus::default(),
            plain_reloads: false,
        },
        cells: vec![
            cell("x", CellKind::Pmd, Meaning::None),
            cell("y", CellKind::Pte, Meaning::None),
            cell("n", CellKind::Counter, Meaning::Count { reused: false }),
        ],
        locks: vec![lock("ptl"), lock("mmu_lock")],
        roles: roles.map(|(index, routine)| role(index, index, routine)).collect(),
        memory,
        properties: vec![Property::NoWarning, Property::NoDeadlock],
        exists: Exists::default(),
        goals: Vec::new(),
        bounds: Vec::new(),
    }
}

/// What a CPU of a model by hand does.
pub(crate) type Body = fn(&Ctx<'_>);

/// A model of these CPUs; equal bodies are interchangeable.
pub(crate) fn of_bodies(memory: MemoryModel, bodies: &[Body]) -> Model {
    let mut model = model(memory, bodies.iter().map(|body| script(*body)).collect());
    for (role, body) in model.roles.iter_mut().zip(bodies) {
        let same = |other: &Body| std::ptr::fn_addr_eq(*other, *body);
        role.group = bodies.iter().position(same).unwrap();
    }
    model
}

/// Violates the property of every model by hand.
pub(crate) fn warn(k: &Ctx<'_>) {
    k.cpu.note(Note::Warn { text: "seen", word: word(0), fires: true });
}

/// Steps that all conflict: nothing can be left out, and the states are many.
pub(crate) fn busy(k: &Ctx<'_>) {
    for _ in 0..2 {
        if k.cpu.atomic_add_unless(N, 1, 1000) && k.cpu.read_once(X).bits < 8 {
            let seen = k.cpu.read_once(Y).bits;
            k.cpu.write_once(X, word((seen + 1) % 4));
        }
        k.cpu.write_once(Y, word(k.cpu.read_once(X).bits));
    }
}

/// The same on a CPU of another kind.
pub(crate) fn busier(k: &Ctx<'_>) {
    busy(k);
}

/// A third kind.
pub(crate) fn busiest(k: &Ctx<'_>) {
    k.cpu.write_once(X, word(3));
    k.cpu.write_once(Y, word(k.cpu.read_once(X).bits));
}
