//! Runs of words that can be a name: where each ends.

use std::ops::Range;

use super::begins_sentence;
use crate::{lexicon::Class, tokens::Text};

/// Whether a token can be part of a name.
pub(super) fn is_part(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    if !token.capital && (token.class != Class::NONE || !token.is_word() || !is_prefixed(text.word(at))) {
        return false;
    }
    let grammar = Class::FUNCTION.or(Class::DAY);
    let only_grammar = token.is(grammar)
        && !token.is(Class::GIVEN.or(Class::ORGANISATION).or(Class::TITLE).or(Class::PLACE));
    let verb_first = token.is(Class::CUE.or(Class::VERB))
        && begins_sentence(text, at)
        && !token.is(Class::GIVEN.or(Class::ORGANISATION))
        && !speaks(text, at + 1);
    // "From said": no grammar puts a preposition there.
    let grammatical = only_grammar && !(token.is(Class::PREPOSITION) && speaks(text, at + 1));
    !(grammatical || verb_first || text.word(at) == "I")
}

/// Whether the word at `at` is a finite verb of speech and no other word: "Read said" begins with a surname.
pub(super) fn speaks(text: &Text<'_>, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|next| {
        next.is(Class::SPEECH) && next.is(Class::FINITE) && !next.is(Class::BASE) && !next.capital
    })
}

/// Whether a word is a name behind an Arabic article: "al-Harthi".
pub(super) fn is_prefixed(word: &str) -> bool {
    // Nearly no word is, and every one in small letters is asked.
    if word.as_bytes().get(2) != Some(&b'-') {
        return false;
    }
    let rest = word.strip_prefix("al-").or_else(|| word.strip_prefix("el-"));
    rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// The end of the run of name parts that begins at `at`; `at` where none does.
pub(super) fn run_end(text: &Text<'_>, at: usize, limit: usize) -> usize {
    if !is_part(text, at) {
        return at;
    }
    let quoted = text.tokens[at].quoted;
    let same = |token: usize| token < limit && text.tokens[token].quoted == quoted;
    let mut end = at + 1;
    while same(end) {
        if is_part(text, end) && text.tokens[end].spaced {
            end += 1;
            continue;
        }
        // Particles and the "of" of offices and bodies join two capitalised words.
        let joins = text.tokens[end].is(Class::PARTICLE) || text.word(end) == "of" && takes_of(text, at..end);
        // "van der Velde", "of the Treasury"
        let second = joins
            && (text.is_word(end + 1, "the")
                || text.tokens.get(end + 1).is_some_and(|next| next.is(Class::PARTICLE) && !next.capital));
        let next = end + 1 + usize::from(second);
        if joins && same(next) && is_part(text, next) {
            end = next + 1;
        } else {
            break;
        }
    }
    end
}

/// Whether the run is an office or a body that an "of" can follow: "Department of", "President of".
fn takes_of(text: &Text<'_>, run: Range<usize>) -> bool {
    // "Ann King of Ohio": behind a given name it is a surname.
    let given = |at: usize| text.tokens[at].is(Class::GIVEN) && !text.tokens[at].is(Class::TITLE);
    let surname = (run.start..run.end - 1).any(given);
    text.tokens[run.end - 1].is(Class::ORGANISATION)
        || !surname && text.tokens[run.end - 1].is(Class::TITLE.or(Class::ROLE))
        || text.is_word(run.end - 1, "district")
}
