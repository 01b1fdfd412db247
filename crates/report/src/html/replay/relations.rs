//! The relations between steps as text: what the script draws as arrows, for whoever cannot see those.

use maud::{Markup, html};

use crate::{Relation, Trace};

/// What the names of the relations mean.
pub(super) fn legend() -> Markup {
    html! {
        ul.legend aria-label="relations" {
            li { b.po { "po" } " program order: down each lane" }
            li { b.rf { "rf" } " reads-from: from a store to a read that returns it" }
            li { b.co { "co" } " coherence: from a store to the next one to the same word" }
            li { b.fr { "fr" } " from-reads: from a read to the next store that overwrites what it read" }
        }
    }
}

/// The edges of one execution as a table.
pub(super) fn list(trace: &Trace, name: &str) -> Markup {
    // The arrows show the same as long as there is a script; a table under each execution would be in their way.
    html! {
        @if !trace.relations.is_empty() {
            details.relations {
                summary { "relations of " (name) " as a table" }
                table {
                    thead {
                        tr {
                            @for head in ["relation", "word", "from", "to"] { th scope="col" { (head) } }
                        }
                    }
                    tbody { @for relation in &trace.relations { (row(trace, relation)) } }
                }
            }
        }
    }
}

fn row(trace: &Trace, relation: &Relation) -> Markup {
    let word = trace.words.get(relation.word).map_or("", |word| &word.name);
    let shown = |number: usize| number == 0 || trace.shows(number);
    let long = !shown(relation.from) && !shown(relation.to);
    html! {
        tr.more[long] {
            td { (relation.name) }
            td { (word) }
            td { (end(trace, relation.from)) }
            td { (end(trace, relation.to)) }
        }
    }
}

/// One end of an edge.
fn end(trace: &Trace, number: usize) -> String {
    let step = trace.steps.iter().find(|step| step.number == number);
    match step {
        Some(step) => format!("step {number} (CPU{}): {}", step.cpu, step.text),
        None => "initial value".to_owned(),
    }
}
