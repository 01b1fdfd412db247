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
}
