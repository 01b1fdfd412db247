//! [`Settings`]: what the lines before the initial state say about virtual memory: `TTHM=P0:HA HD`, `EL0=P1`,
//! `Variant=vmsa,handled`.

use super::super::super::cpu::Handling;
use crate::Problem;
use crate::file::File;

/// What a test says about virtual memory.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Settings {
    /// Hardware management of translation tables (FEAT_HAFDBS).
    managed: Vec<(Threads, Management)>,
    /// The threads that run at EL0.
    user: Vec<usize>,
    /// What happens after a fault without a handler.
    pub(crate) handling: Handling,
}

/// One thread or all.
type Threads = Option<usize>;

/// What hardware manages in descriptors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Management {
    /// Nothing.
    Software,
    /// The access flag.
    AccessFlag,
    /// The access flag and the dirty bit.
    DirtyBit,
}

impl Settings {
    /// Reads them.
    pub(crate) fn read(file: &File<'_>) -> Result<Settings, Problem> {
        let mut settings = Settings::default();
        for (key, value) in &file.info {
            // A slice of the text has its place there.
            let at = value.as_ptr() as usize - file.text.as_ptr() as usize;
            match &key.to_ascii_lowercase()[..] {
                "tthm" => {
                    for word in value.split_whitespace() {
                        settings.managed.push(management(file, at, word)?);
                    }
                }
                "el0" | "user" => {
                    let names = value.split([',', ' ']).filter(|name| !name.is_empty());
                    for name in names {
                        settings.user.push(thread(file, at, name)?);
                    }
                }
                "variant" => {
                    for word in value.split([',', ' ']) {
                        match &word.to_ascii_lowercase()[..] {
                            "fatal" | "precise" => settings.handling = Handling::Fatal,
                            "handled" | "imprecise" => settings.handling = Handling::Again,
                            "faulttonext" | "skip" => settings.handling = Handling::Skip,
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(settings)
    }

    /// Whether hardware sets the access flag for a thread.
    pub(super) fn sets_access_flag(&self, thread: usize) -> bool {
        self.manages(thread, &[Management::AccessFlag, Management::DirtyBit])
    }

    /// Whether hardware sets the dirty bit for a thread.
    pub(super) fn sets_dirty_bit(&self, thread: usize) -> bool {
        self.manages(thread, &[Management::DirtyBit])
    }

    fn manages(&self, thread: usize, what: &[Management]) -> bool {
        let of_thread = |(of, management): &(Threads, Management)| {
            of.is_none_or(|of| of == thread) && what.contains(management)
        };
        let software = (Some(thread), Management::Software);
        self.managed.iter().any(of_thread) && !self.managed.contains(&software)
    }

    /// Whether hardware sets access flags for some thread, and then also of its own accord.
    pub(super) fn is_managed(&self) -> bool {
        self.managed.iter().any(|(_, management)| *management != Management::Software)
    }

    /// Whether a thread runs at EL0.
    pub(super) fn is_user(&self, thread: usize) -> bool {
        self.user.contains(&thread)
    }
}

fn management(file: &File<'_>, at: usize, word: &str) -> Result<(Threads, Management), Problem> {
    let (of, word) = match word.split_once(':') {
        Some((name, word)) => (Some(thread(file, at, name)?), word),
        None => (None, word),
    };
    let management = match &word.to_ascii_uppercase()[..] {
        "SW" => Management::Software,
        "HA" => Management::AccessFlag,
        "HD" => Management::DirtyBit,
        _ => {
            let message = format!("`{word}` is no management of descriptors");
            return file.problem(at, message, "use HA, HD or SW, such as `P0:HA`");
        }
    };
    Ok((of, management))
}

fn thread(file: &File<'_>, at: usize, name: &str) -> Result<usize, Problem> {
    let number = name.strip_prefix('P').unwrap_or(name).parse::<u8>();
    match number {
        Ok(number) => Ok(number.into()),
        Err(_) => file.problem(at, format!("`{name}` is no thread"), "name threads P0, P1"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> Result<Settings, Problem> {
        let text = format!("AArch64 name\n{lines}\n{{}}\nP0 ;\nexists (true)");
        Settings::read(&File::split(&text).unwrap())
    }

    #[test]
    fn management_by_thread() {
        let settings = read("TTHM=P0:HA P1:HD\nVariant=vmsa,handled\nEL0=P1").unwrap();
        assert!(settings.sets_access_flag(0) && !settings.sets_dirty_bit(0));
        assert!(settings.sets_access_flag(1) && settings.sets_dirty_bit(1));
        assert!(!settings.sets_access_flag(2) && settings.is_managed());
        assert!(settings.is_user(1) && !settings.is_user(0));
        assert_eq!(settings.handling, Handling::Again);
        let settings = read("TTHM=HA P1:SW").unwrap();
        assert!(settings.sets_access_flag(0) && !settings.sets_access_flag(1));
        assert!(!read("").unwrap().is_managed());
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        let problem = read("TTHM=HX").unwrap_err();
        assert_eq!((problem.line, problem.column), (2, 6));
        assert_eq!(problem.message, "`HX` is no management of descriptors");
        assert_eq!(read("EL0=x").unwrap_err().message, "`x` is no thread");
    }
}
