//! [`Instruction`]: the instructions of AArch64 that have a meaning here.

use pmdrace_axioms::Tag;

use super::register::{Register, Size};

/// An instruction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Instruction {
    /// `NOP`.
    Nop,
    /// `DMB`, `DSB`, `ISB`.
    Fence(Tag),
    /// `LDR`, `LDAR`, `LDAPR` and their kin.
    Load { size: Size, extend: Extend, order: Order, to: Register, at: Address },
    /// `STR`, `STLR` and their kin.
    Store { size: Size, release: bool, from: Register, at: Address },
    /// `LDP`, `LDNP`, `LDPSW`, `LDIAPP`.
    LoadPair { size: Size, extend: Extend, order: Order, to: [Register; 2], at: Address },
    /// `STP`, `STNP`, `STILP`.
    StorePair { size: Size, release: bool, from: [Register; 2], at: Address },
    /// `LDXR`, `LDAXR`.
    LoadExclusive { size: Size, acquire: bool, to: Register, at: Register },
    /// `LDXP`, `LDAXP`.
    LoadExclusivePair { size: Size, acquire: bool, to: [Register; 2], at: Register },
    /// `STXR`, `STLXR`.
    StoreExclusive { size: Size, release: bool, status: Register, from: Register, at: Register },
    /// `STXP`, `STLXP`.
    StoreExclusivePair {
        size: Size,
        release: bool,
        status: Register,
        from: [Register; 2],
        at: Register,
    },
    /// `SWP`, `LDADD` and the other atomic memory operations; `STADD` and its kin write to `XZR`.
    Atomic { change: Change, size: Size, with: Both, from: Register, to: Register, at: Register },
    /// `CAS`: compares with `old`, which the old value goes to.
    CompareAndSwap { size: Size, with: Both, old: Register, new: Register, at: Register },
    /// `CASP`.
    CompareAndSwapPair {
        size: Size,
        with: Both,
        old: [Register; 2],
        new: [Register; 2],
        at: Register,
    },
    /// Arithmetic and logic.
    Compute { function: Function, size: Size, to: Register, left: Register, right: Operand },
    /// `ADDS`, `SUBS`, `ANDS`, `BICS`; also `CMP`, `CMN`, `TST`.
    ComputeFlags { function: Function, size: Size, to: Register, left: Register, right: Operand },
    /// `MOV`, `MOVZ`, `MOVN`, `MVN`.
    Move { size: Size, to: Register, from: Operand },
    /// `MOVK`: replaces 16 bits.
    MoveKeep { size: Size, to: Register, value: u64, shift: u32 },
    /// `UBFM`, `SBFM` and what is short for them: `UXTB`, `SXTW`, `UBFX`.
    BitField { signed: bool, size: Size, to: Register, from: Register, rotate: u32, last: u32 },
    /// `MADD`, `MSUB`, `MUL`.
    MultiplyAdd { subtract: bool, size: Size, to: Register, factors: [Register; 2], add: Register },
    /// `CSEL`, `CSINC`, `CSINV`, `CSNEG`, `CSET` and their kin.
    Select {
        size: Size,
        to: Register,
        then: Register,
        otherwise: Register,
        change: Selected,
        condition: Condition,
    },
    /// `ADR`: the address of an instruction or of a location.
    AddressOf { to: Register, address: u64 },
    /// `B`.
    Branch(usize),
    /// `B.EQ` and its kin.
    BranchIf(Condition, usize),
    /// `CBZ`, `CBNZ`.
    CompareBranch { zero: bool, size: Size, register: Register, target: usize },
    /// `TBZ`, `TBNZ`.
    TestBranch { zero: bool, bit: u32, register: Register, target: usize },
    /// `BL`.
    BranchLink(usize),
    /// `BR`, `RET`; with link `BLR`.
    BranchRegister { link: bool, register: Register },
    /// `MRS`.
    ReadSystem { to: Register, from: Register },
    /// `TLBI`: for the page whose number is in a register, or for all pages; whether on all CPUs.
    Invalidate { shared: bool, page: Option<Register> },
    /// `ERET`.
    ExceptionReturn,
    /// `SVC`.
    SupervisorCall,
    /// `UDF`.
    Undefined,
    /// `MSR`.
    WriteSystem { to: Register, from: Register },
}

impl Instruction {
    /// The size of its accesses to memory, if it makes any.
    pub(crate) fn access(&self) -> Option<Size> {
        match self {
            Instruction::Load { size, .. }
            | Instruction::Store { size, .. }
            | Instruction::LoadPair { size, .. }
            | Instruction::StorePair { size, .. }
            | Instruction::LoadExclusive { size, .. }
            | Instruction::LoadExclusivePair { size, .. }
            | Instruction::StoreExclusive { size, .. }
            | Instruction::StoreExclusivePair { size, .. }
            | Instruction::Atomic { size, .. }
            | Instruction::CompareAndSwap { size, .. }
            | Instruction::CompareAndSwapPair { size, .. } => Some(*size),
            _ => None,
        }
    }
}

/// The address of an access.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Address {
    pub(crate) base: Register,
    pub(crate) offset: Offset,
}

/// What is added to the base of an address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Offset {
    /// `[X1,#8]`.
    Immediate(u64),
    /// `[X1,#8]!`: the base is changed before the access.
    Before(u64),
    /// `[X1],#8`: the base is changed after the access.
    After(u64),
    /// `[X1,W2,SXTW #2]`.
    Register(Register, Shift),
}

/// The second operand of a computation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Operand {
    /// A number.
    Immediate(u64),
    /// A register, shifted or extended.
    Register(Register, Shift),
}

/// What is done to a register before it is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shift {
    /// Nothing.
    None,
    /// `LSL`, also behind an extension.
    Left(u32),
    /// `LSR`.
    Right(u32),
    /// `ASR`.
    ArithmeticRight(u32),
    /// `ROR`.
    Rotate(u32),
    /// `UXTB` to `SXTX`: whether with sign, from which size, then shifted to the left.
    Extend { signed: bool, from: Size, left: u32 },
}

/// A function of two values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Function {
    Add,
    Subtract,
    And,
    AndNot,
    Or,
    OrNot,
    Xor,
    XorNot,
    ShiftLeft,
    ShiftRight,
    ShiftRightSigned,
    Rotate,
}

/// What an atomic memory operation writes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Change {
    /// Its operand.
    Swap,
    Add,
    /// The old value without the bits of its operand.
    Clear,
    Xor,
    /// The old value with the bits of its operand.
    Set,
    SignedMax,
    SignedMin,
    UnsignedMax,
    UnsignedMin,
}

/// How a load fills its register.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Extend {
    /// With zeros.
    Zero,
    /// With its sign, up to this size.
    Sign(Size),
}

/// The order of a load.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Order {
    Plain,
    Acquire,
    AcquirePc,
}

/// The orders of a read-modify-write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Both {
    pub(crate) acquire: bool,
    pub(crate) release: bool,
}

/// What a conditional select does to its second operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Selected {
    Copy,
    Increment,
    Invert,
    Negate,
}

/// A condition on the flags.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Condition {
    Eq,
    Ne,
    Cs,
    Cc,
    Mi,
    Pl,
    Vs,
    Vc,
    Hi,
    Ls,
    Ge,
    Lt,
    Gt,
    Le,
    Al,
}

impl Condition {
    /// The condition with this name.
    pub(crate) fn named(name: &str) -> Option<Condition> {
        Some(match &name.to_ascii_uppercase()[..] {
            "EQ" => Condition::Eq,
            "NE" => Condition::Ne,
            "CS" | "HS" => Condition::Cs,
            "CC" | "LO" => Condition::Cc,
            "MI" => Condition::Mi,
            "PL" => Condition::Pl,
            "VS" => Condition::Vs,
            "VC" => Condition::Vc,
            "HI" => Condition::Hi,
            "LS" => Condition::Ls,
            "GE" => Condition::Ge,
            "LT" => Condition::Lt,
            "GT" => Condition::Gt,
            "LE" => Condition::Le,
            "AL" => Condition::Al,
            _ => return None,
        })
    }

    /// The opposite.
    pub(crate) fn not(self) -> Option<Condition> {
        Some(match self {
            Condition::Eq => Condition::Ne,
            Condition::Ne => Condition::Eq,
            Condition::Cs => Condition::Cc,
            Condition::Cc => Condition::Cs,
            Condition::Mi => Condition::Pl,
            Condition::Pl => Condition::Mi,
            Condition::Vs => Condition::Vc,
            Condition::Vc => Condition::Vs,
            Condition::Hi => Condition::Ls,
            Condition::Ls => Condition::Hi,
            Condition::Ge => Condition::Lt,
            Condition::Lt => Condition::Ge,
            Condition::Gt => Condition::Le,
            Condition::Le => Condition::Gt,
            Condition::Al => return None,
        })
    }

    /// Whether the flags satisfy it.
    pub(crate) fn holds(self, flags: u64) -> bool {
        let flag = |bit: u32| flags >> bit & 1 == 1;
        let (n, z, c, v) = (flag(3), flag(2), flag(1), flag(0));
        match self {
            Condition::Eq => z,
            Condition::Ne => !z,
            Condition::Cs => c,
            Condition::Cc => !c,
            Condition::Mi => n,
            Condition::Pl => !n,
            Condition::Vs => v,
            Condition::Vc => !v,
            Condition::Hi => c && !z,
            Condition::Ls => !c || z,
            Condition::Ge => n == v,
            Condition::Lt => n != v,
            Condition::Gt => n == v && !z,
            Condition::Le => n != v || z,
            Condition::Al => true,
        }
    }
}
