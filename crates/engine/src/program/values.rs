//! The words that each cell can hold, by number, of which states and tables consist.

use pmdrace_mm::{Addr, CellKind, Meaning, Model, Word, limits};

use crate::EngineError;

/// The maximum number of cells of a model.
pub(crate) const MAX_CELLS: usize = limits::WORDS;
/// The maximum number of distinct words of a cell: their numbers take a byte.
const MAX_VALUES: usize = 256;

/// The words of each cell in the order of discovery; the initial one is number 0.
#[derive(Clone, Debug)]
pub(crate) struct Values {
    cells: Vec<Vec<Word>>,
    counters: Vec<bool>,
}

impl Values {
    pub(crate) fn new(model: &Model) -> Result<Values, EngineError> {
        if model.cells.len() > MAX_CELLS {
            let (what, count) = ("words", model.cells.len());
            return Err(EngineError::TooMany { what, count, limit: MAX_CELLS });
        }
        let values = Values {
            cells: model.cells.iter().map(|cell| vec![cell.init]).collect(),
            counters: model.cells.iter().map(|cell| cell.kind == CellKind::Counter).collect(),
        };
        for (index, cell) in model.cells.iter().enumerate() {
            if values.counters[index] {
                count_code(cell.init)?;
            }
        }
        Ok(values)
    }

    /// The number of a word that a cell can hold; for a counter, its value.
    pub(crate) fn intern(&mut self, at: Addr, word: Word) -> Result<u16, EngineError> {
        if self.counters[at.0] {
            return count_code(word);
        }
        let known = &mut self.cells[at.0];
        if let Some(number) = known.iter().position(|known| *known == word) {
            return Ok(number as u16);
        }
        if known.len() == MAX_VALUES {
            let what = "different values for one word";
            return Err(EngineError::TooMany { what, count: MAX_VALUES + 1, limit: MAX_VALUES });
        }
        known.push(word);
        Ok(known.len() as u16 - 1)
    }

    /// The word of this number.
    pub(crate) fn word(&self, at: usize, number: u16) -> Word {
        if self.counters[at] { count_word(number) } else { self.cells[at][number as usize] }
    }

    /// The words of an entry.
    pub(crate) fn of(&self, at: usize) -> &[Word] {
        &self.cells[at]
    }
}

/// Encodes a counter's value, and whether its folio was reallocated, in two bytes.
fn count_code(word: Word) -> Result<u16, EngineError> {
    let count = word.bits;
    if !limits::is_count(count) {
        return Err(EngineError::CounterRange);
    }
    let reused = matches!(word.means(), Meaning::Count { reused: true });
    Ok((count as u16 & 0x7fff) | u16::from(reused) << 15)
}

/// The code of a counter's initial value, which `Values::new` has checked.
pub(crate) fn code(word: Word) -> u16 {
    count_code(word).unwrap_or_default()
}

/// The value of a counter.
pub(crate) fn count(code: u16) -> u64 {
    // Sign-extends the 15-bit value.
    i64::from((code << 1) as i16 >> 1) as u64
}

/// Whether the counted folio was reallocated.
pub(crate) fn reused(code: u16) -> bool {
    code >> 15 != 0
}

/// A counter's code with the value replaced.
pub(crate) fn replace(code: u16, value: u64) -> u16 {
    (value as u16 & 0x7fff) | (code & 0x8000)
}

/// The word of a counter.
pub(crate) fn count_word(code: u16) -> Word {
    Word::new(count(code), Meaning::Count { reused: reused(code) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_keep_sign_and_owner() {
        for reused in [false, true] {
            for value in [0i64, 1, 513, -1, -limits::COUNT - 1, limits::COUNT] {
                let word = Word::new(value as u64, Meaning::Count { reused });
                let code = count_code(word);
                assert_eq!(code.clone().map(count_word), Ok(word));
                let same = code.map(|code| replace(code, count(code)));
                assert_eq!(same.map(count_word), Ok(word));
            }
        }
        assert!(count_code(Word::new(1 << 14, Meaning::Count { reused: false })).is_err());
    }
}
