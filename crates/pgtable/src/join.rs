//! Constant slices put together, so that a table can share a part with another one.

/// The parts one after the other. `N` is their length in all.
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
    assert!(end == N, "the parts have another length");
    all
}
