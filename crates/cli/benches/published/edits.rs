//! What editors do to articles.

use fastrand::Rng;

use super::{
    articles::{Form, Numbers, Paragraph, Said, Story, replace_word, sibling, statement},
    words,
};

/// What was done, and to which statements.
pub struct Edit {
    pub name: &'static str,
    pub touched: Vec<usize>,
    /// The statements that each of these could have become, where even its editor cannot tell.
    pub choice: Option<(usize, Vec<usize>)>,
}

impl Edit {
    fn of(name: &'static str, touched: Vec<usize>) -> Edit {
        Edit { name, touched, choice: None }
    }
}

/// Does one thing to the stories.
pub fn edit(rng: &mut Rng, numbers: &mut Numbers, stories: &mut [Story]) -> Edit {
    loop {
        let story = rng.usize(..stories.len());
        let done = match rng.u8(..12) {
            0 => insert(rng, numbers, &mut stories[story]),
            1 => delete(rng, &mut stories[story]),
            2 => move_within(rng, &mut stories[story]),
            3 => move_to(rng, stories, story),
            4 => misspell(rng, &mut stories[story]),
            5 => another_word(rng, &mut stories[story]),
            6 => shorten_or_lengthen(rng, &mut stories[story]),
            7 => swap(rng, &mut stories[story]),
            8 => rename(rng, stories),
            9 => re_attribute(rng, &mut stories[story]),
            10 => remove(rng, &mut stories[story]),
            _ => double(rng, numbers, &mut stories[story]),
        };
        if let Some(edit) = done {
            return edit;
        }
    }
}

fn pick(rng: &mut Rng, story: &Story) -> Option<usize> {
    let places = story.places();
    (!places.is_empty()).then(|| places[rng.usize(..places.len())])
}

fn said_at(story: &mut Story, place: usize) -> Option<&mut Said> {
    match &mut story.paragraphs[place] {
        Paragraph::Said(said) => Some(said),
        Paragraph::Told(_) => None,
    }
}

/// Narration, a new statement, or one near-identical to another.
fn insert(rng: &mut Rng, numbers: &mut Numbers, story: &mut Story) -> Option<Edit> {
    let place = pick(rng, story)?;
    let near = said_at(story, place)?.clone();
    let new = match rng.u8(..3) {
        0 => Paragraph::Told(words::narration(rng)),
        1 => {
            let speaker = words::name(rng);
            Paragraph::Said(statement(rng, numbers, speaker))
        }
        _ => Paragraph::Said(sibling(rng, numbers, &near)),
    };
    let told = Paragraph::Told(words::narration(rng));
    story.paragraphs.splice(place..place, [new, told]);
    Some(Edit::of("insert", vec![near.number]))
}

fn delete(rng: &mut Rng, story: &mut Story) -> Option<Edit> {
    let told: Vec<usize> = (0..story.paragraphs.len())
        .filter(|place| matches!(story.paragraphs[*place], Paragraph::Told(_)))
        .filter(|place| *place == 0 || *place + 1 == story.paragraphs.len())
        .collect();
    let place = *told.get(rng.usize(..told.len().max(1)))?;
    story.paragraphs.remove(place);
    let near = story.said().next()?.number;
    Some(Edit::of("delete what nobody said", vec![near]))
}

/// A statement goes, with the narration behind it, so that no two statements meet.
fn take(story: &mut Story, place: usize) -> Vec<Paragraph> {
    let end = (place + 2).min(story.paragraphs.len());
    story.paragraphs.drain(place..end).collect()
}

fn put(rng: &mut Rng, story: &mut Story, mut taken: Vec<Paragraph>) {
    if taken.len() < 2 {
        taken.push(Paragraph::Told(words::narration(rng)));
    }
    let places = story.places();
    let place = places.get(rng.usize(..places.len().max(1))).copied().unwrap_or(0);
    story.paragraphs.splice(place..place, taken);
}

fn move_within(rng: &mut Rng, story: &mut Story) -> Option<Edit> {
    let place = pick(rng, story)?;
    let number = said_at(story, place)?.number;
    let taken = take(story, place);
    put(rng, story, taken);
    Some(Edit::of("move within the article", vec![number]))
}

fn move_to(rng: &mut Rng, stories: &mut [Story], from: usize) -> Option<Edit> {
    let place = pick(rng, &stories[from])?;
    let number = said_at(&mut stories[from], place)?.number;
    let to = (from + 1) % stories.len();
    let taken = take(&mut stories[from], place);
    put(rng, &mut stories[to], taken);
    Some(Edit::of("move to another article", vec![number]))
}

/// A letter goes missing, or one that was missing is put back: for addresses it is the same.
fn misspell(rng: &mut Rng, story: &mut Story) -> Option<Edit> {
    let place = pick(rng, story)?;
    let said = said_at(story, place)?;
    let mut words: Vec<String> = said.words[0].split(' ').map(str::to_owned).collect();
    let long: Vec<usize> = (0..words.len()).filter(|at| words[*at].len() > 5).collect();
    let at = *long.get(rng.usize(..long.len().max(1)))?;
    let letter = rng.usize(1..words[at].len() - 1);
    words[at].remove(letter);
    said.words[0] = words.join(" ");
    Some(Edit::of("fix the spelling of a word", vec![said.number]))
}

/// Of a fragment of two words, one is half of all: only whole sentences.
fn another_word(rng: &mut Rng, story: &mut Story) -> Option<Edit> {
    let place = pick(rng, story)?;
    let said = said_at(story, place).filter(|said| said.form != Form::Fragment)?;
    replace_word(rng, said);
    Some(Edit::of("put another word", vec![said.number]))
}

fn shorten_or_lengthen(rng: &mut Rng, story: &mut Story) -> Option<Edit> {
    let place = pick(rng, story)?;
    let said = said_at(story, place).filter(|said| said.form != Form::Fragment)?;
    let words: Vec<&str> = said.words[0].split(' ').collect();
    let shorter = (words.len() > 9).then(|| words[..words.len() - 2].join(" "));
    said.words[0] = match shorter {
        Some(shorter) if rng.bool() => shorter,
        _ => format!("{} if they can", said.words[0]),
    };
    Some(Edit::of("shorten or lengthen", vec![said.number]))
}

/// The two likest statements of an article change places.
fn swap(rng: &mut Rng, story: &mut Story) -> Option<Edit> {
    let places = story.places();
    let one = pick(rng, story)?;
    let words = said_at(story, one)?.words.concat();
    let alike = |place: &usize| match &story.paragraphs[*place] {
        Paragraph::Said(said) => verbatim_align::likeness(&said.words.concat(), &words),
        Paragraph::Told(_) => 0.0,
    };
    let others = places.iter().copied().filter(|place| *place != one);
    let other = others.max_by(|a, b| alike(a).total_cmp(&alike(b)))?;
    if alike(&other) < 0.7 {
        return None;
    }
    story.paragraphs.swap(one, other);
    let touched = [one, other].into_iter().filter_map(|place| Some(said_at(story, place)?.number)).collect();
    Some(Edit::of("swap two near-identical", touched))
}

/// A name is put right wherever it stands.
fn rename(rng: &mut Rng, stories: &mut [Story]) -> Option<Edit> {
    let story = rng.usize(..stories.len());
    let place = pick(rng, &stories[story])?;
    let name = said_at(&mut stories[story], place)?.speaker.clone();
    let new = words::name(rng);
    let mut touched = Vec::new();
    for paragraph in stories.iter_mut().flat_map(|story| &mut story.paragraphs) {
        if let Paragraph::Said(said) = paragraph
            && said.speaker == name
        {
            said.speaker.clone_from(&new);
            touched.push(said.number);
        }
    }
    Some(Edit::of("change a speaker's name", touched))
}

fn re_attribute(rng: &mut Rng, story: &mut Story) -> Option<Edit> {
    let place = pick(rng, story)?;
    let new = words::name(rng);
    let said = said_at(story, place)?;
    said.speaker = new;
    Some(Edit::of("re-attribute", vec![said.number]))
}

fn remove(rng: &mut Rng, story: &mut Story) -> Option<Edit> {
    let place = pick(rng, story).filter(|_| story.places().len() > 2)?;
    let number = said_at(story, place)?.number;
    take(story, place);
    Some(Edit::of("remove", vec![number]))
}

/// A statement makes way for two that differ from it, and from each other, in one word.
fn double(rng: &mut Rng, numbers: &mut Numbers, story: &mut Story) -> Option<Edit> {
    let place = pick(rng, story)?;
    let said = said_at(story, place).filter(|said| said.form == Form::Cut)?.clone();
    let mut both = [said.clone(), said.clone()];
    for (said, end) in both.iter_mut().zip(["at last", "at once"]) {
        said.number = numbers.next();
        said.words[1] = format!("{} {end}", said.words[1]);
    }
    let numbers = both.iter().map(|said| said.number).collect();
    let [one, other] = both.map(Paragraph::Said);
    let told = Paragraph::Told(words::narration(rng));
    story.paragraphs.splice(place..=place, [one, told, other]);
    Some(Edit {
        name: "put two in place of one",
        touched: vec![said.number],
        choice: Some((said.number, numbers)),
    })
}
