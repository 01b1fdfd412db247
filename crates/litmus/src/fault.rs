//! Faults, as questions and final states name them: `fault(P0:L0, x, MMU:Translation)`.

use pmdrace_axioms::Value;

/// A class of faults.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Class {
    /// The descriptor is not valid.
    Translation,
    /// The access flag is not set.
    AccessFlag,
    /// The descriptor does not permit the access.
    Permission,
    /// The instruction is undefined.
    Undefined,
    /// A call of the supervisor, `SVC`.
    SupervisorCall,
}

impl Class {
    const ALL: [Class; 5] = [
        Class::Translation,
        Class::AccessFlag,
        Class::Permission,
        Class::Undefined,
        Class::SupervisorCall,
    ];

    /// Its name in tests.
    fn name(self) -> &'static str {
        match self {
            Class::Translation => "MMU:Translation",
            Class::AccessFlag => "MMU:AccessFlag",
            Class::Permission => "MMU:Permission",
            Class::Undefined => "UndefinedInstruction",
            Class::SupervisorCall => "SupervisorCall",
        }
    }
}

/// Classes of faults. As a value, a bit for each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Classes(Value);

impl Classes {
    /// All of them.
    pub(crate) const ALL: Classes = Classes(Value::MAX);

    /// The classes that a name stands for.
    pub(crate) fn named(name: &str) -> Option<Classes> {
        let named = |class: &Class| {
            let class = class.name();
            class == name || class.split_once(':').is_some_and(|(family, _)| family == name)
        };
        let classes = Class::ALL.into_iter().filter(named);
        let bits = classes.fold(0, |bits, class| bits | 1 << class as u8);
        (bits != 0).then_some(Classes(bits))
    }

    /// Whether a class is among them.
    fn contains(self, class: Class) -> bool {
        self.0 >> class as u8 & 1 == 1
    }

    /// The names of the classes that a value stands for.
    pub(crate) fn names(value: Value) -> impl Iterator<Item = &'static str> {
        Class::ALL.into_iter().filter(move |class| Classes(value).contains(*class)).map(Class::name)
    }
}

/// Faults that are asked about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Asked {
    /// The place of the instruction, if one is named.
    pub(crate) instruction: Option<usize>,
    /// The page that was accessed, by the number of its name, if one is named.
    pub(crate) page: Option<u16>,
    /// The classes.
    pub(crate) classes: Classes,
}

/// A fault that happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Fault {
    /// The place of the instruction.
    pub(crate) instruction: usize,
    /// The page that it accessed, by the number of its name.
    pub(crate) page: Option<u16>,
    /// The class.
    pub(crate) class: Class,
}

impl Asked {
    /// The classes of those among some faults that are asked about, as a value: zero if there is none.
    pub(crate) fn among(&self, faults: &[Fault]) -> Value {
        let is_asked = |fault: &&Fault| {
            self.instruction.is_none_or(|instruction| instruction == fault.instruction)
                && self.page.is_none_or(|page| fault.page == Some(page))
                && self.classes.contains(fault.class)
        };
        faults.iter().filter(is_asked).fold(0, |bits, fault| bits | 1 << fault.class as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_asked_about_by_instruction_page_and_class() {
        let fault = |instruction, class| Fault { instruction, page: Some(7), class };
        let happened = [fault(1, Class::Translation), fault(1, Class::Permission)];
        let asked = |instruction, page, name| {
            let classes = Classes::named(name).unwrap();
            Asked { instruction, page, classes }.among(&happened)
        };
        let names = |value| Classes::names(value).collect::<Vec<_>>();
        let both = asked(Some(1), Some(7), "MMU");
        assert_eq!(names(both), ["MMU:Translation", "MMU:Permission"]);
        assert_eq!(names(asked(None, None, "MMU:Permission")), ["MMU:Permission"]);
        assert_eq!(asked(Some(2), None, "MMU"), 0);
        assert_eq!(asked(None, Some(8), "MMU"), 0);
        assert_eq!(asked(None, None, "UndefinedInstruction"), 0);
        assert_eq!(Classes::named("MMU:Alignment"), None);
    }
}
