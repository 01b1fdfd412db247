//! [`read`]: a text into a [`Test`].

use std::cmp::Ordering;
use std::sync::Arc;

use pmdrace_axioms::model::Release;
use pmdrace_axioms::{Loc, Program, Value};

use crate::entry::Entry;
use crate::file::File;
use crate::memory::{Memory, entry_name};
use crate::resolve::Resolver;
use crate::syntax::{self, Constant, Fault, Field, Init, Place, Symbol};
use crate::view::View;
use crate::{Language, Problem, Test, asm, c};

/// What the reader of a language gets.
pub(crate) struct Input<'i> {
    /// The text, of which it reads the threads.
    pub(crate) file: &'i File<'i>,
    /// The initial state; that of memory is in [`Memory`] already.
    pub(crate) init: &'i [Init],
    /// Per thread, the names of the registers whose final values are asked for. There may be more or fewer threads
    /// here than the test has.
    pub(crate) wanted: &'i [Vec<String>],
    /// Per thread, the faults that are asked for.
    pub(crate) faults: &'i [Vec<Fault>],
}

impl Input<'_> {
    /// The registers of a thread whose final values are asked for.
    pub(crate) fn wanted(&self, thread: usize) -> &[String] {
        self.wanted.get(thread).map_or(&[], |names| &names[..])
    }

    /// The faults of a thread that are asked for.
    pub(crate) fn faults(&self, thread: usize) -> &[Fault] {
        self.faults.get(thread).map_or(&[], |faults| &faults[..])
    }
}

/// What the reader of a language gives.
pub(crate) struct Threads {
    /// The threads. Their histories end with the values of the registers that are wanted, in that order, then for
    /// each fault that is asked for the classes that happened.
    pub(crate) program: Box<dyn Program>,
    /// Memory, with what the threads name besides.
    pub(crate) memory: Arc<Memory>,
    /// Per thread, how the values of the registers are seen that are wanted; as a whole if nothing is said.
    pub(crate) views: Vec<Vec<View>>,
    /// The threads once more, if they are in C.
    pub(crate) source: Option<Arc<c::Test>>,
}

/// Reads a litmus test.
///
/// # Errors
/// If the text is none, or needs what is not supported.
pub fn read(text: &str) -> Result<Test, Problem> {
    read_for(text, Release::V6_12)
}

/// Reads a litmus test, in which the primitives of C are those of a release of the kernel: until 6.1 SRCU was no
/// access to memory.
///
/// # Errors
/// If the text is none, or needs what is not supported.
pub fn read_for(text: &str, release: Release) -> Result<Test, Problem> {
    let file = File::split(text)?;
    let init = syntax::init(text, file.init.clone())?;
    let question = syntax::question(text, file.question.clone())?;
    let mut memory = match file.language {
        Language::C => Memory::default(),
        Language::AArch64 | Language::X86 | Language::RiscV => Memory::seen_as(View::INT),
    };
    declare(&file, &init, &mut memory)?;
    let mut shown = question.locations.iter().map(|(at, place)| (*at, place)).collect::<Vec<_>>();
    shown.extend(question.proposition.places());
    let filtered = question.filter.iter().flat_map(|filter| filter.places());
    let places: Vec<(usize, &Place)> = shown.iter().copied().chain(filtered).collect();
    let propositions = question.filter.iter().chain([&question.proposition]);
    let constants = propositions.flat_map(|proposition| proposition.constants());
    let named = places.iter().filter_map(|(_, place)| match place {
        Place::Memory(symbol) => Some(symbol),
        Place::Register(..) => None,
    });
    for symbol in named.chain(constants.flat_map(symbols)) {
        location(&file, file.question.start, &mut memory, symbol)?;
    }

    let mut wanted: Vec<Vec<String>> = Vec::new();
    for (_, place) in &places {
        if let Place::Register(thread, name) = place {
            wanted.resize(wanted.len().max(thread + 1), Vec::new());
            if !wanted[*thread].contains(name) {
                wanted[*thread].push(name.clone());
            }
        }
    }
    wanted.iter_mut().for_each(|names| names.sort_by(|a, b| by_name(file.language, a, b)));

    let mut faults: Vec<Vec<Fault>> = Vec::new();
    let propositions = question.filter.iter().chain([&question.proposition]);
    let asked = propositions.flat_map(|proposition| proposition.faults());
    for fault in question.faults.iter().chain(asked.map(|(_, fault)| fault)) {
        faults.resize(faults.len().max(fault.thread + 1), Vec::new());
        if !faults[fault.thread].contains(fault) {
            faults[fault.thread].push(fault.clone());
        }
    }

    let input = Input { file: &file, init: &init, wanted: &wanted, faults: &faults };
    let Threads { program, memory, views, source } = match file.language {
        Language::C => c::read(&input, memory, release)?,
        Language::AArch64 | Language::X86 | Language::RiscV => asm::read(&input, memory)?,
    };
    let threads = program.threads();
    let resolver = Resolver {
        file: &file,
        memory: &memory,
        wanted: &wanted,
        views: &views,
        faults: &faults,
        threads,
    };
    let filter = match &question.filter {
        Some(filter) => resolver.proposition(filter)?,
        None => crate::Proposition::True,
    };
    let condition = crate::Condition {
        quantifier: question.quantifier,
        proposition: resolver.proposition(&question.proposition)?,
    };
    let shown = resolver.shown(&shown)?;
    let spelled = resolver.question(&question)?;
    let speller = Arc::clone(&memory);
    let locator = Arc::clone(&memory);
    Ok(Test {
        language: file.language,
        name: file.name.into(),
        info: file.info.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect(),
        program,
        source,
        condition,
        question: spelled,
        filter,
        shown,
        spell: Box::new(move |value| speller.spell(value)),
        locate: Box::new(move |at| locator.spelled(at)),
    })
}

/// The order of registers in which states show them: by name, and by number where they have one.
pub(crate) fn by_name(language: Language, a: &str, b: &str) -> Ordering {
    let split = |name: &str| {
        let digits = name.trim_start_matches(|c: char| !c.is_ascii_digit()).len();
        let (stem, number) = name.split_at(name.len() - digits);
        (stem.to_owned(), number.parse::<u32>().ok(), name.to_owned())
    };
    match language {
        Language::C => a.cmp(b),
        _ => split(a).cmp(&split(b)),
    }
}

/// Puts the initial state of memory into it.
fn declare(file: &File<'_>, init: &[Init], memory: &mut Memory) -> Result<(), Problem> {
    for (index, one) in init.iter().enumerate() {
        if init[..index].iter().any(|other| other.place == one.place) {
            let help = "keep one of the values";
            return file.problem(one.at, "this has an initial value already", help);
        }
        let Place::Memory(symbol) = &one.place else { continue };
        if let Some(Paged::Entry(_)) = paged(file, symbol) {
            continue;
        }
        let name = plain(file, one.at, symbol)?;
        if memory.add(name, one.typed.elements, size(one)).is_none() {
            return too_many(file, one.at);
        }
        match file.language {
            Language::C => memory.declare(name, c::view(file, one)?, false),
            _ => memory.declare(name, View::of(&one.typed), !one.typed.pointer),
        }
    }
    for one in init {
        let value = one.value.iter();
        for symbol in value.flat_map(symbols) {
            location(file, one.at, memory, symbol)?;
        }
        let Place::Memory(symbol) = &one.place else { continue };
        if let Some(Paged::Entry(name)) = paged(file, symbol) {
            let Some(at) = memory.entry(name) else { return too_many(file, one.at) };
            if let Some(value) = &one.value {
                let value = constant_at(file, one.at, memory, Some(name), value)?;
                memory.set(at, value);
            }
            continue;
        }
        let values = match &one.value {
            Some(Constant::Array(values)) => &values[..],
            Some(value) => std::slice::from_ref(value),
            None => &[],
        };
        let elements = memory.array(&symbol.name).unwrap_or(1);
        let view = match file.language {
            Language::C => c::view(file, one)?,
            _ => View::WHOLE,
        };
        for (element, value) in (0..elements).zip(values) {
            let value = view.initialize(constant(file, one.at, memory, value)?);
            if let Some(at) = memory.element(&symbol.name, element) {
                memory.set(at, value);
            }
        }
    }
    Ok(())
}

/// The bytes of an element.
fn size(init: &Init) -> usize {
    match init.typed.name.as_deref() {
        _ if init.typed.pointer => 8,
        Some("char" | "int8_t" | "uint8_t") => 1,
        Some("short" | "int16_t" | "uint16_t") => 2,
        Some("long" | "int64_t" | "uint64_t" | "intptr_t" | "uintptr_t") => 8,
        _ => 4,
    }
}

/// The names in a value.
fn symbols(value: &Constant) -> Vec<&Symbol> {
    match value {
        Constant::Address(symbol) => vec![symbol],
        Constant::Array(values) => values.iter().flat_map(symbols).collect(),
        Constant::Entry(fields) => {
            let names = fields.iter().filter_map(|(_, field)| match field {
                Field::Name(symbol) => Some(symbol),
                _ => None,
            });
            names.collect()
        }
        Constant::Number(_) | Constant::Label(..) | Constant::Instruction(_) => Vec::new(),
    }
}

/// The location of a name, which becomes one if it is none.
fn location(
    file: &File<'_>,
    at: usize,
    memory: &mut Memory,
    symbol: &Symbol,
) -> Result<Loc, Problem> {
    let first = match paged(file, symbol) {
        Some(Paged::Entry(name)) => memory.entry(name),
        Some(Paged::Physical(name)) => memory.location(name),
        None => memory.location(plain(file, at, symbol)?),
    };
    let Some(first) = first else { return too_many(file, at) };
    let Some(index) = symbol.index else { return Ok(first) };
    let name = &symbol.name;
    match memory.array(name).and_then(|_| memory.element(name, index)) {
        Some(at) => Ok(at),
        None => {
            let help = format!("declare it in the initial state: `int {name}[{}];`", index + 1);
            file.problem(at, format!("there is no element {index} of `{name}`"), help)
        }
    }
}

/// The value of a constant whose names are known.
pub(crate) fn constant(
    file: &File<'_>,
    at: usize,
    memory: &Memory,
    value: &Constant,
) -> Result<u64, Problem> {
    constant_at(file, at, memory, None, value)
}

/// The value of a constant that the page-table entry of a page holds or is compared with, if a page is given.
pub(crate) fn constant_at(
    file: &File<'_>,
    at: usize,
    memory: &Memory,
    page: Option<&str>,
    value: &Constant,
) -> Result<u64, Problem> {
    let address = |symbol: &Symbol| match element(file, at, memory, symbol)? {
        Some(at) => Ok(memory.address(at)),
        None => file.problem(at, "an unknown location is no value here", "name one of the test"),
    };
    let what = match value {
        Constant::Number(number) => return number_of(file, at, *number),
        Constant::Address(symbol) => {
            let address = address(symbol)?;
            return Ok(match (page, paged(file, symbol)) {
                // `pte_x=phy_y`: the usual entry of `y`.
                (Some(_), Some(Paged::Physical(_))) => Entry::of(address).value(),
                _ => address,
            });
        }
        Constant::Entry(fields) => {
            let page = page.and_then(|page| memory.element(page, 0));
            let mut entry = Entry::of(page.map_or(0, |page| memory.address(page)));
            for (key, field) in fields {
                let known = match field {
                    Field::Name(symbol) if key == "oa" => {
                        entry.frame = address(symbol)?;
                        true
                    }
                    Field::Number(number) => entry.set(key, *number != 0),
                    _ => false,
                };
                if !known {
                    let help = "use oa, valid, af, db, dbm and el0, each with a value";
                    let message = format!("there is no such field `{key}` of an entry here");
                    return file.problem(at, message, help);
                }
            }
            return Ok(entry.value());
        }
        Constant::Label(..) => "a label",
        Constant::Instruction(_) => "an instruction",
        Constant::Array(_) => "an array",
    };
    file.problem(at, format!("{what} is no value here"), "use a number or a location")
}

/// A number of the language of a test.
pub(crate) fn number_of(file: &File<'_>, at: usize, number: Value) -> Result<Value, Problem> {
    match file.language.number(number) {
        Some(number) => Ok(number),
        None => {
            let help =
                "numbers of C have 32 bits here, as in herd7: from -2147483648 to 4294967295";
            file.problem(at, "this number has more than 32 bits", help)
        }
    }
}

/// The location of a name that is known.
pub(crate) fn element(
    file: &File<'_>,
    at: usize,
    memory: &Memory,
    symbol: &Symbol,
) -> Result<Option<Loc>, Problem> {
    let index = symbol.index.unwrap_or(0);
    Ok(match paged(file, symbol) {
        Some(Paged::Entry(name)) => memory.element(&entry_name(name), 0),
        Some(Paged::Physical(name)) => memory.element(name, index),
        None => memory.element(plain(file, at, symbol)?, index),
    })
}

/// What of paging a name names.
pub(crate) enum Paged<'s> {
    /// The page-table entry of a name: `PTE(x)`, `pte_x`.
    Entry(&'s str),
    /// The physical memory of a name: `PA(x)`, `phy_x`.
    Physical(&'s str),
}

/// What of paging a name names, if the language knows page tables.
pub(crate) fn paged<'s>(file: &File<'_>, symbol: &'s Symbol) -> Option<Paged<'s>> {
    if file.language != Language::AArch64 {
        return None;
    }
    let name = &symbol.name;
    match symbol.view {
        syntax::View::Entry => Some(Paged::Entry(name)),
        syntax::View::Physical => Some(Paged::Physical(name)),
        syntax::View::Memory => match (name.strip_prefix("pte_"), name.strip_prefix("phy_")) {
            (Some(name), _) => Some(Paged::Entry(name)),
            (_, Some(name)) => Some(Paged::Physical(name)),
            _ => None,
        },
    }
}

/// The name of what is ordinary memory.
fn plain<'s>(file: &File<'_>, at: usize, symbol: &'s Symbol) -> Result<&'s str, Problem> {
    match symbol.view {
        syntax::View::Memory => Ok(&symbol.name),
        syntax::View::Entry | syntax::View::Physical => {
            let help = "only AArch64 tests have them";
            file.problem(at, "there are no page-table entries here", help)
        }
    }
}

pub(crate) fn too_many<T>(file: &File<'_>, at: usize) -> Result<T, Problem> {
    file.problem(at, "there are too many locations", "use at most 8,192 names")
}
