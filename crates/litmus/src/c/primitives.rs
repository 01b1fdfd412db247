//! The kernel's primitives, by name.
//!
//! Source: tools/memory-model/linux-kernel.def of Linux 6.1 and 6.12, which says for each macro which annotated
//! accesses and fences it is.

use pmdrace_axioms::Tag;

use super::syntax::{Expression, Operator, Order};

/// What a name is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Primitive {
    /// Something that is done.
    Action(Action),
    /// Something that has a value.
    Function(Function),
}

/// A primitive without a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Action {
    /// `WRITE_ONCE(*p, v)`: writes the object that it is given.
    Write(Tag),
    /// `smp_store_release(p, v)`: writes where it points to.
    WriteAt(Tag),
    /// `smp_store_mb(*p, v)`.
    WriteAndFence,
    /// `smp_mb()`.
    Fence(Tag),
    /// `atomic_add(v, p)`, or `atomic_inc(p)` with its operand.
    Update(Operator, Operand),
    /// `spin_lock(s)`.
    Lock,
    /// `spin_unlock(s)`.
    Unlock,
    /// `srcu_read_unlock(s, index)`.
    SrcuUnlock,
    /// `synchronize_srcu(s)`.
    SynchronizeSrcu,
}

/// A primitive with a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Function {
    /// `READ_ONCE(*p)`: reads the object that it is given.
    Read(Tag),
    /// `smp_load_acquire(p)`: reads where it points to.
    ReadAt(Tag),
    /// `xchg(p, v)`.
    Exchange(Order),
    /// `cmpxchg(p, old, new)`.
    CompareExchange(Order),
    /// `atomic_fetch_add(v, p)`.
    Fetch(Order, Operator, Operand),
    /// `atomic_add_return(v, p)`.
    Return(Order, Operator, Operand),
    /// `atomic_dec_and_test(p)`: compares the new value with zero.
    Test(Operator, Operand, Operator),
    /// `atomic_add_unless(p, v, u)`.
    AddUnless,
    /// `spin_trylock(s)`.
    TryLock,
    /// `spin_is_locked(s)`.
    IsLocked,
    /// `srcu_read_lock(s)`.
    SrcuLock,
}

/// Where the operand of an atomic operation comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Operand {
    /// It is the first argument.
    Given,
    /// It is one.
    One,
}

impl Operand {
    /// The operand itself; one that is given is the next argument.
    pub(super) fn take(self, next: impl FnOnce() -> Expression) -> Expression {
        match self {
            Operand::Given => next(),
            Operand::One => Expression::Number(1),
        }
    }

    /// The number of arguments of an operation with this operand.
    fn arguments(self) -> usize {
        match self {
            Operand::Given => 2,
            Operand::One => 1,
        }
    }
}

impl Primitive {
    /// The number of arguments.
    pub(super) fn arguments(self) -> usize {
        match self {
            Primitive::Action(action) => match action {
                Action::Fence(_) => 0,
                Action::Lock | Action::Unlock | Action::SynchronizeSrcu => 1,
                Action::Write(_)
                | Action::WriteAt(_)
                | Action::WriteAndFence
                | Action::SrcuUnlock => 2,
                Action::Update(_, operand) => operand.arguments(),
            },
            Primitive::Function(function) => match function {
                Function::Read(_)
                | Function::ReadAt(_)
                | Function::TryLock
                | Function::IsLocked
                | Function::SrcuLock => 1,
                Function::Exchange(_) => 2,
                Function::CompareExchange(_) | Function::AddUnless => 3,
                Function::Fetch(_, _, operand)
                | Function::Return(_, _, operand)
                | Function::Test(_, operand, _) => operand.arguments(),
            },
        }
    }

    /// The primitive of this name.
    pub(super) fn named(name: &str) -> Option<Primitive> {
        action(name).map(Primitive::Action).or_else(|| function(name).map(Primitive::Function))
    }
}

fn action(name: &str) -> Option<Action> {
    Some(match name {
        "WRITE_ONCE" => Action::Write(Tag::Once),
        "rcu_assign_pointer" => Action::Write(Tag::Release),
        "smp_store_release" | "atomic_set_release" => Action::WriteAt(Tag::Release),
        "atomic_set" => Action::WriteAt(Tag::Once),
        "smp_store_mb" => Action::WriteAndFence,
        "spin_lock" => Action::Lock,
        "spin_unlock" => Action::Unlock,
        "srcu_read_unlock" | "srcu_up_read" => Action::SrcuUnlock,
        "synchronize_srcu" | "synchronize_srcu_expedited" => Action::SynchronizeSrcu,
        _ => match operation(name.strip_prefix("atomic_").unwrap_or("")) {
            Some((by, operand)) => Action::Update(by, operand),
            None => Action::Fence(fence(name)?),
        },
    })
}

fn function(name: &str) -> Option<Function> {
    let (add, subtract) = (Operator::Add, Operator::Subtract);
    let (equal, less) = (Operator::Equal, Operator::Less);
    Some(match name {
        "READ_ONCE" | "rcu_dereference" => Function::Read(Tag::Once),
        "smp_load_acquire" | "atomic_read_acquire" => Function::ReadAt(Tag::Acquire),
        "atomic_read" => Function::ReadAt(Tag::Once),
        "spin_trylock" => Function::TryLock,
        "spin_is_locked" => Function::IsLocked,
        "srcu_read_lock" | "srcu_down_read" => Function::SrcuLock,
        "atomic_add_unless" => Function::AddUnless,
        "atomic_sub_and_test" => Function::Test(subtract, Operand::Given, equal),
        "atomic_dec_and_test" => Function::Test(subtract, Operand::One, equal),
        "atomic_inc_and_test" => Function::Test(add, Operand::One, equal),
        "atomic_add_negative" => Function::Test(add, Operand::Given, less),
        _ => return update(name),
    })
}

fn fence(name: &str) -> Option<Tag> {
    Some(match name {
        "smp_mb" => Tag::Mb,
        "smp_rmb" => Tag::Rmb,
        "smp_wmb" => Tag::Wmb,
        "barrier" => Tag::Barrier,
        "smp_mb__before_atomic" => Tag::BeforeAtomic,
        "smp_mb__after_atomic" => Tag::AfterAtomic,
        "smp_mb__after_spinlock" => Tag::AfterSpinlock,
        "smp_mb__after_unlock_lock" => Tag::AfterUnlockLock,
        "smp_mb__after_srcu_read_unlock" => Tag::AfterSrcuReadUnlock,
        "rcu_read_lock" => Tag::RcuLock,
        "rcu_read_unlock" => Tag::RcuUnlock,
        "synchronize_rcu" | "synchronize_rcu_expedited" => Tag::SyncRcu,
        _ => return None,
    })
}

/// The families of atomic operations with a value, each with the suffixes for its order.
fn update(name: &str) -> Option<Function> {
    let suffixes =
        [("_relaxed", Order::Relaxed), ("_acquire", Order::Acquire), ("_release", Order::Release)];
    let (stem, order) = suffixes
        .iter()
        .find_map(|(suffix, order)| Some((name.strip_suffix(suffix)?, *order)))
        .unwrap_or((name, Order::Full));
    let atomic = stem.strip_prefix("atomic_");
    match atomic.unwrap_or(stem) {
        "xchg" => return Some(Function::Exchange(order)),
        "cmpxchg" => return Some(Function::CompareExchange(order)),
        _ => {}
    }
    if let Some(verb) = atomic?.strip_prefix("fetch_") {
        return operation(verb).map(|(by, operand)| Function::Fetch(order, by, operand));
    }
    let verb = atomic?.strip_suffix("_return")?;
    operation(verb).map(|(by, operand)| Function::Return(order, by, operand))
}

/// What a verb does to an `atomic_t`.
fn operation(verb: &str) -> Option<(Operator, Operand)> {
    Some(match verb {
        "add" => (Operator::Add, Operand::Given),
        "sub" => (Operator::Subtract, Operand::Given),
        "inc" => (Operator::Add, Operand::One),
        "dec" => (Operator::Subtract, Operand::One),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_the_operation_and_its_order() {
        let one = Operand::One;
        let action = Primitive::Action;
        let function = Primitive::Function;
        for (name, primitive) in [
            ("READ_ONCE", function(Function::Read(Tag::Once))),
            ("atomic_set_release", action(Action::WriteAt(Tag::Release))),
            ("xchg", function(Function::Exchange(Order::Full))),
            ("atomic_cmpxchg_acquire", function(Function::CompareExchange(Order::Acquire))),
            ("atomic_dec", action(Action::Update(Operator::Subtract, one))),
            (
                "atomic_fetch_inc_release",
                function(Function::Fetch(Order::Release, Operator::Add, one)),
            ),
            ("atomic_inc_return", function(Function::Return(Order::Full, Operator::Add, one))),
            ("synchronize_rcu_expedited", action(Action::Fence(Tag::SyncRcu))),
        ] {
            assert_eq!(Primitive::named(name), Some(primitive), "{name}");
        }
        for name in ["atomic_add_relaxed", "smp_memb", "atomic_", "add", "xchg_mb", "printk"] {
            assert_eq!(Primitive::named(name), None, "{name}");
        }
    }
}
