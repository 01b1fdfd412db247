//! The arguments a scenario gives to a routine, and the guards it can switch off.

use std::collections::BTreeMap;

use super::litmus::Step;
use crate::{Addr, FolioId, LockId, TableId, Tlb};

/// A step that a routine relies on, and that scenarios can switch off by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Guard {
    /// Its name in scenarios.
    pub name: &'static str,
    /// What it protects: what goes wrong without it.
    pub protects: &'static str,
    /// Why no scenario shows that it is needed, if none does.
    pub uncaught: Option<&'static str>,
}

impl Guard {
    /// A guard that some scenario shows to be needed.
    pub const fn new(name: &'static str, protects: &'static str) -> Guard {
        Guard { name, protects, uncaught: None }
    }

    /// The same guard, which no scenario shows to be needed, for this reason.
    #[must_use]
    pub const fn uncaught(self, reason: &'static str) -> Guard {
        Guard { uncaught: Some(reason), ..self }
    }
}

/// What kind of value an argument takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArgKind {
    /// The name of a PMD word.
    Pmd,
    /// The name of a PMD that is read and written in two halves.
    Halves,
    /// The name of a PTE, on its own or in a table.
    Pte,
    /// The name of a word of data.
    Word,
    /// The name of a TLB.
    Tlb,
    /// The name of a lock.
    Lock,
    /// The name of a reader-writer semaphore.
    Sem,
    /// The name of a page table.
    Table,
    /// The name of a folio or a page.
    Folio,
    /// true or false.
    Bool,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A list of primitives and what they are done to.
    Steps,
}

/// One argument of a routine.
#[derive(Clone, Debug)]
pub struct ArgSpec {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub kind: ArgKind,
    /// What it is when the scenario does not say; None: the scenario must say.
    pub default: Option<ArgValue>,
    /// What it means.
    pub about: &'static str,
}

impl ArgSpec {
    /// An argument that the scenario must give.
    pub const fn required(name: &'static str, kind: ArgKind, about: &'static str) -> Self {
        ArgSpec { name, kind, default: None, about }
    }

    /// An argument with a default.
    pub const fn optional(
        name: &'static str,
        kind: ArgKind,
        default: ArgValue,
        about: &'static str,
    ) -> Self {
        ArgSpec { name, kind, default: Some(default), about }
    }
}

/// The value of an argument, names resolved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ArgValue {
    /// A PMD word.
    Pmd(Addr),
    /// The low and the high half of a PMD.
    Halves([Addr; 2]),
    /// A PTE.
    Pte(Addr),
    /// A word of data.
    Word(Addr),
    /// What a TLB holds.
    Tlb(Tlb),
    /// A lock.
    Lock(LockId),
    /// A semaphore.
    Sem(LockId),
    /// A page table.
    Table(TableId),
    /// A folio.
    Folio(FolioId),
    /// true or false.
    Bool(bool),
    /// One of the words of an [`ArgKind::Choice`].
    Choice(&'static str),
    /// Primitives in order.
    Steps(Vec<Step>),
}

/// Why arguments do not fit a routine.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BindError {
    /// A required argument was not given.
    #[error("routine `{routine}` needs the argument `{arg}`: {about}")]
    Missing {
        /// The routine.
        routine: &'static str,
        /// The argument.
        arg: &'static str,
        /// What it means.
        about: &'static str,
    },
    /// A value of another kind was given.
    #[error("argument `{arg}` of routine `{routine}` takes another kind of value")]
    WrongKind {
        /// The routine.
        routine: &'static str,
        /// The argument.
        arg: &'static str,
    },
}

/// Arguments that were checked against a routine's [`ArgSpec`]s, and the guards that are off.
#[derive(Clone, Debug)]
pub struct Args {
    values: BTreeMap<&'static str, ArgValue>,
    off: Vec<&'static str>,
}

fn fits(kind: ArgKind, value: &ArgValue) -> bool {
    match (kind, value) {
        (ArgKind::Pmd, ArgValue::Pmd(_))
        | (ArgKind::Halves, ArgValue::Halves(_))
        | (ArgKind::Pte, ArgValue::Pte(_))
        | (ArgKind::Word, ArgValue::Word(_))
        | (ArgKind::Tlb, ArgValue::Tlb(_))
        | (ArgKind::Sem, ArgValue::Sem(_))
        | (ArgKind::Lock, ArgValue::Lock(_))
        | (ArgKind::Table, ArgValue::Table(_))
        | (ArgKind::Folio, ArgValue::Folio(_))
        | (ArgKind::Bool, ArgValue::Bool(_))
        | (ArgKind::Steps, ArgValue::Steps(_)) => true,
        (ArgKind::Choice(words), ArgValue::Choice(word)) => words.contains(word),
        _ => false,
    }
}

impl Args {
    /// Checks `given` against the routine's arguments and fills in the defaults. Values of names the
    /// routine does not have are ignored here; the scenario's reader reports them with their place.
    ///
    /// # Errors
    /// When a required argument is missing or a value is of the wrong kind.
    pub fn bind(
        spec: &super::RoutineSpec,
        given: &BTreeMap<String, ArgValue>,
        off: &[&'static str],
    ) -> Result<Args, BindError> {
        let mut values = BTreeMap::new();
        for arg in spec.args {
            let value = given.get(arg.name).or(arg.default.as_ref()).ok_or(BindError::Missing {
                routine: spec.name,
                arg: arg.name,
                about: arg.about,
            })?;
            if !fits(arg.kind, value) {
                return Err(BindError::WrongKind { routine: spec.name, arg: arg.name });
            }
            values.insert(arg.name, value.clone());
        }
        Ok(Args { values, off: off.to_vec() })
    }

    /// Whether a guard is on, as it is unless the scenario says `without`.
    pub fn on(&self, guard: Guard) -> bool {
        !self.off.contains(&guard.name)
    }
}

/// Getters by kind. [`Args::bind`] has put a value of the right kind under every name in the
/// routine's own table.
macro_rules! getter {
    ($name:ident, $variant:ident, $type:ty) => {
        #[doc = concat!("The value of an argument that takes an [`ArgKind::", stringify!($variant), "`].")]
        ///
        /// # Panics
        /// When the routine's own table of arguments has no such argument: a slip in that table, which any
        /// test that builds the routine shows.
        pub fn $name(&self, name: &str) -> $type {
            match self.values.get(name) {
                Some(ArgValue::$variant(value)) => value.clone(),
                other => unreachable!("argument {name} is {other:?}"),
            }
        }
    };
}

impl Args {
    getter!(pmd, Pmd, Addr);
    getter!(halves, Halves, [Addr; 2]);
    getter!(pte, Pte, Addr);
    getter!(word, Word, Addr);
    getter!(tlb, Tlb, Tlb);
    getter!(sem, Sem, LockId);
    getter!(lock, Lock, LockId);
    getter!(table, Table, TableId);
    getter!(folio, Folio, FolioId);
    getter!(bool, Bool, bool);
    getter!(choice, Choice, &'static str);
    getter!(steps, Steps, Vec<Step>);
}
