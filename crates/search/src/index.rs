//! An index: built from documents, or opened from the file that building made.

use std::cell::{OnceCell, RefCell};

use crate::build::Builder;
use crate::dictionary::Dictionary;
use crate::field::Field;
use crate::file::{File, MOST_FIELDS, OpenError};
use crate::lists::Lists;
use crate::names::Names;
use crate::postings::Frame;
use crate::prefixes::Prefixes;
use crate::score::Gains;
use crate::scratch::Scratch;
use crate::sections::Section;

/// Documents made ready for searching; by default, none.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(crate) file: File,
    pub(crate) fields: Vec<Field>,
    pub(crate) gains: Gains,
    pub(crate) scratch: RefCell<Scratch>,
    names: OnceCell<Names>,
}

impl Index {
    /// Makes an index of `documents`, each of which has one text a field, in the order of `fields`. Texts that
    /// are missing are empty, and texts without a field are left out.
    ///
    /// # Panics
    /// As [`Index::write`] does.
    pub fn build(fields: &[Field], documents: impl IntoIterator<Item = Vec<String>>) -> Index {
        let fit = |mut document: Vec<String>| {
            document.resize(fields.len(), String::new());
            document
        };
        let texts: Vec<Vec<String>> = documents.into_iter().map(fit).collect();
        let bytes = Index::write(fields, texts.iter().map(|texts| texts.iter().map(String::as_str)));
        Index::open(bytes, fields).expect("what was just written can be opened")
    }

    /// Makes the index of `documents` as a file for [`Index::open`]. The same documents give the same bytes, on
    /// every machine.
    ///
    /// # Panics
    /// When there are more than 16 fields, or a document has not one text for each, or the file would be over
    /// 4 GiB or its lists over 512 MiB (some five million statements).
    pub fn write<'a, D: Iterator<Item = &'a str>>(
        fields: &[Field],
        documents: impl IntoIterator<Item = D>,
    ) -> Vec<u8> {
        assert!(fields.len() <= MOST_FIELDS, "an index has at most {MOST_FIELDS} fields");
        let mut builder = Builder::new(fields);
        documents.into_iter().for_each(|texts| builder.add(texts));
        builder.finish()
    }

    /// Opens what [`Index::write`] made, with the same fields; their weights may have changed. Nothing is
    /// unpacked: the bytes are checked and then used where they lie.
    ///
    /// # Errors
    /// [`OpenError`] when the bytes are not an index of this version, were damaged, or have other fields.
    pub fn open(bytes: Vec<u8>, fields: &[Field]) -> Result<Index, OpenError> {
        let file = File::open(bytes)?;
        if file.counts.fields as usize != fields.len() {
            return Err(OpenError::OtherFields);
        }
        Ok(Index::new(file, fields))
    }

    pub(crate) fn new(file: File, fields: &[Field]) -> Index {
        let totals = file.section(Section::Totals);
        Index {
            gains: Gains::new(fields, file.counts.documents, totals),
            fields: fields.to_vec(),
            scratch: RefCell::default(),
            names: OnceCell::new(),
            file,
        }
    }

    /// The file of this index.
    pub fn bytes(&self) -> &[u8] {
        self.file.bytes()
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.file.counts.documents as usize
    }

    /// Whether there is no document.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn dictionary(&self) -> Dictionary<'_> {
        Dictionary {
            shapes: self.file.section(Section::Shapes),
            suffixes: self.file.section(Section::Suffixes),
            restarts: self.file.section(Section::Restarts),
            sights: [self.file.sight(Section::Shapes), self.file.sight(Section::Suffixes)],
        }
    }

    pub(crate) fn frame(&self) -> Frame<'_> {
        Frame {
            documents: self.file.counts.documents,
            fields: self.fields.len(),
            lengths: self.file.section(Section::Lengths),
            sight: self.file.sight(Section::Lengths),
        }
    }

    pub(crate) fn lists(&self) -> Lists<'_> {
        Lists {
            frame: self.frame(),
            runs: self.file.section(Section::Runs),
            lists: self.file.section(Section::Lists),
            sight: self.file.sight(Section::Lists),
        }
    }

    pub(crate) fn prefixes(&self) -> Prefixes<'_> {
        Prefixes {
            frame: self.frame(),
            table: self.file.section(Section::Prefixes),
            lists: self.file.section(Section::PrefixLists),
            sight: self.file.sight(Section::PrefixLists),
        }
    }

    pub(crate) fn firsts(&self) -> Prefixes<'_> {
        Prefixes {
            frame: self.frame(),
            table: self.file.section(Section::Firsts),
            lists: self.file.section(Section::FirstLists),
            sight: self.file.sight(Section::FirstLists),
        }
    }

    /// The lines of names, unpacked when they are first asked for.
    pub(crate) fn names(&self) -> &Names {
        static NONE: Names = Names::none();
        let section = self.file.section(Section::Names);
        if !self.file.sight(Section::Names).has(0..section.len()) {
            return &NONE;
        }
        self.names.get_or_init(|| Names::open(section))
    }

    /// Forgets what words of past queries stood for.
    pub(crate) fn forget(&mut self) {
        self.scratch.get_mut().forget();
    }
}
