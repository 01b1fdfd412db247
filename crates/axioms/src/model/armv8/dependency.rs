//! Dependencies: from a read to what uses its value, through registers and through memory of the same CPU.
//!
//! A pick dependency counts also what selects among values or decides whether an instruction has an effect: the
//! condition of CSEL, the comparison of CAS.

use super::effects::Effects;
use crate::{Execution, Relation};

/// Dependencies of one strength.
pub(super) struct Dependencies {
    /// On a value that an address is made from.
    pub(super) addr: Relation,
    /// On a value that the value of a write is made from.
    pub(super) data: Relation,
    /// On a value that a branch decided by.
    pub(super) ctrl: Relation,
    /// On a value that anything in the instruction is made from.
    pub(super) basic: Relation,
}

/// Dependencies, and pick dependencies. `successor` are the local read successors of writes.
pub(super) fn dependencies(
    graph: &Execution,
    effects: &Effects,
    successor: &Relation,
) -> (Dependencies, Dependencies) {
    let through = &graph.iico_data | successor;
    let plain = [&graph.addr, &graph.data, &graph.ctrl];
    let plain = close(graph, effects, plain, &through | &graph.addr | &graph.data);
    let picks = [&graph.pick_addr, &graph.pick_data, &graph.pick_ctrl];
    let picks = close(graph, effects, picks, through | &graph.iico_ctrl | &graph.pick);
    (plain, picks)
}

/// Extends dependencies on the last read of a chain to all reads of it, where values go by `flow`.
fn close(
    graph: &Execution,
    effects: &Effects,
    [addr, data, ctrl]: [&Relation; 3],
    flow: Relation,
) -> Dependencies {
    let flow = flow.plus();
    let other = |relation: &Relation| relation - &graph.same_instruction();
    let chain = |last: &Relation| flow.maybe().then(last).from(effects.reads);
    let addressed = effects.explicit | effects.walks | effects.updates | effects.invalidations;
    Dependencies {
        addr: other(&chain(addr).to(addressed)),
        data: other(&chain(data).to(effects.writes)),
        ctrl: chain(ctrl),
        basic: other(&flow.from(effects.reads)),
    }
}
