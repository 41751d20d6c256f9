//! What the page draws, in a browser: lists, words and marks, as elements and as text.
#![cfg(target_arch = "wasm32")]

mod sample;

use std::rc::Rc;

use verbatim::{
    edition::{Edition, Marks},
    finding::find,
    hooks::{AppState, use_app},
    pages,
    place::Place,
    query::{Facet, Query},
    speaking::voices,
    state::Sieve,
    telling::{self, Told, Wanted, tell},
    times::bars,
    views::{
        chips::chips,
        completions::completions,
        facets::facet,
        line::line,
        nothing::nothing,
        people::people,
        period::times,
        stories::stories,
        timeline::{Brush, timeline},
        words::words,
    },
    web::Element,
};
use verbatim_extract::Span;
use wasm_bindgen_test::{wasm_bindgen_test as test, wasm_bindgen_test_configure};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

#[derive(Properties, PartialEq)]
struct DrawnProps {
    html: Html,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    props.html.clone()
}

#[derive(Properties, PartialEq)]
struct StatementProps {
    address: &'static str,
}

#[component]
fn StatementPage(props: &StatementProps) -> Html {
    let app: AppState = use_app(&Place::at(props.address, "", ""), true);
    pages::statement(&Rc::new(sample::edition()), props.address, &app).body
}

async fn drawn(html: Html) -> Element {
    let root = gloo::utils::document().create_element("div").expect("an element");
    yew::Renderer::<Drawn>::with_root_and_props(root.clone(), DrawnProps { html }).render();
    yew::scheduler::flush().await;
    root
}

async fn statement_page(address: &'static str) -> Element {
    let root = gloo::utils::document().create_element("div").expect("an element");
    yew::Renderer::<StatementPage>::with_root_and_props(root.clone(), StatementProps { address }).render();
    yew::scheduler::flush().await;
    root
}

fn texts(root: &Element, selector: &str) -> Vec<String> {
    let found = root.query_selector_all(selector).expect("a selector");
    (0..found.length()).filter_map(|at| found.get(at)?.text_content()).collect()
}

fn attribute(root: &Element, selector: &str, name: &str) -> Option<String> {
    root.query_selector(selector).expect("a selector")?.get_attribute(name)
}

fn query(address: &str) -> Query {
    Query::read(address)
}

#[test]
async fn a_line_gives_the_words_then_who_where_and_when() {
    let edition = sample::edition();
    let root = drawn(line(&edition, 1, &Marks::default(), false, None)).await;
    assert_eq!(texts(&root, "a.words"), ["“a start”"]);
    assert_eq!(texts(&root, ".sentence"), ["Mayor Tam Brill called it “a start” on X."]);
    assert_eq!(texts(&root, ".speaker"), ["Tam Brill"]);
    assert_eq!(texts(&root, ".role"), ["Mayor"]);
    assert_eq!(texts(&root, ".medium"), ["on X"]);
    assert_eq!(texts(&root, ".day"), ["printed 3 June 2031"]);
    assert_eq!(attribute(&root, "a.words", "href").as_deref(), Some("s/tam-brill-a-start-bbbbbbbbbb"));
    assert_eq!(attribute(&root, "li", "aria-current"), None);
}

#[test]
async fn the_line_that_the_keyboard_is_at_says_so() {
    let root = drawn(line(&sample::edition(), 0, &Marks::default(), true, None)).await;
    assert_eq!(attribute(&root, "li", "aria-current").as_deref(), Some("true"));
}

#[test]
async fn what_was_sought_is_marked_in_words_names_and_roles() {
    let edition = sample::edition();
    for (sought, marked) in [("winters", "winters"), ("odile", "Odile"), ("harbour", "harbour")] {
        let results = edition.search(sought);
        let hit = &results.hits[0];
        let root =
            drawn(line(&edition, hit.document, &edition.marks(sought, hit.document), false, None)).await;
        assert!(texts(&root, "mark").contains(&marked.to_owned()), "{sought}");
    }
}

#[test]
async fn a_cut_and_an_insertion_are_shown_for_what_they_are() {
    let edition = sample::edition();
    let root = drawn(words(&edition.archive, edition.statement(0), &[])).await;
    assert_eq!(texts(&root, ".cut").len(), 1);
    assert_eq!(texts(&root, ".inserted"), ["[in Selmouth]"]);
    assert_eq!(texts(&root, ".opening"), ["“", "“"]);
}

#[test]
async fn markup_in_an_article_is_text() {
    let edition = sample::edition();
    let whole = [Span { start: 0, end: 99 }];
    for marks in [&[][..], &whole[..]] {
        let root = drawn(words(&edition.archive, edition.statement(2), marks)).await;
        assert!(root.text_content().expect("text").contains("<b>finished</b> & done."));
        assert!(texts(&root, "b").is_empty());
    }
}

#[test]
async fn filters_have_boxes_with_counts_and_chips_take_them_away() {
    let edition = sample::edition();
    let query = query("kind=partial&speaker=nobody");
    let found = find(&edition, &edition.search(""), &query);
    let sieve = Sieve { facet: Facet::Speaker, text: AttrValue::default(), shown: 8 };
    let root =
        drawn(facet(&edition, &found, &query, &sieve, (Html::default(), &|_| true), &Callback::noop())).await;
    assert_eq!(texts(&root, "label .name"), ["Odile Quarrie", "Tam Brill"]);
    assert_eq!(texts(&root, "label .count"), ["1", "1"]);
    let root = drawn(chips(&edition, &query, &Callback::noop())).await;
    assert_eq!(texts(&root, ".chip").len(), 2);
    assert_eq!(attribute(&root, ".chip button", "aria-label").as_deref(), Some("Remove the filter nobody"));
}

#[test]
async fn an_article_has_every_statement_marked_and_everybody_named() {
    let edition: Edition = sample::edition();
    let root = drawn(pages::article(&edition, "bridge", "bbbbbbbbbb").body).await;
    assert_eq!(texts(&root, "mark[data-id]").len(), 3);
    assert_eq!(texts(&root, "mark#aaaaaaaaaa").len(), 1);
    assert_eq!(texts(&root, "mark[aria-current]"), ["a start"]);
    assert_eq!(texts(&root, ".people .name"), ["Odile Quarrie", "Tam Brill"]);
    let root = drawn(pages::article(&edition, "ferry", "").body).await;
    assert!(texts(&root, ".facts dd").contains(&"5 June 2031 (inferred)".to_owned()));
    assert!(texts(&root, ".facts dd").contains(&"unknown".to_owned()));
}

#[test]
async fn a_statement_is_known_by_its_id_whatever_its_slug() {
    let root = statement_page("anything-at-all-AAAAAAAAAA").await;
    assert!(attribute(&root, "main", "data-page").is_some_and(|page| page == "statement"));
    assert_eq!(texts(&root, ".context mark").len(), 2);
    assert!(texts(&root, ".kind")[0].starts_with("Direct"));
}

#[test]
async fn an_unknown_address_says_so_and_offers_the_nearest() {
    let root = statement_page("tam-brill-a-start-dddddddddd").await;
    assert!(attribute(&root, "main", "data-page").is_some_and(|page| page == "unknown"));
    assert_eq!(attribute(&root, ".nearest a", "href").as_deref(), Some("s/tam-brill-a-start-bbbbbbbbbb"));
    assert_eq!(texts(&root, ".nearest [aria-current]").len(), 0);
}

#[test]
async fn a_statement_says_why_it_is_the_speakers_and_what_else_that_one_said() {
    let root = statement_page("aaaaaaaaaa").await;
    let facts = texts(&root, ".receipt dt");
    assert!(facts.contains(&"Construct".to_owned()) && facts.contains(&"How sure".to_owned()));
    assert!(texts(&root, "a.role").iter().all(|role| role == "the harbour minister"));
    assert_eq!(texts(&root, ".others a.words"), ["“<b>finished</b> & done.”"]);
}

#[test]
async fn a_role_has_those_who_hold_it_and_what_they_said_in_it() {
    let edition = sample::edition();
    let root = drawn(pages::role(&edition, "mayor").body).await;
    assert_eq!(texts(&root, "h1"), ["Mayor"]);
    assert_eq!(texts(&root, ".facts li"), ["Tam Brill"]);
    assert_eq!(texts(&root, ".lines a.words"), ["“a start”"]);
    let root = drawn(pages::role(&edition, "archduke").body).await;
    assert!(attribute(&root, "main", "data-page").is_some_and(|page| page == "unknown"));
}

fn brush(drawn: Option<[usize; 2]>) -> Brush {
    Brush { drawn, tell: Callback::noop(), ask: Callback::noop() }
}

#[test]
async fn bars_that_are_drawn_over_are_shown_and_their_days_told() {
    let edition = sample::edition();
    let query = query("view=timeline");
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
        let query = query(address);
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
    let query = query("view=timeline");
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
async fn people_are_drawn_and_tabled_with_whom_they_name() {
    let edition = sample::edition();
    let query = query("view=people");
    let found = find(&edition, &edition.search(""), &query);
    let (voices, left_out) = voices(&edition, &found);
    assert_eq!((voices.len(), left_out), (2, 0));
    let root = drawn(people(&edition, &voices, left_out, &query)).await;
    assert_eq!(texts(&root, "tbody th"), ["Odile Quarrie", "Tam Brill"]);
    assert_eq!(texts(&root, "svg.arcs text"), ["Odile Quarrie", "Tam Brill"]);
    assert_eq!(attribute(&root, "tbody td a", "href").as_deref(), Some("./?speaker=odile-quarrie"));
}

#[test]
async fn stories_mark_what_was_found_and_name_who_said_it() {
    let edition = sample::edition();
    let query = query("speaker=tam-brill&view=article");
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
