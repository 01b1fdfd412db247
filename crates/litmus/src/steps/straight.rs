//! Steps that are a litmus test: primitives, one after the other, each on a word that is written out.

use pmdrace_axioms::Tag;
use pmdrace_mm::routine::litmus::{Step, Value};
use pmdrace_mm::{Addr, Call, CellKind, LockId, ReadOrder, RmwOrder, SyncOp, WriteOrder};

use super::check::{address, register};
use super::functions::FUNCTIONS;
use super::names::{Names, Object};
use crate::c::{Change, Expression, Order, Statement, Thread, Update};

/// The steps; None if they are anything else.
pub(super) fn steps(names: &Names, thread: &Thread) -> Option<Vec<Step>> {
    let straight = Straight { names, thread };
    let steps: Vec<Step> =
        thread.body.iter().map(|statement| straight.step(statement)).collect::<Option<_>>()?;
    // A register that is stored was assigned before.
    let mut assigned = Vec::new();
    for step in &steps {
        if let Some(Value::Of(register)) = stored(step.call)
            && !assigned.contains(&register)
        {
            return None;
        }
        assigned.extend(step.register);
    }
    // Each register is assigned once: it says which read it was.
    let mut registers: Vec<u8> = steps.iter().filter_map(|step| Some(step.register?.0)).collect();
    registers.sort_unstable();
    let count = registers.len();
    registers.dedup();
    (registers.len() == count).then_some(steps)
}

struct Straight<'s> {
    names: &'s Names,
    thread: &'s Thread,
}

impl Straight<'_> {
    fn step(&self, statement: &Statement) -> Option<Step> {
        let (register, call) = match statement {
            Statement::Assign(variable, value) => {
                let register = register(self.thread.variables.get(*variable)?)?;
                (Some(register), self.read(value)?)
            }
            Statement::Store(tags, at, value) => {
                let order = match tags.has(Tag::Release) {
                    true => WriteOrder::Release,
                    false => WriteOrder::Once,
                };
                (None, Call::Write { at: self.word(at)?, word: self.stored(value)?, order })
            }
            Statement::Fence(tag) => (None, Call::Sync(fence(*tag)?)),
            Statement::Lock(lock) => (None, Call::Sync(SyncOp::Lock(self.lock(lock)?))),
            Statement::Unlock(lock) => (None, Call::Sync(SyncOp::Unlock(self.lock(lock)?))),
            Statement::Evaluate(Expression::Call(function, arguments, _)) => {
                (None, Call::Sync(self.sync(*function, arguments)?))
            }
            _ => return None,
        };
        Some(Step { register, call })
    }

    fn read(&self, value: &Expression) -> Option<Call<Value>> {
        Some(match value {
            Expression::Load(tags, at) => {
                let order = match tags.has(Tag::Acquire) {
                    true => ReadOrder::Acquire,
                    false => ReadOrder::Once,
                };
                Call::Read { at: self.word(at)?, order }
            }
            Expression::Call(function, arguments, _)
                if super::check::is(*function, "rcu_dereference") =>
            {
                Call::Read { at: self.word(arguments.first()?)?, order: ReadOrder::Dependency }
            }
            Expression::Update(update) => {
                let Update { address, order, change: Change::Exchange(new) } = &**update else {
                    return None;
                };
                let order = match order {
                    Order::Full => RmwOrder::Full,
                    _ => RmwOrder::Relaxed,
                };
                Call::Xchg { at: self.word(address)?, word: self.stored(new)?, order }
            }
            _ => return None,
        })
    }

    fn stored(&self, value: &Expression) -> Option<Value> {
        match value {
            Expression::Number(number) => Some(Value::Is(*number)),
            Expression::Variable(variable) => {
                Some(Value::Of(register(self.thread.variables.get(*variable)?)?))
            }
            _ => None,
        }
    }

    fn object(&self, at: &Expression) -> Option<Object> {
        self.names.get(address(at)?)
    }

    fn word(&self, at: &Expression) -> Option<Addr> {
        match self.object(at)? {
            Object::Word(at, CellKind::Word | CellKind::Auxiliary) => Some(at),
            _ => None,
        }
    }

    fn lock(&self, at: &Expression) -> Option<LockId> {
        match self.object(at)? {
            Object::Lock(lock) => Some(lock),
            _ => None,
        }
    }

    fn sync(&self, function: usize, arguments: &[Expression]) -> Option<SyncOp> {
        let Object::Sem(sem) = self.object(arguments.first()?)? else { return None };
        Some(match FUNCTIONS.get(function)?.name {
            "down_read" => SyncOp::DownRead(sem),
            "up_read" => SyncOp::UpRead(sem),
            "down_write" => SyncOp::DownWrite(sem),
            "up_write" => SyncOp::UpWrite(sem),
            "downgrade_write" => SyncOp::Downgrade(sem),
            _ => return None,
        })
    }
}

/// What a step stores.
fn stored(call: Call<Value>) -> Option<Value> {
    match call {
        Call::Write { word, .. } | Call::Xchg { word, .. } => Some(word),
        _ => None,
    }
}

fn fence(tag: Tag) -> Option<SyncOp> {
    Some(match tag {
        Tag::Mb => SyncOp::Mb,
        Tag::Wmb => SyncOp::Wmb,
        Tag::Rmb => SyncOp::Rmb,
        Tag::RcuLock => SyncOp::RcuLock,
        Tag::RcuUnlock => SyncOp::RcuUnlock,
        Tag::SyncRcu => SyncOp::GracePeriod,
        _ => return None,
    })
}
