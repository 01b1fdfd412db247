//! Kinds of region, and the stretches of memory that regions are made of.

use super::Name;
use super::bytes::Bytes;
use super::stack::STACK;
use crate::error::MemoryError;

/// Who sees a region.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Region {
    /// Only the CPU that runs: loads and stores are silent.
    Private,
    /// Other CPUs too: every access is a question to the host, and accesses one whole word of so many bytes.
    Shared {
        /// The size of a word in bytes: 1, 2, 4, 8 or 16.
        word: u64,
    },
    /// Like `Shared`, but an access may be of a part of a word: bits of it are set one by one, and some
    /// architectures do that to the byte they are in.
    Flags {
        /// The size of a word in bytes: 1, 2, 4, 8 or 16.
        word: u64,
    },
    /// Nobody changes it: loads are silent, [`super::Memory::constants_read`] lists them; a store is an error.
    Constant,
    /// Like `Constant`, and not listed: what the program itself declares `const`.
    Program,
}

impl Region {
    /// The size of a word in bytes, if other CPUs see them.
    pub(crate) fn word(self) -> Option<u64> {
        match self {
            Region::Shared { word } | Region::Flags { word } => Some(word),
            Region::Private | Region::Constant | Region::Program => None,
        }
    }

    /// Whether an access of so many bytes, so far into the region, is one that the host can be asked about.
    pub(crate) fn may_access(self, offset: u64, size: u64) -> bool {
        match self {
            Region::Shared { word } => size == word && offset.is_multiple_of(word),
            Region::Flags { word } => offset % word + size <= word,
            Region::Private | Region::Constant | Region::Program => true,
        }
    }
}

/// A stretch of memory of one kind.
#[derive(Debug)]
pub(crate) struct Segment {
    pub(crate) name: Name,
    pub(crate) base: u64,
    size: u64,
    /// How far into its region it begins: regions are cut where others are declared within them.
    pub(crate) offset: u64,
    pub(crate) region: Region,
    /// Whether it was declared during a run and ends with it.
    pub(crate) fresh: bool,
    /// Empty if it is shared.
    pub(crate) bytes: Bytes,
    /// Which bytes were read, one bit each; for constant regions.
    read: Vec<u64>,
}

impl Segment {
    pub(crate) fn new(
        name: &str,
        base: u64,
        region: Region,
        bytes: &[u8],
        fresh: bool,
    ) -> Result<Segment, MemoryError> {
        let size = bytes.len() as u64;
        let wrong = |what: &str| Err(MemoryError::Declaration(format!("{name}: {what}")));
        if size == 0 || base.checked_add(size).is_none() {
            return wrong("a region without bytes, or at the end of the address space");
        }
        if let Some(word) = region.word() {
            if !matches!(word, 1 | 2 | 4 | 8 | 16) {
                return wrong("a shared word has 1, 2, 4, 8 or 16 bytes");
            }
            if !base.is_multiple_of(word) || !size.is_multiple_of(word) {
                return wrong("shared words are aligned");
            }
        }
        let shared = region.word().is_some();
        let bytes = if shared { Bytes::default() } else { Bytes::new(bytes.to_vec()) };
        let read = match region {
            Region::Constant => vec![0; bytes.len().div_ceil(64)],
            _ => Vec::new(),
        };
        Ok(Segment { name: name.into(), base, size, offset: 0, region, fresh, bytes, read })
    }

    /// The address after its last byte.
    pub(crate) fn end(&self) -> u64 {
        self.base.saturating_add(self.size)
    }

    pub(crate) fn overlaps_stack(&self) -> bool {
        self.base < STACK + (1 << 32) && self.end() > STACK
    }

    /// What is left of it before `from` and after `to`.
    pub(crate) fn cut(&mut self, from: u64, to: u64) -> (Option<Segment>, Option<Segment>) {
        let after = self.part(to, self.end());
        let before = self.part(self.base, from);
        (before, after)
    }

    fn part(&mut self, from: u64, to: u64) -> Option<Segment> {
        let start = usize::try_from(from - self.base).ok()?;
        let length = usize::try_from(to - from).ok().filter(|&length| length > 0)?;
        let mut bytes = if self.bytes.len() > 0 {
            let mut bytes = self.bytes.clone().split_off(start);
            bytes.split_off(length);
            bytes
        } else {
            Bytes::default()
        };
        if bytes.len() == 0 {
            bytes = Bytes::default();
        }
        let read = match self.region {
            Region::Constant => vec![0; length.div_ceil(64)],
            _ => Vec::new(),
        };
        Some(Segment {
            name: self.name.clone(),
            base: from,
            size: to - from,
            offset: self.offset + (from - self.base),
            region: self.region,
            fresh: self.fresh,
            bytes,
            read,
        })
    }

    /// Remembers that constant bytes were read.
    pub(crate) fn note_read(&mut self, at: usize, size: usize) {
        if self.read.is_empty() {
            return;
        }
        for place in at..at + size {
            if let Some(word) = self.read.get_mut(place / 64) {
                *word |= 1 << (place % 64);
            }
        }
    }

    /// The stretches that were read: begin and end.
    pub(crate) fn read_ranges(&self) -> Vec<(u64, u64)> {
        let mut ranges: Vec<(u64, u64)> = Vec::new();
        for (number, &word) in self.read.iter().enumerate().filter(|(_, word)| **word != 0) {
            for bit in (0..64).filter(|bit| word >> bit & 1 == 1) {
                let at = number as u64 * 64 + bit;
                match ranges.last_mut() {
                    Some((_, end)) if *end == at => *end = at + 1,
                    _ => ranges.push((at, at + 1)),
                }
            }
        }
        ranges
    }

    pub(crate) fn constant(&self, access: &'static str, at: usize, size: u64) -> MemoryError {
        let (region, offset) = (self.name.to_string(), self.offset + at as u64);
        MemoryError::Constant { access, size, region, offset }
    }

    pub(crate) fn partial(
        &self,
        access: &'static str,
        at: usize,
        size: u64,
        word: u64,
    ) -> MemoryError {
        let (region, offset) = (self.name.to_string(), self.offset + at as u64);
        MemoryError::Partial { access, size, region, offset, word }
    }
}
