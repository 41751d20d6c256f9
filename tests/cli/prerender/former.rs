//! Addresses of before: each has a page that says what became of it.

use super::*;

/// Publishes the ferry and two others, then mends one and strikes another.
fn published_before(name: &str, options: &[&str]) -> (PathBuf, Ran) {
    let said = |id: &str, words: &str| article(id, words, "Olaf Reed");
    let folder = folder(
        name,
        &[
            ("articles/ferry.md", FERRY),
            ("articles/row.md", &said("row", "Nobody has to row to the island again,")),
            ("articles/rain.md", &said("rain", "It rained on the parade all day,")),
        ],
    );
    assert_eq!(verbatim(&folder, &["publish"], "").code, Some(0));
    fs::write(folder.join("articles/row.md"), said("row", "Nobody has to sail to the island again,"))
        .expect("written");
    fs::remove_file(folder.join("articles/rain.md")).expect("removed");
    fs::create_dir_all(folder.join("dist")).expect("a folder can be made");
    fs::write(folder.join("dist/404.html"), SHELL).expect("a shell can be written");
    let baked = verbatim(&folder, &["bake", "--out", "a.vbt"], "");
    assert_eq!(baked.code, Some(0), "{}", baked.said);
    let ran = verbatim(&folder, &[&["prerender", "--archive", "a.vbt"], options].concat(), "");
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    (folder.join("dist"), ran)
}

#[test]
fn an_address_whose_words_changed_has_a_page_that_says_so() {
    let (dist, _) = published_before("ahead-reworded", &["--site", "https://quotes.example"]);
    let then = statement(&dist, "olaf-reed-nobody-has-to-row");
    assert!(then.contains("data-page=\"reworded\"") && then.contains("<del>row "), "{then}");
    assert!(then.contains("<title>The words have changed since the link was made"), "{then}");
    let canonical = "<link rel=\"canonical\" href=\"https://quotes.example/s/olaf-reed-nobody-has-to-sail";
    assert!(then.contains(canonical) && !then.contains("noindex"), "{then}");
    let map = fs::read_to_string(dist.join("sitemap.xml")).expect("a map");
    assert!(map.contains("nobody-has-to-sail") && !map.contains("nobody-has-to-row"), "{map}");
}

#[test]
fn a_better_name_leaves_the_old_address_its_page() {
    let folder = folder("ahead-renamed", &[("articles/ferry.md", FERRY)]);
    assert_eq!(verbatim(&folder, &["publish"], "").code, Some(0));
    fs::write(folder.join("articles/ferry.md"), FERRY.replace("Ana Brandt", "Ana Brandt-Hale"))
        .expect("written");
    fs::create_dir_all(folder.join("dist")).expect("a folder can be made");
    fs::write(folder.join("dist/404.html"), SHELL).expect("a shell can be written");
    for publishes in [false, true] {
        assert!(!publishes || verbatim(&folder, &["publish"], "").code == Some(0));
        assert_eq!(verbatim(&folder, &["bake", "--out", "a.vbt"], "").code, Some(0));
        let site = ["prerender", "--archive", "a.vbt", "--site", "https://quotes.example", "--no-images"];
        assert_eq!(verbatim(&folder, &site, "").code, Some(0));
        let then = statement(&folder.join("dist"), "ana-brandt-the-b-ferry");
        let now = "<link rel=\"canonical\" href=\"https://quotes.example/s/ana-brandt-hale-the-b-ferry";
        assert!(then.contains(now) && then.contains("data-page=\"statement\""), "{then}");
        assert_eq!(data(&then)["creator"]["name"], "Ana Brandt-Hale");
        fs::remove_dir_all(folder.join("dist/s")).expect("removed");
    }
}

#[test]
fn an_address_whose_statement_is_gone_has_a_page_that_nobody_lists() {
    let (dist, _) = published_before("ahead-gone", &["--site", "https://quotes.example"]);
    let gone = statement(&dist, "it-rained-on-the-parade");
    assert!(
        gone.contains("data-page=\"gone\"") && gone.contains("It rained on the parade all day,"),
        "{gone}"
    );
    assert!(
        gone.contains("<meta name=\"robots\" content=\"noindex\">") && !gone.contains("canonical"),
        "{gone}"
    );
}
