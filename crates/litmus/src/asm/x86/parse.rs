//! Reads an instruction, in the syntax of Intel (`MOV EAX,[x]`: the result first) or in that of AT&T
//! (`movl (x),%eax`: the result last, with a suffix for the size). What has `%` or `(` is in the latter.

use super::super::cursor::Cursor;
use super::super::lexer::Token;
use super::super::reader::Names;
use super::super::size::Size;
use super::instruction::{Address, Condition, Function, Instruction, Operand, Place};
use super::register::{Register, View};
use crate::Problem;

/// What a mnemonic stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mnemonic {
    Plain(Instruction),
    Move,
    Compute(Function),
    Compare(Function),
    /// `INC`, `DEC`: with one.
    Step(Function),
    Exchange,
    ExchangeAdd,
    CompareExchange,
    Flush,
    MoveIf(Condition),
    SetIf(Condition),
    Jump,
    JumpIf(Condition),
}

const NAMES: &[(&str, Mnemonic)] = &[
    ("NOP", Mnemonic::Plain(Instruction::Nop)),
    ("ENDBR64", Mnemonic::Plain(Instruction::Nop)),
    ("PAUSE", Mnemonic::Plain(Instruction::Nop)),
    ("MFENCE", Mnemonic::Plain(Instruction::Fence)),
    ("LFENCE", Mnemonic::Plain(Instruction::Nop)),
    ("SFENCE", Mnemonic::Plain(Instruction::Nop)),
    ("RET", Mnemonic::Plain(Instruction::Return)),
    ("RETQ", Mnemonic::Plain(Instruction::Return)),
    ("CLFLUSH", Mnemonic::Flush),
    ("CLFLUSHOPT", Mnemonic::Flush),
    ("MOV", Mnemonic::Move),
    ("MOVNTI", Mnemonic::Move),
    ("ADD", Mnemonic::Compute(Function::Add)),
    ("SUB", Mnemonic::Compute(Function::Subtract)),
    ("AND", Mnemonic::Compute(Function::And)),
    ("OR", Mnemonic::Compute(Function::Or)),
    ("XOR", Mnemonic::Compute(Function::Xor)),
    ("SHL", Mnemonic::Compute(Function::ShiftLeft)),
    ("SHR", Mnemonic::Compute(Function::ShiftRight)),
    ("CMP", Mnemonic::Compare(Function::Subtract)),
    ("TEST", Mnemonic::Compare(Function::And)),
    ("INC", Mnemonic::Step(Function::Increment)),
    ("DEC", Mnemonic::Step(Function::Decrement)),
    ("XCHG", Mnemonic::Exchange),
    ("XADD", Mnemonic::ExchangeAdd),
    ("CMPXCHG", Mnemonic::CompareExchange),
    ("JMP", Mnemonic::Jump),
];

impl Mnemonic {
    /// What a name in capitals stands for, and the size that its suffix says.
    fn named(name: &str) -> Option<(Mnemonic, Option<Size>)> {
        if let Some(found) = Mnemonic::whole(name) {
            return Some((found, None));
        }
        let size = match name.as_bytes().last()? {
            b'B' => Size::Byte,
            b'W' => Size::Half,
            b'L' => Size::Word,
            b'Q' => Size::Double,
            _ => return None,
        };
        let found = Mnemonic::whole(name.get(..name.len() - 1)?)?;
        Some((found, Some(size)))
    }

    fn whole(name: &str) -> Option<Mnemonic> {
        let conditional = |stem: &str| name.strip_prefix(stem).and_then(Condition::named);
        let found = NAMES.iter().find(|(other, _)| *other == name);
        found
            .map(|(_, mnemonic)| *mnemonic)
            .or_else(|| conditional("CMOV").map(Mnemonic::MoveIf))
            .or_else(|| conditional("SET").map(Mnemonic::SetIf))
            .or_else(|| conditional("J").map(Mnemonic::JumpIf))
    }

    /// The names that are most like this one.
    fn like(name: &str) -> Vec<&'static str> {
        let conditional = ["JE", "JNE", "CMOVE", "SETE", "LOCK"];
        let mut all: Vec<&str> = NAMES.iter().map(|(name, _)| *name).chain(conditional).collect();
        all.sort_by_key(|other| strsim::osa_distance(other, name));
        all.truncate(3);
        all
    }
}

/// Reads an instruction.
pub(super) fn instruction(
    cursor: &mut Cursor<'_, '_>,
    names: &mut Names<'_>,
) -> Result<Instruction, Problem> {
    let at = cursor.at();
    let lock = |name: &str| name.eq_ignore_ascii_case("LOCK").then_some(());
    let locked = cursor.name(lock).is_some();
    let named_at = cursor.at();
    let Some(name) = cursor.word() else {
        return cursor.expected("an instruction", "write one such as `MOV EAX,[x]`");
    };
    let Some((mnemonic, size)) = Mnemonic::named(&name.to_ascii_uppercase()) else {
        let like = Mnemonic::like(&name.to_ascii_uppercase());
        let help = format!("instructions like it are {}", like.join(", "));
        return cursor.problem_at(named_at, format!("there is no instruction `{name}`"), help);
    };
    let att = cursor.any(|token| match token {
        Token::Mark(mark) => mark == '(',
        Token::Name(name) => name.starts_with('%'),
        Token::Number(_) => false,
    });
    let reader = Reader { cursor, names, att, size, locked };
    let instruction = reader.operands(mnemonic)?;
    if locked && !instruction.may_lock() {
        let help = "only read-modify-writes of memory can be locked";
        return cursor.problem_at(at, format!("`{name}` has no lock prefix here"), help);
    }
    Ok(instruction)
}

impl Instruction {
    /// Whether it may have the lock prefix.
    fn may_lock(&self) -> bool {
        let is_memory = |place: &Place| matches!(place, Place::Memory(_));
        match self {
            Instruction::Compute { to, .. }
            | Instruction::ExchangeAdd { to, .. }
            | Instruction::CompareExchange { to, .. } => is_memory(to),
            Instruction::Exchange { places, .. } => places.iter().any(is_memory),
            _ => false,
        }
    }
}

struct Reader<'r, 'c, 't, 'n> {
    cursor: &'r mut Cursor<'c, 't>,
    names: &'r mut Names<'n>,
    /// Whether it is in the syntax of AT&T.
    att: bool,
    /// The size that the mnemonic says.
    size: Option<Size>,
    locked: bool,
}

impl Reader<'_, '_, '_, '_> {
    fn operands(mut self, mnemonic: Mnemonic) -> Result<Instruction, Problem> {
        let locked = self.locked;
        Ok(match mnemonic {
            Mnemonic::Plain(Instruction::Nop) => {
                // `nopl 0(%rax)` accesses nothing.
                if self.cursor.peek().is_some() {
                    self.operand()?;
                }
                Instruction::Nop
            }
            Mnemonic::Plain(instruction) => instruction,
            Mnemonic::Flush => {
                self.place()?;
                Instruction::Nop
            }
            Mnemonic::Move => {
                let (to, from) = self.two()?;
                Instruction::Move { size: self.size(&[Operand::Place(to), from])?, to, from }
            }
            Mnemonic::Compute(function) => {
                let (to, from) = self.two()?;
                // The number of bits to shift by has a size of its own.
                let size = match function {
                    Function::ShiftLeft | Function::ShiftRight => {
                        self.size(&[Operand::Place(to)])?
                    }
                    _ => self.size(&[Operand::Place(to), from])?,
                };
                Instruction::Compute { function, size, locked, to, from }
            }
            Mnemonic::Compare(function) => {
                let (left, right) = self.two()?;
                let size = self.size(&[Operand::Place(left), right])?;
                Instruction::Compare { function, size, left, right }
            }
            Mnemonic::Step(function) => {
                let to = self.place()?;
                let size = self.size(&[Operand::Place(to)])?;
                let from = Operand::Immediate(1);
                Instruction::Compute { function, size, locked, to, from }
            }
            Mnemonic::Exchange => {
                let first = self.place()?;
                self.cursor.expect(',')?;
                let places = [first, self.place()?];
                let size = self.size(&places.map(Operand::Place))?;
                if let [Place::Memory(_), Place::Memory(_)] = places {
                    let help = "exchange with a register";
                    let at = self.cursor.at();
                    return self.cursor.problem_at(at, "both operands are memory", help);
                }
                Instruction::Exchange { size, places }
            }
            Mnemonic::ExchangeAdd => {
                let (to, from, size) = self.with_register()?;
                Instruction::ExchangeAdd { size, locked, to, from }
            }
            Mnemonic::CompareExchange => {
                let (to, from, size) = self.with_register()?;
                Instruction::CompareExchange { size, locked, to, from }
            }
            Mnemonic::MoveIf(condition) => {
                let at = self.cursor.at();
                let (to, from) = self.two()?;
                let size = self.size(&[Operand::Place(to), from])?;
                match (to, from) {
                    (Place::Register(to), Operand::Place(from)) => {
                        Instruction::MoveIf { condition, size, to, from }
                    }
                    _ => {
                        let help = "move a register or memory to a register";
                        return self.cursor.problem_at(at, "there is no such move", help);
                    }
                }
            }
            Mnemonic::SetIf(condition) => Instruction::SetIf { condition, to: self.place()? },
            Mnemonic::Jump => Instruction::Jump(self.names.label(self.cursor)?),
            Mnemonic::JumpIf(condition) => {
                Instruction::JumpIf(condition, self.names.label(self.cursor)?)
            }
        })
    }

    /// Two operands: where the result goes, and the other one.
    fn two(&mut self) -> Result<(Place, Operand), Problem> {
        let at = self.cursor.at();
        let first = self.operand()?;
        self.cursor.expect(',')?;
        let second = self.operand()?;
        let (to, from) = if self.att { (second, first) } else { (first, second) };
        match (to, from) {
            (Operand::Place(Place::Memory(_)), Operand::Place(Place::Memory(_))) => {
                self.cursor.problem_at(at, "both operands are memory", "use a register for one")
            }
            (Operand::Place(to), from) => Ok((to, from)),
            (Operand::Immediate(_), _) => {
                let help = match self.att {
                    true => "in this syntax the result is last",
                    false => "in this syntax the result is first",
                };
                self.cursor.problem_at(at, "a number is no place for a result", help)
            }
        }
    }

    /// A place where the result goes and a register, and their size. The two may be the other way round, as herd7
    /// has them, if one is memory.
    fn with_register(&mut self) -> Result<(Place, View, Size), Problem> {
        let at = self.cursor.at();
        let (to, from) = match self.two()? {
            (to, Operand::Place(from @ Place::Memory(_))) => (from, Operand::Place(to)),
            two => two,
        };
        let size = self.size(&[Operand::Place(to), from])?;
        match from {
            Operand::Place(Place::Register(from)) => Ok((to, from, size)),
            _ => self.cursor.problem_at(at, "one operand is a register", "use a register for it"),
        }
    }

    /// The size of an access: what the mnemonic says, or that of the registers, or 32 bits.
    fn size(&self, operands: &[Operand]) -> Result<Size, Problem> {
        let registers = operands.iter().filter_map(|operand| match operand {
            Operand::Place(Place::Register(view)) => Some(view.size),
            _ => None,
        });
        let mut size = self.size;
        for register in registers {
            if *size.get_or_insert(register) != register {
                let help = "use parts of registers that have the size of the instruction";
                let at = self.cursor.at();
                return self.cursor.problem_at(at, "the operands differ in size", help);
            }
        }
        Ok(size.unwrap_or(Size::Word))
    }

    fn place(&mut self) -> Result<Place, Problem> {
        let at = self.cursor.at();
        match self.operand()? {
            Operand::Place(place) => Ok(place),
            Operand::Immediate(_) => {
                self.cursor.problem_at(at, "a number is no place here", "use a register or memory")
            }
        }
    }

    fn operand(&mut self) -> Result<Operand, Problem> {
        if self.cursor.eat('$') {
            return match self.cursor.number()? {
                Some(number) => Ok(Operand::Immediate(number)),
                // The address of a location.
                None => Ok(Operand::Immediate(self.names.address(self.cursor)?)),
            };
        }
        if let Some(view) = self.cursor.name(Register::named) {
            return Ok(Operand::Place(Place::Register(view)));
        }
        if self.cursor.name(is_segment).is_some() {
            self.cursor.expect(':')?;
        }
        if self.cursor.eat('[') {
            let address = self.in_brackets()?;
            self.cursor.expect(']')?;
            return Ok(Operand::Place(Place::Memory(address)));
        }
        let number = self.cursor.number()?;
        let displacement = match (number, self.cursor.peek()) {
            (Some(number), _) => number,
            (None, Some(Token::Mark('('))) => 0,
            (None, Some(Token::Name(_))) => self.names.address(self.cursor)?,
            (None, _) => {
                let help =
                    "use a register, a number such as `$1`, or memory such as `[x]` or `(x)`";
                return self.cursor.expected("an operand", help);
            }
        };
        if !self.cursor.eat('(') {
            return Ok(match number {
                Some(number) => Operand::Immediate(number),
                None => {
                    let address = Address { displacement, base: None, index: None };
                    Operand::Place(Place::Memory(address))
                }
            });
        }
        let address = self.in_parentheses(displacement)?;
        self.cursor.expect(')')?;
        Ok(Operand::Place(Place::Memory(address)))
    }

    /// `[x]`, `[EAX]`.
    fn in_brackets(&mut self) -> Result<Address, Problem> {
        if let Some(view) = self.cursor.name(Register::named) {
            return Ok(Address { displacement: 0, base: Some(view.register), index: None });
        }
        let displacement = self.names.address(self.cursor)?;
        Ok(Address { displacement, base: None, index: None })
    }

    /// `(x)`, `(%rax)`, `(%rax,%rbx,8)`, `(%rip)` behind a name.
    fn in_parentheses(&mut self, displacement: u64) -> Result<Address, Problem> {
        let mut address = Address { displacement, base: None, index: None };
        let is_pointer = |name: &str| name.eq_ignore_ascii_case("%rip").then_some(());
        if self.cursor.name(is_pointer).is_some() {
            return Ok(address);
        }
        match self.cursor.name(Register::named) {
            Some(view) => address.base = Some(view.register),
            None => {
                let name = self.names.address(self.cursor)?;
                address.displacement = displacement.wrapping_add(name);
            }
        }
        if self.cursor.eat(',') {
            let Some(index) = self.cursor.name(Register::named) else {
                return self.cursor.expected("an index register", "write `(%rax,%rbx,8)`");
            };
            let mut scale = 1;
            if self.cursor.eat(',') {
                match self.cursor.number()? {
                    Some(number) => scale = number,
                    None => return self.cursor.expected("a number", "use 1, 2, 4 or 8"),
                }
            }
            address.index = Some((index.register, scale));
        }
        Ok(address)
    }
}

fn is_segment(name: &str) -> Option<()> {
    let segments = ["%cs", "%ds", "%es", "%ss"];
    segments.iter().any(|segment| name.eq_ignore_ascii_case(segment)).then_some(())
}
