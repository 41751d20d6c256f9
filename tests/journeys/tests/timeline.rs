//! When things were said against when they were printed: bars that lead to days and hours, and are drawn over.

use verbatim_journeys::{Key, Pointer, invented, visit, visit_with};

#[tokio::test]
async fn a_bar_of_the_timeline_leads_to_its_days() {
    visit("plain", async |reader| {
        reader.open("?view=timeline").await;
        reader.clicks(".timeline svg a").await;
        reader.until("the address to follow", "location.search.includes('from=2025-11-30')").await;
        reader.reads("#count", "1 statement").await;
        reader.sees(".chip button").await;
    })
    .await;
}

#[tokio::test]
async fn several_bars_are_drawn_over_with_a_mouse_or_a_finger() {
    visit("plain", async |reader| {
        for pointer in [Pointer::Mouse, Pointer::Finger] {
            reader.open("?view=timeline").await;
            // Two days, half of the drawing each.
            reader.draws_over(".timeline svg", 0.25, 0.75, pointer).await;
            let asked = "location.search.startsWith('?from=2025-11-30&to=2025-12-01')";
            reader.until("the address to follow", asked).await;
            reader.reads("#count", "7 statements").await;
            reader.until("both ends to be on", "document.querySelectorAll('.chip').length === 2").await;
            reader.until("nothing to be held any more", "!document.querySelector('.timeline .over')").await;
        }
    })
    .await;
}

#[tokio::test]
async fn several_bars_are_held_on_to_with_keys() {
    visit("plain", async |reader| {
        reader.open("?view=timeline").await;
        reader.sees(".timeline svg a").await;
        reader.says("document.querySelector('.timeline a').focus()").await;
        reader.presses([Key::Right.into()]).await;
        let at = |place: usize| format!("document.activeElement.closest('g')?.dataset.place === '{place}'");
        reader.until("the next bar to have the focus", &at(1)).await;
        reader.holds(Key::Shift, [Key::Left.into()]).await;
        reader.until("the bar before to have the focus", &at(0)).await;
        reader.until("both to be held", "document.querySelectorAll('.timeline .over').length === 2").await;
        reader.presses([Key::Escape.into()]).await;
        reader.until("nothing to be held", "!document.querySelector('.timeline .over')").await;
        reader.holds(Key::Shift, [Key::Right.into()]).await;
        reader.sees(".timeline .over").await;
        reader.presses([Key::Enter.into()]).await;
        let asked = "location.search.startsWith('?from=2025-11-30&to=2025-12-01')";
        reader.until("the address to follow", asked).await;
    })
    .await;
}

#[tokio::test]
async fn what_was_printed_within_a_few_days_is_shown_by_the_hour() {
    visit_with(&invented::by_the_hour(), async |reader| {
        reader.open("?view=timeline").await;
        reader.sees(".timeline svg a").await;
        assert_eq!(reader.says("document.querySelectorAll('.timeline g').length").await, 3 * 24);
        let day = "document.querySelector('.timeline svg > a').getAttribute('aria-label')";
        assert_eq!(reader.says(day).await, "December 31, 2030: 1 said, at no known hour");
        assert_eq!(reader.says("document.querySelectorAll('.timeline g > a').length").await, 2, "two hours");
        reader.draws_over(".timeline svg", 0.45, 0.88, Pointer::Mouse).await;
        let asked = "location.search.startsWith('?from=2031-01-01T08&to=2031-01-02T15')";
        reader.until("the address to follow", asked).await;
        reader.reads("#count", "2 statements").await;
        reader.clicks(".timeline g:nth-of-type(n) > a[href*=T09]").await;
        reader
            .until(
                "one hour to be asked for",
                "location.search.startsWith('?from=2031-01-01T09&to=2031-01-01T09')",
            )
            .await;
        reader.reads("#count", "1 statement").await;
        let chips = reader.texts(".chip button").await;
        assert!(chips[0].contains("9:00") && chips[1].contains("9:59"), "{chips:?}");
        reader.reload().await;
        reader.reads("#count", "1 statement").await;
        reader.clicks("#results .title").await;
        reader.is_on("article").await;
        assert!(reader.texts(".facts").await.concat().contains("January 1, 2031, 9:05"), "its time is told");
    })
    .await;
}

#[tokio::test]
async fn bars_that_are_narrower_than_a_finger_are_touched_together() {
    // Thirty days in a row, of twenty statements each.
    visit_with(&invented::edition(600), async |reader| {
        reader.is_wide(320).await;
        reader.open("?view=timeline").await;
        reader.sees(".timeline svg a").await;
        reader.can_be_used_by_everybody("narrow bars").await;
        reader.touches(".timeline svg", 0.25).await;
        reader.until("several days to be asked for", "location.search.includes('from=2031-01-')").await;
        reader.reads("#count", "60 statements").await;
        let width = "document.querySelector('.timeline .all').getBoundingClientRect().width";
        reader.until("bars to be as wide as a finger", &format!("{width} >= 24")).await;
        reader.touches(".timeline svg", 0.5).await;
        reader.reads("#count", "20 statements").await;
    })
    .await;
}
