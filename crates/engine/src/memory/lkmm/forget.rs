//! Normalisation: drops what no CPU can observe any more, so that states that differ only in that are equal.
//!
//! Sound because it only drops what no later step uses: stores that are superseded for every CPU that may still
//! access their entry, what a view says of such stores, what another view of the same CPU says too, and fences
//! that no view names.

use super::super::ahead::Ahead;
use super::super::frame::Head;
use super::super::view::{View, beyond, only};
use super::Lkmm;
use super::state::{Cpu, Message, NOBODY, State};

impl<const L: usize> Lkmm<'_, L> {
    /// The stores of a CPU that finished are nobody's to forward.
    pub(crate) fn disown(&self, state: &mut State<L>) {
        for (entry, history) in state.entries.iter_mut().enumerate() {
            for message in history.iter_mut().filter(|message| message.by != NOBODY) {
                let head = state.heads[usize::from(message.by)];
                if self.ahead[usize::from(head.class)].touches >> entry & 1 == 0 {
                    message.by = NOBODY;
                }
            }
        }
    }

    fn ahead_of(&self, head: &Head) -> &Ahead {
        &self.ahead[usize::from(head.class)]
    }

    /// Reduces a state to what can still matter.
    pub(crate) fn normalise(&self, state: &mut State<L>) {
        let (mut touched, mut counted, mut locked, mut ipi) = (0, 0, 0, false);
        for head in &state.heads {
            let ahead = self.ahead_of(head);
            touched |= ahead.touches;
            counted |= ahead.counters;
            locked |= ahead.locks;
            ipi |= ahead.ipi;
        }
        let State { cpus, heads, .. } = state;
        for (cpu, head) in cpus.iter_mut().zip(heads.iter()) {
            cpu.head = *head;
            self.forget_own(cpu, ipi);
        }
        for (at, (_, view)) in state.counters.iter_mut().enumerate() {
            if counted >> at & 1 == 0 {
                *view = [0; L];
            }
        }
        for (lock, views) in state.lock_views.iter_mut().enumerate() {
            if locked >> lock & 1 == 0 {
                *views = [[0; L]; 2];
            }
        }
        self.disown(state);
        self.forget_stores(state, touched);
        self.forget_fences(state, touched);
    }

    /// Forgets what a CPU cannot use itself.
    fn forget_own(&self, cpu: &mut Cpu<L>, ipi: bool) {
        let ahead = self.ahead_of(&cpu.head);
        let touched = &self.touched[usize::from(cpu.head.class)];
        let stores = ahead.stored != 0 || ahead.counters != 0;
        // A CPU that waits for it takes over the view it left, even if it is done.
        if !ipi {
            cpu.section = [0; L];
        }
        if !ahead.irqs {
            cpu.waited = [0; L];
        }
        if !(ahead.releases || cpu.owes) {
            for view in [&mut cpu.own, &mut cpu.reads, &mut cpu.writes] {
                let fence = view[L - 1];
                only(view, touched);
                view[L - 1] = if stores { fence } else { view[L - 1] };
            }
            if !ahead.acquires {
                cpu.acq = [0; L];
            }
            if !ahead.wmb {
                (cpu.made, cpu.before) = ([0; L], [0; L]);
            }
            if !stores {
                (cpu.rel, cpu.writes) = ([0; L], [0; L]);
                cpu.ties.clear();
            }
        }
        only(&mut cpu.dep, touched);
        only(&mut cpu.dep, &self.dependents);
        let mut both = cpu.reads;
        for (mine, other) in both.iter_mut().zip(&cpu.writes) {
            *mine = (*mine).min(*other);
        }
        self.forget_origins(cpu, &both);
        if ahead.locks == 0 {
            cpu.left = [[0; L]; 2];
        }
        beyond(&mut cpu.left[0], &both);
        beyond(&mut cpu.left[1], &cpu.rel);
        beyond(&mut cpu.acq, &both);
        beyond(&mut cpu.dep, &both);
        beyond(&mut cpu.made, &cpu.rel);
        beyond(&mut cpu.before, &cpu.writes);
        let zero = [0; L];
        cpu.ties.iter_mut().for_each(|tie| beyond(&mut tie.view, &cpu.writes));
        cpu.ties.retain(|tie| tie.view != zero);
        cpu.ties.sort_unstable();
        cpu.ties.dedup();
    }

    /// Forgets the stores that all CPUs have passed.
    fn forget_stores(&self, state: &mut State<L>, touched: u64) {
        let (mut base, mut moved): (View<L>, bool) = ([0; L], false);
        for (entry, base) in base.iter_mut().enumerate().take(self.cells.len()) {
            let last = state.entries[entry].len() - 1;
            let lows = state.cpus.iter().filter_map(|cpu| {
                let ahead = self.ahead_of(&cpu.head);
                let reads = state.floor(&cpu.reads, entry);
                let floor = match ahead.stored >> entry & 1 {
                    0 => reads,
                    _ => reads.min(state.floor(&cpu.writes, entry)),
                };
                (ahead.touches >> entry & 1 != 0).then(|| floor.max(cpu.own[entry]))
            });
            *base = lows.min().unwrap_or(last as u8);
            let messages = &mut state.entries[entry];
            if *base > 0 {
                moved = true;
                messages.drain(..usize::from(*base));
                messages[0].sealed = false;
            }
            if touched >> entry & 1 == 0 {
                let newest = messages.len() - 1;
                for (place, message) in messages.iter_mut().enumerate() {
                    let value = if place == newest { message.value } else { 0 };
                    *message = Message { value, sealed: false, by: NOBODY, view: [0; L] };
                }
            }
        }
        if moved {
            state.each_view(|view| {
                for (mine, base) in view.iter_mut().zip(&base) {
                    *mine = mine.saturating_sub(*base);
                }
            });
        }
    }

    /// Forgets the fences that say nothing more than earlier ones, and those that no view names, and numbers the
    /// others again.
    fn forget_fences(&self, state: &mut State<L>, touched: u64) {
        if state.fences.is_empty() {
            return;
        }
        let all = super::super::view::mask(touched, true);
        state.fences.iter_mut().for_each(|fence| only(fence, &all));
        let count = state.fences.len();
        let mut named = vec![false; count + 1];
        state.each_view(|view| named[usize::from(view[L - 1])] = true);
        // The next fence builds on the last one.
        let fences = |cpu: &Cpu<L>| cpu.owes || self.ahead_of(&cpu.head).barrier;
        named[count] |= state.cpus.iter().any(fences);
        let mut numbers = vec![0; count + 1];
        let mut kept: Vec<View<L>> = Vec::new();
        for (index, fence) in state.fences.iter().enumerate() {
            let known = kept.last().copied().unwrap_or([0; L]);
            if named[index + 1] && *fence != known {
                kept.push(*fence);
            }
            numbers[index + 1] = kept.len() as u8;
        }
        state.fences = kept;
        state.each_view(|view| view[L - 1] = numbers[usize::from(view[L - 1])]);
    }
}
