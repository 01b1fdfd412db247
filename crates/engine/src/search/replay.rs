//! Replaying a recorded trace: the execution of a model, if there is one, whose events fit the record.
//!
//! A record says what happened, not which choices the machine made: where a store took its place in a word's
//! history, or when it left a store buffer. So this is a small search, depth first, over those choices; every
//! event on the way must fit. Since it is the machine of the model's memory model that takes the steps, what
//! is found is an execution that this model permits, whichever engine the record came from.

use pmdrace_mm::{Event, MemoryModel, Model, Op};

use super::on_all;
use super::path::{Move, Recorder};
use super::witness::moves;
use crate::memory::{FLUSH, Machine, Task};
use crate::program::Stop;
use crate::program::tree::invisible;
use crate::{EngineError, ModificationOrder};

/// How many steps are tried before a record is given up.
const ENOUGH: usize = 1_000_000;

/// How the events of an execution fit a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fit {
    /// They are all of it.
    Complete,
    /// They are its beginning; the next event is of this CPU.
    Begins {
        /// How many of the record's steps they are.
        after: usize,
        /// The CPU.
        next: usize,
    },
    /// They are not its beginning.
    Differs {
        /// How many of the record's steps they begin with all the same.
        after: usize,
    },
}

/// What became of a record.
#[derive(Clone, Debug)]
pub enum Replay {
    /// The execution that fits, gone on with to its end.
    Reproduced(Vec<Event>, ModificationOrder),
    /// No execution fits. The events up to the point that was reached, and what the CPU whose turn it is does
    /// there instead, if it does anything.
    Differs(Vec<Event>),
}

/// Looks for an execution of `model` whose events fit.
///
/// # Errors
/// When the model has more of something than the engine has room for, when a routine panics, or when a
/// record takes too many tries.
pub fn replay(model: &Model, fits: &dyn Fn(&[Event]) -> Fit) -> Result<Replay, EngineError> {
    on_all(model, Follow { fits })
}

/// The same execution in the order and with the notes that this engine tells it by; None if the memory model
/// does not permit it.
///
/// # Errors
/// As [`replay`].
pub fn retell(
    model: &Model,
    events: &[Event],
) -> Result<Option<(Vec<Event>, ModificationOrder)>, EngineError> {
    let visible = |events: &[Event]| Visible::all(model, events);
    let record = visible(events);
    let fits = |events: &[Event]| {
        let now = visible(events);
        match (record.get(..now.len()) == Some(&now[..]), record.get(now.len())) {
            (false, _) => Fit::Differs { after: 0 },
            (true, Some(next)) => Fit::Begins { after: now.len(), next: next.cpu },
            (true, None) => Fit::Complete,
        }
    };
    Ok(match replay(model, &fits)? {
        Replay::Reproduced(events, order) => Some((events, order)),
        Replay::Differs(_) => None,
    })
}

/// An event that other CPUs can tell, whatever engine it comes from.
#[derive(PartialEq, Debug)]
struct Visible {
    cpu: usize,
    op: Op,
    /// For a read, which of the visible events stored what it returns.
    from: Option<usize>,
}

impl Visible {
    fn all(model: &Model, events: &[Event]) -> Vec<Visible> {
        let told = |op: &Op| match op {
            Op::Note(_) | Op::Buffer { .. } => false,
            Op::Sync(op) => !invisible(model, *op),
            _ => true,
        };
        // The place of each event among those that are told.
        let mut places = vec![None; events.len()];
        let mut all: Vec<Visible> = Vec::new();
        for (index, event) in events.iter().enumerate().filter(|(_, event)| told(&event.op)) {
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
}

impl Task for Follow<'_> {
    type Result = Result<Replay, Stop>;

    fn run<M: Machine>(self, machine: &M) -> Self::Result {
        let mut walk =
            Walk { follow: self, machine, tried: 0, furthest: (0, false), events: Vec::new() };
        let recorder = Recorder::new(machine);
        let fit = (self.fits)(recorder.events());
        match walk.go_on(&machine.initial(), &recorder, fit)? {
            Some((events, order)) => Ok(Replay::Reproduced(events, order)),
            None if walk.tried > ENOUGH => Err(Stop::Error(EngineError::TooMany {
                what: "steps that could be meant by the record",
                count: walk.tried,
                limit: ENOUGH,
            })),
            None => Ok(Replay::Differs(walk.events)),
        }
    }
}

/// The events of an execution and the order of its stores.
type Told = (Vec<Event>, ModificationOrder);

struct Walk<'a, M: Machine> {
    follow: Follow<'a>,
    machine: &'a M,
    tried: usize,
    /// The events that fit most steps of the record: how many, and whether something else follows them.
    furthest: (usize, bool),
    events: Vec<Event>,
}

impl<'a, M: Machine> Walk<'a, M> {
    /// Goes on from here; returns the events of an execution that fits to its end.
    fn go_on(
        &mut self,
        state: &M::State,
        recorder: &Recorder<'a, M>,
        fit: Fit,
    ) -> Result<Option<Told>, Stop> {
        let next = match fit {
            Fit::Complete => return Ok(Some(self.finish(state, recorder))),
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
                    if self.tried > ENOUGH {
                        return Ok(None);
                    }
                    let turn = (slot == turn, flushes);
                    let Some(found) = self.try_move((state, recorder, fit), made, turn) else {
                        continue;
                    };
                    if let Some(told) = found? {
                        return Ok(Some(told));
                    }
                }
            }
        }
        Ok(None)
    }

    /// Remembers how far it has come. Of equals the first that was tried is the newest, and what one would
    /// expect.
    fn reached(&mut self, how_far: (usize, bool), recorder: &Recorder<'a, M>) {
        if how_far > self.furthest {
            self.furthest = how_far;
            self.events = recorder.events().to_vec();
        }
    }

    /// Lets every CPU go on to its end, the last one that stepped first.
    fn finish(&self, state: &M::State, recorder: &Recorder<'a, M>) -> Told {
        let slots = &self.machine.frame().slots;
        let last = recorder.events().last().map_or(0, |event| event.cpu);
        let last = slots.iter().position(|role| *role == last).unwrap_or(0) as u8;
        let (mut state, mut next, mut told) = (state.clone(), state.clone(), recorder.clone());
        while let Some(made) = told.any_step(&state, &mut next, last) {
            told.step(&mut state, &mut next, made, None);
        }
        (told.events().to_vec(), told.order())
    }

    /// Makes a move, with the store leaving its buffer at once if it `flushes`. None: there is no such move,
    /// or another CPU would say something out of turn.
    fn try_move(
        &mut self,
        (state, recorder, fit): (&M::State, &Recorder<'a, M>, Fit),
        made: Move,
        (in_turn, flushes): (bool, bool),
    ) -> Option<Result<Option<Told>, Stop>> {
        let flush = Move { slot: made.slot, choice: FLUSH };
        let (mut after, mut next, mut told) = (state.clone(), state.clone(), recorder.clone());
        told.step(&mut after, &mut next, made, flushes.then_some(&flush));
        if flushes {
            let before = told.waiting(usize::from(made.slot));
            let can = made.choice != FLUSH
                && before == 0
                && moves(self.machine, &after, usize::from(made.slot))
                    .is_ok_and(|all| all.contains(&flush));
            if !can {
                return None;
            }
            told.step(&mut after, &mut next, flush, None);
        }
        let said = told.events().len() > recorder.events().len();
        if said && !in_turn {
            return None;
        }
        let fit = if said { (self.follow.fits)(told.events()) } else { fit };
        if let Fit::Differs { after } = fit {
            self.reached((after, true), &told);
            return None;
        }
        Some(self.go_on(&after, &told, fit))
    }
}
