//! Mutations of text: of characters, tokens, lines and numbers, as files are damaged and as people mistype them.

use rand::rngs::SmallRng;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};

/// Numbers at which something may end.
const NUMBERS: [&str; 16] = [
    "0",
    "1",
    "2",
    "8",
    "9",
    "17",
    "65",
    "256",
    "16383",
    "16384",
    "4294967296",
    "9223372036854775807",
    "18446744073709551615",
    "99999999999999999999",
    "-1",
    "1.5",
];
/// Text that some reader may take for something else.
const TEXTS: [&str; 24] = [
    "",
    " ",
    "\n",
    "\"",
    "\\",
    "=",
    "[",
    "]",
    "{",
    "}",
    "#",
    "'''",
    "\u{1b}[31m",
    "\\u001b",
    "\u{202e}",
    "\\u0000",
    "caf\u{e9}",
    "\u{1f980}",
    "true",
    "P0",
    "P00",
    "r0",
    "[exists]",
    "count = \"n\"",
];

/// A seeded source of mutated texts.
pub(crate) struct Mutator {
    random: SmallRng,
}

impl Mutator {
    pub(crate) fn new(seed: u64) -> Mutator {
        Mutator { random: SmallRng::seed_from_u64(seed) }
    }

    /// One of several.
    pub(crate) fn choose<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        all.choose(&mut self.random).expect("one to choose")
    }

    fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { self.random.random_range(0..end) }
    }

    /// A text with some mutations, parts of `other` among them.
    pub(crate) fn mutated(&mut self, text: &str, other: &str) -> String {
        let mut text = text.to_owned();
        for _ in 0..=self.below(4) {
            text = match self.below(5) {
                0 => self.characters(&text),
                1 => self.tokens(&text),
                2 => self.lines(&text, other),
                3 => self.numbers(&text),
                _ => self.names(&text),
            };
        }
        text
    }

    /// A character is removed, replaced or inserted, or the rest of the text is.
    fn characters(&mut self, text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let at = self.below(chars.len());
        let insert: String = match self.below(3) {
            0 => char::from(self.below(128) as u8).to_string(),
            1 => char::from_u32(self.below(0x3000) as u32).unwrap_or(' ').to_string(),
            _ => (*self.choose(&TEXTS)).to_owned(),
        };
        let skip = self.below(3).min(chars.len() - at);
        let mut result: String = chars[..at].iter().collect();
        result.push_str(&insert);
        if self.below(20) > 0 {
            result.extend(&chars[at + skip..]);
        }
        result
    }

    /// Two tokens change places, or one is doubled, removed, repeated many times or replaced.
    fn tokens(&mut self, text: &str) -> String {
        let mut tokens = tokens(text);
        let (a, b) = (self.below(tokens.len()), self.below(tokens.len()));
        if tokens.is_empty() {
            return text.to_owned();
        }
        let many = tokens[a].repeat([2, 70, 5_000][self.below(3)]);
        match self.below(5) {
            0 => tokens.swap(a, b),
            1 => tokens[a] = &many,
            2 => tokens[a] = "",
            3 => tokens[a] = tokens[b],
            _ => tokens[a] = *self.choose::<&str>(&TEXTS),
        }
        tokens.concat()
    }

    /// Lines are removed, doubled, exchanged, repeated many times, or taken from elsewhere.
    fn lines(&mut self, text: &str, other: &str) -> String {
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let others: Vec<&str> = other.split_inclusive('\n').collect();
        if lines.is_empty() || others.is_empty() {
            return text.to_owned();
        }
        let (a, b) = (self.below(lines.len()), self.below(lines.len()));
        let line = lines[a];
        match self.below(5) {
            0 => drop(lines.remove(a)),
            1 => lines.insert(b, line),
            2 => lines.swap(a, b),
            3 => {
                let times = [2, 40, 2_000][self.below(3)];
                lines.splice(b..b, std::iter::repeat_n(line, times)).for_each(drop);
            }
            _ => {
                let from = self.below(others.len());
                let to = (from + 1 + self.below(6)).min(others.len());
                lines.splice(a..a, others[from..to].iter().copied()).for_each(drop);
            }
        }
        lines.concat()
    }

    /// A number becomes another.
    fn numbers(&mut self, text: &str) -> String {
        let mut tokens = tokens(text);
        let numbers: Vec<usize> = (0..tokens.len())
            .filter(|i| tokens[*i].starts_with(|c: char| c.is_ascii_digit()))
            .collect();
        if !numbers.is_empty() {
            let at = *self.choose(&numbers);
            tokens[at] = *self.choose::<&str>(&NUMBERS);
        }
        tokens.concat()
    }

    /// A word is renamed everywhere, to another word of the text or to one that is new.
    fn names(&mut self, text: &str) -> String {
        let all = tokens(text);
        let word = |token: &&&str| token.starts_with(|c: char| c.is_alphabetic());
        let words: Vec<&str> = all.iter().filter(word).copied().collect();
        if words.is_empty() {
            return text.to_owned();
        }
        let (from, other) = (*self.choose(&words), *self.choose(&words));
        let to = if self.below(2) == 0 { other } else { self.choose(&TEXTS) };
        all.iter().map(|token| if *token == from { to } else { *token }).collect()
    }
}

/// Runs of letters and digits, and everything between them one by one.
fn tokens(text: &str) -> Vec<&str> {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match word(first) {
            true => rest.find(|c| !word(c)).unwrap_or(rest.len()),
            false => first.len_utf8(),
        };
        let (token, after) = rest.split_at(end);
        tokens.push(token);
        rest = after;
    }
    tokens
}
