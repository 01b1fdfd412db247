//! [`Memory`]: what the code sees of it, declared by whoever runs the code.
//!
//! A region is private to the CPU that runs, shared with others, or constant; any other address ends the run.
//! Private memory is kept here, byte by byte, with a log of what it held before, so that a run is undone in the time
//! that its stores took. Shared words are not kept here at all: each access is a question to the host, and has to
//! be an access to a whole word.

mod bytes;
mod region;
mod stack;

use std::cell::Cell;
use std::sync::Arc;

pub use region::Region;
pub(crate) use region::Segment;
use stack::Stack;

use crate::error::MemoryError;
use crate::ir::types::Endian;
use crate::machine::taint::Taints;
use crate::machine::value::Int;
use bytes::Byte;

/// How much memory may be declared in all.
const LARGEST: u64 = 1 << 30;

/// Memory as the code that runs sees it.
#[derive(Debug)]
pub struct Memory {
    endian: Endian,
    /// By address; they do not overlap.
    segments: Vec<Segment>,
    total: u64,
    phase: Phase,
    undo: Vec<Undo>,
    pub(crate) stack: Stack,
    /// The segment of the last access: the next is often to the same.
    last: Cell<usize>,
}

/// Where in the life of a run memory is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Phase {
    /// As it was declared.
    Declared,
    /// A run changes it.
    Running,
    /// A run has changed it, which is undone before anything else is.
    Ended,
}

/// What private memory held before a store.
#[derive(Debug)]
struct Undo {
    address: u64,
    old: [u8; 16],
    size: u8,
}

/// What a load found.
pub(crate) enum Loaded {
    Int(Int),
    /// The word is shared: the host knows.
    Shared,
}

/// Where an access lies.
enum Found {
    Stack(usize),
    Segment(usize, usize),
}

impl Memory {
    pub(crate) fn new(endian: Endian) -> Memory {
        Memory {
            endian,
            segments: Vec::new(),
            total: 0,
            phase: Phase::Declared,
            undo: Vec::new(),
            stack: Stack::default(),
            last: Cell::new(0),
        }
    }

    /// Declares a region that begins with these bytes.
    ///
    /// Within a region that is there already it takes the place of that part: a shared word of a struct that is
    /// otherwise private is declared after the struct. A region that is declared while a run goes on, by a
    /// function that allocates, ends with the run.
    ///
    /// # Errors
    /// If it overlaps another in part, or is too large.
    pub fn map(
        &mut self,
        name: &str,
        address: u64,
        region: Region,
        bytes: &[u8],
    ) -> Result<(), MemoryError> {
        self.settle();
        self.map_as(name, address, region, bytes, self.phase == Phase::Running)
    }

    /// Declares a constant of the program, which outlasts the run that first reads it.
    pub(crate) fn map_program(
        &mut self,
        name: &str,
        address: u64,
        bytes: &[u8],
    ) -> Result<(), MemoryError> {
        self.map_as(name, address, Region::Program, bytes, false)
    }

    fn map_as(
        &mut self,
        name: &str,
        address: u64,
        region: Region,
        bytes: &[u8],
        fresh: bool,
    ) -> Result<(), MemoryError> {
        let size = bytes.len() as u64;
        let segment = Segment::new(name, address, region, bytes, fresh)?;
        let end = segment.end();
        if self.total + size > LARGEST {
            let what = format!("{name}: more than 1 GiB of memory is declared");
            return Err(MemoryError::Declaration(what));
        }
        if segment.overlaps_stack() {
            let what = format!("{name} at {address:#x} overlaps the stack");
            return Err(MemoryError::Declaration(what));
        }
        let place = self.segments.partition_point(|other| other.end() <= address);
        match self.segments.get_mut(place) {
            Some(outer) if outer.base < end => {
                if outer.base > address || outer.end() < end {
                    let what = format!("{name} at {address:#x} overlaps {} in part", outer.name);
                    return Err(MemoryError::Declaration(what));
                }
                if self.phase == Phase::Running && !outer.fresh {
                    let what = format!("{name} is declared within {} during a run", outer.name);
                    return Err(MemoryError::Declaration(what));
                }
                let (before, after) = outer.cut(address, end);
                let parts = [before, Some(segment), after].into_iter().flatten();
                self.segments.splice(place..=place, parts);
            }
            _ => {
                self.total += size;
                self.segments.insert(place, segment);
            }
        }
        Ok(())
    }

    /// Declares a shared word within a region, and returns what was there.
    ///
    /// # Errors
    /// If no region has all of it, or it is not aligned.
    pub fn share(&mut self, name: &str, address: u64, size: u64) -> Result<u128, MemoryError> {
        self.settle();
        let old = self.read(address, size)?;
        let value = bytes::number(&old, self.endian);
        self.map(name, address, Region::Shared { word: size }, &old)?;
        Ok(value)
    }

    /// Writes bytes to private or constant memory, whatever the code may do there.
    ///
    /// # Errors
    /// If no such region has all of it.
    pub fn write(&mut self, address: u64, bytes: &[u8]) -> Result<(), MemoryError> {
        self.settle();
        let found = self.locate(address, bytes.len() as u64, "store")?;
        for (place, byte) in bytes.iter().enumerate() {
            let byte = Byte { data: *byte, undefined: 0, taint: Default::default() };
            self.put(&found, address, place, byte);
        }
        Ok(())
    }

    /// Writes an integer of `size` bytes, as [`Memory::write`] does.
    ///
    /// # Errors
    /// As for [`Memory::write`].
    pub fn write_int(&mut self, address: u64, size: usize, value: u64) -> Result<(), MemoryError> {
        let mut word = [0; 16];
        let word = &mut word[..size.min(16)];
        bytes::write(word, self.endian, u128::from(value));
        self.write(address, word)
    }

    /// Reads bytes of private or constant memory.
    ///
    /// # Errors
    /// If no such region has all of it.
    pub fn read(&mut self, address: u64, size: u64) -> Result<Vec<u8>, MemoryError> {
        let found = self.locate(address, size, "load")?;
        let length = usize::try_from(size).unwrap_or(0);
        Ok((0..length).map(|place| self.get(&found, place).data).collect())
    }

    /// Reads an integer, as [`Memory::read`] does.
    ///
    /// # Errors
    /// As for [`Memory::read`].
    pub fn read_int(&mut self, address: u64, size: u64) -> Result<u64, MemoryError> {
        let bytes = self.read(address, size)?;
        Ok(bytes::number(&bytes, self.endian) as u64)
    }

    /// Which bytes of constant regions were read so far: region, offset, length. Verdicts depend on them.
    pub fn constants_read(&self) -> Vec<(String, u64, u64)> {
        let mut found: Vec<(String, u64, u64)> = Vec::new();
        for segment in &self.segments {
            for (from, to) in segment.read_ranges() {
                found.push((segment.name.to_string(), segment.offset + from, to - from));
            }
        }
        found
    }

    /// Puts everything back to what it was before the run.
    pub(crate) fn reset(&mut self) {
        while let Some(Undo { address, old, size }) = self.undo.pop() {
            let place = self.segments.partition_point(|segment| segment.end() <= address);
            if let Some(segment) = self.segments.get_mut(place)
                && let Some(offset) = address.checked_sub(segment.base)
                && let Some(old) = old.get(..usize::from(size))
            {
                segment.bytes.restore(usize::try_from(offset).unwrap_or(usize::MAX), old);
            }
        }
        if self.segments.iter().any(|segment| segment.fresh) {
            self.segments.retain(|segment| !segment.fresh);
            self.total = self.segments.iter().map(|segment| segment.end() - segment.base).sum();
        }
        self.phase = Phase::Declared;
        self.stack.clear();
    }

    /// From now on stores are logged.
    pub(crate) fn begin(&mut self) {
        self.phase = Phase::Running;
    }

    /// What the run has changed can be looked at until something is declared or another run begins.
    pub(crate) fn end(&mut self) {
        self.phase = Phase::Ended;
    }

    /// Undoes a run that has ended.
    fn settle(&mut self) {
        if self.phase == Phase::Ended {
            self.reset();
        }
    }

    /// Loads an integer of up to 16 bytes.
    pub(crate) fn load(
        &mut self,
        address: u64,
        size: u64,
        taints: &mut Taints,
    ) -> Result<Loaded, MemoryError> {
        let length = usize::try_from(size).unwrap_or(0);
        match self.locate_any(address, size, "load")? {
            Found::Stack(at) => {
                Ok(Loaded::Int(self.stack.bytes.load(at, length, self.endian, taints)))
            }
            Found::Segment(number, at) => {
                let Some(segment) = self.segments.get_mut(number) else {
                    return Ok(Loaded::Shared);
                };
                match segment.region {
                    region if region.word().is_some() => Ok(Loaded::Shared),
                    _ => {
                        segment.note_read(at, length);
                        Ok(Loaded::Int(segment.bytes.load(at, length, self.endian, taints)))
                    }
                }
            }
        }
    }

    /// Stores an integer of up to 16 bytes; false if the word is shared.
    pub(crate) fn store(
        &mut self,
        address: u64,
        size: u64,
        int: Int,
        access: &'static str,
    ) -> Result<bool, MemoryError> {
        let length = usize::try_from(size).unwrap_or(0);
        match self.locate_any(address, size, access)? {
            Found::Stack(at) => self.stack.bytes.store(at, length, self.endian, int),
            Found::Segment(number, at) => {
                let Some(segment) = self.segments.get_mut(number) else { return Ok(false) };
                match segment.region {
                    Region::Shared { .. } | Region::Flags { .. } => return Ok(false),
                    Region::Constant | Region::Program => {
                        return Err(segment.constant(access, at, size));
                    }
                    Region::Private => {
                        log(&mut self.undo, segment, address, at, length, self.phase);
                        segment.bytes.store(at, length, self.endian, int);
                    }
                }
            }
        }
        Ok(true)
    }

    /// How far memory of one kind reaches from an address, up to `most` bytes; and whether it is shared, then one
    /// word of it.
    pub(crate) fn reach(
        &self,
        address: u64,
        most: u64,
        access: &'static str,
    ) -> Result<(u64, bool), MemoryError> {
        if let Some(rest) = self.stack.rest(address) {
            return Ok((rest.min(most), false));
        }
        let place = self.segments.partition_point(|segment| segment.end() <= address);
        match self.segments.get(place) {
            Some(segment) if segment.base <= address => match segment.region.word() {
                Some(word) => Ok((word, true)),
                None => Ok(((segment.end() - address).min(most), false)),
            },
            _ => Err(self.unmapped(access, address, most)),
        }
    }

    /// The bytes of a stretch that is not shared.
    pub(crate) fn take(&mut self, address: u64, size: u64) -> Result<Vec<Byte>, MemoryError> {
        let found = self.locate(address, size, "load")?;
        let length = usize::try_from(size).unwrap_or(0);
        if let Found::Segment(number, at) = found
            && let Some(segment) = self.segments.get_mut(number)
        {
            segment.note_read(at, length);
        }
        Ok((0..length).map(|place| self.get(&found, place)).collect())
    }

    /// Writes bytes to a stretch that is private.
    pub(crate) fn place(&mut self, address: u64, bytes: &[Byte]) -> Result<(), MemoryError> {
        let found = self.locate(address, bytes.len() as u64, "store")?;
        if let Found::Segment(number, at) = found
            && let Some(segment) = self.segments.get(number)
            && segment.region != Region::Private
        {
            return Err(segment.constant("store", at, bytes.len() as u64));
        }
        for (place, byte) in bytes.iter().enumerate() {
            self.put(&found, address, place, *byte);
        }
        Ok(())
    }

    fn get(&self, found: &Found, place: usize) -> Byte {
        match found {
            Found::Stack(at) => self.stack.bytes.get(at + place),
            Found::Segment(number, at) => {
                let segment = self.segments.get(*number);
                segment.map_or(Byte { data: 0, undefined: 0, taint: Default::default() }, |s| {
                    s.bytes.get(at + place)
                })
            }
        }
    }

    fn put(&mut self, found: &Found, address: u64, place: usize, byte: Byte) {
        match found {
            Found::Stack(at) => self.stack.bytes.set(at + place, byte),
            Found::Segment(number, at) => {
                let Some(segment) = self.segments.get_mut(*number) else { return };
                let place_address = address + place as u64;
                log(&mut self.undo, segment, place_address, at + place, 1, self.phase);
                segment.bytes.set(at + place, byte);
            }
        }
    }

    /// Where an access to memory that is kept here lies.
    fn locate(&self, address: u64, size: u64, access: &'static str) -> Result<Found, MemoryError> {
        let found = self.locate_any(address, size, access)?;
        if let Found::Segment(number, at) = found
            && let Some(segment) = self.segments.get(number)
            && let Some(word) = segment.region.word()
        {
            return Err(segment.partial(access, at, size, word));
        }
        Ok(found)
    }

    fn locate_any(
        &self,
        address: u64,
        size: u64,
        access: &'static str,
    ) -> Result<Found, MemoryError> {
        if let Some(at) = self.stack.locate(address, size) {
            return Ok(Found::Stack(at));
        }
        let within = |segment: &&Segment| segment.base <= address && address < segment.end();
        let mut place = self.last.get();
        let segment = match self.segments.get(place).filter(within) {
            Some(segment) => segment,
            None => {
                place = self.segments.partition_point(|segment| segment.end() <= address);
                let found = self.segments.get(place).filter(within);
                found.ok_or_else(|| self.unmapped(access, address, size))?
            }
        };
        self.last.set(place);
        let offset = address - segment.base;
        let at = usize::try_from(offset).unwrap_or(usize::MAX);
        if let Some(word) = segment.region.word()
            && !segment.region.may_access(offset, size)
        {
            return Err(segment.partial(access, at, size, word));
        }
        if offset.checked_add(size).is_none_or(|end| end > segment.end() - segment.base) {
            let region = segment.name.to_string();
            return Err(MemoryError::Crosses { access, address, size, region });
        }
        Ok(Found::Segment(place, at))
    }

    fn unmapped(&self, access: &'static str, address: u64, size: u64) -> MemoryError {
        let place = self.segments.partition_point(|segment| segment.end() <= address);
        let before = place.checked_sub(1).and_then(|place| self.segments.get(place));
        let near = match before {
            Some(segment) if address - segment.end() < 4096 => {
                format!(", {} bytes after {}", address - segment.end(), segment.name)
            }
            _ => String::new(),
        };
        MemoryError::Unmapped { access, address, size, near }
    }
}

/// Keeps what a store is about to replace.
fn log(
    undo: &mut Vec<Undo>,
    segment: &Segment,
    address: u64,
    at: usize,
    size: usize,
    phase: Phase,
) {
    if phase != Phase::Running || segment.fresh {
        return;
    }
    let mut old = [0; 16];
    if let (Some(to), Some(from)) = (old.get_mut(..size), segment.bytes.data().get(at..at + size)) {
        to.copy_from_slice(from);
    }
    undo.push(Undo { address, old, size: u8::try_from(size).unwrap_or(16) });
}

/// A name of a region.
pub(crate) type Name = Arc<str>;
pub(crate) use bytes::Byte as MemoryByte;
