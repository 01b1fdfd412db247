//! What threads in C are made of.

use pmdrace_axioms::{Tag, Tags, Value};

/// A thread.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Thread {
    /// The names of its variables: first its parameters, then those that it declares.
    pub(crate) variables: Vec<String>,
    pub(crate) parameters: usize,
    pub(crate) body: Vec<Statement>,
}

/// The names that threads may use besides their variables and the primitives.
pub(crate) trait Vocabulary {
    /// The number of the object with whose name a text begins, such as `pmd`, `T[0]`, `F.refcount` or `pmd-lock`, and
    /// the length of the name. It is the longest.
    fn object(&self, text: &str) -> Option<(usize, usize)>;

    /// The number of a function, and how many arguments it takes.
    fn function(&self, name: &str) -> Option<(usize, usize)>;

    /// How a function is called, for a message.
    fn usage(&self, name: &str) -> Option<String>;

    /// What to say where a name is none of these.
    fn help(&self, name: &str) -> String;
}

/// A statement.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Statement {
    /// An expression whose value is not used.
    Evaluate(Expression),
    /// To a variable.
    Assign(usize, Expression),
    /// To memory: annotations, address, value.
    Store(Tags, Expression, Expression),
    Fence(Tag),
    /// An atomic operation without a result: `atomic_inc(v)`.
    Update(Update),
    Lock(Expression),
    Unlock(Expression),
    /// `srcu_read_unlock(s, index)`.
    SrcuUnlock(Expression, Expression),
    SynchronizeSrcu(Expression),
    If(Expression, Vec<Statement>, Vec<Statement>),
    While(Expression, Vec<Statement>),
    /// `return`, in steps alone.
    Return,
}

/// An expression.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Expression {
    Number(Value),
    Variable(usize),
    /// From memory: annotations, address.
    Load(Tags, Box<Expression>),
    Binary(Operator, Box<Expression>, Box<Expression>),
    /// `a ? b : c`, `a && b`, `a || b`.
    Choose(Box<[Expression; 3]>),
    Update(Box<Update>),
    TryLock(Box<Expression>),
    IsLocked(Box<Expression>),
    SrcuLock(Box<Expression>),
    /// The address of an object that a [`Vocabulary`] has; in `r0->x` it is found through a variable.
    Object(usize, Option<usize>),
    /// A function of a [`Vocabulary`], and where it is called.
    Call(usize, Vec<Expression>, usize),
}

/// An atomic read-modify-write.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Update {
    pub(crate) address: Expression,
    pub(crate) order: Order,
    pub(crate) change: Change,
}

/// What an atomic read-modify-write does.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Change {
    /// `xchg()`.
    Exchange(Expression),
    /// `cmpxchg()`: the old and the new value.
    CompareExchange(Expression, Expression),
    /// `atomic_add()`, `atomic_fetch_add()`: the operand.
    Fetch(Operator, Expression),
    /// `atomic_add_return()`.
    Return(Operator, Expression),
    /// `atomic_add_unless()`: what is added, unless the value is this.
    AddUnless(Expression, Expression),
}

/// How an atomic operation is ordered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Order {
    /// With a full barrier on each side.
    Full,
    Relaxed,
    Acquire,
    Release,
    /// Not at all; `smp_rmb()` ignores its read too.
    NoReturn,
}

/// A binary operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    And,
    Or,
    Xor,
    ShiftLeft,
    ShiftRight,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

/// A shift of a number of 64 bits; zero if it is by more.
fn shift(by: Value, shifted: impl Fn(u32) -> Option<Value>) -> Value {
    u32::try_from(by).ok().and_then(shifted).unwrap_or(0)
}

impl Operator {
    /// The value of an operation. Numbers have 32 bits, addresses may be moved by a number.
    pub(crate) fn apply(self, a: Value, b: Value, is_address: impl Fn(Value) -> bool) -> Value {
        let truth = Value::from;
        if is_address(a) || is_address(b) {
            return match self {
                Operator::Add => a.wrapping_add(b),
                Operator::Subtract => a.wrapping_sub(b),
                Operator::Multiply => a.wrapping_mul(b),
                Operator::Divide => a.checked_div(b).unwrap_or(0),
                Operator::Remainder => a.checked_rem(b).unwrap_or(0),
                Operator::And => a & b,
                Operator::Or => a | b,
                Operator::Xor => a ^ b,
                Operator::ShiftLeft => shift(b, |b| a.checked_shl(b)),
                Operator::ShiftRight => shift(b, |b| a.checked_shr(b)),
                Operator::Equal => truth(a == b),
                Operator::NotEqual => truth(a != b),
                Operator::Less => truth(a < b),
                Operator::LessEqual => truth(a <= b),
                Operator::Greater => truth(a > b),
                Operator::GreaterEqual => truth(a >= b),
            };
        }
        let (a, b) = (a as i32, b as i32);
        let number = match self {
            Operator::Add => a.wrapping_add(b),
            Operator::Subtract => a.wrapping_sub(b),
            Operator::Multiply => a.wrapping_mul(b),
            Operator::Divide => a.checked_div(b).unwrap_or(0),
            Operator::Remainder => a.checked_rem(b).unwrap_or(0),
            Operator::And => a & b,
            Operator::Or => a | b,
            Operator::Xor => a ^ b,
            Operator::ShiftLeft => a.checked_shl(b as u32).unwrap_or(0),
            Operator::ShiftRight => a.checked_shr(b as u32).unwrap_or(0),
            Operator::Equal => i32::from(a == b),
            Operator::NotEqual => i32::from(a != b),
            Operator::Less => i32::from(a < b),
            Operator::LessEqual => i32::from(a <= b),
            Operator::Greater => i32::from(a > b),
            Operator::GreaterEqual => i32::from(a >= b),
        };
        i64::from(number) as Value
    }
}
