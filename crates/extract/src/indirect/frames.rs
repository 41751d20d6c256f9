//! What stands behind a verb that may report: `Ann Doe said (that) ...`, `wants to ...`, `supports ...`.

use super::{Frame, Proposal, Reader, Tie};
use crate::{
    chunks::{Chunk, Head, Phrase},
    lexicon::Class,
};

/// Words that open a reported question.
const QUESTIONS: [&str; 9] = ["if", "whether", "how", "why", "what", "who", "which", "where", "when"];

/// Prepositions in front of what is spoken of, where an addressee or an occasion stands between.
const ABOUT: [&str; 5] = ["about", "against", "for", "of", "over"];

/// Verbs that put out things or name a topic, and say nothing of it: "released the papers", "discussed the plan".
const PUTS_OUT: [&str; 10] =
    ["releas", "publish", "print", "sign", "send", "sent", "deliver", "display", "welcom", "discuss"];

/// Frames with the chunks where their content begins; a verb opens four at most.
#[derive(Default)]
struct Openings([Option<(Frame, usize)>; 4]);

impl Openings {
    fn push(&mut self, frame: Frame, begins: usize) {
        if let Some(free) = self.0.iter_mut().find(|opening| opening.is_none()) {
            *free = Some((frame, begins));
        }
    }

    fn each(&self) -> impl Iterator<Item = (Frame, usize)> {
        self.0.iter().flatten().copied()
    }
}

impl Reader<'_> {
    /// `Ann Doe said (that) ...`: what the verb at `at` may report, an addressee and a day passed over.
    #[inline(never)]
    pub(super) fn complements(&self, at: usize, proposals: &mut Vec<Proposal>) {
        let (Chunk::Cue(cue) | Chunk::Verb(cue)) = self.chunks()[at] else { return };
        if !self.may_report(cue) || self.is_passive(at, cue) || self.hangs_on_passive(at) {
            return;
        }
        let openings = self.openings(at);
        let rivals = openings.each().fold(0, |rivals, (frame, _)| rivals | 1 << frame as u32);
        let mut source = None;
        for (frame, begins) in openings.each() {
            let tie = Tie { frame, cue, chunk: at, begins, rivals };
            let Some(score) = self.cue_score(&tie) else { continue };
            let subject = || self.clause.subject(at).filter(|&source| source < at);
            let Some(source) = *source.get_or_insert_with(subject) else { return };
            proposals.extend(self.proposal(tie, score, source));
        }
    }

    /// What may stand behind the verb at `at`.
    fn openings(&self, at: usize) -> Openings {
        let next = self.behind_adverbs(at);
        let mut openings = Openings::default();
        let that = self.that(next);
        if let Some((frame, begins)) = that {
            openings.push(frame, begins);
        }
        if that.is_none() {
            self.near(next, &mut openings);
        }
        if let Some((frame, begins)) = self.far(next) {
            openings.push(frame, begins);
        }
        openings
    }

    /// Whether a verb says, thinks, wants or judges something: any other only does.
    fn may_report(&self, cue: usize) -> bool {
        self.tells(cue) && !self.puts_out(cue)
    }

    pub(super) fn tells(&self, verb: usize) -> bool {
        let said = Class::CUE.or(Class::THINKS).or(Class::WANTS).or(Class::JUDGES).or(Class::SPEAKS_OF);
        self.clause.token_class(verb).any(said)
    }

    pub(super) fn puts_out(&self, verb: usize) -> bool {
        let word = self.clause.text.word(verb);
        // Asked of every verb that may report: the first letter of most tells.
        let begins = matches!(word.as_bytes()[0] | 0x20, b'r' | b'p' | b's' | b'd' | b'w');
        begins
            && PUTS_OUT
                .iter()
                .any(|verb| word.get(..verb.len()).is_some_and(|start| start.eq_ignore_ascii_case(verb)))
    }

    /// "was expected to close": whether the infinitive at `at` hangs on a passive, whose subject said nothing.
    fn hangs_on_passive(&self, at: usize) -> bool {
        let governor = at.checked_sub(2).filter(|_| self.clause.is_preposition(at - 1, "to"));
        governor.is_some_and(|verb| match self.chunks()[verb] {
            Chunk::Cue(token) | Chunk::Verb(token) => self.is_passive(verb, token),
            _ => false,
        })
    }

    /// "is expected to": whether a form of "be" governs the participle at `at`.
    pub(super) fn is_passive(&self, at: usize, cue: usize) -> bool {
        let class = self.clause.token_class(cue);
        let participle = class.any(Class::PARTICIPLE)
            || !class.any(Class::GERUND.or(Class::BASE)) && self.clause.text.word(cue).ends_with("ed");
        let mut group = self.chunks()[..at]
            .iter()
            .rev()
            .take_while(|chunk| matches!(chunk, Chunk::Adverb(_) | Chunk::Auxiliary(_)));
        let be = |chunk: &Chunk| match chunk {
            Chunk::Auxiliary(aux) => ["is", "was", "are", "were", "be", "been", "being"]
                .iter()
                .any(|be| self.clause.text.is_word(*aux, be)),
            _ => false,
        };
        participle && group.any(be)
    }

    /// The chunk behind the adverbs that follow a verb; "there" opens a clause.
    fn behind_adverbs(&self, at: usize) -> usize {
        let adverb = |chunk: &&Chunk| matches!(chunk, Chunk::Adverb(token) if !self.clause.text.is_word(*token, "there"));
        at + 1 + self.chunks()[at + 1..].iter().take_while(adverb).count()
    }

    /// "told reporters on Monday that": a clause behind "that", or a question, with anything but a verb between.
    fn that(&self, next: usize) -> Option<(Frame, usize)> {
        /// So many chunks may stand between.
        const REACH: usize = 8;
        for at in next..self.chunks().len().min(next + REACH) {
            match &self.chunks()[at] {
                Chunk::Subordinator(_) if self.introduces(at, &["that"]) => {
                    return (!self.names_words(at - 1)).then_some((Frame::That, at + 1));
                }
                Chunk::Subordinator(_) | Chunk::Phrase(_)
                    if self.introduces(at, &["if", "whether", "how", "why", "what"])
                        || at == next && self.introduces(at, &QUESTIONS) =>
                {
                    return Some((Frame::Question, at));
                }
                Chunk::Phrase(_) | Chunk::Preposition(_) | Chunk::Adverb(_) => {}
                _ => return None,
            }
        }
        None
    }

    /// What stands right behind the verb, an addressee or a day between.
    fn near(&self, next: usize, openings: &mut Openings) {
        if self.is_infinitive(next) {
            // "asked not to be named"
            let not = matches!(self.chunks()[next - 1], Chunk::Adverb(token) if self.clause.text.is_word(token, "not"));
            openings.push(Frame::Infinitive, next - usize::from(not));
            return;
        }
        if self.opens_clause(next) {
            openings.push(Frame::Clause, next);
        }
        match self.chunks().get(next) {
            Some(Chunk::Phrase(phrase)) if phrase.head != Head::Relative => {
                if self.opens_clause(next + 1) {
                    openings.push(Frame::Clause, next + 1);
                }
                match (self.is_infinitive(next + 1), self.is_day(phrase)) {
                    (true, day) => openings.push(Frame::Infinitive, next + usize::from(day)),
                    (false, false) if !self.is_speaker(next) => openings.push(Frame::Object, next),
                    _ => {}
                }
            }
            Some(Chunk::Verb(token) | Chunk::Cue(token)) if self.form(*token) == 0 => {
                openings.push(Frame::Gerund, next);
            }
            Some(Chunk::Preposition(_)) => self.near_preposition(next, openings),
            _ => {}
        }
    }

    /// What stands behind a preposition, or behind the day that it governs: "said on Monday the plan would".
    fn near_preposition(&self, at: usize, openings: &mut Openings) {
        let governed = self.clause.phrase(at + 1);
        if governed.is_some() && self.opens_clause(at + 2) {
            openings.push(Frame::Clause, at + 2);
        } else if governed.is_some_and(|phrase| self.is_day(phrase)) {
            if self.is_infinitive(at + 2) {
                openings.push(Frame::Infinitive, at + 2);
            }
        } else if self.governs(at) {
            openings.push(Frame::About, at + 1);
        }
    }

    /// "spoke to reporters about the ban": what stands behind a second preposition.
    fn far(&self, next: usize) -> Option<(Frame, usize)> {
        /// So many chunks may stand between.
        const REACH: usize = 6;
        for at in next + 1..self.chunks().len().min(next + REACH) {
            match self.chunks()[at] {
                Chunk::Preposition(token)
                    if ABOUT.iter().any(|word| self.clause.text.is_word(token, word)) =>
                {
                    return self.governs(at).then_some((Frame::FarAbout, at + 1));
                }
                Chunk::Phrase(_) | Chunk::Preposition(_) | Chunk::Adverb(_) => {}
                _ => return None,
            }
        }
        None
    }

    /// "it would close, said Ann Doe": whether a name at `at` is that of whoever speaks, or is spoken to.
    pub(super) fn is_speaker(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.chunks()[before]);
        let says =
            matches!(before, Some(Chunk::Cue(cue)) if self.clause.token_class(*cue).any(Class::SPEECH));
        says && self.clause.phrase(at).is_some_and(|phrase| self.clause.is_person(phrase))
    }

    fn is_day(&self, phrase: &Phrase) -> bool {
        self.clause.token_class(phrase.head_token).any(Class::DAY.or(Class::MONTH).or(Class::TIME))
    }

    /// Whether something stands behind the preposition at `at` that it can govern.
    pub(super) fn governs(&self, at: usize) -> bool {
        matches!(
            self.chunks().get(at + 1),
            Some(Chunk::Phrase(_) | Chunk::Verb(_) | Chunk::Cue(_) | Chunk::Subordinator(_))
        )
    }

    /// Whether the phrase at `at` names words, whose own clause follows: "doubted the claim that".
    fn names_words(&self, at: usize) -> bool {
        self.clause.phrase(at).is_some_and(|phrase| {
            phrase.head == Head::Noun && self.clause.token_class(phrase.head_token).any(Class::SPEECH_NOUN)
        })
    }

    /// Whether a clause begins at `at`: a subject, and its verb in the same breath.
    pub(super) fn opens_clause(&self, at: usize) -> bool {
        let opens = match self.chunks().get(at) {
            Some(Chunk::Adverb(token)) => self.clause.text.is_word(*token, "there"),
            Some(Chunk::Phrase(phrase)) => phrase.head != Head::Relative,
            _ => false,
        };
        if !opens {
            return false;
        }
        let mut verb = at + 1;
        while match self.chunks().get(verb) {
            Some(Chunk::Phrase(phrase)) => phrase.head != Head::Relative,
            Some(Chunk::Conjunction) => self.clause.phrase(verb + 1).is_some(),
            chunk => matches!(chunk, Some(Chunk::Adverb(_) | Chunk::Preposition(_))),
        } {
            verb += 1;
        }
        let finite = match self.chunks().get(verb) {
            Some(Chunk::Auxiliary(_)) => true,
            Some(Chunk::Cue(token) | Chunk::Verb(token)) => {
                !self.clause.token_class(*token).any(Class::GERUND)
            }
            _ => false,
        };
        finite && !self.clause.is_preposition(verb - 1, "to")
    }

    /// "promised to ...": whether an infinitive begins at `at`.
    pub(super) fn is_infinitive(&self, at: usize) -> bool {
        let adverb = matches!(self.chunks().get(at + 1), Some(Chunk::Adverb(_)));
        let behind = self.chunks().get(at + 1 + usize::from(adverb));
        matches!(behind, Some(Chunk::Verb(_) | Chunk::Cue(_) | Chunk::Auxiliary(_)))
            && self.clause.is_preposition(at, "to")
    }
}
