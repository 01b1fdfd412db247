//! Random tests in C with the kernel's primitives. herd7 knows neither `!`, `&&`, `||` nor `?:`.

use std::fmt::{self, Display};

use proptest::prelude::*;
use proptest::sample::select;

/// The number of registers of each thread.
const REGISTERS: usize = 3;

/// An expression.
#[derive(Clone, Debug)]
enum Expression {
    Number(u8),
    Register(usize),
    Binary(&'static str, Box<[Expression; 2]>),
    Load(Load, Pointer),
    /// `xchg()`, with the suffix of its order.
    Exchange(&'static str, Pointer, Box<Expression>),
    /// `cmpxchg()`.
    CompareExchange(&'static str, Pointer, Box<[Expression; 2]>),
    /// The name with its suffix, and the operand, if it takes one.
    Atomic(&'static str, &'static str, Option<Box<Expression>>, Pointer),
    /// One with a full barrier and a condition.
    AddUnless(Pointer, Box<[Expression; 2]>),
    /// `spin_trylock()`, `spin_is_locked()`.
    Lock(&'static str),
}

/// How memory is read.
#[derive(Clone, Copy, Debug)]
enum Load {
    Plain,
    Once,
    Acquire,
}

/// A location, with a dependency on a register.
#[derive(Clone, Debug)]
struct Pointer {
    name: &'static str,
    depends: Option<usize>,
}

/// A statement.
#[derive(Clone, Debug)]
enum Statement {
    Assign(usize, Expression),
    /// How, to where, what.
    Store(&'static str, Pointer, Expression),
    /// `atomic_add()`.
    Add(Expression, Pointer),
    Call(&'static str),
    /// What opens it, what is inside, what closes it.
    Section(&'static str, Vec<Statement>, &'static str),
    If(Expression, Vec<Statement>, Vec<Statement>),
}

/// A test.
#[derive(Clone, Debug)]
pub(super) struct Program(Vec<Vec<Statement>>);

fn pointer() -> impl Strategy<Value = Pointer> {
    let depends = prop_oneof![5 => Just(None), 1 => (0..REGISTERS).prop_map(Some)];
    (select(vec!["x", "y"]), depends).prop_map(|(name, depends)| Pointer { name, depends })
}

fn suffix() -> impl Strategy<Value = &'static str> {
    select(vec!["", "_relaxed", "_acquire", "_release"])
}

fn load(plain: bool) -> impl Strategy<Value = Expression> {
    let how = match plain {
        true => vec![Load::Plain, Load::Once, Load::Acquire],
        false => vec![Load::Once, Load::Once, Load::Acquire],
    };
    (select(how), pointer()).prop_map(|(how, from)| Expression::Load(how, from))
}

/// A value to store or to compute with. Beside plain accesses it is a number: what is copied around in a circle is out of
/// thin air there, and whether herd7 finds a number for it depends on how the test is written.
fn operand(plain: bool) -> BoxedStrategy<Expression> {
    let number = (0..3_u8).prop_map(Expression::Number);
    match plain {
        true => number.boxed(),
        false => prop_oneof![number, (0..REGISTERS).prop_map(Expression::Register)].boxed(),
    }
}

/// An expression; with `operations`, also read-modify-writes.
fn expression(plain: bool, operations: bool) -> BoxedStrategy<Expression> {
    let leaf = prop_oneof![
        4 => (0..3_u8).prop_map(Expression::Number),
        4 => (0..REGISTERS).prop_map(Expression::Register),
        2 => load(plain),
    ];
    let nested = leaf.prop_recursive(1, 3, 2, move |inner| {
        // herd7 fails on operations inside others.
        let one = || operand(plain).prop_map(Box::new);
        let two = || [operand(plain), operand(plain)].prop_map(Box::new);
        let operator = select(vec!["^", "&", "|", "+", "-", "*", "==", "!=", "<"]);
        let atomic = select(vec!["atomic_fetch_add", "atomic_add_return", "atomic_fetch_sub"]);
        let counting = select(vec!["atomic_inc_return", "atomic_fetch_dec"]);
        let testing = select(vec!["atomic_dec_and_test", "atomic_inc_and_test"]);
        let bare = testing.prop_map(|name| (name, "")).boxed();
        let alone = prop_oneof![(counting, suffix()), bare];
        let binary = (operator, [inner.clone(), inner])
            .prop_map(|(name, of)| Expression::Binary(name, Box::new(of)));
        if !operations {
            return binary.boxed();
        }
        prop_oneof![
            5 => binary,
            2 => (suffix(), pointer(), one())
                .prop_map(|(order, at, value)| Expression::Exchange(order, at, value)),
            2 => (suffix(), pointer(), two())
                .prop_map(|(order, at, values)| Expression::CompareExchange(order, at, values)),
            2 => (atomic, suffix(), one(), pointer())
                .prop_map(|(name, order, by, at)| Expression::Atomic(name, order, Some(by), at)),
            1 => (alone, pointer())
                .prop_map(|((name, order), at)| Expression::Atomic(name, order, None, at)),
            1 => (pointer(), two()).prop_map(|(at, values)| Expression::AddUnless(at, values)),
        ]
        .boxed()
    });
    nested.boxed()
}

fn statement(plain: bool) -> BoxedStrategy<Statement> {
    let how = match plain {
        true => vec!["*", "*", "WRITE_ONCE", "smp_store_release"],
        false => vec!["WRITE_ONCE", "WRITE_ONCE", "smp_store_release", "smp_store_mb"],
    };
    let calls = vec![
        "smp_mb()",
        "smp_rmb()",
        "smp_wmb()",
        "barrier()",
        "smp_mb__before_atomic()",
        "smp_mb__after_atomic()",
        "smp_mb__after_spinlock()",
        "smp_mb__after_unlock_lock()",
        "synchronize_rcu()",
        "synchronize_srcu(s)",
        "rcu_read_lock()",
        "rcu_read_unlock()",
        "atomic_inc(x)",
    ];
    let sections = vec![
        ("spin_lock(l);", "spin_unlock(l);"),
        ("rcu_read_lock();", "rcu_read_unlock();"),
        ("i = srcu_read_lock(s);", "srcu_read_unlock(s, i);"),
    ];
    // An operation whose result its own statement stores may read from that store, in herd7 at an unknown value, and
    // here only where the operation determines it.
    let value = match plain {
        true => operand(plain),
        false => expression(plain, false),
    };
    // What is computed from the word that is stored to may do so too.
    let apart = |(_, to, value): &(&str, Pointer, Expression)| {
        !(matches!(value, Expression::Binary(..)) && value.loads(to.name))
    };
    // herd7 has other dependencies on the state of a lock that is asked for inside an expression.
    let lock = select(vec!["spin_trylock", "spin_is_locked"]).prop_map(Expression::Lock);
    let assigned = prop_oneof![4 => load(plain), 2 => expression(plain, true), 1 => lock];
    let leaf = prop_oneof![
        6 => (0..REGISTERS, assigned)
            .prop_map(|(register, value)| Statement::Assign(register, value)),
        6 => (select(how), pointer(), value)
            .prop_filter("stores what it computes from the same word", apart)
            .prop_map(|(how, to, value)| Statement::Store(how, to, value)),
        // The states of an operation on the result of another agree, the numbers of executions do not.
        1 => (operand(plain), pointer()).prop_map(|(value, to)| Statement::Add(value, to)),
        3 => select(calls).prop_map(Statement::Call),
    ];
    let nested = leaf.prop_recursive(1, 3, 2, move |inner| {
        let some = || prop::collection::vec(inner.clone(), 1..2);
        let few = prop::collection::vec(inner.clone(), 0..2);
        prop_oneof![
            3 => (expression(plain, true), some(), few)
                .prop_map(|(condition, then, other)| Statement::If(condition, then, other)),
            2 => (select(sections.clone()), some())
                .prop_map(|((open, close), inside)| Statement::Section(open, inside, close)),
        ]
    });
    nested.boxed()
}

/// Tests of two or three threads.
pub(super) fn programs() -> impl Strategy<Value = Program> {
    let threads = |plain, count: usize, length: usize| {
        let thread = prop::collection::vec(statement(plain), 1..=length);
        prop::collection::vec(thread, count)
    };
    let programs = prop_oneof![
        4 => threads(false, 2, 2),
        2 => threads(true, 2, 2),
        1 => threads(false, 3, 1),
    ];
    programs.prop_map(Program)
}

impl Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.depends {
            None => f.write_str(self.name),
            Some(register) => write!(f, "({} + (r{register} ^ r{register}))", self.name),
        }
    }
}

impl Expression {
    /// Whether it reads a word.
    fn loads(&self, name: &str) -> bool {
        match self {
            Expression::Load(_, from) => from.name == name,
            Expression::Binary(_, of) => of.iter().any(|one| one.loads(name)),
            _ => false,
        }
    }
}

impl Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expression::Number(number) => write!(f, "{number}"),
            Expression::Register(register) => write!(f, "r{register}"),
            Expression::Binary(operator, of) => write!(f, "({} {operator} {})", of[0], of[1]),
            Expression::Load(Load::Plain, from) => write!(f, "*{from}"),
            Expression::Load(Load::Once, from) => write!(f, "READ_ONCE(*{from})"),
            Expression::Load(Load::Acquire, from) => write!(f, "smp_load_acquire({from})"),
            Expression::Exchange(order, at, value) => write!(f, "xchg{order}({at}, {value})"),
            Expression::CompareExchange(order, at, values) => {
                write!(f, "cmpxchg{order}({at}, {}, {})", values[0], values[1])
            }
            Expression::Atomic(name, order, None, at) => write!(f, "{name}{order}({at})"),
            Expression::Atomic(name, order, Some(by), at) => write!(f, "{name}{order}({by}, {at})"),
            Expression::AddUnless(at, values) => {
                write!(f, "atomic_add_unless({at}, {}, {})", values[0], values[1])
            }
            Expression::Lock(name) => write!(f, "{name}(l)"),
        }
    }
}

fn block(statements: &[Statement]) -> String {
    let lines: Vec<String> = statements.iter().map(Statement::to_string).collect();
    lines.join("\n  ")
}

impl Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Statement::Assign(register, value) => write!(f, "r{register} = {value};"),
            Statement::Store("*", to, value) => write!(f, "*{to} = {value};"),
            Statement::Store("smp_store_release", to, value) => {
                write!(f, "smp_store_release({to}, {value});")
            }
            Statement::Store(how, to, value) => write!(f, "{how}(*{to}, {value});"),
            Statement::Add(value, to) => write!(f, "atomic_add({value}, {to});"),
            Statement::Call(call) => write!(f, "{call};"),
            Statement::Section(open, inside, close) => {
                write!(f, "{open}\n  {}\n  {close}", block(inside))
            }
            Statement::If(condition, then, other) => {
                write!(f, "if ({condition}) {{\n  {}\n  }}", block(then))?;
                match other.is_empty() {
                    true => Ok(()),
                    false => write!(f, " else {{\n  {}\n  }}", block(other)),
                }
            }
        }
    }
}

impl Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let registers: Vec<String> = (0..REGISTERS).map(|of| format!("r{of}")).collect();
        writeln!(f, "C random\n{{}}")?;
        for (number, thread) in self.0.iter().enumerate() {
            let domain = "struct srcu_struct *s";
            writeln!(f, "P{number}(int *x, int *y, spinlock_t *l, {domain})\n{{")?;
            for register in registers.iter().map(String::as_str).chain(["i"]) {
                writeln!(f, "  int {register} = 0;")?;
            }
            writeln!(f, "  {}\n}}", block(thread))?;
        }
        let threads = 0..self.0.len();
        let shown =
            threads.flat_map(|of| registers.iter().map(move |name| format!("{of}:{name};")));
        let shown: String = shown.collect();
        writeln!(f, "locations [{shown}x;y;]\nexists (x=1 /\\ 1:r0=1)")
    }
}
