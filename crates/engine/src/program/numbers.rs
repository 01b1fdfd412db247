//! Calls and answers as numbers, of which the steps of automata consist.

use pmdrace_mm::{Answer, Call, Model, ReadOrder, WriteOrder};

use super::values::Values;
use crate::EngineError;

/// The value of [`Edge::stored`](super::automaton::Edge::stored) where an update changes nothing.
pub(crate) const STAYS: u16 = u16::MAX;

/// A call with numbered words, and without orderings that the memory model does not distinguish.
pub(crate) fn numbered(
    model: &Model,
    call: Call,
    values: &mut Values,
) -> Result<Call<u16>, EngineError> {
    let relaxed = model.memory.is_relaxed();
    let call = match call {
        // Where only stores are delayed, the ordering of an access makes no difference.
        Call::Read { at, .. } if !relaxed => Call::Read { at, order: ReadOrder::Once },
        Call::Await { at, .. } if !relaxed => Call::Await { at, order: ReadOrder::Once },
        Call::Write { at, word, .. } if !relaxed => {
            Call::Write { at, word, order: WriteOrder::Once }
        }
        call => call,
    };
    call.map(|at, word| values.intern(at, word))
}

/// The number of an answer.
pub(crate) fn number(
    call: Option<Call>,
    answer: Answer,
    values: &mut Values,
) -> Result<u16, EngineError> {
    match (call.and_then(Call::at), answer) {
        (Some(at), Answer::Word(word)) => values.intern(at, word),
        (_, Answer::Test { yes, reused }) => Ok(test(yes, reused)),
        _ => Ok(0),
    }
}

/// The number of an answer about a counter.
pub(crate) fn test(yes: bool, reused: bool) -> u16 {
    u16::from(yes) | u16::from(reused) << 1
}

/// The answer of an operation that would take a counter out of its range: no CPU can learn it.
pub(crate) const OUT_OF_RANGE: u16 = 4;

/// The answer of this number.
pub(crate) fn answer(values: &Values, call: Option<Call<u16>>, number: u16) -> Answer {
    match call {
        Some(
            Call::Read { at, .. }
            | Call::Await { at, .. }
            | Call::Xchg { at, .. }
            | Call::Update { at, .. },
        ) => Answer::Word(values.word(at.0, number)),
        Some(Call::Count { .. }) => Answer::Test { yes: number & 1 != 0, reused: number & 2 != 0 },
        _ => Answer::Done,
    }
}
