//! A problem in a scenario: what is wrong, where, and a remedy.

use std::ops::Range;

use pmdrace_pgtable::MemoryModel;

use crate::printable::quoted;

/// A problem with its position in the text. Callers render it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{message}")]
pub struct Diagnostic {
    /// What is wrong.
    pub message: String,
    /// The bytes of the text that it concerns; None for the whole file.
    pub span: Option<Range<usize>>,
    /// The bytes of a second place that it concerns, such as the other of two equal names.
    pub other: Option<Range<usize>>,
    /// The remedy.
    pub help: Option<String>,
}

/// How many names a remedy lists.
const MANY: usize = 20;
/// The length up to which names are compared: no name in a scenario is longer.
const LONGEST: usize = 64;

impl Diagnostic {
    /// A problem at a position.
    pub fn at(span: Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic { message: message.into(), span: Some(span), other: None, help: None }
    }

    /// A problem of the whole file.
    pub fn whole(message: impl Into<String>) -> Diagnostic {
        Diagnostic { message: message.into(), span: None, other: None, help: None }
    }

    /// Adds a remedy.
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Adds a second place.
    pub fn and(mut self, other: Range<usize>) -> Diagnostic {
        self.other = Some(other);
        self
    }

    /// A name that is not one of `known`, with the nearest of them as the remedy.
    pub fn unknown<'k>(
        span: Range<usize>,
        what: &str,
        name: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) -> Diagnostic {
        let known: Vec<&str> = known.into_iter().collect();
        let renamed =
            MemoryModel::renamed(name).filter(|_| known.contains(&MemoryModel::Sc.name()));
        let help = match (renamed, nearest(name, known.iter().copied())) {
            (Some(renamed), _) => renamed.to_owned(),
            (None, Some(near)) => format!("did you mean `{near}`?"),
            (None, None) if known.is_empty() => format!("there is no {what} to choose from"),
            (None, None) => format!("choose from: {}", listed(&known)),
        };
        Diagnostic::at(span, format!("unknown {what} `{}`", quoted(name))).help(help)
    }

    /// A syntax or type error of the TOML parser, in the words of the format instead of Rust's.
    pub(crate) fn from_toml(error: &toml::de::Error) -> Diagnostic {
        let said = error.message();
        let names: Vec<&str> = said.split('`').skip(1).step_by(2).collect();
        let expected = said.rsplit_once("expected ").map(|(_, expected)| expected);
        let span = error.span().unwrap_or(0..0);
        let unknown = |what| {
            let (name, known) = names.split_first().map_or(("", &[][..]), |(name, k)| (*name, k));
            Diagnostic::unknown(span.clone(), what, name, known.iter().copied())
        };
        match (said.split(['`', ':', ',']).next().unwrap_or_default().trim(), expected) {
            ("unknown field", _) => unknown("key"),
            ("unknown variant", _) => unknown("value"),
            ("missing field", _) => {
                let name = quoted(names.first().copied().unwrap_or_default());
                Diagnostic::at(span, format!("the key `{name}` is missing"))
                    .help("add it; docs/how-to/add-a-race.md shows what a scenario holds")
            }
            ("invalid type" | "invalid value", Some(expected)) => {
                let (what, such) = plain(expected);
                Diagnostic::at(span, format!("this must be {what}")).help(format!("write {such}"))
            }
            _ => Diagnostic::at(span, quoted(said)).help(
                "a scenario is TOML, see https://toml.io; docs/how-to/add-a-race.md has examples",
            ),
        }
    }
}

/// What serde expects, as the format says it, and an example.
fn plain(expected: &str) -> (&str, &str) {
    match expected {
        "u64" => ("a whole number from 0", "a number such as 1 or 0x1234800"),
        "a boolean" => ("true or false", "true or false"),
        "a string" => ("text", "the text between quotation marks"),
        "a sequence" => ("a list", "a list such as [\"a\", \"b\"]"),
        "a condition" => {
            ("a condition", "\"P0:r0=1 /\\\\ x=2\", or { P0 = { r0 = 1 }, memory = { x = 2 } }")
        }
        other if other.starts_with("struct") || other.ends_with("map") => {
            ("a table", "a table such as { key = \"value\" }")
        }
        other => (other, "what the format has here: docs/how-to/add-a-race.md has examples"),
    }
}

/// Returns the names of a list, the first of them if there are many.
pub fn listed(names: &[&str]) -> String {
    let shown = names.iter().take(MANY).map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MANY) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// Returns the element of `known` whose spelling is nearest to `name`, if it is near enough; otherwise the
/// first that starts with `name`. Comparing takes the product of two lengths, so nothing is near a very long name.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    if name.len() > LONGEST {
        return None;
    }
    let known: Vec<&str> = known.into_iter().filter(|known| known.len() <= LONGEST).collect();
    let spelt = known
        .iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), *candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.len().min(name.len()) / 3)
        .min()
        .map(|(_, candidate)| candidate);
    let begun = || known.iter().find(|known| name.len() >= 3 && known.starts_with(name)).copied();
    spelt.or_else(begun)
}
