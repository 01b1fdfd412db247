//! One pass over the lines of a file: where each function, variable, type and metadata node stands.
//!
//! Nothing is parsed here but names and linkage, so that a large file opens in a few milliseconds. LLVM's
//! printer puts every top-level entity at the beginning of a line, and only those; a line that begins with
//! a space goes on with the entity before it.

use std::collections::HashMap;

use super::lex::unescape_text;

/// A stretch of the file in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// What a symbol is in one file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SymbolKind {
    /// A function with a body.
    Function,
    /// A function that another file defines.
    Declaration,
    /// A variable.
    Variable,
    /// A variable that another file defines.
    External,
    /// Another name for something.
    Alias,
}

/// Who sees a symbol.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Linkage {
    /// This file only.
    Local,
    /// Every file, unless one of them has a strong definition.
    Weak,
    /// Every file.
    Strong,
}

/// A symbol as one file has it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) kind: SymbolKind,
    pub(crate) linkage: Linkage,
    pub(crate) span: Span,
}

/// Where everything stands.
#[derive(Debug, Default)]
pub(crate) struct Index {
    pub(crate) symbols: Vec<Entry>,
    pub(crate) types: HashMap<String, Span>,
    /// Metadata nodes by number, sorted.
    nodes: Vec<(u32, Span)>,
    /// Lines of named metadata such as `!llvm.ident`.
    pub(crate) named: HashMap<String, Span>,
    pub(crate) data_layout: Option<Span>,
    pub(crate) triple: Option<Span>,
}

impl Index {
    /// Reads the lines; also returns where each begins.
    pub(crate) fn new(text: &str) -> (Index, Vec<u32>) {
        let mut index = Index::default();
        let mut lines = Vec::with_capacity(text.len() / 60);
        let mut last = Last::Other;
        let mut start = 0usize;
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            let span = Span { start: at(start), end: at(end) };
            lines.push(span.start);
            let first = line.as_bytes().first().copied().unwrap_or(b'\n');
            if let Last::Function(symbol) = last {
                if let Some(entry) = index.symbols.get_mut(symbol) {
                    entry.span.end = span.end;
                }
                if first == b'}' {
                    last = Last::Other;
                }
            } else if first == b' ' || first == b'\t' || first == b']' {
                index.extend(&last, span.end);
            } else {
                last = index.entity(first, line, span);
            }
            start = end;
        }
        if !index.nodes.is_sorted_by_key(|(number, _)| *number) {
            index.nodes.sort_by_key(|(number, _)| *number);
        }
        (index, lines)
    }

    /// Where a metadata node stands.
    pub(crate) fn node(&self, number: u32) -> Option<Span> {
        let place = self.nodes.binary_search_by_key(&number, |(n, _)| *n).ok()?;
        self.nodes.get(place).map(|(_, span)| *span)
    }

    /// All metadata nodes.
    pub(crate) fn nodes(&self) -> &[(u32, Span)] {
        &self.nodes
    }

    fn extend(&mut self, last: &Last, end: u32) {
        match last {
            Last::Symbol => {
                if let Some(entry) = self.symbols.last_mut() {
                    entry.span.end = end;
                }
            }
            Last::Node => {
                if let Some((_, span)) = self.nodes.last_mut() {
                    span.end = end;
                }
            }
            Last::Type(name) => {
                if let Some(span) = self.types.get_mut(name) {
                    span.end = end;
                }
            }
            Last::Function(_) | Last::Other => {}
        }
    }

    fn entity(&mut self, first: u8, line: &str, span: Span) -> Last {
        match first {
            b'!' => self.metadata(line, span),
            b'@' => {
                let Some((name, rest)) = symbol(&line[1..]) else { return Last::Other };
                let (kind, linkage) = variable(rest);
                self.symbols.push(Entry { name, kind, linkage, span });
                Last::Symbol
            }
            b'%' => {
                let Some((name, _)) = symbol(&line[1..]) else { return Last::Other };
                self.types.insert(name.clone(), span);
                Last::Type(name)
            }
            b'd' => self.function(line, span),
            b't' if line.starts_with("target datalayout") => {
                self.data_layout = Some(span);
                Last::Other
            }
            b't' if line.starts_with("target triple") => {
                self.triple = Some(span);
                Last::Other
            }
            _ => Last::Other,
        }
    }

    fn metadata(&mut self, line: &str, span: Span) -> Last {
        let Some((name, _)) = line[1..].split_once(' ') else { return Last::Other };
        if let Ok(number) = name.parse() {
            self.nodes.push((number, span));
            return Last::Node;
        }
        self.named.insert(name.to_owned(), span);
        Last::Other
    }

    fn function(&mut self, line: &str, span: Span) -> Last {
        let Some((head, rest)) = line.split_once('@') else { return Last::Other };
        let kind = match head.split_whitespace().next() {
            Some("define") => SymbolKind::Function,
            Some("declare") => SymbolKind::Declaration,
            _ => return Last::Other,
        };
        let Some((name, _)) = symbol(rest) else { return Last::Other };
        let linkage = head.split_whitespace().find_map(linkage).unwrap_or(Linkage::Strong);
        self.symbols.push(Entry { name, kind, linkage, span });
        match kind {
            SymbolKind::Function => Last::Function(self.symbols.len() - 1),
            _ => Last::Symbol,
        }
    }
}

/// What the lines before belong to.
enum Last {
    Function(usize),
    Symbol,
    Type(String),
    Node,
    Other,
}

/// The caller has made sure that the text is shorter than 4 GiB.
fn at(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// The name that stands behind `@` or `%`, and what follows it.
fn symbol(text: &str) -> Option<(String, &str)> {
    if let Some(quoted) = text.strip_prefix('"') {
        let (name, rest) = quoted.split_once('"')?;
        return Some((unescape_text(name), rest));
    }
    let stop = |c: char| !(c.is_ascii_alphanumeric() || "-$._".contains(c));
    let end = text.find(stop).unwrap_or(text.len());
    (end > 0).then(|| (text[..end].to_owned(), &text[end..]))
}

fn linkage(word: &str) -> Option<Linkage> {
    match word {
        "private" | "internal" => Some(Linkage::Local),
        "weak"
        | "weak_odr"
        | "linkonce"
        | "linkonce_odr"
        | "available_externally"
        | "common"
        | "extern_weak" => Some(Linkage::Weak),
        "external" | "dllimport" | "dllexport" => Some(Linkage::Strong),
        // Every file has its own `llvm.used`.
        "appending" => Some(Linkage::Local),
        _ => None,
    }
}

/// What the line of a variable says after its name.
fn variable(rest: &str) -> (SymbolKind, Linkage) {
    let mut found = Linkage::Strong;
    let mut kind = SymbolKind::Variable;
    for word in rest.split_whitespace().skip_while(|word| *word == "=").take(16) {
        match word {
            "global" | "constant" => break,
            "alias" | "ifunc" => {
                kind = SymbolKind::Alias;
                break;
            }
            "external" | "extern_weak" => kind = SymbolKind::External,
            _ => {}
        }
        found = linkage(word).unwrap_or(found);
    }
    (kind, found)
}
