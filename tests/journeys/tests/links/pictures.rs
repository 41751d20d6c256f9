//! Pictures of words in any script, made in the browser.

use verbatim_journeys::{Browser, visit};

const ARABIC: &str = "s/5be71tj3ek";
const CHINESE: &str = "s/zzky776bwf";

/// Clicks for a picture and gives the share of its ink that is in the left half, without the stroke at its side.
async fn inked_left(reader: &Browser, address: &str) -> f64 {
    reader.open(address).await;
    reader.clicks(".share summary").await;
    reader.sees(".code svg path").await;
    let note = "(() => { window.saved = []; const made = URL.createObjectURL;
                URL.createObjectURL = file => { saved.push(file); return made.call(URL, file) } })()";
    reader.says(note).await;
    reader.clicks("button[data-copy='card.png']").await;
    reader.until("a picture to be made", "saved.length === 1").await;
    let share = reader
        .says_later(
            "createImageBitmap(saved[0]).then(picture => {
                const context = new OffscreenCanvas(1200, 630).getContext('2d', { willReadFrequently: true });
                context.drawImage(picture, 0, 0);
                const inked = (from, to) => {
                    const { data } = context.getImageData(from, 70, to - from, 370);
                    let count = 0;
                    for (let at = 0; at < data.length; at += 4) count += data[at] < 128;
                    return count;
                };
                const [left, right] = [inked(40, 600), inked(600, 1160)];
                done(left + right > 1000 ? left / (left + right) : -1);
            })",
        )
        .await;
    let share = share.as_f64().expect("a number");
    assert!(share >= 0.0, "{address}: hardly any letters are drawn");
    share
}

#[tokio::test]
async fn what_is_read_from_the_right_stands_there_on_a_picture() {
    visit("edited", async |reader| {
        let arabic = inked_left(reader, ARABIC).await;
        let chinese = inked_left(reader, CHINESE).await;
        assert!(arabic < 0.5 && chinese >= 0.5, "{arabic} and {chinese} of the ink is on the left");
        reader.clicks("button[data-copy='card.svg']").await;
        reader.until("a picture to be made", "saved.length === 2").await;
        let svg = reader.says("saved[1].text()").await;
        let lines: Vec<&str> = svg.as_str().expect("a text").split("</text>").collect();
        assert!(lines.len() > 4 && lines[0].contains("“再也"), "{lines:?}");
        let begins =
            |line: &str| line.rsplit('>').next().is_some_and(|text| text.starts_with(['，', '。', '”']));
        assert!(!lines.iter().any(|line| begins(line)), "no line begins with a stop: {lines:?}");
    })
    .await;
}
