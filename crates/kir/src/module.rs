//! [`Module`]: one file of IR, indexed when it is opened and parsed as far as it is used.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::ReadError;
use crate::ir::types::{DataLayout, Type};
use crate::read::cursor::{Cursor, Source};
use crate::read::index::Index;
use crate::read::lex::unescape_text;
use crate::read::types::read_type;

/// The LLVM versions whose text is known to be understood.
const VERSIONS: std::ops::RangeInclusive<u32> = 16..=19;

/// One file of textual LLVM IR.
///
/// Opening one costs a single pass over its lines. What a function, type or metadata node says is read when it
/// is first needed, and an error in one that is never needed is never noticed.
pub struct Module {
    pub(crate) source: Source,
    pub(crate) index: Index,
    pub(crate) layout: DataLayout,
    triple: String,
    compiler: Option<String>,
    types: HashMap<String, OnceLock<Type>>,
}

impl Module {
    /// Opens the text of a file that errors call `name`.
    ///
    /// # Errors
    /// If it is no LLVM IR of a 64-bit machine, or of a version of LLVM that is not supported.
    pub fn read(name: impl Into<String>, text: impl Into<String>) -> Result<Module, ReadError> {
        let (name, text) = (name.into(), text.into());
        let mut source = Source { name, text, lines: Vec::new() };
        if source.text.len() >= u32::MAX as usize {
            return Err(source.error(0, "the file has 4 GiB or more"));
        }
        let (index, lines) = Index::new(&source.text);
        source.lines = lines;
        let quoted = |span: Option<crate::read::index::Span>| {
            let line = span.and_then(|s| source.text.get(s.start as usize..s.end as usize))?;
            Some(unescape_text(line.split('"').nth(1)?))
        };
        let Some(layout) = quoted(index.data_layout) else {
            let what = if source.text.starts_with("BC") {
                "this is LLVM bitcode; disassemble it with llvm-dis"
            } else {
                "no `target datalayout`: this is not the textual LLVM IR of a module"
            };
            return Err(source.error(0, what));
        };
        let triple = quoted(index.triple).unwrap_or_default();
        let layout = DataLayout::parse(&layout);
        if layout.pointer != 64 {
            let what =
                format!("{triple} has {}-bit pointers; only 64-bit is supported", layout.pointer);
            return Err(source.error(index.data_layout.map_or(0, |s| s.start as usize), what));
        }
        let types = index.types.keys().map(|name| (name.clone(), OnceLock::new())).collect();
        let mut module = Module { source, index, layout, triple, compiler: None, types };
        module.compiler = module.find_compiler();
        module.check_version()?;
        Ok(module)
    }

    /// The name that errors call it.
    pub fn name(&self) -> &str {
        &self.source.name
    }

    /// The machine it was built for: `aarch64-unknown-linux-gnu`.
    pub fn triple(&self) -> &str {
        &self.triple
    }

    /// The compiler, as it named itself: `Debian clang version 19.1.7 (3~deb12u1)`.
    pub fn compiler(&self) -> Option<&str> {
        self.compiler.as_deref()
    }

    /// The names of the functions that it defines.
    pub fn functions(&self) -> impl Iterator<Item = &str> {
        use crate::read::index::SymbolKind;
        let functions = self.index.symbols.iter().filter(|s| s.kind == SymbolKind::Function);
        functions.map(|s| s.name.as_str())
    }

    /// Tokens of a stretch of the file.
    pub(crate) fn cursor(&self, span: crate::read::index::Span) -> Cursor<'_> {
        Cursor::new(&self.source, span.start as usize, span.end as usize)
    }

    /// A named type, read the first time. `within` are the types that are being read.
    pub(crate) fn named_type(
        &self,
        name: &str,
        cursor: &Cursor<'_>,
        within: &mut Vec<String>,
    ) -> Result<Type, ReadError> {
        let (Some(slot), Some(&span)) = (self.types.get(name), self.index.types.get(name)) else {
            return Err(cursor.error(format!("no type %{name}")));
        };
        if let Some(known) = slot.get() {
            return Ok(known.clone());
        }
        if within.iter().any(|outer| outer == name) {
            return Err(cursor.error(format!("the type %{name} contains itself")));
        }
        within.push(name.to_owned());
        let mut body = self.cursor(span);
        body.next()?;
        body.expect('=')?;
        body.expect_word("type")?;
        let found = if body.eat_word("opaque") {
            Type::Opaque
        } else {
            read_type(self, &mut body, within)?
        };
        within.pop();
        Ok(slot.get_or_init(|| found).clone())
    }

    /// The string in the first node of `!llvm.ident`.
    fn find_compiler(&self) -> Option<String> {
        let named = self.index.named.get("llvm.ident")?;
        let line = self.source.text.get(named.start as usize..named.end as usize)?;
        let (_, list) = line.split_once('{')?;
        let number = list.trim_start_matches('!').split([',', '}']).next()?.trim().parse().ok()?;
        let node = self.index.node(number)?;
        let text = self.source.text.get(node.start as usize..node.end as usize)?;
        Some(unescape_text(text.split('"').nth(1)?))
    }

    fn check_version(&self) -> Result<(), ReadError> {
        let Some(compiler) = &self.compiler else { return Ok(()) };
        let number = compiler.split("version ").nth(1).and_then(|rest| rest.split('.').next());
        let place = self.index.named.get("llvm.ident").map_or(0, |span| span.start as usize);
        match number.and_then(|number| number.parse().ok()) {
            Some(version) if VERSIONS.contains(&version) => Ok(()),
            version => {
                let built = version.map_or_else(|| compiler.clone(), |v: u32| format!("LLVM {v}"));
                let (from, to) = (VERSIONS.start(), VERSIONS.end());
                let what = format!(
                    "written by {built}; the text of LLVM {from} to {to} is supported: build with LLVM=-{to}"
                );
                Err(self.source.error(place, what))
            }
        }
    }
}

impl std::fmt::Debug for Module {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Module({})", self.source.name)
    }
}
