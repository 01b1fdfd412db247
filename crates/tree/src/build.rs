//! [`Build`]: a build directory of a kernel tree, with the LLVM IR that its makefiles made.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::Mutex;
use pmdrace_kir::{Module, Program};
use pmdrace_pgtable::{ARCHITECTURES, Arch};

use crate::arch::{TARGETS, Target};
use crate::layouts::Layouts;
use crate::plan::known;
use crate::probe::{self, Probe};
use crate::{Entry, Plan, TreeError};

/// The file whose command says how the tree compiles C, and which every build has.
const FIRST: &str = "mm/gup";

/// A build directory.
pub struct Build {
    directory: PathBuf,
    release: String,
    compiler: String,
    pub(crate) target: &'static Target,
    pub(crate) arch: &'static dyn Arch,
    pub(crate) probe: Probe,
    pub(crate) layouts: Arc<Layouts>,
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
            target.make,
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
        let probe = Probe::new(Module::read(probe::FILE, text)?, target)?;
        let (directory, programs) = (directory.to_owned(), Mutex::default());
        let layouts = Arc::default();
        Ok(Build { directory, release, compiler, target, arch, probe, layouts, programs })
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

    /// Opens and links files of the build, named as in the tree without their extension, with those of its
    /// architecture that it has.
    ///
    /// # Errors
    /// If one is missing or not understood.
    pub fn program(&self, files: &[&str]) -> Result<Arc<Program>, TreeError> {
        let own = self.target.files.iter().filter(|file| !files.contains(file));
        let own = own.filter(|file| self.directory.join(format!("{file}.ll")).is_file());
        let key: Vec<String> = files.iter().chain(own).map(|file| (*file).to_owned()).collect();
        let mut programs = self.programs.lock();
        if let Some(program) = programs.get(&key) {
            return Ok(Arc::clone(program));
        }
        let modules = key.iter().map(|file| module(&self.directory, file));
        let program = Arc::new(Program::link(modules.collect::<Result<Vec<_>, _>>()?)?);
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
    let mine = |name: &&str| name.split('@').next() == Some(target.make);
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
