//! Which statement of today bears which id that was published.

use std::collections::HashMap;

use super::{Address, Became, Register, Stood, hash, key};
use crate::id::{Ids, slug, statement_id};

/// The ids that were published: each is its statement's for ever, and no other's.
pub(crate) struct Kept<'a> {
    /// By article and folded words.
    stood: HashMap<(&'a str, String), Vec<&'a Address>>,
    /// By article and hash.
    forgotten: HashMap<(&'a str, &'a str), &'a Address>,
    ids: Ids,
}

impl<'a> Kept<'a> {
    pub(crate) fn new(register: &'a Register) -> Self {
        let ids = Ids::reserving(register.addresses().iter().map(|address| address.id.clone()));
        let mut kept = Kept { stood: HashMap::new(), forgotten: HashMap::new(), ids };
        for address in register.addresses() {
            let article = address.article.as_str();
            match &address.stood {
                Stood::For { words, .. } => {
                    kept.stood.entry((article, key(&words.join(" ")))).or_default().push(address);
                }
                Stood::Forgotten(hash) => {
                    kept.forgotten.insert((article, hash), address);
                }
            }
        }
        kept
    }

    /// The ids of all statements of an article, given by speaker and words in the order of the text: those that
    /// were published for them, else new ones.
    pub(crate) fn claim(&mut self, article: &str, statements: &[(Option<&str>, String)]) -> Vec<String> {
        let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, (_, words)) in statements.iter().enumerate() {
            groups.entry(key(words)).or_default().push(place);
        }
        let mut ids: Vec<Option<String>> = vec![None; statements.len()];
        for (key, places) in groups {
            let speakers: Vec<_> = places.iter().map(|place| statements[*place].0).collect();
            for (place, id) in places.into_iter().zip(self.published(article, key, &speakers)) {
                ids[place] = id;
            }
        }
        let fresh = |(id, (_, words)): (Option<String>, &(Option<&str>, String))| {
            id.unwrap_or_else(|| self.ids.claim(article, words))
        };
        ids.into_iter().zip(statements).map(fresh).collect()
    }

    /// For statements of the same words, by these speakers: the ids that were published for them. Those whose
    /// speaker the article now gives otherwise keep their ids only where these can be no other's.
    fn published(&self, article: &str, key: String, speakers: &[Option<&str>]) -> Vec<Option<String>> {
        let mut ids = vec![None; speakers.len()];
        if let Some(address) = self.forgotten.get(&(article, hash(&key).as_str())) {
            ids[0] = Some(address.id.clone());
            return ids;
        }
        let mut left = self.stood.get(&(article, key.clone())).cloned().unwrap_or_default();
        left.sort_by_key(|address| {
            (address.became != Became::Itself, attempt(address, &key).unwrap_or(ATTEMPTS))
        });
        for (id, speaker) in ids.iter_mut().zip(speakers) {
            if let Some(place) = left.iter().position(|address| said_by(address, *speaker)) {
                *id = Some(left.remove(place).id.clone());
            }
        }
        left.retain(|address| address.became == Became::Itself);
        let open: Vec<usize> = (0..ids.len()).filter(|place| ids[*place].is_none()).collect();
        if left.len() == open.len() && one_then(&left) && one_now(&open, speakers) {
            open.into_iter().zip(left).for_each(|(place, address)| ids[place] = Some(address.id.clone()));
        }
        ids
    }
}

/// Whether one speaker said all of this then.
fn one_then(left: &[&Address]) -> bool {
    let speaker = |address: &Address| match &address.stood {
        Stood::For { speaker, .. } => speaker.as_deref().map(slug),
        Stood::Forgotten(_) => None,
    };
    left.windows(2).all(|pair| speaker(pair[0]) == speaker(pair[1]))
}

/// Whether one speaker says all of this now.
fn one_now(open: &[usize], speakers: &[Option<&str>]) -> bool {
    open.windows(2).all(|pair| speakers[pair[0]] == speakers[pair[1]])
}

/// More often than any article repeats itself.
const ATTEMPTS: u32 = 1_000;

/// How many statements of these words had ids before this one got its own; none where it is no id of theirs.
pub(super) fn attempt(address: &Address, key: &str) -> Option<u32> {
    let given = |attempt: &u32| statement_id(&address.article, key, *attempt) == address.id;
    (0..ATTEMPTS).find(given)
}

/// Whether an address stood for a statement of this speaker.
pub(super) fn said_by(address: &Address, speaker: Option<&str>) -> bool {
    match &address.stood {
        Stood::For { speaker: then, .. } => then.as_deref().map(slug) == speaker.map(slug),
        Stood::Forgotten(_) => false,
    }
}
