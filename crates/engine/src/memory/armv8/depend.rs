//! Data and control dependencies, from the automaton: calls carry no registers.
//!
//! What follows a read depends on it if, with another learned answer of that read and the same answers since,
//! another call would follow. If that call is the same store of another value, this store depends on it by data;
//! otherwise everything that follows does by control, which orders stores. Histories that make the same calls for
//! ever are not told apart. What follows a read that waits for a word depends on it by control, whatever it returned.
//!
//! Where the automaton cannot tell, nothing depends: a branch whose two sides make the same calls, a comparison
//! that always comes out the same, what would follow an answer that never occurs there. A compiler could drop
//! such a dependency too, but the C may have it in a form that no compiler drops.
//!
//! Dependencies order stores only, and only a store that was promised could come too early. So they are followed
//! only while a CPU has promises.

use hashbrown::HashMap;
use pmdrace_mm::Call;

use super::super::frame::Frame;
use super::state::{Cpu, Pending, Time};
use crate::program::automaton::{Automata, Edge};

/// What a class does from then on: its call, what follows each answer, and the answers for which it goes on waiting.
type Behaviour = (Option<Call<u16>>, Vec<(u16, u16, u32)>, Vec<u16>);

/// Per class, the number of its behaviour.
pub(crate) fn behaviours(frame: &Frame<'_>) -> Vec<u32> {
    let automata = frame.automata;
    let mut known: HashMap<Behaviour, u32> = HashMap::new();
    let mut all: Vec<u32> = Vec::new();
    for class in 0..automata.classes.len() as u16 {
        let edges = automata.edges(class).iter();
        let edges = edges.map(|edge| (edge.answer, edge.stored, all[usize::from(edge.class)]));
        let refused = automata.refused(class).to_vec();
        let behaviour = (automata.class(class).call, edges.collect(), refused);
        let fresh = known.len() as u32;
        all.push(*known.entry(behaviour).or_insert(fresh));
    }
    all
}

/// What the reads were seen with on which a step depends.
#[derive(Clone, Copy, Default)]
pub(crate) struct Depends {
    /// For its store alone.
    pub(crate) data: Time,
    /// For it and everything after it.
    pub(crate) control: Time,
}

/// A CPU is about to leave a class by an edge: what the step depends on.
pub(crate) fn follow<const L: usize>(
    automata: &Automata,
    behaviours: &[u32],
    cpu: &mut Cpu<L>,
    class: u16,
    edge: Edge,
) -> Depends {
    let mut depends = Depends::default();
    let call = automata.class(class).call;
    for pending in &mut cpu.pending {
        let view = pending.view;
        let mut apart = false;
        let moved = pending.otherwise.iter().filter_map(|other| {
            let instead = automata.class(*other).call;
            if instead != call {
                match same_store(call, instead) {
                    true => depends.data = depends.data.max(view),
                    false => {
                        apart = true;
                        return None;
                    }
                }
            }
            if automata.refuses(*other, edge.answer) {
                apart = true;
                return None;
            }
            let next = automata.edge(*other, edge.answer)?;
            if next.stored != edge.stored {
                depends.data = depends.data.max(view);
            }
            let differs =
                behaviours[usize::from(next.class)] != behaviours[usize::from(edge.class)];
            differs.then_some(next.class)
        });
        let mut moved: Vec<u16> = moved.collect();
        moved.sort_unstable();
        moved.dedup();
        pending.otherwise = moved;
        if apart {
            depends.control = depends.control.max(view);
            pending.otherwise.clear();
        }
    }
    cpu.pending.retain(|pending| !pending.otherwise.is_empty());
    depends
}

/// Whether two calls store to the same word, in the same way, different values.
fn same_store(call: Option<Call<u16>>, other: Option<Call<u16>>) -> bool {
    match (call, other) {
        (
            Some(Call::Write { at, order, .. }),
            Some(Call::Write { at: other_at, order: other_order, .. }),
        ) => (at, order) == (other_at, other_order),
        (
            Some(Call::Xchg { at, order, .. }),
            Some(Call::Xchg { at: other_at, order: other_order, .. }),
        ) => (at, order) == (other_at, other_order),
        _ => false,
    }
}

/// A CPU leaves a class by an edge whose answer was seen with this view: later steps may depend on it.
pub(crate) fn answered<const L: usize>(
    automata: &Automata,
    behaviours: &[u32],
    cpu: &mut Cpu<L>,
    class: u16,
    edge: Edge,
    view: Time,
) {
    let behaviour = |class: u16| behaviours[usize::from(class)];
    let others = automata.edges(class).iter().map(|edge| edge.class);
    let differ = others.filter(|other| behaviour(*other) != behaviour(edge.class));
    let mut otherwise: Vec<u16> = differ.collect();
    otherwise.sort_unstable();
    otherwise.dedup();
    if !otherwise.is_empty() {
        cpu.pending.push(Pending { view, otherwise });
    }
}
