//! Views: what a CPU, a store or a lock knows of every entry, as the oldest store that may still be read.

/// Per entry the oldest store that may be read, as an index into its history. `L` is the capacity for
/// entries. Where full barriers are placed in any order (`barrier`), the last index is theirs: the number of
/// barriers up to the latest, in their order, that happened before.
pub(crate) type View<const L: usize> = [u8; L];

pub(crate) fn join<const L: usize>(view: &mut View<L>, other: &View<L>) {
    for (mine, theirs) in view.iter_mut().zip(other) {
        *mine = (*mine).max(*theirs);
    }
}

/// Keeps the entries of a mask.
pub(crate) fn only<const L: usize>(view: &mut View<L>, mask: &View<L>) {
    for (mine, mask) in view.iter_mut().zip(mask) {
        *mine &= mask;
    }
}

/// Drops what `known` implies.
pub(crate) fn beyond<const L: usize>(view: &mut View<L>, known: &View<L>) {
    for (mine, known) in view.iter_mut().zip(known) {
        *mine = if *mine <= *known { 0 } else { *mine };
    }
}

/// The mask of a view for a set of entries; if there are any, with the index of the barriers where it is used.
pub(crate) fn mask<const L: usize>(entries: u64, barriers: bool) -> View<L> {
    std::array::from_fn(|entry| {
        let kept = match barriers && entry == L - 1 {
            true => entries != 0,
            false => entries >> entry & 1 != 0,
        };
        if kept { u8::MAX } else { 0 }
    })
}
