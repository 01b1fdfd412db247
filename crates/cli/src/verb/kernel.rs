//! `kernel`: build a kernel tree so that its own C can be run, and say what a build provides.
//!
//! `plan` prints the commands, `build` runs them, `status` looks at the result. No makefile of a tree is run by
//! anything but `build`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process;

use clap::{Args, Subcommand};
use pmdrace_mm::routine::Registry;
use pmdrace_scenario::Catalogue;
use pmdrace_tree::{Build, Command, LLVM, Plan, TreeError, entry};

use super::races::Races;
use crate::exit::{Exit, Failure};
use crate::output::{print, tell};

#[derive(Debug, Args)]
pub(crate) struct Kernel {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Print the commands that build what pmdrace runs of a tree.
    Plan(Tree),
    /// Run these commands.
    Build(Tree),
    /// Say race by race whether the tree has it, by its own C.
    Check(Races),
    /// Say what a build directory provides.
    Status {
        /// The build directory.
        build: PathBuf,
    },
}

#[derive(Debug, Args)]
struct Tree {
    /// The kernel tree.
    #[arg(long, value_name = "DIR")]
    tree: PathBuf,
    /// The architecture, as make or pmdrace names it, such as arm64 or x86_64.
    #[arg(long)]
    arch: String,
    /// The build directory. A configuration in it is kept.
    #[arg(long, value_name = "DIR", default_value = "pmdrace-build")]
    out: PathBuf,
    /// The version of clang and LLVM, 16 to 19.
    #[arg(long, default_value_t = LLVM, value_parser = clap::value_parser!(u8).range(16..=19))]
    llvm: u8,
    /// How many jobs make may run.
    #[arg(long, short, default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=1024))]
    jobs: u32,
}

pub(crate) fn run(args: &Kernel, catalogue: &Catalogue) -> Result<Exit, Failure> {
    match &args.what {
        What::Check(races) => super::races::run(races, catalogue),
        What::Plan(tree) => plan(tree),
        What::Build(tree) => build(tree),
        What::Status { build } => status(build),
    }
}

fn usage(error: TreeError) -> Failure {
    Failure::usage(error.to_string())
}

fn plan_of(tree: &Tree) -> Result<Plan, Failure> {
    Plan::new(&tree.tree, &tree.arch, &tree.out, &tree.llvm.to_string()).map_err(usage)
}

fn with_jobs(mut command: Command, jobs: u32) -> Command {
    if command.first().is_some_and(|program| program == "make") {
        command.insert(1, format!("-j{jobs}"));
    }
    command
}

fn plan(tree: &Tree) -> Result<Exit, Failure> {
    let plan = plan_of(tree)?;
    let mut text = String::new();
    for command in plan.commands() {
        let _ = writeln!(text, "{}", shell(&with_jobs(command, tree.jobs)));
    }
    let _ = writeln!(
        text,
        "# `pmdrace kernel build` runs these after it has written the header that they include, and compiles its\n\
         # probe with the flags that they record in {}",
        plan.out().join("mm/.gup.ll.cmd").display()
    );
    print(&text)?;
    Ok(Exit::AsExpected)
}

fn build(tree: &Tree) -> Result<Exit, Failure> {
    let plan = plan_of(tree)?;
    std::fs::create_dir_all(plan.out()).map_err(|error| {
        Failure::usage(format!("cannot make {}: {error}", plan.out().display()))
    })?;
    plan.write_marks().map_err(usage)?;
    for command in plan.commands() {
        execute(&with_jobs(command, tree.jobs), &plan)?;
    }
    let probe = plan.write_probe().map_err(usage)?;
    execute(&probe, &plan)?;
    status(plan.out())
}

/// Runs a command in the build directory; what it prints goes to standard error.
fn execute(command: &Command, plan: &Plan) -> Result<(), Failure> {
    let Some((program, arguments)) = command.split_first() else { return Ok(()) };
    if program != "sh" {
        tell(shell(command));
    }
    let failed = |why: String| Failure::usage(format!("{}: {why}", shell(command)));
    let status = process::Command::new(program)
        .args(arguments)
        .current_dir(plan.out())
        .stdin(process::Stdio::null())
        .stdout(std::io::stderr())
        .status()
        .map_err(|error| failed(error.to_string()))?;
    if status.success() { Ok(()) } else { Err(failed(status.to_string())) }
}

/// A command as a shell takes it.
pub(crate) fn shell(command: &Command) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=,+:@".contains(c);
    let quoted = command.iter().map(|word| match word.chars().all(plain) {
        true => word.clone(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    });
    quoted.collect::<Vec<_>>().join(" ")
}

fn status(directory: &std::path::Path) -> Result<Exit, Failure> {
    let build = Build::open(directory).map_err(usage)?;
    let mut text =
        format!("Linux {} on {}, {}\n", build.release(), build.arch().name(), build.compiler());
    let tree = build.tree_arch().map_err(usage)?;
    let _ = writeln!(text, "{}: {}", tree.name(), tree.facts().config);
    let registry = Registry::shipped();
    for entry in entry::ENTRIES.iter().flat_map(|file| file.iter()) {
        let function = format!("{}()", (entry.function)(build.arch().kernel()));
        let spec = registry.by_name(entry.routine);
        let exists = spec.map_or(Ok(()), |spec| (spec.exists)(build.arch()));
        let has = match (build.provides(entry), exists) {
            (Ok(()), _) => "provided".to_owned(),
            (Err(_), Err(why)) => format!("not in this release: {why}"),
            (Err(error), Ok(())) => format!("missing: {error}"),
        };
        let _ = writeln!(text, "  {:28} {function:32} {has}", entry.routine);
    }
    print(&text)?;
    Ok(Exit::AsExpected)
}
