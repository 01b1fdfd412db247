//! Who a row is about, said the same way in every form of a table.

/// Whom a row is about.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Who<'g> {
    /// Nobody: the row is about a variant, or about a clause of the contract.
    Nobody,
    /// Any CPU of a scenario that has no readers to choose from.
    AnyCpu,
    /// What all CPUs did together.
    AllCpus,
    /// Any of these readers, which are all there are: the mark is the worst of theirs.
    Any(Vec<&'g str>),
    /// Each of these readers, which are all there are: the mark is that of every one of them.
    All(Vec<&'g str>),
    /// Each of these readers, while others have marks of their own.
    These(Vec<&'g str>),
}

impl<'g> Who<'g> {
    /// The readers; none where it is about no reader.
    pub(crate) fn readers(&self) -> &[&'g str] {
        match self {
            Who::Nobody | Who::AnyCpu | Who::AllCpus => &[],
            Who::Any(readers) | Who::All(readers) | Who::These(readers) => readers,
        }
    }

    /// Whether the cells of a reader count.
    pub(crate) fn includes(&self, reader: &str) -> bool {
        !matches!(self, Who::These(readers) if !readers.contains(&reader))
    }

    /// The words for it, with every name of a list.
    pub(crate) fn full(&self) -> String {
        match self {
            Who::Nobody => String::new(),
            Who::AnyCpu => "any CPU".to_owned(),
            Who::AllCpus => "all CPUs".to_owned(),
            Who::Any(readers) | Who::All(readers) | Who::These(readers) if readers.len() == 1 => {
                readers[0].to_owned()
            }
            Who::Any(readers) => format!("any of {} readers", readers.len()),
            Who::All(readers) => format!("all {} readers", readers.len()),
            Who::These(readers) => readers.join(", "),
        }
    }

    /// The words for it, with the first name of a list and the number of others.
    pub(crate) fn brief(&self) -> String {
        match self {
            Who::These(readers) if readers.len() > 1 => {
                format!("{} +{}", readers[0], readers.len() - 1)
            }
            _ => self.full(),
        }
    }
}
