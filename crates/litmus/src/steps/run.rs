//! Runs steps that are more than a sequence of primitives.
//!
//! Variables hold words with what the kernel means by them, as those of routines do, and nothing here looks at that.
//! What depends on what is what makes a difference, as for routines; an address dependency is `rcu_dereference()`.

use pmdrace_axioms::{Tag, Tags};
use pmdrace_mm::routine::Routine;
use pmdrace_mm::{
    Addr, Call, CellKind, Ctx, LockId, Meaning, Note, ReadOrder, RmwOrder, Word, WriteOrder,
};

use super::check::{VAL, address, register};
use super::functions::{self, Argument, FUNCTIONS, Given, Takes};
use super::held::Held;
use super::names::{Names, Object};
use crate::c::{Change, Expression, Operator, Order, ROUNDS, Statement, Thread, Update};

/// What is told where a loop goes on.
const LOOP: &str = "steps: a third round of a while";
/// What is told where steps use an address of nothing, or of something else than they need.
const ASTRAY: &str = "steps: a use of what is not at that address";
/// How steps end that access an address at which nothing is.
const NOTHING: &str = "nothing lies at that address: a real kernel would fault here";
/// How steps end that divide by zero.
const DIVISION: &str = "a division by zero: a real kernel would fault here";

/// What is told of an operation that the count of a folio does not have.
const COUNT: &str = "steps: an operation on the count of a folio whose value is used";

/// How many statements are executed: loops in loops multiply.
const MAX_EXECUTED: usize = 1_000;
/// What is told of more.
const LONG: &str = "steps: more than 1000 statements";

/// The steps of a CPU.
pub(super) struct Steps {
    pub(super) names: Names,
    pub(super) thread: Thread,
    /// Whether they can use an address of nothing, or assert something.
    pub(super) asserts: bool,
}

impl Routine for Steps {
    fn asserts(&self) -> bool {
        self.asserts
    }

    fn run(&self, k: &Ctx<'_>) {
        let held = Held::new(k.cpu);
        let k = &Ctx { cpu: &held, kernel: k.kernel };
        let variables = vec![number(0); self.thread.variables.len()];
        let mut run = Run { steps: self, k, variables, assigned: Vec::new(), executed: 0 };
        match run.block(&self.thread.body) {
            Ok(()) | Err(Stop::Return) => {}
            Err(Stop::Fault(what)) => {
                k.assert(false, what);
                k.cpu.note(Note::Return(what));
                held.give_back();
            }
            Err(Stop::Bound(what)) => {
                k.cpu.note(Note::Bound(what));
                k.cpu.note(Note::Stop);
                return;
            }
        }
        run.registers();
    }
}

/// Why a run ends before its last statement.
enum Stop {
    Return,
    /// What a real CPU would stop at.
    Fault(&'static str),
    Bound(&'static str),
}

type Step<T> = Result<T, Stop>;

struct Run<'r> {
    steps: &'r Steps,
    k: &'r Ctx<'r>,
    variables: Vec<Word>,
    /// Those that were assigned.
    assigned: Vec<usize>,
    /// How many statements were executed.
    executed: usize,
}

fn number(value: u64) -> Word {
    Word::new(value, Meaning::None)
}

impl Run<'_> {
    fn block(&mut self, statements: &[Statement]) -> Step<()> {
        statements.iter().try_for_each(|statement| self.statement(statement))
    }

    fn statement(&mut self, statement: &Statement) -> Step<()> {
        self.executed += 1;
        if self.executed > MAX_EXECUTED {
            return Err(Stop::Bound(LONG));
        }
        let cpu = self.k.cpu;
        match statement {
            Statement::Assign(variable, value) => {
                let value = self.value(value)?;
                self.assign(*variable, value);
            }
            Statement::Store(tags, at, value) => {
                let (at, _) = self.word_at(at)?;
                let word = self.value(value)?;
                let order = match tags.has(Tag::Release) {
                    true => WriteOrder::Release,
                    false => WriteOrder::Once,
                };
                cpu.ask(Call::Write { at, word, order });
            }
            Statement::Fence(tag) => self.fence(*tag),
            Statement::Update(update) => drop(self.update(update, false)?),
            Statement::Evaluate(Expression::Update(update)) => drop(self.update(update, false)?),
            Statement::Evaluate(value) => drop(self.value(value)?),
            Statement::Lock(lock) => cpu.spin_lock(self.lock(lock)?),
            Statement::Unlock(lock) => cpu.spin_unlock(self.lock(lock)?),
            Statement::If(condition, then, otherwise) => {
                let arm = if self.holds(condition)? { then } else { otherwise };
                self.block(arm)?;
            }
            Statement::While(condition, body) => {
                for _ in 0..ROUNDS {
                    if !self.holds(condition)? {
                        return Ok(());
                    }
                    self.block(body)?;
                }
                if self.holds(condition)? {
                    return Err(Stop::Bound(LOOP));
                }
            }
            Statement::Return => return Err(Stop::Return),
            Statement::SrcuUnlock(..) | Statement::SynchronizeSrcu(_) => {
                return Err(Stop::Bound(ASTRAY));
            }
        }
        Ok(())
    }

    fn assign(&mut self, variable: usize, value: Word) {
        if let Some(place) = self.variables.get_mut(variable) {
            *place = value;
        }
        self.assigned.push(variable);
    }

    /// Tells the last values of the registers that were assigned: what conditions are about.
    fn registers(&self) {
        for (variable, name) in self.steps.thread.variables.iter().enumerate() {
            let Some(register) = register(name).filter(|_| self.assigned.contains(&variable))
            else {
                continue;
            };
            let value = self.variables.get(variable).map_or(0, |word| word.bits);
            self.k.cpu.note(Note::Register { register, value });
        }
    }

    fn fence(&self, tag: Tag) {
        let cpu = self.k.cpu;
        match tag {
            // Beside what they come, which was checked, these are full barriers.
            Tag::Mb | Tag::AfterSpinlock | Tag::BeforeAtomic | Tag::AfterAtomic => cpu.smp_mb(),
            Tag::Wmb => cpu.smp_wmb(),
            Tag::Rmb => cpu.smp_rmb(),
            Tag::RcuLock => cpu.rcu_read_lock(),
            Tag::RcuUnlock => cpu.rcu_read_unlock(),
            Tag::SyncRcu => cpu.synchronize_rcu(),
            _ => {}
        }
    }

    fn holds(&mut self, condition: &Expression) -> Step<bool> {
        Ok(self.value(condition)?.bits != 0)
    }

    fn value(&mut self, expression: &Expression) -> Step<Word> {
        Ok(match expression {
            Expression::Number(value) => number(*value),
            Expression::Variable(variable) => {
                self.variables.get(*variable).copied().unwrap_or(number(0))
            }
            Expression::Object(object, _) => number(Names::address(*object)),
            Expression::Load(tags, at) => self.load(*tags, at)?,
            Expression::Binary(operator, left, right) => {
                let (left, right) = (self.value(left)?, self.value(right)?);
                if matches!(operator, Operator::Divide | Operator::Remainder) && right.bits == 0 {
                    return Err(Stop::Fault(DIVISION));
                }
                number(operator.apply(left.bits, right.bits, |_| true))
            }
            Expression::Choose(parts) => {
                let [condition, then, otherwise] = &**parts;
                let chosen = if self.holds(condition)? { then } else { otherwise };
                self.value(chosen)?
            }
            Expression::Update(update) => self.update(update, true)?,
            Expression::Call(function, arguments, _) => self.call(*function, arguments)?,
            Expression::TryLock(_) | Expression::IsLocked(_) | Expression::SrcuLock(_) => {
                return Err(Stop::Bound(ASTRAY));
            }
        })
    }

    fn load(&mut self, tags: Tags, at: &Expression) -> Step<Word> {
        // The name of what is no word stands for its address.
        if let (Tags::NONE, Expression::Object(object, _)) = (tags, at)
            && !matches!(self.steps.names.get(*object), Some(Object::Word(..)))
        {
            return Ok(number(Names::address(*object)));
        }
        let (at, _) = self.word_at(at)?;
        let order = match tags.has(Tag::Acquire) {
            true => ReadOrder::Acquire,
            false => ReadOrder::Once,
        };
        Ok(self.k.cpu.ask(Call::Read { at, order }).word())
    }

    /// The object at an address.
    fn object(&mut self, at: &Expression) -> Step<Object> {
        let found = match address(at) {
            Some(object) => self.steps.names.get(object).ok_or(Stop::Fault(NOTHING))?,
            None => {
                let bits = self.value(at)?.bits;
                let beside = self.steps.names.is_inside(bits);
                self.steps.names.at(bits).ok_or(if beside {
                    Stop::Bound(ASTRAY)
                } else {
                    Stop::Fault(NOTHING)
                })?
            }
        };
        Ok(found)
    }

    fn word_at(&mut self, at: &Expression) -> Step<(Addr, CellKind)> {
        match self.object(at)? {
            Object::Word(at, kind) => Ok((at, kind)),
            _ => Err(Stop::Bound(ASTRAY)),
        }
    }

    fn lock(&mut self, at: &Expression) -> Step<LockId> {
        match self.object(at)? {
            Object::Lock(lock) => Ok(lock),
            _ => Err(Stop::Bound(ASTRAY)),
        }
    }

    /// An atomic operation, whose value is used or not.
    fn update(&mut self, update: &Update, used: bool) -> Step<Word> {
        let cpu = self.k.cpu;
        let (at, kind) = self.word_at(&update.address)?;
        let adds = matches!(update.change, Change::AddUnless(..));
        if kind == CellKind::Counter
            && !adds
            && (used || !matches!(update.change, Change::Fetch(..)))
        {
            return Err(Stop::Bound(COUNT));
        }
        let order = match update.order {
            Order::Full => RmwOrder::Full,
            _ => RmwOrder::Relaxed,
        };
        Ok(match &update.change {
            Change::Exchange(new) => {
                let word = self.value(new)?;
                cpu.ask(Call::Xchg { at, word, order }).word()
            }
            Change::CompareExchange(old, new) => {
                let (old, new) = (self.value(old)?.bits, self.value(new)?);
                cpu.update(at, order, &|found| (found.bits == old).then_some(new))
            }
            Change::Fetch(by, operand) | Change::Return(by, operand) => {
                let operand = self.value(operand)?.bits;
                let new = |found: u64| by.apply(found, operand, |_| true);
                if kind == CellKind::Counter {
                    cpu.atomic_add(at, new(0));
                    return Ok(number(0));
                }
                let found = cpu.update(at, order, &|found| Some(found.with_bits(new(found.bits))));
                match update.change {
                    Change::Return(..) => number(new(found.bits)),
                    _ => found,
                }
            }
            Change::AddUnless(added, unless) => {
                let (n, unless) = (self.value(added)?.bits, self.value(unless)?.bits);
                if kind == CellKind::Counter {
                    return Ok(number(cpu.atomic_add_unless(at, n, unless).into()));
                }
                let add = |found: Word| {
                    (found.bits != unless).then(|| found.with_bits(found.bits.wrapping_add(n)))
                };
                number((cpu.update(at, order, &add).bits != unless).into())
            }
        })
    }

    /// Waits until a word fulfils a condition.
    fn wait(&mut self, order: ReadOrder, at: &Expression, condition: &Expression) -> Step<Word> {
        let (at, _) = self.word_at(at)?;
        let fulfils = |word: Word| self.computed(condition, word).is_some_and(|value| value != 0);
        Ok(self.k.cpu.wait_for(at, order, &fulfils))
    }

    /// The value of a condition that accesses nothing, if `VAL` is this word; None where it has no meaning.
    fn computed(&self, expression: &Expression, val: Word) -> Option<u64> {
        Some(match expression {
            Expression::Number(value) => *value,
            Expression::Variable(variable) => match self.steps.thread.variables.get(*variable)? {
                name if name == VAL => val.bits,
                _ => self.variables.get(*variable)?.bits,
            },
            Expression::Object(object, _) => Names::address(*object),
            Expression::Binary(operator, left, right) => {
                let (left, right) = (self.computed(left, val)?, self.computed(right, val)?);
                let divides = matches!(operator, Operator::Divide | Operator::Remainder);
                if divides && right == 0 {
                    return None;
                }
                operator.apply(left, right, |_| true)
            }
            Expression::Choose(parts) => {
                let [condition, then, otherwise] = &**parts;
                let holds = self.computed(condition, val)? != 0;
                self.computed(if holds { then } else { otherwise }, val)?
            }
            _ => return None,
        })
    }

    fn call(&mut self, number: usize, arguments: &[Expression]) -> Step<Word> {
        let Some(function) = FUNCTIONS.get(number) else { return Err(Stop::Bound(ASTRAY)) };
        if let (functions::Run::Waits(order), [at, condition]) = (function.run, arguments) {
            return self.wait(order, at, condition);
        }
        let mut given = Vec::with_capacity(arguments.len());
        for (takes, argument) in function.takes.iter().zip(arguments) {
            given.push(match takes {
                Takes::Value => Argument::Value(self.value(argument)?),
                _ => {
                    let object = self.object(argument)?;
                    if !takes.fits(object) {
                        return Err(Stop::Bound(ASTRAY));
                    }
                    Argument::Object(object)
                }
            });
        }
        let run = match function.run {
            functions::Run::Returns(run) => run,
            functions::Run::Does(run) => {
                run(self.k, &given);
                return Ok(self::number(0));
            }
            functions::Run::Waits(_) => return Err(Stop::Bound(ASTRAY)),
        };
        Ok(match run(self.k, &given) {
            Given::Word(word) => word,
            Given::Object(object) => {
                self::number(object.map_or(0, |object| self.steps.names.address_of(object)))
            }
        })
    }
}
