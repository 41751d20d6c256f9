//! The other ways to look at what was found, and what is told beside a list.

use verbatim::{
    finding::find,
    query::Query,
    speaking::voices,
    telling::{self, Told, Wanted, tell},
    times::{Bar, bars},
    views::{
        completions::completions,
        nothing::nothing,
        people::people,
        period::times,
        stories::stories,
        timeline::{Brush, timeline},
    },
};
use verbatim_extract::Day;
use wasm_bindgen_test::wasm_bindgen_test as test;
use yew::prelude::*;

use crate::{attribute, drawn, sample, texts};

fn brush(drawn: Option<[usize; 2]>) -> Brush {
    Brush { drawn, tell: Callback::noop(), ask: Callback::noop() }
}

#[test]
async fn bars_that_are_drawn_over_are_shown_and_their_days_told() {
    let edition = sample::edition();
    let query = Query::read("view=timeline");
    let found = find(&edition, &edition.search(""), &query);
    let bars = bars(&edition, &found);
    let root = drawn(timeline(&bars, &query, &brush(Some([2, 1])))).await;
    assert_eq!(texts(&root, ".over").len(), 2);
    assert_eq!(texts(&root, ".ends"), ["4 June 2031 – 5 June 2031"]);
    let root = drawn(timeline(&bars, &query, &brush(Some([0, bars.len()])))).await;
    assert_eq!(texts(&root, ".over").len(), 0, "of bars that are gone nothing is drawn");
}

#[test]
async fn days_are_offered_with_how_much_was_said_whichever_are_chosen() {
    let edition = sample::edition();
    let offered = |address: &str| {
        let query = Query::read(address);
        let found = find(&edition, &edition.search(&query.q), &query);
        times(&tell(&edition, &found, &query, &Wanted::default()).days, &query)
    };
    let root = drawn(offered("")).await;
    assert_eq!(texts(&root, "a"), ["3 June 2031 2", "5 June 2031 1"]);
    let root = drawn(offered("from=2031-06-05&to=2031-06-05")).await;
    assert_eq!(texts(&root, "a"), ["All days", "3 June 2031 2", "5 June 2031 1"]);
    assert_eq!(texts(&root, "a[aria-current]"), ["5 June 2031 1"]);
    assert_eq!(attribute(&root, "a[aria-current]", "href").as_deref(), Some("./"));
    let root = drawn(offered("speaker=tam-brill&from=2031-06-05&to=2031-06-05")).await;
    assert_eq!(texts(&root, "a"), ["All days", "3 June 2031 1"], "counts follow the other filters");
}

#[test]
async fn a_timeline_has_a_bar_for_every_day_that_leads_to_it() {
    let edition = sample::edition();
    let query = Query::read("view=timeline");
    let found = find(&edition, &edition.search(""), &query);
    let root = drawn(timeline(&bars(&edition, &found), &query, &brush(None))).await;
    assert_eq!(texts(&root, "title"), ["3 June 2031: 1 said, 2 printed", "5 June 2031: 0 said, 1 printed"]);
    assert_eq!(
        attribute(&root, "svg a", "href").as_deref(),
        Some("./?from=2031-06-03&to=2031-06-03&view=timeline")
    );
    let nothing = find(&edition, &edition.search("zzzz"), &query);
    let root = drawn(timeline(&bars(&edition, &nothing), &query, &brush(None))).await;
    assert_eq!(texts(&root, "svg").len(), 0);
}

#[test]
async fn hours_stand_below_what_was_said_that_day() {
    let day = Day { year: 2031, month: 6, day: 3 };
    let bar = |hour, said, printed| Bar { first: day, last: day, hour, said, printed };
    let hours = (0..24).map(|hour| bar(Some(hour), 0, u32::from(hour == 14) * 3));
    let bars: Vec<Bar> = [bar(None, 2, 0)].into_iter().chain(hours).collect();
    let root = drawn(timeline(&bars, &Query::read("view=timeline"), &brush(None))).await;
    assert_eq!(
        texts(&root, "title"),
        ["3 June 2031: 2 said, at no known hour", "3 June 2031, 14:00: 0 said, 3 printed"]
    );
    let hour = "./?from=2031-06-03T14&to=2031-06-03T14&view=timeline";
    assert_eq!(attribute(&root, "g > a", "href").as_deref(), Some(hour));
    assert_eq!(attribute(&root, "svg > a .said", "width").as_deref(), Some("234"), "as wide as its day");
    assert_eq!(texts(&root, ".ends"), ["3 June 2031, 0:00 – 3 June 2031, 23:59"]);
}

#[test]
async fn people_are_drawn_and_tabled_with_whom_they_name() {
    let edition = sample::edition();
    let query = Query::read("view=people");
    let found = find(&edition, &edition.search(""), &query);
    let (voices, left_out) = voices(&edition, &found);
    assert_eq!((voices.len(), left_out), (2, 0));
    let root = drawn(people(&edition, &voices, left_out, &query)).await;
    assert_eq!(texts(&root, "tbody th"), ["Odile Quarrie", "Tam Brill"]);
    assert_eq!(texts(&root, "svg.arcs text"), ["Odile Quarrie", "Tam Brill"]);
    assert_eq!(attribute(&root, "tbody td a", "href").as_deref(), Some("./?speaker=odile-quarrie"));
    let narrowed = "./?speaker=odile-quarrie&view=people";
    assert_eq!(attribute(&root, "svg.arcs a.only", "href").as_deref(), Some(narrowed));
}

#[test]
async fn stories_mark_what_was_found_and_name_who_said_it() {
    let edition = sample::edition();
    let query = Query::read("speaker=tam-brill&view=article");
    let found = find(&edition, &edition.search(""), &query);
    let (told, left) = telling::stories(&edition, &found, 5);
    let root = drawn(stories(&edition, &told)).await;
    assert_eq!(left, 0);
    assert_eq!(texts(&root, "mark"), ["a start"]);
    assert_eq!(texts(&root, ".who .name"), ["Tam Brill"]);
    assert_eq!(telling::stories(&edition, &found, 0).1, 1);
}

/// What is told of a query while it is typed.
fn told(query: &Query) -> Told {
    let edition = sample::edition();
    let found = find(&edition, &edition.search(&query.q), query);
    tell(&edition, &found, query, &Wanted { typing: true, stories: 0 })
}

#[test]
async fn an_empty_list_tells_which_part_of_the_query_emptied_it() {
    let query = Query::read("q=ferry+winters&speaker=tam-brill");
    let drawn = drawn(nothing(&sample::edition(), &told(&query).without, &Callback::noop())).await;
    let text = drawn.text_content().unwrap_or_default();
    assert!(!text.contains("without Tam Brill: 0"), "{text}");
    let query = Query::read("q=winters&speaker=tam-brill");
    let text = self::drawn(nothing(&sample::edition(), &told(&query).without, &Callback::noop()))
        .await
        .text_content();
    let text = text.unwrap_or_default();
    assert!(text.contains("without Tam Brill: 1 statement"), "{text}");
    assert!(text.contains("without “winters”: 1 statement"), "{text}");
    let query = Query::read("q=xylophone");
    let text = self::drawn(nothing(&sample::edition(), &told(&query).without, &Callback::noop()))
        .await
        .text_content();
    assert!(!text.unwrap_or_default().contains("without"), "one word alone is all there is to drop");
}

#[test]
async fn what_is_typed_may_go_on_as_a_name_a_role_or_a_word() {
    let query = Query::read("q=winters+quar");
    let drawn = drawn(completions(&sample::edition(), &told(&query).completions, &query)).await;
    let text = drawn.text_content().unwrap_or_default();
    assert!(text.contains("Odile QuarrieSpeaker"), "{text}");
    let link = drawn.query_selector("a").ok().flatten().and_then(|link| link.get_attribute("href"));
    assert_eq!(link.as_deref(), Some("./?q=winters&speaker=odile-quarrie"));
    let query = Query::read("q=may");
    let text =
        self::drawn(completions(&sample::edition(), &told(&query).completions, &query)).await.text_content();
    assert!(text.unwrap_or_default().contains("MayorRole"));
}
