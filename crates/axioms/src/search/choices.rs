//! What a read may read from and where a write may come in coherence, before a model is asked.
//!
//! Two facts that hold in every model here exclude most choices at little cost. Accesses of one thread to one location
//! take effect in program order, those of the memory management unit apart (coherence, "SC per location"). And no
//! write of another thread comes between the two halves of an atomic operation.

use super::skeleton::Skeleton;
use crate::{Execution, Loc, Set, Tag};

/// Whether one access of a thread is followed by another in program order, both by the program text.
fn follows(graph: &Execution, earlier: usize, later: usize) -> bool {
    let explicit = |event: usize| !graph.events[event].tags.has(Tag::Implicit);
    graph.po.contains(earlier, later) && explicit(earlier) && explicit(later)
}

/// The writes from `first` on that a read may read from.
pub(super) fn sources<F>(skeleton: &Skeleton<F>, read: usize, at: Loc, first: usize) -> Vec<usize> {
    let graph = &skeleton.graph;
    let value = graph.events[read].value;
    let writes = skeleton.writes_to(at);
    let own: Set = writes.iter().filter(|write| follows(graph, *write, read)).collect();
    let is_source = |write: &usize| {
        // Own later writes come too late, unless a table walk for them came early; and what an own write has
        // overwritten is gone.
        let implicit = graph.events[*write].tags.has(Tag::Implicit);
        let orders = [&graph.po, &graph.iico_data, &graph.iico_ctrl, &graph.iico_order, &graph.rmw];
        let too_late = orders.iter().any(|order| order.contains(read, *write)) && !implicit;
        let gone = match graph.thread[*write] {
            None => !own.is_empty(),
            Some(_) => own.iter().any(|own| follows(graph, *write, own)),
        };
        *write >= first && graph.events[*write].value == value && !too_late && !gone
    };
    writes.iter().filter(is_source).collect()
}

/// Whether an atomic operation of another thread has read from this write, so that this read cannot be of one.
pub(super) fn is_taken<F>(
    skeleton: &Skeleton<F>,
    sources: &[Option<usize>],
    read: usize,
    source: usize,
) -> bool {
    let others = skeleton.half_reads - skeleton.graph.int.row(read);
    skeleton.half_reads.contains(read)
        && others.iter().any(|other| sources.get(other) == Some(&Some(source)))
}

/// The places that a write may have in the coherence order of its location. None if they cannot be told yet: an
/// earlier write of its thread has no place, or what its atomic operation has read from has none.
pub(super) fn places<F>(
    skeleton: &Skeleton<F>,
    sources: &[Option<usize>],
    unplaced: Set,
    order: &[usize],
    write: usize,
) -> Option<Vec<usize>> {
    let graph = &skeleton.graph;
    if (unplaced & graph.loc.row(write)).iter().any(|other| follows(graph, other, write)) {
        return None;
    }
    // What the atomic operation of a write has read from.
    let source = |write: usize| sources.get(skeleton.half[write]?).copied().flatten();
    let place_of = |event: usize| order.iter().position(|other| *other == event);
    let external = |a: usize, b: usize| !graph.int.contains(a, b);
    // The places from `first` to `last` are left.
    let (mut first, mut last) = (1, order.len());
    if skeleton.half[write].is_some() {
        let source = place_of(source(write)?)?;
        first = source + 1;
        if let Some(next) = (first..last).find(|place| external(order[*place], write)) {
            last = next;
        }
    }
    for (place, other) in order.iter().enumerate() {
        if follows(graph, *other, write) {
            first = first.max(place + 1);
        } else if follows(graph, write, *other) {
            last = last.min(place);
        }
    }
    let between_halves = |place: &usize| {
        // What comes at or after the place and has read from something before it.
        order[*place..].iter().any(|other| {
            external(*other, write)
                && source(*other).and_then(place_of).is_some_and(|source| source < *place)
        })
    };
    Some((first..=last).filter(|place| !between_halves(place)).collect())
}
