//! Mnemonics: what the name of an instruction stands for. [`names`] has the names.

mod names;

use super::instruction::{Both, Change, Function, Order, Selected};
use super::register::Size;
pub(super) use names::barrier;

/// What a mnemonic stands for. The operands say the rest.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mnemonic {
    Nop,
    /// The barrier follows from an option.
    Fence {
        wait: bool,
    },
    Isb,
    Load {
        width: Width,
        order: Order,
    },
    Store {
        width: Width,
        release: bool,
    },
    LoadPair {
        signed: bool,
        order: Order,
    },
    StorePair {
        release: bool,
    },
    LoadExclusive {
        width: Width,
        acquire: bool,
    },
    LoadExclusivePair {
        acquire: bool,
    },
    StoreExclusive {
        width: Width,
        release: bool,
    },
    StoreExclusivePair {
        release: bool,
    },
    Atomic {
        change: Change,
        width: Width,
        with: Both,
    },
    /// An atomic memory operation that returns nothing.
    AtomicStore {
        change: Change,
        width: Width,
        with: Both,
    },
    CompareAndSwap {
        width: Width,
        with: Both,
    },
    CompareAndSwapPair {
        with: Both,
    },
    Compute {
        function: Function,
        flags: bool,
    },
    /// A computation of which only the flags are kept.
    Compare {
        function: Function,
    },
    /// A computation whose first operand is zero.
    Unary {
        function: Function,
        flags: bool,
    },
    Move,
    MoveWide {
        invert: bool,
    },
    MoveKeep,
    Extend {
        signed: bool,
        from: Size,
    },
    BitField {
        signed: bool,
    },
    Extract {
        signed: bool,
    },
    MultiplyAdd {
        subtract: bool,
    },
    Multiply {
        subtract: bool,
    },
    Select(Selected),
    /// `CSET` and `CSETM`: a select between zero and its change.
    SelectFlag(Selected),
    /// `CINC` and its kin: a select between a register and its change.
    SelectChange(Selected),
    Adr,
    Branch,
    CompareBranch {
        zero: bool,
    },
    TestBranch {
        zero: bool,
    },
    BranchLink,
    BranchRegister {
        link: bool,
    },
    Return,
    ReadSystem,
    WriteSystem,
    Invalidate,
    ExceptionReturn,
    SupervisorCall,
    Undefined,
}

/// The size of an access.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Width {
    /// That of the register.
    Register,
    /// This one.
    Fixed(Size),
    /// This one, with its sign.
    Signed(Size),
}
