//! Questions about the markup of a page.

use std::collections::HashSet;

/// The elements that are open at the end of a page's markup, which begins within its head.
pub(crate) fn left_open(markup: &str) -> Vec<&str> {
    let mut open = vec!["html", "head"];
    for tag in markup.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{tag} closes something else"),
            None => match tag.split(' ').next().unwrap_or_default() {
                "br" | "meta" | "input" => {}
                name => open.push(name),
            },
        }
    }
    open
}

/// The values of an attribute.
pub(crate) fn values<'p>(markup: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    let values = markup.split(start.as_str()).skip(1);
    values.map(|rest| rest.split('"').next().unwrap_or_default()).collect()
}

/// The ids of the markup, each of which must be there once.
pub(crate) fn ids(markup: &str) -> HashSet<&str> {
    let ids = values(markup, "id");
    let known: HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id is used twice: {ids:?}");
    known
}
