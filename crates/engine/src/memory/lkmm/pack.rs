//! Packing of the states: only views that are not empty, since most are.

use super::super::sc_tso::Bytes;
use super::super::view::View;
use super::Lkmm;
use super::state::{Message, Origin, State, Tie};

/// An answer that has not been given yet.
const PENDING: u16 = u16::MAX;

impl<const L: usize> Lkmm<'_, L> {
    pub(crate) fn pack(&self, state: &State<L>, bytes: &mut Vec<u8>) {
        bytes.clear();
        let zero = [0; L];
        // The entries, and the number of a fence.
        let used = self.cells.len();
        let view = |bytes: &mut Vec<u8>, view: &View<L>| {
            bytes.extend_from_slice(&view[..used]);
            bytes.push(view[L - 1]);
        };
        for cpu in &state.cpus {
            bytes.extend_from_slice(&cpu.head.class.to_le_bytes());
            if self.frame.watches {
                bytes.push(cpu.head.watch);
            }
            if self.frame.ipis {
                bytes.push(cpu.head.acked);
            }
            let views = cpu.views();
            let full = views.iter().enumerate().filter(|(_, view)| ***view != zero);
            let mask = full.fold(0_u32, |mask, (index, _)| mask | 1 << index);
            let flags = u32::from(cpu.head.queued) << 15
                | u32::from(cpu.owes) << 14
                | u32::from(!cpu.window.is_empty()) << 13
                | u32::from(!cpu.ties.is_empty()) << 12
                | u32::from(cpu.release.is_some()) << 18
                | u32::from(!cpu.origins.is_empty()) << 16
                | u32::from(!cpu.forwards.is_empty()) << 17;
            bytes.extend_from_slice(&(mask | flags).to_le_bytes()[..3]);
            views.into_iter().filter(|view| **view != zero).for_each(|full| view(bytes, full));
            if !cpu.window.is_empty() {
                bytes.push(cpu.window.len() as u8);
                for answer in &cpu.window {
                    bytes.extend_from_slice(&answer.unwrap_or(PENDING).to_le_bytes());
                }
            }
            if let Some((at, known)) = &cpu.release {
                bytes.push(*at);
                view(bytes, known);
            }
            if !cpu.origins.is_empty() {
                bytes.push(cpu.origins.len() as u8);
                for origin in &cpu.origins {
                    bytes.push(origin.at);
                    view(bytes, &origin.view);
                }
            }
            if !cpu.forwards.is_empty() {
                bytes.push(cpu.forwards.len() as u8);
                for (entry, after) in &cpu.forwards {
                    bytes.push(*entry);
                    view(bytes, after);
                }
            }
            if !cpu.ties.is_empty() {
                bytes.push(cpu.ties.len() as u8);
                for tie in &cpu.ties {
                    bytes.push(tie.at);
                    bytes.extend_from_slice(&(tie.others.len() as u16).to_le_bytes());
                    for other in &tie.others {
                        bytes.extend_from_slice(&other.to_le_bytes());
                    }
                    view(bytes, &tie.view);
                }
            }
        }
        for entry in &state.entries {
            bytes.push(entry.len() as u8);
            for message in entry {
                let full = message.view != zero;
                let flags = u8::from(message.sealed) | u8::from(full) << 1;
                bytes.extend_from_slice(&[message.value, message.by, flags]);
                if full {
                    view(bytes, &message.view);
                }
            }
        }
        for (at, (value, known)) in state.counters.iter().enumerate() {
            if !self.frame.entry[at] {
                bytes.extend_from_slice(&value.to_le_bytes());
                view(bytes, known);
            }
        }
        let locks = self.frame.model.locks.len().div_ceil(8);
        bytes.extend_from_slice(&state.locks.to_le_bytes()[..locks]);
        state.lock_views.iter().flatten().for_each(|known| view(bytes, known));
        bytes.push(state.fences.len() as u8);
        state.fences.iter().for_each(|fence| view(bytes, fence));
    }

    pub(crate) fn unpack(&self, bytes: &[u8], state: &mut State<L>) {
        let mut bytes = Bytes(bytes);
        let used = self.cells.len();
        let view = |bytes: &mut Bytes<'_>| {
            let mut view = [0; L];
            view[..used].iter_mut().for_each(|place| *place = bytes.byte());
            view[L - 1] = bytes.byte();
            view
        };
        for (cpu, head) in state.cpus.iter_mut().zip(&mut state.heads) {
            head.class = bytes.word();
            head.watch = if self.frame.watches { bytes.byte() } else { 0 };
            head.acked = if self.frame.ipis { bytes.byte() } else { 0 };
            let flags = u32::from(bytes.word()) | u32::from(bytes.byte()) << 16;
            head.queued = flags >> 15 & 1 != 0;
            cpu.head = *head;
            cpu.owes = flags >> 14 & 1 != 0;
            for (index, known) in cpu.views_mut().into_iter().enumerate() {
                *known = if flags >> index & 1 != 0 { view(&mut bytes) } else { [0; L] };
            }
            cpu.window.clear();
            if flags >> 13 & 1 != 0 {
                for _ in 0..bytes.byte() {
                    let answer = bytes.word();
                    cpu.window.push((answer != PENDING).then_some(answer));
                }
            }
            cpu.release = (flags >> 18 & 1 != 0).then(|| (bytes.byte(), view(&mut bytes)));
            cpu.origins.clear();
            if flags >> 16 & 1 != 0 {
                for _ in 0..bytes.byte() {
                    cpu.origins.push(Origin { at: bytes.byte(), view: view(&mut bytes) });
                }
            }
            cpu.forwards.clear();
            if flags >> 17 & 1 != 0 {
                for _ in 0..bytes.byte() {
                    let entry = bytes.byte();
                    cpu.forwards.push((entry, view(&mut bytes)));
                }
            }
            cpu.ties.clear();
            if flags >> 12 & 1 != 0 {
                for _ in 0..bytes.byte() {
                    let at = bytes.byte();
                    let others = (0..bytes.word()).map(|_| bytes.word()).collect();
                    cpu.ties.push(Tie { at, others, view: view(&mut bytes) });
                }
            }
        }
        for entry in &mut state.entries {
            entry.clear();
            for _ in 0..bytes.byte() {
                let (value, by, flags) = (bytes.byte(), bytes.byte(), bytes.byte());
                let known = if flags & 2 != 0 { view(&mut bytes) } else { [0; L] };
                entry.push(Message { value, sealed: flags & 1 != 0, by, view: known });
            }
        }
        for (at, counter) in state.counters.iter_mut().enumerate() {
            if !self.frame.entry[at] {
                *counter = (bytes.word(), view(&mut bytes));
            }
        }
        state.locks = 0;
        for index in 0..self.frame.model.locks.len().div_ceil(8) {
            state.locks |= u64::from(bytes.byte()) << (8 * index);
        }
        for known in state.lock_views.iter_mut().flatten() {
            *known = view(&mut bytes);
        }
        let fences = bytes.byte();
        state.fences.clear();
        state.fences.extend((0..fences).map(|_| view(&mut bytes)));
    }
}
