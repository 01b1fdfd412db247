//! Exclusives, atomic memory operations, compare-and-swap.

use pmdrace_axioms::{End, Set, Tags};

use super::super::cpu::{Cpu, Step};
use super::super::trace::{Dep, Word};
use super::AArch64;
use super::access::{Direction, Stored, event, release};
use super::instruction::{Both, Change, Order};
use super::register::{Register, Size};

/// What a compare-and-swap does. Where memory differs from the old value, it may write back what it found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Swap,
    WriteBack,
    Fail,
}

impl Cpu<'_, AArch64> {
    /// A load-exclusive, of one or two registers.
    pub(super) fn load_exclusive(
        &mut self,
        size: Size,
        acquire: bool,
        to: &[Register],
        at: Register,
    ) -> Step<()> {
        let address = self.get(at);
        let order = if acquire { Order::Acquire } else { Order::Plain };
        let target = self.target(address, Direction::Read, order.into())?;
        let values = self.load_each(target, size, order.into(), to.len(), true)?;
        self.state.size = Some(size);
        self.state.reads = values.iter().filter_map(|value| event(*value)).collect();
        self.set(Register::MARKED, Word { bits: target.address, dep: target.addr });
        for (to, value) in to.iter().zip(values) {
            self.set(*to, value);
        }
        Ok(())
    }

    /// A store-exclusive, of one or two registers. Where it may succeed it may also fail.
    pub(super) fn store_exclusive(
        &mut self,
        size: Size,
        releases: bool,
        status: Register,
        from: &[Register],
        at: Register,
    ) -> Step<()> {
        let address = self.get(at);
        let marked = self.get(Register::MARKED);
        let values: Vec<Word> = from.iter().map(|from| self.sized(*from, size)).collect();
        // Also after a fault of its own, the monitor is open.
        let exclusive = self.state.size.take();
        let target = self.target(address, Direction::Write, release(releases))?;
        let paired = exclusive == Some(size) && marked.bits == target.address;
        let succeeds = paired && self.trace.choose(2)? == 1;
        if succeeds {
            let reads = std::mem::take(&mut self.state.reads);
            let ctrl = marked.dep.selecting();
            let mut stored = Vec::new();
            for (index, value) in values.into_iter().enumerate() {
                let rmw = reads.get(index).copied();
                stored.push(Stored { value, ctrl, rmw, ..Stored::default() });
            }
            self.store_each(target, size, release(releases), &stored, true)?;
        }
        self.set(Register::MARKED, Word { bits: 0, dep: marked.dep.selecting() });
        let answer = Dep { asked: true, ..Dep::NONE };
        self.set(status, Word { bits: u64::from(!succeeds), dep: answer });
        Ok(())
    }

    /// `SWP`, `LDADD` and their kin.
    pub(super) fn atomic(
        &mut self,
        change: Change,
        size: Size,
        with: Both,
        from: Register,
        to: Register,
        at: Register,
    ) -> Step<()> {
        let address = self.get(at);
        let operand = self.sized(from, size);
        let target = self.target(address, Direction::Write, Tags::NONE)?;
        let old = self.load(target, size, with.read(to != Register::ZERO), Set::EMPTY)?;
        let value = operand.map(|operand| change.apply(size, old.bits, operand));
        let mut stored = Stored { value, rmw: event(old), ..Stored::default() };
        match change {
            Change::Swap => stored.order = old.dep.own,
            _ => stored.from = old.dep,
        }
        self.store(target, size, release(with.release), stored)?;
        self.state.reads.clear();
        self.set(to, old);
        Ok(())
    }

    /// `CAS` and `CASP`: compares with `old` and stores `new`.
    pub(super) fn compare_and_swap(
        &mut self,
        size: Size,
        with: Both,
        old: &[Register],
        new: &[Register],
        at: Register,
    ) -> Step<()> {
        let address = self.get(at);
        let expected: Vec<Word> = old.iter().map(|old| self.sized(*old, size)).collect();
        let new: Vec<Word> = new.iter().map(|new| self.sized(*new, size)).collect();
        let outcome = match self.trace.choose(3)? {
            0 => Outcome::Swap,
            1 => Outcome::WriteBack,
            _ => Outcome::Fail,
        };
        let direction = match outcome {
            Outcome::Swap | Outcome::WriteBack => Direction::Write,
            Outcome::Fail => Direction::MayWrite,
        };
        let target = self.target(address, direction, Tags::NONE)?;
        let returns = old != [Register::ZERO];
        let found = self.load_each(target, size, with.read(returns), old.len(), false)?;
        let same = |(found, expected): (&Word, &Word)| found.bits == expected.bits;
        let equal = found.iter().zip(&expected).all(same);
        if equal != (outcome == Outcome::Swap) {
            return Err(End::Never.into());
        }
        let all = |of: &[Word]| of.iter().fold(Dep::NONE, |all, word| all | word.dep);
        let (read_dep, expected_dep, new_dep) = (all(&found), all(&expected), all(&new));
        let compared = (read_dep | expected_dep).selecting();
        // What goes to the registers may come from memory, or from the comparison: neither is known to software.
        let (mut made, mut selected) = (read_dep, Dep::NONE);
        if outcome != Outcome::WriteBack && self.trace.choose(2)? == 1 {
            selected = compared;
            if outcome == Outcome::Swap {
                made = expected_dep;
            }
        }
        if direction == Direction::Write {
            let written = if outcome == Outcome::Swap { &new } else { &found };
            let dep = if outcome == Outcome::Swap { new_dep } else { Dep::NONE };
            let stored: Vec<Stored> = written
                .iter()
                .zip(&found)
                .map(|(value, found)| Stored {
                    // The comparison selects the value as much as it decides about the write.
                    value: Word { bits: value.bits, dep: dep | expected_dep.selecting() },
                    ctrl: compared,
                    rmw: event(*found),
                    ..Stored::default()
                })
                .collect();
            self.store_each(target, size, release(with.release), &stored, false)?;
            self.state.reads.clear();
        } else if !returns {
            self.state.reads = found.iter().filter_map(|found| event(*found)).collect();
        }
        for (register, value) in old.iter().zip(&found) {
            self.set(*register, Word { bits: value.bits, dep: made | selected });
        }
        Ok(())
    }
}
