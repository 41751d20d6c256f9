//! Citations in the forms that libraries of references read. What is cited is the article, as the one that printed
//! the words; the words and their speaker stand in a note. What is not known is left out.

use verbatim_archive::Basis;
use verbatim_extract::Day;

use super::Shared;
use crate::{dates, messages};

/// What all forms have in common.
struct Cited<'a> {
    key: String,
    title: String,
    author: Option<&'a str>,
    source: Option<&'a str>,
    published: Option<Day>,
    /// Whether the day follows from the article, which does not print it.
    about: bool,
    language: Option<&'a str>,
    note: String,
    address: &'a str,
    accessed: Day,
}

impl<'a> Cited<'a> {
    fn new(shared: &Shared<'a>, accessed: Day) -> Self {
        let article = shared.article();
        let by = [Some(shared.speaker()), shared.role()].into_iter().flatten().collect::<Vec<_>>().join(", ");
        Cited {
            key: ["verbatim-", &shared.statement.id].concat(),
            title: shared.title(),
            author: article.author.as_deref(),
            source: article.source.as_deref(),
            published: article.published.map(|published| published.day),
            about: article.published.is_some_and(|published| published.basis == Basis::Inferred),
            language: article.language.as_deref(),
            note: messages::cited(&by, shared.is_reported(), &shared.words()),
            address: shared.address,
            accessed,
        }
    }
}

/// A citation as CSL-JSON, a list of one item.
pub fn csl_json(shared: &Shared<'_>, accessed: Day) -> String {
    let cited = Cited::new(shared, accessed);
    let mut fields = vec![
        ("id", quoted(&cited.key)),
        ("type", quoted("article-newspaper")),
        ("title", quoted(&cited.title)),
        ("URL", quoted(cited.address)),
        ("accessed", csl_date(cited.accessed, false)),
        ("note", quoted(&cited.note)),
    ];
    fields.extend(cited.author.map(|author| ("author", ["[{\"literal\":", &quoted(author), "}]"].concat())));
    fields.extend(cited.source.map(|source| ("container-title", quoted(source))));
    fields.extend(cited.published.map(|day| ("issued", csl_date(day, cited.about))));
    fields.extend(cited.language.map(|language| ("language", quoted(language))));
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("[{{{}}}]", fields.join(","))
}

fn csl_date(day: Day, about: bool) -> String {
    let about = if about { ",\"circa\":true" } else { "" };
    format!("{{\"date-parts\":[[{},{},{}]]{about}}}", day.year, day.month, day.day)
}

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '\n' => json.push_str("\\n"),
            c if c.is_control() => json.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => json.push(c),
        }
    }
    json + "\""
}

/// A citation as an entry of a BibTeX file.
pub fn bibtex(shared: &Shared<'_>, accessed: Day) -> String {
    let cited = Cited::new(shared, accessed);
    // A second pair of braces keeps capitals, and a name in one piece.
    let whole = |text: &str| ["{", &tex(text), "}"].concat();
    let mut fields = vec![("title", whole(&cited.title))];
    fields.extend(cited.author.map(|author| ("author", whole(author))));
    fields.extend(cited.source.map(|source| ("howpublished", tex(source))));
    if let Some(day) = cited.published.filter(|_| !cited.about) {
        fields.push(("year", day.year.to_string()));
        fields.push(("month", day.month.to_string()));
        fields.push(("day", day.day.to_string()));
    }
    fields.extend(cited.language.map(|language| ("langid", tex(language))));
    fields.push(("note", tex(&cited.note)));
    fields.push(("url", cited.address.to_owned()));
    fields.push(("urldate", dates::iso(cited.accessed)));
    let fields: String = fields.iter().map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
    format!("@misc{{{},\n{fields}}}\n", cited.key)
}

/// A text as TeX reads it: its own signs are no commands.
fn tex(text: &str) -> String {
    let mut tex = String::new();
    for c in text.chars() {
        match c {
            '\\' => tex.push_str("\\textbackslash{}"),
            '~' => tex.push_str("\\textasciitilde{}"),
            '^' => tex.push_str("\\textasciicircum{}"),
            '{' | '}' | '&' | '%' | '$' | '#' | '_' => tex.extend(['\\', c]),
            c if c.is_control() => tex.push(' '),
            c => tex.push(c),
        }
    }
    tex
}

/// A citation as a record of an RIS file.
pub fn ris(shared: &Shared<'_>, accessed: Day) -> String {
    let cited = Cited::new(shared, accessed);
    let slashed = |day: Day| format!("{:04}/{:02}/{:02}", day.year, day.month, day.day);
    let mut lines = vec![("TY", "NEWS".to_owned()), ("ID", cited.key), ("TI", cited.title)];
    lines.extend(cited.author.map(|author| ("AU", author.to_owned())));
    lines.extend(cited.source.map(|source| ("T2", source.to_owned())));
    if let Some(day) = cited.published.filter(|_| !cited.about) {
        lines.push(("PY", day.year.to_string()));
        lines.push(("DA", slashed(day)));
    }
    lines.extend(cited.language.map(|language| ("LA", language.to_owned())));
    lines.push(("N1", cited.note));
    lines.push(("UR", cited.address.to_owned()));
    lines.push(("Y2", slashed(cited.accessed)));
    lines.push(("ER", String::new()));
    // A tag is only one at the beginning of a line, so a value is one line.
    let line =
        |(tag, value): &(&str, String)| format!("{tag}  - {}\r\n", value.replace(char::is_control, " "));
    lines.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_a_form_would_take_for_its_own_are_escaped() {
        assert_eq!(quoted("a \"b\" \\ c\n\u{1}"), r#""a \"b\" \\ c\n\u0001""#);
        assert_eq!(
            tex("50 % of $x_1 {a} & #2 ~ ^ \\"),
            "50 \\% of \\$x\\_1 \\{a\\} \\& \\#2 \\textasciitilde{} \\textasciicircum{} \\textbackslash{}"
        );
    }
}
