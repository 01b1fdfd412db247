//! The operands of one instruction, as its architecture's syntax has them.

use super::arch::Architecture;
use super::assemble::Assembled;
use super::constraint::{Operands, Role};
use super::expression::{Expression, Leaf, printable};
use super::micro::{Address, Place, Reg, Source, Target};
use super::template::read_mark;
use crate::host::Order;

/// One operand of an instruction.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Arg {
    Reg(Reg),
    Immediate(Expression),
    Memory(Address),
    Label(usize),
    /// Anything else: a condition, a kind of barrier, a label, a symbol.
    Word(String),
}

/// What is known while an instruction is translated.
pub(crate) struct Translate<'a> {
    pub(crate) architecture: &'static dyn Architecture,
    pub(crate) operands: &'a mut Operands,
    pub(crate) assembled: &'a Assembled,
    /// The first step of each section.
    pub(crate) starts: &'a [usize],
    /// Where the instruction stands in the text.
    pub(crate) order: usize,
}

impl Translate<'_> {
    /// The operand that a text such as `${0:w}` is the mark of, if it is all of the text.
    pub(crate) fn marked(&self, text: &str) -> Result<Option<Arg>, String> {
        let Some((number, modifier, "")) = read_mark(text) else { return Ok(None) };
        let operand = self.operands.list.get(number);
        let operand = operand.ok_or_else(|| format!("there is no operand {number}"))?;
        let slot = operand.slot;
        match operand.role {
            Role::Label(label) => Ok(Some(Arg::Label(label))),
            Role::Memory => {
                let base = Some(Reg { slot, width: 64, merges: false });
                Ok(Some(Arg::Memory(Address { base, ..Address::default() })))
            }
            // Printed as an address.
            Role::Value if modifier == "a" => {
                let base = Some(Reg { slot, width: 64, merges: false });
                Ok(Some(Arg::Memory(Address { base, ..Address::default() })))
            }
            Role::Value => {
                let (width, merges) = self.architecture.modified(modifier, operand.width)?;
                Ok(Some(Arg::Reg(Reg { slot, width, merges })))
            }
        }
    }

    /// A register of the machine by name.
    pub(crate) fn register(&mut self, name: &str) -> Option<Reg> {
        let (canonical, width) = self.architecture.register(name)?;
        let slot = self.operands.register(&canonical);
        let (width, merges) = self.architecture.written(width);
        Some(Reg { slot, width, merges })
    }

    /// A slot for a value in between.
    pub(crate) fn temporary(&mut self, width: u32) -> Reg {
        Reg { slot: self.operands.fresh(), width, merges: false }
    }

    /// The register that an operand is, or a register that holds it.
    pub(crate) fn reg(&self, arg: Option<&Arg>) -> Result<Reg, String> {
        match arg {
            Some(Arg::Reg(reg)) => Ok(*reg),
            other => Err(format!("a register is expected, not {}", describe(other))),
        }
    }

    /// The value of a register or immediate.
    pub(crate) fn source(&self, arg: Option<&Arg>) -> Result<Source, String> {
        match arg {
            Some(Arg::Reg(reg)) => Ok(Source::Reg(*reg)),
            Some(Arg::Immediate(expression)) => Ok(match expression.constant() {
                Some(number) => Source::Number(number as u128),
                None => Source::Expression(Box::new(expression.clone())),
            }),
            other => Err(format!("a value is expected, not {}", describe(other))),
        }
    }

    /// The place that a memory operand is.
    pub(crate) fn place(
        &self,
        arg: Option<&Arg>,
        size: u64,
        order: Order,
    ) -> Result<Place, String> {
        match arg {
            Some(Arg::Memory(address)) => Ok(Place { address: address.clone(), size, order }),
            other => Err(format!("a memory operand is expected, not {}", describe(other))),
        }
    }

    /// Where a jump goes: a label of the text or of `asm goto`.
    pub(crate) fn target(&self, arg: Option<&Arg>) -> Result<Target, String> {
        match arg {
            Some(Arg::Label(label)) => Ok(Target::Label(*label)),
            Some(Arg::Word(name)) => self.step(name).map(Target::Step),
            // `1b` may look like a name in an expression.
            Some(Arg::Immediate(Expression::Leaf(Leaf::Name(name)))) => {
                self.step(name).map(Target::Step)
            }
            other => Err(format!("a label is expected, not {}", describe(other))),
        }
    }

    fn step(&self, name: &str) -> Result<usize, String> {
        let label = self.assembled.label(name, self.order);
        let label = label.ok_or_else(|| format!("there is no label {name}"))?;
        step_of(self.assembled, self.starts, label.section, label.item)
            .ok_or_else(|| format!("the label {name} is no place in the code"))
    }
}

/// The step that an item of a section is: instructions only are counted.
pub(crate) fn step_of(
    assembled: &Assembled,
    starts: &[usize],
    section: usize,
    item: usize,
) -> Option<usize> {
    use super::assemble::Item;
    let start = starts.get(section)?;
    let items = &assembled.sections.get(section)?.items;
    let before = items.iter().take(item);
    let instructions = before.filter(|(_, item)| matches!(item, Item::Instruction(_))).count();
    Some(start + instructions)
}

fn describe(arg: Option<&Arg>) -> String {
    match arg {
        None => "nothing".to_owned(),
        Some(Arg::Word(word)) => format!("`{}`", printable(word)),
        Some(Arg::Memory(_)) => "memory".to_owned(),
        Some(Arg::Label(_)) => "a label".to_owned(),
        Some(Arg::Reg(_)) => "a register".to_owned(),
        Some(Arg::Immediate(_)) => "a number".to_owned(),
    }
}
