//! What readers take along of the first article's statements, held to what it should be, letter for letter.

use std::{fs, path::Path};

use verbatim::sharing::{
    Shared, attribution,
    card::{Measure, card},
    citation, embed, fragment,
    selection::{self, Selection},
    styled,
};
use verbatim_archive::{Archive, open};
use verbatim_extract::Day;

const ACCESSED: Day = Day { year: 2026, month: 5, day: 9 };

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The archive of a folder of the project.
fn bake(folder: &str) -> Archive {
    let out =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("sharing-{}.vbt", folder.replace('/', "-")));
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_verbatim"))
        .args(["bake", "--articles"])
        .arg(root().join("../..").join(folder))
        .arg("--out")
        .arg(&out)
        .output()
        .expect("verbatim runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    open(&fs::read(out).expect("an archive")).expect("it opens")
}

/// Everything that is taken along of the statement that begins with `words`.
fn taken(archive: &Archive, words: &str) -> String {
    let begins = |one: &&verbatim_archive::Statement| {
        archive.quotations(one).next().is_some_and(|first| first.starts_with(words))
    };
    let statement =
        archive.statements.iter().find(begins).unwrap_or_else(|| panic!("“{words}” is no statement"));
    let address = format!("https://quotes.example/s/{}-{}/", statement.slug, statement.id);
    together(&Shared { archive, statement, address: &address, selection: None })
}

fn together(shared: &Shared<'_>) -> String {
    [
        attribution::plain(shared),
        attribution::html(shared),
        attribution::markdown(shared),
        citation::csl_json(shared, ACCESSED),
        citation::bibtex(shared, ACCESSED),
        citation::ris(shared, ACCESSED).replace('\r', ""),
        fragment::source_link(shared).unwrap_or_else(|| "no source link".into()),
    ]
    .join("\n---\n")
}

#[track_caller]
fn check(archive: &Archive, words: &str, file: &str) {
    agrees(taken(archive, words) + "\n", file);
}

#[track_caller]
fn agrees(taken: String, file: &str) {
    let file = root().join("tests/sharing").join(file);
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert!(taken == expected, "{} differs from what is taken along:\n{taken}", file.display());
}

#[test]
fn every_statement_of_the_first_article() {
    let archive = bake("articles");
    let all = archive.statements.iter().map(|statement| {
        let address = format!("https://quotes.example/{}", selection::href(statement, None));
        together(&Shared { archive: &archive, statement, address: &address, selection: None })
    });
    agrees(all.collect::<Vec<_>>().join("\n=====\n") + "\n", "all.txt");
}

/// As style guides cite the first article's statements: from the file that is left beside its page.
#[test]
fn the_first_article_as_style_guides_cite_it() {
    let dist = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sharing-styled");
    let archive = dist.with_extension("vbt");
    fs::create_dir_all(&dist).expect("a folder");
    let shell = "<!doctype html><title>t</title><meta name=description><base href=/><div id=app></div><noscript></noscript>";
    fs::write(dist.join("404.html"), shell).expect("a shell");
    let articles = root().join("../../articles");
    for arguments in [
        ["bake".as_ref(), "--articles".as_ref(), articles.as_os_str(), "--out".as_ref(), archive.as_ref()],
        ["prerender".as_ref(), "--dist".as_ref(), dist.as_ref(), "--archive".as_ref(), archive.as_os_str()],
    ] {
        let done = std::process::Command::new(env!("CARGO_BIN_EXE_verbatim")).args(arguments).output();
        let done = done.expect("verbatim runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
    let file = fs::read_to_string(dist.join("articles/zelensky-macron-paris").join(styled::FILE));
    let file = file.expect("its citations");
    let archive = open(&fs::read(archive).expect("an archive")).expect("it opens");
    let address = format!("https://quotes.example/{}", selection::href(&archive.statements[0], None));
    let cited = styled::styles(&file).map(|style| {
        let (plain, html) = styled::cited(&file, style, &address, ACCESSED).expect("a citation");
        format!("{style}\n{plain}\n{html}\n")
    });
    agrees(cited.collect(), "styled.txt");
}

#[test]
fn an_article_whose_source_author_and_address_are_known() {
    let mut archive = bake("tests/articles");
    for article in &mut archive.articles {
        article.url = Some("https://observer.example/bridge?a=1&b=2".into());
    }
    check(&archive, "We have waited eleven years", "brandt.txt");
    check(&archive, "the steel would come", "reported.txt");
}

#[test]
fn a_citation_is_json_that_other_programs_read() {
    let archive = bake("articles");
    for statement in &archive.statements {
        let shared =
            Shared { archive: &archive, statement, address: "https://quotes.example/s/x", selection: None };
        let read: serde_json::Value =
            serde_json::from_str(&citation::csl_json(&shared, ACCESSED)).expect("it is JSON");
        assert_eq!(read[0]["accessed"]["date-parts"][0][0], 2026);
        assert_eq!(read[0]["title"], "[Zelensky and Macron meet in Paris]");
        assert_eq!(read[0]["issued"]["circa"], true, "the day is inferred");
        let note = read[0]["note"].as_str().expect("a note");
        assert!(archive.quotations(statement).all(|words| note.contains(words)), "{note}");
    }
}

/// Every selection of two words that misses something, what it misses, and some of the words of every statement.
fn selections(archive: &Archive) -> String {
    let mut lines = String::new();
    for statement in &archive.statements {
        let count = selection::count(archive, statement);
        let middle = Selection { first: count.div_ceil(3), last: count - count / 3 };
        let words = selection::read_out(archive, statement, middle);
        let href = selection::href(statement, Some(middle));
        lines += &format!("{href}: {count} words, of them: {words}\n");
        for first in 1..count {
            let two = Selection { first, last: first + 1 };
            if let Some(missed) = selection::beside(archive, statement, two) {
                let words = selection::read_out(archive, statement, two);
                lines +=
                    &format!("  {}: “{words}” misses “{}”: {:?}\n", two.written(), missed.word, missed.sense);
            }
        }
    }
    lines
}

#[test]
fn words_of_every_statement_by_their_numbers() {
    agrees(selections(&bake("articles")), "selections.txt");
}

#[test]
fn some_words_are_shared_with_their_address_and_without_the_rest() {
    let archive = bake("articles");
    let begins =
        |one: &&verbatim_archive::Statement| archive.quotations(one).any(|said| said.starts_with("We have"));
    let statement = archive.statements.iter().find(begins).expect("the statement");
    let address = format!(
        "https://quotes.example/{}",
        selection::href(statement, Some(Selection { first: 4, last: 14 }))
    );
    let selection = Some(Selection { first: 4, last: 14 });
    agrees(
        together(&Shared { archive: &archive, statement, address: &address, selection }) + "\n",
        "some-words.txt",
    );
}

/// The archive of the first article, and its statement that begins with "We have".
fn progress(archive: &Archive) -> Shared<'_> {
    let begins =
        |one: &&verbatim_archive::Statement| archive.quotations(one).any(|said| said.starts_with("We have"));
    let statement = archive.statements.iter().find(begins).expect("the statement");
    Shared { archive, statement, address: "https://quotes.example/s/x", selection: None }
}

#[test]
fn a_frame_shows_the_whole_statement_and_picks_words_out_of_it() {
    let archive = bake("articles");
    let whole = progress(&archive);
    let some = |first, last| Shared { selection: Some(Selection { first, last }), ..whole };
    let snippet = |shared: &Shared<'_>| embed::snippet(shared, "https://quotes.example/");
    assert!(snippet(&whole).contains("-qx8r8c5bq9/embed/\""), "{}", snippet(&whole));
    assert_eq!(snippet(&some(4, 6)).replace("?w=4-6", ""), snippet(&whole));
    assert!(snippet(&some(4, 6)).contains("-qx8r8c5bq9/embed/?w=4-6\""), "{}", snippet(&some(4, 6)));
    let turned = |statement: &&verbatim_archive::Statement| {
        selection::count(&archive, statement) > 2
            && selection::beside(&archive, statement, Selection { first: 2, last: 3 }).is_some()
    };
    let whole = Shared { statement: archive.statements.iter().find(turned).expect("one"), ..whole };
    let some = Shared { selection: Some(Selection { first: 2, last: 3 }), ..whole };
    assert!(embed::height(&some) > embed::height(&whole), "room for the notice");
}

/// Letters of one width.
struct Even;

impl Measure for Even {
    fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().count() as f32 * size / 2.0
    }
}

#[test]
fn a_title_of_ours_stands_in_brackets_on_a_picture_too() {
    let mut archive = bake("articles");
    let source = |archive: &Archive| card(&progress(archive), &Even).lines.pop().expect("lines").0.text;
    assert_eq!(source(&archive), "[Zelensky and Macron meet in Paris]");
    archive.articles[0].title_is_ours = false;
    assert_eq!(source(&archive), "Zelensky and Macron meet in Paris");
}
