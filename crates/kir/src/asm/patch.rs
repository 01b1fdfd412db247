//! What the kernel patches: alternatives by capability, jump labels by the state of their key; and where it
//! expects to trap.
//!
//! The tables say it all: an entry of `.altinstructions` has the original, the replacement, the capability and both lengths,
//! one of `__jump_table` the instruction, its target and the key. So no template is recognised by its shape.
//! Source: the kernel's alternative.h of each architecture and include/linux/jump_label.h.

use super::arch::Architecture;
use super::assemble::{Assembled, Item, Section};
use super::expression::Expression;
use super::micro::Target;
use super::operand::step_of;

/// The tables of one statement.
#[derive(Debug, Default)]
pub(crate) struct Patches {
    pub(crate) alternatives: Vec<Alternative>,
    pub(crate) keys: Vec<Key>,
    pub(crate) traps: Vec<Trap>,
}

/// A stretch of code that a capability replaces.
#[derive(Debug)]
pub(crate) struct Alternative {
    /// The first step of the original, and the one after its last.
    pub(crate) original: (usize, usize),
    /// The same of what replaces it.
    pub(crate) replacement: Replacement,
    pub(crate) feature: Expression,
}

/// What takes the place of the original.
#[derive(Debug)]
pub(crate) enum Replacement {
    /// Other code.
    Code(usize, usize),
    /// Whatever a function of the kernel puts there.
    Callback(String),
}

/// An instruction that is a jump or does nothing, by the state of a static key.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) step: usize,
    pub(crate) target: Target,
    /// The address of the key, with whether the jump is taken when it is off in bit 0.
    pub(crate) key: Expression,
}

/// An entry of the bug table.
#[derive(Debug)]
pub(crate) struct Trap {
    pub(crate) step: usize,
    pub(crate) flags: Expression,
}

impl Patches {
    /// Reads the tables of an assembled text.
    pub(crate) fn read(
        architecture: &dyn Architecture,
        assembled: &Assembled,
        starts: &[usize],
    ) -> Result<Patches, String> {
        let mut found = Patches::default();
        // Features of the CPU, the MMU and the firmware replace code of powerpc.
        if let Some(section) = assembled.sections.iter().find(|s| s.name.ends_with("ftr_fixup")) {
            return Err(format!("code that {} replaces", section.name));
        }
        let entry = architecture.alternatives();
        let place = |order: usize, value: &Expression| -> Option<usize> {
            let label = assembled.label(value.added_name()?, order)?;
            step_of(assembled, starts, label.section, label.item)
        };
        for table in assembled.tables(".altinstructions") {
            for numbers in data(table).chunks(entry.items) {
                let [(at, original), (with, replacement), ..] = numbers else {
                    return Err("an entry of .altinstructions that is too short".to_owned());
                };
                let get = |number: usize| numbers.get(number).copied();
                let (Some((_, feature)), Some((to, length))) = (get(entry.feature), get(entry.end))
                else {
                    return Err("an entry of .altinstructions that is too short".to_owned());
                };
                let (Some(from), Some(end)) = (place(*at, original), place(to, length)) else {
                    return Err("an alternative to no code".to_owned());
                };
                let ends = get(entry.replacement_end);
                let until = ends.and_then(|(order, length)| place(order, length));
                let replacement = match (place(*with, replacement), until) {
                    (Some(begin), Some(until)) => Replacement::Code(begin, until),
                    _ => Replacement::Callback(
                        replacement.added_name().unwrap_or("nothing").to_owned(),
                    ),
                };
                let feature = feature.clone();
                found.alternatives.push(Alternative {
                    original: (from, end),
                    replacement,
                    feature,
                });
            }
        }
        for table in assembled.tables("__jump_table") {
            for numbers in data(table).chunks(3) {
                let [(at, code), (to, target), (_, key)] = numbers else {
                    return Err("an entry of __jump_table that is too short".to_owned());
                };
                let step = place(*at, code).ok_or("a jump label at no code")?;
                let target = match target.added_operand() {
                    Some(number) => Target::Label(number),
                    None => Target::Step(place(*to, target).ok_or("a jump label to nowhere")?),
                };
                found.keys.push(Key { step, target, key: (*key).clone() });
            }
        }
        for table in assembled.tables("__bug_table") {
            let numbers = data(table);
            if let (Some((at, code)), Some((_, flags))) = (numbers.first(), numbers.last())
                && let Some(step) = place(*at, code)
            {
                found.traps.push(Trap { step, flags: (*flags).clone() });
            }
        }
        Ok(found)
    }
}

/// The numbers of a table, each with its place in the text.
fn data(section: &Section) -> Vec<(usize, &Expression)> {
    section
        .items
        .iter()
        .filter_map(|(order, item)| match item {
            Item::Data(value) => Some((*order, value)),
            Item::Instruction(_) => None,
        })
        .collect()
}
