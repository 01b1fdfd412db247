//! Vector clocks: what precedes an operation.

/// Per CPU, the number of its operations.
pub(super) type Clock = Vec<u32>;

pub(super) fn join(into: &mut Clock, other: &Clock) {
    for (into, other) in into.iter_mut().zip(other) {
        *into = (*into).max(*other);
    }
}

/// An operation by its CPU and its number there.
pub(super) type Id = (usize, u32);

pub(super) fn includes(clock: &Clock, (cpu, number): Id) -> bool {
    number <= clock[cpu]
}

/// What must be respected: what synchronises, and what does if the order of full barriers does too.
#[derive(Clone, Default)]
pub(super) struct View {
    pub(super) synchronised: Clock,
    pub(super) ordered: Clock,
}

impl View {
    pub(super) fn begin(cpus: usize) -> View {
        View { synchronised: vec![0; cpus], ordered: vec![0; cpus] }
    }

    pub(super) fn join(&mut self, other: &View) {
        join(&mut self.synchronised, &other.synchronised);
        join(&mut self.ordered, &other.ordered);
    }
}

/// What precedes something: along synchronisation, and along every path.
#[derive(Clone, Default)]
pub(super) struct Past {
    pub(super) view: View,
    pub(super) any: Clock,
}

impl Past {
    pub(super) fn begin(cpus: usize) -> Past {
        Past { view: View::begin(cpus), any: vec![0; cpus] }
    }

    pub(super) fn join(&mut self, other: &Past) {
        self.view.join(&other.view);
        join(&mut self.any, &other.any);
    }
}
