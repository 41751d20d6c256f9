//! Invented articles, as their writer knows them.

use fastrand::Rng;
use verbatim_archive::Article;

use super::words;

/// How a statement is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "...," said Name.
    Inverted,
    /// "...," Name said. "..."
    Cut,
    /// It was "...," Name said.
    Fragment,
}

/// A statement. Its number is its own for ever, whatever is done to its words.
#[derive(Debug, Clone)]
pub struct Said {
    pub number: usize,
    pub speaker: String,
    pub words: Vec<String>,
    pub form: Form,
}

impl Said {
    /// The words as the article prints them, which is how they are found again.
    pub fn printed(&self) -> String {
        match self.form {
            Form::Inverted | Form::Fragment => format!("{},", self.words[0]),
            Form::Cut => format!("{}, {}.", self.words[0], self.words[1]),
        }
    }

    fn paragraph(&self) -> String {
        let (words, name) = (&self.words, &self.speaker);
        match self.form {
            Form::Inverted => format!("“{},” said {name}.", words[0]),
            Form::Cut => format!("“{},” {name} said. “{}.”", words[0], words[1]),
            Form::Fragment => format!("The result was “{},” {name} said.", words[0]),
        }
    }
}

/// A paragraph.
#[derive(Debug, Clone)]
pub enum Paragraph {
    Told(String),
    Said(Said),
}

/// An article.
#[derive(Debug, Clone)]
pub struct Story {
    pub id: String,
    pub paragraphs: Vec<Paragraph>,
}

impl Story {
    pub fn text(&self) -> String {
        let paragraphs = self.paragraphs.iter().map(|paragraph| match paragraph {
            Paragraph::Told(text) => text.clone(),
            Paragraph::Said(said) => said.paragraph(),
        });
        paragraphs.collect::<Vec<_>>().join("\n\n")
    }

    pub fn said(&self) -> impl Iterator<Item = &Said> {
        self.paragraphs.iter().filter_map(|paragraph| match paragraph {
            Paragraph::Said(said) => Some(said),
            Paragraph::Told(_) => None,
        })
    }

    /// The places of statements among the paragraphs.
    pub fn places(&self) -> Vec<usize> {
        let said = |place: &usize| matches!(self.paragraphs[*place], Paragraph::Said(_));
        (0..self.paragraphs.len()).filter(said).collect()
    }

    pub fn article(&self) -> Article {
        Article { id: self.id.clone(), text: self.text(), ..Article::default() }
    }
}

/// Numbers statements as they are written.
#[derive(Debug, Default)]
pub struct Numbers(usize);

impl Numbers {
    pub fn next(&mut self) -> usize {
        self.0 += 1;
        self.0
    }
}

/// A statement by `speaker`.
pub fn statement(rng: &mut Rng, numbers: &mut Numbers, speaker: String) -> Said {
    let form = [Form::Inverted, Form::Inverted, Form::Cut, Form::Fragment][rng.usize(..4)];
    let words = match form {
        Form::Inverted => vec![words::sentence(rng)],
        Form::Cut => vec![words::sentence(rng), words::sentence(rng)],
        Form::Fragment => vec![words::fragment(rng)],
    };
    Said { number: numbers.next(), speaker, words, form }
}

/// A statement that differs from `said` in one word.
pub fn sibling(rng: &mut Rng, numbers: &mut Numbers, said: &Said) -> Said {
    let mut sibling = Said { number: numbers.next(), ..said.clone() };
    replace_word(rng, &mut sibling);
    sibling
}

/// Puts another word in place of one, neither the first nor the last.
pub fn replace_word(rng: &mut Rng, said: &mut Said) {
    let part = rng.usize(..said.words.len());
    let mut words: Vec<String> = said.words[part].split(' ').map(str::to_owned).collect();
    let place = if words.len() > 2 { rng.usize(1..words.len() - 1) } else { words.len() - 1 };
    let before = words[place].clone();
    while words[place] == before {
        words[place] = words::word(rng).to_owned();
    }
    said.words[part] = words.join(" ");
}

/// Four articles, in which some statements have a near-identical one, or the very same by somebody else.
pub fn stories(rng: &mut Rng, numbers: &mut Numbers) -> Vec<Story> {
    (0..4).map(|story| Story { id: format!("story-{story}"), paragraphs: paragraphs(rng, numbers) }).collect()
}

fn paragraphs(rng: &mut Rng, numbers: &mut Numbers) -> Vec<Paragraph> {
    let people: Vec<String> = (0..4).map(|_| words::name(rng)).collect();
    let mut said: Vec<Said> = Vec::new();
    for _ in 0..rng.usize(4..9) {
        let speaker = people[rng.usize(..people.len())].clone();
        let earlier = said.get(rng.usize(..said.len().max(1))).cloned();
        said.push(match (rng.u8(..10), earlier) {
            (0..3, Some(earlier)) => sibling(rng, numbers, &earlier),
            (3, Some(earlier)) => {
                let others: Vec<_> = people.iter().filter(|name| **name != earlier.speaker).collect();
                let speaker = others[rng.usize(..others.len().max(1))].clone();
                Said { number: numbers.next(), speaker, ..earlier }
            }
            _ => statement(rng, numbers, speaker),
        });
    }
    let told = |rng: &mut Rng| Paragraph::Told(words::narration(rng));
    let mut paragraphs = vec![told(rng)];
    for said in said {
        paragraphs.push(Paragraph::Said(said));
        paragraphs.push(told(rng));
    }
    paragraphs
}
