//! `verbatim check` and `verbatim bake`: what they say of a folder, and the editor's files in it.

use std::fs;

use verbatim_archive::{Archive, open};

use super::{article, folder, verbatim};

/// The archive that `bake` makes of a folder, and what it says.
fn bake(folder: &std::path::Path) -> (Archive, String) {
    let ran = verbatim(folder, &["bake", "--articles", ".", "--out", "archive.vbt"], "");
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    let bytes = fs::read(folder.join("archive.vbt")).expect("bake wrote the archive");
    (open(&bytes).expect("the archive opens"), ran.said)
}

fn speakers(archive: &Archive) -> Vec<&str> {
    let names = archive.statements.iter().map(|statement| archive.speaker(statement));
    names.map(|speaker| speaker.map_or("-", |speaker| &speaker.name)).collect()
}

const CORRECTION: &str = "# He said so on the phone.\n[[statement]]\nwords = \"it was time\"\n\
                          speaker = \"Tom Reed\"\nwhy = \"The reporter mixed them up.\"\n";

#[test]
fn corrections_are_baked_extracted_and_survive_a_change_of_the_article() {
    let text = article("a", "It was time,", "Ada Birch").replace("Wednesday.", "Wednesday. Tom Reed agreed.");
    let folder = folder("corrections", &[("in/a.md", &text), ("in/a.corrections.toml", CORRECTION)]);
    assert_eq!(speakers(&bake(&folder).0)[0], "Tom Reed");
    assert_eq!(bake(&folder).0.statements[0].said.receipt.construct, "corrected by the editor");
    let ran = verbatim(&folder, &["extract", "in/a.md"], "");
    assert_eq!(ran.lines()[0]["speaker"]["name"], "Tom Reed");
    assert_eq!(verbatim(&folder, &["check", "."], "").code, Some(0));
    fs::write(folder.join("in/a.md"), text.replace("\n\n", "\n\nIt rained for a week.\n\n"))
        .expect("it is written");
    assert_eq!(speakers(&bake(&folder).0)[0], "Tom Reed");
}

#[test]
fn a_correction_that_no_longer_applies_is_reported_by_check() {
    let folder = folder(
        "misfits",
        &[
            ("a.md", &article("a", "Nobody came to see us,", "Ada Birch")),
            ("a.corrections.toml", CORRECTION),
            ("gone.corrections.toml", CORRECTION),
        ],
    );
    let ran = verbatim(&folder, &["check", "."], "");
    assert_eq!(ran.code, Some(1));
    let of = |file: &str| ran.said.lines().find(|line| line.contains(file)).unwrap_or_default().to_owned();
    let line = of("a.corrections.toml:3:");
    assert!(line.contains("no longer applies: no statement has these words"), "{}", ran.said);
    assert!(of("gone.corrections.toml").contains("no article here has the id"), "{}", ran.said);
    let (archive, said) = bake(&folder);
    assert_eq!(speakers(&archive), ["Ada Birch"]);
    assert!(said.contains("no longer applies"), "{said}");
}

#[test]
fn corrections_that_do_not_parse_keep_their_article_from_being_published() {
    let folder = folder(
        "unparsed",
        &[
            ("a.md", &article("a", "It was time,", "Ada Birch")),
            ("a.corrections.toml", "[[statement]]\nword = 1\n"),
        ],
    );
    let ran = verbatim(&folder, &["bake", "--articles", ".", "--out", "archive.vbt"], "");
    assert_eq!(ran.code, Some(1));
    assert!(ran.said.contains("a.corrections.toml:2: this does not parse"), "{}", ran.said);
    assert!(!folder.join("archive.vbt").exists());
    let ran = verbatim(&folder, &["extract", "a.md"], "");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
}

#[test]
fn people_join_speakers_of_different_names() {
    let people =
        "[[person]]\nname = \"Ada Birch\"\naliases = [\"A. M. Birch\", \"Ada Byrch\"]\nwikidata = \"Q42\"\n";
    let files = [
        ("a.md", article("a", "It was time,", "Ada Birch")),
        ("b.md", article("b", "Nobody came to see us,", "Ada Byrch")),
    ];
    let [(a, first), (b, second)] = &files;
    let without = folder("strangers", &[(a, first), (b, second)]);
    assert_eq!(bake(&without).0.speakers.len(), 2);
    let with = folder("people", &[(a, first), (b, second), ("people.toml", people)]);
    let (archive, _) = bake(&with);
    assert_eq!(speakers(&archive), ["Ada Birch", "Ada Birch"]);
    assert_eq!(archive.speakers.len(), 1);
    assert_eq!(archive.speakers[0].wikidata.as_deref(), Some("Q42"));
    let lines = verbatim(&with, &["extract", "b.md"], "").lines();
    assert_eq!(
        (&lines[0]["speaker"]["name"], &lines[0]["speaker"]["wikidata"]),
        (&"Ada Birch".into(), &"Q42".into())
    );
}

#[test]
fn what_is_wrong_with_people_is_reported() {
    let folder = folder(
        "wrong-people",
        &[
            ("a.md", &article("a", "It was time,", "Ada Birch")),
            ("people.toml", "[[person]]\nname = \"Ada\"\nwikidata = \"42\"\n"),
        ],
    );
    let ran = verbatim(&folder, &["check", "."], "");
    assert_eq!(ran.code, Some(1));
    assert!(ran.said.contains("people.toml:3: “42” is no item of Wikidata"), "{}", ran.said);
}

#[test]
fn an_id_used_twice_names_both_files() {
    let text = article("a", "It was time,", "Ada Birch");
    let folder = folder("twice", &[("one.md", &text), ("two.md", &text)]);
    let ran = verbatim(&folder, &["check", "."], "");
    assert_eq!(ran.code, Some(1));
    let line = ran.said.lines().next().unwrap_or_default();
    assert!(line.contains("two.md:2:") && line.contains("one.md"), "{}", ran.said);
}

#[test]
fn markup_stays_text() {
    let text = article("a", "<script>alert(1)</script> is <b>bold</b>,", "Ada Birch");
    let (archive, _) = bake(&folder("markup", &[("a.md", &text)]));
    let words: Vec<_> = archive.quotations(&archive.statements[0]).collect();
    assert_eq!(words, ["<script>alert(1)</script> is <b>bold</b>,"]);
}

#[test]
fn a_long_article_is_baked_and_a_longer_one_is_refused() {
    let body = "“Hope is a thing with feathers,” said Ana Brandt, the mayor.\n\n";
    let long = format!("---\nid: long\ntitle: Long\n---\n\n{}", body.repeat((10 << 20) / body.len()));
    let folder = folder("long", &[("long.md", &long)]);
    let (archive, _) = bake(&folder);
    assert!(archive.statements.len() > 100_000);
    fs::write(folder.join("longer.md"), long.repeat(4)).expect("it is written");
    let ran = verbatim(&folder, &["check", "."], "");
    assert!(ran.said.contains("MB is more than the 32 MB"), "{}", ran.said);
}
