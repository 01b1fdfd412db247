//! Random programs that wait, against the same programs that read instead: a CPU whose word is not the one that it
//! waits for stops there.
//!
//! The executions of a program that waits are those in which none stops. It can end with a CPU that waits forever if,
//! and only if, there is one in which some CPUs stop and memory ends with words for which they would wait on. This is
//! the definition of a loop of reads in a finite execution: it reads something else each time, the newest store at last.

use std::collections::BTreeSet;
use std::sync::Arc;

use pmdrace_engine::{Budget, End, Final, Finals, LastState, search};
use pmdrace_mm::{
    Addr, Cell, CellKind, Ctx, Meaning, MemoryModel, Model, Note, ReadOrder, Register, RmwOrder,
    Word,
};
use rand::rngs::SmallRng;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use super::DEADLOCK;
use crate::by_hand::{N, X, Y, model, script, word};
use crate::fuzz::for_long;

/// One more entry, found through no other, and a word outside memory.
const Z: Addr = Addr(3);
const O: Addr = Addr(4);
const PROGRAMS: usize = 250;
/// What a CPU returns that stops at its step of this number.
const STOPPED: [&str; 5] = ["0", "1", "2", "3", "4"];

#[derive(Clone, Copy, PartialEq, Debug)]
enum Step {
    Read(Addr, ReadOrder),
    Write(Addr, u64),
    /// Stores what was read last.
    Copy(Addr),
    Release(Addr, u64),
    Xchg(Addr, u64, RmwOrder),
    Add,
    Outside,
    Mb,
    Wmb,
    Rmb,
    Await(Addr, ReadOrder, Wanted),
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Wanted {
    Is(u64),
    Not(u64),
    /// Another word than was read last.
    News,
}

impl Wanted {
    fn likes(self, word: Word, last: u64) -> bool {
        match self {
            Wanted::Is(bits) => word.bits == bits,
            Wanted::Not(bits) => word.bits != bits,
            Wanted::News => word.bits != last,
        }
    }
}

type Program = Vec<Vec<Step>>;

fn step(random: &mut SmallRng) -> Step {
    let entry = *[X, Y, Y, Z].choose(random).unwrap();
    let value = random.random_range(1..=2);
    let order = match random.random_range(0..6) {
        0..3 => ReadOrder::Once,
        3 => ReadOrder::Dependency,
        _ => ReadOrder::Acquire,
    };
    let rmw = if random.random() { RmwOrder::Full } else { RmwOrder::Relaxed };
    match random.random_range(0..24) {
        0..4 => Step::Read(entry, order),
        4..8 => Step::Write(entry, value),
        8 => Step::Copy(entry),
        9..11 => Step::Release(entry, value),
        11 => Step::Xchg(entry, value, rmw),
        12 => Step::Add,
        13 => Step::Outside,
        14 => Step::Mb,
        15 => Step::Wmb,
        16 => Step::Rmb,
        _ => {
            let at = *[entry, entry, entry, entry, N, O].choose(random).unwrap();
            let order = if order == ReadOrder::Acquire { order } else { ReadOrder::Once };
            let wanted = match random.random_range(0..6) {
                0..4 => Wanted::Is(if at == N || at == O { 1 } else { value }),
                4 => Wanted::Not(0),
                _ => Wanted::News,
            };
            Step::Await(at, order, wanted)
        }
    }
}

/// Two or three CPUs, of which at least one waits.
fn program(random: &mut SmallRng) -> Program {
    loop {
        let cpus = random.random_range(2..=3);
        let most = if cpus == 2 { 4 } else { 3 };
        let cpu = |random: &mut SmallRng| -> Vec<Step> {
            (0..random.random_range(1..=most)).map(|_| step(random)).collect()
        };
        let program: Program = (0..cpus).map(|_| cpu(random)).collect();
        let waits = program.iter().flatten().filter(|step| matches!(step, Step::Await(..)));
        if (1..=3).contains(&waits.count()) {
            return program;
        }
    }
}

/// Runs a CPU. If it only reads where it would wait, it stops at a word that it does not like.
fn run(k: &Ctx<'_>, steps: &[Step], waits: bool, read_barrier: bool) {
    let mut last = 0;
    for (index, step) in steps.iter().enumerate() {
        match *step {
            Step::Read(at, ReadOrder::Once) => last = k.cpu.read_once(at).bits,
            Step::Read(at, ReadOrder::Dependency) => last = k.cpu.read_once_dep(at).bits,
            Step::Read(at, ReadOrder::Acquire) => last = k.cpu.smp_load_acquire(at).bits,
            Step::Write(at, bits) => k.cpu.write_once(at, word(bits)),
            Step::Copy(at) => k.cpu.write_once(at, word(last)),
            Step::Release(at, bits) => k.cpu.smp_store_release(at, word(bits)),
            Step::Xchg(at, bits, RmwOrder::Full) => last = k.cpu.xchg(at, word(bits)).bits,
            Step::Xchg(at, bits, _) => last = k.cpu.xchg_relaxed(at, word(bits)).bits,
            Step::Add => k.cpu.atomic_add(N, 1),
            Step::Outside => {
                k.cpu.aux_update(O, &|old| word(old.bits + 1));
            }
            Step::Mb => k.cpu.smp_mb(),
            Step::Wmb => k.cpu.smp_wmb(),
            Step::Rmb => k.cpu.smp_rmb(),
            Step::Await(at, order, wanted) => {
                let likes = |word| wanted.likes(word, last);
                let acquires = order == ReadOrder::Acquire;
                let found = match (waits, acquires) {
                    (true, true) => k.cpu.smp_cond_load_acquire(at, &likes),
                    (true, false) => k.cpu.smp_cond_load_relaxed(at, &likes),
                    (false, true) if !read_barrier => k.cpu.smp_load_acquire(at),
                    (false, _) => k.cpu.read_once(at),
                };
                if !likes(found) {
                    k.cpu.note(Note::Register { register: Register(0), value: last });
                    k.cpu.note(Note::Return(STOPPED[index]));
                    return;
                }
                if !waits && acquires && read_barrier {
                    k.cpu.smp_rmb();
                }
                last = found.bits;
            }
        }
    }
}

fn build(program: &Program, memory: MemoryModel, waits: bool) -> Arc<Model> {
    let barrier = memory == MemoryModel::Rvwmo;
    let cpu = |steps: &Vec<Step>| {
        let steps = steps.clone();
        script(move |k: &Ctx<'_>| run(k, &steps, waits, barrier))
    };
    let mut model = model(memory, program.iter().map(cpu).collect());
    let cell = |name: &str, kind| Cell {
        name: name.to_owned(),
        kind,
        init: Word::new(0, Meaning::None),
        guard: None,
    };
    model.cells.push(cell("z", CellKind::Pmd));
    model.cells.push(cell("o", CellKind::Auxiliary));
    // CPUs that do the same are interchangeable.
    for (role, steps) in model.roles.iter_mut().zip(program) {
        role.group = program.iter().position(|other| other == steps).unwrap();
    }
    Arc::new(model)
}

fn finals(model: &Arc<Model>) -> Finals {
    let found = search::finals(Arc::clone(model), &Budget::unlimited()).unwrap();
    assert_eq!(found.cut, None);
    found
}

/// The step at which a CPU stopped, and what it had read last.
fn stopped(ends: &[End]) -> Option<(usize, u64)> {
    match ends {
        [End::Holds(_, last), End::Returned(step)] => {
            Some((STOPPED.iter().position(|known| known == step)?, *last))
        }
        _ => None,
    }
}

/// Whether an execution in which CPUs stop may have them wait forever instead.
fn waits_forever(program: &Program, last: &LastState) -> bool {
    let stops = last.ends.iter().zip(program).filter_map(|(ends, steps)| {
        let (step, last) = stopped(ends)?;
        Some((steps[step], last))
    });
    let mut stops = stops.peekable();
    stops.peek().is_some()
        && stops.all(|(step, before)| match step {
            Step::Await(at, _, wanted) => !wanted.likes(word(last.memory[at.0]), before),
            _ => panic!("{step:?} does not wait"),
        })
}

/// Whether all that a CPU waits for in an outcome is something that it might have stopped at: only then does what
/// follows a plain read depend on it.
fn depends(program: &Program, all: &Finals, outcome: &Final) -> bool {
    program.iter().enumerate().all(|(cpu, steps)| {
        let mut observed = 0;
        steps.iter().enumerate().all(|(index, step)| {
            let before = &outcome.observed[cpu][..observed];
            observed += match step {
                Step::Write(..) | Step::Copy(_) | Step::Release(..) => 0,
                Step::Mb | Step::Wmb | Step::Rmb => 0,
                _ => 1,
            };
            let stops = |other: &Final| {
                stopped(&other.ends[cpu]).is_some_and(|(at, _)| at == index)
                    && other.observed[cpu].starts_with(before)
            };
            !matches!(step, Step::Await(..)) || all.set.iter().any(stops)
        })
    })
}

/// How a program compares: whether the outcomes are the same, and whether CPUs may wait forever.
fn compare(program: &Program, memory: MemoryModel) -> (bool, bool) {
    let at = || format!("{memory}: {program:?}");
    let waits = build(program, memory, true);
    let tries = build(program, memory, false);
    let (found, all) = (finals(&waits), finals(&tries));
    let goes_on = |outcome: &&Final| outcome.ends.iter().all(|ends| stopped(ends).is_none());
    let some: BTreeSet<Final> = all.set.iter().filter(goes_on).cloned().collect();
    let made_up = found.set.difference(&some).next();
    assert_eq!(made_up, None, "{}", at());
    for missed in some.difference(&found.set) {
        assert!(!depends(program, &all, missed), "{}: {missed:?}", at());
    }
    let last = search::last_states(tries, &Budget::unlimited()).unwrap();
    let forever = last.set.iter().any(|last| waits_forever(program, last));
    assert_eq!(found.deadlocks, forever, "{}", at());
    let reduced = search::check(Arc::clone(&waits), &Budget::unlimited()).unwrap();
    let whole = search::check_unreduced(waits, &Budget::unlimited()).unwrap();
    let (reduced, whole) = (&reduced.properties[DEADLOCK], &whole.properties[DEADLOCK]);
    assert_eq!((reduced.violating > 0, whole.violating > 0), (forever, forever), "{}", at());
    assert_eq!(reduced.by, whole.by, "{}", at());
    (some == found.set, forever)
}

/// Of some programs, how many have the same outcomes, and in how many CPUs may wait forever.
fn compare_some(seed: u64, programs: usize, memory: MemoryModel) -> (usize, usize) {
    let mut random = SmallRng::seed_from_u64(seed);
    let compared = (0..programs).map(|_| compare(&program(&mut random), memory));
    compared.fold((0, 0), |(same, forever), (is_same, may_wait)| {
        (same + usize::from(is_same), forever + usize::from(may_wait))
    })
}

#[test]
fn random_programs_wait_as_loops_of_reads_do() {
    for memory in MemoryModel::ALL {
        let (same, forever) = compare_some(21, PROGRAMS, memory);
        assert!(same * 10 >= PROGRAMS * 9, "{memory}: {same}");
        assert!((PROGRAMS / 10..PROGRAMS).contains(&forever), "{memory}: {forever}");
    }
}

#[test]
#[ignore = "runs as long as it is told: just fuzz TIME"]
fn random_programs_wait_for_long() {
    for_long(|seed| {
        for memory in MemoryModel::ALL {
            compare_some(seed, 50, memory);
        }
        50
    });
}
