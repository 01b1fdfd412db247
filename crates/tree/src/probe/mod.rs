//! [`Probe`]: what a tree's configuration makes of addresses, page frames and entries.
//!
//! `probe.c` is compiled with the flags with which the tree compiles its own mm/gup.c. Each of its functions
//! answers one question and touches no shared memory.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use parking_lot::{Mutex, RwLock};
use pmdrace_kir::{
    Ask, Effect, Kind, Machine, Memory, Module, Outcome, Program, Region, Reply, Value,
};

use crate::arch::{Current, Target, VARIABLES};
use crate::{Plan, TreeError};

/// Where it is compiled to, in the build directory.
pub(crate) const FILE: &str = "pmdrace/probe.ll";
/// Its source.
pub(crate) const SOURCE: &str = include_str!("probe.c");
/// What the probe of a build must answer when it is asked for its version: FNV-1a of the source that it is
/// compiled from. A build that an older version of this crate made answers something else.
pub const PROBE_VERSION: u64 = fnv(SOURCE.as_bytes());

/// The header that marks where helpers answer, in the build directory.
pub(crate) const MARKS: &str = "pmdrace/marks.h";
/// Its text.
pub(crate) const MARKS_SOURCE: &str = include_str!("marks.h");

const fn fnv(bytes: &[u8]) -> u64 {
    let (mut hash, mut at) = (0xcbf2_9ce4_8422_2325_u64, 0);
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x100_0000_01b3);
        at += 1;
    }
    hash
}

/// How many answers of each function are remembered.
const REMEMBERED: usize = 1 << 16;
/// Of a bug table's flags, the one that tells a warning from a bug (asm-generic/bug.h).
const WARNING: u64 = 1;

/// The answers of one function, by its arguments.
type Known = HashMap<[u64; 2], u64>;

/// The compiled probe.
#[derive(Debug)]
pub(crate) struct Probe {
    machine: Mutex<Hidden>,
    known: RwLock<HashMap<String, Known>>,
}

/// A machine, which has nothing to show.
struct Hidden(Machine);

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Machine")
    }
}

impl Probe {
    /// The probe of a build directory, together with files of the architecture that define what headers declare.
    pub(crate) fn new(
        directory: &Path,
        modules: Vec<Module>,
        target: &'static Target,
    ) -> Result<Probe, TreeError> {
        let mut machine = Machine::new(Arc::new(link(modules, target)?));
        machine.settings.other_capabilities = Some(false);
        machine.settings.other_keys = Some(false);
        let mut probe = Probe { machine: Mutex::new(Hidden(machine)), known: RwLock::default() };
        if probe.ask("version", &[]).ok() != Some(PROBE_VERSION) {
            return Err(TreeError::Unsupported {
                what: format!(
                    "{} was compiled from the source of another version of pmdrace",
                    directory.join(FILE).display()
                ),
                remedy: format!("{} again, and nothing else anew", Plan::remedy(directory)),
            });
        }
        let fields = target.variables.iter().flat_map(|variable| variable.fields);
        let places = fields.map(|(name, _)| Ok((*name, probe.ask(name, &[])?)));
        let places = places.collect::<Result<HashMap<_, _>, TreeError>>()?;
        let place = |name: &str| Ok(places.get(name).copied().unwrap_or(0));
        declare_variables(&mut probe.machine.get_mut().0, target, &place)?;
        let mut settings = probe.machine.get_mut().0.settings.clone();
        (target.settings)(&mut settings, &probe)?;
        probe.machine.get_mut().0.settings = settings;
        if let Current::Own(at) = target.current {
            let (size, fields) = (probe.ask("own_size", &[])?, (target.own)(&probe)?);
            own(&mut probe.machine.get_mut().0, at, size, &fields)?;
        }
        // What was asked so far was answered without them.
        probe.known.get_mut().clear();
        Ok(probe)
    }

    /// Declares the CPU's own struct.
    ///
    /// # Errors
    /// If something else is there.
    pub(crate) fn declare_own(
        &self,
        machine: &mut Machine,
        at: u64,
        target: &Target,
    ) -> Result<(), TreeError> {
        own(machine, at, self.ask("own_size", &[])?, &(target.own)(self)?)
    }

    /// Whether the tree's configuration has something of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        let machine = &self.machine.lock().0;
        let program = machine.program();
        program.symbol(&format!("pmdrace_{name}")).is_some_and(|symbol| program.is_defined(symbol))
    }

    /// Asks one function of the probe.
    ///
    /// # Errors
    /// If the tree's configuration has none of this name, or it does not run.
    pub(crate) fn ask(&self, name: &str, arguments: &[u64]) -> Result<u64, TreeError> {
        let mut asked = [0; 2];
        for (place, argument) in asked.iter_mut().zip(arguments) {
            *place = *argument;
        }
        if let Some(value) = self.known.read().get(name).and_then(|known| known.get(&asked)) {
            return Ok(*value);
        }
        let value = self.run(name, arguments)?;
        let mut all = self.known.write();
        if !all.contains_key(name) {
            all.insert(name.to_owned(), Known::new());
        }
        if let Some(known) = all.get_mut(name)
            && known.len() < REMEMBERED
        {
            known.insert(asked, value);
        }
        Ok(value)
    }

    fn run(&self, name: &str, arguments: &[u64]) -> Result<u64, TreeError> {
        let values: Vec<Value> = arguments.iter().map(|bits| Value::new(*bits)).collect();
        let mut host = |ask: &Ask<'_>, _: &mut Memory| alone(ask.kind);
        let machine = &mut self.machine.lock().0;
        let value = match machine.run(&mut host, &format!("pmdrace_{name}"), &values)? {
            Outcome::Returned(value) => value.bits(),
            Outcome::Stopped(_) => None,
        };
        value.ok_or_else(|| TreeError::Entry(format!("the probe {name} has no value")))
    }
}

/// What a CPU that shares no memory is answered: barriers order nothing, and a warning is none of its result.
fn alone(kind: Kind<'_>) -> Reply {
    match kind {
        Kind::Fence(_) | Kind::Instruction { effect: Effect::Barrier, .. } => Reply::Done,
        Kind::Instruction { effect: Effect::Trap { flags: Some(flags) }, .. }
            if flags & WARNING != 0 =>
        {
            Reply::Done
        }
        _ => Reply::Unknown,
    }
}

fn own(machine: &mut Machine, at: u64, size: u64, fields: &[(u64, u64)]) -> Result<(), TreeError> {
    let bytes = vec![0; usize::try_from(size).unwrap_or(usize::MAX)];
    machine.memory.map("the CPU's own struct", at, Region::Private, &bytes)?;
    for (offset, value) in fields {
        machine.memory.write_int(at + offset, 8, *value)?;
    }
    Ok(())
}

/// Links files, with variables of which the address matters in their places.
pub(crate) fn link(
    modules: impl IntoIterator<Item = Module>,
    target: &Target,
) -> Result<Program, TreeError> {
    let mut program = Program::link(modules)?;
    for variable in target.variables {
        if let Some(at) = variable.at {
            program.place(variable.name, at);
        }
    }
    Ok(program)
}

/// Declares the variables of a kernel that has booted, as far as a program has them. `place` is what the probe says of
/// a field: its offset, and in the lowest byte its length.
pub(crate) fn declare_variables(
    machine: &mut Machine,
    target: &Target,
    place: &dyn Fn(&str) -> Result<u64, TreeError>,
) -> Result<(), TreeError> {
    for variable in VARIABLES.iter().chain(target.variables) {
        if variable.at.is_some() || machine.program().symbol(variable.name).is_none() {
            continue;
        }
        let region = if variable.private { Region::Private } else { Region::Constant };
        let address = match machine.map_variable(variable.name, region) {
            Ok(address) => address,
            // An array of a length that no file says.
            Err(_) => array(machine, variable.name, region)?,
        };
        for (field, value) in variable.fields {
            let place = place(field)?;
            let size = usize::from(place.to_le_bytes()[0]);
            machine.memory.write_int(address + (place >> 8), size, *value)?;
        }
        if !variable.fields.is_empty() {
            continue;
        }
        // A variable that is shorter than a word refuses a longer value.
        let written = |size| machine.memory.write_int(address, size, variable.value).is_ok();
        let _ = [8, 4, 1].into_iter().any(written);
    }
    Ok(())
}

/// Declares the first words of an array: zeros.
fn array(machine: &mut Machine, name: &str, region: Region) -> Result<u64, TreeError> {
    let program = Arc::clone(machine.program());
    let symbol = program.symbol(name);
    let address = symbol.map_or(0, |symbol| program.address(symbol));
    machine.memory.map(name, address, region, &[0; 512])?;
    Ok(address)
}
