//! What is declared about the CPU and the kernel: capabilities, static keys, registers, limits.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Machine, Run};
use crate::error::Cause;

/// What one run may take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Instructions, of LLVM and of inline assembly.
    pub steps: u64,
    /// Questions to the host.
    pub events: u32,
    /// Calls within each other.
    pub depth: usize,
    /// Bytes of stack.
    pub stack: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { steps: 5_000_000, events: 4096, depth: 100, stack: 1 << 18 }
    }
}

/// What is declared about the CPU and the kernel.
///
/// A capability or static key that the code asks for and that is not declared ends the run with an error that
/// names it, unless `other_capabilities` or `other_keys` says what the rest are.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Capabilities that alternatives are chosen by, under the kernel's numbers.
    pub capabilities: HashMap<u32, bool>,
    /// What the other capabilities are.
    pub other_capabilities: Option<bool>,
    /// Static keys by the name of their variable; `name+8` for one that is 8 bytes into it.
    pub static_keys: HashMap<String, bool>,
    /// What the other static keys are.
    pub other_keys: Option<bool>,
    /// System registers by name: `sp_el0`, `gs_base`.
    pub registers: HashMap<String, u64>,
    /// Functions that the host is asked about though a file defines them.
    pub asked: HashSet<String>,
    /// Copies of so many bytes that the host is asked about as if they were calls of these functions, with both
    /// addresses as arguments: a kernel copies pages in this way where it has no function for it.
    pub copies: HashMap<u64, String>,
    /// What one run may take.
    pub limits: Limits,
    /// Which capabilities the code has asked for so far.
    capabilities_asked: BTreeMap<u32, bool>,
    /// The same of static keys.
    keys_asked: BTreeMap<String, bool>,
}

impl Settings {
    /// Which capabilities and static keys runs have asked for, with what was declared: verdicts depend on them.
    pub fn consulted(&self) -> impl Iterator<Item = String> {
        let state = |on: &bool| if *on { "on" } else { "off" };
        let capabilities = self.capabilities_asked.iter();
        let keys = self.keys_asked.iter();
        capabilities
            .map(move |(number, on)| format!("capability {number} is {}", state(on)))
            .chain(keys.map(move |(name, on)| format!("static key {name} is {}", state(on))))
    }
}

impl Machine {
    pub(crate) fn capability(&mut self, number: u32) -> Run<bool> {
        let settings = &mut self.settings;
        let known = settings.capabilities.get(&number).copied().or(settings.other_capabilities);
        let Some(on) = known else {
            return Err(Cause::Undeclared(format!("capability {number}")).into());
        };
        settings.capabilities_asked.insert(number, on);
        Ok(on)
    }

    pub(crate) fn static_key(&mut self, name: &str) -> Run<bool> {
        let settings = &mut self.settings;
        let known = settings.static_keys.get(name).copied().or(settings.other_keys);
        let Some(on) = known else {
            return Err(Cause::Undeclared(format!("the static key {name}")).into());
        };
        match settings.keys_asked.get_mut(name) {
            Some(known) => *known = on,
            None => {
                settings.keys_asked.insert(name.to_owned(), on);
            }
        }
        Ok(on)
    }
}
