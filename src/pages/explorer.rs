//! Every statement, searched as one types and narrowed by filters.

use std::rc::Rc;

use verbatim_search::Results;
use yew::prelude::*;

use super::Page;
use crate::{
    edition::Edition,
    finding::{Found, find},
    hooks::{AppState, Search},
    later, messages,
    query::{Facet, Query, Sort, View},
    state::{Action, PAGE},
    views::{
        chips::chips,
        facets::{Turn, facet},
        line::line,
        stories::STORIES,
        text::{all, button, link, paragraph, text},
    },
    web::elements,
};

/// The explorer. `results` is what the words sought find.
pub fn explorer(edition: &Edition, results: Rc<Results>, search: &Search, app: &AppState) -> Page {
    let found = find(edition, results, &search.query);
    let body = html! {
        <main id="main" tabindex="-1" data-page="explorer" class="explorer">
            <h1 class="unseen" tabindex="-1">{messages::EXPLORER}</h1>
            {search_box(search)}
            {filters(edition, &found, search, app)}
            <section class="found" aria-label={messages::RESULTS}>
                {summary(edition, &found, search, app)}
                {chips(edition, &search.query, &search.ask)}
                {shown(edition, &found, search, app)}
            </section>
        </main>
    };
    Page { title: search.query.q.clone(), body }
}

fn search_box(search: &Search) -> Html {
    html! {
        <search class="search">
            <label for="q">{messages::SEARCH}</label>
            <input
                id="q"
                type="search"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                value={search.text.clone()}
                oninput={search.oninput.clone()}
            />
        </search>
    }
}

fn filters(edition: &Edition, found: &Found, search: &Search, app: &AppState) -> Html {
    let open = app.state.filters_open;
    let unfold = app.callback().reform(|_: MouseEvent| Action::FiltersToggled);
    let (query, ask, tell) = (search.query.clone(), search.ask.clone(), app.callback());
    let turn = Callback::from(move |turn: Turn| match turn {
        Turn::Choose(facet, value) => ask.emit(query.toggled(facet, &value)),
        Turn::Unfold(facet) => tell.emit(Action::Unfolded(facet)),
    });
    let facets = Facet::ALL.into_iter().map(|one| {
        let unfolded = app.state.unfolded.contains(&one);
        facet(edition, found, &search.query, one, unfolded, &turn)
    });
    html! {
        <aside class="filters" aria-label={messages::FILTERS}>
            <button
                type="button"
                class="unfold"
                aria-expanded={if open { "true" } else { "false" }}
                aria-controls="facets"
                onclick={unfold}
            >
                {messages::FILTERS}
            </button>
            <div id="facets" class="facets" data-open={open.then_some("true")}>
                {facets.collect::<Html>()}
            </div>
        </aside>
    }
}

fn summary(edition: &Edition, found: &Found, search: &Search, app: &AppState) -> Html {
    let query = search.query.clone();
    let onchange = search.ask.reform(move |event: Event| {
        let key = elements::value_of(&event);
        let sort = Sort::ALL.into_iter().find(|sort| sort.key() == key).unwrap_or_default();
        Query { sort, ..query.clone() }
    });
    let seeking = !search.query.q.is_empty();
    let options = Sort::ALL.into_iter().map(|sort| {
        let selected = sort == search.query.sort;
        html! { <option value={sort.key()} {selected}>{messages::sort(sort, seeking)}</option> }
    });
    html! {
        <div class="summary">
            <p id="count" role="status">{text(messages::count(found.len()))}</p>
            <span class="choice">
                <label for="sort">{messages::ORDER}</label>
                <select id="sort" {onchange}>{options.collect::<Html>()}</select>
            </span>
            {views(&search.query)}
            {caveats(found)}
            if app.state.is_whole() {
                {later::meant(edition, &search.query)}
            }
        </div>
    }
}

/// What else may have been meant: offered, never put in its place.
pub fn meant(edition: &Edition, query: &Query) -> Html {
    let Some(meant) = edition.meant(&query.q) else {
        return Html::default();
    };
    let href = query.seeking(&meant.clone().into()).href();
    let offer = all([text(messages::DID_YOU_MEAN), link("meant", href, text(messages::quoted(&meant)))]);
    paragraph("caveat", offer)
}

/// What the search had to leave out.
fn caveats(found: &Found) -> Html {
    let results = found.results();
    let dropped = !results.dropped.is_empty() && !results.hits.is_empty();
    let dropped = dropped.then(|| messages::dropped(&results.dropped).into());
    let cut: Option<AttrValue> = results.cut.then_some(messages::CUT_QUERY.into());
    dropped.into_iter().chain(cut).map(|caveat| paragraph("caveat", text(caveat))).collect()
}

/// What was found, in the view that is asked for.
fn shown(edition: &Edition, found: &Found, search: &Search, app: &AppState) -> Html {
    if found.is_empty() {
        return nothing(edition, search);
    }
    match search.query.view {
        View::List => list(edition, found, search, app),
        _ if !app.state.is_whole() => paragraph("nothing", text(messages::incomplete(&app.state.program))),
        View::Timeline => all([
            later::timeline(edition, found, &search.query, &search.ask),
            list(edition, found, search, app),
        ]),
        View::People => later::people(edition, found, &search.query),
        View::Article => {
            let (stories, left) = later::stories(edition, found, app.state.listed * STORIES / PAGE);
            all([stories, more(left.min(STORIES), app)])
        }
    }
}

/// The ways to look at what was found.
fn views(query: &Query) -> Html {
    let ways = View::ALL.into_iter().map(|view| {
        let current = (view == query.view).then_some("true");
        html! { <a href={query.viewed(view).href()} aria-current={current}>{messages::view(view)}</a> }
    });
    html! { <nav class="views" aria-label={messages::VIEWS}>{ways.collect::<Html>()}</nav> }
}

/// The button for more, where there is more.
fn more(count: usize, app: &AppState) -> Html {
    if count == 0 {
        return Html::default();
    }
    let onclick = app.callback().reform(|_: MouseEvent| Action::ListedMore);
    html! { <button type="button" id="more" {onclick}>{text(messages::more(count))}</button> }
}

fn list(edition: &Edition, found: &Found, search: &Search, app: &AppState) -> Html {
    let selected = app.state.selected;
    let select = app.callback();
    let onfocusin = Callback::from(move |event: FocusEvent| {
        if let Some(statement) = elements::data_of(&event, "data-statement").and_then(|one| one.parse().ok())
        {
            select.emit(Action::Selected(statement));
        }
    });
    let left = found.len().saturating_sub(app.state.listed);
    let lines = found.hits().take(app.state.listed).map(|hit| {
        let marks = edition.marks(&search.query.q, hit);
        line(edition, hit.document, &marks, selected == Some(hit.document))
    });
    html! {
        <>
            <ol id="results" class="lines" {onfocusin}>{lines.collect::<Html>()}</ol>
            {more(left.min(PAGE), app)}
        </>
    }
}

/// Why the list is empty, and ways out.
fn nothing(edition: &Edition, search: &Search) -> Html {
    if edition.archive.statements.is_empty() {
        return paragraph("nothing", text(messages::NOTHING_SAID));
    }
    let query = &search.query;
    let to = |query: Query| search.ask.reform(move |_: MouseEvent| query.clone());
    let unfiltered = (query.is_filtered() && !query.q.is_empty())
        .then(|| button(messages::SEEK_WITHOUT_FILTERS, to(query.unfiltered())));
    html! {
        <div class="nothing">
            {paragraph("", text(messages::NOTHING_FOUND))}
            {unfiltered.unwrap_or_default()}
            {button(messages::SEEK_NOTHING, to(Query::default()))}
        </div>
    }
}
