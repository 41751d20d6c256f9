//! What an index's file is made of.

/// The parts of the file, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    /// How many words all documents have in each field, eight bytes each.
    Totals,
    /// For each field and document, how long it is.
    Lengths,
    /// For each word, how much of it is new.
    Shapes,
    /// The new letters of each word.
    Suffixes,
    /// Where each block of words begins among the suffixes.
    Restarts,
    /// Where each run of lists begins.
    Runs,
    /// Where each word stands.
    Lists,
    /// The prefixes that have a list of their own.
    Prefixes,
    /// Those lists.
    PrefixLists,
    /// The beginnings whose first documents were found beforehand.
    Firsts,
    /// How many documents have them, and the first.
    FirstLists,
    /// The lines of the fields that hold names.
    Names,
}

pub(crate) const SECTIONS: usize = Section::Names as usize + 1;

/// The sections in the order of the file.
pub(crate) const SECTION: [Section; SECTIONS] = [
    Section::Totals,
    Section::Lengths,
    Section::Shapes,
    Section::Suffixes,
    Section::Restarts,
    Section::Runs,
    Section::Lists,
    Section::Prefixes,
    Section::PrefixLists,
    Section::Firsts,
    Section::FirstLists,
    Section::Names,
];
