//! The steps of a litmus test, from text: `r0 = READ_ONCE(x)`, `WRITE_ONCE(y, r0)`, `smp_mb()`.
//!
//! The names and their meaning are those of the kernel's own litmus tests (tools/memory-model).

use pmdrace_mm::routine::litmus::{REGISTERS, RcuStep, ReadOrder, SemStep, Step, Value};
use pmdrace_mm::{Addr, LockId, Register, SemId};

use crate::nearest;

/// Every primitive, as it is written.
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
    pub(crate) locks: &'n [String],
    pub(crate) sems: &'n [String],
}

/// Why a text is no step: what is wrong, and what helps.
pub(crate) type Wrong = (String, String);

/// Reads all steps of a CPU.
pub(crate) fn parse_all(texts: &[&str], names: &Names<'_>) -> Result<Vec<Step>, Wrong> {
    let mut steps: Vec<Step> = Vec::new();
    for text in texts {
        let step = parse(text, names)?;
        let given = |register| steps.iter().any(|step: &Step| step.gives() == Some(register));
        if let Some(register) = step.gives().filter(|register| given(*register)) {
            let name = format!("r{}", register.0);
            let help = "use a register of its own for each read".to_owned();
            return Err((format!("`{text}`: {name} has a value already"), help));
        }
        if let Step::Write { value: Value::Of(register), .. }
        | Step::Xchg { value: Value::Of(register), .. } = step
            && !given(register)
        {
            let help = "read into the register first".to_owned();
            return Err((format!("`{text}`: r{} has no value yet", register.0), help));
        }
        steps.push(step);
    }
    Ok(steps)
}

/// Reads one step.
fn parse(text: &str, names: &Names<'_>) -> Result<Step, Wrong> {
    let wrong = |why: &str| (format!("`{text}` {why}"), format!("write {}", FORMS.join(", ")));
    let (register, call) = match text.split_once('=') {
        Some((register, call)) => {
            let register = self::register(register.trim()).ok_or_else(|| {
                wrong(&format!("gives its value to no register: r0 to r{}", REGISTERS - 1))
            })?;
            (Some(register), call)
        }
        None => (None, text),
    };
    let (name, rest) = call.trim().split_once('(').ok_or_else(|| wrong("is no call"))?;
    let rest = rest.strip_suffix(')').ok_or_else(|| wrong("does not end with `)`"))?;
    let args: Vec<&str> = match rest.trim() {
        "" => Vec::new(),
        args => args.split(',').map(str::trim).collect(),
    };
    let word = |name: &str| {
        let known = names.words.iter().find(|(known, _)| *known == name);
        known
            .map(|(_, at)| *at)
            .ok_or_else(|| unknown(text, "word", name, names.words.iter().map(|(name, _)| *name)))
    };
    let lock = |name: &str| {
        let known = names.locks.iter().position(|known| known == name);
        known
            .map(LockId)
            .ok_or_else(|| unknown(text, "lock", name, names.locks.iter().map(String::as_str)))
    };
    let sem = |step, name: &str| {
        let known = names.sems.iter().position(|known| known == name);
        known
            .map(|index| Step::Sem(step, SemId(index)))
            .ok_or_else(|| unknown(text, "semaphore", name, names.sems.iter().map(String::as_str)))
    };
    let value = |text: &str| match (self::register(text), text.parse()) {
        (Some(register), _) => Ok(Value::Of(register)),
        (None, Ok(value)) => Ok(Value::Is(value)),
        _ => Err(wrong("stores neither a number nor a register")),
    };
    let read = |order| move |register, at| Step::Read { register, at, order };
    match (name, register, args.as_slice()) {
        ("READ_ONCE", Some(r), [at]) => Ok(read(ReadOrder::Once)(r, word(at)?)),
        ("rcu_dereference", Some(r), [at]) => Ok(read(ReadOrder::Dependency)(r, word(at)?)),
        ("smp_load_acquire", Some(r), [at]) => Ok(read(ReadOrder::Acquire)(r, word(at)?)),
        ("WRITE_ONCE", None, [at, stored]) => {
            Ok(Step::Write { at: word(at)?, value: value(stored)?, release: false })
        }
        ("smp_store_release", None, [at, stored]) => {
            Ok(Step::Write { at: word(at)?, value: value(stored)?, release: true })
        }
        ("xchg", Some(register), [at, stored]) => {
            Ok(Step::Xchg { register, at: word(at)?, value: value(stored)?, relaxed: false })
        }
        ("xchg_relaxed", Some(register), [at, stored]) => {
            Ok(Step::Xchg { register, at: word(at)?, value: value(stored)?, relaxed: true })
        }
        ("smp_mb", None, []) => Ok(Step::Mb),
        ("smp_wmb", None, []) => Ok(Step::Wmb),
        ("smp_rmb", None, []) => Ok(Step::Rmb),
        ("spin_lock", None, [name]) => Ok(Step::Lock(lock(name)?)),
        ("spin_unlock", None, [name]) => Ok(Step::Unlock(lock(name)?)),
        ("down_read", None, [name]) => sem(SemStep::DownRead, name),
        ("up_read", None, [name]) => sem(SemStep::UpRead, name),
        ("down_write", None, [name]) => sem(SemStep::DownWrite, name),
        ("up_write", None, [name]) => sem(SemStep::UpWrite, name),
        ("downgrade_write", None, [name]) => sem(SemStep::Downgrade, name),
        ("rcu_read_lock", None, []) => Ok(Step::Rcu(RcuStep::Lock)),
        ("rcu_read_unlock", None, []) => Ok(Step::Rcu(RcuStep::Unlock)),
        ("synchronize_rcu", None, []) => Ok(Step::Rcu(RcuStep::Synchronize)),
        _ => Err(wrong("is none of the primitives")),
    }
}

/// `r0` and so on.
pub(crate) fn register(text: &str) -> Option<Register> {
    let number: u8 = text.strip_prefix('r')?.parse().ok()?;
    (usize::from(number) < REGISTERS).then_some(Register(number))
}

fn unknown<'n>(
    text: &str,
    what: &str,
    name: &str,
    known: impl Iterator<Item = &'n str> + Clone,
) -> Wrong {
    let help = match nearest(name, known.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("choose from: {}", known.collect::<Vec<_>>().join(", ")),
    };
    (format!("`{text}`: no {what} is named `{name}`"), help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(texts: &[&str]) -> Result<Vec<Step>, Wrong> {
        let names = Names {
            words: vec![("x", Addr(0)), ("flag", Addr(1))],
            locks: &["ptl".to_owned()],
            sems: &["mmap_lock".to_owned()],
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
            assert_eq!(all(&[&form]).map(|steps| steps.len()), Ok(1), "{form}");
        }
        let (r0, at) = (Register(0), Addr(1));
        assert_eq!(
            all(&["r0 = READ_ONCE( flag )", "WRITE_ONCE(x,r0)"]),
            Ok(vec![
                Step::Read { register: r0, at, order: ReadOrder::Once },
                Step::Write { at: Addr(0), value: Value::Of(r0), release: false },
            ])
        );
    }

    #[test]
    fn what_is_no_step_is_told_with_what_helps() {
        for (texts, says, helps) in [
            (&["r0 = READ_ONCE(flga)"][..], "no word is named `flga`", "did you mean `flag`?"),
            (&["spin_lock(pmd)"], "no lock is named `pmd`", "ptl"),
            (&["down_read(mmap)"], "no semaphore is named `mmap`", "mmap_lock"),
            (&["READ_ONCE(x)"], "none of the primitives", "rN = READ_ONCE(WORD)"),
            (&["r0 = smp_mb()"], "none of the primitives", "smp_mb()"),
            (&["r99 = READ_ONCE(x)"], "no register", "write"),
            (&["smp_mb"], "is no call", "write"),
            (&["smp_mb("], "does not end", "write"),
            (&["WRITE_ONCE(x, y)"], "neither a number nor a register", "write"),
            (&["WRITE_ONCE(x, r1)"], "r1 has no value yet", "read into"),
            (&["r0 = READ_ONCE(x)", "r0 = READ_ONCE(flag)"], "has a value already", "of its own"),
        ] {
            let (said, help) = all(texts).unwrap_err();
            assert!(said.contains(says) && help.contains(helps), "{said}: {help}");
        }
    }
}
