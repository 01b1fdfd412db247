//! Break before make: what is wrong with a program that replaces a valid descriptor by another.
//!
//! Between two valid descriptors with different output addresses there has to be an invalid one (Arm ARM, D8.16.1).
//! herd7 7.58 raises `requires-BBM` for it (aarch64bbm.cat), and looks only at stores that come after exactly one read or
//! write of their location in the execution. So does this.

use super::Armv8;
use crate::{Execution, Kind, Tag, Value};

const REQUIRES_BBM: &str = "requires-BBM";

/// What a value means as a translation table descriptor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Descriptor {
    /// Whether it translates.
    pub valid: bool,
    /// The output address.
    pub frame: Value,
}

/// The flags of a complete graph.
pub(super) fn of(model: &Armv8, graph: &Execution) -> Vec<&'static str> {
    let Some(descriptor) = model.descriptor else { return Vec::new() };
    let descriptor = |event: usize| descriptor(graph.events[event].value);
    let before = (&graph.co | &graph.fr()).inverse();
    let replaces = |write: usize| {
        let earlier = before.row(write);
        let old = earlier.iter().next().filter(|_| earlier.len() == 1).and_then(descriptor);
        let pair = old.zip(descriptor(write));
        pair.is_some_and(|(old, new)| old.valid && new.valid && old.frame != new.frame)
    };
    match (graph.writes() - graph.initial()).iter().any(replaces) {
        true => vec![REQUIRES_BBM],
        false => Vec::new(),
    }
}

/// At least the flags of all graphs that these paths can be put together to: where an instruction writes to a table,
/// it may replace a descriptor.
pub(super) fn possible(
    model: &Armv8,
    mut paths: &mut dyn Iterator<Item = Execution>,
) -> Vec<&'static str> {
    let Some(descriptor) = model.descriptor else { return Vec::new() };
    let writes_to_table = |path: Execution| {
        let initial = path.initial();
        let is_table = |event: usize| {
            let mut initial = initial.iter().filter(|first| path.loc.contains(*first, event));
            initial.any(|first| descriptor(path.events[first].value).is_some())
        };
        path.all(|event| event.kind == Kind::Write && !event.tags.has(Tag::Implicit))
            .iter()
            .any(|event| !initial.contains(event) && is_table(event))
    };
    match Iterator::any(&mut paths, writes_to_table) {
        true => vec![REQUIRES_BBM],
        false => Vec::new(),
    }
}
