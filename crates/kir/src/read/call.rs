//! Reads calls: of functions, pointers, intrinsics and inline assembly, and `callbr`.

use std::sync::Arc;

use super::constant::read_constant;
use super::function::Reader;
use super::lex::{Token, unescape_text};
use super::types::begins_type;
use crate::ReadError;
use crate::asm::{Assembly, Shape};
use crate::ir::function::{Callee, Copied, Intrinsic, Op, Operand, Register, Terminator};
use crate::ir::types::Type;
use crate::machine::intrinsic::Known;
use crate::machine::value::Value;

/// What is called, before its arguments have been read.
enum Called {
    Callee(Callee),
    /// The template and the constraints of inline assembly.
    Asm(String, String),
    /// An intrinsic by its full name.
    Intrinsic(String),
}

/// Arguments as they stand in a call.
#[derive(Default)]
struct Arguments {
    operands: Vec<Operand>,
    types: Vec<Type>,
    copied: Vec<Copied>,
    /// The string of a metadata argument.
    text: Option<String>,
}

impl<'p> Reader<'p> {
    /// `call`, after the keyword; None for an intrinsic that does nothing.
    pub(crate) fn call(&mut self, into: Option<Register>) -> Result<Option<Op>, ReadError> {
        let (result, called) = self.called()?;
        if let Called::Intrinsic(name) = &called
            && name.starts_with("llvm.dbg.")
        {
            // Its arguments name values that need not exist.
            self.cursor.skip_nested()?;
            return Ok(None);
        }
        let arguments = self.arguments()?;
        let callee = match called {
            Called::Callee(callee) => callee,
            Called::Intrinsic(name) => {
                let name = plain_name(&name);
                let known = Known::named(name);
                if known == Some(Known::Nothing) && into.is_none() {
                    return Ok(None);
                }
                Callee::Intrinsic(Intrinsic {
                    known,
                    name: Arc::from(name),
                    width: arguments.types.first().and_then(Type::width).unwrap_or(64),
                    text: arguments.text,
                })
            }
            Called::Asm(template, constraints) => {
                let assembly = self.assembly(&template, &constraints, &result, &arguments, 0)?;
                return Ok(Some(Op::Asm { assembly, arguments: arguments.operands }));
            }
        };
        let Arguments { operands, copied, .. } = arguments;
        Ok(Some(Op::Call { callee, arguments: operands, copied, result }))
    }

    /// `callbr`, after the keyword.
    pub(crate) fn asm_goto(&mut self, into: Option<Register>) -> Result<Terminator, ReadError> {
        let (result, called) = self.called()?;
        let Called::Asm(template, constraints) = called else {
            return Err(self.cursor.error("callbr of something that is no inline assembly"));
        };
        let arguments = self.arguments()?;
        self.skip_attributes()?;
        self.cursor.expect_word("to")?;
        let next = self.target()?;
        self.cursor.expect('[')?;
        let mut labels = Vec::new();
        while !self.cursor.eat(']') {
            if !labels.is_empty() {
                self.cursor.expect(',')?;
            }
            labels.push(self.target()?);
        }
        let assembly = self.assembly(&template, &constraints, &result, &arguments, labels.len())?;
        let arguments = arguments.operands;
        Ok(Terminator::AsmGoto { into, assembly, arguments, next, labels })
    }

    /// The type of the result, and what is called.
    fn called(&mut self) -> Result<(Type, Called), ReadError> {
        while let Some(token) = self.cursor.peek()
            && !begins_type(token)
        {
            let before = self.cursor.offset();
            self.skip_attributes()?;
            if self.cursor.offset() == before {
                return Err(self.cursor.expected("the type of a call"));
            }
        }
        let result = self.cx.ty(&mut self.cursor)?;
        if self.cursor.peek() == Some(Token::Mark('(')) {
            // The parameters of a variadic function.
            self.cursor.skip_nested()?;
        }
        let called = match self.cursor.peek() {
            Some(Token::Word("asm")) => {
                self.cursor.next()?;
                while let Some(Token::Word(_)) = self.cursor.peek() {
                    if self.cursor.word()? == "inteldialect" {
                        return Err(self.cursor.error("inline assembly in Intel syntax"));
                    }
                }
                let template = unescape_text(self.cursor.text()?);
                self.cursor.expect(',')?;
                Called::Asm(template, unescape_text(self.cursor.text()?))
            }
            Some(Token::Global(name)) if name.starts_with("llvm.") => {
                self.cursor.next()?;
                Called::Intrinsic(name.to_owned())
            }
            Some(Token::Global(name)) => {
                let symbol = self.cx.symbol(&self.cursor, name)?;
                self.cursor.next()?;
                Called::Callee(Callee::Symbol(symbol))
            }
            _ => Called::Callee(Callee::Pointer(self.operand(&Type::Pointer(0))?)),
        };
        Ok((result, called))
    }

    fn arguments(&mut self) -> Result<Arguments, ReadError> {
        let mut found = Arguments::default();
        let mut first = true;
        self.cursor.expect('(')?;
        while !self.cursor.eat(')') {
            if !first {
                self.cursor.expect(',')?;
            }
            first = false;
            let ty = self.cx.ty(&mut self.cursor)?;
            if ty == Type::Metadata {
                found.text = self.metadata()?.or(found.text);
                continue;
            }
            if self.cursor.peek() == Some(Token::Word("byval")) {
                self.cursor.next()?;
                self.cursor.expect('(')?;
                let copied = self.cx.ty(&mut self.cursor)?;
                self.cursor.expect(')')?;
                let layout = &self.cx.module.layout;
                found.copied.push(Copied {
                    argument: found.operands.len(),
                    size: copied.size(layout),
                    align: copied.align(layout),
                });
            }
            self.skip_attributes()?;
            let operand = self.operand(&ty)?;
            found.operands.push(operand);
            found.types.push(ty);
        }
        Ok(found)
    }

    /// A metadata argument: its string, if it is one.
    fn metadata(&mut self) -> Result<Option<String>, ReadError> {
        match self.cursor.next()? {
            Token::Node(number) => {
                let module = self.cx.module;
                let text = module.index.node(number).and_then(|span| {
                    let mut node = module.cursor(span);
                    while let Ok(token) = node.next() {
                        if let Token::Text(text) = token {
                            return Some(unescape_text(text));
                        }
                    }
                    None
                });
                Ok(text)
            }
            Token::Kind(_) => {
                if self.cursor.peek() == Some(Token::Mark('(')) {
                    self.cursor.skip_nested()?;
                }
                Ok(None)
            }
            Token::Bang => match self.cursor.peek() {
                Some(Token::Text(text)) => {
                    self.cursor.next()?;
                    Ok(Some(unescape_text(text)))
                }
                _ => {
                    self.cursor.skip_nested()?;
                    Ok(None)
                }
            },
            // A value as metadata: the type has been taken.
            _ => {
                let ty = Type::Int(64);
                if let Some(Token::Local(_)) = self.cursor.peek() {
                    self.cursor.next()?;
                } else {
                    read_constant(&self.cx, &mut self.cursor, &ty)?;
                }
                Ok(None)
            }
        }
    }

    fn assembly(
        &mut self,
        template: &str,
        constraints: &str,
        result: &Type,
        arguments: &Arguments,
        labels: usize,
    ) -> Result<Arc<Assembly>, ReadError> {
        let width = |ty: &Type| ty.width().unwrap_or(64);
        let results = match result {
            Type::Void => Vec::new(),
            Type::Struct(fields) => fields.fields.iter().map(|(_, ty)| width(ty)).collect(),
            scalar => vec![width(scalar)],
        };
        let constant = |operand: &Operand| match self.known(*operand) {
            Some(Value::Int(int)) if int.is_defined() => Some(int.bits),
            _ => None,
        };
        let shape = Shape {
            results,
            several: matches!(result, Type::Struct(_)),
            arguments: arguments.types.iter().map(width).collect(),
            constants: arguments.operands.iter().map(constant).collect(),
            labels,
        };
        let architecture = self.cx.program.architecture;
        Ok(Arc::new(Assembly::new(architecture, template, constraints, shape)))
    }
}

/// The name of an intrinsic without `llvm.` and the types that it is for.
fn plain_name(name: &str) -> &str {
    let mut name = name.strip_prefix("llvm.").unwrap_or(name);
    while let Some((head, last)) = name.rsplit_once('.') {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let is_type = last.strip_prefix(['i', 'p']).is_some_and(digits)
            || last.starts_with("sl_")
            || last.starts_with("s_")
            || last
                .strip_prefix('v')
                .and_then(|rest| rest.split_once(['i', 'p']))
                .is_some_and(|(lanes, width)| digits(lanes) && digits(width));
        if !is_type {
            break;
        }
        name = head;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn intrinsics_lose_their_types() {
        assert_eq!(plain_name("llvm.umul.with.overflow.i64"), "umul.with.overflow");
        assert_eq!(plain_name("llvm.memcpy.inline.p0.p0.i64"), "memcpy.inline");
        assert_eq!(plain_name("llvm.vector.reduce.add.v4i32"), "vector.reduce.add");
        assert_eq!(plain_name("llvm.donothing"), "donothing");
    }
}
