//! Normalisation: drops what no CPU can observe any more, so that states that differ only in that are equal.
//!
//! Sound because it only drops what no later step uses: stores that are superseded for every CPU that may
//! still access their entry, what a view says of such stores, and whole views that their owner can neither
//! use nor publish.

use super::super::frame::Head;
use super::Rc11;
use super::state::{Cpu, Message, State, View, beyond, only};

impl<const L: usize> Rc11<'_, L> {
    /// Reduces a state to what can still matter.
    pub(crate) fn normalise(&self, state: &mut State<L>) {
        let ahead = |head: &Head| &self.ahead[usize::from(head.class)];
        let (mut touched, mut stored, mut counted, mut locked) = (0, 0, 0, 0);
        let mut ipi = false;
        for head in &state.heads {
            let ahead = ahead(head);
            touched |= ahead.touches;
            stored |= ahead.stored;
            counted |= ahead.counters;
            locked |= ahead.locks;
            ipi |= ahead.ipi;
        }
        // What each CPU cannot use itself.
        for (cpu, head) in state.cpus.iter_mut().zip(&state.heads) {
            cpu.head = *head;
            let ahead = ahead(head);
            let touched = &self.touched[usize::from(head.class)];
            if !ahead.publishes {
                only(&mut cpu.cur, touched);
            }
            if ahead.stored == 0 {
                cpu.rel = [0; L];
            }
            if ahead.acquires {
                beyond(&mut cpu.acq, &cpu.cur);
            } else {
                cpu.acq = [0; L];
            }
            only(&mut cpu.dep, touched);
            only(&mut cpu.dep, &self.dependents);
            beyond(&mut cpu.dep, &cpu.cur);
            // A CPU that interrupts it takes over the view it left, even if it is done.
            if !(ahead.irqs || ipi) {
                cpu.irq = [0; L];
            }
        }
        for (at, (_, view)) in state.counters.iter_mut().enumerate() {
            if counted >> at & 1 == 0 {
                *view = [0; L];
            }
        }
        for (lock, view) in state.lock_views.iter_mut().enumerate() {
            if locked >> lock & 1 == 0 {
                *view = [0; L];
            }
        }
        if self.any_order {
            self.forget_accesses(state, touched, stored);
            self.forget_barriers(state);
        } else if !state.heads.iter().any(|head| ahead(head).barrier) {
            state.barriers.clear();
        }
        // What all CPUs have passed.
        let (mut base, mut moved): (View<L>, bool) = ([0; L], false);
        for (entry, base) in base.iter_mut().enumerate().take(self.cells.len()) {
            let reader = |(_, head): &(&Cpu<L>, &Head)| ahead(head).touches >> entry & 1 != 0;
            let behind = state.cpus.iter().zip(&state.heads).filter(reader);
            let last = state.entries[entry].len() - 1;
            *base = behind.map(|(cpu, _)| cpu.cur[entry]).min().unwrap_or(last as u8);
            *base = Self::oldest_limit(state, entry).map_or(*base, |limit| limit.min(*base));
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
                    *message = Message { value, sealed: false, view: [0; L] };
                }
            }
        }
        if !moved {
            return;
        }
        let rebase = |view: &mut View<L>| {
            for (mine, base) in view.iter_mut().zip(&base) {
                *mine = mine.saturating_sub(*base);
            }
        };
        state.each_view(rebase);
        state.barriers.iter_mut().for_each(|barrier| barrier.rebase(&base));
    }
}
