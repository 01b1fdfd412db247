//! Names of words and locks as identifiers of C, which herd7 reads.

use std::collections::HashSet;

/// Words of C and of herd7's own, which no variable may be named.
const RESERVED: [&str; 17] = [
    "C",
    "and",
    "atomic_t",
    "do",
    "else",
    "exists",
    "false",
    "forall",
    "if",
    "int",
    "locations",
    "long",
    "not",
    "return",
    "spinlock_t",
    "true",
    "while",
];

/// An identifier for each name, all different. A name that is one stays as it is.
pub(super) fn identifiers<'n>(names: impl Iterator<Item = &'n str> + Clone) -> Vec<String> {
    let mut taken: HashSet<String> =
        names.clone().filter(|name| fits(name)).map(str::to_owned).collect();
    let mut identifier = |name: &str| {
        if fits(name) {
            return name.to_owned();
        }
        let letters = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let mut made: String = name.chars().map(letters).collect();
        if !fits(&made) {
            made.insert_str(0, "w_");
        }
        while !taken.insert(made.clone()) {
            made.push('_');
        }
        made
    };
    names.map(&mut identifier).collect()
}

/// Whether a name is an identifier, and none that a litmus test has already: a process `P0` or a register `r0`.
fn fits(name: &str) -> bool {
    let numbered = |letter| {
        let rest: Option<&str> = name.strip_prefix(letter);
        rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()))
    };
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !RESERVED.contains(&name)
        && !numbered('P')
        && !numbered('r')
}

#[cfg(test)]
mod tests {
    use super::identifiers;

    #[test]
    fn names_become_different_identifiers_and_stay_where_they_can() {
        let names = ["x", "data-word", "data_word", "data.word", "0", "r0", "r", "int", "P1", "Pq"];
        let made = identifiers(names.into_iter());
        let expected = [
            "x",
            "data_word_",
            "data_word",
            "data_word__",
            "w_0",
            "w_r0",
            "w_r",
            "w_int",
            "w_P1",
            "Pq",
        ];
        assert_eq!(made, expected);
    }
}
