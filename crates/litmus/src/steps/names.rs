//! The names that steps may use, and the addresses of what has them.

use pmdrace_mm::{Addr, CellKind, Cpus, FolioId, LockId, TableId, Tlb};

use super::check::register;
use super::functions::{FUNCTIONS, Function};
use crate::c::Vocabulary;

/// Something that a scenario names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Object {
    /// A word of memory.
    Word(Addr, CellKind),
    /// A spin lock.
    Lock(LockId),
    /// A reader-writer semaphore.
    Sem(LockId),
    /// A folio or a page.
    Folio(FolioId),
    /// A page table.
    Table(TableId),
    /// A TLB.
    Tlb(Tlb),
    /// The CPUs of one `[[cpu]]`.
    Cpus(Cpus),
}

impl Object {
    /// What it is, as a message says it.
    pub fn what(self) -> &'static str {
        match self {
            Object::Word(_, CellKind::Pmd) => "a PMD",
            Object::Word(_, CellKind::Pte) => "a PTE",
            Object::Word(_, CellKind::Counter | CellKind::Atomic) => "a count",
            Object::Word(..) => "a word",
            Object::Lock(_) => "a lock",
            Object::Sem(_) => "a semaphore",
            Object::Folio(_) => "a page",
            Object::Table(_) => "a page table",
            Object::Tlb(_) => "a TLB",
            Object::Cpus(_) => "a CPU",
        }
    }
}

/// Names of the kernel that steps say otherwise.
const OTHERWISE: [(&[&str], &str); 9] = [
    (&["NULL", "false"], "write 0"),
    (&["true"], "write 1"),
    (&["get_page", "page_ref_inc"], "use folio_get()"),
    (&["put_page"], "use folio_put()"),
    (
        &["flush_tlb_all", "flush_tlb_range", "flush_tlb_mm", "flush_pmd_tlb_range"],
        "use flush_tlb_page() of each TLB of [state], or flush_tlb() if there is none",
    ),
    (&["cpu_relax", "cond_resched", "barrier"], "leave it out"),
    (&["is_swap_pmd"], "write !pmd_none(x) && !pmd_present(x)"),
    (&["pmd_trans_huge_lock", "pmd_lock"], "write spin_lock() of the lock, and test the entry"),
    (&["BUG_ON", "VM_BUG_ON", "WARN_ON_ONCE", "VM_WARN_ON_ONCE"], "use WARN_ON()"),
];

/// Where objects begin, and how far apart they are: so far that no arithmetic on one leads to another by accident.
const BASE: u64 = 0xffff_c900_0000_0000;
const DISTANCE: u64 = 1 << 12;

/// The objects of a scenario, by name.
#[derive(Clone, Default, Debug)]
pub struct Names {
    objects: Vec<(String, Object)>,
}

impl Names {
    /// Adds an object.
    pub fn add(&mut self, name: impl Into<String>, object: Object) {
        self.objects.push((name.into(), object));
    }

    /// Whether something has this name.
    pub fn has(&self, name: &str) -> bool {
        self.objects.iter().any(|(known, _)| known == name)
    }

    /// The object of a number.
    pub(super) fn get(&self, number: usize) -> Option<Object> {
        self.objects.get(number).map(|(_, object)| *object)
    }

    /// The name of an object.
    pub(super) fn name(&self, number: usize) -> &str {
        self.objects.get(number).map_or("", |(name, _)| name)
    }

    /// A folio or page that has no word for its anon-exclusive flag: this one, or any.
    pub(super) fn unmarked(&self, wanted: Option<usize>) -> Option<&str> {
        let folios = self.objects.iter().enumerate().filter(|(number, (name, object))| {
            let asked = wanted.is_none_or(|wanted| wanted == *number);
            asked && name != "bystander" && matches!(object, Object::Folio(_))
        });
        let mut names = folios.map(|(_, (name, _))| name.as_str());
        names.find(|name| !self.objects.iter().any(|(of, _)| *of == format!("{name}.exclusive")))
    }

    /// The object or function that is spelled most like this, if some is.
    pub(super) fn near(&self, name: &str) -> Option<&str> {
        let objects = self.objects.iter().map(|(known, _)| known.as_str());
        let functions = FUNCTIONS.iter().map(|function| function.name);
        let far = |known: &&str| strsim::osa_distance(known, name);
        let nearest = objects.chain(functions).min_by_key(far)?;
        (far(&nearest) <= 1 + name.len() / 3).then_some(nearest)
    }

    /// The address of the object with a number.
    pub(super) fn address(number: usize) -> u64 {
        BASE + number as u64 * DISTANCE
    }

    /// The object at an address.
    pub(super) fn at(&self, address: u64) -> Option<Object> {
        let offset = address.checked_sub(BASE)?;
        (offset % DISTANCE == 0).then(|| self.get((offset / DISTANCE) as usize))?
    }

    /// Whether an address is one of an object, or between two.
    pub(super) fn is_inside(&self, address: u64) -> bool {
        (BASE..Names::address(self.objects.len())).contains(&address)
    }

    /// The address of an object; zero of one without a name.
    pub(super) fn address_of(&self, wanted: Object) -> u64 {
        let found = self.objects.iter().position(|(_, object)| *object == wanted);
        found.map_or(0, Names::address)
    }
}

impl Vocabulary for Names {
    fn object(&self, text: &str) -> Option<(usize, usize)> {
        let goes_on = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let begins =
            |name: &str| text.strip_prefix(name).is_some_and(|rest| !rest.starts_with(goes_on));
        let numbered = self.objects.iter().enumerate().map(|(number, (name, _))| (number, name));
        let found = numbered.filter(|(_, name)| begins(name)).max_by_key(|(_, name)| name.len());
        found.map(|(number, name)| (number, name.len()))
    }

    fn function(&self, name: &str) -> Option<(usize, usize)> {
        let number = FUNCTIONS.iter().position(|function| function.name == name)?;
        Some((number, FUNCTIONS[number].takes.len()))
    }

    fn usage(&self, name: &str) -> Option<String> {
        FUNCTIONS.iter().find(|function| function.name == name).map(Function::usage)
    }

    fn help(&self, name: &str) -> String {
        if let Some((_, help)) = OTHERWISE.iter().find(|(names, _)| names.contains(&name)) {
            return (*help).to_owned();
        }
        if FUNCTIONS.iter().any(|function| function.name == name) {
            return format!("call it: {name}(...)");
        }
        match self.near(name) {
            Some(known) => format!("did you mean `{known}`?"),
            _ if register(name).is_some() => "read into the register first".to_owned(),
            _ => "name a variable that was assigned, a word, lock, page or table of [state], or a \
                  function of `pmdrace list --steps`"
                .to_owned(),
        }
    }
}
