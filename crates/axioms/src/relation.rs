//! Sets of events and relations between events, as bits.
//!
//! Memory models are written in the algebra of relations (Alglave, Maranget and Tautschnig, "Herding Cats",
//! TOPLAS 2014). An execution graph has at most [`MAX_EVENTS`] events, so a set is one machine word and a relation
//! one word per event.

use std::cell::RefCell;
use std::ops::{BitAnd, BitOr, BitOrAssign, Sub};

/// The largest number of events of a graph.
pub const MAX_EVENTS: usize = 128;

/// A set of events, by index.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Set(u128);

impl Set {
    /// The empty set.
    pub const EMPTY: Set = Set(0);

    /// The set of the first `count` events.
    pub fn first(count: usize) -> Set {
        match count {
            MAX_EVENTS.. => Set(u128::MAX),
            _ => Set((1 << count) - 1),
        }
    }

    /// The set of one event.
    pub fn one(event: usize) -> Set {
        Set(1 << event)
    }

    /// Adds an event.
    pub fn insert(&mut self, event: usize) {
        self.0 |= 1 << event;
    }

    /// Removes an event.
    pub fn remove(&mut self, event: usize) {
        self.0 &= !(1 << event);
    }

    /// Whether the event is in it.
    pub fn contains(self, event: usize) -> bool {
        self.0 >> event & 1 == 1
    }

    /// Whether it has no event.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The number of its events.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Its events in ascending order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        Events(self.0)
    }

    /// Its events, each moved by `by`.
    pub fn shifted(self, by: usize) -> Set {
        Set(self.0 << by)
    }
}

/// The events of a set that are still to come.
struct Events(u128);

impl Iterator for Events {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.0 == 0 {
            return None;
        }
        let next = self.0.trailing_zeros() as usize;
        self.0 &= self.0 - 1;
        Some(next)
    }
}

impl FromIterator<usize> for Set {
    fn from_iter<I: IntoIterator<Item = usize>>(events: I) -> Set {
        events.into_iter().fold(Set::EMPTY, |set, event| set | Set::one(event))
    }
}

impl BitOr for Set {
    type Output = Set;
    fn bitor(self, other: Set) -> Set {
        Set(self.0 | other.0)
    }
}

impl BitOrAssign for Set {
    fn bitor_assign(&mut self, other: Set) {
        self.0 |= other.0;
    }
}

impl BitAnd for Set {
    type Output = Set;
    fn bitand(self, other: Set) -> Set {
        Set(self.0 & other.0)
    }
}

impl Sub for Set {
    type Output = Set;
    fn sub(self, other: Set) -> Set {
        Set(self.0 & !other.0)
    }
}

/// A relation between the events of one graph. Operands of one operation have the same number of events.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct Relation {
    /// The successors of each event.
    rows: Vec<Set>,
}

thread_local! {
    /// Rows of relations that are gone. Axioms are evaluated a thousand times a millisecond and leave dozens of
    /// intermediate relations of the same size behind, which is too much for a general allocator.
    static SPARE: RefCell<Vec<Vec<Set>>> = const { RefCell::new(Vec::new()) };
}

/// The largest number of spare rows that are kept.
const MAX_SPARE: usize = 128;

/// The relation with these rows.
fn with(rows: impl Iterator<Item = Set>) -> Relation {
    let spare = SPARE.try_with(|spare| spare.try_borrow_mut().ok()?.pop());
    let mut spare = spare.ok().flatten().unwrap_or_default();
    spare.clear();
    spare.extend(rows);
    Relation { rows: spare }
}

impl Drop for Relation {
    fn drop(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        // At the end of a thread there may be no place for it; then it is freed.
        let _ = SPARE.try_with(|spare| match spare.try_borrow_mut() {
            Ok(mut spare) if spare.len() < MAX_SPARE => spare.push(rows),
            _ => {}
        });
    }
}

impl Clone for Relation {
    fn clone(&self) -> Relation {
        with(self.rows.iter().copied())
    }
}

impl Relation {
    /// The empty relation between `count` events.
    pub fn empty(count: usize) -> Relation {
        with((0..count).map(|_| Set::EMPTY))
    }

    /// Every event of the set to itself: `[set]`.
    pub fn identity(count: usize, set: Set) -> Relation {
        let row = |event: usize| Set::one(event) & set;
        with((0..count).map(row))
    }

    /// Every event of `from` to every event of `to`: `from * to`.
    pub fn cross(count: usize, from: Set, to: Set) -> Relation {
        let row = |event| if from.contains(event) { to } else { Set::EMPTY };
        with((0..count).map(row))
    }

    /// The pairs for which `related` holds.
    pub fn of(count: usize, related: impl Fn(usize, usize) -> bool) -> Relation {
        let row = |from| (0..count).filter(|to| related(from, *to)).collect();
        with((0..count).map(row))
    }

    /// The number of events of the graph.
    pub fn events(&self) -> usize {
        self.rows.len()
    }

    /// Adds a pair.
    pub fn insert(&mut self, from: usize, to: usize) {
        self.rows[from].insert(to);
    }

    /// Adds the pairs from one event to every event of a set.
    pub fn insert_all(&mut self, from: usize, to: Set) {
        self.rows[from] |= to;
    }

    /// Removes a pair.
    pub fn remove(&mut self, from: usize, to: usize) {
        self.rows[from].remove(to);
    }

    /// Sets the successors of an event.
    pub fn set_row(&mut self, from: usize, to: Set) {
        self.rows[from] = to;
    }

    /// Whether it relates the two.
    pub fn contains(&self, from: usize, to: usize) -> bool {
        self.rows[from].contains(to)
    }

    /// The successors of an event.
    pub fn row(&self, from: usize) -> Set {
        self.rows[from]
    }

    /// Its pairs.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.rows.iter().enumerate().flat_map(|(from, row)| row.iter().map(move |to| (from, to)))
    }

    /// Whether it has no pair.
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(|row| row.is_empty())
    }

    /// The events that have a successor.
    pub fn domain(&self) -> Set {
        let bit = |(event, row): (usize, &Set)| u128::from(!row.is_empty()) << event;
        Set(self.rows.iter().enumerate().map(bit).fold(0, |all, bit| all | bit))
    }

    /// The events that have a predecessor.
    pub fn range(&self) -> Set {
        self.rows.iter().fold(Set::EMPTY, |range, row| range | *row)
    }

    /// Composition: `self ; next`.
    #[must_use]
    pub fn then(&self, next: &Relation) -> Relation {
        let row = |row: &Set| row.iter().fold(Set::EMPTY, |all, via| all | next.rows[via]);
        with(self.rows.iter().map(row))
    }

    /// Restriction: `[from] ; self ; [to]`.
    #[must_use]
    pub fn between(&self, from: Set, to: Set) -> Relation {
        let row = |(event, row): (usize, &Set)| match from.contains(event) {
            true => *row & to,
            false => Set::EMPTY,
        };
        with(self.rows.iter().enumerate().map(row))
    }

    /// `[from] ; self`.
    #[must_use]
    pub fn from(&self, from: Set) -> Relation {
        self.between(from, Set::first(self.rows.len()))
    }

    /// `self ; [to]`.
    #[must_use]
    pub fn to(&self, to: Set) -> Relation {
        with(self.rows.iter().map(|row| *row & to))
    }

    /// `self^-1`.
    #[must_use]
    pub fn inverse(&self) -> Relation {
        let mut inverse = Relation::empty(self.rows.len());
        self.pairs().for_each(|(from, to)| inverse.insert(to, from));
        inverse
    }

    /// `self?`: the union with the identity.
    #[must_use]
    pub fn maybe(&self) -> Relation {
        let row = |(event, row): (usize, &Set)| *row | Set::one(event);
        with(self.rows.iter().enumerate().map(row))
    }

    /// `self \ id`.
    #[must_use]
    pub fn without_identity(mut self) -> Relation {
        self.rows.iter_mut().enumerate().for_each(|(event, row)| row.remove(event));
        self
    }

    /// `self+`: the transitive closure (Warshall).
    #[must_use]
    pub fn plus(&self) -> Relation {
        let mut closed = self.clone();
        let domain = closed.domain();
        for via in domain.iter() {
            let reached = closed.rows[via];
            for from in domain.iter() {
                let row = &mut closed.rows[from];
                if row.contains(via) {
                    *row |= reached;
                }
            }
        }
        closed
    }

    /// `self*`: the reflexive and transitive closure.
    #[must_use]
    pub fn star(&self) -> Relation {
        self.plus().maybe()
    }

    /// Whether no event is related to itself.
    pub fn is_irreflexive(&self) -> bool {
        self.rows.iter().enumerate().all(|(event, row)| !row.contains(event))
    }

    /// Whether it has no cycle.
    pub fn is_acyclic(&self) -> bool {
        // Events without a successor among the rest are in no cycle. Most pairs lead to a later event, so the last
        // goes first.
        let mut rest = self.domain();
        loop {
            let before = rest;
            for event in (0..self.rows.len()).rev() {
                if rest.contains(event) && (self.rows[event] & rest).is_empty() {
                    rest.remove(event);
                }
            }
            if rest.is_empty() || rest == before {
                return rest.is_empty();
            }
        }
    }
}

impl BitOr for &Relation {
    type Output = Relation;
    fn bitor(self, other: &Relation) -> Relation {
        let rows = self.rows.iter().zip(&other.rows);
        with(rows.map(|(a, b)| *a | *b))
    }
}

impl BitOr<&Relation> for Relation {
    type Output = Relation;
    fn bitor(mut self, other: &Relation) -> Relation {
        self.rows.iter_mut().zip(&other.rows).for_each(|(a, b)| *a |= *b);
        self
    }
}

impl BitOr for Relation {
    type Output = Relation;
    fn bitor(self, other: Relation) -> Relation {
        self | &other
    }
}

impl BitAnd for &Relation {
    type Output = Relation;
    fn bitand(self, other: &Relation) -> Relation {
        let rows = self.rows.iter().zip(&other.rows);
        with(rows.map(|(a, b)| *a & *b))
    }
}

impl Sub for &Relation {
    type Output = Relation;
    fn sub(self, other: &Relation) -> Relation {
        let rows = self.rows.iter().zip(&other.rows);
        with(rows.map(|(a, b)| *a - *b))
    }
}
