//! Statements as other pages show them.

use serde_json::json;

use super::*;

#[test]
fn a_statement_has_a_bare_page_for_frames_and_an_oembed_that_shows_it() {
    let (dist, ran) =
        draw("ahead-embed", &[("articles/ferry.md", FERRY)], &["--site", "https://quotes.example"]);
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    let folder = fs::read_dir(dist.join("s")).expect("statements").next().expect("one").expect("one").path();
    let bare = fs::read_to_string(folder.join("embed/index.html")).expect("a bare page");
    for expected in
        ["data-page=\"embed\"", "will sail at noon every day,", "Ana Brandt", "noindex", "target=\"_blank\""]
    {
        assert!(bare.contains(expected), "{expected} is not in {bare}");
    }
    assert!(!bare.contains("masthead") && !bare.contains("<dialog"), "{bare}");
    assert!(bare.contains("Ana Brandt</span> <span class=\"role\">Harbour master</span>"), "{bare}");
    let oembed = fs::read_to_string(folder.join("oembed.json")).expect("an answer");
    let oembed: Value = serde_json::from_str(&oembed).expect("it is JSON");
    assert_eq!((&oembed["version"], &oembed["type"]), (&"1.0".into(), &"rich".into()));
    assert_eq!(oembed["author_name"], "Ana Brandt");
    assert!(oembed["width"].is_u64() && oembed["height"].is_u64(), "{oembed}");
    let html = oembed["html"].as_str().expect("a snippet");
    let name = folder.file_name().expect("a name").to_str().expect("text");
    assert!(html.contains(&format!("src=\"https://quotes.example/s/{name}/embed/\"")), "{html}");
    assert!(html.contains("<script async src=\"https://quotes.example/embed.js\">"), "{html}");
    assert!(dist.join("embed.js").exists());
    let page = statement(&dist, "ana-brandt");
    let (_, rest) = page.split_once("type=\"application/json+oembed\"").expect("the way to it");
    assert!(rest.contains(&format!("href=\"https://quotes.example/s/{name}/oembed.json\"")), "{rest}");
}

#[test]
fn a_frame_knows_its_words_and_what_turns_them() {
    let said =
        "---\nid: a\ntitle: t\n---\n\n“We won’t 🚢 sign it,” Ana Brandt said, “if they shoot at us.”\n";
    let (dist, _) = draw("ahead-picking", &[("articles/a.md", said)], &[]);
    let folder = fs::read_dir(dist.join("s")).expect("statements").next().expect("one").expect("one").path();
    let bare = fs::read_to_string(folder.join("embed/index.html")).expect("a bare page");
    let (_, rest) = bare.split_once("id=\"picking\">").expect("what words are picked by");
    let picking: Value =
        serde_json::from_str(rest.split_once("</script>").expect("its end").0).expect("JSON");
    // Scripts count a ship as two.
    let places =
        [vec![[0, 2], [3, 8], [12, 16], [17, 19]], vec![[22, 24], [25, 29], [30, 35], [36, 38], [39, 41]]];
    assert_eq!(picking["words"], json!(places));
    let told = |side: usize, word: &str| {
        let place = picking["missed"][side][word].as_u64()?;
        picking["told"][place as usize].as_str().map(str::to_owned)
    };
    assert!(told(0, "3").is_some_and(|told| told.contains("“won’t”")), "{picking}");
    assert!(told(1, "4").is_some_and(|told| told.contains("“if”")), "{picking}");
    assert_eq!(told(0, "1"), None);
    assert_eq!(picking["unfit"].as_array().map(Vec::len), Some(3));
    assert!(picking["unfit"][2].as_str().is_some_and(|told| told.contains("9 words")), "{picking}");
}
