//! [`KernelRoutine`]: a kernel function out of a build, as a routine of a model.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use parking_lot::Mutex;
use pmdrace_kir::debug::Frame;
use pmdrace_kir::{Cause, Machine, MemoryError, Outcome, RunError, Value};
use pmdrace_mm::routine::{Args, Routine};
use pmdrace_mm::{CellKind, Ctx, LockId, Model, Note, kept};

use crate::cpu::{Asking, Known};
use crate::entry::{Returned, Setup, Then};
use crate::image::VMA;
use crate::layouts::Layouts;
use crate::quiet::Quiet;
use crate::sources::Sources;
use crate::spot::Spots;
use crate::{Build, Entry, Image, TreeError};

/// A kernel function that runs on one CPU of a model.
#[derive(Clone)]
pub struct KernelRoutine(Arc<Inner>);

struct Inner {
    entry: &'static Entry,
    function: &'static str,
    arguments: Vec<Value>,
    args: Args,
    found: Option<u64>,
    held: Option<LockId>,
    then: Vec<Then>,
    kinds: Vec<CellKind>,
    sources: Arc<Sources>,
    state: Mutex<State>,
}

struct State {
    machine: Machine,
    layouts: Arc<Layouts>,
    /// The fields that the image sets: type and offset.
    declared: HashSet<(String, u64)>,
    known: Known,
    /// Why the last run ended early, if it did.
    error: Option<RunError>,
    /// See [`KernelRoutine::heads`].
    heads: Vec<usize>,
}

impl KernelRoutine {
    /// Prepares an entry to run as a role of a model.
    ///
    /// # Errors
    /// If the build lacks a file of the entry, or its memory cannot be laid out.
    pub fn new(
        build: &Build,
        entry: &'static Entry,
        model: &Model,
        args: &Args,
    ) -> Result<KernelRoutine, TreeError> {
        let mut image = Image::new(build, entry.files, model)?;
        let setup = Setup { build, model, args };
        let arguments = (entry.arguments)(&mut image, &setup)?;
        let then = (entry.then)(&mut image, &setup, &arguments)?;
        let Image {
            machine, shared, locks, frames, tlb, allocator, layouts, declared, found, ..
        } = image;
        let known = Known {
            program: Arc::clone(machine.program()),
            target: build.target,
            entry,
            shared,
            locks,
            frames,
            tlb,
            allocator,
            chains: HashMap::new(),
            spots: Spots::new(
                Arc::clone(&build.sources),
                entry.files.first().copied().unwrap_or_default(),
            ),
            heads: BTreeSet::new(),
            new_heads: false,
            bug: false,
            assumptions: match model.kernel.notifier {
                Some(_) => BTreeSet::new(),
                None => BTreeSet::from(["nobody listens to the mmu notifier".to_owned()]),
            },
        };
        Ok(KernelRoutine(Arc::new(Inner {
            entry,
            function: (entry.function)(build.arch.kernel()),
            arguments,
            args: args.clone(),
            found,
            held: (entry.held)(args),
            then,
            kinds: kinds(model),
            sources: Arc::clone(&build.sources),
            state: Mutex::new(State {
                machine,
                layouts,
                declared,
                known,
                error: None,
                heads: Vec::new(),
            }),
        })))
    }

    /// Why the last run ended before the function returned, unless the engine had no answer: something that is not
    /// known, or an access that would fault.
    pub fn error(&self) -> Option<RunError> {
        self.0.state.lock().error.clone()
    }

    /// The reads of entries in the last run on which the address of a later access depended, by their number.
    pub fn heads(&self) -> Vec<usize> {
        self.0.state.lock().heads.clone()
    }

    /// Whether a read was found since this was last asked that heads an address dependency and was taken for one that
    /// does not.
    pub fn has_new_heads(&self) -> bool {
        std::mem::take(&mut self.0.state.lock().known.new_heads)
    }

    /// What the runs so far rest on: stubs, capabilities, static keys, constants.
    pub fn assumptions(&self) -> Vec<String> {
        let state = self.0.state.lock();
        let mut all = state.known.assumptions.clone();
        all.extend(state.machine.settings.consulted());
        let program = state.machine.program();
        for (region, at, size) in state.machine.memory.constants_read() {
            if region == VMA {
                let fields = state.layouts.fields(program, "vm_area_struct", at, size).into_iter();
                let unset = fields.filter(|(_, offset)| {
                    !state.declared.contains(&("vm_area_struct".to_owned(), *offset))
                });
                all.extend(unset.map(|(field, _)| format!("{field} of the mapping is 0")));
            } else {
                all.insert(format!("the variable {region} has the value of an idle kernel"));
            }
        }
        all.into_iter().collect()
    }

    /// Whether one barrier of the architecture is `smp_rmb()` and `smp_wmb()`.
    pub(crate) fn has_light_barriers(&self) -> bool {
        self.0.state.lock().known.target.light_barriers
    }

    /// Where the run is, or was when it ended: the functions, innermost first.
    pub fn place(&self) -> String {
        let state = self.0.state.lock();
        let trace = state.machine.trace();
        let said = trace.iter().map(|frame| {
            format!("{} {}:{}", frame.function, self.0.sources.relative(&frame.file), frame.line)
        });
        said.collect::<Vec<_>>().join(" < ")
    }
}

impl Inner {
    /// Where a run ended, in words.
    fn place_of(&self, trace: &[Frame]) -> String {
        trace.first().map_or(String::new(), |frame| {
            let file = self.sources.relative(&frame.file);
            format!(" in {}() at {file}:{}", frame.function, frame.line)
        })
    }
}

impl Routine for KernelRoutine {
    fn run(&self, k: &Ctx<'_>) {
        let inner = &*self.0;
        let mut state = inner.state.lock();
        let State { machine, known, error, heads, .. } = &mut *state;
        *error = None;
        heads.clear();
        known.bug = false;
        let frames = known.frames;
        let program = Arc::clone(&known.program);
        let quiet = Quiet::new(k.cpu);
        let k = Ctx { cpu: &quiet, kernel: k.kernel };
        let mut functions = || {
            if let Some(lock) = inner.held {
                k.cpu.spin_lock(lock);
            }
            let mut asking = Asking::new(k, &quiet, known, &inner.kinds, heads);
            let mut outcome = machine.run(&mut asking, inner.function, &inner.arguments);
            let mut result = inner.entry.result;
            let mut returned = Vec::new();
            let mut then = inner.then.iter();
            loop {
                match outcome {
                    Ok(Outcome::Returned(value)) => {
                        asking.run_callbacks();
                        returned.push(value.bits());
                        if let Some(text) = value.bits().and_then(result) {
                            k.cpu.note(Note::Return(text));
                        }
                    }
                    Ok(Outcome::Stopped(_)) => return None,
                    Err(RunError {
                        cause: Cause::Memory(MemoryError::Unmapped { address, .. }),
                        trace,
                    }) if frames.covers(address) && program.symbol_at(address).is_none() => {
                        k.cpu.note(Note::Return(FAULT));
                        // Nobody waits for a lock whose holder has crashed: what led there is told by itself, if it
                        // is the kernel's fault and not that of what it was given.
                        if asking.locks_held > 0 {
                            let place = inner.place_of(&trace);
                            k.cpu.note(Note::Bound(kept(&format!("a fault{place}"))));
                            k.cpu.note(Note::Stop);
                        }
                        return None;
                    }
                    // What follows a BUG() is not there.
                    Err(_) if asking.known.bug => {
                        k.cpu.note(Note::Stop);
                        return None;
                    }
                    Err(other) => {
                        let place = inner.place_of(&other.trace);
                        k.cpu.note(Note::Bound(kept(&format!("{}{place}", other.cause))));
                        k.cpu.note(Note::Stop);
                        *error = Some(other);
                        return None;
                    }
                }
                let mut next = then.next();
                while let Some(one) = next
                    && !(one.when)(&returned)
                {
                    returned.push(None);
                    next = then.next();
                }
                let Some(next) = next else { break };
                outcome = machine.go_on(&mut asking, next.function, &next.arguments);
                result = next.result;
            }
            if let Some(lock) = inner.held {
                k.cpu.spin_unlock(lock);
            }
            let value = returned.first().copied().flatten().unwrap_or(0);
            let seen = asking.seen(&inner.args, k.kernel, value);
            (inner.entry.ends)(&seen, &mut |note| k.cpu.note(note));
            let found = inner.found.and_then(|at| machine.memory.read_int(at, 8).ok());
            Some(Returned { value, found: found.unwrap_or(0) })
        };
        (inner.entry.caller)(&k, &inner.args, &mut functions);
        quiet.ends();
    }
}

/// What a run says that ends in a fault.
pub(crate) const FAULT: &str = "a real kernel would fault here";
/// What a transcription says that ends where the kernel begins its walk again, having changed nothing.
pub(crate) const AGAIN: &str = "begins again";

/// The kinds of a model's cells.
fn kinds(model: &Model) -> Vec<CellKind> {
    model.cells.iter().map(|cell| cell.kind).collect()
}
