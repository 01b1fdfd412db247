//! [`Probe`]: what a tree's configuration makes of addresses, page frames and entries.
//!
//! `probe.c` is compiled with the flags with which the tree compiles its own mm/gup.c. Each of its functions
//! answers one question and touches no shared memory.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;
use pmdrace_kir::{Ask, Machine, Memory, Module, Outcome, Program, Region, Reply, Value};

use crate::TreeError;
use crate::arch::{Target, VARIABLES};

/// Where it is compiled to, in the build directory.
pub(crate) const FILE: &str = "pmdrace/probe.ll";
/// Its source.
pub(crate) const SOURCE: &str = include_str!("probe.c");

type Asked = (String, Vec<u64>);

/// The compiled probe.
pub(crate) struct Probe {
    machine: Mutex<(Machine, HashMap<Asked, u64>)>,
}

impl Probe {
    pub(crate) fn new(module: Module, target: &'static Target) -> Result<Probe, TreeError> {
        let mut machine = Machine::new(Arc::new(Program::link([module])?));
        declare_variables(&mut machine, target)?;
        machine.settings.other_capabilities = Some(false);
        machine.settings.other_keys = Some(false);
        let mut probe = Probe { machine: Mutex::new((machine, HashMap::new())) };
        let mut settings = probe.machine.get_mut().0.settings.clone();
        (target.settings)(&mut settings, &probe)?;
        probe.machine.get_mut().0.settings = settings;
        Ok(probe)
    }

    /// Asks one function of the probe.
    ///
    /// # Errors
    /// If the tree's configuration has none of this name, or it does not run.
    pub(crate) fn ask(&self, name: &str, arguments: &[u64]) -> Result<u64, TreeError> {
        let asked = (name.to_owned(), arguments.to_vec());
        let (machine, known) = &mut *self.machine.lock();
        if let Some(value) = known.get(&asked) {
            return Ok(*value);
        }
        let values: Vec<Value> = arguments.iter().map(|bits| Value::new(*bits)).collect();
        let mut host = |_: &Ask<'_>, _: &mut Memory| Reply::Unknown;
        let outcome = machine.run(&mut host, &format!("pmdrace_{name}"), &values)?;
        let value = match outcome {
            Outcome::Returned(value) => value.bits(),
            Outcome::Stopped(_) => None,
        };
        let value =
            value.ok_or_else(|| TreeError::Entry(format!("the probe {name} has no value")))?;
        known.insert(asked, value);
        Ok(value)
    }
}

/// Declares the variables of a kernel that has booted, as far as a program has them.
pub(crate) fn declare_variables(machine: &mut Machine, target: &Target) -> Result<(), TreeError> {
    for variable in VARIABLES.iter().chain(target.variables) {
        if machine.program().symbol(variable.name).is_none() {
            continue;
        }
        let region = if variable.private { Region::Private } else { Region::Constant };
        let address = match machine.map_variable(variable.name, region) {
            Ok(address) => address,
            // An array of a length that no file says.
            Err(_) => array(machine, variable.name, region)?,
        };
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
