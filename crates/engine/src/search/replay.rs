//! Replaying a recorded trace: the execution of a model, if there is one, whose events fit the record.
//!
//! A record contains events, not the choices of the machine: where a store was placed in a word's history, or
//! when it left a store buffer. So this is a small depth-first search over those choices; every event on the
//! path must fit. Events do not tell in which order a word's stores end up, so of several executions that fit one is
//! chosen that is as wanted. Because the machine of the model's memory model takes the steps, the result is an execution
//! that this model permits, whichever engine the record came from.

use pmdrace_mm::{Event, Meaning, MemoryModel, Model, Op, SyncOp};

use super::on_all;
use super::path::{Move, Recorder};
use super::witness::moves;
use crate::memory::{FLUSH, Machine, Task};
use crate::program::Stop;
use crate::{EngineError, ModificationOrder};

/// The maximum number of steps to try for a record.
const MAX_STEPS: usize = 1_000_000;

/// How the events of an execution fit a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fit {
    /// They are the whole record.
    Complete,
    /// They are a prefix of it; the next event is of this CPU.
    Begins {
        /// The number of the record's steps in the prefix.
        after: usize,
        /// The CPU.
        next: usize,
    },
    /// They are not a prefix of it.
    Differs {
        /// The number of the record's steps that they start with nevertheless.
        after: usize,
    },
}

/// The result of a replay.
#[derive(Clone, Debug)]
pub enum Replay {
    /// The execution that fits, continued to its end.
    Reproduced(Vec<Event>, ModificationOrder),
    /// No execution fits. The events up to the point that was reached, and what the CPU whose turn it is does
    /// there instead, if anything.
    Differs(Vec<Event>),
}

/// Searches for an execution of `model` whose events fit; among several for one that is `wanted`.
///
/// # Errors
/// When the model exceeds a limit of the engine, when a routine panics, or when the search takes too many
/// steps.
pub fn replay(
    model: &Model,
    fits: &dyn Fn(&[Event]) -> Fit,
    wanted: &dyn Fn(&[Event], &ModificationOrder) -> bool,
) -> Result<Replay, EngineError> {
    on_all(model, Follow { fits, wanted })
}

/// The same execution in the order and with the notes of this engine; None if the memory model does not
/// permit it.
///
/// # Errors
/// As [`replay`].
pub fn retell(
    model: &Model,
    events: &[Event],
) -> Result<Option<(Vec<Event>, ModificationOrder)>, EngineError> {
    let visible = |events: &[Event]| Visible::all(events);
    let record = visible(events);
    let fits = |events: &[Event]| {
        let now = visible(events);
        match (record.get(..now.len()) == Some(&now[..]), record.get(now.len())) {
            (false, _) => Fit::Differs { after: 0 },
            (true, Some(next)) => Fit::Begins { after: now.len(), next: next.cpu },
            (true, None) => Fit::Complete,
        }
    };
    Ok(match replay(model, &fits, &|_, _| true)? {
        Replay::Reproduced(events, order) => Some((events, order)),
        Replay::Differs(_) => None,
    })
}

/// An event that other CPUs can observe, whichever engine it comes from.
#[derive(PartialEq, Debug)]
struct Visible {
    cpu: usize,
    op: Op,
    /// For a read, the index of the visible event that stored its value.
    from: Option<usize>,
}

impl Visible {
    fn all(events: &[Event]) -> Vec<Visible> {
        let visible = |op: &Op| match op {
            Op::Note(_) | Op::Buffer { .. } | Op::Stuck(_) => false,
            // Lives are for oracles, and loom reads those that nobody changes at another time.
            Op::Count { word, .. } if word.means() == Meaning::Claims => false,
            // Barriers and sections are not steps in every engine and memory model.
            Op::Sync(
                SyncOp::Mb
                | SyncOp::Wmb
                | SyncOp::Rmb
                | SyncOp::IrqSave
                | SyncOp::IrqRestore
                | SyncOp::RcuLock
                | SyncOp::RcuUnlock,
            ) => false,
            _ => true,
        };
        // The index of each event among the visible ones.
        let mut places = vec![None; events.len()];
        let mut all: Vec<Visible> = Vec::new();
        for (index, event) in events.iter().enumerate().filter(|(_, event)| visible(&event.op)) {
            places[index] = Some(all.len());
            let mut op = event.op.clone();
            let mut from = None;
            if let Op::Read { from: source, .. } = &mut op {
                from = source.take().and_then(|source| places[source]);
            }
            all.push(Visible { cpu: event.cpu, op, from });
        }
        all
    }
}

/// The search for an execution that fits.
#[derive(Clone, Copy)]
struct Follow<'a> {
    fits: &'a dyn Fn(&[Event]) -> Fit,
    wanted: &'a dyn Fn(&[Event], &ModificationOrder) -> bool,
}

impl Task for Follow<'_> {
    type Result = Result<Replay, Stop>;

    fn run<M: Machine>(self, machine: &M) -> Self::Result {
        let mut walk = Walk {
            follow: self,
            machine,
            tried: 0,
            furthest: (0, false),
            events: Vec::new(),
            unwanted: None,
        };
        let recorder = Recorder::new(machine);
        let fit = (self.fits)(recorder.events());
        let found = walk.continue_from(&machine.initial(), &recorder, fit)?;
        match found.or(walk.unwanted.take()) {
            Some((events, order)) => Ok(Replay::Reproduced(events, order)),
            None if walk.tried > MAX_STEPS => Err(Stop::Error(EngineError::TooMany {
                what: "steps to try for the record",
                count: walk.tried,
                limit: MAX_STEPS,
            })),
            None => Ok(Replay::Differs(walk.events)),
        }
    }
}

/// The events of an execution and its modification order.
type Recorded = (Vec<Event>, ModificationOrder);

struct Walk<'a, M: Machine> {
    follow: Follow<'a>,
    machine: &'a M,
    tried: usize,
    /// The longest prefix of the record that fitted: its number of steps, and whether a different event
    /// follows.
    furthest: (usize, bool),
    events: Vec<Event>,
    /// The first execution that fits and is not as wanted.
    unwanted: Option<Recorded>,
}

impl<'a, M: Machine> Walk<'a, M> {
    /// Continues from here; returns the events of a complete execution that fits.
    fn continue_from(
        &mut self,
        state: &M::State,
        recorder: &Recorder<'a, M>,
        fit: Fit,
    ) -> Result<Option<Recorded>, Stop> {
        let mut ended = recorder.clone();
        ended.end(state);
        if ended.events().len() > recorder.events().len() {
            return Ok(self.end_stuck(&ended));
        }
        let next = match fit {
            Fit::Complete => {
                let finished = self.finish(state, recorder);
                return Ok(self.if_wanted(finished));
            }
            Fit::Differs { .. } => return Ok(None),
            Fit::Begins { after, next } => {
                self.reached((after, false), recorder);
                next
            }
        };
        let slots = self.machine.frame().slots.len();
        let turn = (0..slots).find(|slot| self.machine.frame().slots[*slot] == next).unwrap_or(0);
        let others = (0..slots).filter(|slot| *slot != turn);
        let tso = self.machine.frame().model.memory == MemoryModel::Tso;
        for slot in std::iter::once(turn).chain(others) {
            for made in moves(self.machine, state, slot)? {
                for flushes in [false, true].into_iter().take(1 + usize::from(tso)) {
                    self.tried += 1;
                    if self.tried > MAX_STEPS {
                        return Ok(None);
                    }
                    let turn = (slot == turn, flushes);
                    let Some(found) = self.try_move((state, recorder, fit), made, turn) else {
                        continue;
                    };
                    if let Some(recorded) = found? {
                        return Ok(Some(recorded));
                    }
                }
            }
        }
        Ok(None)
    }

    /// The execution that has ended in a deadlock, if its events fit.
    fn end_stuck(&mut self, ended: &Recorder<'a, M>) -> Option<Recorded> {
        let how_far = match (self.follow.fits)(ended.events()) {
            Fit::Complete => return self.if_wanted((ended.events().to_vec(), ended.order())),
            Fit::Begins { after, .. } => (after, false),
            Fit::Differs { after } => (after, true),
        };
        self.reached(how_far, ended);
        None
    }

    /// An execution that fits, if it is as wanted.
    fn if_wanted(&mut self, found: Recorded) -> Option<Recorded> {
        if (self.follow.wanted)(&found.0, &found.1) {
            return Some(found);
        }
        self.unwanted.get_or_insert(found);
        None
    }

    /// Remembers the furthest point. Among equals the first one tried has the newest values, which one would
    /// expect.
    fn reached(&mut self, how_far: (usize, bool), recorder: &Recorder<'a, M>) {
        if how_far > self.furthest {
            self.furthest = how_far;
            self.events = recorder.events().to_vec();
        }
    }

    /// Runs every CPU to its end, the last one that stepped first.
    fn finish(&self, state: &M::State, recorder: &Recorder<'a, M>) -> Recorded {
        let slots = &self.machine.frame().slots;
        let last = recorder.events().last().map_or(0, |event| event.cpu);
        let last = slots.iter().position(|role| *role == last).unwrap_or(0) as u8;
        let (mut state, mut recorded) = (state.clone(), recorder.clone());
        recorded.finish(&mut state, last);
        (recorded.events().to_vec(), recorded.order())
    }

    /// Makes a move, with the store leaving its buffer at once if it `flushes`. None if there is no such
    /// move, or if another CPU would take a step of the record out of turn.
    fn try_move(
        &mut self,
        (state, recorder, fit): (&M::State, &Recorder<'a, M>, Fit),
        made: Move,
        (in_turn, flushes): (bool, bool),
    ) -> Option<Result<Option<Recorded>, Stop>> {
        let flush = Move { slot: made.slot, choice: FLUSH };
        let (mut after, mut next, mut recorded) = (state.clone(), state.clone(), recorder.clone());
        recorded.step(&mut after, &mut next, made, flushes.then_some(&flush));
        if flushes {
            let before = recorded.waiting(usize::from(made.slot));
            let can = made.choice != FLUSH
                && before == 0
                && moves(self.machine, &after, usize::from(made.slot))
                    .is_ok_and(|all| all.contains(&flush));
            if !can {
                return None;
            }
            recorded.step(&mut after, &mut next, flush, None);
        }
        let has_event = recorded.events().len() > recorder.events().len();
        let before = fit;
        let fit = if has_event { (self.follow.fits)(recorded.events()) } else { fit };
        if has_event && !in_turn && fit != before {
            return None;
        }
        if let Fit::Differs { after } = fit {
            self.reached((after, true), &recorded);
            return None;
        }
        Some(self.continue_from(&after, &recorded, fit))
    }
}
