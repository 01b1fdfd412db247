//! A missing barrier: two accesses of a CPU that nothing orders.
//!
//! Of an execution that departs from sequential consistency, the last departure before the violation is told:
//! a read of an old value, a store that waits in its buffer, or one that takes its place before a newer store.
//! For a read, the other accesses that make it strange are looked for. Either the CPU has already seen
//! something that was stored later (message passing), or the writer too read an old value after its store
//! (store buffering). Each is a pair of accesses on each side, and a side without a barrier is named.

use pmdrace_mm::{Addr, Note, Op, Subject};
use pmdrace_scenario::CellKey;

use super::super::describe;
use super::super::tell::Teller;
use super::scene::Barrier;

/// The step that departs from sequential consistency.
pub(crate) enum Unordered {
    /// A read that misses a store.
    Stale { read: usize, missed: usize },
    /// A store that waits in the buffer of its CPU, and the next read of that CPU.
    Buffered { store: usize, read: Option<usize> },
    /// A store that takes its place before one that was executed earlier.
    Overtaken { store: usize, newer: usize },
}

/// The accesses that make a stale read strange.
struct Seen {
    /// Of the writer, after the store that was missed; of the reader, before the read.
    theirs: usize,
    mine: usize,
    /// Whether it is message passing, or else store buffering.
    passing: bool,
}

impl Unordered {
    pub(super) fn of(teller: &Teller<'_>) -> Option<Unordered> {
        let upto = || (0..=teller.at).rev();
        let stale = upto().find_map(|read| {
            teller.order.newer_than_read(teller.events, read)?;
            let (at, _) = teller.read(read)?;
            let missed = teller.order.next(at, teller.source_of(read))?;
            Some(Unordered::Stale { read, missed })
        });
        let buffered = || {
            upto().find_map(|store| {
                let Op::Buffer { .. } = teller.event(store).op else { return None };
                let mut later = store + 1..=teller.at;
                let read = later.find(|index| {
                    teller.cpu(*index) == teller.cpu(store) && teller.read(*index).is_some()
                });
                Some(Unordered::Buffered { store, read })
            })
        };
        let overtaken = || {
            upto().find_map(|store| {
                let newer = teller.order.overtaken(teller.events, store)?;
                Some(Unordered::Overtaken { store, newer })
            })
        };
        stale.or_else(buffered).or_else(overtaken)
    }

    pub(super) fn pair(&self) -> Option<(Option<usize>, usize)> {
        match self {
            Unordered::Stale { read, missed } => Some((Some(*missed), *read)),
            Unordered::Buffered { store, read } => Some((Some(*store), (*read)?)),
            Unordered::Overtaken { .. } => None,
        }
    }

    pub(super) fn text(&self, teller: &Teller<'_>, cell: &CellKey) -> String {
        let number = |index: usize| teller.numbers[index];
        let text = match *self {
            Unordered::Stale { read, missed } => stale(teller, cell, read, missed),
            Unordered::Buffered { store, read } => {
                let reaches = teller.events.iter().skip(store).position(|event| {
                    event.cpu == teller.cpu(store)
                        && matches!((&event.op, &teller.event(store).op),
                            (Op::Write { at, word }, Op::Buffer { at: to, word: stored })
                                if at == to && word == stored)
                });
                let until = reaches.map_or("later".to_owned(), |after| {
                    format!("in step {}", number(store + after))
                });
                let (by, name) = (teller.by(store), buffered_name(teller, store));
                let ahead = read.and_then(|read| Some((read, teller.read(read)?.0)));
                let ahead = ahead.map_or(String::new(), |(read, at)| {
                    format!(
                        " {} reads {} before that: no full barrier orders the two.",
                        teller.place(read),
                        teller.name(at)
                    )
                });
                format!(
                    "{by} stores to {name} in step {}, and the store waits in its buffer; it reaches memory \
                     {until}.{ahead}",
                    number(store)
                )
            }
            Unordered::Overtaken { store, newer } => format!(
                "The store of {} in step {} takes its place before that of {} in step {}, which was executed \
                 earlier: nothing orders them.",
                teller.by(store),
                number(store),
                teller.by(newer),
                number(newer)
            ),
        };
        format!("{text}{}", then(teller))
    }
}

fn buffered_name<'t>(teller: &Teller<'t>, store: usize) -> &'t str {
    match teller.event(store).op {
        Op::Buffer { at, .. } => teller.name(at),
        _ => "",
    }
}

/// A read that misses a store.
fn stale(teller: &Teller<'_>, cell: &CellKey, read: usize, missed: usize) -> String {
    let number = |index: usize| teller.numbers[index];
    let Some((at, word)) = teller.read(read) else { return String::new() };
    let (reader, writer) = (teller.cpu(read), teller.cpu(missed));
    let first = format!(
        "{} reads {} = {}, as it was before {} stores to it in step {}",
        teller.place(read),
        teller.name(at),
        teller.value(at, word),
        teller.by(missed),
        number(missed)
    );
    let Some(Seen { theirs, mine, passing }) = seen(teller, at, read, missed) else {
        return format!(
            "{first}. Nothing since then has ordered the read after the store, and {} lets such a \
             read return an old value.",
            describe::memory(cell.memory)
        );
    };
    let (stores, reads) =
        if passing { (Barrier::Stores, Barrier::Reads) } else { (Barrier::All, Barrier::All) };
    let kept = (teller.orders(stores, missed, theirs), teller.orders(reads, mine, read));
    let pair = |cpu: usize, one: usize, two: usize| {
        format!("steps {} and {} of CPU{cpu}", number(one), number(two))
    };
    let (their, own) = (pair(writer, missed, theirs), pair(reader, mine, read));
    let depends = passing && depends(teller, mine, read);
    let missing = match kept {
        (true, false) => format!("Nothing orders {own}."),
        (false, true) => format!("Nothing orders {their}."),
        (false, false) if depends => format!("Nothing orders {their}."),
        (false, false) => format!("Nothing orders {their}, or nothing orders {own}."),
        (true, true) => format!("The barriers between {their} and between {own} do not suffice."),
    };
    let strange = match passing {
        true => format!(
            ", although in step {} it has seen what CPU{writer} did in step {}, later",
            number(mine),
            number(theirs)
        ),
        false => format!(
            "; and CPU{writer} does not see step {} of CPU{reader} in step {} either",
            number(mine),
            number(theirs)
        ),
    };
    format!("{first}{strange}. {missing}")
}

/// The other two accesses of message passing or of store buffering.
fn seen(teller: &Teller<'_>, at: Addr, read: usize, missed: usize) -> Option<Seen> {
    let (reader, writer) = (teller.cpu(read), teller.cpu(missed));
    let passing = teller.reads(reader, read).find_map(|mine| {
        let theirs = teller.source_of(mine)?;
        let later = teller.cpu(theirs) == writer && theirs > missed;
        later.then_some(Seen { theirs, mine, passing: true })
    });
    passing.or_else(|| {
        (0..read).rev().filter(|index| teller.cpu(*index) == reader).find_map(|mine| {
            let (to, _) = teller.store(mine).filter(|(to, _)| *to != at)?;
            let older = |store: Option<usize>| {
                let stores = teller.order.stores(to);
                let place = |of: usize| stores.iter().position(|store| *store == of);
                store.and_then(place).is_none_or(|store| Some(store) < place(mine))
            };
            let theirs = (missed + 1..teller.events.len()).find(|index| {
                teller.cpu(*index) == writer
                    && teller.read(*index).is_some_and(|(from, _)| from == to)
                    && older(teller.source_of(*index))
            })?;
            Some(Seen { theirs, mine, passing: false })
        })
    })
}

/// Whether the address of a read comes from the word of an earlier one.
fn depends(teller: &Teller<'_>, from: usize, read: usize) -> bool {
    let Some((_, word)) = teller.read(from) else { return false };
    (from..read).any(|index| {
        teller.cpu(index) == teller.cpu(read)
            && matches!(&teller.event(index).op,
                Op::Note(Note::Table { word: of, .. } | Note::Page { word: of, .. }) if *of == word)
    })
}

/// What another CPU did to the page or table of the violation.
fn then(teller: &Teller<'_>) -> String {
    let Op::Note(Note::Claim { subject, .. } | Note::Use { subject, .. }) =
        &teller.event(teller.at).op
    else {
        return String::new();
    };
    let about: Subject = *subject;
    let cpu = teller.cpu(teller.at);
    let claimed = (0..teller.at).rev().filter(|index| teller.cpu(*index) != cpu).find_map(
        |index| match teller.event(index).op {
            Op::Note(Note::Claim { subject, claim, .. }) if subject == about => {
                Some((index, claim))
            }
            _ => None,
        },
    );
    claimed.map_or(String::new(), |(index, claim)| {
        format!(
            " {} comes after step {} of CPU{}, which left {} {}.",
            teller.place(teller.at),
            teller.numbers[index],
            teller.cpu(index),
            describe::subject(teller.model, about),
            claim.name()
        )
    })
}
