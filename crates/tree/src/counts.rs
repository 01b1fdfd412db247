//! What a loop of load-exclusive and store-exclusive does to a reference count.
//!
//! Architectures without an instruction for it have such a loop where others compare and exchange. Here it is a function
//! of the old value, so what it does is found by trying.

/// The most that a count is frozen at: a huge page of 64 KiB pages has half as many.
const MOST: u128 = 1 << 14;

/// The bits of a count.
const COUNT: u128 = u32::MAX as u128;

/// An update of a count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Update {
    /// Adds so much, unless the count is zero.
    AddUnlessZero(u64),
    /// Adds so much, whatever it is; a negative number is subtracted.
    Add(i64),
    /// Makes it zero if it has this value.
    Freeze(u64),
}

/// What an update does, out of what it stores in place of an old value; None if that is none of what is known.
pub(crate) fn of(change: &dyn Fn(u128) -> Option<u128>) -> Option<Update> {
    let by = |old: u128| Some(change(old)?.wrapping_sub(old) & COUNT).filter(|by| *by != 0);
    if let Some(n) = by(1).filter(|n| [2, 3, 1000].iter().all(|old| by(*old) == Some(*n))) {
        let n = i64::from(n as u32 as i32);
        return match change(0) {
            None => u64::try_from(n).ok().map(Update::AddUnlessZero),
            Some(_) if by(0).map(|n| i64::from(n as u32 as i32)) == Some(n) => Some(Update::Add(n)),
            Some(_) => None,
        };
    }
    let mut changed = (0..=MOST).filter_map(|old| Some((old, change(old)?)));
    match (changed.next(), changed.next()) {
        (Some((old, 0)), None) => Some(Update::Freeze(u64::try_from(old).ok()?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_a_loop_does() {
        assert_eq!(of(&|old| (old != 0).then_some(old + 3)), Some(Update::AddUnlessZero(3)));
        assert_eq!(of(&|old| Some(old + 1)), Some(Update::Add(1)));
        assert_eq!(of(&|old| Some(old.wrapping_sub(2) & COUNT)), Some(Update::Add(-2)));
        assert_eq!(of(&|old| (old == 513).then_some(0)), Some(Update::Freeze(513)));
        // Gives up at another value, does so at one more, or stores something else.
        assert_eq!(of(&|old| (old != 2).then_some(old + 1)), None);
        assert_eq!(of(&|old| (old == 1 || old == 4).then_some(0)), None);
        assert_eq!(of(&|old| (old == 1).then_some(7)), None);
        assert_eq!(of(&|_| None), None);
        // Adds something else to nothing, does not change it, or takes from all but nothing.
        assert_eq!(of(&|old| Some(if old == 0 { 2 } else { old + 1 })), None);
        assert_eq!(of(&Some), None);
        assert_eq!(of(&|old| old.checked_sub(1)), None);
    }
}
