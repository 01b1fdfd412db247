//! Spin locks, which are locations: 0 if free, 1 if held. They begin free: herd7 ignores their initial value, and what
//! else is stored to them.

use pmdrace_axioms::{End, Event, Kind, Loc, Set, Tag, Tags};

use super::{Asked, Machine, Made, Step};

impl Machine<'_> {
    /// Takes a lock, which must be free.
    pub(super) fn lock(&mut self, address: Made) -> Step<usize> {
        let at = self.location(address.value)?;
        let read =
            self.access(Event::new(Kind::Read, Some(at), 0, Tag::LockRead.into()), address)?;
        match self.held(at, read)? {
            true => Err(End::Never),
            false => self.locked(at, read, address),
        }
    }

    /// The write of a lock that was found free.
    fn locked(&mut self, at: Loc, read: usize, address: Made) -> Step<usize> {
        let mut event = Event::new(Kind::Write, Some(at), 1, Tag::LockWrite.into());
        event.iico_ctrl = Set::one(read);
        event.rmw = u8::try_from(read).ok();
        self.access(event, address)
    }

    pub(super) fn try_lock(&mut self, address: Made) -> Step<Made> {
        let at = self.location(address.value)?;
        let read = self.access(Event::new(Kind::Read, Some(at), 0, Tags::NONE), address)?;
        if self.held(at, read)? {
            self.tag(read, Tag::LockFail);
            return Ok(Made { value: 0, ..self.read(read) });
        }
        self.tag(read, Tag::LockRead);
        let write = self.locked(at, read, address)?;
        Ok(Made { value: 1, by: Set::one(write), ..Made::default() })
    }

    /// Whether a read of a lock finds it held.
    pub(super) fn held(&mut self, at: Loc, read: usize) -> Step<bool> {
        let value = self.answer(read, Asked::Lock)?;
        match value {
            _ if self.setting.memory.initial(at) != 0 => {
                Err(End::Astray("use a lock that is not free at the beginning"))
            }
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(End::Astray("use a lock whose value is neither 0 nor 1")),
        }
    }
}
