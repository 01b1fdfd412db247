//! What the routines do, without what the judge makes of it: which steps depend on what was read.
//!
//! A step *depends* on a read if under another answer another step would be in its place. If only the stored
//! word would be another one, that is a data dependency of this step; otherwise a control dependency of all
//! steps from there on. Both follow from the learned automata, so a routine need not state them; only
//! dependencies of addresses are stated, since a model has the same words whatever is read. A routine that states
//! its dependencies has no others: see `depend`.

use hashbrown::HashMap;
use pmdrace_mm::Call;

use crate::program::automaton::Automata;
use crate::program::stated::Stated;

/// How a step of one behaviour differs from that of others at the same place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Differs {
    Nowhere,
    /// In the word that is stored.
    Data,
    Control,
}

/// A transition: the answer, the word that an update then stores, the behaviour that follows.
type Edge = (u16, u16, u16);

/// What is done next, and what that depends on if the routine states it.
type Next = (Option<Call<u16>>, Option<Stated>);

/// The kind of CPU, the call, the transitions, and the answers for which an await goes on waiting.
type Signature = (usize, Next, Vec<Edge>, Vec<u16>);

/// The behaviours of the classes: classes that differ only for the judge have the same.
pub(crate) struct Behaviours {
    of: Vec<u16>,
    all: Vec<(Next, Vec<Edge>, Vec<u16>)>,
}

impl Behaviours {
    pub(crate) fn new(automata: &Automata) -> Behaviours {
        let mut known: HashMap<Signature, u16> = HashMap::new();
        let mut found = Behaviours { of: Vec::new(), all: Vec::new() };
        // A class comes after the classes that its edges lead to.
        for (index, class) in automata.classes.iter().enumerate() {
            let edges = automata.edges(index as u16).iter();
            let edges: Vec<Edge> = edges
                .map(|edge| (edge.answer, edge.stored, found.of[usize::from(edge.class)]))
                .collect();
            let next = (class.call, class.depends);
            let refused = automata.refused(index as u16).to_vec();
            let fresh = found.all.len() as u16;
            let signature = (class.group, next, edges.clone(), refused.clone());
            let behaviour = *known.entry(signature).or_insert(fresh);
            if behaviour == fresh {
                found.all.push((next, edges, refused));
            }
            found.of.push(behaviour);
        }
        found
    }

    pub(crate) fn of(&self, class: u16) -> u16 {
        self.of[usize::from(class)]
    }

    pub(crate) fn call(&self, behaviour: u16) -> Option<Call<u16>> {
        self.all[usize::from(behaviour)].0.0
    }

    /// What its next call depends on, if the routine states that.
    pub(crate) fn depends(&self, behaviour: u16) -> Option<Stated> {
        self.all[usize::from(behaviour)].0.1
    }

    fn edges(&self, behaviour: u16) -> &[Edge] {
        &self.all[usize::from(behaviour)].1
    }

    /// Whether some of these go on waiting for another answer.
    pub(crate) fn refuse(&self, set: &[u16], answer: u16) -> bool {
        set.iter().any(|behaviour| self.all[usize::from(*behaviour)].2.contains(&answer))
    }

    /// What follows an answer; None: any answer.
    pub(crate) fn after(&self, set: &[u16], answer: Option<u16>) -> Vec<u16> {
        let edges = set.iter().flat_map(|behaviour| self.edges(*behaviour));
        let edges = edges.filter(|edge| answer.is_none_or(|answer| edge.0 == answer));
        let mut after: Vec<u16> = edges.map(|edge| edge.2).collect();
        after.sort_unstable();
        after.dedup();
        after
    }

    /// The answers that some of these know.
    pub(crate) fn answers(&self, set: &[u16]) -> Vec<u16> {
        let edges = set.iter().flat_map(|behaviour| self.edges(*behaviour));
        let mut answers: Vec<u16> = edges.map(|edge| edge.0).collect();
        answers.sort_unstable();
        answers.dedup();
        answers
    }

    /// What follows every other answer.
    pub(crate) fn after_others(&self, behaviour: u16, answer: u16) -> Vec<u16> {
        let edges = self.edges(behaviour).iter().filter(|edge| edge.0 != answer);
        let mut after: Vec<u16> = edges.map(|edge| edge.2).collect();
        after.sort_unstable();
        after.dedup();
        after
    }

    /// The call that follows whichever of these it is, if there is one such, and whether the word that it stores is the
    /// same, too.
    pub(crate) fn common(&self, set: &[u16]) -> Option<(Call<u16>, bool)> {
        let (first, others) = set.split_first()?;
        let call = self.call(*first)?;
        match self.differs(*first, others) {
            Differs::Nowhere => Some((call, true)),
            Differs::Data => Some((call, false)),
            Differs::Control => None,
        }
    }

    /// The word that an update stores, whichever of these it is; None if that depends.
    pub(crate) fn stored(&self, set: &[u16], answer: u16) -> Option<u16> {
        let stored = |behaviour: &u16| {
            self.edges(*behaviour).iter().find(|edge| edge.0 == answer).map(|edge| edge.1)
        };
        let first = stored(set.first()?)?;
        set.iter().all(|behaviour| stored(behaviour) == Some(first)).then_some(first)
    }

    /// How the next step of some behaviour differs from those of others.
    pub(crate) fn differs(&self, mine: u16, others: &[u16]) -> Differs {
        let call = self.call(mine);
        let how = others.iter().map(|other| match (call, self.call(*other)) {
            (mine, other) if mine == other => Differs::Nowhere,
            (
                Some(Call::Write { at, order, .. }),
                Some(Call::Write { at: other_at, order: other_order, .. }),
            ) if (at, order) == (other_at, other_order) => Differs::Data,
            (
                Some(Call::Xchg { at, order, .. }),
                Some(Call::Xchg { at: other_at, order: other_order, .. }),
            ) if (at, order) == (other_at, other_order) => Differs::Data,
            _ => Differs::Control,
        });
        how.fold(Differs::Nowhere, |all, one| match (all, one) {
            (Differs::Control, _) | (_, Differs::Control) => Differs::Control,
            (Differs::Data, _) | (_, Differs::Data) => Differs::Data,
            _ => Differs::Nowhere,
        })
    }

    /// Whether an update of some behaviour stores another word than others would, for the same answer.
    pub(crate) fn stores_otherwise(&self, mine: u16, others: &[u16], answer: u16) -> bool {
        let mut all = others.to_vec();
        all.push(mine);
        matches!(self.call(mine), Some(Call::Update { .. })) && self.stored(&all, answer).is_none()
    }
}
