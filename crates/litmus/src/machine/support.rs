//! What machines run: looks through the threads for what they have no primitive for.

use std::collections::BTreeSet;

use pmdrace_axioms::{Loc, Program, Tag, Tags};
use pmdrace_mm::limits;

use super::sections;
use crate::c::{self, Change, Expression, Order, Prepared, Statement, Update};
use crate::{Atom, Operand, Proposition, Shown, Test};

/// What a test needs and machines do not have.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("unsupported by the machine: {0}")]
pub struct Unsupported(String);

impl Unsupported {
    pub(super) fn new(what: impl Into<String>) -> Unsupported {
        Unsupported(what.into())
    }
}

pub(super) type Checked = Result<(), Unsupported>;

/// The locations that are locks, if machines can run the test.
pub(super) fn locks(test: &Test, source: &c::Test) -> Result<BTreeSet<Loc>, Unsupported> {
    let mut locks = BTreeSet::new();
    for of in source.threads_read() {
        Thread { source, of, locks: &mut locks }.block(&of.thread.body)?;
    }
    source.threads_read().iter().try_for_each(|of| sections::end(&of.thread.body))?;
    let counts = [
        ("threads", source.threads(), limits::CPUS),
        ("locations", source.locations(), limits::WORDS),
        ("locks", locks.len(), limits::LOCKS),
    ];
    for (what, count, limit) in counts {
        if count > limit {
            return Err(Unsupported::new(format!("{count} {what}, more than {limit}")));
        }
    }
    if locks.iter().any(|at| source.initial(*at) != 0) {
        return Err(Unsupported::new("a lock that is held from the beginning"));
    }
    let shown = test.shown.iter().flat_map(|shown| match shown {
        Shown::Memory(span, _) => vec![span.first()],
        Shown::Array(spans, _) => spans.iter().map(|span| span.first()).collect(),
        Shown::Register(..) | Shown::Fault { .. } => Vec::new(),
    });
    let mut named: Vec<Loc> = shown.collect();
    places(&test.filter, &mut named);
    match named.iter().any(|at| locks.contains(at)) {
        true => Err(Unsupported::new("the value of a lock")),
        false => Ok(locks),
    }
}

/// The locations that a proposition is about.
fn places(proposition: &Proposition, found: &mut Vec<Loc>) {
    match proposition {
        Proposition::True => {}
        Proposition::Atom(Atom::Equal(a, b)) => {
            for operand in [a, b] {
                if let Operand::Memory(span) = operand {
                    found.push(span.first());
                }
            }
        }
        Proposition::Not(inner) => places(inner, found),
        Proposition::And(all) | Proposition::Or(all) => {
            all.iter().for_each(|one| places(one, found));
        }
    }
}

/// A thread that is looked through.
struct Thread<'t> {
    source: &'t c::Test,
    of: &'t Prepared,
    locks: &'t mut BTreeSet<Loc>,
}

/// What a test is refused for.
pub(super) fn refuse(what: &str) -> Checked {
    Err(Unsupported::new(what))
}

impl Thread<'_> {
    fn block(&mut self, statements: &[Statement]) -> Checked {
        for (index, statement) in statements.iter().enumerate() {
            if let Statement::Fence(tag) = statement {
                let before = index.checked_sub(1).and_then(|before| statements.get(before));
                fence(*tag, before, statements.get(index + 1))?;
            }
            self.statement(statement)?;
        }
        Ok(())
    }

    fn statement(&mut self, statement: &Statement) -> Checked {
        match statement {
            Statement::Fence(_) | Statement::Return => Ok(()),
            Statement::Evaluate(value) | Statement::Assign(_, value) => self.value(value),
            Statement::Store(tags, address, value) => {
                marked(*tags)?;
                self.value(address)?;
                self.value(value)
            }
            Statement::Update(update) => self.update(update),
            Statement::Lock(address) | Statement::Unlock(address) => self.lock(address),
            Statement::SrcuUnlock(..) | Statement::SynchronizeSrcu(_) => refuse("SRCU"),
            Statement::If(condition, then, otherwise) => {
                self.value(condition)?;
                self.block(then)?;
                self.block(otherwise)
            }
            Statement::While(condition, body) => {
                self.value(condition)?;
                self.block(body)
            }
        }
    }

    fn value(&mut self, expression: &Expression) -> Checked {
        match expression {
            Expression::Number(_)
            | Expression::Variable(_)
            | Expression::Object(..)
            | Expression::Call(..) => Ok(()),
            Expression::Load(tags, address) => {
                marked(*tags)?;
                self.value(address)
            }
            Expression::Binary(_, left, right) => {
                self.value(left)?;
                self.value(right)
            }
            Expression::Choose(parts) => parts.iter().try_for_each(|part| self.value(part)),
            Expression::Update(update) => self.update(update),
            Expression::TryLock(_) => refuse("spin_trylock()"),
            Expression::IsLocked(_) => refuse("spin_is_locked()"),
            Expression::SrcuLock(_) => refuse("SRCU"),
        }
    }

    fn update(&mut self, update: &Update) -> Checked {
        match update.order {
            Order::Full | Order::Relaxed | Order::NoReturn => {}
            Order::Acquire => return refuse("an atomic operation that is an acquire"),
            Order::Release => return refuse("an atomic operation that is a release"),
        }
        let operands = match &update.change {
            Change::Exchange(one) | Change::Fetch(_, one) | Change::Return(_, one) => vec![one],
            Change::CompareExchange(one, other) | Change::AddUnless(one, other) => vec![one, other],
        };
        match operands.into_iter().chain([&update.address]).any(accesses) {
            true => refuse(
                "an atomic operation whose operand is read from memory in the same statement",
            ),
            false => Ok(()),
        }
    }

    fn lock(&mut self, address: &Expression) -> Checked {
        let given = match address {
            Expression::Variable(variable) if *variable < self.of.thread.parameters => {
                self.of.initial.get(*variable).and_then(|address| self.source.memory.at(*address))
            }
            _ => None,
        };
        match given {
            Some(at) => {
                self.locks.insert(at);
                Ok(())
            }
            None => refuse("a lock that is found through a pointer"),
        }
    }
}

/// Accesses that the compiler may change, and races of which, are for the axioms.
fn marked(tags: Tags) -> Checked {
    match tags == Tags::NONE {
        true => refuse("plain accesses, whose data races it does not look for"),
        false => Ok(()),
    }
}

/// Whether computing a value accesses memory.
fn accesses(expression: &Expression) -> bool {
    match expression {
        Expression::Number(_) | Expression::Variable(_) => false,
        Expression::Binary(_, left, right) => accesses(left) || accesses(right),
        Expression::Choose(parts) => parts.iter().any(accesses),
        _ => true,
    }
}

/// A fence that completes something is a full barrier if it is beside that, and otherwise less.
fn fence(tag: Tag, before: Option<&Statement>, after: Option<&Statement>) -> Checked {
    let is_atomic = |statement: Option<&Statement>| {
        matches!(
            statement,
            Some(
                Statement::Update(_)
                    | Statement::Evaluate(Expression::Update(_))
                    | Statement::Assign(_, Expression::Update(_))
            )
        )
    };
    let beside = match tag {
        Tag::BeforeAtomic => is_atomic(after),
        Tag::AfterAtomic => is_atomic(before),
        Tag::AfterSpinlock => matches!(before, Some(Statement::Lock(_))),
        Tag::AfterUnlockLock => return refuse("smp_mb__after_unlock_lock()"),
        Tag::AfterSrcuReadUnlock => return refuse("SRCU"),
        _ => true,
    };
    match beside {
        true => Ok(()),
        false => refuse("smp_mb__before_atomic() and its like apart from what they complete"),
    }
}
