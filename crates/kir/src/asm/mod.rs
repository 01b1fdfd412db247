//! Inline assembly, run from its instruction text.
//!
//! A statement is taken apart once, when its function is read: constraints to operands ([`constraint`]), template to
//! statements ([`template`]), statements to sections ([`assemble`]), instructions to small operations ([`micro`], by
//! the architecture's file in [`arch`]), tables to what the kernel would patch ([`patch`]). When it runs, the patches
//! that the declared capabilities and static keys ask for are made and the operations executed ([`execute`]).
//!
//! What is not known, an instruction or a constraint, is an error when it is reached, never a guess.

pub(crate) mod arch;
pub(crate) mod assemble;
pub(crate) mod constraint;
mod exclusive;
mod execute;
pub(crate) mod expression;
mod flow;
pub(crate) mod micro;
pub(crate) mod operand;
mod outside;
pub(crate) mod patch;
pub(crate) mod state;
pub(crate) mod template;

use std::sync::atomic::{AtomicUsize, Ordering};

use arch::Architecture;
use assemble::{Assembled, Item, split_word};
use constraint::Operands;
use expression::printable;
use micro::Micro;
use operand::Translate;
use patch::Patches;

/// The types of an inline assembly statement's results and arguments, as widths.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape {
    pub(crate) results: Vec<u32>,
    /// Whether the result is a struct, even of one field.
    pub(crate) several: bool,
    pub(crate) arguments: Vec<u32>,
    /// The arguments that are constants.
    pub(crate) constants: Vec<Option<u128>>,
    pub(crate) labels: usize,
}

/// An inline assembly statement.
#[derive(Debug)]
pub(crate) struct Assembly {
    pub(crate) shape: Shape,
    /// The text of a statement that is a comment and nothing else: it marks a place for whoever runs the code.
    pub(crate) mark: Option<Box<str>>,
    /// Or why it cannot run.
    pub(crate) compiled: Result<Compiled, String>,
}

/// What is run.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub(crate) operands: Operands,
    /// All sections one after the other, each with an end.
    pub(crate) steps: Vec<Step>,
    pub(crate) patches: Patches,
}

/// One instruction.
#[derive(Debug)]
pub(crate) enum Step {
    Run {
        /// With the marks of operands.
        text: String,
        /// Or why it is not known.
        micro: Result<Vec<Micro>, String>,
    },
    /// The end of a section.
    End,
}

impl Assembly {
    /// Takes a statement apart.
    pub(crate) fn new(
        architecture: &'static dyn Architecture,
        template: &str,
        constraints: &str,
        shape: Shape,
    ) -> Assembly {
        let mark = template.trim().strip_prefix("/*").and_then(|rest| rest.strip_suffix("*/"));
        let mark = mark.filter(|text| !text.contains("*/")).map(|text| text.trim().into());
        let compiled = Compiled::new(architecture, template, constraints, &shape);
        Assembly { shape, mark, compiled }
    }
}

/// What `${:uid}` counts.
static UNIQUE: AtomicUsize = AtomicUsize::new(0);

impl Compiled {
    fn new(
        architecture: &'static dyn Architecture,
        template: &str,
        constraints: &str,
        shape: &Shape,
    ) -> Result<Compiled, String> {
        let mut operands = Operands::read(architecture, constraints, shape)?;
        let text = template::mark_operands(template, UNIQUE.fetch_add(1, Ordering::Relaxed))?;
        let statements = template::statements(&text, architecture.comments());
        let assembled = Assembled::new(&statements)?;
        let mut starts = Vec::new();
        let mut count = 0;
        for section in &assembled.sections {
            starts.push(count);
            let instruction = |(_, item): &&(usize, Item)| matches!(item, Item::Instruction(_));
            count += section.items.iter().filter(instruction).count() + 1;
        }
        let mut steps = Vec::with_capacity(count);
        for section in &assembled.sections {
            let mut prefix = None;
            for (order, item) in &section.items {
                let Item::Instruction(text) = item else { continue };
                let mut cx = Translate {
                    architecture,
                    operands: &mut operands,
                    assembled: &assembled,
                    starts: &starts,
                    order: *order,
                };
                let micro = translate(architecture, text, &mut prefix, &mut cx);
                steps.push(Step::Run { text: text.clone(), micro });
            }
            steps.push(Step::End);
        }
        exclusive::order_fully(architecture, &mut steps);
        let patches = Patches::read(architecture, &assembled, &starts)?;
        Ok(Compiled { operands, steps, patches })
    }
}

/// Translates one instruction. A prefix may be a statement of its own: `lock; incl %0`.
fn translate(
    architecture: &'static dyn Architecture,
    text: &str,
    prefix: &mut Option<&'static str>,
    cx: &mut Translate<'_>,
) -> Result<Vec<Micro>, String> {
    let mut rest = text;
    while let Some((found, after)) = architecture.prefix(rest) {
        *prefix = Some(found);
        rest = after.trim_start();
    }
    if rest.is_empty() {
        return Ok(Vec::new());
    }
    let (mnemonic, operands) = split_word(rest);
    let mnemonic = match prefix.take() {
        Some(prefix) => format!("{prefix} {mnemonic}"),
        None => mnemonic.to_owned(),
    };
    let mut arguments = Vec::new();
    for part in template::parts(operands) {
        let argument = match cx.marked(part)? {
            Some(argument) => argument,
            None => architecture.argument(part, cx)?,
        };
        arguments.push(argument);
    }
    let known = architecture.instruction(&mnemonic, &arguments, cx);
    known.map_err(|what| format!("`{}`: {what}", printable(text)))
}
