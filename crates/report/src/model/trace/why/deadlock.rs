//! A deadlock: its cause is the story of each CPU that is stuck.

use pmdrace_mm::Op;

use super::super::stuck::Story;
use super::super::tell::Teller;

/// Why the CPUs that are stuck never go on.
pub(super) fn text(teller: &Teller<'_>) -> String {
    let events = teller.events.iter().enumerate();
    let told = events.filter_map(|(index, event)| {
        let Op::Stuck(stuck) = &event.op else { return None };
        let story = Story::new(teller.model, teller.events, index, &teller.numbers);
        let details = story.details(stuck).join(", ");
        let name = &teller.model.roles[event.cpu].name;
        Some(format!("CPU{} {name} {}: {details}.", event.cpu, story.waits(stuck)))
    });
    told.collect::<Vec<_>>().join(" ")
}
