//! Checks an architecture against the helper contract: every clause on every word of its domain.

use pmdrace_pgtable::{Arch, CLAUSES, Clause, Domain, Pmd};
use pmdrace_report::contract::{ContractReport, Outcome};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::words::words;

/// The default seed of the random words.
pub const SEED: u64 = 0x706d_6472_6163_6500;
/// The default number of random words of each class.
pub const RANDOM_WORDS: u64 = 1_000;

/// Checks every clause of the contract on `arch`. The same seed gives the same report.
pub fn check_contract(arch: &'static dyn Arch, seed: u64, random_words: u64) -> ContractReport {
    let mut rng = StdRng::seed_from_u64(seed);
    let words = Domain::ALL.map(|domain| words(arch, domain, &mut rng, random_words));
    let outcomes = CLAUSES.iter().map(|clause| outcome(arch, clause, &words)).collect();
    ContractReport { arch, seed, random_words, outcomes }
}

/// Checks a clause on the words of its domain. They are sorted, so the first that fails is the smallest.
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
