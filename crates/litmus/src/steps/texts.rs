//! What the texts of steps say before names are known.

use std::collections::BTreeSet;

use super::check::register;
use crate::c::{Token, tokens};
use crate::file::File;

/// The registers that some steps assign; none of a text that is no C.
pub fn assigned<'t>(texts: &[&'t str]) -> BTreeSet<&'t str> {
    let found = texts.iter().flat_map(|text| {
        let tokens = read(text);
        let pairs = tokens.windows(2).filter_map(|pair| match pair {
            [Token::Name(name), Token::Mark("=")] => Some(*name),
            _ => None,
        });
        pairs.collect::<Vec<_>>()
    });
    found.filter(|name| register(name).is_some()).collect()
}

fn read(text: &str) -> Vec<Token<'_>> {
    let file = File::of_steps(text);
    let placed = tokens(&file, file.threads.clone(), 1).unwrap_or_default();
    placed.into_iter().map(|placed| placed.token).collect()
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
        assert_eq!(assigned(&texts), BTreeSet::from(["r0", "r1", "r12", "r3"]));
        assert!(assigned(&["\u{e9} = 1; r1 = 1"]).is_empty());
    }
}
