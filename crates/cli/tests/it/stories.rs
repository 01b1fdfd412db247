//! The stories that committed traces tell: one of each property of each variant of the catalogue.
//!
//! The rules here look at the events themselves and share no code with what writes the stories.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use pmdrace_cli::explore::{Replayed, replay};
use pmdrace_engine::Counterexample;
use pmdrace_mm::{Event, MemoryModel, Model, Note, Op, Word};
use pmdrace_report::{Record, Trace};
use pmdrace_scenario::{CATALOGUE, CellKey, Scenario};

/// A violation and what is told about it.
struct Story {
    scenario: Scenario,
    cell: CellKey,
    property: String,
    model: Model,
    example: Counterexample,
    trace: Trace,
}

/// One story for each property of each variant and memory model.
static STORIES: LazyLock<Vec<Story>> = LazyLock::new(stories);

fn stories() -> Vec<Story> {
    let mut stories = Vec::new();
    for entry in CATALOGUE.iter().filter(|entry| !entry.traces.is_empty()) {
        let scenario = Scenario::parse(entry.text).unwrap();
        let cells = scenario.cells(None).into_iter().map(|cell| (cell.to_string(), cell));
        let cells: BTreeMap<String, CellKey> = cells.collect();
        let mut seen = BTreeSet::new();
        for record in Record::parse_all(entry.traces).unwrap() {
            for name in &record.cells {
                let cell = cells[name].clone();
                let property = record.shows.name.clone();
                if !seen.insert((cell.variant.clone(), cell.memory.name(), property.clone())) {
                    continue;
                }
                let model = scenario.model(&cell).unwrap();
                let Replayed::Reproduced(about, example) = replay(&record, &model).unwrap() else {
                    panic!("{name} is stale");
                };
                let trace = Trace::new(&scenario, &cell, &model, about, &example, None);
                let scenario = scenario.clone();
                stories.push(Story { scenario, cell, property, model, example, trace });
            }
        }
    }
    assert!(stories.len() > 60, "{}", stories.len());
    stories
}

impl Story {
    fn place(&self) -> String {
        format!("{} {} {}: {}", self.scenario.name(), self.cell, self.property, self.trace.cause)
    }

    fn events(&self) -> &[Event] {
        &self.example.events
    }

    fn violator(&self) -> usize {
        self.events()[self.example.at].cpu
    }

    /// The event of a step.
    fn event(&self, step: usize) -> Option<usize> {
        let is_step =
            |event: &Event| !matches!(event.op, Op::Note(Note::Enter(_) | Note::Leave(_)));
        let mut steps = (0..self.events().len()).filter(|index| is_step(&self.events()[*index]));
        steps.nth(step.checked_sub(1)?)
    }

    /// The steps that the cause names.
    fn named(&self) -> Vec<usize> {
        let words: Vec<&str> = self.trace.cause.split_whitespace().collect();
        let mut named = Vec::new();
        for (at, word) in words.iter().enumerate() {
            if !matches!(*word, "step" | "steps") {
                continue;
            }
            let list =
                words[at + 1..].iter().map(|word| word.trim_matches([',', '.', ':', ';', ')']));
            let numbers = list.filter(|word| *word != "and").map_while(|word| word.parse().ok());
            named.extend(numbers.filter_map(|step: usize| self.event(step)));
        }
        named
    }

    /// The address and word that an event stores, if it stores any.
    fn stores(&self, index: usize) -> Option<(usize, Word)> {
        match self.events()[index].op {
            Op::Write { at, word }
            | Op::Buffer { at, word }
            | Op::Rmw { at, new: Some(word), .. } => Some((at.0, word)),
            _ => None,
        }
    }

    /// The addresses that the violating CPU reads or updates up to the violation.
    fn touched(&self) -> BTreeSet<usize> {
        let upto = &self.events()[..=self.example.at];
        let own = upto.iter().filter(|event| event.cpu == self.violator());
        own.filter_map(|event| match event.op {
            Op::Read { at, .. } | Op::Rmw { at, .. } | Op::Count { at, .. } => Some(at.0),
            _ => None,
        })
        .collect()
    }

    /// The reads of the violating CPU whose value another CPU stored.
    fn reads_of_others(&self) -> bool {
        self.events()[..=self.example.at].iter().any(|event| {
            event.cpu == self.violator()
                && matches!(event.op, Op::Read { from: Some(from), .. }
                    if self.events()[from].cpu != event.cpu)
        })
    }

    /// Whether every step up to the violation is one of sequential consistency: memory is a single copy, and no step
    /// takes effect before its CPU comes to it.
    fn is_sc(&self) -> bool {
        if (0..=self.example.at).any(|index| self.example.order.is_early(index)) {
            return false;
        }
        let mut memory: Vec<Word> = self.model.cells.iter().map(|cell| cell.init).collect();
        for event in &self.events()[..=self.example.at] {
            match event.op {
                Op::Buffer { .. } => return false,
                Op::Read { at, word, .. } | Op::Rmw { at, old: word, .. }
                    if memory[at.0] != word =>
                {
                    return false;
                }
                Op::Write { at, word } | Op::Rmw { at, new: Some(word), .. } => memory[at.0] = word,
                _ => {}
            }
        }
        true
    }
}

#[test]
fn a_cause_names_a_store_of_another_cpu_to_what_the_violating_cpu_reads() {
    // A deadlock is about who waits for whom.
    let about_words = |story: &&Story| !["no-outcome", "no-deadlock"].contains(&&*story.property);
    for story in STORIES.iter().filter(about_words) {
        let touched = story.touched();
        let by_others = story.named().into_iter().any(|index| {
            story.events()[index].cpu != story.violator()
                && story.stores(index).is_some_and(|(at, _)| touched.contains(&at))
        });
        // A page that is shared already is pinned by a CPU that reads nothing of it.
        let by_itself = ["no-warning", "no-shared-pin"].contains(&&*story.property);
        let own = by_itself && !story.reads_of_others();
        assert!(by_others || own, "{}", story.place());
        let alone = story.trace.cause.contains("no step of another CPU");
        assert!(!alone || !story.reads_of_others(), "{}", story.place());
    }
}

#[test]
fn the_steps_that_a_cause_names_are_there_and_of_that_cpu() {
    for story in STORIES.iter() {
        let words: Vec<&str> = story.trace.cause.split_whitespace().collect();
        for window in words.windows(3) {
            let [cpu, "step", number] = window else { continue };
            let Some(cpu) = cpu.strip_prefix("CPU").and_then(|cpu| cpu.parse::<usize>().ok())
            else {
                continue;
            };
            let number: usize = number.trim_matches([',', '.', ':', ';', ')']).parse().unwrap();
            let event = story.event(number).map(|index| story.events()[index].cpu);
            assert_eq!(event, Some(cpu), "{}", story.place());
        }
        assert!(!story.trace.cause.is_empty(), "{}", story.place());
        // Not every scenario has a PMD, and each word has a name.
        assert!(!story.trace.cause.contains("the PMD"), "{}", story.place());
    }
}

#[test]
fn a_torn_read_names_both_halves_and_where_they_are_from() {
    let torn = |story: &&Story| story.property == "no-torn-value";
    for story in STORIES.iter().filter(torn) {
        let cause = &story.trace.cause;
        assert!(cause.contains("low half") && cause.contains("high half"), "{}", story.place());
        let reads = story.named().into_iter().filter(|index| {
            matches!(story.events()[*index].op, Op::Read { .. })
                && story.events()[*index].cpu == story.violator()
        });
        let cells: BTreeSet<usize> = reads
            .filter_map(|index| match story.events()[index].op {
                Op::Read { at, .. } => Some(at.0),
                _ => None,
            })
            .collect();
        assert_eq!(cells.len(), 2, "{}", story.place());
    }
}

#[test]
fn weak_memory_is_blamed_where_it_is_needed_and_nowhere_else() {
    let blames = ["orders", "buffer", "takes its place", " permits.", "lets such a read"];
    let mut needed = 0;
    for story in STORIES.iter() {
        let sc = story.is_sc();
        needed += usize::from(!sc);
        let blamed = blames.iter().any(|blame| story.trace.cause.contains(blame));
        assert_eq!(blamed, !sc, "{}", story.place());
        let told = sc && story.cell.memory != MemoryModel::Sc;
        assert_eq!(!story.trace.memory.is_empty(), told, "{}", story.place());
    }
    assert!(needed > 10, "{needed}");
}

#[test]
fn whoever_hits_a_warning_is_hurt() {
    let (mut warned, mut misled) = (0, 0);
    for story in STORIES.iter().filter(|story| story.property != "no-outcome") {
        let Op::Note(Note::Warn { text, .. }) = &story.events()[story.example.at].op else {
            misled += usize::from(story.trace.harm.starts_with("none"));
            continue;
        };
        warned += 1;
        let harm = &story.trace.harm;
        assert!(!harm.starts_with("none") && harm.contains(text), "{}: {harm}", story.place());
        let who = story.model.roles[story.violator()].runs;
        assert!(harm.contains(who), "{}: {harm}", story.place());
    }
    assert!(warned > 3 && misled > 3, "{warned}, {misled}");
}

#[test]
fn no_fix_is_recommended_to_a_variant_that_has_it() {
    let mut fixed = 0;
    for story in STORIES.iter() {
        let has = story.scenario.has_fix(&story.cell.variant);
        fixed += usize::from(has);
        let told = story.trace.fix.starts_with("this variant has it already");
        let change = story.scenario.source().change.is_some();
        assert_eq!(told, has && change, "{}: {}", story.place(), story.trace.fix);
    }
    assert!(fixed > 4, "{fixed}");
}
