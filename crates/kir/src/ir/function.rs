//! A function as the interpreter runs it: registers and blocks by number, offsets and sizes worked out.

use std::sync::Arc;

use super::op::{Binary, Cast, Flags, Predicate};
use super::types::Type;
use crate::ReadError;
use crate::asm::Assembly;
use crate::debug::Place;
use crate::host::{Order, RmwOp};
use crate::machine::value::Value;
use crate::program::SymbolId;

/// A register of a function.
pub(crate) type Register = u32;

/// A block of a function.
pub(crate) type BlockId = u32;

/// Where an operand comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Operand {
    Register(Register),
    /// A constant of the function, by number.
    Constant(u32),
}

/// A function.
#[derive(Debug)]
pub(crate) struct Function {
    pub(crate) symbol: SymbolId,
    pub(crate) parameters: Vec<Register>,
    /// Whether it takes more arguments than it has parameters.
    pub(crate) variadic: bool,
    pub(crate) registers: u32,
    pub(crate) constants: Vec<Value>,
    /// The first is the entry.
    pub(crate) blocks: Vec<Block>,
    /// The metadata node that describes it, 0 if there is none.
    pub(crate) described: Place,
}

/// A straight line of instructions.
#[derive(Debug, Default)]
pub(crate) struct Block {
    pub(crate) phis: Vec<Phi>,
    pub(crate) body: Vec<Instruction>,
    /// None only while it is being read.
    pub(crate) end: Option<(Terminator, Place)>,
}

/// A value that depends on the block that control comes from.
#[derive(Debug)]
pub(crate) struct Phi {
    pub(crate) into: Register,
    pub(crate) from: Vec<(Operand, BlockId)>,
}

/// One instruction.
#[derive(Debug)]
pub(crate) struct Instruction {
    /// Where its result goes.
    pub(crate) into: Option<Register>,
    pub(crate) place: Place,
    pub(crate) op: Op,
}

/// One step of a getelementptr whose index is not constant.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) index: Operand,
    pub(crate) width: u32,
    pub(crate) scale: u64,
}

/// An argument that is passed by a copy of what it points to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Copied {
    pub(crate) argument: usize,
    pub(crate) size: u64,
    pub(crate) align: u64,
}

/// What is called.
#[derive(Clone, Debug)]
pub(crate) enum Callee {
    Symbol(SymbolId),
    Pointer(Operand),
    Intrinsic(Intrinsic),
}

/// An intrinsic by its name without `llvm.` and without the types that it is for, and what its text says.
#[derive(Clone, Debug)]
pub(crate) struct Intrinsic {
    pub(crate) name: Arc<str>,
    pub(crate) known: Option<crate::machine::intrinsic::Known>,
    /// The width of the first argument.
    pub(crate) width: u32,
    /// The string of a metadata argument: the register of `read_register`.
    pub(crate) text: Option<String>,
}

/// What an instruction does.
#[derive(Debug)]
pub(crate) enum Op {
    Binary {
        op: Binary,
        flags: Flags,
        width: u32,
        a: Operand,
        b: Operand,
    },
    Compare {
        predicate: Predicate,
        width: u32,
        a: Operand,
        b: Operand,
    },
    Cast {
        kind: Cast,
        flags: Flags,
        from: u32,
        to: u32,
        a: Operand,
    },
    Select {
        condition: Operand,
        yes: Operand,
        no: Operand,
    },
    Freeze {
        width: u32,
        a: Operand,
    },
    Load {
        ty: Type,
        pointer: Operand,
        space: u32,
        order: Order,
    },
    Store {
        ty: Type,
        value: Operand,
        pointer: Operand,
        space: u32,
        order: Order,
    },
    Offset {
        base: Operand,
        offset: u64,
        steps: Vec<Step>,
    },
    Alloca {
        size: u64,
        align: u64,
        count: Option<Operand>,
    },
    Rmw {
        op: RmwOp,
        ty: Type,
        pointer: Operand,
        operand: Operand,
        order: Order,
    },
    Cmpxchg {
        ty: Type,
        pointer: Operand,
        expected: Operand,
        new: Operand,
        order: Order,
    },
    Fence {
        order: Order,
    },
    Call {
        callee: Callee,
        arguments: Vec<Operand>,
        copied: Vec<Copied>,
        result: Type,
    },
    Asm {
        assembly: Arc<Assembly>,
        arguments: Vec<Operand>,
    },
    Extract {
        a: Operand,
        path: Vec<u32>,
    },
    Insert {
        a: Operand,
        value: Operand,
        path: Vec<u32>,
    },
    ExtractElement {
        a: Operand,
        index: Operand,
    },
    InsertElement {
        a: Operand,
        value: Operand,
        index: Operand,
    },
    Shuffle {
        a: Operand,
        b: Operand,
        lanes: Vec<Option<u32>>,
    },
    /// An instruction that was not understood.
    Refused(Box<ReadError>),
}

/// How a block ends.
#[derive(Debug)]
pub(crate) enum Terminator {
    Jump(BlockId),
    Branch {
        condition: Operand,
        yes: BlockId,
        no: BlockId,
    },
    Switch {
        value: Operand,
        cases: Vec<(u128, BlockId)>,
        other: BlockId,
    },
    Return(Option<Operand>),
    Unreachable,
    /// `callbr`: inline assembly that may jump to labels.
    AsmGoto {
        into: Option<Register>,
        assembly: Arc<Assembly>,
        arguments: Vec<Operand>,
        next: BlockId,
        labels: Vec<BlockId>,
    },
    /// A terminator that was not understood, or none.
    Refused(Box<ReadError>),
}
