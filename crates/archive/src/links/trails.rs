//! What became of the addresses that stand for no statement of today.

use std::collections::{BTreeMap, HashMap, HashSet};

use verbatim_align::{Change, MARGIN, Text, Verdict, diff, judge, likeness};

use super::{
    Address, Became, Register, Stood,
    keep::said_by,
    key,
    readable::{renamed, slug_then},
    said,
};
use crate::{Archive, Edit, Fate, Then, Trail};

/// How many words make a statement known in another article that has always had it: "no comment" is said every day,
/// and two articles that print five words alike of one speaker report one utterance.
const TELLING: usize = 5;

/// How like a statement of another speaker must be. Words and speaker have both changed then, which an editor does
/// less often than strike one statement and print another: four fifths leave no doubt that the words are the same.
const RE_ATTRIBUTED: f32 = 0.8;

/// What is looked up over and over.
struct Today<'a> {
    archive: &'a Archive,
    register: BTreeMap<&'a str, &'a Address>,
    /// The words of every statement.
    said: Vec<String>,
    /// The statements of the same folded words.
    by_words: HashMap<String, Vec<u32>>,
    by_id: HashMap<&'a str, u32>,
    /// Which article stands for each that an address names; another where it was given another id.
    homes: HashMap<&'a str, u32>,
    /// For each id, those that lead to it.
    earlier: HashMap<&'a str, Vec<&'a str>>,
}

/// What an address leads to, before what competes for it is settled.
struct Claim<'a> {
    address: &'a Address,
    verdict: Verdict,
}

/// The trail of every address of `register` that no statement of `archive` bears as it was published: its words have
/// changed, or the name of its speaker in the readable part.
pub(crate) fn trails(archive: &Archive, register: &Register) -> Vec<Trail> {
    let today = Today::new(archive, register);
    let absent =
        || register.addresses().iter().filter(|address| !today.by_id.contains_key(address.id.as_str()));
    let live = absent().filter(|address| address.became == Became::Itself);
    let mut claims: Vec<Claim<'_>> = live.map(|address| today.claim(address)).collect();
    settle_contests(&today, &mut claims);
    let found: Found<'_> =
        claims.into_iter().map(|claim| (claim.address.id.as_str(), claim.verdict)).collect();
    let mut trails: Vec<Trail> = absent().map(|address| today.trail(address, &found)).collect();
    let fates: HashMap<String, Fate> =
        trails.iter().map(|trail| (trail.id.clone(), trail.fate.clone())).collect();
    for address in register.addresses() {
        let statement = today.by_id.get(address.id.as_str());
        let fate = statement.map(|index| Fate::Moved(*index)).or_else(|| fates.get(&address.id).cloned());
        trails.extend(fate.into_iter().flat_map(|fate| renamed(archive, address, statement.copied(), &fate)));
    }
    trails
}

/// What became of the addresses that were never settled.
type Found<'a> = HashMap<&'a str, Verdict>;

/// Where an address leads, through those that it became.
struct Led {
    to: Vec<u32>,
    /// Whether every step of the way was the only one.
    surely: bool,
    seen: HashSet<String>,
}

impl<'a> Today<'a> {
    fn new(archive: &'a Archive, register: &'a Register) -> Self {
        let said: Vec<String> = archive.statements.iter().map(|statement| said(archive, statement)).collect();
        let mut by_words: HashMap<String, Vec<u32>> = HashMap::new();
        for (words, index) in said.iter().zip(0..) {
            by_words.entry(key(words)).or_default().push(index);
        }
        let by_id =
            archive.statements.iter().zip(0..).map(|(statement, index)| (statement.id.as_str(), index));
        let mut earlier: HashMap<&str, Vec<&str>> = HashMap::new();
        for address in register.addresses() {
            let others = address.became.others().iter();
            others.for_each(|other| earlier.entry(other).or_default().push(&address.id));
        }
        let mut today = Today {
            archive,
            register: register.by_id(),
            said,
            by_words,
            by_id: by_id.collect(),
            homes: HashMap::new(),
            earlier,
        };
        today.homes = today.homes(register);
        today
    }

    /// Every article by its id; and for an article that is not there, the one that holds the most of its words.
    fn homes(&self, register: &'a Register) -> HashMap<&'a str, u32> {
        let articles = self.archive.articles.iter().zip(0..);
        let mut homes: HashMap<&str, u32> =
            articles.map(|(article, index)| (article.id.as_str(), index)).collect();
        let mut shared: BTreeMap<(&str, u32), usize> = BTreeMap::new();
        for address in register.addresses().iter().filter(|one| !homes.contains_key(one.article.as_str())) {
            for statement in self.same_words(address) {
                let article = self.archive.statements[statement as usize].article;
                *shared.entry((&address.article, article)).or_default() += 1;
            }
        }
        let mut most: HashMap<&str, usize> = HashMap::new();
        for ((gone, article), count) in shared {
            if most.get(gone).is_none_or(|most| count > *most) {
                most.insert(gone, count);
                homes.insert(gone, article);
            }
        }
        homes
    }

    /// The statements of the very words of an address, by the same speaker.
    fn same_words(&self, address: &Address) -> impl Iterator<Item = u32> {
        let words = then(address).map(|then| key(&then.words)).unwrap_or_default();
        let same = self.by_words.get(&words).map_or(&[][..], Vec::as_slice);
        same.iter().copied().filter(|index| said_by(address, self.speaker(*index)))
    }

    fn speaker(&self, index: u32) -> Option<&str> {
        let statement = &self.archive.statements[index as usize];
        self.archive.speaker(statement).map(|speaker| speaker.name.as_str())
    }

    /// What became of an address that was never settled.
    fn claim(&self, address: &'a Address) -> Claim<'a> {
        let home = self.homes.get(address.article.as_str()).copied();
        let words = then(address).map(|then| then.words).unwrap_or_default();
        let telling = verbatim_words::words(&words).count() >= TELLING;
        let elsewhere = self
            .same_words(address)
            .filter(|index| telling || Some(self.place(*index)) == home || !self.is_published(*index));
        let free = self.free(address, home);
        let (own, others): (Vec<u32>, Vec<u32>) =
            free.into_iter().partition(|index| said_by(address, self.speaker(*index)));
        let known: HashSet<u32> = elsewhere.chain(own).collect();
        let mut known: Vec<u32> = known.into_iter().collect();
        known.sort_unstable();
        let verdict = match self.judge(&words, home, &known) {
            Verdict::Gone => self.re_attributed(&words, home, &others),
            verdict => verdict,
        };
        Claim { address, verdict }
    }

    fn is_published(&self, index: u32) -> bool {
        self.register.contains_key(self.archive.statements[index as usize].id.as_str())
    }

    fn place(&self, index: u32) -> u32 {
        self.archive.statements[index as usize].article
    }

    /// The statements at home that were never published, and those that were before this address was.
    fn free(&self, address: &Address, home: Option<u32>) -> Vec<u32> {
        let Some(home) = home else {
            return Vec::new();
        };
        let earlier = self.earlier.get(address.id.as_str()).map_or(&[][..], Vec::as_slice);
        let statements = self.archive.statements.iter().zip(0..);
        let at_home = statements.filter(|(statement, _)| statement.article == home);
        let free = at_home.filter(|(statement, _)| {
            !self.register.contains_key(statement.id.as_str()) || earlier.contains(&statement.id.as_str())
        });
        free.map(|(_, index)| index).collect()
    }

    /// The verdict on words that stood at `home`, among some statements. Its indexes are those of the archive.
    fn judge(&self, words: &str, home: Option<u32>, among: &[u32]) -> Verdict {
        let text = |index: &u32| Text { words: &self.said[*index as usize], place: self.place(*index) };
        let texts: Vec<Text<'_>> = among.iter().map(text).collect();
        // No article has this number, so that nothing is the same in one that is not there.
        let place = home.unwrap_or(u32::MAX);
        let index = |place: usize| among[place] as usize;
        match judge(Text { words, place }, &texts) {
            Verdict::Same(one) => Verdict::Same(index(one)),
            Verdict::Moved(one) => Verdict::Moved(index(one)),
            Verdict::Reworded(one) => Verdict::Reworded(index(one)),
            Verdict::Ambiguous(several) => Verdict::Ambiguous(several.into_iter().map(index).collect()),
            Verdict::Gone => Verdict::Gone,
        }
    }

    /// The verdict on words whose speaker has said nothing like them, among those of others.
    fn re_attributed(&self, words: &str, home: Option<u32>, others: &[u32]) -> Verdict {
        let like = |index: &u32| likeness(words, &self.said[*index as usize]) >= RE_ATTRIBUTED;
        let like: Vec<u32> = others.iter().copied().filter(like).collect();
        let same: Vec<usize> = like
            .iter()
            .map(|index| *index as usize)
            .filter(|index| key(&self.said[*index]) == key(words))
            .collect();
        if same.len() > 1 { Verdict::Ambiguous(same) } else { self.judge(words, home, &like) }
    }

    /// What an absent address leads to.
    fn trail(&self, address: &Address, found: &Found<'_>) -> Trail {
        let mut led = Led { to: Vec::new(), surely: true, seen: HashSet::new() };
        self.follow(&address.id, found, &mut led);
        let fate = match (then(address), led.to.as_slice()) {
            (then, []) => Fate::Gone(then),
            (None, _) => Fate::Gone(None),
            (Some(then), [now]) if led.surely => self.found(&then.words, *now),
            (Some(then), _) => Fate::Ambiguous(led.to, then),
        };
        Trail { id: address.id.clone(), slug: slug_then(address), fate }
    }

    fn follow(&self, id: &str, found: &Found<'_>, led: &mut Led) {
        if !led.seen.insert(id.to_owned()) {
            return;
        }
        let mut reach = |statement: u32| {
            if !led.to.contains(&statement) {
                led.to.push(statement);
            }
        };
        match (self.by_id.get(id), self.register.get(id).map(|address| &address.became)) {
            (Some(statement), _) => reach(*statement),
            (None, Some(Became::Itself)) => match found.get(id) {
                Some(Verdict::Same(one) | Verdict::Moved(one) | Verdict::Reworded(one)) => reach(*one as u32),
                Some(Verdict::Ambiguous(several)) => {
                    several.iter().for_each(|one| reach(*one as u32));
                    led.surely = false;
                }
                Some(Verdict::Gone) | None => (),
            },
            (None, Some(Became::Another(other))) => self.follow(other, found, led),
            (None, Some(Became::OneOf(others))) => {
                led.surely = false;
                others.iter().for_each(|other| self.follow(other, found, led));
            }
            (None, Some(Became::Nothing) | None) => (),
        }
    }

    fn found(&self, then: &str, now: u32) -> Fate {
        let words = &self.said[now as usize];
        if key(then) == key(words) {
            return Fate::Moved(now);
        }
        let edit = |run: verbatim_align::Run<'_>| match run.change {
            Change::Kept => Edit::Kept(run.text.to_owned()),
            Change::Removed => Edit::Removed(run.text.to_owned()),
            Change::Added => Edit::Added(run.text.to_owned()),
        };
        Fate::Reworded(now, diff(then, words).into_iter().map(edit).collect())
    }
}

/// Of addresses that claim one statement whose words or speaker are not theirs, the likest has it; where it is not
/// ahead by the margin, nobody but a reader can tell.
fn settle_contests(today: &Today<'_>, claims: &mut [Claim<'_>]) {
    let mut contests: BTreeMap<usize, Vec<(f32, usize)>> = BTreeMap::new();
    for (place, claim) in claims.iter().enumerate() {
        if let Verdict::Same(now) | Verdict::Moved(now) | Verdict::Reworded(now) = claim.verdict
            && !today.same_words(claim.address).any(|same| same as usize == now)
        {
            let then = then(claim.address).map(|then| then.words).unwrap_or_default();
            contests.entry(now).or_default().push((likeness(&then, &today.said[now]), place));
        }
    }
    for (now, mut rivals) in contests {
        rivals.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        let best = rivals[0].0;
        let equals = rivals.iter().take_while(|(score, _)| best - score < MARGIN).count();
        for (rank, (_, place)) in rivals.iter().enumerate() {
            match rank < equals {
                true if equals > 1 => claims[*place].verdict = Verdict::Ambiguous(vec![now]),
                true => (),
                false => claims[*place].verdict = Verdict::Gone,
            }
        }
    }
}

/// What an address stood for, unless it was forgotten.
pub(super) fn then(address: &Address) -> Option<Then> {
    match &address.stood {
        Stood::For { speaker, words } => Some(Then { speaker: speaker.clone(), words: words.join(" ") }),
        Stood::Forgotten(_) => None,
    }
}
