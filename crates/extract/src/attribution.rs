//! Quotations to sources: which construct attributes each, and to whom.

use crate::{
    chunks::{Chunk, Head, Phrase, Sentence},
    lexicon::Class,
    names::Name,
    spoken::is_spoken,
    subjects::Clause,
    tokens::Text,
};

/// How a quotation is attributed. The order is that of preference where several fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Construct {
    /// `"...," Ann Doe said`
    QuotationSourceCue,
    /// `"...," said Ann Doe`
    QuotationCueSource,
    /// `Ann Doe said: "..."`
    SourceCueQuotation,
    /// `Ann Doe said that it was "..."`
    SourceCueClause,
    /// `It was "...", Ann Doe said.`
    ClauseSourceCue,
    /// `According to Ann Doe, "..."`
    AccordingTo,
    /// `ANN DOE: "..."`
    Colon,
    /// `Ann Doe's claim that it was "..."`
    SpeechNoun,
    /// `Ann Doe called it "..."`
    Naming,
    /// The subject of the sentence that the quotation stands in.
    Subject,
    /// The quotation goes on with what the one before it began.
    Continued,
    /// The sentence before it introduces it.
    Introduced,
    /// Nothing says who.
    Unattributed,
}

impl Construct {
    /// The name by which receipts know it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Construct::QuotationSourceCue => "quotation, source, cue",
            Construct::QuotationCueSource => "quotation, cue, source",
            Construct::SourceCueQuotation => "source, cue, quotation",
            Construct::SourceCueClause => "source, cue, clause with quotation",
            Construct::ClauseSourceCue => "clause with quotation, source, cue",
            Construct::AccordingTo => "according to",
            Construct::Colon => "source, colon, quotation",
            Construct::SpeechNoun => "source's words",
            Construct::Naming => "source calls it so",
            Construct::Subject => "subject of the sentence",
            Construct::Continued => "continued quotation",
            Construct::Introduced => "introduced by the sentence before",
            Construct::Unattributed => "quotation alone",
        }
    }
}

/// What attributes a quotation.
#[derive(Debug, Clone)]
pub(crate) struct Attribution {
    pub(crate) construct: Construct,
    /// The sentence in which source and cue stand.
    pub(crate) sentence: usize,
    /// The source's phrase.
    pub(crate) source: Option<Phrase>,
    /// The token of the cue.
    pub(crate) cue: Option<usize>,
    /// The chunk of the cue, for what stands around it.
    pub(crate) cue_chunk: Option<usize>,
}

impl Attribution {
    fn none(sentence: usize) -> Self {
        Attribution { construct: Construct::Unattributed, sentence, source: None, cue: None, cue_chunk: None }
    }
}

/// The attribution of every quotation, by its index.
pub(crate) fn attribute(text: &Text<'_>, names: &[Name], sentences: &[Sentence]) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = vec![Attribution::none(0); text.quoted.len()];
    let mut last: Option<usize> = None;
    for (index, sentence) in sentences.iter().enumerate() {
        let clause = Clause { text, names, chunks: &sentence.chunks };
        for (chunk, piece) in sentence.chunks.iter().enumerate() {
            let Chunk::Quote(quoted) = *piece else { continue };
            let attribution = within(&clause, index, chunk, quoted).unwrap_or_else(|| {
                let context = Context { text, names, sentences, found: &found };
                context.around(index, chunk, last)
            });
            found[quoted] = attribution;
            if found[quoted].source.is_some() && is_spoken(text, quoted, &found[quoted]) {
                last = Some(quoted);
            }
        }
    }
    reopened(text, &mut found);
    found
}

/// A quotation that no mark closes goes on in the next paragraph, whose tag then speaks for both.
fn reopened(text: &Text<'_>, found: &mut [Attribution]) {
    for quoted in (1..found.len()).rev() {
        let before = &text.quoted[quoted - 1];
        let between = &text.text[before.outside.end..text.quoted[quoted].outside.start];
        if before.closed || !between.contains('\n') || !between.trim().is_empty() {
            continue;
        }
        let tagged = |attribution: &Attribution| attribution.construct < Construct::Subject;
        match (tagged(&found[quoted - 1]), tagged(&found[quoted])) {
            (false, true) => found[quoted - 1] = found[quoted].clone(),
            (true, false) => {
                found[quoted] = Attribution { construct: Construct::Continued, ..found[quoted - 1].clone() }
            }
            _ => {}
        }
    }
}

/// The attribution by the quotation's own sentence.
fn within(clause: &Clause<'_>, sentence: usize, chunk: usize, quoted: usize) -> Option<Attribution> {
    let reading = Reading { clause: *clause, sentence, chunk, quoted };
    reading
        .tag_behind()
        .or_else(|| reading.speech_before())
        .or_else(|| reading.colon_before())
        .or_else(|| reading.according_to())
        .or_else(|| reading.parenthetical())
        .or_else(|| reading.tag_at_end())
        .or_else(|| reading.speech_noun(true))
        .or_else(|| reading.verb_before())
        .or_else(|| reading.speech_noun(false))
}

/// Weights of [`Reading::fitness`], found by a search over news articles marked by people; each says what it
/// stands for.
mod weight {
    /// A verb of speech reports for certain.
    pub(super) const SPEECH: f32 = 3.4;
    /// A verb that often reports.
    pub(super) const REPORT: f32 = 1.0;
    /// A verb that reports nothing: its subject is still the likeliest owner of the words.
    pub(super) const OTHER: f32 = 0.25;
    /// Nothing but "that", an addressee or a place between verb and quotation.
    pub(super) const DIRECT: f32 = 1.3;
    /// The source is itself the subject of a reported clause.
    pub(super) const EMBEDDED: f32 = -0.8;
    /// For each verb between: the nearer verb governs.
    pub(super) const BETWEEN: f32 = -0.15;
    /// Named people speak most.
    pub(super) const PERSON: f32 = 1.2;
    /// He, she and they speak nearly as much.
    pub(super) const PRONOUN: f32 = 1.0;
    /// Bodies, documents, and nouns of people.
    pub(super) const BODY: f32 = 1.25;
    /// Any other noun with its article.
    pub(super) const NOUN: f32 = 0.05;
    /// What is left is mostly no subject at all.
    pub(super) const IMPLAUSIBLE: f32 = -1.35;
}

/// One quotation in its sentence.
struct Reading<'a> {
    clause: Clause<'a>,
    sentence: usize,
    chunk: usize,
    quoted: usize,
}

impl<'a> Reading<'a> {
    fn chunks(&self) -> &'a [Chunk] {
        self.clause.chunks
    }

    fn inside(&self) -> &'a str {
        let inside = &self.clause.text.text[self.clause.text.quoted[self.quoted].inside.clone()];
        // The marks of a quotation inside it may stand behind its last stop.
        inside.trim_end_matches(['\'', '’', '”', '"', '›', ' ']).trim()
    }

    fn class(&self, token: usize) -> Class {
        self.clause.token_class(token)
    }

    fn attribution(&self, construct: Construct, source: usize, cue: Option<usize>) -> Option<Attribution> {
        let source = self.whole(self.named_apposition(source))?;
        let token = cue.and_then(|cue| match self.chunks()[cue] {
            Chunk::Cue(token) | Chunk::Verb(token) | Chunk::Preposition(token) => Some(token),
            _ => None,
        });
        Some(Attribution {
            construct,
            sentence: self.sentence,
            source: Some(source),
            cue: token,
            cue_chunk: cue,
        })
    }

    /// `"...," Ann Doe said` and `"...," said Ann Doe`: the cue stands behind the quotation, in the same breath.
    fn tag_behind(&self) -> Option<Attribution> {
        let mut at = self.chunk + 1;
        let comma = self.inside().ends_with([',', '?', '!', '—', '-', '…']);
        let mut breaks = comma;
        while matches!(self.chunks().get(at), Some(Chunk::Comma | Chunk::Dash | Chunk::Other)) {
            breaks = true;
            at += 1;
        }
        let sentence_like = self.inside().ends_with('.');
        if !(breaks || sentence_like) {
            return None;
        }
        while matches!(self.chunks().get(at), Some(Chunk::Adverb(_))) {
            at += 1;
        }
        match self.chunks().get(at)? {
            Chunk::Cue(token) if self.class(*token).any(Class::FINITE) => {
                let source = self.clause.inverted(at).filter(|&source| !self.opens_clause(source))?;
                self.attribution(Construct::QuotationCueSource, source, Some(at))
            }
            Chunk::Preposition(token) if self.clause.text.is_word(*token, "according") => {
                self.attribution(Construct::AccordingTo, self.phrase_behind(at + 1)?, Some(at))
            }
            Chunk::Phrase(_) if self.is_signature(at) => self.attribution(Construct::Colon, at, None),
            Chunk::Phrase(_) | Chunk::Subordinator(_) => self.tag_from(at, comma),
            _ => None,
        }
    }

    /// `"..." — Ann Doe, 24`: a dash and a name that end the sentence.
    fn is_signature(&self, at: usize) -> bool {
        let dash = matches!(self.chunks()[at - 1], Chunk::Dash) && self.chunk + 2 == at;
        let named = self.clause.phrase(at).is_some_and(|phrase| matches!(phrase.head, Head::Name(_)));
        let verb = |chunk: &Chunk| matches!(chunk, Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_));
        dash && named && !self.chunks()[at..].iter().any(verb)
    }

    /// Whether a verb follows the phrase at `at`: then it is the subject of a clause, and no inverted source.
    fn opens_clause(&self, at: usize) -> bool {
        let mut behind = at + 1;
        while matches!(self.chunks().get(behind), Some(Chunk::Preposition(_)))
            && self.clause.phrase(behind + 1).is_some()
        {
            behind += 2;
        }
        while matches!(self.chunks().get(behind), Some(Chunk::Adverb(_))) {
            behind += 1;
        }
        match self.chunks().get(behind) {
            Some(Chunk::Auxiliary(_)) => true,
            Some(Chunk::Cue(token) | Chunk::Verb(token)) => self.class(*token).any(Class::FINITE),
            _ => false,
        }
    }

    /// Source and cue from `at` on: `Ann Doe, a lawyer, later said`.
    fn tag_from(&self, at: usize, comma: bool) -> Option<Attribution> {
        let at = match self.chunks()[at] {
            Chunk::Subordinator(token) if self.clause.text.is_word(token, "as") => at + 1,
            Chunk::Subordinator(_) => return None,
            _ => at,
        };
        let end = self.chunks()[at..]
            .iter()
            .position(|chunk| matches!(chunk, Chunk::Stop | Chunk::Quote(_) | Chunk::Colon))
            .map_or(self.chunks().len(), |stop| at + stop);
        let starts = self
            .clause
            .phrase(at)
            .is_some_and(|phrase| self.clause.can_speak(phrase) && phrase.head != Head::Relative);
        if !starts {
            return None;
        }
        let belongs = |verb: usize| {
            self.clause
                .subject(verb)
                .is_some_and(|subject| subject == at || subject > at && self.same_chain(at, subject))
        };
        let verbs =
            || (at + 1..end).filter(|&verb| matches!(self.chunks()[verb], Chunk::Cue(_) | Chunk::Verb(_)));
        let speech = verbs().find(|&verb| {
            matches!(self.chunks()[verb], Chunk::Cue(token) if self.class(token).any(Class::SPEECH))
                && belongs(verb)
        });
        let cue = speech
            .or_else(|| verbs().find(|&verb| matches!(self.chunks()[verb], Chunk::Cue(_)) && belongs(verb)));
        // In mid-sentence only a verb of speech is a tag.
        let is_speech = |cue: usize| matches!(self.chunks()[cue], Chunk::Cue(token) if self.class(token).any(Class::SPEECH));
        match cue {
            Some(cue) if self.chunk > 0 && !is_speech(cue) => None,
            Some(cue) => {
                let source = self.clause.subject(cue)?;
                self.attribution(Construct::QuotationSourceCue, source, Some(cue))
            }
            // `"...," Ann Doe deadpanned`: after a comma any verb will do.
            None if comma && self.chunk == 0 && self.inside().ends_with([',', '?', '!']) => {
                let verb = verbs().find(|&verb| belongs(verb))?;
                self.attribution(Construct::QuotationSourceCue, at, Some(verb))
            }
            None => None,
        }
    }

    /// The source's phrase with what is attached to it: "a spokesman for the fund".
    fn whole(&self, source: usize) -> Option<Phrase> {
        let mut phrase = self.clause.phrase(source)?.clone();
        let mut at = source;
        while phrase.head == Head::Noun && self.attaches(at + 1) {
            at += 2;
            phrase.tokens.end = self.clause.phrase(at)?.tokens.end;
        }
        Some(phrase)
    }

    /// Whether a preposition and a phrase at `at` belong to the noun before them.
    fn attaches(&self, at: usize) -> bool {
        let attached =
            ["of", "for", "from", "at", "with"].iter().any(|word| self.clause.is_preposition(at, word));
        attached && self.clause.phrase(at + 1).is_some_and(|phrase| phrase.head != Head::Relative)
    }

    /// Whether `later` belongs to the phrase that begins at `at`: only prepositions and phrases between.
    fn same_chain(&self, at: usize, later: usize) -> bool {
        self.chunks()[at..later]
            .iter()
            .all(|chunk| matches!(chunk, Chunk::Phrase(_) | Chunk::Preposition(_) | Chunk::Comma))
    }

    /// `said the group's president, Ann Doe,`: the name in apposition is the better source.
    fn named_apposition(&self, source: usize) -> usize {
        let is_name =
            |chunk: usize| self.clause.phrase(chunk).is_some_and(|phrase| self.clause.is_person(phrase));
        if is_name(source) {
            return source;
        }
        let mut at = source + 1;
        while matches!(self.chunks().get(at), Some(Chunk::Preposition(_)))
            && self.clause.phrase(at + 1).is_some()
        {
            at += 2;
        }
        let named = matches!(self.chunks().get(at), Some(Chunk::Comma)) && is_name(at + 1);
        let ends =
            matches!(self.chunks().get(at + 2), None | Some(Chunk::Comma | Chunk::Stop | Chunk::Quote(_)));
        if named && ends { at + 1 } else { source }
    }

    /// The first phrase from `at` on, passing over prepositions and commas.
    fn phrase_behind(&self, at: usize) -> Option<usize> {
        let skip = self.chunks()[at.min(self.chunks().len())..]
            .iter()
            .take_while(|chunk| matches!(chunk, Chunk::Preposition(_) | Chunk::Adverb(_)))
            .count();
        let source = at + skip;
        self.clause.phrase(source).is_some_and(|phrase| phrase.head != Head::Relative).then_some(source)
    }

    /// `Ann Doe said: "..."`: a verb of speech right in front of the quotation.
    fn speech_before(&self) -> Option<Attribution> {
        let speech = |at: &usize| matches!(self.chunks()[*at], Chunk::Cue(token) if self.class(token).any(Class::SPEECH));
        let cue = (0..self.chunk)
            .rev()
            .filter(speech)
            .find(|&at| self.is_direct(at) && self.source_of(at).is_some())?;
        let (cue, source) = self.outermost(cue, self.source_of(cue)?);
        self.attribution(Construct::SourceCueQuotation, source, Some(cue))
    }

    /// The verb in front of the quotation, with any clause between, that fits best as its cue.
    fn verb_before(&self) -> Option<Attribution> {
        let verbs =
            (0..self.chunk).rev().filter(|&at| matches!(self.chunks()[at], Chunk::Cue(_) | Chunk::Verb(_)));
        let mut best: Option<(f32, usize, usize)> = None;
        for (between, at) in verbs.enumerate() {
            let Some(source) = self.source_of(at) else { continue };
            let (cue, source) = self.outermost(at, source);
            let score = self.fitness(at, source, between);
            if best.is_none_or(|(highest, ..)| score > highest) {
                best = Some((score, cue, source));
            }
        }
        let (_, cue, source) = best?;
        let construct = match self.chunks()[cue] {
            Chunk::Cue(token) if self.class(token).any(Class::SPEECH) => Construct::SourceCueClause,
            Chunk::Cue(_) => Construct::Naming,
            _ => Construct::Subject,
        };
        self.attribution(construct, source, Some(cue))
    }

    /// How well a verb with its source fits a quotation that `between` other verbs part it from.
    fn fitness(&self, verb: usize, source: usize, between: usize) -> f32 {
        let kind = match self.chunks()[verb] {
            Chunk::Cue(token) if self.class(token).any(Class::SPEECH) => weight::SPEECH,
            Chunk::Cue(_) => weight::REPORT,
            _ => weight::OTHER,
        };
        let direct = if self.is_direct(verb) { weight::DIRECT } else { 0.0 };
        let embedded = source > 0
            && matches!(self.chunks()[source - 1], Chunk::Subordinator(_) | Chunk::Cue(_) | Chunk::Verb(_));
        let embedded = if embedded { weight::EMBEDDED } else { 0.0 };
        kind + direct + embedded + self.plausibility(source) + weight::BETWEEN * between as f32
    }

    /// How likely a phrase is to be somebody who says things.
    fn plausibility(&self, source: usize) -> f32 {
        let Some(phrase) = self.clause.phrase(source) else { return weight::IMPLAUSIBLE };
        let class = self.class(phrase.head_token);
        let speaks = Class::ROLE.or(Class::PLURAL_PERSON).or(Class::COLLECTIVE).or(Class::DOCUMENT);
        let opened = self.class(phrase.tokens.start).any(Class::DETERMINER.or(Class::POSSESSIVE));
        match phrase.head {
            Head::Name(_) if self.clause.is_person(phrase) => weight::PERSON,
            Head::Pronoun => weight::PRONOUN,
            Head::Name(_) => weight::BODY,
            Head::Noun if class.any(speaks) => weight::BODY,
            Head::Noun if opened => weight::NOUN,
            _ => weight::IMPLAUSIBLE,
        }
    }

    /// The outermost of the cues that report each other: in "Doe said her aide told her that it was ..." the words
    /// are Doe's. Gives the cue and its source.
    fn outermost(&self, cue: usize, source: usize) -> (usize, usize) {
        let (mut cue, mut source) = (cue, source);
        if let Some(speaker) = self.names_in_passing(source) {
            source = speaker;
        }
        while let Some((outer, speaker)) = self.reporter(source) {
            (cue, source) = (outer, speaker);
        }
        (cue, source)
    }

    /// "Doe denounced what she called ...": the name in front of the pronoun.
    fn names_in_passing(&self, source: usize) -> Option<usize> {
        let what = source.checked_sub(1)?;
        let is_what = self
            .clause
            .phrase(what)
            .is_some_and(|phrase| self.clause.text.is_word(phrase.head_token, "what"));
        let pronoun = self.clause.phrase(source).is_some_and(|phrase| phrase.head == Head::Pronoun);
        let verb = (0..what).rev().find(|&at| matches!(self.chunks()[at], Chunk::Cue(_) | Chunk::Verb(_)));
        verb.filter(|_| is_what && pronoun).and_then(|verb| self.clause.subject(verb))
    }

    /// The speech verb whose reported clause begins with the phrase at `source`, and its own source.
    fn reporter(&self, source: usize) -> Option<(usize, usize)> {
        let mut at = source.checked_sub(1)?;
        while matches!(self.chunks()[at], Chunk::Subordinator(_) | Chunk::Adverb(_)) {
            at = at.checked_sub(1)?;
        }
        // "told reporters that" and "said on Monday": an addressee or a day between.
        let mut skipped = 0;
        while skipped < 3 && matches!(self.chunks()[at], Chunk::Phrase(_) | Chunk::Preposition(_)) {
            at = at.checked_sub(1)?;
            skipped += 1;
        }
        let Chunk::Cue(token) = self.chunks()[at] else { return None };
        let speech = self.class(token).any(Class::SPEECH);
        let speaker = self.clause.subject(at).filter(|&speaker| speaker < at && speech)?;
        Some((at, speaker))
    }

    /// The source of a cue before the quotation: its subject, or what stands behind "by" in the passive.
    fn source_of(&self, cue: usize) -> Option<usize> {
        let (Chunk::Cue(token) | Chunk::Verb(token)) = self.chunks()[cue] else { return None };
        let passive = self.class(token).any(Class::PARTICIPLE)
            && (0..cue)
                .rev()
                .take_while(|&at| matches!(self.chunks()[at], Chunk::Adverb(_) | Chunk::Auxiliary(_)))
                .any(|at| match self.chunks()[at] {
                    Chunk::Auxiliary(aux) => ["is", "was", "are", "were", "be", "been", "being"]
                        .iter()
                        .any(|be| self.clause.text.is_word(aux, be)),
                    _ => false,
                });
        if passive {
            let by = (cue + 1..self.chunks().len()).find(|&at| self.clause.is_preposition(at, "by"));
            return by.and_then(|by| self.clause.phrase(by + 1).map(|_| by + 1));
        }
        let opens = (0..cue)
            .all(|at| matches!(self.chunks()[at], Chunk::Adverb(_) | Chunk::Conjunction | Chunk::Comma));
        // "Said Ann Doe: ..."
        self.clause.subject(cue).or_else(|| self.clause.inverted(cue).filter(|_| opens))
    }

    /// Whether only "that", marks, adverbs, an addressee and prepositional phrases stand between cue and quotation.
    fn is_direct(&self, cue: usize) -> bool {
        let mut at = cue + 1;
        let mut phrases = 0;
        while at < self.chunk {
            match &self.chunks()[at] {
                Chunk::Comma
                | Chunk::Colon
                | Chunk::Dash
                | Chunk::Adverb(_)
                | Chunk::Subordinator(_)
                | Chunk::Other
                | Chunk::Quote(_) => {}
                Chunk::Preposition(_) => phrases = 0,
                Chunk::Phrase(phrase) => {
                    phrases += usize::from(self.clause.can_speak(phrase));
                    if phrases > 1 {
                        return false;
                    }
                }
                _ => return false,
            }
            at += 1;
        }
        true
    }

    /// `ANN DOE: "..."`
    fn colon_before(&self) -> Option<Attribution> {
        let colon = self.chunk.checked_sub(1)?;
        if !matches!(self.chunks()[colon], Chunk::Colon) {
            return None;
        }
        let verbs = || {
            (0..colon).rev().filter(|&at| {
                matches!(self.chunks()[at], Chunk::Cue(_) | Chunk::Verb(_) | Chunk::Auxiliary(_))
            })
        };
        let speech = |at: &usize| matches!(self.chunks()[*at], Chunk::Cue(token) if self.class(token).any(Class::SPEECH));
        let verb = verbs().find(speech).or_else(|| verbs().next());
        let source =
            verb.and_then(|verb| self.clause.subject(verb)).or_else(|| self.clause.first_phrase(colon))?;
        self.attribution(Construct::Colon, source, verb)
    }

    fn according_to(&self) -> Option<Attribution> {
        let according = (0..self.chunks().len()).find(|&at| self.clause.is_preposition(at, "according"))?;
        self.attribution(Construct::AccordingTo, self.phrase_behind(according + 1)?, Some(according))
    }

    /// `The move, Ann Doe said, was "..."`: source and cue between commas, anywhere in the sentence.
    fn parenthetical(&self) -> Option<Attribution> {
        let border = |at: Option<&Chunk>| {
            matches!(at, None | Some(Chunk::Comma | Chunk::Dash | Chunk::Quote(_) | Chunk::Stop))
        };
        let speech = |at: &usize| matches!(self.chunks()[*at], Chunk::Cue(token) if self.class(token).any(Class::SPEECH) && self.class(token).any(Class::FINITE));
        let mut cues: Vec<usize> = (0..self.chunks().len()).filter(speech).collect();
        cues.sort_by_key(|cue| cue.abs_diff(self.chunk));
        cues.into_iter().find_map(|cue| {
            let source = self.clause.subject(cue).filter(|&source| source > 0)?;
            let closed = border(self.chunks().get(cue + 1));
            let opened = border(self.chunks().get(source - 1));
            (closed && opened)
                .then(|| self.attribution(Construct::ClauseSourceCue, source, Some(cue)))
                .flatten()
        })
    }

    /// `It was "...", Ann Doe said on Monday.`: the last cue of the sentence, with no clause of its own behind it.
    fn tag_at_end(&self) -> Option<Attribution> {
        let cue = (self.chunk + 1..self.chunks().len()).rev().find(
            |&at| matches!(self.chunks()[at], Chunk::Cue(token) if self.class(token).any(Class::SPEECH)),
        )?;
        let clause_behind = self.chunks()[cue + 1..].iter().any(|chunk| {
            matches!(
                chunk,
                Chunk::Subordinator(_)
                    | Chunk::Quote(_)
                    | Chunk::Cue(_)
                    | Chunk::Verb(_)
                    | Chunk::Auxiliary(_)
                    | Chunk::Colon
            )
        });
        if clause_behind {
            return None;
        }
        let inverted = self.clause.inverted(cue).filter(|_| matches!(self.chunks()[cue - 1], Chunk::Comma));
        let source = inverted.or_else(|| self.clause.subject(cue).filter(|&subject| subject > self.chunk))?;
        let comma = matches!(
            self.chunks()[source.min(cue).checked_sub(1)?],
            Chunk::Comma | Chunk::Dash | Chunk::Quote(_)
        );
        comma.then(|| self.attribution(Construct::ClauseSourceCue, source, Some(cue))).flatten()
    }

    /// `Ann Doe's "..."`, `Ann Doe's claim that it was "..."`: the owner of the words.
    ///
    /// Where `direct` is set, only "that", a form of "be" or nothing may stand behind the noun.
    fn speech_noun(&self, direct: bool) -> Option<Attribution> {
        let names_words = |phrase: &Phrase| self.class(phrase.head_token).any(Class::SPEECH_NOUN);
        let noun = (0..self.chunk).rev().find(|&at| self.clause.phrase(at).is_some_and(names_words))?;
        let phrase = self.clause.phrase(noun)?;
        let introduces = matches!(
            self.chunks()[noun + 1],
            Chunk::Subordinator(_) | Chunk::Quote(_) | Chunk::Colon | Chunk::Auxiliary(_)
        );
        if direct && !introduces {
            return None;
        }
        // "a call by Ann Doe for ..."
        if self.clause.is_preposition(noun + 1, "by") || self.clause.is_preposition(noun + 1, "from") {
            return self.attribution(
                Construct::SpeechNoun,
                self.clause.phrase(noun + 2).map(|_| noun + 2)?,
                None,
            );
        }
        let owner = self.owner(phrase)?;
        Some(Attribution {
            construct: Construct::SpeechNoun,
            sentence: self.sentence,
            source: Some(owner),
            cue: Some(phrase.head_token),
            cue_chunk: Some(noun),
        })
    }

    /// The owner in a phrase such as "Ann Doe's claim" or "her claim".
    fn owner(&self, phrase: &Phrase) -> Option<Phrase> {
        let tokens = &self.clause.text.tokens;
        let first = phrase.tokens.start;
        if tokens[first].is(Class::POSSESSIVE) {
            return Some(Phrase { tokens: first..first + 1, head_token: first, head: Head::Pronoun });
        }
        let possessive =
            phrase.tokens.clone().find(|&at| tokens[at].shape == crate::tokens::Shape::Possessive)?;
        let name = self.clause.names.iter().position(|name| name.tokens.end == possessive);
        let head = name.map_or(Head::Noun, Head::Name);
        Some(Phrase { tokens: first..possessive, head_token: possessive - 1, head })
    }
}

/// A quotation that its own sentence does not attribute, and what was found before it.
struct Context<'a> {
    text: &'a Text<'a>,
    names: &'a [Name],
    sentences: &'a [Sentence],
    found: &'a [Attribution],
}

impl Context<'_> {
    fn around(&self, sentence: usize, chunk: usize, last: Option<usize>) -> Attribution {
        let alone = chunk == 0;
        if !alone {
            return Attribution::none(sentence);
        }
        self.introduced(sentence, last)
            .or_else(|| self.continued(last))
            .unwrap_or_else(|| Attribution::none(sentence))
    }

    /// The sentence before ends with a colon, or tells who speaks without quoting.
    fn introduced(&self, sentence: usize, last: Option<usize>) -> Option<Attribution> {
        let before = sentence.checked_sub(1)?;
        let previous = &self.sentences[before];
        let same_paragraph = previous.paragraph == self.sentences[sentence].paragraph;
        let colon = matches!(previous.chunks.last(), Some(Chunk::Colon));
        let quotes = previous.chunks.iter().any(|chunk| matches!(chunk, Chunk::Quote(_)));
        let adjacent = previous.paragraph + 1 == self.sentences[sentence].paragraph;
        if !(same_paragraph || adjacent) || quotes && !colon {
            return None;
        }
        let clause = Clause { text: self.text, names: self.names, chunks: &previous.chunks };
        let is_cue = |at: &usize| matches!(previous.chunks[*at], Chunk::Cue(token) if clause.token_class(token).any(Class::SPEECH));
        let cue = (0..previous.chunks.len()).find(is_cue);
        let subject =
            cue.and_then(|cue| clause.subject(cue)).or_else(|| clause.first_phrase(previous.chunks.len()))?;
        let source = clause.phrase(subject)?.clone();
        let speaks = clause.is_person(&source) || source.head == Head::Pronoun || cue.is_some();
        if !(colon || speaks || last.is_none()) {
            return None;
        }
        let token = cue.and_then(|cue| match previous.chunks[cue] {
            Chunk::Cue(token) => Some(token),
            _ => None,
        });
        Some(Attribution {
            construct: Construct::Introduced,
            sentence: before,
            source: Some(source),
            cue: token,
            cue_chunk: cue,
        })
    }

    /// The quotation before it goes on.
    fn continued(&self, last: Option<usize>) -> Option<Attribution> {
        let before = &self.found[last?];
        before.source.as_ref()?;
        Some(Attribution { construct: Construct::Continued, ..before.clone() })
    }
}
