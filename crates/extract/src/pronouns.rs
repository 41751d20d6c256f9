//! Pronouns to people: whom "he" and "she" mean, by what was said last and of whom.

use rustc_hash::FxHashMap;

use crate::{
    attribution::Attribution,
    chunks::{Chunk, Head, Phrase, Sentence},
    lexicon::Class,
    names::Name,
    people::{Gender, People, compatible},
    subjects::Clause,
    tokens::Text,
};

/// Points that a candidate loses for each sentence between it and the pronoun.
const DISTANCE: f32 = 1.5;
/// Points for a mention that was the subject of its sentence: subjects stay in focus (Grosz, Joshi and Weinstein,
/// "Centering", 1995).
const SUBJECT: f32 = 0.8;
/// Points for whoever spoke last: most pronouns beside a quotation mean its neighbour's speaker.
const SPOKE: f32 = 0.65;
/// Points that a mention loses as an object of a preposition or a possessive.
const OBLIQUE: f32 = 1.1;
/// Points for a candidate whose gender is known to fit, against one whose gender nothing tells.
const KNOWN: f32 = 1.1;
/// Points that a candidate loses whose gender its pronouns or its given name make unlikely.
const UNLIKELY: f32 = 2.0;
/// Points that a candidate loses who is named in what the pronoun is the source of: hardly anybody speaks of himself by
/// name.
const SPOKEN_OF: f32 = 4.0;
/// Points that a candidate loses for each paragraph between it and the pronoun: a new one often is of somebody else.
const PARAGRAPH: f32 = 0.5;
/// Points for whom a sentence begins with: "Doe said Roe was wrong" is about Doe.
const FIRST: f32 = 0.6;
/// Points for each earlier mention, up to [`MENTIONS`]: an article is about whom it names most.
const MENTION: f32 = 0.06;
/// Mentions that count.
const MENTIONS: usize = 10;
/// A pronoun reaches no further back than this many sentences.
const REACH: usize = 12;

/// Whom each pronoun means, by its token.
pub(crate) struct Pronouns {
    /// Sorted by token.
    resolved: Vec<(usize, usize)>,
}

impl Pronouns {
    /// The entity that the pronoun at a token means.
    pub(crate) fn at(&self, token: usize) -> Option<usize> {
        let place = self.resolved.binary_search_by_key(&token, |(token, _)| *token).ok()?;
        Some(self.resolved[place].1)
    }
}

/// The last mention of an entity.
#[derive(Clone, Copy)]
struct Mention {
    sentence: usize,
    paragraph: usize,
    /// Whether its sentence begins with it.
    first: bool,
    subject: bool,
    oblique: bool,
    spoke: bool,
    count: usize,
}

/// Resolves every pronoun of the narrative.
pub(crate) fn resolve(
    text: &Text<'_>,
    names: &[Name],
    people: &People,
    sentences: &[Sentence],
    attributions: &[Attribution],
) -> Pronouns {
    let mut resolver = Resolver {
        text,
        names,
        people,
        last: vec![None; people.entities.len()],
        recent: Vec::new(),
        spoken_of: spoken_of(text, names, people, attributions),
        next: 0,
        resolved: Vec::new(),
    };
    for (index, sentence) in sentences.iter().enumerate() {
        resolver.sentence(index, sentence, attributions);
    }
    resolver.resolved.sort_unstable();
    Pronouns { resolved: resolver.resolved }
}

struct Resolver<'a> {
    text: &'a Text<'a>,
    names: &'a [Name],
    people: &'a People,
    /// By entity.
    last: Vec<Option<Mention>>,
    /// The people mentioned so far, the latest last; each stands once.
    recent: Vec<usize>,
    /// The people named in what each pronoun, by its token, is the source of: hardly anybody speaks of himself by name.
    spoken_of: FxHashMap<usize, Vec<usize>>,
    /// The first name that does not end before the phrases that are left.
    next: usize,
    resolved: Vec<(usize, usize)>,
}

impl Resolver<'_> {
    fn sentence(&mut self, index: usize, sentence: &Sentence, attributions: &[Attribution]) {
        let quoting = sentence.chunks.iter().take(if sentence.quotes { sentence.chunks.len() } else { 0 });
        let sources: Vec<usize> = quoting
            .filter_map(|chunk| match chunk {
                Chunk::Quote(quoted) => attributions[*quoted].source.as_ref().map(|source| source.head_token),
                _ => None,
            })
            .chain(self.reporting(sentence))
            .collect();
        let opening = opening(&sentence.chunks);
        for (at, chunk) in sentence.chunks.iter().enumerate() {
            let Chunk::Phrase(phrase) = chunk else { continue };
            let spoke = sources.contains(&phrase.head_token);
            let governed = at > 0 && matches!(sentence.chunks[at - 1], Chunk::Preposition(_));
            let mention = Mention {
                sentence: index,
                paragraph: sentence.paragraph,
                first: opening == Some(at),
                subject: spoke || is_subject(&sentence.chunks, at),
                oblique: governed && !spoke,
                spoke,
                count: 0,
            };
            self.phrase(phrase, mention);
        }
    }

    /// The heads of the subjects of speech verbs: they speak, quoted or not.
    fn reporting(&self, sentence: &Sentence) -> Vec<usize> {
        let clause = Clause::of(sentence, self.text, self.names);
        let speech = |at: &usize| matches!(sentence.chunks[*at], Chunk::Cue(token) if self.text.tokens[token].is(Class::SPEECH));
        let subjects = (0..sentence.chunks.len()).filter(speech).filter_map(|at| clause.subject(at));
        subjects.filter_map(|at| clause.phrase(at)).map(|phrase| phrase.head_token).collect()
    }

    /// Resolves the pronouns of a phrase and takes note of whom it mentions.
    fn phrase(&mut self, phrase: &Phrase, mention: Mention) {
        for token in phrase.tokens.clone() {
            if let Some(gender) = gender_of_pronoun(self.text, token)
                && let Some(entity) = self.best(&mention, token, gender)
            {
                self.resolved.push((token, entity));
                let possessive = phrase.head != Head::Pronoun;
                self.note(
                    entity,
                    Mention {
                        first: mention.first && !possessive,
                        subject: mention.subject && !possessive,
                        oblique: mention.oblique || possessive,
                        ..mention
                    },
                );
            }
        }
        // Phrases come in order, and so do names.
        while self.names.get(self.next).is_some_and(|name| name.tokens.end <= phrase.tokens.start) {
            self.next += 1;
        }
        for name in self.next..self.names.len() {
            if self.names[name].tokens.start >= phrase.tokens.end {
                break;
            }
            let entity = self.people.of_name[name];
            if self.people.entities[entity].person {
                let head = phrase.head == Head::Name(name);
                self.note(
                    entity,
                    Mention {
                        first: mention.first && head,
                        subject: mention.subject && head,
                        oblique: mention.oblique || !head,
                        spoke: mention.spoke && head,
                        ..mention
                    },
                );
            }
        }
    }

    fn note(&mut self, entity: usize, mention: Mention) {
        let before = self.last[entity];
        let count = before.map_or(0, |before| before.count) + 1;
        // Within one sentence the better mention counts.
        let kept = match before {
            Some(before) if before.sentence == mention.sentence && before.subject => before,
            _ => mention,
        };
        self.last[entity] = Some(Mention { count, ..kept });
        self.recent.retain(|&other| other != entity);
        self.recent.push(entity);
    }

    /// Whom the pronoun at `token` means, which stands like `here`.
    fn best(&self, here: &Mention, token: usize, gender: Gender) -> Option<usize> {
        let spoken_of = self.spoken_of.get(&token).map_or(&[][..], Vec::as_slice);
        let candidates = self.recent.iter().rev().filter_map(|&entity| {
            let mention = self.last[entity]?;
            let known = self.people.entities[entity].gender;
            let told = known.or(self.people.entities[entity].likely);
            let near = here.sentence - mention.sentence <= REACH;
            let fits = told.map(|told| told == gender);
            let spoken_of = if spoken_of.contains(&entity) { SPOKEN_OF } else { 0.0 };
            (near && compatible(known, Some(gender)))
                .then(|| (score(&mention, here, fits) - spoken_of, entity))
        });
        // Of equals the latest wins: it comes first.
        candidates
            .fold(
                None,
                |best: Option<(f32, usize)>, next| {
                    if best.is_none_or(|best| next.0 > best.0) { Some(next) } else { best }
                },
            )
            .map(|(_, entity)| entity)
    }
}

/// The people named in the quotations of each pronoun that is a source.
fn spoken_of(
    text: &Text<'_>,
    names: &[Name],
    people: &People,
    attributions: &[Attribution],
) -> FxHashMap<usize, Vec<usize>> {
    let mut spoken_of: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (name, entity) in names.iter().zip(&people.of_name) {
        let Some(quoted) = text.tokens[name.tokens.start].quoted else { continue };
        let source = attributions.get(quoted as usize).and_then(|attribution| attribution.source.as_ref());
        if let Some(source) = source.filter(|source| source.head == Head::Pronoun) {
            spoken_of.entry(source.head_token).or_default().push(*entity);
        }
    }
    spoken_of
}

/// Points for a mention as what a pronoun `here` means; `fits`: whether their genders agree, where one is told.
fn score(mention: &Mention, here: &Mention, fits: Option<bool>) -> f32 {
    let points = |holds: bool, points: f32| if holds { points } else { 0.0 };
    -DISTANCE * (here.sentence - mention.sentence) as f32
        - PARAGRAPH * (here.paragraph - mention.paragraph) as f32
        + points(mention.first, FIRST)
        + points(mention.subject, SUBJECT)
        + points(mention.spoke, SPOKE)
        - points(mention.oblique, OBLIQUE)
        + points(fits == Some(true), KNOWN)
        - points(fits == Some(false), UNLIKELY)
        + MENTION * mention.count.min(MENTIONS) as f32
}

/// The first phrase of a sentence that no preposition governs.
fn opening(chunks: &[Chunk]) -> Option<usize> {
    (0..chunks.len()).find(|&at| {
        matches!(chunks[at], Chunk::Phrase(_))
            && (at == 0 || !matches!(chunks[at - 1], Chunk::Preposition(_)))
    })
}

/// Whether the phrase at `at` is a subject: a verb group follows, or the sentence's verb stands inverted before it.
fn is_subject(chunks: &[Chunk], at: usize) -> bool {
    let behind = chunks[at + 1..].iter().find(|chunk| !matches!(chunk, Chunk::Adverb(_)));
    let free = at == 0 || !matches!(chunks[at - 1], Chunk::Preposition(_));
    free && matches!(behind, Some(Chunk::Verb(_) | Chunk::Cue(_) | Chunk::Auxiliary(_) | Chunk::Comma))
}

/// The gender of a third-person singular pronoun.
pub(crate) fn gender_of_pronoun(text: &Text<'_>, token: usize) -> Option<Gender> {
    if !text.tokens[token].is(Class::PRONOUN.or(Class::POSSESSIVE)) {
        return None;
    }
    let is = |words: &[&str]| words.iter().any(|word| text.is_word(token, word));
    match text.tokens[token].first_letter(text.text) {
        b'h' if is(&["he", "him", "his", "himself"]) => Some(Gender::Male),
        b'h' | b's' if is(&["she", "her", "hers", "herself"]) => Some(Gender::Female),
        _ => None,
    }
}
