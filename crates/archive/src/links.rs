//! The link register: every address that was ever published, with the words that it stood for.
//!
//! An id follows from the words, so that a statement whose words are mended gets another. The register remembers
//! the old one: [`assemble_with`](crate::assemble_with) keeps the ids that were published for the statements that
//! they stood for, and makes a [`Trail`](crate::Trail) for each that stands for none of today's;
//! [`Register::publish`] takes up what an edition publishes, and settles what became of the rest.
//!
//! Nothing leaves the register but words that an editor has it [forget](Register::forget).

mod keep;
mod readable;
mod trails;

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fmt::Write as _,
};

use sha2::{Digest, Sha256};
use verbatim_words::words;

use crate::{Archive, Fate, Statement, id::slug};

pub(crate) use keep::Kept;
pub(crate) use trails::trails;

/// What an address stood for when it was last published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stood {
    /// A statement.
    For {
        /// Who said it, where the article told.
        speaker: Option<String>,
        /// Its quotations, in order.
        words: Vec<String>,
    },
    /// A statement that was withdrawn: the hash of its words, by which they are known should they come again.
    Forgotten(String),
}

/// What an address leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    /// The statement that bears its id.
    Itself,
    /// What this other address leads to.
    Another(String),
    /// What one of these other addresses leads to; only a reader can tell which, if any.
    OneOf(Vec<String>),
    /// Nothing: the statement is gone.
    Nothing,
}

impl Became {
    /// The other addresses that an address leads to, or may lead to.
    pub fn others(&self) -> &[String] {
        match self {
            Became::Another(other) => std::slice::from_ref(other),
            Became::OneOf(others) => others,
            Became::Itself | Became::Nothing => &[],
        }
    }
}

/// One address that was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The id at its end, which alone makes the address.
    pub id: String,
    /// The id of the article that the statement stood in.
    pub article: String,
    /// What it stood for.
    pub stood: Stood,
    /// What it leads to.
    pub became: Became,
    /// Under what other names of its speaker it was published before, each a readable part of its own; empty for none
    /// named.
    pub formerly: Vec<String>,
}

impl Address {
    /// Whether its id follows from its article and its words, as that of every address does whose words are known.
    pub fn is_of_its_words(&self) -> bool {
        match &self.stood {
            Stood::For { words, .. } => keep::attempt(self, &key(&words.join(" "))).is_some(),
            Stood::Forgotten(_) => true,
        }
    }

    /// Takes over what it was called before.
    fn after(mut self, before: &Address) -> Address {
        self.formerly.clone_from(&before.formerly);
        if let (Stood::For { speaker: then, .. }, Stood::For { speaker: now, .. }) =
            (&before.stood, &self.stood)
        {
            self.formerly.push(then.clone().unwrap_or_default());
            let now = slug(now.as_deref().unwrap_or_default());
            self.formerly.retain(|name| slug(name) != now);
        }
        let mut known = HashSet::new();
        self.formerly.retain(|name| known.insert(slug(name)));
        self
    }
}

/// Every address that was ever published, each once, in the order of articles and ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Register {
    addresses: Vec<Address>,
}

/// What publishing an edition changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// The ids that are new.
    pub added: Vec<String>,
    /// The ids that lead elsewhere from now on.
    pub led: Vec<String>,
    /// The ids that lead to nothing from now on.
    pub lost: Vec<String>,
}

/// Why the register cannot forget an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForgetError {
    /// It was never published.
    Unknown,
    /// Its statement stands in the edition still.
    Standing,
}

impl Register {
    /// Puts addresses in order. Of several with one id, the first is kept.
    pub fn new(addresses: impl IntoIterator<Item = Address>) -> Register {
        let mut known = HashSet::new();
        let mut addresses: Vec<Address> = addresses.into_iter().collect();
        addresses.retain(|address| known.insert(address.id.clone()));
        addresses.sort_by(|one, other| (&one.article, &one.id).cmp(&(&other.article, &other.id)));
        Register { addresses }
    }

    /// The addresses, in order.
    pub fn addresses(&self) -> &[Address] {
        &self.addresses
    }

    /// The ids of published addresses that `archive` would lead to nothing, though nobody said that they may go.
    pub fn lost<'a>(&'a self, archive: &'a Archive) -> impl Iterator<Item = &'a Address> {
        let gone = archive.trails.iter().filter(|trail| matches!(trail.fate, Fate::Gone(_)));
        let gone: HashSet<&str> = gone.map(|trail| trail.id.as_str()).collect();
        let lost =
            move |address: &&Address| address.became != Became::Nothing && gone.contains(address.id.as_str());
        self.addresses.iter().filter(lost).filter(|address| matches!(address.stood, Stood::For { .. }))
    }

    /// The withdrawn addresses whose words `archive` holds again.
    pub fn returned<'a>(&'a self, archive: &Archive) -> impl Iterator<Item = &'a Address> {
        let hashes: HashSet<String> =
            archive.statements.iter().map(|one| hash(&key(&said(archive, one)))).collect();
        let returned = move |address: &&Address| match &address.stood {
            Stood::Forgotten(hash) => hashes.contains(hash),
            Stood::For { .. } => false,
        };
        self.addresses.iter().filter(returned)
    }

    /// Takes up every address of `archive`, which must have been assembled with this register, and settles what
    /// became of those that it no longer has.
    pub fn publish(&mut self, archive: &Archive) -> Published {
        let mut published = Published::default();
        let places = self.addresses.iter().enumerate().map(|(place, address)| (address.id.clone(), place));
        let places: HashMap<String, usize> = places.collect();
        for statement in &archive.statements {
            let address = address(archive, statement);
            match places.get(&statement.id) {
                Some(place) => self.addresses[*place] = address.after(&self.addresses[*place]),
                None => {
                    published.added.push(address.id.clone());
                    self.addresses.push(address);
                }
            }
        }
        let standing: HashSet<&str> = archive.statements.iter().map(|one| one.id.as_str()).collect();
        for trail in archive.trails.iter().filter(|trail| !standing.contains(trail.id.as_str())) {
            let Some(address) = places.get(&trail.id).map(|place| &mut self.addresses[*place]) else {
                continue;
            };
            let became = became(archive, &trail.fate);
            if address.became != became {
                let list = if became == Became::Nothing { &mut published.lost } else { &mut published.led };
                list.push(trail.id.clone());
                address.became = became;
            }
        }
        *self = Register::new(std::mem::take(&mut self.addresses));
        published
    }

    /// Forgets the words of an address, and of those that led to it, but for a hash. Gives the ids forgotten.
    ///
    /// # Errors
    /// [`ForgetError`] when there is no such address, or its statement stands in `archive` still.
    pub fn forget(&mut self, id: &str, archive: &Archive) -> Result<Vec<String>, ForgetError> {
        if archive.statements.iter().any(|statement| statement.id == id) {
            return Err(ForgetError::Standing);
        }
        if !self.addresses.iter().any(|address| address.id == id) {
            return Err(ForgetError::Unknown);
        }
        let mut ids = vec![id.to_owned()];
        while let Some(earlier) = self.leading_to(&ids) {
            ids.push(earlier);
        }
        for address in self.addresses.iter_mut().filter(|address| ids.contains(&address.id)) {
            if let Stood::For { words, .. } = &address.stood {
                address.stood = Stood::Forgotten(hash(&key(&words.join(" "))));
                address.formerly.clear();
            }
            address.became = Became::Nothing;
        }
        Ok(ids)
    }

    /// An earlier address that leads to nothing but some of `ids`.
    fn leading_to(&self, ids: &[String]) -> Option<String> {
        let leads = |address: &&Address| {
            let others = address.became.others();
            !others.is_empty() && !ids.contains(&address.id) && others.iter().all(|other| ids.contains(other))
        };
        self.addresses.iter().find(leads).map(|address| address.id.clone())
    }

    /// The addresses by their ids.
    fn by_id(&self) -> BTreeMap<&str, &Address> {
        self.addresses.iter().map(|address| (address.id.as_str(), address)).collect()
    }
}

/// A statement's address as the register keeps it.
fn address(archive: &Archive, statement: &Statement) -> Address {
    Address {
        id: statement.id.clone(),
        article: archive.article(statement).id.clone(),
        stood: Stood::For {
            speaker: archive.speaker(statement).map(|speaker| speaker.name.clone()),
            words: archive.quotations(statement).map(str::to_owned).collect(),
        },
        became: Became::Itself,
        formerly: Vec::new(),
    }
}

fn became(archive: &Archive, fate: &Fate) -> Became {
    let id = |index: &u32| archive.statements[*index as usize].id.clone();
    match fate {
        Fate::Moved(now) | Fate::Reworded(now, _) => Became::Another(id(now)),
        Fate::Ambiguous(several, _) => Became::OneOf(several.iter().map(id).collect()),
        Fate::Gone(_) => Became::Nothing,
    }
}

/// The words of a statement.
pub(crate) fn said(archive: &Archive, statement: &Statement) -> String {
    archive.quotations(statement).collect::<Vec<_>>().join(" ")
}

/// What texts of the same words share.
pub(crate) fn key(text: &str) -> String {
    words(text).map(|word| word.folded).collect::<Vec<_>>().join(" ")
}

/// The hash by which forgotten words are known. Whoever guesses the words can tell that they were these; the words
/// cannot be read from it.
pub(crate) fn hash(key: &str) -> String {
    Sha256::digest(key.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        // Strings take every write.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
