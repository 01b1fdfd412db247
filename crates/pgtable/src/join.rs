//! Concatenation of constant slices, so that tables can share parts.

/// Concatenates the parts, whose total length is `N`.
pub(crate) const fn join<T: Copy, const N: usize>(parts: &[&[T]]) -> [T; N] {
    let mut all = [parts[0][0]; N];
    let (mut part, mut end) = (0, 0);
    while part < parts.len() {
        let mut at = 0;
        while at < parts[part].len() {
            all[end] = parts[part][at];
            at += 1;
            end += 1;
        }
        part += 1;
    }
    assert!(end == N, "the lengths of the parts do not add up to N");
    all
}
