//! The lists of words, read: nouns in the plural too, verbs in all their forms.

use rustc_hash::FxHashMap;

use super::{Class, fingerprint};

/// Calls `each` with every word of a list and the section that it stands in.
pub(super) fn for_each_word<'a>(list: &'a str, mut each: impl FnMut(&'a str, &'a str)) {
    let mut section = "";
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => section = name,
            None => line.split_whitespace().for_each(|word| each(section, word)),
        }
    }
}

/// The words of the lists while they are read.
#[derive(Default)]
pub(super) struct Words {
    classes: FxHashMap<Box<str>, Class>,
    /// The forms of the irregular verbs read so far: a section further down names the verb by its base alone.
    irregular: FxHashMap<Box<str>, Box<str>>,
}

impl Words {
    pub(super) fn by_fingerprint(self) -> Vec<(u64, Class)> {
        self.classes.into_iter().map(|(word, class)| (fingerprint(word.as_bytes()), class)).collect()
    }

    fn add(&mut self, word: &str, class: Class) {
        let entry = self.classes.entry(word.to_lowercase().into()).or_default();
        *entry = entry.or(class);
    }

    /// Adds a word; nouns of what is said, and of those who act together, in the plural too.
    pub(super) fn add_noun(&mut self, word: &str, class: Class) {
        self.add(word, class);
        if class.any(Class::SPEECH_NOUN.or(Class::DOCUMENT).or(Class::COLLECTIVE)) {
            let [plural, ..] = regular(word);
            self.add(&plural, class);
        }
    }

    /// Adds the plurals of what people are ("commentators"), where no list has them as something else ("judges").
    pub(super) fn add_people(&mut self) {
        let roles = self.classes.iter().filter(|(_, class)| class.any(Class::ROLE));
        let plurals: Vec<String> = roles.map(|(word, _)| people(word)).collect();
        for plural in plurals {
            self.classes.entry(plural.into()).or_insert(Class::PLURAL_PERSON);
        }
    }

    /// Adds a given name, unless it is a word of the grammar too: "In" and "So" are names of a few.
    pub(super) fn add_name(&mut self, name: &str, class: Class) {
        let grammar = Class::FUNCTION.without(Class::AUXILIARY);
        if !self.classes.get(name).is_some_and(|known| known.any(grammar)) {
            self.add(name, class);
        }
    }

    /// Adds a verb in all its forms: `base` alone, or `base:third,gerund,past,participle`.
    pub(super) fn add_verb(&mut self, verb: &str, class: Class) {
        let (base, irregular) = verb.split_once(':').unwrap_or((verb, ""));
        if !irregular.is_empty() {
            self.irregular.insert(base.into(), irregular.into());
        }
        let forms: Vec<String> = match self.irregular.get(base) {
            None => regular(base).to_vec(),
            Some(forms) => forms.split(',').map(str::to_owned).collect(),
        };
        self.add(base, class.or(Class::BASE).or(Class::FINITE));
        let kinds = [Class::FINITE, Class::GERUND, Class::FINITE, Class::PARTICIPLE];
        for (form, kind) in forms.iter().zip(kinds) {
            self.add(form, class.or(kind));
        }
    }
}

/// The plural of a word for a person.
fn people(word: &str) -> String {
    match word.strip_suffix("man") {
        Some(first) => format!("{first}men"),
        None => regular(word)[0].clone(),
    }
}

/// Third person, -ing, past and participle of a regular verb.
fn regular(base: &str) -> [String; 4] {
    let stem = base.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y'])).unwrap_or(base);
    let consonant_y = base.strip_suffix('y').filter(|rest| !rest.ends_with(['a', 'e', 'i', 'o', 'u']));
    let third = match consonant_y {
        Some(rest) => format!("{rest}ies"),
        None if base.ends_with(['s', 'x', 'z']) || base.ends_with("sh") || base.ends_with("ch") => {
            format!("{base}es")
        }
        None => format!("{base}s"),
    };
    let past = match consonant_y {
        Some(rest) => format!("{rest}ied"),
        None if base.ends_with('e') => format!("{base}d"),
        None => format!("{base}ed"),
    };
    [third, format!("{stem}ing"), past.clone(), past]
}
