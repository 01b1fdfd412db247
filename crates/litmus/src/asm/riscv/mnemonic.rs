//! Mnemonics, as tables: which instruction a name stands for.

use pmdrace_axioms::{Tag, Tags};

use super::super::size::Size;
use super::instruction::{Both, Change, Condition, Function, Instruction};

/// What a mnemonic stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mnemonic {
    Plain(Instruction),
    Fence,
    Load {
        size: Size,
        signed: bool,
    },
    Store {
        size: Size,
    },
    LoadReserved {
        size: Size,
    },
    StoreConditional {
        size: Size,
    },
    Atomic {
        change: Change,
        size: Size,
    },
    Compute {
        function: Function,
        size: Size,
    },
    Immediate {
        function: Function,
        size: Size,
    },
    Move,
    Not,
    Negate {
        size: Size,
    },
    SetIfZero,
    SetIfNotZero,
    Extend {
        signed: bool,
        size: Size,
    },
    LoadImmediate,
    LoadUpper,
    LoadAddress,
    Branch(Condition),
    /// A branch with the operands swapped: `bgt`.
    BranchSwapped(Condition),
    /// A branch that compares with zero.
    BranchZero(Condition),
    Jump,
}

const W: Size = Size::Word;
const D: Size = Size::Double;

/// Mnemonics without `.aq` and `.rl`.
const NAMES: &[(&str, Mnemonic)] = &[
    ("nop", Mnemonic::Plain(Instruction::Nop)),
    ("fence.i", Mnemonic::Plain(Instruction::Nop)),
    ("fence.tso", Mnemonic::Plain(Instruction::Fence(Tags::NONE.with(Tag::FenceTso)))),
    ("fence", Mnemonic::Fence),
    ("ret", Mnemonic::Plain(Instruction::Return)),
    ("lb", Mnemonic::Load { size: Size::Byte, signed: true }),
    ("lbu", Mnemonic::Load { size: Size::Byte, signed: false }),
    ("lh", Mnemonic::Load { size: Size::Half, signed: true }),
    ("lhu", Mnemonic::Load { size: Size::Half, signed: false }),
    ("lw", Mnemonic::Load { size: W, signed: true }),
    ("lwu", Mnemonic::Load { size: W, signed: false }),
    ("ld", Mnemonic::Load { size: D, signed: true }),
    ("sb", Mnemonic::Store { size: Size::Byte }),
    ("sh", Mnemonic::Store { size: Size::Half }),
    ("sw", Mnemonic::Store { size: W }),
    ("sd", Mnemonic::Store { size: D }),
    ("lr.w", Mnemonic::LoadReserved { size: W }),
    ("lr.d", Mnemonic::LoadReserved { size: D }),
    ("sc.w", Mnemonic::StoreConditional { size: W }),
    ("sc.d", Mnemonic::StoreConditional { size: D }),
    ("add", Mnemonic::Compute { function: Function::Add, size: D }),
    ("sub", Mnemonic::Compute { function: Function::Subtract, size: D }),
    ("and", Mnemonic::Compute { function: Function::And, size: D }),
    ("or", Mnemonic::Compute { function: Function::Or, size: D }),
    ("xor", Mnemonic::Compute { function: Function::Xor, size: D }),
    ("sll", Mnemonic::Compute { function: Function::ShiftLeft, size: D }),
    ("srl", Mnemonic::Compute { function: Function::ShiftRight, size: D }),
    ("sra", Mnemonic::Compute { function: Function::ShiftRightSigned, size: D }),
    ("slt", Mnemonic::Compute { function: Function::Less, size: D }),
    ("sltu", Mnemonic::Compute { function: Function::LessUnsigned, size: D }),
    ("mul", Mnemonic::Compute { function: Function::Multiply, size: D }),
    ("addw", Mnemonic::Compute { function: Function::Add, size: W }),
    ("subw", Mnemonic::Compute { function: Function::Subtract, size: W }),
    ("sllw", Mnemonic::Compute { function: Function::ShiftLeft, size: W }),
    ("srlw", Mnemonic::Compute { function: Function::ShiftRight, size: W }),
    ("sraw", Mnemonic::Compute { function: Function::ShiftRightSigned, size: W }),
    ("mulw", Mnemonic::Compute { function: Function::Multiply, size: W }),
    ("addi", Mnemonic::Immediate { function: Function::Add, size: D }),
    ("andi", Mnemonic::Immediate { function: Function::And, size: D }),
    ("ori", Mnemonic::Immediate { function: Function::Or, size: D }),
    ("xori", Mnemonic::Immediate { function: Function::Xor, size: D }),
    ("slli", Mnemonic::Immediate { function: Function::ShiftLeft, size: D }),
    ("srli", Mnemonic::Immediate { function: Function::ShiftRight, size: D }),
    ("srai", Mnemonic::Immediate { function: Function::ShiftRightSigned, size: D }),
    ("slti", Mnemonic::Immediate { function: Function::Less, size: D }),
    ("sltiu", Mnemonic::Immediate { function: Function::LessUnsigned, size: D }),
    ("addiw", Mnemonic::Immediate { function: Function::Add, size: W }),
    ("slliw", Mnemonic::Immediate { function: Function::ShiftLeft, size: W }),
    ("srliw", Mnemonic::Immediate { function: Function::ShiftRight, size: W }),
    ("sraiw", Mnemonic::Immediate { function: Function::ShiftRightSigned, size: W }),
    ("mv", Mnemonic::Move),
    ("not", Mnemonic::Not),
    ("neg", Mnemonic::Negate { size: D }),
    ("negw", Mnemonic::Negate { size: W }),
    ("seqz", Mnemonic::SetIfZero),
    ("snez", Mnemonic::SetIfNotZero),
    ("sext.b", Mnemonic::Extend { signed: true, size: Size::Byte }),
    ("sext.h", Mnemonic::Extend { signed: true, size: Size::Half }),
    ("sext.w", Mnemonic::Extend { signed: true, size: W }),
    ("zext.b", Mnemonic::Extend { signed: false, size: Size::Byte }),
    ("zext.h", Mnemonic::Extend { signed: false, size: Size::Half }),
    ("zext.w", Mnemonic::Extend { signed: false, size: W }),
    ("li", Mnemonic::LoadImmediate),
    ("lui", Mnemonic::LoadUpper),
    ("la", Mnemonic::LoadAddress),
    ("beq", Mnemonic::Branch(Condition::Equal)),
    ("bne", Mnemonic::Branch(Condition::NotEqual)),
    ("blt", Mnemonic::Branch(Condition::Less)),
    ("bge", Mnemonic::Branch(Condition::NotLess)),
    ("bltu", Mnemonic::Branch(Condition::LessUnsigned)),
    ("bgeu", Mnemonic::Branch(Condition::NotLessUnsigned)),
    ("bgt", Mnemonic::BranchSwapped(Condition::Less)),
    ("ble", Mnemonic::BranchSwapped(Condition::NotLess)),
    ("bgtu", Mnemonic::BranchSwapped(Condition::LessUnsigned)),
    ("bleu", Mnemonic::BranchSwapped(Condition::NotLessUnsigned)),
    ("beqz", Mnemonic::BranchZero(Condition::Equal)),
    ("bnez", Mnemonic::BranchZero(Condition::NotEqual)),
    ("bltz", Mnemonic::BranchZero(Condition::Less)),
    ("bgez", Mnemonic::BranchZero(Condition::NotLess)),
    ("j", Mnemonic::Jump),
];

/// The parts of atomic operations between `amo` and the size.
const CHANGES: &[(&str, Change)] = &[
    ("swap", Change::Swap),
    ("add", Change::Add),
    ("and", Change::And),
    ("or", Change::Or),
    ("xor", Change::Xor),
    ("max", Change::Max),
    ("min", Change::Min),
    ("maxu", Change::MaxUnsigned),
    ("minu", Change::MinUnsigned),
];

impl Mnemonic {
    /// What a name stands for, and its order.
    pub(super) fn named(name: &str) -> Option<(Mnemonic, Both)> {
        let name = name.to_ascii_lowercase();
        let orders = [
            (".aq.rl", true, true),
            (".aqrl", true, true),
            (".aq", true, false),
            (".rl", false, true),
            ("", false, false),
        ];
        let (stem, acquire, release) =
            orders.into_iter().find_map(|(suffix, acquire, release)| {
                name.strip_suffix(suffix).map(|stem| (stem, acquire, release))
            })?;
        let found = NAMES.iter().find(|(other, _)| *other == stem);
        let mnemonic = found.map(|(_, mnemonic)| *mnemonic).or_else(|| atomic(stem))?;
        let ordered = matches!(
            mnemonic,
            Mnemonic::Load { .. }
                | Mnemonic::Store { .. }
                | Mnemonic::LoadReserved { .. }
                | Mnemonic::StoreConditional { .. }
                | Mnemonic::Atomic { .. }
        );
        let with = Both { acquire, release };
        (ordered || !(acquire || release)).then_some((mnemonic, with))
    }

    /// The names that are most like this one.
    pub(super) fn like(name: &str) -> Vec<String> {
        let name = name.to_ascii_lowercase();
        let atomics = CHANGES.iter().map(|(change, _)| format!("amo{change}.w"));
        let names = NAMES.iter().map(|(name, _)| (*name).to_owned());
        let mut all: Vec<String> = names.chain(atomics).collect();
        all.sort_by_key(|other| strsim::osa_distance(other, &name));
        all.truncate(3);
        all
    }
}

fn atomic(name: &str) -> Option<Mnemonic> {
    let (change, size) = name.strip_prefix("amo")?.split_once('.')?;
    let (_, change) = CHANGES.iter().find(|(name, _)| *name == change)?;
    let size = match size {
        "w" => W,
        "d" => D,
        _ => return None,
    };
    Some(Mnemonic::Atomic { change: *change, size })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_there_once_and_have_orders_where_they_may() {
        for (index, (name, _)) in NAMES.iter().enumerate() {
            assert!(NAMES[..index].iter().all(|(other, _)| other != name), "{name}");
        }
        let both = |acquire, release| Both { acquire, release };
        let swap = Mnemonic::Atomic { change: Change::Swap, size: D };
        assert_eq!(Mnemonic::named("amoswap.d.aq.rl"), Some((swap, both(true, true))));
        assert_eq!(Mnemonic::named("amoswap.d.aqrl"), Some((swap, both(true, true))));
        let load = Mnemonic::Load { size: W, signed: true };
        assert_eq!(Mnemonic::named("LW.AQ"), Some((load, both(true, false))));
        for wrong in ["add.aq", "amonand.w", "amoswap", "amoswap.b", "", ".aq", "lw.aq.aq"] {
            assert_eq!(Mnemonic::named(wrong), None, "{wrong}");
        }
        assert_eq!(Mnemonic::like("lwx")[0], "lw");
    }
}
