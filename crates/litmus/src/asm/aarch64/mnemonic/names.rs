//! The names of instructions, as tables.

use pmdrace_axioms::Tag;

use super::super::instruction::{Both, Change, Function, Order, Selected};
use super::super::register::Size;
use super::{Mnemonic, Width};

use Width::{Fixed, Register, Signed};

const B: Width = Fixed(Size::Byte);
const H: Width = Fixed(Size::Half);
const PLAIN: Order = Order::Plain;

/// The mnemonics without variable parts.
const NAMES: &[(&str, Mnemonic)] = &[
    ("NOP", Mnemonic::Nop),
    ("DMB", Mnemonic::Fence { wait: false }),
    ("DSB", Mnemonic::Fence { wait: true }),
    ("ISB", Mnemonic::Isb),
    ("LDR", Mnemonic::Load { width: Register, order: PLAIN }),
    ("LDRB", Mnemonic::Load { width: B, order: PLAIN }),
    ("LDRH", Mnemonic::Load { width: H, order: PLAIN }),
    ("LDRSB", Mnemonic::Load { width: Signed(Size::Byte), order: PLAIN }),
    ("LDRSH", Mnemonic::Load { width: Signed(Size::Half), order: PLAIN }),
    ("LDRSW", Mnemonic::Load { width: Signed(Size::Word), order: PLAIN }),
    ("LDUR", Mnemonic::Load { width: Register, order: PLAIN }),
    ("LDURB", Mnemonic::Load { width: B, order: PLAIN }),
    ("LDURH", Mnemonic::Load { width: H, order: PLAIN }),
    ("LDURSB", Mnemonic::Load { width: Signed(Size::Byte), order: PLAIN }),
    ("LDURSH", Mnemonic::Load { width: Signed(Size::Half), order: PLAIN }),
    ("LDURSW", Mnemonic::Load { width: Signed(Size::Word), order: PLAIN }),
    ("LDAR", Mnemonic::Load { width: Register, order: Order::Acquire }),
    ("LDARB", Mnemonic::Load { width: B, order: Order::Acquire }),
    ("LDARH", Mnemonic::Load { width: H, order: Order::Acquire }),
    ("LDAPR", Mnemonic::Load { width: Register, order: Order::AcquirePc }),
    ("LDAPRB", Mnemonic::Load { width: B, order: Order::AcquirePc }),
    ("LDAPRH", Mnemonic::Load { width: H, order: Order::AcquirePc }),
    ("LDAPUR", Mnemonic::Load { width: Register, order: Order::AcquirePc }),
    ("LDAPURB", Mnemonic::Load { width: B, order: Order::AcquirePc }),
    ("LDAPURH", Mnemonic::Load { width: H, order: Order::AcquirePc }),
    ("STR", Mnemonic::Store { width: Register, release: false }),
    ("STRB", Mnemonic::Store { width: B, release: false }),
    ("STRH", Mnemonic::Store { width: H, release: false }),
    ("STUR", Mnemonic::Store { width: Register, release: false }),
    ("STURB", Mnemonic::Store { width: B, release: false }),
    ("STURH", Mnemonic::Store { width: H, release: false }),
    ("STLR", Mnemonic::Store { width: Register, release: true }),
    ("STLRB", Mnemonic::Store { width: B, release: true }),
    ("STLRH", Mnemonic::Store { width: H, release: true }),
    ("STLUR", Mnemonic::Store { width: Register, release: true }),
    ("STLURB", Mnemonic::Store { width: B, release: true }),
    ("STLURH", Mnemonic::Store { width: H, release: true }),
    ("LDP", Mnemonic::LoadPair { signed: false, order: PLAIN }),
    ("LDNP", Mnemonic::LoadPair { signed: false, order: PLAIN }),
    ("LDPSW", Mnemonic::LoadPair { signed: true, order: PLAIN }),
    ("LDIAPP", Mnemonic::LoadPair { signed: false, order: Order::AcquirePc }),
    ("STP", Mnemonic::StorePair { release: false }),
    ("STNP", Mnemonic::StorePair { release: false }),
    ("STILP", Mnemonic::StorePair { release: true }),
    ("LDXR", Mnemonic::LoadExclusive { width: Register, acquire: false }),
    ("LDXRB", Mnemonic::LoadExclusive { width: B, acquire: false }),
    ("LDXRH", Mnemonic::LoadExclusive { width: H, acquire: false }),
    ("LDAXR", Mnemonic::LoadExclusive { width: Register, acquire: true }),
    ("LDAXRB", Mnemonic::LoadExclusive { width: B, acquire: true }),
    ("LDAXRH", Mnemonic::LoadExclusive { width: H, acquire: true }),
    ("LDXP", Mnemonic::LoadExclusivePair { acquire: false }),
    ("LDAXP", Mnemonic::LoadExclusivePair { acquire: true }),
    ("STXR", Mnemonic::StoreExclusive { width: Register, release: false }),
    ("STXRB", Mnemonic::StoreExclusive { width: B, release: false }),
    ("STXRH", Mnemonic::StoreExclusive { width: H, release: false }),
    ("STLXR", Mnemonic::StoreExclusive { width: Register, release: true }),
    ("STLXRB", Mnemonic::StoreExclusive { width: B, release: true }),
    ("STLXRH", Mnemonic::StoreExclusive { width: H, release: true }),
    ("STXP", Mnemonic::StoreExclusivePair { release: false }),
    ("STLXP", Mnemonic::StoreExclusivePair { release: true }),
    ("ADD", Mnemonic::Compute { function: Function::Add, flags: false }),
    ("ADDS", Mnemonic::Compute { function: Function::Add, flags: true }),
    ("SUB", Mnemonic::Compute { function: Function::Subtract, flags: false }),
    ("SUBS", Mnemonic::Compute { function: Function::Subtract, flags: true }),
    ("AND", Mnemonic::Compute { function: Function::And, flags: false }),
    ("ANDS", Mnemonic::Compute { function: Function::And, flags: true }),
    ("BIC", Mnemonic::Compute { function: Function::AndNot, flags: false }),
    ("BICS", Mnemonic::Compute { function: Function::AndNot, flags: true }),
    ("ORR", Mnemonic::Compute { function: Function::Or, flags: false }),
    ("ORN", Mnemonic::Compute { function: Function::OrNot, flags: false }),
    ("EOR", Mnemonic::Compute { function: Function::Xor, flags: false }),
    ("EON", Mnemonic::Compute { function: Function::XorNot, flags: false }),
    ("LSL", Mnemonic::Compute { function: Function::ShiftLeft, flags: false }),
    ("LSR", Mnemonic::Compute { function: Function::ShiftRight, flags: false }),
    ("ASR", Mnemonic::Compute { function: Function::ShiftRightSigned, flags: false }),
    ("ROR", Mnemonic::Compute { function: Function::Rotate, flags: false }),
    ("CMP", Mnemonic::Compare { function: Function::Subtract }),
    ("CMN", Mnemonic::Compare { function: Function::Add }),
    ("TST", Mnemonic::Compare { function: Function::And }),
    ("NEG", Mnemonic::Unary { function: Function::Subtract, flags: false }),
    ("NEGS", Mnemonic::Unary { function: Function::Subtract, flags: true }),
    ("MVN", Mnemonic::Unary { function: Function::OrNot, flags: false }),
    ("MOV", Mnemonic::Move),
    ("MOVZ", Mnemonic::MoveWide { invert: false }),
    ("MOVN", Mnemonic::MoveWide { invert: true }),
    ("MOVK", Mnemonic::MoveKeep),
    ("UXTB", Mnemonic::Extend { signed: false, from: Size::Byte }),
    ("UXTH", Mnemonic::Extend { signed: false, from: Size::Half }),
    ("UXTW", Mnemonic::Extend { signed: false, from: Size::Word }),
    ("SXTB", Mnemonic::Extend { signed: true, from: Size::Byte }),
    ("SXTH", Mnemonic::Extend { signed: true, from: Size::Half }),
    ("SXTW", Mnemonic::Extend { signed: true, from: Size::Word }),
    ("UBFM", Mnemonic::BitField { signed: false }),
    ("SBFM", Mnemonic::BitField { signed: true }),
    ("UBFX", Mnemonic::Extract { signed: false }),
    ("SBFX", Mnemonic::Extract { signed: true }),
    ("MADD", Mnemonic::MultiplyAdd { subtract: false }),
    ("MSUB", Mnemonic::MultiplyAdd { subtract: true }),
    ("MUL", Mnemonic::Multiply { subtract: false }),
    ("MNEG", Mnemonic::Multiply { subtract: true }),
    ("CSEL", Mnemonic::Select(Selected::Copy)),
    ("CSINC", Mnemonic::Select(Selected::Increment)),
    ("CSINV", Mnemonic::Select(Selected::Invert)),
    ("CSNEG", Mnemonic::Select(Selected::Negate)),
    ("CSET", Mnemonic::SelectFlag(Selected::Increment)),
    ("CSETM", Mnemonic::SelectFlag(Selected::Invert)),
    ("CINC", Mnemonic::SelectChange(Selected::Increment)),
    ("CINV", Mnemonic::SelectChange(Selected::Invert)),
    ("CNEG", Mnemonic::SelectChange(Selected::Negate)),
    ("ADR", Mnemonic::Adr),
    ("B", Mnemonic::Branch),
    ("CBZ", Mnemonic::CompareBranch { zero: true }),
    ("CBNZ", Mnemonic::CompareBranch { zero: false }),
    ("TBZ", Mnemonic::TestBranch { zero: true }),
    ("TBNZ", Mnemonic::TestBranch { zero: false }),
    ("BL", Mnemonic::BranchLink),
    ("BR", Mnemonic::BranchRegister { link: false }),
    ("BLR", Mnemonic::BranchRegister { link: true }),
    ("RET", Mnemonic::Return),
    ("MRS", Mnemonic::ReadSystem),
    ("MSR", Mnemonic::WriteSystem),
    ("TLBI", Mnemonic::Invalidate),
    ("ERET", Mnemonic::ExceptionReturn),
    ("SVC", Mnemonic::SupervisorCall),
    ("UDF", Mnemonic::Undefined),
];

/// The parts of atomic memory operations between `LD` or `ST` and their suffixes.
const CHANGES: &[(&str, Change)] = &[
    ("ADD", Change::Add),
    ("CLR", Change::Clear),
    ("EOR", Change::Xor),
    ("SET", Change::Set),
    ("SMAX", Change::SignedMax),
    ("SMIN", Change::SignedMin),
    ("UMAX", Change::UnsignedMax),
    ("UMIN", Change::UnsignedMin),
];

/// The options of `DMB` and `DSB`, with the barriers that they are.
const BARRIERS: &[(&str, Tag, Tag)] = &[
    ("SY", Tag::DmbFull, Tag::DsbFull),
    ("ISH", Tag::DmbFull, Tag::DsbFull),
    ("OSH", Tag::DmbFull, Tag::DsbFull),
    ("NSH", Tag::DmbFull, Tag::DsbFull),
    ("LD", Tag::DmbLd, Tag::DsbLd),
    ("ISHLD", Tag::DmbLd, Tag::DsbLd),
    ("OSHLD", Tag::DmbLd, Tag::DsbLd),
    ("NSHLD", Tag::DmbLd, Tag::DsbLd),
    ("ST", Tag::DmbSt, Tag::DsbSt),
    ("ISHST", Tag::DmbSt, Tag::DsbSt),
    ("OSHST", Tag::DmbSt, Tag::DsbSt),
    ("NSHST", Tag::DmbSt, Tag::DsbSt),
];

/// The barrier of an option, of `DSB` if it waits.
pub(in super::super) fn barrier(option: &str, wait: bool) -> Option<Tag> {
    let option = option.to_ascii_uppercase();
    let (_, order, complete) = BARRIERS.iter().find(|(name, ..)| *name == option)?;
    Some(if wait { *complete } else { *order })
}

impl Mnemonic {
    /// What a name stands for. `B.EQ` and its kin are not here.
    pub(in super::super) fn named(name: &str) -> Option<Mnemonic> {
        let name = name.to_ascii_uppercase();
        let plain = NAMES.iter().find(|(other, _)| *other == name);
        plain.map(|(_, mnemonic)| *mnemonic).or_else(|| atomic(&name))
    }

    /// The names that are most like this one.
    pub(in super::super) fn like(name: &str) -> Vec<String> {
        let name = name.to_ascii_uppercase();
        let names = NAMES.iter().map(|(name, _)| (*name).to_owned());
        let atomics =
            CHANGES.iter().flat_map(|(change, _)| [format!("LD{change}"), format!("ST{change}")]);
        let others = ["SWP", "CAS", "CASP", "B.EQ"].map(String::from);
        let mut all: Vec<String> = names.chain(atomics).chain(others).collect();
        all.sort_by_key(|other| strsim::osa_distance(other, &name));
        all.truncate(3);
        all
    }
}

/// Atomic memory operations and compare-and-swap: a name, an order, a size.
fn atomic(name: &str) -> Option<Mnemonic> {
    let (base, width) = match name.as_bytes().last()? {
        b'B' => (name.strip_suffix('B')?, B),
        b'H' => (name.strip_suffix('H')?, H),
        _ => (name, Register),
    };
    let orders = [("AL", true, true), ("A", true, false), ("L", false, true), ("", false, false)];
    for (suffix, acquire, release) in orders {
        let Some(base) = base.strip_suffix(suffix) else { continue };
        let with = Both { acquire, release };
        let change = |name: &str| CHANGES.iter().find(|(other, _)| *other == name);
        if base == "CAS" {
            return Some(Mnemonic::CompareAndSwap { width, with });
        }
        if base == "CASP" && width == Register {
            return Some(Mnemonic::CompareAndSwapPair { with });
        }
        if base == "SWP" {
            return Some(Mnemonic::Atomic { change: Change::Swap, width, with });
        }
        if let Some((_, change)) = base.strip_prefix("LD").and_then(change) {
            return Some(Mnemonic::Atomic { change: *change, width, with });
        }
        let store = base.strip_prefix("ST").filter(|_| !acquire);
        if let Some((_, change)) = store.and_then(change) {
            return Some(Mnemonic::AtomicStore { change: *change, width, with });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suffixes_of_atomics() {
        let both = |acquire, release| Both { acquire, release };
        for (name, expected) in [
            (
                "swpal",
                Mnemonic::Atomic { change: Change::Swap, width: Register, with: both(true, true) },
            ),
            (
                "LDADDAB",
                Mnemonic::Atomic { change: Change::Add, width: B, with: both(true, false) },
            ),
            (
                "LDSMAXL",
                Mnemonic::Atomic {
                    change: Change::SignedMax,
                    width: Register,
                    with: both(false, true),
                },
            ),
            (
                "STCLRLH",
                Mnemonic::AtomicStore { change: Change::Clear, width: H, with: both(false, true) },
            ),
            ("CASAH", Mnemonic::CompareAndSwap { width: H, with: both(true, false) }),
            ("CASPAL", Mnemonic::CompareAndSwapPair { with: both(true, true) }),
        ] {
            assert_eq!(Mnemonic::named(name), Some(expected), "{name}");
        }
        for wrong in ["STADDA", "CASPB", "SWPLA", "LD", "", "LDADDX"] {
            assert_eq!(Mnemonic::named(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn names_are_there_once_and_near_ones_are_found() {
        for (index, (name, _)) in NAMES.iter().enumerate() {
            assert!(NAMES[..index].iter().all(|(other, _)| other != name), "{name}");
        }
        assert_eq!(Mnemonic::like("LDRX")[0], "LDR");
        assert!(Mnemonic::like("LADD").contains(&"LDADD".to_owned()));
        assert_eq!(barrier("ishld", true), Some(Tag::DsbLd));
        assert_eq!(barrier("LDST", false), None);
    }
}
