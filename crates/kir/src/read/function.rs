//! Reads the body of a function, block by block.
//!
//! An instruction that is not understood does not take the function with it: it becomes one that ends a run
//! which reaches it, with the error.

use std::borrow::Cow;
use std::collections::HashMap;

use super::constant::{Context, read_constant};
use super::cursor::Cursor;
use super::index::Span;
use super::lex::Token;
use crate::ReadError;
use crate::debug::Place;
use crate::ir::function::{
    Block, BlockId, Function, Instruction, Op, Operand, Register, Terminator,
};
use crate::ir::types::Type;
use crate::machine::value::Value;
use crate::program::{Program, SymbolId};

/// What is known of a function while it is read.
pub(crate) struct Reader<'p> {
    pub(crate) cx: Context<'p>,
    pub(crate) cursor: Cursor<'p>,
    registers: HashMap<&'p str, Register>,
    labels: HashMap<Cow<'p, str>, BlockId>,
    constants: Vec<Value>,
    ints: HashMap<u128, u32>,
    blocks: Vec<Block>,
    /// Which blocks have begun.
    begun: Vec<bool>,
}

/// Reads a function.
pub(crate) fn read_function(
    program: &Program,
    module: u32,
    symbol: SymbolId,
    span: Span,
) -> Result<Function, ReadError> {
    let cx = Context::new(program, module);
    // The symbol's definition names a module of the program.
    let cx = cx.ok_or_else(|| ReadError {
        module: String::new(),
        line: 0,
        column: 0,
        what: "no such module".to_owned(),
    })?;
    let reader = Reader {
        cx,
        cursor: cx.module.cursor(span),
        registers: HashMap::new(),
        labels: HashMap::new(),
        constants: Vec::new(),
        ints: HashMap::new(),
        blocks: Vec::new(),
        begun: Vec::new(),
    };
    reader.function(symbol)
}

impl<'p> Reader<'p> {
    fn function(mut self, symbol: SymbolId) -> Result<Function, ReadError> {
        while !matches!(self.cursor.peek(), Some(Token::Global(_))) {
            self.cursor.next()?;
        }
        self.cursor.next()?;
        let (parameters, variadic) = self.parameters()?;
        let described = self.rest_of_head()?;
        let unnamed = self.registers.keys().filter_map(|name| name.parse::<u32>().ok()).max();
        let mut current = None;
        loop {
            match self.cursor.peek() {
                Some(Token::Label(name)) => {
                    self.cursor.next()?;
                    current = Some(self.begin(name)?);
                }
                Some(Token::Mark('}')) => break,
                None if self.cursor.is_done() => {
                    return Err(self.cursor.error("the function does not end"));
                }
                _ => {
                    let block = match current {
                        Some(block) => block,
                        None => {
                            // The entry may have no label: it then has the next number.
                            let number = unnamed.map_or(0, |n| n.saturating_add(1));
                            self.entry(number)
                        }
                    };
                    current = Some(block);
                    self.line(block);
                }
            }
        }
        self.close()?;
        Ok(Function {
            symbol,
            parameters,
            variadic,
            registers: u32::try_from(self.registers.len()).unwrap_or(u32::MAX),
            constants: self.constants,
            blocks: self.blocks,
            described,
        })
    }

    /// `(ptr noundef %a, i32 %b, ...)`.
    fn parameters(&mut self) -> Result<(Vec<Register>, bool), ReadError> {
        let mut parameters = Vec::new();
        let mut variadic = false;
        self.cursor.expect('(')?;
        while !self.cursor.eat(')') {
            if !parameters.is_empty() || variadic {
                self.cursor.expect(',')?;
            }
            if self.cursor.peek() == Some(Token::Dots) {
                self.cursor.next()?;
                variadic = true;
                continue;
            }
            self.cx.ty(&mut self.cursor)?;
            self.skip_attributes()?;
            let Token::Local(name) = self.cursor.next()? else {
                return Err(self.cursor.expected("a parameter"));
            };
            parameters.push(self.register(name));
        }
        Ok((parameters, variadic))
    }

    /// Everything up to the brace; returns the subprogram.
    fn rest_of_head(&mut self) -> Result<Place, ReadError> {
        let mut described = Place::NONE;
        loop {
            match self.cursor.next()? {
                Token::Mark('{') => return Ok(described),
                Token::Kind("dbg") => {
                    if let Token::Node(node) = self.cursor.next()? {
                        described = Place::new(self.cx.number, node);
                    }
                }
                _ => {}
            }
        }
    }

    /// One instruction or debug record, with the rest of its line.
    fn line(&mut self, block: BlockId) {
        let begin = self.cursor.offset();
        if self.cursor.peek() == Some(Token::Record) {
            self.cursor.skip_line(begin);
            return;
        }
        let mut place = Place::NONE;
        let read = self.instruction().and_then(|read| {
            place = self.rest_of_line()?;
            Ok(read)
        });
        let read = read.map_err(|mut error| {
            error.what = format!("{}: {}", error.what, self.cursor.line_from(begin));
            error
        });
        let slot = self.block(block);
        if slot.end.is_some() {
            let error = self.cursor.error("an instruction after the end of its block");
            self.block(block).end = Some((Terminator::Refused(Box::new(error)), place));
            self.cursor.skip_line(begin);
            return;
        }
        match read {
            Ok(Read::Op(into, op)) => slot.body.push(Instruction { into, place, op }),
            Ok(Read::Phi(phi)) => slot.phis.push(phi),
            Ok(Read::End(end)) => slot.end = Some((end, place)),
            Ok(Read::Nothing) => {}
            Err(error) => {
                let op = Op::Refused(Box::new(error));
                slot.body.push(Instruction { into: None, place, op });
                self.cursor.skip_line(begin);
            }
        }
    }

    /// Attachments such as `!dbg !12`, to the end of the line.
    fn rest_of_line(&mut self) -> Result<Place, ReadError> {
        let mut place = Place::NONE;
        let end = self.cursor.line_end();
        while !self.cursor.is_done() && self.cursor.offset() < end {
            if self.cursor.next()? == Token::Kind("dbg")
                && let Some(Token::Node(node)) = self.cursor.peek()
            {
                place = Place::new(self.cx.number, node);
            }
        }
        Ok(place)
    }

    /// Attributes of parameters, arguments and results: words, with what is in parentheses behind them.
    pub(crate) fn skip_attributes(&mut self) -> Result<(), ReadError> {
        loop {
            match self.cursor.peek() {
                Some(Token::Word(word)) if is_attribute(word) => {
                    self.cursor.next()?;
                    if self.cursor.peek() == Some(Token::Mark('(')) {
                        self.cursor.skip_nested()?;
                    } else if matches!(word, "align" | "cc")
                        && matches!(self.cursor.peek(), Some(Token::Integer(_)))
                    {
                        self.cursor.next()?;
                    }
                }
                Some(Token::Attributes) => {
                    self.cursor.next()?;
                }
                Some(Token::Text(_)) => {
                    // `"key"="value"`
                    self.cursor.next()?;
                    if self.cursor.eat('=') {
                        self.cursor.text()?;
                    }
                }
                _ => return Ok(()),
            }
        }
    }

    /// The register of this name.
    pub(crate) fn register(&mut self, name: &'p str) -> Register {
        let next = u32::try_from(self.registers.len()).unwrap_or(u32::MAX);
        *self.registers.entry(name).or_insert(next)
    }

    /// The block of this name, which may come later.
    pub(crate) fn label(&mut self, name: &'p str) -> BlockId {
        let next = u32::try_from(self.blocks.len()).unwrap_or(u32::MAX);
        let block = *self.labels.entry(Cow::Borrowed(name)).or_insert(next);
        if block == next {
            self.blocks.push(Block::default());
            self.begun.push(false);
        }
        block
    }

    /// `label %name`.
    pub(crate) fn target(&mut self) -> Result<BlockId, ReadError> {
        self.cursor.expect_word("label")?;
        self.local_label()
    }

    /// `%name`, a block.
    pub(crate) fn local_label(&mut self) -> Result<BlockId, ReadError> {
        match self.cursor.peek() {
            Some(Token::Local(name)) => {
                self.cursor.next()?;
                Ok(self.label(name))
            }
            _ => Err(self.cursor.expected("a label")),
        }
    }

    fn begin(&mut self, name: &'p str) -> Result<BlockId, ReadError> {
        let block = self.label(name);
        match self.begun.get_mut(block as usize) {
            Some(begun) if !*begun => {
                *begun = true;
                Ok(block)
            }
            _ => Err(self.cursor.error(format!("a second block {name}"))),
        }
    }

    /// The entry block without a label.
    fn entry(&mut self, number: u32) -> BlockId {
        let block = u32::try_from(self.blocks.len()).unwrap_or(u32::MAX);
        self.blocks.push(Block::default());
        self.begun.push(true);
        self.labels.insert(Cow::Owned(number.to_string()), block);
        block
    }

    fn block(&mut self, block: BlockId) -> &mut Block {
        // Block numbers come from `label` and `entry`, which push.
        &mut self.blocks[block as usize]
    }

    /// Checks that every block that is named exists and ends.
    fn close(&mut self) -> Result<(), ReadError> {
        if self.blocks.is_empty() {
            return Err(self.cursor.error("a function without blocks"));
        }
        if let Some((name, _)) = self
            .labels
            .iter()
            .find(|(_, block)| !self.begun.get(**block as usize).copied().unwrap_or(false))
        {
            return Err(self.cursor.error(format!("no block %{name}")));
        }
        let missing = self.cursor.error("a block without an end");
        for block in &mut self.blocks {
            let refused = || (Terminator::Refused(Box::new(missing.clone())), Place::NONE);
            block.end.get_or_insert_with(refused);
        }
        Ok(())
    }

    /// A constant of the function.
    pub(crate) fn constant(&mut self, value: Value) -> Operand {
        let next = u32::try_from(self.constants.len()).unwrap_or(u32::MAX);
        if let Value::Int(int) = &value
            && int.is_defined()
        {
            let number = *self.ints.entry(int.bits).or_insert(next);
            if number != next {
                return Operand::Constant(number);
            }
        }
        self.constants.push(value);
        Operand::Constant(next)
    }

    /// The value of an operand that is a constant.
    pub(crate) fn known(&self, operand: Operand) -> Option<&Value> {
        match operand {
            Operand::Constant(number) => self.constants.get(number as usize),
            Operand::Register(_) => None,
        }
    }

    /// An operand of a type that has been read.
    pub(crate) fn operand(&mut self, ty: &Type) -> Result<Operand, ReadError> {
        match self.cursor.peek() {
            Some(Token::Local(name)) => {
                self.cursor.next()?;
                Ok(Operand::Register(self.register(name)))
            }
            _ => {
                let value = read_constant(&self.cx, &mut self.cursor, ty)?;
                Ok(self.constant(value))
            }
        }
    }

    /// A type and an operand of it.
    pub(crate) fn typed(&mut self) -> Result<(Type, Operand), ReadError> {
        let ty = self.cx.ty(&mut self.cursor)?;
        let operand = self.operand(&ty)?;
        Ok((ty, operand))
    }
}

/// What a line may say.
pub(crate) enum Read {
    Op(Option<Register>, Op),
    Phi(crate::ir::function::Phi),
    End(Terminator),
    Nothing,
}

/// Whether a word can only be an attribute, not a type or the beginning of a constant.
fn is_attribute(word: &str) -> bool {
    use super::types::begins_type;
    use crate::ir::op::{Binary, Cast};
    let constant = matches!(
        word,
        "true"
            | "false"
            | "null"
            | "none"
            | "undef"
            | "poison"
            | "zeroinitializer"
            | "splat"
            | "getelementptr"
            | "blockaddress"
            | "dso_local_equivalent"
            | "no_cfi"
            | "asm"
            | "to"
    );
    !constant
        && !begins_type(Token::Word(word))
        && Binary::named(word).is_none()
        && Cast::named(word).is_none()
}
