//! [`Program`]: several files linked by the names of their symbols.
//!
//! A symbol that is local to a file stays with it. Every symbol has an address that depends on the files and
//! their order only, so that a run is the same each time. Functions are parsed when they are first run.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::asm::arch::{self, Architecture};
use crate::debug::{DebugInfo, Names};
use crate::ir::function::Function;
use crate::ir::types::DataLayout;
use crate::read::function::read_function;
use crate::read::index::{Linkage, SymbolKind};
use crate::read::lex::{Token, unescape_text};
use crate::read::types::read_type;
use crate::{LinkError, Module, ReadError};

/// Where symbols are placed: from here functions, 16 bytes each.
pub(crate) const FUNCTIONS: u64 = 0xffff_f7f0_0000_0000;
/// From here variables, [`GLOBAL_SIZE`] bytes each.
pub(crate) const GLOBALS: u64 = 0xffff_f700_0000_0000;
/// What a variable may take.
pub(crate) const GLOBAL_SIZE: u64 = 1 << 20;
/// How many symbols fit there.
const SYMBOLS: usize = 200_000;
/// How many aliases may stand for each other.
const ALIASES: u32 = 8;

/// A symbol of the program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SymbolId(pub(crate) u32);

/// A symbol: its name, and what defines it.
#[derive(Debug)]
pub(crate) struct Symbol {
    pub(crate) name: String,
    /// Whether it is a function, as far as is known.
    pub(crate) is_function: bool,
    /// The module and the entry in its index.
    pub(crate) definition: Option<(u32, u32)>,
    function: OnceLock<Result<Arc<Function>, ReadError>>,
}

/// Files of one build, linked.
pub struct Program {
    pub(crate) modules: Vec<Module>,
    pub(crate) symbols: Vec<Symbol>,
    /// The symbols that each module knows by name.
    names: Vec<HashMap<String, SymbolId>>,
    external: HashMap<String, SymbolId>,
    pub(crate) architecture: &'static dyn Architecture,
    names_of: Vec<OnceLock<Names>>,
    /// Variables that have an address of their own.
    placed: Vec<(SymbolId, u64)>,
}

impl Program {
    /// Links files. Of several weak definitions of a symbol the first counts.
    ///
    /// # Errors
    /// If they were built for different machines, for one whose inline assembly is not known, or if two define
    /// the same symbol.
    pub fn link(modules: impl IntoIterator<Item = Module>) -> Result<Program, LinkError> {
        let modules: Vec<Module> = modules.into_iter().collect();
        let first = modules.first().ok_or(LinkError::Size("no file to link"))?;
        for other in &modules {
            if other.triple() != first.triple() {
                return Err(LinkError::Targets {
                    first: first.name().to_owned(),
                    first_target: first.triple().to_owned(),
                    second: other.name().to_owned(),
                    second_target: other.triple().to_owned(),
                });
            }
        }
        let architecture =
            arch::of_triple(first.triple()).ok_or_else(|| LinkError::UnknownTarget {
                module: first.name().to_owned(),
                target: first.triple().to_owned(),
                known: arch::known(),
            })?;
        let mut program = Program {
            names_of: modules.iter().map(|_| OnceLock::new()).collect(),
            names: vec![HashMap::new(); modules.len()],
            symbols: Vec::new(),
            external: HashMap::new(),
            architecture,
            placed: Vec::new(),
            modules: Vec::new(),
        };
        for (number, module) in modules.iter().enumerate() {
            program.add(number, module, &modules)?;
        }
        program.modules = modules;
        if program.symbols.len() > SYMBOLS {
            return Err(LinkError::Size("the files have more than 200,000 symbols"));
        }
        Ok(program)
    }

    fn add(&mut self, number: usize, module: &Module, all: &[Module]) -> Result<(), LinkError> {
        for (place, entry) in module.index.symbols.iter().enumerate() {
            let defines = !matches!(entry.kind, SymbolKind::Declaration | SymbolKind::External);
            let local = entry.linkage == Linkage::Local && defines;
            let here = || Some((u32::try_from(number).ok()?, u32::try_from(place).ok()?));
            let id = match self.external.get(&entry.name) {
                Some(&id) if !local => id,
                _ => {
                    let id = SymbolId(u32::try_from(self.symbols.len()).unwrap_or(u32::MAX));
                    self.symbols.push(Symbol {
                        name: entry.name.clone(),
                        is_function: false,
                        definition: None,
                        function: OnceLock::new(),
                    });
                    if !local {
                        self.external.insert(entry.name.clone(), id);
                    }
                    id
                }
            };
            if let Some(names) = self.names.get_mut(number) {
                names.insert(entry.name.clone(), id);
            }
            let Some(symbol) = self.symbols.get_mut(id.0 as usize) else { continue };
            symbol.is_function |=
                matches!(entry.kind, SymbolKind::Function | SymbolKind::Declaration);
            if !defines {
                continue;
            }
            let weak = |(module, place): (u32, u32)| {
                let module = all.get(module as usize);
                let entry = module.and_then(|m| m.index.symbols.get(place as usize));
                entry.is_none_or(|entry| entry.linkage == Linkage::Weak)
            };
            match symbol.definition {
                Some(_) if entry.linkage == Linkage::Weak => {}
                Some(known) if !weak(known) => {
                    let first = all.get(known.0 as usize).map_or("", Module::name);
                    return Err(LinkError::Twice {
                        symbol: entry.name.clone(),
                        first: first.to_owned(),
                        second: module.name().to_owned(),
                    });
                }
                _ => symbol.definition = here(),
            }
        }
        Ok(())
    }

    /// The files.
    pub fn modules(&self) -> &[Module] {
        &self.modules
    }

    /// The symbol that other files see under a name or, if there is none, the first local one.
    pub fn symbol(&self, name: &str) -> Option<SymbolId> {
        let local = || self.names.iter().find_map(|names| names.get(name).copied());
        self.external.get(name).copied().or_else(local)
    }

    /// The symbol that the file `module` means by a name.
    pub(crate) fn symbol_in(&self, module: u32, name: &str) -> Option<SymbolId> {
        self.names.get(module as usize)?.get(name).copied()
    }

    /// What a symbol stands for: of an alias what it is for, else itself. None for an alias of no symbol.
    pub(crate) fn target(&self, symbol: SymbolId) -> Option<SymbolId> {
        let mut symbol = symbol;
        for _ in 0..ALIASES {
            let known = self.symbols.get(symbol.0 as usize)?;
            let Some((number, place)) = known.definition else { return Some(symbol) };
            let module = self.modules.get(number as usize)?;
            let entry = module.index.symbols.get(place as usize)?;
            if entry.kind != SymbolKind::Alias {
                return Some(symbol);
            }
            // `@name = alias i32, ptr @other`
            let mut cursor = module.cursor(entry.span);
            while cursor.next().ok()? != Token::Word("alias") {}
            // The type may be that of a function: `void (ptr)`.
            read_type(module, &mut cursor, &mut Vec::new()).ok()?;
            if cursor.peek() == Some(Token::Mark('(')) {
                cursor.skip_nested().ok()?;
            }
            cursor.expect(',').ok()?;
            cursor.expect_word("ptr").ok()?;
            let Token::Global(other) = cursor.next().ok()? else { return None };
            symbol = self.symbol_in(number, &unescape_text(other))?;
        }
        None
    }

    /// The name of a symbol.
    pub fn name(&self, symbol: SymbolId) -> &str {
        self.symbols.get(symbol.0 as usize).map_or("", |symbol| &symbol.name)
    }

    /// Whether some file defines it.
    pub fn is_defined(&self, symbol: SymbolId) -> bool {
        self.symbols.get(symbol.0 as usize).is_some_and(|symbol| symbol.definition.is_some())
    }

    /// The names of functions that files declare and none defines.
    pub fn undefined_functions(&self) -> impl Iterator<Item = &str> {
        let undefined = self.symbols.iter().filter(|s| s.is_function && s.definition.is_none());
        undefined.map(|s| s.name.as_str()).filter(|name| !name.starts_with("llvm."))
    }

    /// Puts a variable at an address, where that matters: before anything runs. One that no file has is passed over.
    pub fn place(&mut self, name: &str, address: u64) {
        if let Some(symbol) = self.symbol(name) {
            self.placed.push((symbol, address));
        }
    }

    /// The address of a symbol.
    pub fn address(&self, symbol: SymbolId) -> u64 {
        if let Some((_, address)) = self.placed.iter().find(|(placed, _)| *placed == symbol) {
            return *address;
        }
        let number = u64::from(symbol.0);
        match self.symbols.get(symbol.0 as usize) {
            Some(symbol) if symbol.is_function => FUNCTIONS + number * 16,
            _ => GLOBALS + number * GLOBAL_SIZE,
        }
    }

    /// The symbol at or before an address, and how far into it the address is.
    pub fn symbol_at(&self, address: u64) -> Option<(SymbolId, u64)> {
        let (number, offset) = match address {
            FUNCTIONS.. => {
                let offset = address - FUNCTIONS;
                (offset / 16, offset % 16)
            }
            GLOBALS.. => {
                let offset = address - GLOBALS;
                (offset / GLOBAL_SIZE, offset % GLOBAL_SIZE)
            }
            _ => return None,
        };
        let symbol = SymbolId(u32::try_from(number).ok()?);
        let known = self.symbols.get(symbol.0 as usize)?;
        (known.is_function == (address >= FUNCTIONS)).then_some((symbol, offset))
    }

    /// The function that a symbol names, parsed the first time; None if no file defines it.
    pub(crate) fn function(&self, symbol: SymbolId) -> Option<Result<Arc<Function>, ReadError>> {
        let known = self.symbols.get(symbol.0 as usize)?;
        if let Some(function) = known.function.get() {
            return Some(function.clone());
        }
        let (module, place) = known.definition?;
        let entry = self.modules.get(module as usize)?.index.symbols.get(place as usize)?;
        if entry.kind != SymbolKind::Function {
            return None;
        }
        let read = || read_function(self, module, symbol, entry.span).map(Arc::new);
        Some(known.function.get_or_init(read).clone())
    }

    /// The debug information of each file, in the order in which they were linked.
    pub fn debug(&self) -> impl Iterator<Item = DebugInfo<'_>> {
        let names = self.modules.iter().zip(&self.names_of);
        names.map(|(module, slot)| {
            let names = slot.get_or_init(|| Names::new(module));
            DebugInfo { module, names }
        })
    }

    pub(crate) fn layout(&self) -> &DataLayout {
        // `link` refuses an empty list of files.
        &self.modules[0].layout
    }
}

impl std::fmt::Debug for Program {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(&self.modules).finish()
    }
}
