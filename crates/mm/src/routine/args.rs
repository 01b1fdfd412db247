//! The arguments that a scenario gives to a routine, and the guards it can disable.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::Code;
use crate::{Addr, FolioId, LockId, Notifier, TableId, Tlb};

/// A step that a routine relies on, and that scenarios can disable by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Guard {
    /// The name in scenarios.
    pub name: &'static str,
    /// What it guarantees, and what is lost without it.
    pub protects: &'static str,
    /// Why no scenario shows that it is needed, if none does.
    pub uncaught: Option<&'static str>,
}

impl Guard {
    /// A guard that some scenario shows to be needed.
    pub const fn new(name: &'static str, protects: &'static str) -> Guard {
        Guard { name, protects, uncaught: None }
    }

    /// Marks a guard that no scenario shows to be needed, with the reason.
    #[must_use]
    pub const fn uncaught(self, reason: &'static str) -> Guard {
        Guard { uncaught: Some(reason), ..self }
    }
}

/// The kind of value that an argument takes.
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
    /// What the CPU does, written out.
    Code,
}

/// One argument of a routine.
#[derive(Clone, Debug)]
pub struct ArgSpec {
    /// The name.
    pub name: &'static str,
    /// The kind of value that it takes.
    pub kind: ArgKind,
    /// The default; None if the scenario must give a value.
    pub default: Option<ArgValue>,
    /// The meaning.
    pub about: &'static str,
}

impl ArgSpec {
    /// `pmd`: the PMD that a reader walks.
    pub const PMD_TO_WALK: Self = Self::required("pmd", ArgKind::Pmd, "the PMD word to walk");
    /// `pmd`: the PMD that a routine works on.
    pub const PMD: Self = Self::required("pmd", ArgKind::Pmd, "the PMD word");
    /// `ptl`: the lock of a PMD.
    pub const PMD_LOCK: Self = Self::required("ptl", ArgKind::Lock, "the PMD lock");
    /// `ptl`: the lock of a page table.
    pub const PTE_LOCK: Self = Self::required("ptl", ArgKind::Lock, "the page-table lock");

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

/// The value of an argument, with names resolved.
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
    /// A TLB.
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
    /// What the CPU does.
    Code(Code),
}

/// Why arguments cannot be bound to a routine.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BindError {
    /// A required argument was not given.
    #[error("routine `{routine}` needs the argument `{arg}`: {about}")]
    Missing {
        /// The routine.
        routine: &'static str,
        /// The argument.
        arg: &'static str,
        /// The meaning of the argument.
        about: &'static str,
    },
    /// A value of the wrong kind was given.
    #[error("argument `{arg}` of routine `{routine}` has a value of the wrong kind")]
    WrongKind {
        /// The routine.
        routine: &'static str,
        /// The argument.
        arg: &'static str,
    },
}

/// Arguments that were checked against a routine's [`ArgSpec`]s, and the disabled guards.
#[derive(Clone, Debug, Default)]
pub struct Args {
    values: BTreeMap<&'static str, ArgValue>,
    off: Vec<String>,
    notifier: Notifier,
    /// Whether the routine asked for the notifier.
    listens: OnceLock<()>,
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
        | (ArgKind::Code, ArgValue::Code(_)) => true,
        (ArgKind::Choice(words), ArgValue::Choice(word)) => words.contains(word),
        _ => false,
    }
}

impl Args {
    /// Checks `given` against the routine's arguments and fills in the defaults. Unknown names are ignored
    /// here; the validation of the scenario reports them with their position. `notifier` is the one that the
    /// machine has if some routine [listens](Args::listens).
    ///
    /// # Errors
    /// When a required argument is missing or a value is of the wrong kind.
    pub fn bind(
        spec: &super::RoutineSpec,
        given: &BTreeMap<String, ArgValue>,
        off: &[&str],
        notifier: Notifier,
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
        let off = off.iter().map(|&guard| guard.to_owned()).collect();
        Ok(Args { values, off, notifier, listens: OnceLock::new() })
    }

    /// The mmu notifier, for a routine that is subscribed to it. Without a subscriber there is none, and nobody
    /// is told of invalidations.
    pub fn notifier(&self) -> Notifier {
        self.listens.get_or_init(|| ());
        self.notifier
    }

    /// Whether the routine that was built with these asked for the notifier.
    pub fn listens(&self) -> bool {
        self.listens.get().is_some()
    }

    /// The guards that are disabled.
    pub fn without(&self) -> &[String] {
        &self.off
    }

    /// Whether a guard is enabled, which it is unless the scenario lists it in `without`.
    pub fn on(&self, guard: Guard) -> bool {
        !self.off.iter().any(|off| off == guard.name)
    }
}

/// Getters by kind. [`Args::bind`] has stored a value of the right kind for every argument in the routine's
/// own table.
macro_rules! getter {
    ($name:ident, $variant:ident, $type:ty) => {
        #[doc = concat!("The value of an argument that takes an [`ArgKind::", stringify!($variant), "`].")]
        ///
        /// # Panics
        /// When the routine's own table has no such argument of this kind: a mistake that any test that
        /// builds the routine shows.
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
    getter!(code, Code, Code);
}
