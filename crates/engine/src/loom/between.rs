//! A check of loom's own search: could a full barrier have come between the two of a fully ordered update?
//!
//! The barriers around an update are executed together (see `cpu`), so loom tries another CPU's barrier before or
//! after both. Between them is the update alone. A barrier that is bound to follow the first and to precede the
//! second, without being bound to follow the second or to precede the first, is so by accesses to the updated word:
//! one of those leads to the barrier, which leads to another. If the barrier's CPU makes both, program order puts the
//! second behind the first, and yet it returns or precedes an older store, which coherence forbids. So a third CPU
//! accesses the word. Where none does, nothing is missed; that goes for two updates that each have a barrier between
//! those of the other, too.
//!
//! What a third CPU accesses in an execution that loom misses, it accesses in one that loom has: take what precedes
//! the event that binds the barrier, by program order and reads.

/// Who did what in one execution; the CPUs are bits.
#[derive(Default)]
pub(super) struct Between {
    barriers: u32,
    words: Vec<Word>,
}

#[derive(Clone, Copy, Default)]
struct Word {
    accessed: u32,
    /// Updated, fully ordered.
    updated: u32,
}

impl Between {
    pub(super) fn restart(&mut self, words: usize) {
        self.barriers = 0;
        self.words.clear();
        self.words.resize(words, Word::default());
    }

    pub(super) fn access(&mut self, cpu: usize, word: usize) {
        self.words[word].accessed |= 1 << cpu;
    }

    /// A fully ordered update.
    pub(super) fn update(&mut self, cpu: usize, word: usize) {
        self.words[word].updated |= 1 << cpu;
    }

    pub(super) fn full_barrier(&mut self, cpu: usize) {
        self.barriers |= 1 << cpu;
    }

    /// Whether a CPU executed a full barrier, another updated a word in full order, and a third one accessed that word.
    pub(super) fn missed_an_order(&self) -> bool {
        self.words.iter().any(|word| {
            each(word.updated)
                .any(|by| each(word.accessed & !by).any(|third| self.barriers & !by & !third != 0))
        })
    }
}

/// The bits of a set, each alone.
fn each(set: u32) -> impl Iterator<Item = u32> {
    (0..u32::BITS).map(|bit| 1 << bit).filter(move |bit| set & bit != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_cpus_are_needed() {
        for (third, barrier, missed) in
            [(2, 1, true), (1, 2, true), (1, 1, false), (0, 1, false), (1, 0, false)]
        {
            let mut between = Between::default();
            between.restart(2);
            between.access(0, 1);
            between.update(0, 1);
            between.full_barrier(0);
            between.access(third, 1);
            between.full_barrier(barrier);
            assert_eq!(between.missed_an_order(), missed, "{third} {barrier}");
        }
    }
}
