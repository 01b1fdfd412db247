//! Reads one instruction.

use super::constant::{Move, Walk, integer, read_flags};
use super::function::{Read, Reader};
use super::lex::Token;
use crate::ReadError;
use crate::host::{Order, RmwOp};
use crate::ir::function::{Op, Operand, Phi, Register, Step, Terminator};
use crate::ir::op::{Binary, Cast, Predicate};
use crate::ir::types::Type;
use crate::machine::value::{Value, mask};

impl<'p> Reader<'p> {
    /// An instruction, up to what is attached to it.
    pub(crate) fn instruction(&mut self) -> Result<Read, ReadError> {
        let into = match self.cursor.peek() {
            Some(Token::Local(name)) => {
                self.cursor.next()?;
                self.cursor.expect('=')?;
                Some(self.register(name))
            }
            _ => None,
        };
        let mut word = self.cursor.word()?;
        while matches!(word, "tail" | "musttail" | "notail") {
            word = self.cursor.word()?;
        }
        if let Some(end) = self.terminator(word, into)? {
            return Ok(Read::End(end));
        }
        if word == "phi" {
            let into = into.ok_or_else(|| self.cursor.error("a phi without a name"))?;
            return Ok(Read::Phi(self.phi(into)?));
        }
        let op = match word {
            "call" => match self.call(into)? {
                Some(op) => op,
                None => return Ok(Read::Nothing),
            },
            _ => self.operation(word)?,
        };
        Ok(Read::Op(into, op))
    }

    fn operation(&mut self, word: &str) -> Result<Op, ReadError> {
        if let Some(op) = Binary::named(word) {
            let flags = read_flags(&mut self.cursor)?;
            let (ty, a) = self.typed()?;
            self.cursor.expect(',')?;
            let b = self.operand(&ty)?;
            return Ok(Op::Binary { op, flags, width: self.width(&ty)?, a, b });
        }
        if let Some(kind) = Cast::named(word) {
            return self.cast(kind);
        }
        match word {
            "load" => self.load(),
            "store" => self.store(),
            "getelementptr" => self.offset(),
            "icmp" => {
                self.cursor.eat_word("samesign");
                let name = self.cursor.word()?;
                let Some(predicate) = Predicate::named(name) else {
                    return Err(self.cursor.error(format!("the comparison `{name}` is not known")));
                };
                let (ty, a) = self.typed()?;
                self.cursor.expect(',')?;
                let b = self.operand(&ty)?;
                Ok(Op::Compare { predicate, width: self.width(&ty)?, a, b })
            }
            "select" => {
                let (_, condition) = self.typed()?;
                self.cursor.expect(',')?;
                let (_, yes) = self.typed()?;
                self.cursor.expect(',')?;
                let (_, no) = self.typed()?;
                Ok(Op::Select { condition, yes, no })
            }
            "freeze" => {
                let (ty, a) = self.typed()?;
                Ok(Op::Freeze { width: ty.width().unwrap_or(128), a })
            }
            "alloca" => self.alloca(),
            "atomicrmw" => self.rmw(),
            "cmpxchg" => self.cmpxchg(),
            "fence" => {
                let alone = self.scope()?;
                let order = self.order()?;
                // Between a thread and its own signal handler: nothing to other CPUs.
                Ok(Op::Fence { order: if alone { Order::Plain } else { order } })
            }
            "extractvalue" => {
                let (ty, a) = self.typed()?;
                Ok(Op::Extract { a, path: self.path(&ty)? })
            }
            "insertvalue" => {
                let (ty, a) = self.typed()?;
                self.cursor.expect(',')?;
                let (_, value) = self.typed()?;
                Ok(Op::Insert { a, value, path: self.path(&ty)? })
            }
            "extractelement" => {
                let (_, a) = self.typed()?;
                self.cursor.expect(',')?;
                let (_, index) = self.typed()?;
                Ok(Op::ExtractElement { a, index })
            }
            "insertelement" => {
                let (_, a) = self.typed()?;
                self.cursor.expect(',')?;
                let (_, value) = self.typed()?;
                self.cursor.expect(',')?;
                let (_, index) = self.typed()?;
                Ok(Op::InsertElement { a, value, index })
            }
            "shufflevector" => self.shuffle(),
            _ => Err(self.cursor.error(format!("the instruction `{word}` is not known"))),
        }
    }

    fn terminator(
        &mut self,
        word: &str,
        into: Option<Register>,
    ) -> Result<Option<Terminator>, ReadError> {
        Ok(Some(match word {
            "ret" => {
                let ty = self.cx.ty(&mut self.cursor)?;
                let void = ty == Type::Void;
                Terminator::Return(if void { None } else { Some(self.operand(&ty)?) })
            }
            "br" => {
                if self.cursor.peek() == Some(Token::Word("label")) {
                    return Ok(Some(Terminator::Jump(self.target()?)));
                }
                let (_, condition) = self.typed()?;
                self.cursor.expect(',')?;
                let yes = self.target()?;
                self.cursor.expect(',')?;
                Terminator::Branch { condition, yes, no: self.target()? }
            }
            "switch" => {
                let (ty, value) = self.typed()?;
                let width = self.width(&ty)?;
                self.cursor.expect(',')?;
                let other = self.target()?;
                self.cursor.expect('[')?;
                let mut cases = Vec::new();
                while !self.cursor.eat(']') {
                    self.cx.ty(&mut self.cursor)?;
                    let case = match self.cursor.next()? {
                        Token::Integer(digits) => integer(digits),
                        Token::Word("true") => Some(1),
                        Token::Word("false") => Some(0),
                        _ => None,
                    };
                    let Some(case) = case else { return Err(self.cursor.expected("a case")) };
                    self.cursor.expect(',')?;
                    cases.push((case & mask(width), self.target()?));
                }
                cases.sort_unstable_by_key(|(case, _)| *case);
                Terminator::Switch { value, cases, other }
            }
            "unreachable" => Terminator::Unreachable,
            "callbr" => self.asm_goto(into)?,
            _ => return Ok(None),
        }))
    }

    fn phi(&mut self, into: Register) -> Result<Phi, ReadError> {
        let ty = self.cx.ty(&mut self.cursor)?;
        let mut from = Vec::new();
        loop {
            self.cursor.expect('[')?;
            let value = self.operand(&ty)?;
            self.cursor.expect(',')?;
            from.push((value, self.local_label()?));
            self.cursor.expect(']')?;
            // A comma is followed by another pair or by an attachment.
            if self.cursor.peek() != Some(Token::Mark(',')) || !self.cursor.comma_then('[') {
                return Ok(Phi { into, from });
            }
        }
    }

    fn cast(&mut self, kind: Cast) -> Result<Op, ReadError> {
        let flags = read_flags(&mut self.cursor)?;
        let (from, a) = self.typed()?;
        self.cursor.expect_word("to")?;
        let to = self.cx.ty(&mut self.cursor)?;
        let (a_width, to_width) = (self.width(&from)?, self.width(&to)?);
        if from.parts() != to.parts() {
            return Err(self.cursor.error("a cast between vectors of another shape"));
        }
        Ok(Op::Cast { kind, flags, from: a_width, to: to_width, a })
    }

    fn load(&mut self) -> Result<Op, ReadError> {
        let (atomic, volatile) = self.modes();
        let ty = self.cx.ty(&mut self.cursor)?;
        self.cursor.expect(',')?;
        let (space, pointer) = self.pointer()?;
        let order = self.access_order(atomic, volatile)?;
        Ok(Op::Load { ty, pointer, space, order })
    }

    fn store(&mut self) -> Result<Op, ReadError> {
        let (atomic, volatile) = self.modes();
        let (ty, value) = self.typed()?;
        self.cursor.expect(',')?;
        let (space, pointer) = self.pointer()?;
        let order = self.access_order(atomic, volatile)?;
        Ok(Op::Store { ty, value, pointer, space, order })
    }

    fn offset(&mut self) -> Result<Op, ReadError> {
        read_flags(&mut self.cursor)?;
        let element = self.cx.ty(&mut self.cursor)?;
        self.cursor.expect(',')?;
        let (base_type, base) = self.typed()?;
        if matches!(base_type, Type::Vector(..)) {
            return Err(self.cursor.error("a vector of pointers"));
        }
        let (mut offset, mut steps) = (0u64, Vec::new());
        let mut walk = Walk::new(&element);
        while self.cursor.peek() == Some(Token::Mark(',')) && !self.cursor.comma_then_attachment() {
            self.cursor.eat(',');
            let (ty, index) = self.typed()?;
            let width = self.width(&ty)?;
            let constant = match self.known(index) {
                Some(Value::Int(int)) if int.is_defined() => Some((int.bits, width)),
                _ => None,
            };
            match walk.step(constant, self.cx.module) {
                Some(Move::Constant(by)) => offset = offset.wrapping_add(by),
                Some(Move::Scaled(scale)) => steps.push(Step { index, width, scale }),
                None => return Err(self.cursor.error("an index that the type has not")),
            }
        }
        Ok(Op::Offset { base, offset, steps })
    }

    fn alloca(&mut self) -> Result<Op, ReadError> {
        self.cursor.eat_word("inalloca");
        let ty = self.cx.ty(&mut self.cursor)?;
        let (mut count, mut align) = (None, ty.align(&self.cx.module.layout));
        while self.cursor.peek() == Some(Token::Mark(',')) && !self.cursor.comma_then_attachment() {
            self.cursor.eat(',');
            if self.cursor.eat_word("align") {
                align = self.cursor.number::<u64>()?.clamp(1, 1 << 16);
            } else {
                count = Some(self.typed()?.1);
            }
        }
        Ok(Op::Alloca { size: ty.size(&self.cx.module.layout), align, count })
    }

    fn rmw(&mut self) -> Result<Op, ReadError> {
        self.cursor.eat_word("volatile");
        let name = self.cursor.word()?;
        let op = match name {
            "xchg" => RmwOp::Xchg,
            "add" => RmwOp::Add,
            "sub" => RmwOp::Sub,
            "and" => RmwOp::And,
            "nand" => RmwOp::Nand,
            "or" => RmwOp::Or,
            "xor" => RmwOp::Xor,
            "max" => RmwOp::Max,
            "min" => RmwOp::Min,
            "umax" => RmwOp::Umax,
            "umin" => RmwOp::Umin,
            _ => return Err(self.cursor.error(format!("atomicrmw {name} is not known"))),
        };
        let (_, pointer) = self.pointer()?;
        self.cursor.expect(',')?;
        let (ty, operand) = self.typed()?;
        self.scope()?;
        let order = self.order()?;
        Ok(Op::Rmw { op, ty, pointer, operand, order })
    }

    fn cmpxchg(&mut self) -> Result<Op, ReadError> {
        self.cursor.eat_word("weak");
        self.cursor.eat_word("volatile");
        let (_, pointer) = self.pointer()?;
        self.cursor.expect(',')?;
        let (ty, expected) = self.typed()?;
        self.cursor.expect(',')?;
        let (_, new) = self.typed()?;
        self.scope()?;
        let order = self.order()?;
        Ok(Op::Cmpxchg { ty, pointer, expected, new, order })
    }

    fn shuffle(&mut self) -> Result<Op, ReadError> {
        let (_, a) = self.typed()?;
        self.cursor.expect(',')?;
        let (_, b) = self.typed()?;
        self.cursor.expect(',')?;
        let (_, lanes) = self.typed()?;
        let Some(Value::Many(lanes)) = self.known(lanes) else {
            return Err(self.cursor.error("a shuffle whose lanes are not constant"));
        };
        let lane = |value: &Value| value.bits().and_then(|bits| u32::try_from(bits).ok());
        Ok(Op::Shuffle { a, b, lanes: lanes.iter().map(lane).collect() })
    }

    /// `ptr %p`, with the address space.
    fn pointer(&mut self) -> Result<(u32, Operand), ReadError> {
        match self.typed()? {
            (Type::Pointer(space), pointer) => Ok((space, pointer)),
            _ => Err(self.cursor.error("an address that is no pointer")),
        }
    }

    /// The width of an integer type.
    fn width(&self, ty: &Type) -> Result<u32, ReadError> {
        ty.width().ok_or_else(|| self.cursor.error("an operand that is no integer"))
    }

    /// `, 0, 1`: a way through an aggregate.
    fn path(&mut self, ty: &Type) -> Result<Vec<u32>, ReadError> {
        let mut path = Vec::new();
        let mut inner = ty.clone();
        while self.cursor.peek() == Some(Token::Mark(',')) && !self.cursor.comma_then_attachment() {
            self.cursor.eat(',');
            let index: u32 = self.cursor.number()?;
            inner = match inner.part(u64::from(index)) {
                Some(part) => part.clone(),
                None => return Err(self.cursor.error("an index that the type has not")),
            };
            path.push(index);
        }
        Ok(path)
    }

    /// `atomic volatile`.
    fn modes(&mut self) -> (bool, bool) {
        (self.cursor.eat_word("atomic"), self.cursor.eat_word("volatile"))
    }

    fn access_order(&mut self, atomic: bool, volatile: bool) -> Result<Order, ReadError> {
        if !atomic {
            return Ok(if volatile { Order::Volatile } else { Order::Plain });
        }
        self.scope()?;
        self.order()
    }

    /// `syncscope("singlethread")`; whether it is that.
    fn scope(&mut self) -> Result<bool, ReadError> {
        if !self.cursor.eat_word("syncscope") {
            return Ok(false);
        }
        self.cursor.expect('(')?;
        let alone = self.cursor.text()? == "singlethread";
        self.cursor.expect(')')?;
        Ok(alone)
    }

    fn order(&mut self) -> Result<Order, ReadError> {
        let word = self.cursor.word()?;
        Ok(match word {
            "unordered" | "monotonic" => Order::Relaxed,
            "acquire" => Order::Acquire,
            "release" => Order::Release,
            "acq_rel" => Order::AcqRel,
            "seq_cst" => Order::SeqCst,
            _ => return Err(self.cursor.error(format!("the ordering `{word}` is not known"))),
        })
    }
}
