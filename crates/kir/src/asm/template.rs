//! The template of an inline assembly statement: its operands become marks in the text, and the text becomes
//! statements without comments.

/// Around the number and modifier of an operand in the text.
pub(crate) const OPEN: char = '\u{1}';
pub(crate) const CLOSE: char = '\u{2}';

/// Replaces `$0` and `${1:w}` by marks, `$$` by `$`, `$(a$|b$)` by its first choice.
pub(crate) fn mark_operands(template: &str, unique: usize) -> Result<String, String> {
    let mut text = String::with_capacity(template.len());
    let mut chars = template.chars().peekable();
    // Within `$( $| $)`, and within the second choice of it.
    let (mut choosing, mut skipping) = (false, false);
    while let Some(c) = chars.next() {
        let mut piece = String::new();
        if c != '$' {
            if c == OPEN || c == CLOSE {
                return Err("a control character in the template".to_owned());
            }
            piece.push(c);
        } else {
            match chars.next() {
                Some('$') => piece.push('$'),
                Some('(') => choosing = true,
                Some('|') if choosing => skipping = true,
                Some('|') => piece.push('|'),
                Some(')') => (choosing, skipping) = (false, false),
                Some('{') => {
                    let inner: String = chars.by_ref().take_while(|c| *c != '}').collect();
                    if inner == ":uid" {
                        piece = unique.to_string();
                    } else {
                        let (number, modifier) = inner.split_once(':').unwrap_or((&inner, ""));
                        piece = operand(number, modifier)?;
                    }
                }
                Some(digit) if digit.is_ascii_digit() => {
                    let mut number = digit.to_string();
                    while let Some(digit) = chars.next_if(char::is_ascii_digit) {
                        number.push(digit);
                    }
                    piece = operand(&number, "")?;
                }
                other => return Err(format!("`${}` in the template", other.unwrap_or(' '))),
            }
        }
        if !skipping {
            text.push_str(&piece);
        }
    }
    Ok(text)
}

fn operand(number: &str, modifier: &str) -> Result<String, String> {
    let number: usize = number.parse().map_err(|_| format!("the operand `{number}`"))?;
    Ok(format!("{OPEN}{number}:{modifier}{CLOSE}"))
}

/// The operand that a text is the mark of: number, modifier, and what follows.
pub(crate) fn read_mark(text: &str) -> Option<(usize, &str, &str)> {
    let (mark, rest) = text.strip_prefix(OPEN)?.split_once(CLOSE)?;
    let (number, modifier) = mark.split_once(':')?;
    Some((number.parse().ok()?, modifier, rest))
}

/// The statements of a text: split at lines and semicolons, without comments.
pub(crate) fn statements(text: &str, comments: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut current = String::new();
    let mut quoted = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let comment = !quoted && comments.iter().any(|mark| rest.starts_with(mark));
        if comment {
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
            continue;
        }
        if !quoted && rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            '\n' | ';' if !quoted || c == '\n' => {
                found.push(std::mem::take(&mut current));
                quoted = false;
                continue;
            }
            '"' => quoted = !quoted,
            _ => {}
        }
        current.push(if c == '\t' { ' ' } else { c });
    }
    found.push(current);
    found.into_iter().map(|s| s.trim().to_owned()).filter(|s| !s.is_empty()).collect()
}

/// The parts of a list, split at commas outside of parentheses, brackets, braces and strings.
pub(crate) fn parts(text: &str) -> Vec<&str> {
    let (mut found, mut depth, mut start, mut quoted) = (Vec::new(), 0usize, 0, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth = depth.saturating_sub(1),
            ',' if depth == 0 && !quoted => {
                found.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    let last = text[start..].trim();
    if !last.is_empty() || !found.is_empty() {
        found.push(last);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_for_operands() {
        let text = mark_operands("add ${0:w}, $$1, $12 $(a$|b$) $| c", 0).expect("a template");
        assert_eq!(text, "add \u{1}0:w\u{2}, $1, \u{1}12:\u{2} a | c");
        assert_eq!(read_mark("\u{1}0:w\u{2}]"), Some((0, "w", "]")));
        assert!(mark_operands("$x", 0).is_err());
    }

    #[test]
    fn statements_have_no_comments() {
        let text = "a b // c ; d\n\t/* e\n */f;.string \"x;//y\"\n";
        assert_eq!(statements(text, &["//"]), ["a b", "f", ".string \"x;//y\""]);
        assert_eq!(parts("a, [b, c], (d,e)"), ["a", "[b, c]", "(d,e)"]);
    }
}
