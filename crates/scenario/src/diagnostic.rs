//! A problem in a scenario: what is wrong, where, and a remedy.

use std::ops::Range;

/// A problem with its position in the text. Callers render it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{message}")]
pub struct Diagnostic {
    /// What is wrong.
    pub message: String,
    /// The bytes of the text that it concerns; None for the whole file.
    pub span: Option<Range<usize>>,
    /// The remedy.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem at a position.
    pub fn at(span: Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic { message: message.into(), span: Some(span), help: None }
    }

    /// A problem of the whole file.
    pub fn whole(message: impl Into<String>) -> Diagnostic {
        Diagnostic { message: message.into(), span: None, help: None }
    }

    /// Adds a remedy.
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
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
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => format!("there is no {what} to choose from"),
            None => format!("choose from: {}", known.join(", ")),
        };
        Diagnostic::at(span, format!("unknown {what} `{name}`")).help(help)
    }

    /// A syntax or type error of the TOML parser, with the nearest spelling of an unknown key.
    pub(crate) fn from_toml(error: &toml::de::Error) -> Diagnostic {
        let message = error.message().to_owned();
        let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
        let help = match quoted.split_first() {
            Some((name, known))
                if message.starts_with("unknown field")
                    || message.starts_with("unknown variant") =>
            {
                nearest(name, known.iter().copied()).map(|near| format!("did you mean `{near}`?"))
            }
            _ => None,
        };
        Diagnostic { message, span: error.span(), help }
    }
}

/// Returns the element of `known` whose spelling is nearest to `name`, if it is near enough; otherwise the
/// first that starts with `name`.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let known: Vec<&str> = known.into_iter().collect();
    let spelt = known
        .iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), *candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.len().min(name.len()) / 3)
        .min()
        .map(|(_, candidate)| candidate);
    let begun = || known.iter().find(|known| name.len() >= 3 && known.starts_with(name)).copied();
    spelt.or_else(begun)
}
