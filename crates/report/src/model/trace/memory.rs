//! Memory after a step.

use super::{Step, Trace, TracedWord, Value};

/// A word and what it holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Held<'t> {
    /// The word.
    pub word: &'t TracedWord,
    /// What it holds.
    pub value: &'t Value,
    /// What it held before.
    pub before: Option<&'t Value>,
    /// For an entry, what the step that stored it changed.
    pub changed: Option<&'t str>,
    /// The step that stored it; None for the initial value.
    pub since: Option<usize>,
    /// The CPU that read this value and continues with it although memory holds another.
    pub reader: Option<&'t str>,
}

impl Trace {
    /// What every word holds after the step at an index.
    pub fn memory_after(&self, index: usize) -> Vec<Held<'_>> {
        let initial = |word| Held {
            word,
            value: &word.init,
            before: None,
            changed: None,
            since: None,
            reader: None,
        };
        let mut memory: Vec<Held<'_>> = self.words.iter().map(initial).collect();
        for step in self.steps.iter().take(index + 1).filter(|step| step.changes_memory()) {
            if let Some((word, value)) = step.word.zip(step.value.as_ref())
                && let Some(held) = memory.get_mut(word)
            {
                let (before, since) = (Some(held.value), Some(step.number));
                let changed = step.changed.as_deref();
                *held = Held { value, before, changed, since, ..*held };
            }
        }
        memory
    }

    /// The PMD that the CPU of the step at an index read last, if memory holds another value by then.
    pub fn outdated_read(&self, index: usize) -> Option<Held<'_>> {
        let cpu = self.steps.get(index)?.cpu;
        let mine = || self.steps[..=index].iter().rev().filter(|step| step.cpu == cpu);
        let of = |step: &Step| step.word.and_then(|word| self.words.get(word));
        let read =
            mine().find(|step| step.from.is_some() && of(step).is_some_and(|word| word.pmd))?;
        let mut since = mine().take_while(|step| step.number > read.number);
        let value = read.value.as_ref()?;
        let now = self.memory_after(index)[read.word?];
        let outdated = now.value.bits != value.bits
            && !since.any(|step| step.changes_memory() && step.word == read.word);
        let reader = Some(self.cpus.get(cpu)?.as_str());
        outdated.then_some(Held {
            value,
            before: None,
            changed: None,
            since: Some(read.number),
            reader,
            ..now
        })
    }
}
