//! The constraints of an inline assembly statement: what each operand is and where it comes from.
//!
//! Source: the LLVM Language Reference, "Inline Assembler Expressions".

use super::Shape;
use super::arch::Architecture;

/// What an operand is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    /// A register or an immediate.
    Value,
    /// A place in memory: the value is its address.
    Memory,
    /// A label of `asm goto`, by number.
    Label(usize),
}

/// One operand, `$0`, `$1`, ...
#[derive(Clone, Debug)]
pub(crate) struct Operand {
    pub(crate) role: Role,
    /// The width of the value in bits.
    pub(crate) width: u32,
    /// The slot that holds it, shared by tied operands and those of one machine register.
    pub(crate) slot: usize,
    /// The argument that it begins with.
    pub(crate) argument: Option<usize>,
    /// The result that it becomes.
    pub(crate) result: Option<usize>,
    /// The condition that becomes the result: `e` of `=@cce`.
    pub(crate) condition: Option<String>,
    /// Its value, if it is a constant.
    pub(crate) constant: Option<u128>,
}

/// All operands, and how many slots they take.
#[derive(Clone, Debug, Default)]
pub(crate) struct Operands {
    pub(crate) list: Vec<Operand>,
    pub(crate) slots: usize,
    /// Machine registers that have a slot.
    pub(crate) registers: Vec<(String, usize)>,
}

impl Operands {
    /// Reads `=&r,*Q,0,!i,~{memory}`.
    pub(crate) fn read(
        architecture: &dyn Architecture,
        constraints: &str,
        shape: &Shape,
    ) -> Result<Operands, String> {
        let mut found = Operands::default();
        let (mut argument, mut result, mut label) = (0, 0, 0);
        for text in constraints.split(',').filter(|text| !text.is_empty()) {
            if text.starts_with('~') {
                continue;
            }
            if let Some(code) = text.strip_prefix('!') {
                found.check(architecture, code)?;
                let role = Role::Label(label);
                label += 1;
                found.push(role, 64, None);
                continue;
            }
            let (output, code) = match text.strip_prefix('=') {
                Some(rest) => (true, rest),
                None => (false, text),
            };
            let code = code.trim_start_matches(['&', '%']);
            let (indirect, code) = match code.strip_prefix('*') {
                Some(rest) => (true, rest),
                None => (false, code),
            };
            let tied = code.parse::<usize>().ok();
            let register = code.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
            let condition = register.and_then(|name| name.strip_prefix("@cc")).map(str::to_owned);
            if tied.is_none() && register.is_none() {
                found.check(architecture, code)?;
            }
            let role = if indirect { Role::Memory } else { Role::Value };
            let slot = match (tied, register) {
                (Some(number), _) => Some(
                    found.list.get(number).map(|operand| operand.slot).ok_or("a tie to nothing")?,
                ),
                (_, Some(name)) if condition.is_none() => {
                    let (name, _) = architecture
                        .register(name)
                        .ok_or_else(|| format!("the register {{{name}}} is not known"))?;
                    Some(found.register(&name))
                }
                _ => None,
            };
            let direct_output = output && !indirect;
            let width = if direct_output {
                shape.results.get(result).copied()
            } else {
                shape.arguments.get(argument).copied()
            };
            let width = width.ok_or("the constraints do not fit the operands")?;
            found.push(role, width, slot);
            if let Some(operand) = found.list.last_mut() {
                operand.condition = condition;
                if direct_output {
                    operand.result = Some(result);
                    result += 1;
                } else {
                    operand.argument = Some(argument);
                    operand.constant = shape.constants.get(argument).copied().flatten();
                    argument += 1;
                }
            }
        }
        if argument != shape.arguments.len()
            || result != shape.results.len()
            || label != shape.labels
        {
            return Err("the constraints do not fit the operands".to_owned());
        }
        Ok(found)
    }

    fn push(&mut self, role: Role, width: u32, slot: Option<usize>) {
        let slot = slot.unwrap_or_else(|| self.fresh());
        self.list.push(Operand {
            role,
            width,
            slot,
            argument: None,
            result: None,
            condition: None,
            constant: None,
        });
    }

    /// A slot that nothing else uses.
    pub(crate) fn fresh(&mut self) -> usize {
        self.slots += 1;
        self.slots - 1
    }

    /// The slot of a machine register.
    pub(crate) fn register(&mut self, name: &str) -> usize {
        if let Some((_, slot)) = self.registers.iter().find(|(known, _)| known == name) {
            return *slot;
        }
        let slot = self.fresh();
        self.registers.push((name.to_owned(), slot));
        slot
    }

    /// Whether every letter of a constraint is known to the architecture.
    fn check(&self, architecture: &dyn Architecture, code: &str) -> Result<(), String> {
        const COMMON: &str = "rmionsgpX|";
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            if letter == '^' {
                // A constraint of two letters.
                let pair: String = letters.by_ref().take(2).collect();
                if !architecture.constraints().split(' ').any(|known| known == pair) {
                    return Err(format!("the constraint `{pair}` is not known"));
                }
            } else if !COMMON.contains(letter) && !architecture.constraints().contains(letter) {
                return Err(format!("the constraint `{code}` is not known"));
            }
        }
        Ok(())
    }
}
