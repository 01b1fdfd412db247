//! The steps of a litmus test, from text: `r0 = READ_ONCE(x)`, `WRITE_ONCE(y, r0)`, `smp_mb()`.
//!
//! The names and their semantics are those of the kernel's own litmus tests (tools/memory-model). `READ_ONCE(r0->x)` reads
//! the word x, whose address was found in r0: an address dependency, which `rcu_dereference()` into r0 begins. The engines
//! order every later access of the CPU after such a read, so every one has to go through its register ([`Reached`]).

use pmdrace_mm::routine::litmus::{REGISTERS, Step, Value};
use pmdrace_mm::{Addr, Call, LockId, ReadOrder, Register, RmwOrder, SyncOp, WriteOrder};

use crate::{listed, nearest, quoted};

/// The syntax of every primitive.
const FORMS: [&str; 20] = [
    "rN = READ_ONCE(WORD)",
    "rN = rcu_dereference(WORD)",
    "rN = smp_load_acquire(WORD)",
    "WRITE_ONCE(WORD, VALUE)",
    "smp_store_release(WORD, VALUE)",
    "rN = xchg(WORD, VALUE)",
    "rN = xchg_relaxed(WORD, VALUE)",
    "smp_mb()",
    "smp_wmb()",
    "smp_rmb()",
    "spin_lock(LOCK)",
    "spin_unlock(LOCK)",
    "down_read(SEM)",
    "up_read(SEM)",
    "down_write(SEM)",
    "up_write(SEM)",
    "downgrade_write(SEM)",
    "rcu_read_lock()",
    "rcu_read_unlock()",
    "synchronize_rcu()",
];

/// The names that steps may use.
pub(crate) struct Names<'n> {
    pub(crate) words: Vec<(&'n str, Addr)>,
    pub(crate) locks: Vec<(&'n str, LockId)>,
    pub(crate) sems: Vec<(&'n str, LockId)>,
}

/// Why a text is not a step: the problem and a remedy.
pub(crate) type Wrong = (String, String);

/// Parses all steps of a CPU.
pub(crate) fn parse_all(texts: &[&str], names: &Names<'_>) -> Result<Vec<Step>, Wrong> {
    let mut steps: Vec<Step> = Vec::new();
    let mut held = Held::default();
    let mut reached = Reached::default();
    for text in texts {
        let (step, through) = parse(text, names)?;
        reached.take(text, step, through)?;
        let given = |register| steps.iter().any(|step: &Step| step.register == Some(register));
        if let Some(register) = step.register.filter(|register| given(*register)) {
            let name = format!("r{}", register.0);
            let help = "use a separate register for each read".to_owned();
            return Err((format!("`{}`: {name} is already assigned", quoted(text)), help));
        }
        if let Call::Write { word: Value::Of(register), .. }
        | Call::Xchg { word: Value::Of(register), .. } = step.call
            && !given(register)
        {
            let help = "read into the register first".to_owned();
            return Err((format!("`{}`: r{} is not assigned yet", quoted(text), register.0), help));
        }
        if let Call::Sync(op) = step.call {
            held.take(op).map_err(|problem| {
                let help = "take it in an earlier step of this CPU".to_owned();
                (format!("`{}`: {problem}", quoted(text)), help)
            })?;
        }
        steps.push(step);
    }
    reached.end()?;
    Ok(steps)
}

/// How words are found while steps are read: those after `rcu_dereference()` through its register.
#[derive(Default)]
struct Reached<'t> {
    /// The last register that was dereferenced, by which step, and whether a later one goes through it.
    last: Option<(Register, &'t str, bool)>,
}

impl<'t> Reached<'t> {
    fn take(&mut self, text: &'t str, step: Step, through: Option<Register>) -> Result<(), Wrong> {
        let error =
            |why: &str, help: &str| Err((format!("`{}`: {why}", quoted(text)), help.to_owned()));
        if step.call.at().is_some() {
            match (&mut self.last, through) {
                (Some((last, _, used)), Some(through)) if *last == through => *used = true,
                (None, None) => {}
                (Some((Register(last), ..)), _) => {
                    let why = format!(
                        "its address does not come from r{last}, which rcu_dereference() read last"
                    );
                    let help = format!(
                        "write r{last}-> before the word, or read r{last} by READ_ONCE() if no address comes from it"
                    );
                    return error(&why, &help);
                }
                (None, Some(Register(through))) => {
                    let help = format!("read r{through} by rcu_dereference() first");
                    return error(&format!("no address comes from r{through}"), &help);
                }
            }
        }
        if let (Some(register), Call::Read { order: ReadOrder::Dependency, .. }) =
            (step.register, step.call)
        {
            self.end()?;
            self.last = Some((register, text, false));
        }
        Ok(())
    }

    /// Everything that was dereferenced must have been so for some access.
    fn end(&self) -> Result<(), Wrong> {
        match self.last {
            Some((Register(register), text, false)) => Err((
                format!("`{}`: no later step goes through r{register}", quoted(text)),
                format!(
                    "write READ_ONCE(r{register}->WORD) where an address comes from it, or read it by READ_ONCE()"
                ),
            )),
            _ => Ok(()),
        }
    }
}

/// What a CPU holds while its steps are read: a release of anything else would free what another CPU holds.
#[derive(Default)]
struct Held(Vec<SyncOp>);

impl Held {
    fn take(&mut self, op: SyncOp) -> Result<(), &'static str> {
        let (taken_by, what) = match op {
            SyncOp::Unlock(lock) => (SyncOp::Lock(lock), "this CPU does not hold the lock"),
            SyncOp::UpRead(sem) => {
                (SyncOp::DownRead(sem), "this CPU does not hold the semaphore for reading")
            }
            SyncOp::UpWrite(sem) | SyncOp::Downgrade(sem) => {
                (SyncOp::DownWrite(sem), "this CPU does not hold the semaphore for writing")
            }
            SyncOp::RcuUnlock => (SyncOp::RcuLock, "this CPU is in no read section"),
            _ => {
                self.0.push(op);
                return Ok(());
            }
        };
        let held = self.0.iter().rposition(|held| *held == taken_by).ok_or(what)?;
        self.0.remove(held);
        if let SyncOp::Downgrade(sem) = op {
            self.0.push(SyncOp::DownRead(sem));
        }
        Ok(())
    }
}

/// Parses one step; also returns the register through which its word is found.
fn parse(text: &str, names: &Names<'_>) -> Result<(Step, Option<Register>), Wrong> {
    let wrong =
        |why: &str| (format!("`{}` {why}", quoted(text)), format!("write {}", FORMS.join(", ")));
    let (register, call) = match text.split_once('=') {
        Some((register, call)) => {
            let register = self::register(register.trim()).ok_or_else(|| {
                wrong(&format!("assigns to no register: r0 to r{}", REGISTERS - 1))
            })?;
            (Some(register), call)
        }
        None => (None, text),
    };
    let (name, rest) = call.trim().split_once('(').ok_or_else(|| wrong("is not a call"))?;
    let rest = rest.strip_suffix(')').ok_or_else(|| wrong("does not end with `)`"))?;
    let args: Vec<&str> = match rest.trim() {
        "" => Vec::new(),
        args => args.split(',').map(str::trim).collect(),
    };
    let through = args.first().and_then(|at| at.split_once("->"));
    let through = through.and_then(|(through, _)| self::register(through.trim()));
    let word = |name: &str| match (through, name.split_once("->")) {
        (Some(_), Some((_, name))) => find(text, "word", name.trim(), &names.words),
        _ => find(text, "word", name, &names.words),
    };
    let lock = |name: &str| find(text, "lock", name, &names.locks);
    let sem = |name: &str| find(text, "semaphore", name, &names.sems);
    let value = |text: &str| match (self::register(text), text.parse()) {
        (Some(register), _) => Ok(Value::Of(register)),
        (None, Ok(value)) => Ok(Value::Is(value)),
        _ => Err(wrong("stores neither a number nor a register")),
    };
    let read = |at, order| Ok(Call::Read { at: word(at)?, order });
    let write = |at, stored, order| Ok(Call::Write { at: word(at)?, word: value(stored)?, order });
    let xchg = |at, stored, order| Ok(Call::Xchg { at: word(at)?, word: value(stored)?, order });
    let call = match (name, register.is_some(), args.as_slice()) {
        ("READ_ONCE", true, [at]) => read(at, ReadOrder::Once),
        ("rcu_dereference", true, [at]) => read(at, ReadOrder::Dependency),
        ("smp_load_acquire", true, [at]) => read(at, ReadOrder::Acquire),
        ("WRITE_ONCE", false, [at, stored]) => write(at, stored, WriteOrder::Once),
        ("smp_store_release", false, [at, stored]) => write(at, stored, WriteOrder::Release),
        ("xchg", true, [at, stored]) => xchg(at, stored, RmwOrder::Full),
        ("xchg_relaxed", true, [at, stored]) => xchg(at, stored, RmwOrder::Relaxed),
        ("smp_mb", false, []) => Ok(Call::Sync(SyncOp::Mb)),
        ("smp_wmb", false, []) => Ok(Call::Sync(SyncOp::Wmb)),
        ("smp_rmb", false, []) => Ok(Call::Sync(SyncOp::Rmb)),
        ("spin_lock", false, [name]) => lock(name).map(SyncOp::Lock).map(Call::Sync),
        ("spin_unlock", false, [name]) => lock(name).map(SyncOp::Unlock).map(Call::Sync),
        ("down_read", false, [name]) => sem(name).map(SyncOp::DownRead).map(Call::Sync),
        ("up_read", false, [name]) => sem(name).map(SyncOp::UpRead).map(Call::Sync),
        ("down_write", false, [name]) => sem(name).map(SyncOp::DownWrite).map(Call::Sync),
        ("up_write", false, [name]) => sem(name).map(SyncOp::UpWrite).map(Call::Sync),
        ("downgrade_write", false, [name]) => sem(name).map(SyncOp::Downgrade).map(Call::Sync),
        ("rcu_read_lock", false, []) => Ok(Call::Sync(SyncOp::RcuLock)),
        ("rcu_read_unlock", false, []) => Ok(Call::Sync(SyncOp::RcuUnlock)),
        ("synchronize_rcu", false, []) => Ok(Call::Sync(SyncOp::GracePeriod)),
        _ => Err(wrong("is not one of the primitives")),
    };
    call.map(|call| (Step { register, call }, through))
}

/// Parses a register: `r0` and so on.
pub(crate) fn register(text: &str) -> Option<Register> {
    let number: u8 = text.strip_prefix('r')?.parse().ok()?;
    (usize::from(number) < REGISTERS).then_some(Register(number))
}

/// Looks up a name.
fn find<T: Copy>(text: &str, what: &str, name: &str, known: &[(&str, T)]) -> Result<T, Wrong> {
    if let Some((_, found)) = known.iter().find(|(known, _)| *known == name) {
        return Ok(*found);
    }
    let names = || known.iter().map(|(name, _)| *name);
    let help = match nearest(name, names()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("choose from: {}", listed(&names().collect::<Vec<_>>())),
    };
    Err((format!("`{}`: no {what} is named `{}`", quoted(text), quoted(name)), help))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(texts: &[&str]) -> Result<Vec<Step>, Wrong> {
        let names = Names {
            words: vec![("x", Addr(0)), ("flag", Addr(1))],
            locks: vec![("ptl", LockId(0))],
            sems: vec![("mmap_lock", LockId(1))],
        };
        parse_all(texts, &names)
    }

    #[test]
    fn every_form_is_read() {
        let forms = FORMS.map(|form| {
            form.replace("WORD", "x").replace("LOCK", "ptl").replace("SEM", "mmap_lock")
        });
        for (index, form) in forms.iter().enumerate() {
            let form = form.replace("VALUE", "7").replace("rN", &format!("r{index}"));
            // What a form releases is taken first.
            let taken = form.replace("unlock", "lock").replace("downgrade_", "down_");
            let taken =
                if taken.starts_with("up_") { taken.replace("up_", "down_") } else { taken };
            let used = format!("r15 = READ_ONCE(r{index}->x)");
            let mut steps = if taken == form { vec![&*form] } else { vec![&*taken, &*form] };
            steps.extend(form.contains("rcu_dereference").then_some(&*used));
            assert_eq!(all(&steps).map(|read| read.len()), Ok(steps.len()), "{form}");
        }
        let (r0, x, at) = (Register(0), Addr(0), Addr(1));
        assert_eq!(
            all(&["r0 = READ_ONCE( flag )", "WRITE_ONCE(x,r0)"]),
            Ok(vec![
                Step { register: Some(r0), call: Call::Read { at, order: ReadOrder::Once } },
                Step {
                    register: None,
                    call: Call::Write { at: x, word: Value::Of(r0), order: WriteOrder::Once }
                },
            ])
        );
    }

    #[test]
    fn invalid_steps_are_reported_with_a_remedy() {
        for (texts, says, helps) in [
            (&["r0 = READ_ONCE(flga)"][..], "no word is named `flga`", "did you mean `flag`?"),
            (&["spin_lock(pmd)"], "no lock is named `pmd`", "ptl"),
            (&["down_read(mmap)"], "no semaphore is named `mmap`", "mmap_lock"),
            (&["READ_ONCE(x)"], "not one of the primitives", "rN = READ_ONCE(WORD)"),
            (&["r0 = smp_mb()"], "not one of the primitives", "smp_mb()"),
            (&["r99 = READ_ONCE(x)"], "no register", "write"),
            (&["smp_mb"], "is not a call", "write"),
            (&["smp_mb("], "does not end", "write"),
            (&["WRITE_ONCE(x, y)"], "neither a number nor a register", "write"),
            (&["WRITE_ONCE(x, r1)"], "r1 is not assigned yet", "read into"),
            (&["r0 = READ_ONCE(x)", "r0 = READ_ONCE(flag)"], "is already assigned", "separate"),
            (&["r0 = READ_ONCE(r1->x)"], "no address comes from r1", "by rcu_dereference()"),
            (
                &["r0 = rcu_dereference(flag)"],
                "no later step goes through r0",
                "READ_ONCE(r0->WORD)",
            ),
            (
                &["r0 = rcu_dereference(flag)", "r1 = READ_ONCE(x)"],
                "not come from r0",
                "write r0->",
            ),
            (
                &[
                    "r0 = rcu_dereference(flag)",
                    "r1 = rcu_dereference(r0->x)",
                    "WRITE_ONCE(r0->x, 1)",
                ],
                "not come from r1",
                "write r1->",
            ),
            (&["spin_unlock(ptl)"], "does not hold the lock", "take it"),
            (&["down_read(mmap_lock)", "up_write(mmap_lock)"], "for writing", "take it"),
            (&["downgrade_write(mmap_lock)"], "for writing", "take it"),
            (&["down_write(mmap_lock)", "up_read(mmap_lock)"], "for reading", "take it"),
            (
                &["rcu_read_lock()", "rcu_read_unlock()", "rcu_read_unlock()"],
                "no read section",
                "take",
            ),
        ] {
            let (said, help) = all(texts).unwrap_err();
            assert!(said.contains(says) && help.contains(helps), "{said}: {help}");
        }
    }
}
