//! What tells the gender of a person: titles, given names, what somebody is, and the pronouns that follow.

use super::{Entity, Gender, gender_of_given, gender_of_noun};
use crate::{
    names::{Name, Sort},
    pronouns::gender_of_pronoun,
    tokens::{Shape, Text},
};

/// The gender that title, occupation and given name tell of a name.
pub(super) fn of_name(text: &Text<'_>, name: &Name) -> Option<Gender> {
    let full = name.tokens.len() > 1;
    let titled = name.title.clone().find_map(|at| gender_of_noun(text.tokens[at].class));
    titled
        .or_else(|| name.whole().start.checked_sub(1).filter(|_| full).and_then(|at| of_occupation(text, at)))
        .or_else(|| gender_of_given(text.tokens[name.tokens.start].class).filter(|_| full))
}

/// The gender of "spokesman" and "actress". Nobody is called "woman Ann Doe": that word is another's.
fn of_occupation(text: &Text<'_>, at: usize) -> Option<Gender> {
    let word = text.word(at);
    let occupation = word.len() > 5 && ["man", "woman", "ess"].iter().any(|end| word.ends_with(end));
    gender_of_noun(text.tokens[at].class).filter(|_| occupation)
}

/// Tells of each person whose gender no word tells whom the pronouns behind the name are for, and what a given name that
/// stands alone says: Bob is a man, but who is called Clinton, Kelly or Jordan has it for a surname.
pub(super) fn guess(text: &Text<'_>, names: &[Name], entities: &mut [Entity]) {
    /// One pronoun may be somebody else's; two, or one and the name, are not.
    const SURE: i32 = 2;
    const UNSURE: i32 = -SURE;
    for entity in entities.iter_mut().filter(|entity| entity.person && entity.gender.is_none()) {
        let single = names[entity.fullest].tokens.clone();
        let given = gender_of_given(text.tokens[single.start].class).filter(|_| single.len() == 1);
        let mut balance = match given {
            Some(Gender::Male) => 2,
            Some(Gender::Female) => -2,
            None => 0,
        };
        for &name in &entity.mentions {
            balance += match taken_up(text, names, name) {
                Some(Gender::Male) => 1,
                Some(Gender::Female) => -1,
                None => 0,
            };
        }
        entity.likely = match balance {
            SURE.. => Some(Gender::Male),
            ..=UNSURE => Some(Gender::Female),
            _ => None,
        };
    }
}

/// The gender of the first "he" or "she" behind a name, where nobody else is named between, in the same sentence or at
/// the beginning of the next.
fn taken_up(text: &Text<'_>, names: &[Name], name: usize) -> Option<Gender> {
    /// The pronoun stands within so many words.
    const REACH: usize = 30;
    let end = names[name].tokens.end;
    let quoted = text.tokens[end - 1].quoted;
    let next = names[name + 1..].iter().find(|next| next.sort == Sort::Person);
    let limit = next.map_or(text.tokens.len(), |next| next.whole().start).min(end + REACH);
    let mut stops = 0;
    for at in end..limit {
        let token = &text.tokens[at];
        if token.quoted != quoted {
            continue;
        }
        stops += usize::from(token.shape == Shape::Stop);
        if stops > 1 {
            return None;
        }
        if let Some(gender) = gender_of_pronoun(text, at) {
            return Some(gender);
        }
    }
    None
}
