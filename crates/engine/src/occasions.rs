//! Which properties the CPUs had occasion to violate.
//!
//! The state-space engine counts what the steps that it takes provide. A step is taken by one of several merged
//! histories, of which another, that nobody reaches, may provide more. A property can then hold that strictly speaking
//! does not apply; never the other way round.

use std::collections::BTreeSet;

use pmdrace_mm::occasion::{at_first, contributes, occasions, subject};
use pmdrace_mm::{Event, Locks, Model, Property, Subject};

/// What an event contributed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
struct Occasion {
    /// The index of the property in the model.
    property: usize,
    /// The kinds of event that it is, as [`contributes`] counts them.
    kinds: u8,
    /// The page or table that it is about.
    about: Option<Subject>,
    /// The kind of CPU that it is of.
    group: usize,
    /// The term of the outcome that it is about, and whether it meets it.
    term: Option<(usize, bool)>,
}

/// The occasions seen.
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug)]
pub struct Occasions(BTreeSet<Occasion>);

impl Occasions {
    /// Adds what an event contributes to the property at `index`; see [`contributes`].
    pub(crate) fn add(&mut self, model: &Model, index: usize, event: &Event, held: Locks) {
        let kinds = contributes(model.properties[index], model, event, held);
        if kinds != 0 {
            let (about, group) = (subject(event), model.roles[event.cpu].group);
            let occasion = |term| Occasion { property: index, kinds, about, group, term };
            if model.properties[index] != Property::NoOutcome {
                self.0.insert(occasion(None));
                return;
            }
            let terms = model.exists.terms.iter().map(|term| term.is_met_by(event)).enumerate();
            let terms = terms.filter_map(|(term, met)| Some((term, met?)));
            self.0.extend(terms.map(|term| occasion(Some(term))));
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds others.
    pub(crate) fn merge(&mut self, other: &Occasions) {
        self.0.extend(&other.0);
    }

    /// Whether the property at `index` could be violated in some order of the events seen. An outcome must be possible
    /// if each of its terms is met or failed as at some time. Where that takes two
    /// kinds of event, they must be about the same page or table, and of two CPUs.
    pub fn apply(&self, model: &Model, index: usize) -> bool {
        let (wanted, _) = occasions(model.properties[index]);
        let seen = || self.0.iter().filter(|seen| seen.property == index);
        if model.properties[index] == Property::NoOutcome {
            let may = |term: usize| {
                let (hold, fail) = at_first(model, model.exists.terms[term]);
                let was = |met| seen().any(|one| one.term == Some((term, met)));
                (hold || was(true), fail || was(false))
            };
            return model.exists.proposition.may(&may).0;
        }
        let twins = |group| model.roles.iter().filter(|role| role.group == group).count() > 1;
        seen().any(|one| {
            one.kinds == wanted
                || seen().any(|other| {
                    one.kinds | other.kinds == wanted
                        && (one.about.is_none()
                            || other.about.is_none()
                            || one.about == other.about)
                        && (one.group != other.group || twins(one.group))
                })
        })
    }
}
