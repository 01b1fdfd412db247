//! [`Stated`]: the dependencies of a call, as its routine states them.

use pmdrace_mm::Depends;

/// How far a dependency reaches, in calls of its CPU.
pub(crate) const FARTHEST: usize = 63;

/// What a call depends on: distances back to earlier calls of its CPU, as bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Stated {
    pub(crate) address: u64,
    pub(crate) data: u64,
    pub(crate) control: u64,
    too_far: bool,
}

impl Stated {
    /// The dependencies of the call of this number.
    pub(crate) fn new(call: usize, depends: Depends<'_>) -> Stated {
        let distance = |earlier: &usize| call.saturating_sub(*earlier);
        let bits = |calls: &[usize]| {
            let near = calls.iter().map(distance).filter(|distance| *distance <= FARTHEST);
            near.fold(0, |bits, distance| bits | 1 << distance)
        };
        let all = [depends.address, depends.data, depends.control];
        let mut all = all.into_iter().flatten();
        Stated {
            address: bits(depends.address),
            data: bits(depends.data),
            control: bits(depends.control),
            too_far: all.any(|earlier| distance(earlier) > FARTHEST),
        }
    }

    /// Whether something is farther away than can be said.
    pub(crate) fn too_far(self) -> bool {
        self.too_far
    }

    /// The dependencies of both.
    pub(crate) fn or(self, other: Stated) -> Stated {
        Stated {
            address: self.address | other.address,
            data: self.data | other.data,
            control: self.control | other.control,
            too_far: self.too_far || other.too_far,
        }
    }

    /// All of it.
    pub(crate) fn any(self) -> u64 {
        self.address | self.data | self.control
    }
}
