//! What the texts of steps say before names are known.

use std::collections::BTreeSet;

use super::check::register;
use crate::c::{Token, tokens};
use crate::file::File;

/// The registers that some steps assign; None if a text is no C.
pub fn assigned<'t>(texts: &[&'t str]) -> Option<BTreeSet<&'t str>> {
    let mut found = BTreeSet::new();
    for text in texts {
        let file = File::of_steps(text);
        let placed = tokens(&file, file.threads.clone(), 1).ok()?;
        for pair in placed.windows(2) {
            if let [Token::Name(name), Token::Mark("=")] = [pair[0].token, pair[1].token]
                && register(name).is_some()
            {
                found.insert(name);
            }
        }
    }
    Some(found)
}

/// Whether some steps call a function of this name; no if a text is no C.
pub fn calls(texts: &[&str], function: &str) -> bool {
    texts.iter().any(|text| {
        let file = File::of_steps(text);
        let placed = tokens(&file, file.threads.clone(), 1).unwrap_or_default();
        let mut pairs = placed.windows(2).map(|pair| [pair[0].token, pair[1].token]);
        pairs.any(|pair| pair == [Token::Name(function), Token::Mark("(")])
    })
}

/// A statement with a label.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Labelled<'t> {
    /// The label.
    pub label: &'t str,
    /// The statement, or the first line of it.
    pub statement: &'t str,
}

/// The labelled statements of some steps; none if a text is no C.
pub fn labelled<'t>(texts: &[&'t str]) -> Vec<Labelled<'t>> {
    texts.iter().flat_map(|text| labelled_in(text).unwrap_or_default()).collect()
}

fn labelled_in(text: &str) -> Option<Vec<Labelled<'_>>> {
    let file = File::of_steps(text);
    let placed = tokens(&file, file.threads.clone(), 1).ok()?;
    let mut found = Vec::new();
    let mut chooses = false;
    for (index, pair) in placed.windows(2).enumerate() {
        match (pair[0].token, pair[1].token) {
            (Token::Mark(";" | "{" | "}"), _) => chooses = false,
            (Token::Mark("?"), _) => chooses = true,
            (Token::Name(label), Token::Mark(":")) if !chooses => {
                let Some(first) = placed.get(index + 2) else { continue };
                let rest = text.get(first.at..)?.lines().next()?;
                let statement = rest.split_inclusive(';').next()?.trim();
                found.push(Labelled { label, statement });
            }
            _ => {}
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assigned_registers_are_found() {
        let texts = [
            "r0 = READ_ONCE(x)",
            "if (r0 == 1) { r1=2; y = r2; } r12 =\n3; int r3 = 4",
            "// gr\u{f6}\u{df}er = 1; r5 = 1\n/* r6 = 1 */ my_r7 = 1; r08 = 1; r16 = 1;",
        ];
        assert_eq!(assigned(&texts), Some(BTreeSet::from(["r0", "r1", "r12", "r3"])));
        assert_eq!(assigned(&["\u{e9} = 1; r1 = 1"]), None);
    }

    #[test]
    fn calls_are_found() {
        let texts = ["x = 1", "if (r0) { y = f(g (x)); } /* h() */ k = 1;"];
        assert!(calls(&texts, "f") && calls(&texts, "g"));
        assert!(!calls(&texts, "h") && !calls(&texts, "k"));
    }

    #[test]
    fn labels_are_found() {
        let texts =
            ["a: smp_mb(); if (r0) b: { x = 1; } else c: return;", "r1 = r0 ? r2 : 3; d:\nx = 1"];
        let found: Vec<(&str, &str)> =
            labelled(&texts).iter().map(|one| (one.label, one.statement)).collect();
        let expected = [("a", "smp_mb();"), ("b", "{ x = 1;"), ("c", "return;"), ("d", "x = 1")];
        assert_eq!(found, expected);
    }
}
