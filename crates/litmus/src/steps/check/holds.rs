//! What a CPU holds: locks, semaphores, read sections, interrupts off.

use super::{Held, Look, Looked, wrong};

impl Look<'_> {
    /// Where two paths meet, a CPU holds the same.
    pub(super) fn join(&mut self, other: Option<Vec<Held>>) -> Looked {
        let sorted = |held: Option<Vec<Held>>| {
            held.map(|mut held| {
                held.sort_unstable();
                held
            })
        };
        match (sorted(self.held.take()), sorted(other)) {
            (Some(one), Some(other)) if one != other => wrong(
                "some lock or section is taken or given back on one path alone",
                "do it before the paths part or on both, or end one path with `return`",
            ),
            (one, other) => {
                self.held = one.or(other);
                Ok(())
            }
        }
    }

    pub(super) fn take(&mut self, by: &'static str, what: usize) -> Looked {
        if let Some(held) = &mut self.held {
            held.push((by, what));
        }
        Ok(())
    }

    pub(super) fn give_back(&mut self, by: &str, what: usize) -> Looked {
        let pairs = [
            ("spin_unlock", "spin_lock", "this CPU does not hold the lock"),
            ("rcu_read_unlock", "rcu_read_lock", "this CPU is in no read section"),
            ("up_read", "down_read", "this CPU does not hold the semaphore for reading"),
            ("up_write", "down_write", "this CPU does not hold the semaphore for writing"),
            ("downgrade_write", "down_write", "this CPU does not hold the semaphore for writing"),
            ("local_irq_restore", "local_irq_save", "this CPU has interrupts on"),
        ];
        let Some((_, taken_by, why)) = pairs.into_iter().find(|(name, ..)| *name == by) else {
            return Ok(());
        };
        let Some(held) = &mut self.held else { return Ok(()) };
        match held.iter().rposition(|held| *held == (taken_by, what)) {
            Some(at) => drop(held.remove(at)),
            None => {
                return wrong(format!("{by}(): {why}"), "take it in an earlier step of this CPU");
            }
        }
        if by == "downgrade_write" {
            held.push(("down_read", what));
        }
        Ok(())
    }

    /// Where the steps end, they are in no section. A lock that is held violates `no-deadlock`.
    pub(super) fn ends(&self) -> Looked {
        let sections = ["rcu_read_lock", "local_irq_save"];
        let open = self.held.iter().flatten().find(|(by, _)| sections.contains(by));
        match open {
            Some((by, _)) => wrong(
                format!("the steps end here, after {by}()"),
                "give back what was taken on every path",
            ),
            None => Ok(()),
        }
    }

    /// Joins two paths of a statement.
    pub(super) fn joined(&mut self, statement: usize, other: Option<Vec<Held>>) -> Looked {
        let number = std::mem::replace(&mut self.number, statement);
        self.join(other)?;
        self.number = number;
        Ok(())
    }
}
