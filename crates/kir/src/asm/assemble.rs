//! The assembler's part: sections, labels, conditions, repetitions and macros become lists of items.
//!
//! Nothing is encoded. What a section holds besides instructions is kept as expressions, because tables such
//! as `.altinstructions` and `__jump_table` say what the kernel will patch. Source: "Using as", the manual of GNU as.

use std::collections::HashMap;

use super::expression::{Expression, Leaf, printable};
use super::template::parts;

/// How many statements one inline assembly may have, repetitions and macros included.
const STATEMENTS: usize = 4096;
/// Directives that put numbers into a section.
const NUMBERS: &[&str] = &[
    ".byte", ".1byte", ".short", ".hword", ".2byte", ".half", ".value", ".word", ".long", ".int",
    ".4byte", ".quad", ".8byte", ".dword", ".xword",
];
/// How deep macros and repetitions may nest.
const DEPTH: u32 = 16;

/// What a section holds.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    /// An instruction: mnemonic and operands.
    Instruction(String),
    /// A number in a table.
    Data(Expression),
}

/// A section, or a subsection.
#[derive(Clone, Debug, Default)]
pub(crate) struct Section {
    pub(crate) name: String,
    /// Items, each with its place in the order of the text.
    pub(crate) items: Vec<(usize, Item)>,
}

/// A label: where it stands in the text, and what it is the place of.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    name: String,
    order: usize,
    pub(crate) section: usize,
    pub(crate) item: usize,
}

/// An assembled text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assembled {
    /// The first is the code itself.
    pub(crate) sections: Vec<Section>,
    labels: Vec<Label>,
}

impl Assembled {
    /// Assembles statements.
    pub(crate) fn new(statements: &[String]) -> Result<Assembled, String> {
        let mut assembler = Assembler {
            found: Assembled { sections: vec![Section::default()], labels: Vec::new() },
            current: 0,
            previous: 0,
            stack: Vec::new(),
            macros: HashMap::new(),
            count: 0,
        };
        assembler.block(statements, 0)?;
        Ok(assembler.found)
    }

    /// The label that a name means at a place in the text: `1b` the last before, `1f` the next after it.
    pub(crate) fn label(&self, name: &str, order: usize) -> Option<&Label> {
        let number = name.get(..name.len().checked_sub(1)?)?;
        let numeric = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        match name.as_bytes().last() {
            Some(b'b') if numeric => {
                self.labels.iter().rev().find(|l| l.name == number && l.order <= order)
            }
            Some(b'f') if numeric => {
                self.labels.iter().find(|l| l.name == number && l.order > order)
            }
            _ => self.labels.iter().find(|l| l.name == name),
        }
    }

    /// The sections whose name begins so.
    pub(crate) fn tables<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Section> {
        self.sections.iter().filter(move |section| section.name == name)
    }
}

struct Assembler {
    found: Assembled,
    current: usize,
    previous: usize,
    stack: Vec<(usize, usize)>,
    macros: HashMap<String, Macro>,
    count: usize,
}

#[derive(Clone)]
struct Macro {
    parameters: Vec<String>,
    body: Vec<String>,
}

impl Assembler {
    fn block(&mut self, statements: &[String], depth: u32) -> Result<(), String> {
        if depth > DEPTH {
            return Err("macros nest too deeply".to_owned());
        }
        let mut at = 0;
        while let Some(statement) = statements.get(at) {
            self.count += 1;
            if self.count > STATEMENTS {
                return Err(format!("more than {STATEMENTS} statements"));
            }
            at += 1;
            let statement = self.take_labels(statement);
            let (word, rest) = split_word(statement);
            match word {
                "" => {}
                ".if" | ".ifdef" | ".ifndef" | ".ifc" | ".ifeq" | ".ifne" => {
                    at = self.condition(statements, at, word, rest, depth)?;
                }
                ".rept" | ".irp" | ".macro" => {
                    let end = if word == ".macro" { ".endm" } else { ".endr" };
                    let close = matching(statements, at, word, end)?;
                    let body = statements.get(at..close).unwrap_or_default();
                    self.repeat(word, rest, body, depth)?;
                    at = close + 1;
                }
                _ if self.macros.contains_key(word) => self.expand(word, rest, depth)?,
                _ if word.starts_with('.') => self.directive(word, rest)?,
                _ => self.push(Item::Instruction(statement.to_owned())),
            }
        }
        Ok(())
    }

    /// Takes the labels that a statement begins with.
    fn take_labels<'s>(&mut self, mut statement: &'s str) -> &'s str {
        let inside = |c: char| c.is_ascii_alphanumeric() || "_.$".contains(c);
        while let Some((name, rest)) = statement.split_once(':') {
            let name = name.trim();
            if name.is_empty() || !name.chars().all(inside) {
                break;
            }
            let item = self.section().items.len();
            let label =
                Label { name: name.to_owned(), order: self.count, section: self.current, item };
            self.found.labels.push(label);
            statement = rest.trim_start();
        }
        statement
    }

    fn section(&mut self) -> &mut Section {
        // `current` is always the number of a section.
        &mut self.found.sections[self.current]
    }

    fn push(&mut self, item: Item) {
        let order = self.count;
        self.section().items.push((order, item));
    }

    /// `.if`: assembles the branch that holds and returns what follows `.endif`.
    fn condition(
        &mut self,
        statements: &[String],
        mut at: usize,
        word: &str,
        rest: &str,
        depth: u32,
    ) -> Result<usize, String> {
        let value = Expression::read(rest).ok().and_then(|expression| expression.constant());
        let mut holds = match (word, value) {
            (".if" | ".ifne", Some(value)) => value != 0,
            (".ifeq", Some(value)) => value == 0,
            _ => return Err(format!("the condition `{word} {}`", printable(rest))),
        };
        let (mut nested, mut begin, mut taken) = (0, at, false);
        while let Some(statement) = statements.get(at) {
            let (word, rest) = split_word(statement);
            at += 1;
            match word {
                _ if word.starts_with(".if") => nested += 1,
                ".endif" if nested > 0 => nested -= 1,
                ".else" | ".elseif" | ".endif" if nested == 0 => {
                    if holds && !taken {
                        self.block(statements.get(begin..at - 1).unwrap_or_default(), depth + 1)?;
                        taken = true;
                    }
                    begin = at;
                    match word {
                        ".endif" => return Ok(at),
                        ".else" => holds = true,
                        _ => {
                            let value = Expression::read(rest)?.constant();
                            holds = value.ok_or("a condition that is not constant")? != 0;
                        }
                    }
                }
                _ => {}
            }
        }
        Err("`.if` without `.endif`".to_owned())
    }

    fn repeat(
        &mut self,
        word: &str,
        rest: &str,
        body: &[String],
        depth: u32,
    ) -> Result<(), String> {
        match word {
            ".rept" => {
                let times = Expression::read(rest)?.constant().ok_or("`.rept` of no number")?;
                for _ in 0..times.max(0) {
                    self.count += 1;
                    self.block(body, depth + 1)?;
                    if self.count > STATEMENTS {
                        return Err(format!("more than {STATEMENTS} statements"));
                    }
                }
            }
            ".irp" => {
                let mut values = parts(rest).into_iter();
                let name = values.next().ok_or("`.irp` without a name")?.to_owned();
                for value in values {
                    let body: Vec<String> =
                        body.iter().map(|line| substitute(line, &name, value)).collect();
                    self.block(&body, depth + 1)?;
                }
            }
            _ => {
                let (name, parameters) = split_word(rest);
                let name = name.trim_end_matches(',').to_owned();
                let parameters = parts(parameters).into_iter().map(str::to_owned).collect();
                self.macros.insert(name, Macro { parameters, body: body.to_vec() });
            }
        }
        Ok(())
    }

    fn expand(&mut self, name: &str, rest: &str, depth: u32) -> Result<(), String> {
        let Some(known) = self.macros.get(name).cloned() else { return Ok(()) };
        let mut body = known.body;
        for (parameter, value) in known.parameters.iter().zip(parts(rest)) {
            body = body.iter().map(|line| substitute(line, parameter, value)).collect();
            if body.iter().map(String::len).sum::<usize>() > 1 << 16 {
                return Err("a macro this large".to_owned());
            }
        }
        self.block(&body, depth + 1)
    }

    fn directive(&mut self, word: &str, rest: &str) -> Result<(), String> {
        if NUMBERS.contains(&word) {
            if self.current == 0 {
                // Bytes among the instructions are an instruction that the assembler did not know.
                self.push(Item::Instruction(format!("{word} {rest}")));
                return Ok(());
            }
            for part in parts(rest) {
                // Tables that nobody reads may hold what nobody understands.
                let unknown = |_| Expression::Leaf(Leaf::Name(part.to_owned()));
                let value = Expression::read(part).unwrap_or_else(unknown);
                self.push(Item::Data(value));
            }
            return Ok(());
        }
        match word {
            ".pushsection" => {
                self.stack.push((self.current, self.previous));
                self.enter(rest);
            }
            ".section" | ".subsection" => self.enter(rest),
            ".text" | ".data" | ".bss" => self.enter(word),
            ".popsection" => {
                let (current, previous) = self.stack.pop().ok_or("`.popsection` of nothing")?;
                (self.current, self.previous) = (current, previous);
            }
            ".previous" => std::mem::swap(&mut self.current, &mut self.previous),
            // Raw encodings.
            ".inst" | ".insn" => self.push(Item::Instruction(format!("{word} {rest}"))),
            ".align" | ".balign" | ".p2align" | ".org" | ".skip" | ".space" | ".fill" | ".zero"
            | ".nops" | ".type" | ".size" | ".arch" | ".arch_extension" | ".cpu" | ".globl"
            | ".global" | ".local" | ".weak" | ".hidden" | ".string" | ".asciz" | ".ascii"
            | ".option" | ".set" | ".equ" | ".purgem" | ".loc" | ".file" | ".machine"
            | ".reloc" => {}
            _ => return Err(format!("the directive `{word}` is not known")),
        }
        Ok(())
    }

    /// Goes on in a section: the code itself or one by name.
    fn enter(&mut self, rest: &str) {
        let name = parts(rest).first().copied().unwrap_or("").trim_matches('"').to_owned();
        self.previous = self.current;
        let known = self.found.sections.iter().position(|section| section.name == name);
        self.current = known.unwrap_or_else(|| {
            self.found.sections.push(Section { name, items: Vec::new() });
            self.found.sections.len() - 1
        });
    }
}

/// The first word of a statement and the rest.
pub(crate) fn split_word(statement: &str) -> (&str, &str) {
    match statement.split_once(char::is_whitespace) {
        Some((word, rest)) => (word, rest.trim()),
        None => (statement, ""),
    }
}

/// The statement that ends what begins before `at`.
fn matching(statements: &[String], at: usize, open: &str, end: &str) -> Result<usize, String> {
    let mut depth = 0usize;
    let repeats = |word: &str| matches!(word, ".rept" | ".irp");
    for (place, statement) in statements.iter().enumerate().skip(at) {
        let (word, _) = split_word(statement);
        if word == end {
            if depth == 0 {
                return Ok(place);
            }
            depth -= 1;
        } else if word == open || (repeats(word) && repeats(open)) {
            depth += 1;
        }
    }
    Err(format!("`{open}` without `{end}`"))
}

/// Replaces `\name` by a value.
fn substitute(line: &str, name: &str, value: &str) -> String {
    line.replace(&format!("\\{name}"), value)
}

#[cfg(test)]
mod tests {
    use super::super::template::statements;
    use super::*;

    fn assemble(text: &str) -> Assembled {
        Assembled::new(&statements(text, &["//"])).expect("it assembles")
    }

    #[test]
    fn sections_labels_and_conditions() {
        let text = ".if 1 == 1\n661:\n nop\n662:\n.pushsection .table,\"a\"\n .word 661b - .\n .byte 662b-661b\n\
                    .popsection\n.subsection 1\n663: b x\n664:\n.previous\n.else\n brk\n.endif\n dmb ish";
        let found = assemble(text);
        let items: Vec<usize> = found.sections.iter().map(|s| s.items.len()).collect();
        assert_eq!(items, [2, 2, 1]);
        assert_eq!(found.label("662b", usize::MAX).map(|l| (l.section, l.item)), Some((0, 1)));
        assert_eq!(found.label("663f", 0).map(|l| (l.section, l.item)), Some((2, 0)));
    }

    #[test]
    fn macros_and_repetitions() {
        let text = ".macro twice, a, b\n op \\a\n op \\b\n.endm\ntwice 1, 2\n.rept 3\n nop\n.endr\n\
                    .irp n,1,2\n x \\n\n.endr";
        let found = assemble(text);
        assert_eq!(found.sections[0].items.len(), 2 + 3 + 2);
        let many = statements(".rept 1000000000\n.endr", &[]);
        assert!(Assembled::new(&many).is_err());
        assert!(Assembled::new(&statements(".frobnicate 1", &[])).is_err());
    }
}
