//! Packing of the Armv8 machine's states: what is zero in most states takes no byte.

use super::super::sc_tso::Bytes;
use super::Armv8;
use super::state::{Cpu, Message, Oldest, Pending, State, Time};

/// Packs times in one byte each, or in two where there are many messages.
struct Out<'b> {
    bytes: &'b mut Vec<u8>,
    wide: bool,
}

impl Out<'_> {
    fn time(&mut self, time: Time) {
        self.bytes.push(time as u8);
        if self.wide {
            self.bytes.push((time >> 8) as u8);
        }
    }

    fn message(&mut self, message: &Message) {
        let flags = u8::from(message.exclusive) | u8::from(message.promised) << 1;
        self.bytes.extend_from_slice(&[message.entry, message.value, message.by, flags]);
    }
}

/// Which views of a CPU are not zero.
const VIEWS: usize = 7;
const EARLY: u16 = 1 << VIEWS;
const PENDING: u16 = 1 << (VIEWS + 1);

fn scalars<const L: usize>(cpu: &mut Cpu<L>) -> [&mut Time; VIEWS] {
    let Cpu { read, made, reads_after, released, found, section, waited, .. } = cpu;
    [read, made, reads_after, released, found, section, waited]
}

impl<const L: usize> Armv8<'_, L> {
    pub(crate) fn pack(&self, state: &State<L>, bytes: &mut Vec<u8>) {
        bytes.clear();
        bytes.extend_from_slice(&(state.list.len() as u16).to_le_bytes());
        let mut out = Out { bytes, wide: state.list.len() > usize::from(u8::MAX) };
        for message in &state.list {
            out.message(message);
        }
        for oldest in &state.oldest {
            out.bytes.extend_from_slice(&[oldest.message.value, oldest.message.by]);
            out.bytes.push(oldest.message.exclusive.into());
            out.time(oldest.time);
        }
        for cpu in &state.cpus {
            self.pack_cpu(cpu, &mut out);
        }
        for (at, (value, view)) in state.counters.iter().enumerate() {
            if !self.frame.entry[at] {
                out.bytes.extend_from_slice(&value.to_le_bytes());
                out.time(*view);
            }
        }
        let locks = self.frame.model.locks.len().div_ceil(8);
        out.bytes.extend_from_slice(&state.locks.to_le_bytes()[..locks]);
        for view in &state.lock_views {
            out.time(*view);
        }
    }

    fn pack_cpu(&self, cpu: &Cpu<L>, out: &mut Out<'_>) {
        out.bytes.extend_from_slice(&cpu.head.class.to_le_bytes());
        if self.frame.watches {
            out.bytes.push(cpu.head.watch);
        }
        if self.frame.ipis {
            out.bytes.push(cpu.head.acked);
        }
        if self.frame.queues {
            out.bytes.push(cpu.head.queued.into());
        }
        let Cpu { read, made, reads_after, released, found, section, waited, .. } = *cpu;
        let scalars = [read, made, reads_after, released, found, section, waited];
        let used = scalars.iter().enumerate();
        let mut flags = used.fold(0, |bits, (index, view)| bits | u16::from(*view != 0) << index);
        flags |= if cpu.early == 0 { 0 } else { EARLY };
        flags |= if cpu.pending.is_empty() { 0 } else { PENDING };
        out.bytes.extend_from_slice(&flags.to_le_bytes());
        for view in scalars.into_iter().filter(|view| *view != 0) {
            out.time(view);
        }
        if cpu.early != 0 {
            out.bytes.extend_from_slice(&cpu.early.to_le_bytes());
        }
        for per_entry in [&cpu.coherence, &cpu.updated] {
            let used = || per_entry.iter().enumerate().filter(|(_, time)| **time != 0);
            out.bytes.push(used().count() as u8);
            for (entry, time) in used() {
                out.bytes.push(entry as u8);
                out.time(*time);
            }
        }
        if !cpu.pending.is_empty() {
            out.bytes.push(cpu.pending.len() as u8);
            for pending in &cpu.pending {
                out.time(pending.view);
                out.bytes.extend_from_slice(&(pending.otherwise.len() as u16).to_le_bytes());
                for class in &pending.otherwise {
                    out.bytes.extend_from_slice(&class.to_le_bytes());
                }
            }
        }
    }

    pub(crate) fn unpack(&self, bytes: &[u8], state: &mut State<L>) {
        let mut bytes = Bytes(bytes);
        let messages = bytes.word();
        let wide = messages > u16::from(u8::MAX);
        let time = |bytes: &mut Bytes<'_>| if wide { bytes.word() } else { bytes.byte().into() };
        state.list.clear();
        for _ in 0..messages {
            let (entry, value, by, flags) =
                (bytes.byte(), bytes.byte(), bytes.byte(), bytes.byte());
            let (exclusive, promised) = (flags & 1 != 0, flags & 2 != 0);
            state.list.push(Message { entry, value, by, exclusive, promised });
        }
        for (entry, oldest) in state.oldest.iter_mut().enumerate() {
            let (value, by, exclusive) = (bytes.byte(), bytes.byte(), bytes.byte() != 0);
            let message = Message { entry: entry as u8, value, by, exclusive, promised: false };
            *oldest = Oldest { message, time: time(&mut bytes) };
        }
        for (cpu, head) in state.cpus.iter_mut().zip(&mut state.heads) {
            head.class = bytes.word();
            head.watch = if self.frame.watches { bytes.byte() } else { 0 };
            head.acked = if self.frame.ipis { bytes.byte() } else { 0 };
            head.queued = self.frame.queues && bytes.byte() != 0;
            *cpu = Cpu { pending: std::mem::take(&mut cpu.pending), ..Cpu::new(*head) };
            cpu.pending.clear();
            let flags = bytes.word();
            for (index, view) in scalars(cpu).into_iter().enumerate() {
                *view = if flags >> index & 1 != 0 { time(&mut bytes) } else { 0 };
            }
            if flags & EARLY != 0 {
                let mut early = [0; 8];
                early.fill_with(|| bytes.byte());
                cpu.early = u64::from_le_bytes(early);
            }
            for per_entry in [&mut cpu.coherence, &mut cpu.updated] {
                for _ in 0..bytes.byte() {
                    let entry = usize::from(bytes.byte());
                    per_entry[entry] = time(&mut bytes);
                }
            }
            if flags & PENDING != 0 {
                for _ in 0..bytes.byte() {
                    let view = time(&mut bytes);
                    let otherwise = (0..bytes.word()).map(|_| bytes.word()).collect();
                    cpu.pending.push(Pending { view, otherwise });
                }
            }
        }
        for (at, counter) in state.counters.iter_mut().enumerate() {
            if !self.frame.entry[at] {
                *counter = (bytes.word(), time(&mut bytes));
            }
        }
        state.locks = 0;
        for index in 0..self.frame.model.locks.len().div_ceil(8) {
            state.locks |= u64::from(bytes.byte()) << (8 * index);
        }
        for view in &mut state.lock_views {
            *view = time(&mut bytes);
        }
    }
}
