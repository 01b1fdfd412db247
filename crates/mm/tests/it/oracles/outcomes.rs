//! Outcomes that only the end of an execution decides.

use pmdrace_mm::{
    Addr, Event, Exists, Location, Meaning, Model, Note, Op, Proposition, Register, Term, Word,
};

use super::steps::{MUTATOR, PMD, READER, SLOT, in_another_register, model, note, register, stuck};

/// The model with another outcome.
fn asking(terms: Vec<Term>, proposition: Proposition) -> Model {
    Model { exists: Exists { terms, proposition }, ..model() }
}

fn met_at(model: &Model, events: &[Event]) -> Option<usize> {
    model.exists.met_at(model, events, &model.memory_after(events))
}

fn store(cpu: usize, at: Addr, bits: u64) -> Event {
    Event { cpu, op: Op::Write { at, word: Word::new(bits, Meaning::None) } }
}

/// The model that asks whether the PMD holds these bits in the end.
fn asking_the_pmd(value: u64) -> Model {
    asking(vec![Term { of: Location::Memory(PMD), value }], Proposition::Term(0))
}

#[test]
fn a_register_counts_by_its_last_value_where_it_may_be_assigned_again() {
    let either =
        |terms: &[Term]| asking(terms.to_vec(), Proposition::Or(vec![Proposition::Term(0)]));
    let model = either(&[Term::register(READER, Register(0), 1)]);
    assert!(model.exists.needs_the_end(&model));
    assert_eq!(met_at(&model, &[register(READER, 1), register(MUTATOR, 0)]), Some(0));
    assert_eq!(met_at(&model, &[register(READER, 1), register(READER, 0)]), None);
    assert_eq!(met_at(&model, &[register(READER, 0), register(READER, 1)]), Some(1));
    // One that is never assigned holds 0, and what changes nothing comes last.
    let model = either(&[Term::register(READER, Register(0), 0)]);
    assert_eq!(met_at(&model, &[in_another_register(READER, 7)]), Some(0));
    assert_eq!(met_at(&model, &[]), None);
}

#[test]
fn a_word_counts_by_the_last_store_in_memory() {
    let model = asking_the_pmd(2);
    assert!(model.exists.needs_the_end(&model));
    let stores = [store(MUTATOR, PMD, 2), store(READER, PMD, 3)];
    assert_eq!(met_at(&model, &stores), None);
    // Memory may order them otherwise than they are executed.
    let first = model.memory_after(&stores[..1]);
    assert_eq!(model.exists.met_at(&model, &stores, &first), Some(1));
    assert_eq!(met_at(&model, &[store(MUTATOR, PMD, 2), store(READER, SLOT, 3)]), Some(0));
}

#[test]
fn what_was_given_up_has_no_end_and_a_deadlock_has() {
    let model = asking_the_pmd(2);
    let store = store(MUTATOR, PMD, 2);
    assert_eq!(met_at(&model, &[store.clone(), stuck(READER)]), Some(0));
    let gives_up = [note(READER, Note::Bound("more rounds")), note(READER, Note::Stop)];
    assert_eq!(met_at(&model, &[std::slice::from_ref(&store), &gives_up[..]].concat()), None);
    assert_eq!(met_at(&model, &[store, gives_up[0].clone()]), Some(0));
}

#[test]
fn a_conjunction_over_different_registers_does_not_wait_for_the_end() {
    let model = model();
    assert!(!model.exists.needs_the_end(&model));
    let both = [register(MUTATOR, 1), register(READER, 0)];
    assert_eq!(met_at(&model, &[&both[..], &[stuck(READER)]].concat()), Some(1));
    // Two values of one register are met at no time.
    let terms = [0, 1].map(|value| Term::register(READER, Register(0), value));
    let never = Model { exists: Exists::all(terms.to_vec()), ..super::steps::model() };
    assert!(never.exists.needs_the_end(&never));
    assert_eq!(met_at(&never, &[register(READER, 0), register(READER, 1)]), None);
}

#[test]
fn what_may_hold_follows_from_what_terms_may_be() {
    let [a, b] = [0, 1].map(Proposition::Term);
    let not = |one: &Proposition| Proposition::Not(Box::new(one.clone()));
    // The first term may only be met, the second only failed.
    let may = |one: &Proposition| one.may(&|term| (term == 0, term == 1));
    assert_eq!((may(&a), may(&b)), ((true, false), (false, true)));
    assert_eq!((may(&not(&a)), may(&not(&b))), ((false, true), (true, false)));
    assert_eq!(may(&Proposition::And(vec![a.clone(), b.clone()])), (false, true));
    assert_eq!(may(&Proposition::Or(vec![a.clone(), b.clone()])), (true, false));
    assert_eq!(may(&Proposition::And(vec![a, not(&b)])), (true, false));
}
