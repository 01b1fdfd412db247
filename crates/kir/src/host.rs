//! [`Host`]: the seam between the code that runs and whoever answers what it asks.
//!
//! A run is a pure function of program, memory and answers. Whatever other CPUs could see or do is a question:
//! an access to a shared word, a barrier, an instruction with an effect, a call of a function that no file
//! defines. A host that has no answer yet says [`Reply::Stop`]; the run ends there, and another run with the
//! same answers comes to the same question again.

use std::fmt;

use crate::debug::Place;
use crate::machine::value::{Value, mask, signed};
use crate::memory::Memory;

/// How an access orders what is around it, as far as the access itself says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Order {
    /// An access of C that is neither volatile nor atomic: the compiler may split, join or repeat it.
    Plain,
    /// A volatile access: `READ_ONCE()`, `WRITE_ONCE()`.
    Volatile,
    /// Atomic, ordering nothing.
    Relaxed,
    /// A load before everything that follows.
    Acquire,
    /// `ldapr` of arm64: an acquire that earlier releases may pass.
    AcquirePc,
    /// A store after everything before.
    Release,
    /// An update that is both.
    AcqRel,
    /// Fully ordered: a locked instruction of x86, `seq_cst` of LLVM.
    SeqCst,
}

/// What an atomic update does to the value it finds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RmwOp {
    /// Replaces it.
    Xchg,
    /// Adds.
    Add,
    /// Subtracts.
    Sub,
    /// Keeps the bits of the operand.
    And,
    /// Clears the bits of the operand.
    AndNot,
    /// Not and.
    Nand,
    /// Sets the bits of the operand.
    Or,
    /// Flips the bits of the operand.
    Xor,
    /// The greater signed number.
    Max,
    /// The smaller signed number.
    Min,
    /// The greater unsigned number.
    Umax,
    /// The smaller unsigned number.
    Umin,
}

impl RmwOp {
    /// Whether each bit of what it makes depends on that bit alone.
    pub fn is_bitwise(self) -> bool {
        use RmwOp::{And, AndNot, Nand, Or, Xchg, Xor};
        matches!(self, Xchg | And | AndNot | Nand | Or | Xor)
    }

    /// What it makes of a value of `size` bytes.
    pub fn apply(self, old: u128, operand: u128, size: u64) -> u128 {
        let width = u32::try_from(size * 8).unwrap_or(128).clamp(8, 128);
        let (x, y) = (signed(old, width), signed(operand, width));
        let new = match self {
            RmwOp::Xchg => operand,
            RmwOp::Add => old.wrapping_add(operand),
            RmwOp::Sub => old.wrapping_sub(operand),
            RmwOp::And => old & operand,
            RmwOp::AndNot => old & !operand,
            RmwOp::Nand => !(old & operand),
            RmwOp::Or => old | operand,
            RmwOp::Xor => old ^ operand,
            RmwOp::Max => x.max(y) as u128,
            RmwOp::Min => x.min(y) as u128,
            RmwOp::Umax => old.max(operand),
            RmwOp::Umin => old.min(operand),
        };
        new & mask(width)
    }
}

/// One access to a shared word.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Access {
    /// Where.
    pub address: u64,
    /// How many bytes: the whole word, unless it is one of [`crate::Region::Flags`].
    pub size: u64,
    /// How it orders.
    pub order: Order,
}

/// What an instruction of inline assembly does beside computing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Effect {
    /// Orders accesses: `dmb`, `mfence`, `fence`.
    Barrier,
    /// Lets this CPU take interrupts, or not.
    Interrupts {
        /// Whether it does now.
        enabled: bool,
    },
    /// Maintains a TLB: `tlbi`, `invlpg`.
    Tlb,
    /// Maintains a cache.
    Cache,
    /// Reads or writes a register of the system.
    System,
    /// Calls a function by a convention of its own; answered by what it returns, if anything.
    Call,
    /// Traps: a `BUG()` or a `WARN()`. Answered by [`Reply::Done`], the code goes on.
    Trap {
        /// The flags of the entry in the bug table, if there is one.
        flags: Option<u64>,
    },
}

/// What the code asks.
#[derive(Clone, Copy)]
pub enum Kind<'a> {
    /// A load; answered by the value.
    Load(Access),
    /// A store.
    Store {
        /// The word.
        access: Access,
        /// What is stored.
        value: u128,
    },
    /// An atomic update; answered by the old value.
    Rmw {
        /// The word.
        access: Access,
        /// What is done.
        op: RmwOp,
        /// With what.
        operand: u128,
    },
    /// A compare and exchange; answered by the old value.
    Cmpxchg {
        /// The word.
        access: Access,
        /// What it must hold.
        expected: u128,
        /// What it then holds.
        new: u128,
    },
    /// A loop of load-exclusive and store-exclusive, which is one atomic update; answered by the old value.
    Update {
        /// The word.
        access: Access,
        /// What the loop makes of an old value: None if it does not store.
        change: &'a dyn Fn(u128) -> Option<u128>,
    },
    /// A fence of LLVM.
    Fence(Order),
    /// An instruction of inline assembly.
    Instruction {
        /// Its text with operands filled in by their values: `tlbi vae1is, 0x1234`.
        text: &'a str,
        /// Its mnemonic, with what selects its kind: `dmb ish`, `tlbi vae1is`, `invlpg`.
        mnemonic: &'a str,
        /// The values of its operands.
        operands: &'a [u64],
        /// What it does.
        effect: Effect,
    },
    /// A call of a function that no file defines, or that the machine was told to ask about.
    Call {
        /// Its name.
        name: &'a str,
        /// What it is called with.
        arguments: &'a [Value],
    },
}

impl Kind<'_> {
    /// The access, if it is one to a shared word.
    pub fn access(&self) -> Option<Access> {
        match self {
            Kind::Load(access)
            | Kind::Store { access, .. }
            | Kind::Rmw { access, .. }
            | Kind::Cmpxchg { access, .. }
            | Kind::Update { access, .. } => Some(*access),
            Kind::Fence(_) | Kind::Instruction { .. } | Kind::Call { .. } => None,
        }
    }

    /// What the word holds after this access found `old`: None if it stays as it is.
    pub fn change(&self, old: u128) -> Option<u128> {
        match self {
            Kind::Store { value, .. } => Some(*value),
            Kind::Rmw { access, op, operand } => Some(op.apply(old, *operand, access.size)),
            Kind::Cmpxchg { expected, new, .. } => (old == *expected).then_some(*new),
            Kind::Update { change, .. } => change(old),
            _ => None,
        }
    }

    /// The question on its own: what can be kept and compared.
    pub fn question(&self) -> Question {
        match *self {
            Kind::Load(access) => Question::Load(access),
            Kind::Store { access, value } => Question::Store { access, value },
            Kind::Rmw { access, op, operand } => Question::Rmw { access, op, operand },
            Kind::Cmpxchg { access, expected, new } => Question::Cmpxchg { access, expected, new },
            Kind::Update { access, .. } => Question::Update(access),
            Kind::Fence(order) => Question::Fence(order),
            Kind::Instruction { text, effect, .. } => {
                Question::Instruction { text: text.to_owned(), effect }
            }
            Kind::Call { name, arguments } => Question::Call {
                name: name.to_owned(),
                arguments: arguments.iter().map(Value::bits).collect(),
            },
        }
    }
}

impl fmt::Debug for Kind<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.question().fmt(f)
    }
}

/// A question without what belongs to the run: see [`Kind`] for what each means.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "the variants and fields are those of Kind")]
pub enum Question {
    Load(Access),
    Store { access: Access, value: u128 },
    Rmw { access: Access, op: RmwOp, operand: u128 },
    Cmpxchg { access: Access, expected: u128, new: u128 },
    Update(Access),
    Fence(Order),
    Instruction { text: String, effect: Effect },
    Call { name: String, arguments: Vec<Option<u64>> },
}

/// The earlier events that an event depends on, by their number, ascending.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Depends<'a> {
    /// Those that its address comes from.
    pub address: &'a [u32],
    /// Those that what it stores, or is called with, comes from.
    pub data: &'a [u32],
    /// Those that decided branches before it.
    pub control: &'a [u32],
}

/// One question, and where it is asked.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// What is asked.
    pub kind: Kind<'a>,
    /// Its number in the run, from 0.
    pub event: u32,
    /// Where in the source.
    pub place: Place,
    /// The calls that led there, outermost first.
    pub callers: &'a [Place],
    /// What it depends on.
    pub depends: Depends<'a>,
}

/// A statement of inline assembly that is a comment and nothing else, as an instrumented header has them.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'a> {
    /// The comment.
    pub text: &'a str,
    /// The values of its operands.
    pub values: &'a [u64],
    /// Where in the source.
    pub place: Place,
    /// The calls that led there, outermost first.
    pub callers: &'a [Place],
}

/// What the host answers.
#[derive(Clone, PartialEq, Debug)]
pub enum Reply {
    /// An integer or a pointer: the value found, or what a function returned.
    Value(u128),
    /// What a function returned that returns a struct.
    Result(Value),
    /// Nothing: it is done.
    Done,
    /// There is no answer yet: the run ends.
    Stop,
    /// The function is not known to the host.
    Unknown,
    /// The run makes no sense any more; says why.
    Refuse(String),
}

/// Whoever answers.
pub trait Host {
    /// Answers a question. Memory is there for functions that read or write what they are passed.
    fn ask(&mut self, ask: &Ask<'_>, memory: &mut Memory) -> Reply;

    /// Declares the memory around an address that a load found nothing at, for as long as the run lasts; returns
    /// whether it did.
    fn unmapped(&mut self, _address: u64, _memory: &mut Memory) -> bool {
        false
    }

    /// The run comes past a mark.
    fn mark(&mut self, _mark: &Mark<'_>) {}

    /// Private or unmapped memory is accessed at an address that comes from these events. Several accesses in a row to
    /// what comes from the same events may be told once.
    fn touches(&mut self, _address: u64, _events: &[u32]) {}
}

impl<F: FnMut(&Ask<'_>, &mut Memory) -> Reply> Host for F {
    fn ask(&mut self, ask: &Ask<'_>, memory: &mut Memory) -> Reply {
        self(ask, memory)
    }
}
