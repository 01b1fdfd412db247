//! The steps of the machine: the effect of each call on histories and views; that of updates is in `update`.

use pmdrace_mm::{Addr, Call, ReadOrder, SyncOp, WriteOrder};

use super::super::frame::Head;
use super::super::view::{View, join};
use super::super::{Step, Visit};
use super::Lkmm;
use super::behaviour::Differs;
use super::state::{Message, State, Tie};
use crate::program::Missing;
use crate::program::automaton::Edge;
use crate::program::numbers::STAYS;

/// A call of a CPU that can be executed now.
#[derive(Clone, Copy)]
pub(crate) struct Turn {
    pub(crate) slot: usize,
    /// How many calls it passes.
    pub(crate) ahead: usize,
    pub(crate) call: Call<u16>,
}

/// What an executed call leads to.
pub(super) struct Done {
    pub(super) answer: u16,
    /// The entry that it read, if any.
    pub(super) read: Option<usize>,
    pub(super) violated: u32,
    pub(super) choice: usize,
}

impl Done {
    pub(super) const PLAIN: Done = Done { answer: 0, read: None, violated: 0, choice: 0 };
}

impl<const L: usize> Lkmm<'_, L> {
    fn follow(&self, head: Head, answer: u16) -> Result<Edge, Missing> {
        let missing = Missing { class: head.class, answer };
        self.frame.automata.edge(head.class, answer).ok_or(missing)
    }

    /// Ends a step: notes its answer, moves the CPU past all that it has executed, and normalises the state.
    pub(super) fn finish(
        &self,
        next: &mut State<L>,
        turn: Turn,
        done: Done,
    ) -> Result<Step, Missing> {
        let Turn { slot, ahead, .. } = turn;
        let window = &mut next.cpus[slot].window;
        if window.len() <= ahead {
            window.resize(ahead + 1, None);
        }
        window[ahead] = Some(done.answer);
        if ahead > 0 {
            self.must_know(next, turn, done.answer)?;
        }
        let mut step = Step::SILENT;
        let mut read = done.read;
        while let Some(Some(answer)) = next.cpus[slot].window.first().copied() {
            next.cpus[slot].window.remove(0);
            if let Some((at, _)) = &mut next.cpus[slot].release {
                *at = at.saturating_sub(1);
            }
            let head = next.heads[slot];
            let edge = self.follow(head, answer)?;
            self.lockstep(next, slot, head.class, answer);
            Self::recede(&mut next.cpus[slot]);
            let at = match self.frame.call(head) {
                Some(Call::Read { at, .. } | Call::Await { at, .. }) if self.frame.entry[at.0] => {
                    Some(at.0)
                }
                _ => None,
            };
            let newest = |at: usize| {
                let last = next.entries[self.place[at]].last();
                (at, last.map_or(0, |last| u16::from(last.value)))
            };
            let read = read.take().or(at).map(newest);
            step = step.and(self.frame.advance(&mut next.heads, slot, edge, read));
        }
        self.normalise(next);
        Ok(step.violating(done.violated).with_choice(done.choice).passing(ahead))
    }

    /// An error if the answer of a call executed ahead has yet to be learned, whatever the calls before it return.
    pub(super) fn must_know(
        &self,
        next: &State<L>,
        turn: Turn,
        answer: u16,
    ) -> Result<(), Missing> {
        let classes = self.classes_at(next, turn.slot, turn.ahead);
        let known = |class: u16| self.frame.automata.edge(class, answer).is_some();
        match classes.into_iter().find(|class| !known(*class)) {
            None => Ok(()),
            Some(class) => Err(Missing { class, answer }),
        }
    }

    /// Compares a step with those that other answers to earlier reads would have led to.
    fn lockstep(&self, next: &mut State<L>, slot: usize, class: u16, answer: u16) {
        let mine = self.behaviours.of(class);
        let cpu = &mut next.cpus[slot];
        let mut control = [0; L];
        cpu.ties.retain_mut(|tie| {
            if let Some(at) = tie.at.checked_sub(1) {
                tie.at = at;
                return true;
            }
            if self.behaviours.differs(mine, &tie.others) == Differs::Control
                || self.behaviours.refuse(&tie.others, answer)
            {
                join(&mut control, &tie.view);
                return false;
            }
            tie.others = self.behaviours.after(&tie.others, Some(answer));
            !tie.others.is_empty()
        });
        join(&mut cpu.writes, &control);
    }

    /// What a store must not be behind because it depends on earlier reads.
    fn tied(&self, state: &State<L>, turn: Turn, answer: Option<u16>) -> View<L> {
        let cpu = &state.cpus[turn.slot];
        let mut view = [0; L];
        for tie in cpu.ties.iter().filter(|tie| usize::from(tie.at) <= turn.ahead) {
            let mut others = tie.others.clone();
            for at in usize::from(tie.at)..=turn.ahead {
                let mine = self.at(state, turn.slot, at);
                let how = mine.iter().map(|mine| self.behaviours.differs(*mine, &others));
                let here = at == turn.ahead;
                let differs = |how| how == Differs::Control || here && how == Differs::Data;
                let stores = |mine: &u16| {
                    answer.is_some_and(|a| self.behaviours.stores_otherwise(*mine, &others, a))
                };
                let known = cpu.window.get(at).copied().flatten();
                let waits = known.is_some_and(|answer| self.behaviours.refuse(&others, answer));
                if how.into_iter().any(differs) || waits || here && mine.iter().any(stores) {
                    join(&mut view, &tie.view);
                    break;
                }
                others = self.behaviours.after(&others, known);
            }
        }
        view
    }

    /// Remembers a read on which later steps may depend.
    pub(super) fn tie(&self, next: &mut State<L>, turn: Turn, answer: u16, view: View<L>) {
        if self.states {
            return self.originate(&mut next.cpus[turn.slot], turn, view);
        }
        let mut others = Vec::new();
        let mut mine = Vec::new();
        for behaviour in self.at(next, turn.slot, turn.ahead) {
            others.extend(self.behaviours.after_others(behaviour, answer));
            mine.extend(self.behaviours.after(&[behaviour], Some(answer)));
        }
        others.sort_unstable();
        others.dedup();
        if others.iter().any(|other| !mine.contains(other)) {
            let at = turn.ahead as u8 + 1;
            next.cpus[turn.slot].ties.push(Tie { at, others, view });
        }
    }

    /// What a store to an entry must not be behind.
    pub(super) fn store_after(
        &self,
        state: &State<L>,
        turn: Turn,
        entry: usize,
        answer: Option<u16>,
    ) -> View<L> {
        let cpu = &state.cpus[turn.slot];
        let mut view = cpu.writes;
        let tied = match self.states {
            true => self.all_of(state, turn),
            false => self.tied(state, turn, answer),
        };
        join(&mut view, &tied);
        if self.dependent[entry] {
            join(&mut view, &cpu.dep);
        }
        // It follows the CPU's last access to the word, and what came before that.
        let last = usize::from(cpu.own[entry]);
        if let (1.., Some(last)) = (last, state.entries[entry].get(last)) {
            join(&mut view, &last.view);
        }
        view
    }

    /// What a read of an entry must not be behind.
    pub(super) fn read_after(&self, state: &State<L>, turn: Turn, entry: usize) -> View<L> {
        let cpu = &state.cpus[turn.slot];
        let mut view = cpu.reads;
        join(&mut view, &self.address_of(state, turn));
        if self.dependent[entry] {
            join(&mut view, &cpu.dep);
        }
        view
    }

    /// The oldest store that an access with this view may return, or must store after.
    pub(super) fn low(&self, state: &State<L>, slot: usize, entry: usize, view: &View<L>) -> usize {
        usize::from(state.cpus[slot].own[entry].max(state.floor(view, entry)))
    }

    /// A CPU reads a store: returns what depends on the read must not be behind.
    pub(super) fn returned(
        &self,
        next: &mut State<L>,
        turn: Turn,
        entry: usize,
        place: usize,
    ) -> View<L> {
        let mut view = self.read_after(next, turn, entry);
        let message = next.entries[entry][place];
        // The section that it belongs to may have been left already.
        let executed = next.cpus[turn.slot].window.iter().skip(turn.ahead + 1);
        let left = executed.flatten().next().is_some() && {
            let classes = self.classes_at(next, turn.slot, turn.ahead);
            classes.into_iter().any(|class| self.frame.automata.class(class).in_rcu)
        };
        let cpu = &mut next.cpus[turn.slot];
        cpu.own[entry] = place as u8;
        let known = if usize::from(message.by) == turn.slot { [0; L] } else { message.view };
        cpu.tell_release(turn.ahead, entry, &known);
        // What its own store came after, the read need not: it may be forwarded.
        if usize::from(message.by) != turn.slot {
            join(&mut view, &message.view);
            join(&mut cpu.acq, &message.view);
        } else if let Some((_, after)) =
            cpu.forwards.iter().find(|(stored, _)| usize::from(*stored) == entry)
        {
            join(&mut view, after);
        }
        if left {
            let own = cpu.own[entry];
            join(&mut cpu.section, &message.view);
            cpu.section[entry] = cpu.section[entry].max(own);
        }
        view
    }

    /// A CPU makes a store behind a view, at a place of the history.
    pub(super) fn make(
        &self,
        next: &mut State<L>,
        turn: Turn,
        (entry, place): (usize, usize),
        (value, sealed): (u16, bool),
        (mut after, mut with): (View<L>, View<L>),
    ) -> u32 {
        let slot = turn.slot;
        let old = next.entries[entry][place - 1].value;
        with[L - 1] = with[L - 1].max(after[L - 1]);
        after[L - 1] = with[L - 1];
        let message = Message { value: value as u8, sealed, by: slot as u8, view: with };
        // Before the insertion, which renumbers the stores behind it.
        let cpu = &mut next.cpus[slot];
        join(&mut cpu.before, &after);
        join(&mut cpu.made, &with);
        next.insert(slot, entry, place, message);
        let cpu = &mut next.cpus[slot];
        cpu.made[entry] = cpu.made[entry].max(place as u8);
        let mut with = next.entries[entry][place].view;
        with[L - 1] = 0;
        next.cpus[slot].tell_release(turn.ahead, entry, &with);
        let class = self.classes_at(next, slot, turn.ahead).first().copied();
        let head = next.heads[slot];
        let may_lose = self.frame.may_lose(Head { class: class.unwrap_or(head.class), ..head });
        let at = self.cells[entry];
        self.frame.stored(&mut next.heads, may_lose, at, value, u16::from(old))
    }

    pub(crate) fn read(
        &self,
        state: &State<L>,
        turn: Turn,
        (at, order): (Addr, ReadOrder),
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let (slot, entry) = (turn.slot, self.place[at.0]);
        let count = state.entries[entry].len();
        let mut last = true;
        // The newest first.
        for place in self.readable(state, turn, entry) {
            last = false;
            next.copy(state);
            let answer = u16::from(state.entries[entry][place].value);
            let view = self.returned(next, turn, entry, place);
            let cpu = &mut next.cpus[slot];
            match order {
                ReadOrder::Once => {}
                ReadOrder::Dependency => join(&mut cpu.dep, &view),
                ReadOrder::Acquire => {
                    join(&mut cpu.reads, &view);
                    join(&mut cpu.writes, &view);
                }
            }
            if let Call::Await { .. } = turn.call {
                join(&mut cpu.writes, &view);
            }
            if order != ReadOrder::Acquire {
                self.tie(next, turn, answer, view);
            }
            let choice = count - 1 - place;
            let step =
                self.finish(next, turn, Done { answer, read: Some(at.0), choice, violated: 0 });
            visit(step, next);
        }
        let newest = u16::from(state.entries[entry][count - 1].value);
        if !last && turn.ahead == 0 && self.refuses(state, turn, newest) {
            next.copy(state);
            next.cpus[slot].own[entry] = count as u8 - 1;
            self.normalise(next);
            visit(Ok(Step::SPINS), next);
        }
    }

    /// Whether a call waits for another answer, or may do so: that depends on what is pending.
    pub(super) fn refuses(&self, state: &State<L>, turn: Turn, answer: u16) -> bool {
        matches!(turn.call, Call::Await { .. }) && {
            let classes = self.classes_at(state, turn.slot, turn.ahead);
            classes.iter().any(|class| self.frame.automata.refuses(*class, answer))
        }
    }

    /// The stores that a call may return and does not go on waiting after, the newest first.
    fn readable(&self, state: &State<L>, turn: Turn, entry: usize) -> Vec<usize> {
        let after = self.read_after(state, turn, entry);
        let stores = &state.entries[entry];
        let all = (self.low(state, turn.slot, entry, &after)..stores.len()).rev();
        all.filter(|place| !self.refuses(state, turn, u16::from(stores[*place].value))).collect()
    }

    /// Whether a CPU that waits for a word may read one.
    pub(super) fn can_read(&self, state: &State<L>, turn: Turn, at: Addr) -> bool {
        match self.frame.entry[at.0] {
            true => !self.readable(state, turn, self.place[at.0]).is_empty(),
            false => !self.refuses(state, turn, state.counters[at.0].0),
        }
    }

    pub(crate) fn write(
        &self,
        state: &State<L>,
        turn: Turn,
        (at, value, order): (Addr, u16, WriteOrder),
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let (slot, entry) = (turn.slot, self.place[at.0]);
        let count = state.entries[entry].len();
        let mut after = self.store_after(state, turn, entry, None);
        let mut with = state.cpus[slot].rel;
        if order == WriteOrder::Release {
            with = state.cpus[slot]
                .release
                .map_or_else(|| state.cpus[slot].known(), |(_, known)| known);
            join(&mut after, &with);
        }
        for place in (self.low(state, slot, entry, &after) + 1..=count).rev() {
            if state.entries[entry].get(place).is_some_and(|after| after.sealed) {
                continue;
            }
            next.copy(state);
            if order == WriteOrder::Release {
                next.cpus[slot].release = None;
            }
            self.forward(next, turn, entry, None);
            let violated = self.make(next, turn, (entry, place), (value, false), (after, with));
            let choice = count - place;
            let step = self.finish(next, turn, Done { violated, choice, ..Done::PLAIN });
            visit(step, next);
        }
    }

    /// Executes a call with a single outcome, of words that are no entries or of none.
    pub(crate) fn act(&self, turn: Turn, next: &mut State<L>) -> Result<Step, Missing> {
        let slot = turn.slot;
        let mut answer = 0;
        match turn.call {
            Call::Read { at, .. } => {
                answer = next.counters[at.0].0;
                if self.frame.counter[at.0] {
                    let (_, view) = next.counters[at.0];
                    join(&mut next.cpus[slot].acq, &view);
                    self.tie(next, turn, answer, view);
                }
            }
            Call::Await { at, order } => {
                answer = next.counters[at.0].0;
                if self.frame.counter[at.0] {
                    let (_, view) = next.counters[at.0];
                    let cpu = &mut next.cpus[slot];
                    join(&mut cpu.acq, &view);
                    join(&mut cpu.writes, &view);
                    if order == ReadOrder::Acquire {
                        join(&mut cpu.reads, &view);
                    }
                }
            }
            Call::Update { at, .. } => answer = next.counters[at.0].0,
            Call::Xchg { at, word, .. } => {
                answer = std::mem::replace(&mut next.counters[at.0].0, word);
            }
            Call::Write { at, word, .. } => {
                next.counters[at.0].0 = word;
                if self.frame.counter[at.0] {
                    self.counted(next, slot, at, false);
                }
            }
            Call::Count { at, op } => answer = self.count(next, turn, (at, op)),
            Call::Sync(op) => self.sync(slot, op, next),
        }
        if let Call::Update { at, .. } = turn.call {
            let stored = self.follow(next.heads[slot], answer)?.stored;
            if stored != STAYS {
                next.counters[at.0].0 = stored;
            }
        }
        self.finish(next, turn, Done { answer, ..Done::PLAIN })
    }

    /// The effect on views of a primitive that accesses no word.
    fn sync(&self, slot: usize, op: SyncOp, next: &mut State<L>) {
        let cpu = &mut next.cpus[slot];
        match op {
            SyncOp::Wmb => {
                join(&mut cpu.rel, &cpu.made);
                join(&mut cpu.writes, &cpu.before);
            }
            SyncOp::Rmb => join(&mut cpu.reads, &cpu.acq),
            SyncOp::Mb => next.fence(slot),
            SyncOp::DownRead(lock) | SyncOp::DownWrite(lock) | SyncOp::Lock(lock) => {
                let [left, handed] = next.lock_views[lock.0];
                for view in [&mut cpu.reads, &mut cpu.writes, &mut cpu.acq] {
                    join(view, &left);
                }
                if let SyncOp::Lock(_) = op {
                    // What the CPU did before it gave back another lock comes before, too.
                    let [left, own] = cpu.left;
                    for view in [&mut cpu.reads, &mut cpu.writes, &mut cpu.acq] {
                        join(view, &left);
                    }
                    for handed in [handed, own] {
                        join(&mut cpu.rel, &handed);
                        join(&mut cpu.made, &handed);
                    }
                }
                if !matches!(op, SyncOp::DownRead(_)) {
                    next.locks |= 1 << lock.0;
                }
            }
            SyncOp::UpRead(lock) => {
                let known = cpu.known();
                join(&mut next.lock_views[lock.0][0], &known);
            }
            SyncOp::Unlock(lock) | SyncOp::UpWrite(lock) | SyncOp::Downgrade(lock) => {
                next.locks &= !(1 << lock.0);
                let mut handed = cpu.made;
                join(&mut handed, &cpu.rel);
                let left = [cpu.known(), handed];
                next.lock_views[lock.0] = left;
                if let SyncOp::Unlock(_) = op {
                    cpu.left = left;
                }
            }
            SyncOp::IrqSave | SyncOp::RcuLock => {
                join(&mut cpu.reads, &cpu.waited);
                join(&mut cpu.writes, &cpu.waited);
            }
            SyncOp::IrqRestore | SyncOp::RcuUnlock => cpu.section = cpu.known(),
            // It ends with a full barrier; see `interrupt`.
            SyncOp::Ipi(_) | SyncOp::GracePeriod => {}
        }
    }
}
