//! Calls in words.

use pmdrace_mm::{
    Addr, Answer, Call, CountOp, Meaning, Model, ReadOrder, RmwOrder, Step, Word, WriteOrder,
};

/// A call in words, with its answer where there is one.
pub(super) fn say(model: &Model, call: Call, step: Option<&Step>) -> String {
    let name =
        |at: Addr| model.cells.get(at.0).map_or_else(|| at.0.to_string(), |cell| cell.name.clone());
    let told = match call {
        Call::Read { at, order: ReadOrder::Acquire } => format!("smp_load_acquire {}", name(at)),
        Call::Read { at, .. } => format!("read {}", name(at)),
        Call::Await { at, order: ReadOrder::Acquire } => {
            format!("smp_cond_load_acquire {}", name(at))
        }
        Call::Await { at, .. } => format!("smp_cond_load_relaxed {}", name(at)),
        Call::Write { at, word, order: WriteOrder::Once } => {
            format!("write {} {}", name(at), told(model, word))
        }
        Call::Write { at, word, order: WriteOrder::Release } => {
            format!("smp_store_release {} {}", name(at), told(model, word))
        }
        Call::Xchg { at, word, order } => {
            format!("xchg{} {} {}", suffix(order), name(at), told(model, word))
        }
        Call::Update { at, order } => format!("update{} {}", suffix(order), name(at)),
        Call::Count { at, op } => count(op, &name(at)),
        Call::Sync(op) => match op.lock().and_then(|lock| model.locks.get(lock.0)) {
            Some(lock) => format!("{} {}", op.name(), lock.name),
            None => op.name().to_owned(),
        },
    };
    match step.map(|step| (step.answer, step.stored)) {
        Some((Answer::Word(found), Some(stored))) => {
            format!("{told}: {} becomes {}", self::told(model, found), self::told(model, stored))
        }
        Some((Answer::Word(found), None)) => format!("{told}: {}", self::told(model, found)),
        Some((Answer::Test { yes, .. }, _)) => format!("{told}: {yes}"),
        _ => told,
    }
}

/// What the name of an update ends with.
fn suffix(order: RmwOrder) -> &'static str {
    match order {
        RmwOrder::Full => "",
        RmwOrder::Relaxed => "_relaxed",
    }
}

/// An operation on a count, under the kernel's name.
fn count(op: CountOp, at: &str) -> String {
    match op {
        CountOp::Add(n) => format!("atomic_add {n} to {at}"),
        CountOp::AddUnless { n, unless } => {
            format!("atomic_add_unless {n} to {at}, unless {unless}")
        }
        CountOp::SubAndTest(n) => format!("atomic_sub_and_test {n} from {at}"),
        CountOp::Cmpxchg { old, new } => format!("atomic_cmpxchg {at} from {old} to {new}"),
    }
}

/// A word: its bits and what the kernel means by it.
fn told(model: &Model, word: Word) -> String {
    let folio = |id: pmdrace_mm::FolioId| {
        model.kernel.folios.get(id.0).map_or("?", |folio| folio.name.as_str())
    };
    let means = match word.means() {
        Meaning::None | Meaning::Claims | Meaning::Count { .. } => {
            return format!("{:#x}", word.bits);
        }
        Meaning::Rubbish => "no entry".to_owned(),
        Meaning::Table(id) => {
            let table = model.kernel.tables.get(id.0);
            format!("table {}", table.map_or("?", |table| table.name.as_str()))
        }
        Meaning::Leaf { folio: id, invalidated: false } => format!("maps {}", folio(id)),
        Meaning::Leaf { folio: id, invalidated: true } => {
            format!("maps {}, invalidated", folio(id))
        }
        Meaning::Swap { folio: id, entry } => {
            format!("migration entry of {}, type {}", folio(id), entry.swp_type)
        }
    };
    format!("{:#x} ({means})", word.bits)
}
