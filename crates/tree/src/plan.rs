//! [`Plan`]: the commands that make a build directory that [`crate::Build`] can open.
//!
//! Nothing is run here. A configuration that is there already is kept; without one the plan begins with the
//! architecture's default and switches on what the shipped routines and bit tables assume, so that they can be
//! compared with the build.

use std::fs;
use std::path::{Path, PathBuf};

use crate::arch::{TARGETS, Target};
use crate::build::read;
use crate::{TreeError, entry, probe};

/// The version of LLVM that is asked for unless another is.
pub const LLVM: u8 = 19;

/// Options that every plan without a configuration switches on.
const OPTIONS: &[&str] = &[
    "TRANSPARENT_HUGEPAGE",
    "TRANSPARENT_HUGEPAGE_MADVISE",
    "KSM",
    "NUMA_BALANCING",
    "LRU_GEN",
    "LRU_GEN_ENABLED",
    "MEMORY_HOTPLUG",
    "MEMORY_HOTREMOVE",
    "MEMORY_FAILURE",
    "ZONE_DEVICE",
    "DEVICE_PRIVATE",
    "TEST_HMM",
    "USERFAULTFD",
];

/// Files that compile with an option only.
const NEEDS: &[(&str, &str)] = &[("fs/userfaultfd", "USERFAULTFD")];

/// One tree, architecture and build directory.
pub struct Plan {
    tree: PathBuf,
    out: PathBuf,
    target: &'static Target,
    llvm: String,
    /// The files that do not compile with the configuration that is there.
    lacks: Vec<&'static str>,
}

/// One command: the program and its arguments.
pub type Command = Vec<String>;

impl Plan {
    /// A plan to build `tree` for an architecture in the directory `out`. The architecture has the kernel's name
    /// (`ARCH=`), or that of the shipped one.
    ///
    /// # Errors
    /// If `tree` is no kernel tree, or builds for the architecture cannot be run.
    pub fn new(tree: &Path, arch: &str, out: &Path, llvm: &str) -> Result<Plan, TreeError> {
        let target =
            TARGETS.iter().copied().find(|target| [target.make, target.name].contains(&arch));
        let target = target.ok_or_else(|| TreeError::Unsupported {
            what: format!("builds for `{arch}` cannot be run"),
            remedy: format!("those for {} can", known()),
        })?;
        if !tree.join("mm/gup.c").is_file() {
            return Err(TreeError::Unsupported {
                what: format!("{} is no kernel tree: it has no mm/gup.c", tree.display()),
                remedy: "name the directory of the sources".to_owned(),
            });
        }
        let same =
            fs::canonicalize(out).is_ok_and(|out| fs::canonicalize(tree).is_ok_and(|t| t == out));
        if same {
            return Err(TreeError::Unsupported {
                what: format!("{} is the tree itself", out.display()),
                remedy: "name another build directory with --out".to_owned(),
            });
        }
        let config = fs::read_to_string(out.join(".config")).unwrap_or_default();
        if !config.is_empty() && !config.contains(target.symbol) {
            return Err(TreeError::Unsupported {
                what: format!("{} has the configuration of another architecture", out.display()),
                remedy: "name another build directory with --out".to_owned(),
            });
        }
        // make -C changes the directory: what it is given must not depend on where that is.
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let (tree, out, llvm) = (absolute(tree), absolute(out), format!("-{llvm}"));
        let on = |option: &str| config.lines().any(|line| line == format!("CONFIG_{option}=y"));
        let lacking = NEEDS.iter().filter(|(_, option)| !config.is_empty() && !on(option));
        let lacks = lacking.map(|(file, _)| *file).collect();
        Ok(Plan { tree, out, target, llvm, lacks })
    }

    /// The build directory.
    pub fn out(&self) -> &Path {
        &self.out
    }

    /// The commands up to the files of the tree; [`Plan::probe`] comes after them.
    pub fn commands(&self) -> Vec<Command> {
        let mut commands = Vec::new();
        if !self.out.join(".config").is_file() {
            commands.push(self.make(&[self.target.defconfig]));
            commands.push(self.configure());
        }
        // Answers what a configuration of another release or compiler leaves open.
        commands.push(self.make(&["olddefconfig"]));
        let files: Vec<String> = self.files().iter().map(|file| format!("{file}.ll")).collect();
        let mut last = self.make(&["KCFLAGS=-g"]);
        let marks = text(&self.out.join(probe::MARKS));
        let mut stems: Vec<&str> =
            files.iter().filter_map(|file| file.rsplit('/').next()?.strip_suffix(".ll")).collect();
        stems.sort_unstable();
        stems.dedup();
        last.extend(
            stems
                .iter()
                .map(|stem| format!("CFLAGS_{stem}.o=-include {marks} -Wno-macro-redefined")),
        );
        last.extend(files);
        commands.push(last);
        commands
    }

    /// Writes what the commands include: the header that marks where helpers answer.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write_marks(&self) -> Result<(), TreeError> {
        let path = self.out.join(probe::MARKS);
        // A header that is newer than what was compiled with it would have all of that made again.
        if fs::read_to_string(&path).is_ok_and(|known| known == probe::MARKS_SOURCE) {
            return Ok(());
        }
        write(&self.out, &path, probe::MARKS_SOURCE)
    }

    /// The files that entries need, that the tree has and that the configuration lets compile.
    fn files(&self) -> Vec<&'static str> {
        let wanted = entry::files().into_iter().chain(self.target.files.iter().copied());
        let there = |file: &&str| self.tree.join(format!("{file}.c")).is_file();
        let mut files: Vec<&str> =
            wanted.filter(there).filter(|file| !self.lacks.contains(file)).collect();
        files.sort_unstable();
        files.dedup();
        files
    }

    fn make(&self, goals: &[&str]) -> Command {
        let mut command = vec!["make".to_owned(), "-C".to_owned(), text(&self.tree)];
        command.push(format!("O={}", text(&self.out)));
        command.push(format!("ARCH={}", self.target.make));
        command.push(format!("LLVM={}", self.llvm));
        command.extend(goals.iter().map(|goal| (*goal).to_owned()));
        command
    }

    fn configure(&self) -> Command {
        let script = text(&self.tree.join("scripts/config"));
        let mut command = vec![script, "--file".to_owned(), text(&self.out.join(".config"))];
        for option in OPTIONS.iter().chain(self.target.options) {
            // A leading minus switches off.
            let (switch, name) = match option.strip_prefix('-') {
                Some(name) => ("-d", name),
                None => ("-e", *option),
            };
            command.extend([switch.to_owned(), name.to_owned()]);
        }
        command
    }

    /// Where the probe's source goes, its text, and the command that compiles it, to be run in the build directory:
    /// that with which the tree compiled its own mm/gup.c, but for the file.
    ///
    /// # Errors
    /// If the tree's files are not built yet.
    pub fn probe(&self) -> Result<(PathBuf, &'static str, Command), TreeError> {
        let record = "mm/.gup.ll.cmd";
        let recorded = read(&self.out, Path::new(record))?;
        let unfit = || TreeError::Unsupported {
            what: format!("{} records no command", self.out.join(record).display()),
            remedy: "remove it and build again".to_owned(),
        };
        let line =
            recorded.lines().next().and_then(|line| line.split_once(":= ")).ok_or_else(unfit)?;
        let (flags, _) = line.1.split_once(" -o ").ok_or_else(unfit)?;
        let source = Path::new(probe::FILE).with_extension("c");
        let dependencies = flags.split_whitespace().filter(|flag| !flag.starts_with("-Wp,-MMD"));
        let flags = dependencies.collect::<Vec<_>>().join(" ");
        // The probe asks the helpers themselves.
        let flags = flags.replace(&format!("-include {}", text(&self.out.join(probe::MARKS))), "");
        let version = format!("-DPMDRACE_VERSION={}ul", probe::PROBE_VERSION);
        let command = format!("{flags} -w {version} -o {} {}", probe::FILE, source.display());
        let shell = vec!["sh".to_owned(), "-c".to_owned(), command];
        Ok((self.out.join(source), probe::SOURCE, shell))
    }

    /// What to run where a build lacks files.
    pub(crate) fn remedy(directory: &Path) -> String {
        format!(
            "`pmdrace kernel build --tree TREE --arch ARCH --out {}` makes it",
            directory.display()
        )
    }

    /// Writes the probe's source.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write_probe(&self) -> Result<Command, TreeError> {
        let (path, text, command) = self.probe()?;
        write(&self.out, &path, text)?;
        Ok(command)
    }
}

fn write(out: &Path, path: &Path, text: &str) -> Result<(), TreeError> {
    let folder = path.parent().unwrap_or(out);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, text));
    let (path, remedy) = (path.to_owned(), "make the directory writable".to_owned());
    written.map_err(|source| TreeError::Write { path, source, remedy })
}

/// The names of architectures whose builds can be run.
pub(crate) fn known() -> String {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    names.join(", ")
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
