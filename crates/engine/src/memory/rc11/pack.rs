//! Packing of the machine of `rc11`'s states: only views that some CPU uses, each in full, because copies of known
//! length are the cheapest.

use super::super::sc_tso::Bytes;
use super::Rc11;
use super::barrier::Barrier;
use super::state::{Cpu, Message, State, View};

/// The views that some CPU uses; the others are always empty and not packed.
#[derive(Clone, Copy)]
pub(crate) struct Uses {
    pub(crate) barrier: bool,
    pub(crate) rel: bool,
    pub(crate) acq: bool,
    pub(crate) dep: bool,
    pub(crate) irqs: bool,
}

impl<const L: usize> Rc11<'_, L> {
    /// The views of a CPU that are packed.
    fn packed<'c>(&self, cpu: &'c Cpu<L>) -> impl Iterator<Item = &'c View<L>> {
        let Uses { rel, acq, dep, irqs, .. } = self.uses;
        let all =
            [(true, &cpu.cur), (rel, &cpu.rel), (acq, &cpu.acq), (dep, &cpu.dep), (irqs, &cpu.irq)];
        all.into_iter().filter(|(used, _)| *used).map(|(_, view)| view)
    }

    pub(crate) fn pack(&self, state: &State<L>, bytes: &mut Vec<u8>) {
        bytes.clear();
        for cpu in &state.cpus {
            bytes.extend_from_slice(&cpu.head.class.to_le_bytes());
            if self.frame.watches {
                bytes.push(cpu.head.watch);
            }
            if self.frame.ipis {
                bytes.push(cpu.head.acked);
            }
            if self.frame.queues {
                bytes.push(cpu.head.queued.into());
            }
            for view in self.packed(cpu) {
                bytes.extend_from_slice(view);
            }
        }
        for entry in &state.entries {
            bytes.push(entry.len() as u8);
            for message in entry {
                bytes.extend_from_slice(&[message.value, u8::from(message.sealed)]);
                bytes.extend_from_slice(&message.view);
            }
        }
        for (at, (value, view)) in state.counters.iter().enumerate() {
            if !self.frame.entry[at] {
                bytes.extend_from_slice(&value.to_le_bytes());
                bytes.extend_from_slice(view);
            }
        }
        let locks = self.frame.model.locks.len().div_ceil(8);
        bytes.extend_from_slice(&state.locks.to_le_bytes()[..locks]);
        for view in &state.lock_views {
            bytes.extend_from_slice(view);
        }
        if self.uses.barrier && self.any_order {
            bytes.push(state.barriers.len() as u8);
            for Barrier { view, read, made } in &state.barriers {
                for part in [view, read, made] {
                    bytes.extend_from_slice(part);
                }
            }
        } else if self.uses.barrier {
            bytes.extend_from_slice(&state.barriers.last().map_or([0; L], |last| last.view));
        }
    }

    pub(crate) fn unpack(&self, bytes: &[u8], state: &mut State<L>) {
        let mut bytes = Bytes(bytes);
        let Uses { barrier, rel, acq, dep, irqs } = self.uses;
        let view = |bytes: &mut Bytes<'_>, used: bool, view: &mut View<L>| {
            *view = [0; L];
            if let (true, Some((mine, rest))) = (used, bytes.0.split_first_chunk::<L>()) {
                *view = *mine;
                bytes.0 = rest;
            }
        };
        for (cpu, head) in state.cpus.iter_mut().zip(&mut state.heads) {
            head.class = bytes.word();
            head.watch = if self.frame.watches { bytes.byte() } else { 0 };
            head.acked = if self.frame.ipis { bytes.byte() } else { 0 };
            head.queued = self.frame.queues && bytes.byte() != 0;
            cpu.head = *head;
            view(&mut bytes, true, &mut cpu.cur);
            view(&mut bytes, rel, &mut cpu.rel);
            view(&mut bytes, acq, &mut cpu.acq);
            view(&mut bytes, dep, &mut cpu.dep);
            view(&mut bytes, irqs, &mut cpu.irq);
        }
        for entry in &mut state.entries {
            entry.clear();
            for _ in 0..bytes.byte() {
                let (value, sealed) = (bytes.byte(), bytes.byte() != 0);
                let mut message = Message { value, sealed, view: [0; L] };
                view(&mut bytes, true, &mut message.view);
                entry.push(message);
            }
        }
        for (at, counter) in state.counters.iter_mut().enumerate() {
            if !self.frame.entry[at] {
                counter.0 = bytes.word();
                view(&mut bytes, true, &mut counter.1);
            }
        }
        state.locks = 0;
        for index in 0..self.frame.model.locks.len().div_ceil(8) {
            state.locks |= u64::from(bytes.byte()) << (8 * index);
        }
        for lock in &mut state.lock_views {
            view(&mut bytes, true, lock);
        }
        state.barriers.clear();
        let barriers = match (barrier, self.any_order) {
            (false, _) => 0,
            (true, false) => 1,
            (true, true) => bytes.byte(),
        };
        for _ in 0..barriers {
            let mut packed = Barrier::default();
            view(&mut bytes, true, &mut packed.view);
            if self.any_order {
                view(&mut bytes, true, &mut packed.read);
                view(&mut bytes, true, &mut packed.made);
            }
            state.barriers.push(packed);
        }
    }
}
