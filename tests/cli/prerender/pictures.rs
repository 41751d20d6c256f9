//! The pictures beside links.

use super::*;

#[test]
fn a_statement_has_a_picture_that_is_drawn_once() {
    let chinese = article("beijing", "北京是一座城市,", "Olga Ivanova");
    let articles = [("articles/ferry.md", FERRY), ("articles/beijing.md", &chinese)];
    let (dist, ran) = draw("ahead-pictures", &articles, &["--site", "https://quotes.example"]);
    assert!(ran.said.contains("pictures: 1, drawn anew: 1\n"), "{}", ran.said);
    assert!(
        ran.said.contains("without a picture: 1, for no font at hand has their letters (北)"),
        "{}",
        ran.said
    );
    let page = statement(&dist, "ana-brandt");
    let (_, rest) =
        page.split_once("property=\"og:image\" content=\"https://quotes.example/").expect("a picture");
    let file = dist.join(rest.split_once('"').expect("its address ends").0);
    let picture = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    assert!(picture.starts_with(b"\x89PNG"));
    assert_eq!(
        (&picture[16..20], &picture[20..24]),
        (&1200_u32.to_be_bytes()[..], &630_u32.to_be_bytes()[..])
    );
    assert!(page.contains("summary_large_image") && !statement(&dist, "北").contains("og:image"));
    let again = ["prerender", "--archive", "a.vbt", "--site", "https://quotes.example"];
    let ran = verbatim(dist.parent().expect("a folder"), &again, "");
    assert!(ran.said.contains("pictures: 1, drawn anew: 0"), "{}", ran.said);
    let folder = dist.parent().expect("a folder");
    let none = [&again[..], &["--no-images"]].concat();
    assert!(!verbatim(folder, &none, "").said.contains("pictures"));
    for (value, drawn) in
        [("1", false), ("true", false), ("yes", false), ("on", false), ("0", true), ("no", true)]
    {
        let ran = verbatim_where(folder, &[("VERBATIM_NO_IMAGES", value)], &again, "");
        assert_eq!((ran.code, ran.said.contains("pictures: 1")), (Some(0), drawn), "{value}: {}", ran.said);
    }
    let ran = verbatim_where(folder, &[("VERBATIM_NO_IMAGES", "perhaps")], &again, "");
    assert!(ran.code == Some(2) && ran.said.contains("--no-images"), "{}", ran.said);
}

/// Where the ink of the words is on a picture: the share of it in the left half.
fn inked_left(dist: &Path, part: &str) -> f64 {
    let pages = fs::read_dir(dist.join("s")).expect("statements").map(|entry| entry.expect("a page").path());
    let page = pages.into_iter().find(|page| page.to_string_lossy().contains(part)).expect("its page");
    let picture = tiny_skia::Pixmap::load_png(page.join("card.png")).expect("a picture");
    let inked = |x: u32, y: u32| picture.pixel(x, y).is_some_and(|pixel| pixel.red() < 128);
    let count = |from, to| (from..to).map(|x| (70..440).filter(|y| inked(x, *y)).count()).sum::<usize>();
    // The stroke at the side is no ink of the words.
    let (left, right) = (count(40, 600), count(600, 1160));
    assert!(left + right > 1_000, "{part}: {left} and {right} pixels are inked: the letters are missing");
    left as f64 / (left + right) as f64
}

#[test]
fn letters_of_other_scripts_are_taken_from_fonts_that_are_named() {
    let sign = article("sign", "Bring an umbrella ☂,", "Ana Brandt");
    let hebrew = article("hebrew", "שלום (42) לכולם ab.", "Olaf Reed");
    let arabic = article("arabic", "السلام عليكم يا أصدقاء", "Tam Brill");
    let articles =
        [("articles/sign.md", &*sign), ("articles/hebrew.md", &*hebrew), ("articles/arabic.md", &*arabic)];
    let site = ["--site", "https://quotes.example"];
    let (_, ran) = draw("ahead-letters-none", &articles, &site);
    assert!(ran.said.contains("without a picture: 3") && ran.said.contains("☂"), "{}", ran.said);
    let fonts = folder("ahead-letters-fonts", &[("fonts/read-me.txt", "no font"), ("empty/read-me.txt", "")]);
    fs::write(fonts.join("fonts/DejaVuSans.ttf"), dejavu::sans::regular()).expect("a font");
    let folders = std::env::join_paths([fonts.join("empty"), fonts.join("fonts")]).expect("a path");
    let named = [&site[..], &["--fonts", folders.to_str().expect("text")]].concat();
    let (dist, ran) = draw("ahead-letters", &articles, &named);
    assert!(ran.said.contains("pictures: 3, drawn anew: 3\n"), "{}", ran.said);
    assert!(!ran.said.contains("without a picture"), "{}", ran.said);
    let left = ["bring-an", "שלום", "السلام"].map(|part| inked_left(&dist, part));
    assert!(
        left[0] > 0.6 && left[1] < 0.4 && left[2] < 0.4,
        "what is read from the right stands there: {left:?}"
    );
}

#[test]
fn a_font_that_is_none_and_a_folder_that_is_not_there_are_named() {
    let sign = article("sign", "Bring an umbrella ☂,", "Ana Brandt");
    let articles = [("articles/sign.md", &*sign), ("fonts/broken.ttf", "no font")];
    let (_, ran) =
        draw("ahead-broken-font", &articles, &["--site", "https://quotes.example", "--fonts", "fonts"]);
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    assert!(
        ran.said.contains("broken.ttf is no font") && ran.said.contains("without a picture: 1"),
        "{}",
        ran.said
    );
    let (_, ran) =
        draw("ahead-no-fonts", &articles, &["--site", "https://quotes.example", "--fonts", "nowhere"]);
    assert!(ran.code == Some(1) && ran.said.contains("there is no folder nowhere"), "{}", ran.said);
}
