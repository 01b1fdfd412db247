//! The state-space engine against a plain enumerator under sequential consistency and TSO: every interleaving
//! of the unchanged routines and of their store buffers, one step at a time, no automata, no reduction, no
//! packing.

use std::collections::{BTreeSet, HashSet};

use pmdrace_engine::{Budget, Final, LastState, search};
use pmdrace_mm::{Addr, CellKind, Cpus, LockId, MemoryModel, Model, Word};

use super::replay::{Answer, Ask, Count, next, observed};
use super::small;

#[derive(Clone, PartialEq, Eq, Hash)]
struct State {
    answers: Vec<Vec<Answer>>,
    memory: Vec<Word>,
    held: Vec<bool>,
    irqs_off: Vec<bool>,
    in_rcu: Vec<bool>,
    /// Per semaphore.
    readers: Vec<usize>,
    writers: Vec<bool>,
    /// Per CPU, its store buffer, oldest first; always empty under sequential consistency.
    buffers: Vec<Vec<Buffered>>,
    /// Per CPU, the others that have yet to take the interrupt it sends.
    waits_for: Vec<Option<Vec<usize>>>,
}

/// What waits in a store buffer.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Buffered {
    Store(Addr, Word),
    Unlock(LockId),
}

/// The state after the oldest store of a CPU's buffer has reached memory.
fn flush(state: &State, cpu: usize) -> Option<State> {
    let mut after = state.clone();
    match after.buffers[cpu].first()? {
        Buffered::Store(at, word) => after.memory[at.0] = *word,
        Buffered::Unlock(lock) => after.held[lock.0] = false,
    }
    after.buffers[cpu].remove(0);
    Some(after)
}

/// Whether a CPU does this with stores in its buffer.
fn overtakes(ask: Ask) -> bool {
    match ask {
        Ask::Read { .. }
        | Ask::Await { .. }
        | Ask::Write { .. }
        | Ask::AuxRead(_)
        | Ask::AuxUpdate(_)
        | Ask::Unlock(_)
        | Ask::Wmb
        | Ask::Rmb
        | Ask::IrqSave
        | Ask::IrqRestore
        | Ask::RcuLock
        | Ask::RcuUnlock => true,
        Ask::Count { op, .. } => matches!(op, Count::Read | Count::Set(_)),
        _ => false,
    }
}

/// The states that one step of a CPU leads to.
fn steps(model: &Model, state: &State, cpu: usize) -> Vec<State> {
    let tso = model.memory == MemoryModel::Tso;
    let mut all: Vec<State> = flush(state, cpu).into_iter().collect();
    let Some(ask) = next(model, cpu, &state.answers[cpu]).ask else { return all };
    let auxiliary = |at: Addr| model.cells[at.0].kind == CellKind::Auxiliary;
    let passes = overtakes(ask) || matches!(ask, Ask::Xchg { at, .. } if auxiliary(at));
    if state.buffers[cpu].is_empty() || passes {
        all.extend(step(model, state, cpu, ask, tso));
    }
    all
}

/// What a CPU reads: its own newest buffered store, or memory.
fn seen(state: &State, cpu: usize, at: Addr) -> Word {
    let own = state.buffers[cpu].iter().rev().find_map(|waiting| match waiting {
        Buffered::Store(to, word) if *to == at => Some(*word),
        _ => None,
    });
    own.unwrap_or(state.memory[at.0])
}

/// The states that a call leads to.
fn step(model: &Model, state: &State, cpu: usize, ask: Ask, tso: bool) -> Vec<State> {
    let mut after = state.clone();
    let answer = match ask {
        Ask::Read { at, .. } => Answer::Word(seen(state, cpu, at)),
        Ask::Await { at, .. } => {
            let answer = Answer::Word(seen(state, cpu, at));
            let answers = [&state.answers[cpu][..], &[answer]].concat();
            if next(model, cpu, &answers).refused {
                return Vec::new();
            }
            answer
        }
        Ask::Count { at, op: Count::Read } => Answer::Number(seen(state, cpu, at).bits),
        // Auxiliary words change for all CPUs at once.
        Ask::Write { at, word, .. } if tso && model.cells[at.0].kind != CellKind::Auxiliary => {
            after.buffers[cpu].push(Buffered::Store(at, word));
            Answer::Done
        }
        Ask::Count { at, op: Count::Set(word) } if tso => {
            after.buffers[cpu].push(Buffered::Store(at, word));
            Answer::Number(0)
        }
        Ask::Write { at, word, .. } => {
            after.memory[at.0] = word;
            Answer::Done
        }
        Ask::Xchg { at, word, .. } => {
            Answer::Word(std::mem::replace(&mut after.memory[at.0], word))
        }
        Ask::Update { at, .. } | Ask::AuxUpdate(at) => {
            let answer = Answer::Word(state.memory[at.0]);
            let answers = [&state.answers[cpu][..], &[answer]].concat();
            after.memory[at.0] = next(model, cpu, &answers).stored.unwrap_or(state.memory[at.0]);
            answer
        }
        Ask::AuxRead(at) => Answer::Word(state.memory[at.0]),
        Ask::DownRead(sem) | Ask::DownWrite(sem) if state.writers[sem.0] => return Vec::new(),
        Ask::DownWrite(sem) if state.readers[sem.0] > 0 => return Vec::new(),
        Ask::DownRead(sem) => {
            after.readers[sem.0] += 1;
            Answer::Done
        }
        Ask::UpRead(sem) => {
            after.readers[sem.0] -= 1;
            Answer::Done
        }
        Ask::DownWrite(sem) => {
            after.writers[sem.0] = true;
            Answer::Done
        }
        Ask::UpWrite(sem) => {
            after.writers[sem.0] = false;
            Answer::Done
        }
        Ask::Downgrade(sem) => {
            after.writers[sem.0] = false;
            after.readers[sem.0] += 1;
            Answer::Done
        }
        Ask::RcuLock => {
            after.in_rcu[cpu] = true;
            Answer::Done
        }
        Ask::RcuUnlock => {
            after.in_rcu[cpu] = false;
            Answer::Done
        }
        Ask::Count { at, op } => {
            let (new, number) = op.apply(state.memory[at.0]);
            after.memory[at.0] = new.unwrap_or(state.memory[at.0]);
            Answer::Number(number)
        }
        Ask::Lock(lock) if state.held[lock.0] => return Vec::new(),
        Ask::Lock(lock) => {
            after.held[lock.0] = true;
            Answer::Done
        }
        Ask::Unlock(lock) if tso => {
            after.buffers[cpu].push(Buffered::Unlock(lock));
            Answer::Done
        }
        Ask::Unlock(lock) => {
            after.held[lock.0] = false;
            Answer::Done
        }
        Ask::IrqSave => {
            after.irqs_off[cpu] = true;
            Answer::Done
        }
        Ask::IrqRestore => {
            after.irqs_off[cpu] = false;
            Answer::Done
        }
        Ask::Ipi(cpus) => return interrupt(state, cpu, cpus, false),
        Ask::GracePeriod => return interrupt(state, cpu, Cpus::ALL, true),
        Ask::Mb | Ask::Wmb | Ask::Rmb => Answer::Done,
    };
    after.answers[cpu].push(answer);
    vec![after]
}

/// One of these CPUs that can takes the interrupt, or is seen outside of a read section.
fn interrupt(state: &State, cpu: usize, cpus: Cpus, grace: bool) -> Vec<State> {
    let others = (0..state.answers.len()).filter(|other| *other != cpu && cpus.contains(*other));
    let waiting = state.waits_for[cpu].clone().unwrap_or(others.collect());
    if waiting.is_empty() {
        let mut after = state.clone();
        after.answers[cpu].push(Answer::Done);
        return vec![after];
    }
    let takes = |target: &usize| {
        let mut after = state.clone();
        let left: Vec<usize> = waiting.iter().copied().filter(|other| other != target).collect();
        after.waits_for[cpu] = (!left.is_empty()).then_some(left);
        if after.waits_for[cpu].is_none() {
            after.answers[cpu].push(Answer::Done);
        }
        after
    };
    let in_section = |target: &usize| state.irqs_off[*target] || grace && state.in_rcu[*target];
    let drained = |target: &usize| state.buffers[*target].is_empty();
    waiting.iter().filter(|target| !in_section(target) && drained(target)).map(takes).collect()
}

/// The outcomes of every execution.
pub(crate) fn enumerate(model: &Model) -> BTreeSet<Final> {
    let mut finals = BTreeSet::new();
    explore(model, &mut |state| {
        let cells = model.cells.iter().zip(&state.memory);
        let counters = cells.filter(|(cell, _)| cell.kind == CellKind::Counter);
        let answers = || state.answers.iter().enumerate();
        finals.insert(Final {
            observed: answers().map(|(cpu, all)| observed(model, cpu, all)).collect(),
            counters: counters.map(|(_, word)| word.bits).collect(),
            ends: answers().map(|(cpu, all)| next(model, cpu, all).ends).collect(),
        });
    });
    finals
}

/// The last states of every execution.
pub(crate) fn last_states(model: &Model) -> BTreeSet<LastState> {
    let mut states = BTreeSet::new();
    explore(model, &mut |state| {
        let answers = state.answers.iter().enumerate();
        states.insert(LastState {
            ends: answers.map(|(cpu, all)| next(model, cpu, all).ends).collect(),
            memory: state.memory.iter().map(|word| word.bits).collect(),
        });
    });
    states
}

/// Visits the end of every execution.
fn explore(model: &Model, end: &mut dyn FnMut(&State)) {
    let cpus = model.roles.len();
    let start = State {
        answers: vec![Vec::new(); cpus],
        memory: model.cells.iter().map(|cell| cell.init).collect(),
        held: vec![false; model.locks.len()],
        irqs_off: vec![false; cpus],
        in_rcu: vec![false; cpus],
        buffers: vec![Vec::new(); cpus],
        readers: vec![0; model.locks.len()],
        writers: vec![false; model.locks.len()],
        waits_for: vec![None; cpus],
    };
    let (mut seen, mut waiting) = (HashSet::from([start.clone()]), vec![start]);
    while let Some(state) = waiting.pop() {
        let after: Vec<State> = (0..cpus).flat_map(|cpu| steps(model, &state, cpu)).collect();
        // A CPU that waits forever has no outcome.
        let ended = |cpu: usize| next(model, cpu, &state.answers[cpu]).ask.is_none();
        if after.is_empty() && (0..cpus).all(ended) {
            end(&state);
        }
        for state in after {
            if seen.insert(state.clone()) {
                waiting.push(state);
            }
        }
    }
}

/// Every small cell ends as the enumerator says.
fn ends_as_enumerated(memory: MemoryModel) {
    let all = small(memory);
    assert!(all.len() > 1000, "{}", all.len());
    for (name, cell, model) in all {
        let by_hand = enumerate(&model);
        let found = search::finals(model, &Budget::unlimited()).unwrap();
        assert_eq!(found.cut, None);
        assert_eq!(found.set, by_hand, "{name} {cell}");
    }
}

#[test]
fn outcomes_are_those_of_all_interleavings() {
    ends_as_enumerated(MemoryModel::Sc);
}

#[test]
fn outcomes_under_tso_are_those_of_all_interleavings_of_store_buffers() {
    ends_as_enumerated(MemoryModel::Tso);
}
