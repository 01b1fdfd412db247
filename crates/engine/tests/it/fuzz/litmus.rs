//! Random litmus tests: two to four CPUs that read, store and exchange up to three words, with and without
//! ordering.

use std::fmt;

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, prop_oneof};

/// The words and the lock.
const WORDS: [&str; 3] = ["x", "y", "z"];

/// A step; the register and the number to store follow from its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    Read(usize),
    Acquire(usize),
    Depend(usize),
    Write(usize),
    /// Stores what the last read returned.
    Copy(usize),
    Release(usize),
    Xchg(usize),
    XchgRelaxed(usize),
    Mb,
    Wmb,
    Rmb,
}

/// Steps in a row, with the lock held or not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Block {
    locked: bool,
    steps: Vec<Step>,
}

/// The CPUs of a litmus test.
#[derive(Clone)]
pub(super) struct Program(Vec<Vec<Block>>);

/// Random programs, small enough for every checker.
pub(super) fn programs() -> impl Strategy<Value = Program> {
    with_weights([6, 2, 1, 6, 1, 2, 2, 2, 4, 1, 1])
}

/// The same with more of what instruction sets order differently: dependencies, relaxed exchanges, and barriers of
/// reads or stores only.
pub(super) fn loose_programs() -> impl Strategy<Value = Program> {
    with_weights([6, 2, 3, 6, 5, 2, 2, 5, 1, 3, 5])
}

/// Programs in which the kinds of steps, in their order above, are as frequent as that.
fn with_weights(weights: [u32; 11]) -> impl Strategy<Value = Program> {
    let word = || 0..WORDS.len();
    let [read, acquire, depend, write, copy, release, xchg, relaxed, mb, wmb, rmb] = weights;
    let step = prop_oneof![
        read => word().prop_map(Step::Read),
        acquire => word().prop_map(Step::Acquire),
        depend => word().prop_map(Step::Depend),
        write => word().prop_map(Step::Write),
        copy => word().prop_map(Step::Copy),
        release => word().prop_map(Step::Release),
        xchg => word().prop_map(Step::Xchg),
        relaxed => word().prop_map(Step::XchgRelaxed),
        mb => Just(Step::Mb),
        wmb => Just(Step::Wmb),
        rmb => Just(Step::Rmb),
    ];
    let block = |most| {
        let locked = prop_oneof![6 => Just(false), 1 => Just(true)];
        (locked, vec(step.clone(), 1..=most)).prop_map(|(locked, steps)| Block { locked, steps })
    };
    let cpus =
        |count: usize, most: usize| vec(vec(block(most), 1..=2), count..=count).prop_map(Program);
    let mixed = prop_oneof![cpus(2, 4), cpus(3, 3), cpus(4, 2)]
        .prop_filter("too large", |program| program.size() <= 10);
    prop_oneof![3 => mixed, 1 => chains()]
}

/// Three or four CPUs that each make two accesses with or without something between, as in most litmus tests
/// with a name: what one CPU passes on to the next matters most there.
fn chains() -> impl Strategy<Value = Program> {
    let word = || 0..WORDS.len();
    let first = prop_oneof![
        3 => word().prop_map(Step::Read),
        1 => word().prop_map(Step::Acquire),
        3 => word().prop_map(Step::Write),
        1 => word().prop_map(Step::Xchg),
    ];
    let between = prop_oneof![
        3 => Just(None),
        3 => Just(Some(Step::Mb)),
        1 => Just(Some(Step::Wmb)),
        1 => Just(Some(Step::Rmb)),
    ];
    let second = prop_oneof![
        3 => word().prop_map(Step::Read),
        3 => word().prop_map(Step::Write),
        1 => word().prop_map(Step::Release),
        1 => word().prop_map(Step::XchgRelaxed),
    ];
    let locked = prop_oneof![5 => Just(false), 1 => Just(true)];
    let cpu = (locked, first, between, second).prop_map(|(locked, first, between, second)| {
        vec![Block {
            locked,
            steps: [Some(first), between, Some(second)].into_iter().flatten().collect(),
        }]
    });
    vec(cpu, 3..=4).prop_map(Program)
}

impl Program {
    /// The number of steps.
    pub(super) fn size(&self) -> usize {
        self.steps().count()
    }

    fn steps(&self) -> impl Iterator<Item = Step> {
        self.0.iter().flatten().flat_map(|block| block.steps.iter().copied())
    }

    /// Whether a read orders what depends on it.
    pub(super) fn depends(&self) -> bool {
        self.steps().any(|step| matches!(step, Step::Depend(_)))
    }

    /// Whether some CPU stores what it read from a word of which it had read or stored the value before, or to which no
    /// other CPU stores: such a read may have one possible value, and what depends on it then depends on nothing.
    pub(super) fn copies_what_is_known(&self) -> bool {
        self.0.iter().enumerate().any(|(cpu, blocks)| {
            let others = self.0.iter().enumerate().filter(|(other, _)| *other != cpu);
            let others = others.flat_map(|(_, blocks)| blocks.iter().flat_map(|b| &b.steps));
            let stored: Vec<usize> = others.filter_map(|step| step.stores()).collect();
            let (mut accessed, mut last) = (Vec::new(), None);
            let mut steps = blocks.iter().flat_map(|block| &block.steps);
            steps.any(|step| {
                if let Some(at) = step.reads() {
                    last = Some(accessed.contains(&at) || !stored.contains(&at));
                }
                accessed.extend(step.reads().or(step.stores()));
                matches!(step, Step::Copy(_)) && last == Some(true)
            })
        })
    }

    /// Whether some CPU takes the lock.
    pub(super) fn locks(&self) -> bool {
        self.0.iter().flatten().any(|block| block.locked)
    }

    /// The steps of each CPU as text, and its last register.
    fn text(&self) -> Vec<(Vec<String>, Option<usize>)> {
        let mut stored = 0;
        let cpu = |blocks: &Vec<Block>| {
            let mut registers = 0;
            let mut texts = Vec::new();
            let accesses =
                blocks.iter().flat_map(|block| &block.steps).filter(|step| step.accesses());
            let (mut left, mut through) = (accesses.count(), String::new());
            for block in blocks {
                texts.extend(block.locked.then(|| "spin_lock(l)".to_owned()));
                for step in &block.steps {
                    left -= usize::from(step.accesses());
                    // A dependency needs something that depends.
                    let step = match step {
                        Step::Depend(at) if left == 0 => Step::Read(*at),
                        step => *step,
                    };
                    texts.push(text(step, &through, &mut registers, &mut stored));
                    if matches!(step, Step::Depend(_)) {
                        through = format!("r{}->", registers - 1);
                    }
                }
                texts.extend(block.locked.then(|| "spin_unlock(l)".to_owned()));
            }
            (texts, registers.checked_sub(1))
        };
        self.0.iter().map(cpu).collect()
    }
}

impl Step {
    /// The word that it reads.
    fn reads(self) -> Option<usize> {
        match self {
            Step::Read(at)
            | Step::Acquire(at)
            | Step::Depend(at)
            | Step::Xchg(at)
            | Step::XchgRelaxed(at) => Some(at),
            _ => None,
        }
    }

    /// The word to which it stores.
    fn stores(self) -> Option<usize> {
        match self {
            Step::Write(at)
            | Step::Copy(at)
            | Step::Release(at)
            | Step::Xchg(at)
            | Step::XchgRelaxed(at) => Some(at),
            _ => None,
        }
    }

    /// Whether it accesses a word.
    fn accesses(self) -> bool {
        !matches!(self, Step::Mb | Step::Wmb | Step::Rmb)
    }
}

/// A step as text; its word is found through a register, or through none.
fn text(step: Step, through: &str, registers: &mut usize, stored: &mut usize) -> String {
    let mut read = |name: &str, at: usize, more: &str| {
        *registers += 1;
        format!("r{} = {name}({through}{}{more})", *registers - 1, WORDS[at])
    };
    let mut value = || {
        *stored += 1;
        *stored
    };
    match step {
        Step::Read(at) => read("READ_ONCE", at, ""),
        Step::Acquire(at) => read("smp_load_acquire", at, ""),
        Step::Depend(at) => read("rcu_dereference", at, ""),
        Step::Xchg(at) => read("xchg", at, &format!(", {}", value())),
        Step::XchgRelaxed(at) => read("xchg_relaxed", at, &format!(", {}", value())),
        Step::Copy(at) if *registers > 0 => {
            format!("WRITE_ONCE({through}{}, r{})", WORDS[at], *registers - 1)
        }
        Step::Write(at) | Step::Copy(at) => {
            format!("WRITE_ONCE({through}{}, {})", WORDS[at], value())
        }
        Step::Release(at) => format!("smp_store_release({through}{}, {})", WORDS[at], value()),
        Step::Mb => "smp_mb()".to_owned(),
        Step::Wmb => "smp_wmb()".to_owned(),
        Step::Rmb => "smp_rmb()".to_owned(),
    }
}

/// The scenario: may every CPU's last read return the initial value?
impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut cpus = self.text();
        if cpus.iter().all(|(_, last)| last.is_none()) {
            cpus[0].0.push("r0 = READ_ONCE(x)".to_owned());
            cpus[0].1 = Some(0);
        }
        writeln!(f, "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"")?;
        writeln!(f, "architectures = [\"arm64@6.1\"]\nmemory = [\"sc\", \"tso\", \"rc11\"]")?;
        writeln!(f, "[source]\n[state]\nlock = [\"l\"]\n[state.word]\nx = 0\ny = 0\nz = 0")?;
        for (index, (steps, _)) in cpus.iter().enumerate() {
            writeln!(f, "[[cpu]]\nname = \"P{index}\"\nroutine = \"litmus\"")?;
            writeln!(f, "args.steps = {steps:?}")?;
        }
        let last = |(index, (_, last)): (usize, &(Vec<String>, Option<usize>))| {
            last.map(|last| format!("P{index} = {{ r{last} = 0 }}\n"))
        };
        let outcome: String = cpus.iter().enumerate().filter_map(last).collect();
        write!(f, "[variant.v]\nabout = \"t\"\n[exists]\n{outcome}")?;
        let first = outcome.lines().next().unwrap_or_default();
        writeln!(f, "[goal.g]\noutcome.{first}")
    }
}

impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{self}")
    }
}
