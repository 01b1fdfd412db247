//! The small operations that instructions of every architecture are made of.
//!
//! An architecture's file translates its mnemonics into these; one executor runs them.

use super::expression::Expression;
use crate::host::{Effect, Order, RmwOp};
use crate::ir::op::{Binary, Predicate};

/// A register as an instruction names it: the slot that holds it, and how much of it is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Reg {
    pub(crate) slot: usize,
    pub(crate) width: u32,
    /// Whether writing it leaves the higher bits as they are.
    pub(crate) merges: bool,
}

impl Reg {
    /// The register that is always zero: no slot has this number.
    pub(crate) fn zero(width: u32) -> Reg {
        Reg { slot: usize::MAX, width, merges: false }
    }
}

impl From<Reg> for Source {
    fn from(reg: Reg) -> Source {
        Source::Reg(reg)
    }
}

/// Where a value comes from.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Source {
    Reg(Reg),
    Number(u128),
    /// Worked out from operands.
    Expression(Box<Expression>),
}

/// An address: segment, base, scaled index and offset.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Address {
    /// The system register that holds the base of the segment.
    pub(crate) segment: Option<&'static str>,
    pub(crate) base: Option<Reg>,
    pub(crate) index: Option<(Reg, u64)>,
    pub(crate) offset: Option<Expression>,
    /// A symbol that the text names.
    pub(crate) symbol: Option<String>,
}

/// An access to memory.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Place {
    pub(crate) address: Address,
    /// In bytes.
    pub(crate) size: u64,
    pub(crate) order: Order,
}

/// What the last comparison found, in terms that all architectures can be told in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Condition {
    Equal,
    Below,
    BelowOrEqual,
    Less,
    LessOrEqual,
    Negative,
    Overflow,
}

/// What decides a jump or a selection.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Test {
    /// A flag, or its opposite.
    Flag(Condition, bool),
    /// A comparison.
    Compare(Predicate, u32, Source, Source),
    /// Whether a bit is set.
    Bit(Source, Source),
}

/// Where a jump goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Target {
    /// A step of the assembled code.
    Step(usize),
    /// A label of `asm goto`.
    Label(usize),
}

/// Bits that an instruction counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Count {
    /// Zeros from the lowest bit.
    Trailing,
    /// Zeros from the highest bit.
    Leading,
    /// Bits that are set.
    Ones,
    /// The number of the highest bit that is set.
    Highest,
    /// No count: the bytes in reverse order.
    Bytes,
    /// No count: the bits in reverse order.
    Bits,
}

/// Which bit of a system register lets the CPU take interrupts, and what it is then.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct InterruptBit {
    pub(crate) mask: u128,
    pub(crate) enabled_when_set: bool,
}

/// One small operation.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Micro {
    Move {
        into: Reg,
        from: Source,
    },
    Extend {
        into: Reg,
        from: Source,
        width: u32,
        signed: bool,
    },
    Binary {
        op: Binary,
        into: Reg,
        a: Source,
        b: Source,
        flags: bool,
    },
    /// Sets the flags as a subtraction does.
    Compare {
        width: u32,
        a: Source,
        b: Source,
    },
    /// Sets the flags as a logical and does.
    Test {
        width: u32,
        a: Source,
        b: Source,
    },
    /// The flag [`Condition::Below`] becomes a bit of a value.
    TestBit {
        from: Source,
        bit: Source,
    },
    Count {
        kind: Count,
        into: Reg,
        from: Source,
        width: u32,
    },
    Select {
        into: Reg,
        test: Test,
        yes: Source,
        no: Source,
    },
    Jump {
        test: Option<Test>,
        to: Target,
    },
    Address {
        into: Reg,
        address: Address,
    },
    Load {
        into: Reg,
        place: Place,
        signed: bool,
    },
    Store {
        from: Source,
        place: Place,
    },
    /// The beginning of an atomic update of which the end says what it is.
    LoadExclusive {
        into: Reg,
        place: Place,
    },
    /// The end of one: the status becomes that of success.
    StoreExclusive {
        status: Reg,
        success: u128,
        from: Source,
        place: Place,
    },
    /// An atomic update; flags as the operation sets them on the new value.
    Rmw {
        op: RmwOp,
        into: Option<Reg>,
        operand: Source,
        place: Place,
        flags: bool,
    },
    /// An atomic update of one bit; the flag [`Condition::Below`] becomes what it was.
    RmwBit {
        op: RmwOp,
        bit: Source,
        place: Place,
    },
    /// Compares and exchanges: `found` becomes the old value.
    Cmpxchg {
        expected: Source,
        found: Reg,
        new: Source,
        place: Place,
    },
    /// An instruction that other CPUs or the host may notice.
    Effect {
        mnemonic: String,
        effect: Effect,
        operands: Vec<Source>,
        into: Option<Reg>,
    },
    /// A call of a symbol: by the mark or name in the text, or by the value of an operand.
    Call {
        name: String,
        by: Option<Source>,
        into: Option<Reg>,
    },
    ReadSystem {
        name: &'static str,
        into: Reg,
    },
    /// Reads a register of which only the text knows the name.
    ReadNamed {
        name: String,
        into: Reg,
    },
    WriteSystem {
        name: &'static str,
        from: Source,
        interrupts: Option<InterruptBit>,
    },
    Push {
        from: Source,
    },
    Pop {
        into: Reg,
    },
    PopTo {
        place: Place,
    },
}
