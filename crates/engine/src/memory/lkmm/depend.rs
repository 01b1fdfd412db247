//! Dependencies that routines state, because a language has rules for them: see [`pmdrace_mm::Cpu::depends`].
//!
//! Then a step depends on what it is said to depend on and on nothing else: the automata are not asked (`behaviour`).
//! A stated dependency counts whatever the read returns, reaches no farther than the arms of a branch, and orders the
//! one load whose address it makes, where [`pmdrace_mm::ReadOrder::Dependency`] orders all words of a kind.

use super::super::view::{View, join};
use super::Lkmm;
use super::state::{Cpu, Origin, State};
use super::step::Turn;
use crate::program::stated::{FARTHEST, Stated};

/// In [`Origin::at`], the place of the CPU's next call.
const NEXT: usize = FARTHEST + 1;

impl<const L: usize> Lkmm<'_, L> {
    /// What the calls of some behaviours depend on.
    pub(crate) fn stated_of(&self, behaviours: &[u16]) -> Stated {
        let stated = behaviours.iter().filter_map(|behaviour| self.behaviours.depends(*behaviour));
        stated.fold(Stated::default(), Stated::or)
    }

    /// What a call depends on.
    fn stated(&self, state: &State<L>, turn: Turn) -> Stated {
        self.stated_of(&self.at(state, turn.slot, turn.ahead))
    }

    /// What must not be behind because a part of a call depends on earlier reads.
    fn from(cpu: &Cpu<L>, turn: Turn, distances: u64) -> View<L> {
        let mut view = [0; L];
        for origin in &cpu.origins {
            let distance = (NEXT + turn.ahead).checked_sub(usize::from(origin.at));
            if distance.is_some_and(|distance| distances >> distance & 1 != 0) {
                join(&mut view, &origin.view);
            }
        }
        view
    }

    /// What a read must not be behind because of its address.
    pub(crate) fn address_of(&self, state: &State<L>, turn: Turn) -> View<L> {
        match self.states {
            true => Self::from(&state.cpus[turn.slot], turn, self.stated(state, turn).address),
            false => [0; L],
        }
    }

    /// What a store must not be behind because of what it depends on.
    pub(crate) fn all_of(&self, state: &State<L>, turn: Turn) -> View<L> {
        Self::from(&state.cpus[turn.slot], turn, self.stated(state, turn).any())
    }

    /// Remembers a read.
    pub(crate) fn originate(&self, cpu: &mut Cpu<L>, turn: Turn, view: View<L>) {
        cpu.origins.push(Origin { at: (NEXT + turn.ahead) as u8, view });
    }

    /// Remembers what a store came after by the dependencies that a read of it by its CPU comes after too; `view` is
    /// that of its own read, if it has one.
    pub(crate) fn forward(
        &self,
        state: &mut State<L>,
        turn: Turn,
        entry: usize,
        read: Option<View<L>>,
    ) {
        if !self.states {
            return;
        }
        let stated = self.stated(state, turn);
        let distances = stated.address | stated.data;
        let cpu = &mut state.cpus[turn.slot];
        let mut view = Self::from(cpu, turn, distances);
        if let Some(read) = read.filter(|_| stated.data & 1 != 0) {
            join(&mut view, &read);
        }
        cpu.forwards.retain(|(other, _)| usize::from(*other) != entry);
        if view != [0; L] {
            cpu.forwards.push((entry as u8, view));
        }
    }

    /// A CPU moves past a call.
    pub(crate) fn recede(cpu: &mut Cpu<L>) {
        cpu.origins.retain_mut(|origin| {
            origin.at -= 1;
            origin.at > 0
        });
    }

    /// Forgets what nothing depends on any more.
    pub(crate) fn forget_origins(&self, cpu: &mut Cpu<L>, both: &View<L>) {
        let needed = self.needed[usize::from(cpu.head.class)];
        let ahead = self.ahead[usize::from(cpu.head.class)].touches;
        let zero = [0; L];
        for origin in &mut cpu.origins {
            super::super::view::beyond(&mut origin.view, both);
        }
        cpu.origins.retain(|origin| {
            let distance = NEXT.checked_sub(usize::from(origin.at));
            let used = distance.is_none_or(|distance| distance == 0 || needed >> distance & 1 != 0);
            used && origin.view != zero
        });
        for (_, view) in &mut cpu.forwards {
            super::super::view::beyond(view, both);
        }
        cpu.forwards.retain(|(entry, view)| ahead >> entry & 1 != 0 && *view != zero);
        cpu.origins.sort_unstable();
        cpu.forwards.sort_unstable();
    }
}

/// Per class, how far back the calls lie that it or a later one depends on, as bits.
pub(crate) fn needed(automata: &crate::program::automaton::Automata) -> Vec<u64> {
    let mut all: Vec<u64> = Vec::with_capacity(automata.classes.len());
    // A class comes after the classes that its edges lead to.
    for (index, class) in automata.classes.iter().enumerate() {
        let later = automata.edges(index as u16).iter();
        let later = later.fold(0, |bits, edge| bits | all[usize::from(edge.class)] >> 1);
        all.push(later | class.depends.unwrap_or_default().any());
    }
    all
}
