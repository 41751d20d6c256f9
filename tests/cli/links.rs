//! Published addresses: what the register keeps, and what is said before one is lost.

use std::fs;

use super::{article, folder, verbatim};

const LOCK: &str = "articles/links.lock";

/// Two articles of one statement each, published.
fn published(name: &str) -> std::path::PathBuf {
    let ferry = article("ferry", "The ferry will sail at noon every day,", "Ana Brandt");
    let row = article("row", "Nobody has to row to the island again,", "Olaf Reed");
    let folder = folder(name, &[("articles/ferry.md", &ferry), ("articles/row.md", &row)]);
    let ran = verbatim(&folder, &["publish"], "");
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    assert!(ran.out.contains("addresses: 2, new: 2, leading elsewhere: 0, gone: 0"), "{}", ran.out);
    folder
}

/// The id in the first line of the register that has `words`.
fn id(folder: &std::path::Path, words: &str) -> String {
    let lock = fs::read_to_string(folder.join(LOCK)).expect("a register");
    let line = lock.lines().find(|line| line.contains(words)).expect("a line with the words");
    line.split('"').nth(3).expect("an id").to_owned()
}

#[test]
fn publishing_again_changes_nothing() {
    let folder = published("links-again");
    let before = fs::read(folder.join(LOCK)).expect("a register");
    assert_eq!(verbatim(&folder, &["publish"], "").code, Some(0));
    assert_eq!(fs::read(folder.join(LOCK)).expect("a register"), before);
    assert_eq!(verbatim(&folder, &["check"], "").code, Some(0));
}

#[test]
fn addresses_that_no_register_holds_yet_are_told() {
    let folder = published("links-new");
    assert!(!verbatim(&folder, &["check"], "").said.contains("does not hold yet"));
    fs::write(folder.join("articles/rain.md"), article("rain", "It rained on the parade,", "Olaf Reed"))
        .expect("written");
    let ran = verbatim(&folder, &["check"], "");
    assert!(
        ran.code == Some(0) && ran.said.contains("does not hold yet: 1; run `verbatim publish`"),
        "{}",
        ran.said
    );
}

#[test]
fn the_project_s_own_register_holds_every_address() {
    let articles = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../articles");
    let ran = verbatim(&articles, &["check", "."], "");
    assert!(ran.code == Some(0) && !ran.said.contains("does not hold yet"), "{}", ran.said);
}

#[test]
fn no_published_address_is_lost_without_a_word() {
    let folder = published("links-lost");
    fs::write(folder.join("articles/row.md"), article("row", "It rained on the parade,", "Olaf Reed"))
        .expect("written");
    let before = fs::read(folder.join(LOCK)).expect("a register");
    let line = format!("{LOCK}:4: the address {}", id(&folder, "row to the island"));
    let ran = verbatim(&folder, &["check"], "");
    assert_eq!(ran.code, Some(1));
    assert!(ran.said.contains(&line) && ran.said.contains("--let-go"), "{}", ran.said);
    let ran = verbatim(&folder, &["publish"], "");
    assert_eq!(ran.code, Some(1));
    assert!(ran.said.contains(&line), "{}", ran.said);
    assert_eq!(fs::read(folder.join(LOCK)).expect("a register"), before, "nothing was written");
    let ran = verbatim(&folder, &["publish", "--let-go"], "");
    assert!(ran.out.contains("new: 1, leading elsewhere: 0, gone: 1"), "{} {}", ran.out, ran.said);
    assert_eq!(verbatim(&folder, &["check"], "").code, Some(0), "it was let go");
}

#[test]
fn a_bad_article_lets_no_address_go() {
    let folder = published("links-bad");
    fs::write(folder.join("articles/row.md"), "no front matter").expect("written");
    let ran = verbatim(&folder, &["publish", "--let-go"], "");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.said.contains("articles/row.md:1:") && ran.said.contains("nothing was written"),
        "{}",
        ran.said
    );
    assert!(!fs::read_to_string(folder.join(LOCK)).expect("a register").contains("gone"));
}

#[test]
fn a_withdrawn_statement_leaves_its_hash_only() {
    let folder = published("links-forget");
    let row = id(&folder, "row to the island");
    let address = format!("https://example.org/s/olaf-reed-nobody-{row}/");
    let ran = verbatim(&folder, &["links", "forget", &address], "");
    assert_eq!(ran.code, Some(1));
    assert!(ran.said.contains("still stands in the articles"), "{}", ran.said);
    fs::remove_file(folder.join("articles/row.md")).expect("removed");
    let ran = verbatim(&folder, &["links", "forget", &address], "");
    assert_eq!((ran.code, ran.out), (Some(0), format!("{LOCK}: forgotten: {row}\n")));
    let lock = fs::read_to_string(folder.join(LOCK)).expect("a register");
    assert!(!lock.contains("island") && !lock.contains("Olaf") && lock.contains(&row), "{lock}");
    assert_eq!(verbatim(&folder, &["check"], "").code, Some(0));
    let ran = verbatim(&folder, &["links", "forget", "zzzzzzzzzz"], "");
    assert!(ran.code == Some(1) && ran.said.contains("has no address zzzzzzzzzz"), "{}", ran.said);
    fs::write(
        folder.join("articles/row.md"),
        article("row", "Nobody has to row to the island again,", "Olaf Reed"),
    )
    .expect("written");
    let ran = verbatim(&folder, &["check"], "");
    assert!(ran.code == Some(1) && ran.said.contains("were withdrawn"), "{}", ran.said);
}

#[test]
fn a_register_that_a_merge_left_open_stops_everything_and_keeps_every_line() {
    let folder = published("links-merge");
    let lock = fs::read_to_string(folder.join(LOCK)).expect("a register");
    let open = lock.replace("{\"id\"", "=======\n{\"id\"");
    fs::write(folder.join(LOCK), &open).expect("written");
    for arguments in [&["publish"][..], &["check"], &["bake", "--out", "a.vbt"]] {
        let ran = verbatim(&folder, arguments, "");
        assert_eq!(ran.code, Some(1), "{arguments:?}");
        assert!(ran.said.contains(&format!("{LOCK}:3: a merge left this mark")), "{}", ran.said);
    }
    assert_eq!(fs::read_to_string(folder.join(LOCK)).expect("a register"), open);
}

#[test]
fn baking_takes_the_trail_of_a_mended_word_along() {
    let folder = published("links-bake");
    let ferry = id(&folder, "noon");
    fs::write(
        folder.join("articles/ferry.md"),
        article("ferry", "The ferry will sail at one every day,", "Ana Brandt"),
    )
    .expect("written");
    let ran = verbatim(&folder, &["bake", "--out", "a.vbt"], "");
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    let archive =
        verbatim_archive::open(&fs::read(folder.join("a.vbt")).expect("an archive")).expect("it opens");
    assert_eq!(archive.trails.len(), 1);
    assert_eq!(archive.trails[0].id, ferry);
    assert!(matches!(archive.trails[0].fate, verbatim_archive::Fate::Reworded(_, _)));
}
