//! How close the words of a query stand in the documents that were found.

use crate::index::Index;
use crate::meant::{Meant, Source};
use crate::score::closeness;
use crate::sort::put_in_order;

/// A beginning that more words have says nothing of where they stand.
const WORDS: u32 = 256;

/// The last place in a text that is told apart: words behind it stand at one place, and so close to none.
const LAST: u32 = (1 << 15) - 1;

/// A word of the query in a text: which document of 256, field, place, and word, in that order of bits, so that sorting
/// the numbers sorts by all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Found(u32);

impl Found {
    fn new(document: usize, field: usize, position: u32, word: usize) -> Self {
        Found((document as u32) << 24 | (field as u32) << 20 | position.min(LAST) << 5 | word as u32)
    }

    fn document(self) -> usize {
        (self.0 >> 24) as usize
    }

    fn text(self) -> u32 {
        self.0 >> 20
    }

    fn field(self) -> usize {
        (self.0 >> 20) as usize & 15
    }

    fn position(self) -> usize {
        (self.0 >> 5 & LAST) as usize
    }

    fn word(self) -> usize {
        (self.0 & 31) as usize
    }
}

/// Whether it says anything of a document where it has these words, which `meant` stands for. The beginnings of too
/// many words do not; nor does a single letter that begins so many, even where it is a word itself: hardly ever is it all
/// that will have been typed.
fn says_where(source: &Source, meant: &Meant, documents: usize) -> bool {
    let is_begun = |source: &Source| match source.words.len() as u32 {
        0..=1 => false,
        2..=WORDS => source.count as usize * 2 > documents,
        _ => true,
    };
    !(is_begun(source) || meant.is_letter && meant.sources.iter().any(is_begun))
}

/// For each of `documents`, which ascend and are 256 at most, how close the words stand in it: the mean over each two that follow
/// each other in the query, each at its best place, by the weight of its field: two words of a name that stand
/// together are that name.
pub(crate) fn closenesses(index: &Index, meant: &[impl AsRef<Meant>], documents: &[u32]) -> Vec<f32> {
    let mut found = places(index, meant, documents);
    put_in_order(&mut found);
    let found: Vec<Found> = found.into_iter().map(Found).collect();
    let mut closenesses = vec![0.0; documents.len()];
    for places in found.chunk_by(|one, other| one.document() == other.document()) {
        let mut pairs = vec![0.0_f32; meant.len()];
        for text in places.chunk_by(|one, other| one.text() == other.text()) {
            look(text, index.fields[text[0].field()].weight, &mut pairs);
        }
        closenesses[places[0].document()] = pairs.iter().sum::<f32>() / (meant.len().max(2) - 1) as f32;
    }
    closenesses
}

fn places(index: &Index, meant: &[impl AsRef<Meant>], documents: &[u32]) -> Vec<u32> {
    let mut found = Vec::new();
    let says = |word: usize, source: &Source| says_where(source, meant[word].as_ref(), index.len());
    let say = (0..meant.len())
        .filter(|word| meant[*word].as_ref().sources.iter().any(|source| says(*word, source)));
    let say = say.fold(0_u64, |say, word| say | 2 << word);
    for (word, sources) in meant.iter().map(|meant| &meant.as_ref().sources).enumerate() {
        // One that has no neighbour is close to none.
        if say >> word & 0b101 == 0 {
            continue;
        }
        for source in sources.iter().filter(|source| says(word, source)) {
            for list in index.lists().of(source) {
                list.places(documents, &mut |field, document, position| {
                    found.push(Found::new(document, field, position, word).0);
                });
            }
        }
    }
    found
}

/// Looks at one text: for each two neighbours in the query, the best of their places.
fn look(text: &[Found], weight: f32, pairs: &mut [f32]) {
    let mut last = [None; 33];
    for here in text.chunk_by(|one, other| one.position() == other.position()) {
        let place = here[0].position();
        for word in here.iter().map(|found| found.word()) {
            if let Some(before) = word.checked_sub(1).and_then(|before| last[before]) {
                pairs[word - 1] = pairs[word - 1].max(weight * closeness(place - before, true));
            }
            if let Some(after) = last[word + 1] {
                pairs[word] = pairs[word].max(weight * closeness(place - after, false));
            }
        }
        for found in here {
            last[found.word()] = Some(place);
        }
    }
}
