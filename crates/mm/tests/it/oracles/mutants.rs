//! Mutants of every oracle: one that never fires, one that fires wherever it could, one that looks one access
//! late. The table must tell each from the oracle itself, or it would not notice if the oracle became that.

use pmdrace_mm::occasion::{contributes, occasions};
use pmdrace_mm::{Addr, Event, Model, Note, Op, Property, Word, held};

use super::steps::{PMD, executed, model};
use super::table::executions;
use super::violation;

/// Says which event of an execution violates a property, if one does.
type Oracle = fn(Property, &Model, &[Event]) -> Option<usize>;

fn never(_: Property, _: &Model, _: &[Event]) -> Option<usize> {
    None
}

/// Fires as soon as every occasion to violate the property has come.
fn always(property: Property, model: &Model, events: &[Event]) -> Option<usize> {
    let (needed, _) = occasions(property);
    let mut come = 0;
    events.iter().zip(held(model, events)).position(|(event, held)| {
        come |= contributes(property, model, event, held);
        come & needed == needed
    })
}

/// Judges each step when the next one has come already. What a step found or said is then what it would have
/// found or said behind that.
fn late(property: Property, model: &Model, events: &[Event]) -> Option<usize> {
    (0..events.len()).find(|at| {
        let mut seen = events[..*at].to_vec();
        let next = events.get(at + 1);
        seen.extend(next.cloned());
        let op = next.map_or(events[*at].op.clone(), |next| behind(&events[*at].op, &next.op));
        seen.push(Event { cpu: events[*at].cpu, op });
        violation(property, model, &executed(seen)) == Some(*at + usize::from(next.is_some()))
    })
}

/// What a step would have been behind the next one; what it found of claims follows from the order.
fn behind(op: &Op, next: &Op) -> Op {
    let new = |at: Addr, old: Word| match next {
        Op::Write { at: to, word } | Op::Rmw { at: to, new: Some(word), .. } if *to == at => *word,
        _ => old,
    };
    let mut op = op.clone();
    match (&mut op, next) {
        (Op::Read { at, word, .. }, _) => *word = new(*at, *word),
        (Op::Note(Note::Warn { fires, .. }), Op::Note(Note::Warn { fires: then, .. })) => {
            *fires = *then;
        }
        (Op::Note(Note::Assert { holds, .. }), Op::Note(Note::Assert { holds: then, .. })) => {
            *holds = *then;
        }
        (
            Op::Note(
                Note::Answer { word, .. }
                | Note::Page { word, .. }
                | Note::Table { word, .. }
                | Note::Size { word, .. }
                | Note::Skip { word }
                | Note::Bad { word },
            ),
            _,
        ) => *word = new(PMD, *word),
        (Op::Note(Note::Assembled { first, high, last }), _) => {
            (*first, *high, *last) = (*high, *last, new(PMD, *last));
        }
        _ => {}
    }
    op
}

#[test]
fn every_mutant_of_an_oracle_is_told_from_it() {
    let model = model();
    let executions = executions();
    // The last one may fire as often, and elsewhere.
    let mutants: [(&str, Oracle, bool); 3] = [
        ("never fires", never, false),
        ("fires always", always, false),
        ("looks one access late", late, true),
    ];
    let mut survivors = Vec::new();
    for property in Property::ALL {
        for (name, mutant, elsewhere) in mutants {
            let mut of_it = executions.iter().filter(|(of, ..)| *of == property);
            let killed = of_it.any(|(_, events, at)| {
                let fires = mutant(property, &model, events);
                fires.is_some() != at.is_some() || elsewhere && fires != *at
            });
            if !killed {
                survivors.push(format!("{} {name}", property.name()));
            }
        }
    }
    assert!(survivors.is_empty(), "{survivors:#?}");
}
