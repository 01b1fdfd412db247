//! [`Build`]: a build directory of a kernel tree, with the LLVM IR that its makefiles made.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use parking_lot::Mutex;
use pmdrace_kir::{Module, Program};
use pmdrace_pgtable::{ARCHITECTURES, Arch};

use crate::arch::{TARGETS, Target};
use crate::layouts::Layouts;
use crate::plan::known;
use crate::probe::{self, Probe};
use crate::sources::Sources;
use crate::{Entry, Plan, TreeArch, TreeError};

/// The file whose command says how the tree compiles C, and which every build has.
const FIRST: &str = "mm/gup";

/// An option with which the C cannot be run, why, and what to do.
type Hinders = (&'static str, &'static str, &'static str);

const INLINED: &str = "its locks are not calls, so that nobody sees who holds one";
const PREEMPT: &str = "configure it with CONFIG_PREEMPT=y in a build directory of its own";
const CHECKS: &str = "its checks read what no model has";
const WITHOUT: &str = "switch that off in a build directory of its own";

/// Such options; the first does not hinder where an unlock is known by its store.
static HINDERS: &[Hinders] = &[
    ("INLINE_SPIN_UNLOCK", INLINED, PREEMPT),
    ("DEBUG_VM", CHECKS, WITHOUT),
    ("LOCKDEP", CHECKS, WITHOUT),
    ("KASAN", CHECKS, WITHOUT),
    ("KCSAN", CHECKS, WITHOUT),
];

/// A build directory.
pub struct Build {
    directory: PathBuf,
    release: String,
    compiler: String,
    pub(crate) target: &'static Target,
    pub(crate) arch: &'static dyn Arch,
    pub(crate) probe: Arc<Probe>,
    tree_arch: OnceLock<&'static TreeArch>,
    hinders: Option<&'static Hinders>,
    pub(crate) layouts: Arc<Layouts>,
    pub(crate) sources: Arc<Sources>,
    /// The files that were linked so far, together with which others.
    programs: Mutex<HashMap<Vec<String>, Arc<Program>>>,
}

impl Build {
    /// Opens a build directory.
    ///
    /// # Errors
    /// If it is none, lacks the files that [`Plan`] makes, or is of a release or for an architecture that no
    /// routine of pmdrace was read from.
    pub fn open(directory: &Path) -> Result<Build, TreeError> {
        let release = read(directory, Path::new("include/config/kernel.release"))?;
        let release = release.trim().to_owned();
        let first_file = format!("{FIRST}.ll");
        let sources = Arc::new(Sources::of(&read(directory, Path::new(&first_file))?, FIRST));
        let first = module(directory, FIRST)?;
        let target =
            TARGETS.iter().copied().find(|target| first.triple().starts_with(target.triple));
        let target = target.ok_or_else(|| TreeError::Unsupported {
            what: format!("{} is built for {}", directory.display(), first.triple()),
            remedy: format!("builds for {} can be run", known()),
        })?;
        let mut numbers = release.split('.');
        let era = format!(
            "{}@{}.{}",
            target.name,
            numbers.next().unwrap_or_default(),
            numbers.next().unwrap_or_default()
        );
        let arch = ARCHITECTURES.iter().copied().find(|arch| arch.name() == era);
        let arch = arch.ok_or_else(|| TreeError::Unsupported {
            what: format!("{} is a build of Linux {release}", directory.display()),
            remedy: format!("there are transcriptions of {}", eras(target)),
        })?;
        let compiler = first.compiler().unwrap_or("an unnamed compiler").to_owned();
        let text = read(directory, Path::new(probe::FILE))?;
        let own = target.files.iter().filter(|file| has(directory, file));
        let mut modules = vec![Module::read(probe::FILE, text)?];
        modules.extend(own.map(|file| module(directory, file)).collect::<Result<Vec<_>, _>>()?);
        let probe = Arc::new(Probe::new(directory, modules, target)?);
        let (directory, programs) = (directory.to_owned(), Mutex::default());
        let mut hinders = None;
        for one in HINDERS {
            let on = probe.ask(&format!("config_{}", one.0), &[])? != 0;
            let known = one.1 == INLINED && target.unlocks_by_store;
            hinders = hinders.or(Some(one).filter(|_| on && !known));
        }
        let (layouts, tree_arch) = (Arc::default(), OnceLock::new());
        let build = Build {
            directory,
            release,
            compiler,
            target,
            arch,
            probe,
            tree_arch,
            hinders,
            layouts,
            sources,
            programs,
        };
        Ok(build)
    }

    /// The release of the kernel: `6.12.117`.
    pub fn release(&self) -> &str {
        &self.release
    }

    /// The compiler, as it named itself.
    pub fn compiler(&self) -> &str {
        &self.compiler
    }

    /// The shipped architecture whose transcriptions are of this release.
    pub fn arch(&self) -> &'static dyn Arch {
        self.arch
    }

    /// Whether the C of this configuration can be run.
    ///
    /// # Errors
    /// Names the option that keeps it from that, and what to do.
    pub fn is_runnable(&self) -> Result<(), TreeError> {
        let Some((option, why, remedy)) = self.hinders else { return Ok(()) };
        let what = format!("the build has CONFIG_{option}: {why}");
        Err(TreeError::Unsupported { what, remedy: (*remedy).to_owned() })
    }

    /// A line of a file of the tree that the build was made of, from 1, without the spaces around it; None if it cannot be
    /// read. It is read now: the tree may have changed since.
    pub fn source_line(&self, file: &str, line: u32) -> Option<String> {
        self.sources.line(file, line)
    }

    /// The architecture as this build has it, with its own helpers and configuration, under the name
    /// `arm64@tree`. [`Build::arch`] is the shipped one that it resembles. It lives as long as the process.
    ///
    /// # Errors
    /// If a helper of the build does not run.
    pub fn tree_arch(&self) -> Result<&'static dyn Arch, TreeError> {
        if let Some(arch) = self.tree_arch.get() {
            return Ok(*arch);
        }
        let made = TreeArch::new(self)?;
        Ok(*self.tree_arch.get_or_init(|| Box::leak(Box::new(made))))
    }

    /// Opens and links files of the build, named as in the tree without their extension, with those of its
    /// architecture that it has.
    ///
    /// # Errors
    /// If one is missing or not understood.
    pub fn program(&self, files: &[&str]) -> Result<Arc<Program>, TreeError> {
        let own = self.target.files.iter().filter(|file| !files.contains(file));
        let own = own.filter(|file| has(&self.directory, file));
        let key: Vec<String> = files.iter().chain(own).map(|file| (*file).to_owned()).collect();
        let mut programs = self.programs.lock();
        if let Some(program) = programs.get(&key) {
            return Ok(Arc::clone(program));
        }
        let modules = key.iter().map(|file| module(&self.directory, file));
        let program = Arc::new(probe::link(modules.collect::<Result<Vec<_>, _>>()?, self.target)?);
        programs.insert(key, Arc::clone(&program));
        Ok(program)
    }

    /// Whether the build provides an entry: all its files are there, and one defines its function.
    ///
    /// # Errors
    /// Says what it lacks.
    pub fn provides(&self, entry: &Entry) -> Result<(), TreeError> {
        let program = self.program(entry.files)?;
        let function = (entry.function)(self.arch.kernel());
        let defined = program.symbol(function).is_some_and(|symbol| program.is_defined(symbol));
        let files = entry.files.join(".ll, ");
        let missing = || TreeError::Entry(format!("no {function}() in {files}.ll"));
        if defined { Ok(()) } else { Err(missing()) }
    }
}

fn eras(target: &Target) -> String {
    let names = ARCHITECTURES.iter().map(|arch| arch.name());
    let mine = |name: &&str| name.split('@').next() == Some(target.name);
    names.filter(mine).collect::<Vec<_>>().join(" and ")
}

/// The largest file that is read: that of kernel/events/core.c has 7 MB.
const LARGEST: u64 = 256 << 20;

pub(crate) fn read(directory: &Path, file: &Path) -> Result<String, TreeError> {
    let path = directory.join(file);
    let failed =
        |source| TreeError::File { path: path.clone(), source, remedy: Plan::remedy(directory) };
    let found = fs::metadata(&path).map_err(failed)?;
    if !found.is_file() || found.len() > LARGEST {
        return Err(TreeError::Unsupported {
            what: format!("{} is no file, or larger than 256 MiB", path.display()),
            remedy: Plan::remedy(directory),
        });
    }
    fs::read_to_string(&path).map_err(failed)
}

fn has(directory: &Path, file: &str) -> bool {
    directory.join(format!("{file}.ll")).is_file()
}

fn module(directory: &Path, file: &str) -> Result<Module, TreeError> {
    let name = format!("{file}.ll");
    let text = read(directory, Path::new(&name))?;
    if let Some(node) = dangling(&text) {
        return Err(TreeError::Unsupported {
            what: format!("{name} ends early: it refers to !{node}, which is not there"),
            remedy: format!("remove it; {}", Plan::remedy(directory)),
        });
    }
    Ok(Module::read(name, text)?)
}

/// The last metadata node that a file refers to, if the file does not have it: what is cut off ends with nodes that
/// others need, and without them functions would lose their names.
fn dangling(text: &str) -> Option<u64> {
    let bytes = text.as_bytes();
    let (mut defined, mut referred) = (None, None);
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| *byte == b'!') {
        let start = at + found + 1;
        let digits =
            bytes[start..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let begins = found + at == 0 || bytes[at + found - 1] == b'\n';
        if let Ok(number) = text[start..start + digits].parse::<u64>() {
            let list = if begins { &mut defined } else { &mut referred };
            *list = (*list).max(Some(number));
        }
        at = start + digits;
    }
    referred.filter(|last| Some(*last) > defined)
}
