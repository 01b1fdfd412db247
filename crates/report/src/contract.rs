//! Which promises of the helper contract each architecture keeps: every clause over whole classes of
//! words and over random ones.
//!
//! [`check()`] asks, [`text()`] and [`json()`] show. The classes are small enough to go through in
//! full: the empty word, tables, the leaves and the migration entries of a few page frames with every
//! combination of their flags, and for clauses about any word all of these, and zero, with up to two
//! bits flipped. The random words come from a seed; the same seed gives the same report.

mod text;

use pmdrace_pgtable::{
    Arch, CLAUSES, Clause, Domain, Establish, MigrationAccess, MigrationEntry, Pmd, TlbFlush,
};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};

pub use text::text;

/// The seed of the random words unless another is given.
pub const SEED: u64 = 0x706d_6472_6163_6500;
/// How many random words of each class unless another number is given.
pub const RANDOM_WORDS: u64 = 1_000;

/// What the words of one clause's domain showed on one architecture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Every word keeps the promise.
    Holds {
        /// How many different words were asked.
        checked: u64,
    },
    /// Some word does not.
    Fails {
        /// How many different words were asked.
        checked: u64,
        /// How many of them failed.
        failed: u64,
        /// The smallest of those, as a number.
        word: Pmd,
    },
    /// There is no such word or no such helper.
    NotApplicable,
}

impl Outcome {
    const fn letter(self) -> char {
        match self {
            Outcome::Holds { .. } => '.',
            Outcome::Fails { .. } => 'x',
            Outcome::NotApplicable => '-',
        }
    }
}

/// What one architecture makes of the contract.
#[derive(Clone, Debug)]
pub struct ContractReport {
    /// The architecture.
    pub arch: &'static dyn Arch,
    /// Where the random words come from.
    pub seed: u64,
    /// How many of each class there are.
    pub random_words: u64,
    /// One per clause, in the order of [`CLAUSES`].
    pub outcomes: Vec<Outcome>,
}

impl ContractReport {
    /// Each clause with its outcome.
    pub fn clauses(&self) -> impl Iterator<Item = (&'static Clause, Outcome)> {
        CLAUSES.iter().zip(self.outcomes.iter().copied())
    }
}

/// Asks `arch` about every clause.
pub fn check(arch: &'static dyn Arch, seed: u64, random_words: u64) -> ContractReport {
    let mut rng = StdRng::seed_from_u64(seed);
    let words = Domain::ALL.map(|domain| words(arch, domain, &mut rng, random_words));
    let outcomes = CLAUSES.iter().map(|clause| outcome(arch, clause, &words)).collect();
    ContractReport { arch, seed, random_words, outcomes }
}

/// The clause over the words of its domain, which are sorted: the first that fails is the smallest.
fn outcome(arch: &dyn Arch, clause: &Clause, words: &[Vec<u64>]) -> Outcome {
    let (mut checked, mut failed, mut first) = (0, 0, None);
    for word in &words[clause.domain as usize] {
        let Some(holds) = (clause.holds)(arch, Pmd(*word)) else { continue };
        checked += 1;
        if !holds {
            failed += 1;
            first.get_or_insert(Pmd(*word));
        }
    }
    match first {
        Some(word) => Outcome::Fails { checked, failed, word },
        None if checked > 0 => Outcome::Holds { checked },
        None => Outcome::NotApplicable,
    }
}

/// The words of a domain, sorted, each once.
fn words(arch: &dyn Arch, domain: Domain, rng: &mut StdRng, random: u64) -> Vec<u64> {
    let random = |rng: &mut StdRng, make: &mut dyn FnMut(&mut StdRng)| {
        (0..random).for_each(|_| make(rng));
    };
    let mut words = Vec::new();
    match domain {
        Domain::Empty => words.push(arch.none_pmd().0),
        Domain::Table => {
            words.extend(tables(arch));
            random(rng, &mut |rng| {
                words.push(arch.table_pmd(number(rng, pfn_bits(arch)).max(1)).0)
            });
            // The one table whose address stands for an empty PMD.
            words.retain(|word| *word != arch.none_pmd().0);
        }
        Domain::Leaf => {
            words.extend(leaves(arch));
            random(rng, &mut |rng| words.extend(leaves_of(arch, huge_pfn(arch, rng))));
        }
        Domain::Migration => {
            words.extend(migration_entries(arch));
            random(rng, &mut |rng| words.extend(entries_of(arch, huge_pfn(arch, rng))));
        }
        Domain::Any | Domain::ProtNoneLeaf => {
            let mut bases = vec![0, arch.none_pmd().0];
            bases.extend(tables(arch));
            bases.extend(leaves(arch));
            bases.extend(migration_entries(arch));
            words.extend(bases.into_iter().flat_map(flipped));
            if domain == Domain::ProtNoneLeaf {
                let leaf = |word: &u64| {
                    arch.pmd_protnone(Pmd(*word)) == Some(true) && arch.pmd_leaf(Pmd(*word))
                };
                words.retain(leaf);
                let found = words.clone();
                // Few random words are such leaves; the ones at hand with some more bits flipped are.
                random(rng, &mut |rng| match found.len() {
                    0 => {}
                    len => words.push(found[rng.random_range(0..len)] ^ few_bits(rng)),
                });
                words.retain(leaf);
            } else {
                random(rng, &mut |rng| words.push(any_word(rng)));
            }
        }
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// How many bits a page frame number has.
fn pfn_bits(arch: &dyn Arch) -> u32 {
    // Without migration entries nothing says so; 32-bit arm has the fewest, 40 - 12.
    arch.facts().thp_migration.map_or(28, |format| format.pfn_bits)
}

/// The page frames to go through: one huge page up from zero, a pattern, and the last.
fn pfns(arch: &dyn Arch) -> [u64; 3] {
    let pages = arch.hpage_pmd_nr();
    let all = (1 << pfn_bits(arch)) - 1;
    [pages, 0x5555_5555_5555_5555, u64::MAX].map(|pfn| pfn & all & !(pages - 1))
}

fn tables(arch: &dyn Arch) -> Vec<u64> {
    pfns(arch).map(|pfn| arch.table_pmd(pfn).0).to_vec()
}

fn leaves(arch: &dyn Arch) -> Vec<u64> {
    pfns(arch).into_iter().flat_map(|pfn| leaves_of(arch, pfn)).collect()
}

/// The leaves of one huge page with every combination of write, dirty and young.
fn leaves_of(arch: &dyn Arch, pfn: u64) -> Vec<u64> {
    let mut leaves = vec![arch.mk_huge_pmd(pfn)];
    let changes = [
        |arch: &dyn Arch, pmd| arch.pmd_mkwrite(pmd),
        |arch: &dyn Arch, pmd| arch.pmd_mkdirty(pmd),
        |arch: &dyn Arch, pmd| arch.pmd_mkold(pmd),
    ];
    for change in changes {
        let changed: Vec<Pmd> = leaves.iter().map(|pmd| change(arch, *pmd)).collect();
        leaves.extend(changed);
    }
    leaves.into_iter().map(|pmd| pmd.0).collect()
}

fn migration_entries(arch: &dyn Arch) -> Vec<u64> {
    pfns(arch).into_iter().flat_map(|pfn| entries_of(arch, pfn)).collect()
}

/// The migration entries of one page of every type, young and old, dirty and clean.
fn entries_of(arch: &dyn Arch, pfn: u64) -> Vec<u64> {
    let mut words = Vec::new();
    for access in MigrationAccess::ALL {
        for (young, dirty) in [(false, false), (false, true), (true, false), (true, true)] {
            let entry = MigrationEntry { access, pfn, young, dirty };
            words.extend(entry.to_pmd(arch).map(|pmd| pmd.0));
        }
    }
    words
}

/// The word, and the word with each one and each two of its bits flipped.
fn flipped(word: u64) -> impl Iterator<Item = u64> {
    let two = (0..64).flat_map(move |a| (0..=a).map(move |b| word ^ (1 << a | 1 << b)));
    std::iter::once(word).chain(two)
}

/// A number below `1 << bits` of a random length, so that short ones occur as well.
fn number(rng: &mut StdRng, bits: u32) -> u64 {
    let number = rng.random::<u64>() >> (64 - bits);
    number >> rng.random_range(0..bits)
}

/// The page frame number of a huge page, not the one at zero.
fn huge_pfn(arch: &dyn Arch, rng: &mut StdRng) -> u64 {
    let pages = arch.hpage_pmd_nr();
    (number(rng, pfn_bits(arch)) & !(pages - 1)).max(pages)
}

/// Any word: some with half of their bits set, some with few, some with most.
fn any_word(rng: &mut StdRng) -> u64 {
    let (a, b, c): (u64, u64, u64) = rng.random();
    match rng.random_range(0..4) {
        0 => a,
        1 => a & b,
        2 => a & b & c,
        _ => a | b,
    }
}

/// A word with about one bit in eight set.
fn few_bits(rng: &mut StdRng) -> u64 {
    let (a, b, c): (u64, u64, u64) = rng.random();
    a & b & c
}

const fn establish(how: Establish) -> &'static str {
    match how {
        Establish::Xchg => "exchange, fully ordered",
        Establish::XchgRelaxed => "exchange, unordered",
        Establish::ReadThenStore => "read, then store",
        Establish::LoadReserveLoop => "load-reserve loop",
        Establish::CmpxchgLoop => "compare-exchange loop",
        Establish::FlushThenStore => "read, then store",
    }
}

const fn flush(how: TlbFlush) -> &'static str {
    match how {
        TlbFlush::Broadcast => "broadcast",
        TlbFlush::Ipi => "interrupt",
        TlbFlush::Firmware => "firmware call",
        TlbFlush::CrossCall => "cross call",
    }
}

const fn order(how: Establish) -> &'static str {
    match how {
        Establish::FlushThenStore => "before",
        _ => "after",
    }
}

/// The reports as one JSON document.
pub fn json(reports: &[ContractReport]) -> Value {
    let clauses: Vec<Value> = CLAUSES
        .iter()
        .map(|clause| {
            json!({
                "name": clause.name,
                "text": clause.text,
                "source": clause.source,
                "domain": clause.domain.title(),
            })
        })
        .collect();
    let architectures: Vec<Value> = reports.iter().map(architecture).collect();
    json!({
        "seed": reports.first().map(|report| report.seed),
        "random_words": reports.first().map(|report| report.random_words),
        "clauses": clauses,
        "architectures": architectures,
    })
}

fn architecture(report: &ContractReport) -> Value {
    let outcomes: Vec<Value> = report
        .clauses()
        .map(|(clause, outcome)| match outcome {
            Outcome::Holds { checked } => {
                json!({ "clause": clause.name, "outcome": "holds", "checked": checked })
            }
            Outcome::Fails { checked, failed, word } => json!({
                "clause": clause.name,
                "outcome": "fails",
                "checked": checked,
                "failed": failed,
                "word": format!("{:#x}", word.0),
            }),
            Outcome::NotApplicable => {
                json!({ "clause": clause.name, "outcome": "not-applicable" })
            }
        })
        .collect();
    let mmu = report.arch.facts().mmu;
    json!({
        "arch": report.arch.name(),
        "outcomes": outcomes,
        "invalidation": {
            "establish": establish(mmu.establish),
            "flush": flush(mmu.flush),
            "flush_comes": order(mmu.establish),
            "set_pmd_at_flushes": mmu.set_pmd_at_flushes,
            "invalidate_ad_flushes": mmu.invalidate_ad_flushes,
        },
    })
}
