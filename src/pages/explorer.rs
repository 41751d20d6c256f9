//! Every statement, searched as one types and narrowed by filters.

use yew::{prelude::*, virtual_dom::VList};

use super::Page;
use crate::{
    edition::Edition,
    finding::{Found, key},
    hooks::{AppState, Search, opening, wanted},
    later, messages,
    query::{Facet, Group, Query, Sort, View},
    state::{Action, STORIES},
    telling::Told,
    views::{
        chips::chips,
        facets::{Turn, facet},
        keys::KEYS,
        line::{Spot, line},
        period::period,
        text::{all, gap, link, paragraph, quiet_button, text},
    },
    web::{elements, lines::LIST},
};

/// The explorer, with what was `found`.
pub fn explorer(edition: &Edition, found: &Found, search: &Search, app: &AppState) -> Page {
    let told = app.state.is_whole().then(|| later::tell(edition, found, &wanted(app)));
    let told = told.as_ref();
    let body = html! {
        <main id="main" tabindex="-1" data-page="explorer" class="explorer">
            <h1 class="unseen" tabindex="-1">{messages::EXPLORER}</h1>
            {search_box(edition, found, told, search, app)}
            {filters(edition, found, told, search, app)}
            <section class="found" aria-label={messages::RESULTS}>
                {summary(found, told, search)}
                {chips(edition, &search.query, &search.ask)}
                {shown(edition, found, told, search, app)}
            </section>
        </main>
    };
    Page { title: search.query.q.clone(), body }
}

fn search_box(
    edition: &Edition,
    found: &Found,
    told: Option<&Told>,
    search: &Search,
    app: &AppState,
) -> Html {
    let goes_on = told.zip(found.query.as_ref()).filter(|_| app.state.typed.is_some());
    html! {
        <search class="search">
            <label for="q">{messages::SEARCH}</label>
            <input
                id="q"
                type="search"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                placeholder={messages::WORDS_TO_BE}
                value={search.text.clone()}
                oninput={search.oninput.clone()}
            />
            {quiet_button(messages::HOW_TO_SEEK, opening(app, KEYS))}
            if let Some((told, query)) = goes_on {
                {later::completions(edition, told, query)}
            }
        </search>
    }
}

fn filters(edition: &Edition, found: &Found, told: Option<&Told>, search: &Search, app: &AppState) -> Html {
    let open = app.state.filters_open;
    let unfold = app.callback().reform(|_: MouseEvent| Action::FiltersToggled);
    let (query, ask, tell) = (search.query.clone(), search.ask.clone(), app.callback());
    let turn = Callback::from(move |turn: Turn| match turn {
        Turn::Choose(facet, value) => ask.emit(query.toggled(facet, &value)),
        Turn::Sift(sieve) => tell.emit(Action::Sifted(sieve)),
    });
    let facets = Facet::ALL.into_iter().map(|one| {
        let sieve = app.state.sieve(one);
        let whole = app.state.is_whole();
        let field = if whole { later::sift(&sieve, &turn) } else { Html::default() };
        let sifted = |label: &str| !whole || sieve.text.is_empty() || later::begins(&sieve.text, label);
        facet(edition, found, &search.query, &sieve, (field, &sifted), &turn)
    });
    let days = told.zip(found.query.as_ref()).map(|(told, query)| later::times(told, query));
    let days = days.unwrap_or_default();
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
                {period(&search.query, &search.ask, days)}
            </div>
        </aside>
    }
}

fn summary(found: &Found, told: Option<&Told>, search: &Search) -> Html {
    let query = &search.query;
    // Without words sought there is nothing to match: the list is as printed, which is then the first to choose.
    let matches = !query.q.is_empty();
    let chosen = if matches || query.sort != Sort::Relevance { query.sort } else { Sort::Place };
    let sorts = Sort::ALL.map(|sort| (sort.key(), messages::sort(sort), sort == chosen));
    let sorts = &sorts[usize::from(!matches)..];
    let groups = Group::ALL.map(|group| (group.key(), messages::group(group), group == query.group));
    html! {
        <div class="summary">
            <p id="count" role="status">{text(messages::count(found.len()))}</p>
            <div class="choices">
                {choice(search, "sort", messages::ORDER, sorts)}
                {choice(search, "group", messages::GROUP, &groups)}
            </div>
            {views(&search.query)}
            {caveats(found)}
            if let Some((told, query)) = told.zip(found.query.as_ref()) {
                {later::meant(told, query)}
            }
        </div>
    }
}

/// A way to list what is found, of those that are named so in an address.
fn choice(
    search: &Search,
    name: &'static str,
    label: &'static str,
    ways: &[(&'static str, &'static str, bool)],
) -> Html {
    let query = search.query.clone();
    let onchange = search.ask.reform(move |event: Event| query.listed(name, &elements::value_of(&event)));
    let options = ways.iter().map(|(value, label, selected)| {
        html! { <option value={*value} selected={*selected}>{*label}</option> }
    });
    html! {
        <span class="choice">
            <label for={name}>{label}</label>
            <select id={name} {onchange}>{options.collect::<Html>()}</select>
        </span>
    }
}

/// What else may have been meant: offered, never put in its place.
pub fn meant(told: &Told, query: &Query) -> Html {
    let Some(meant) = &told.meant else {
        return Html::default();
    };
    let href = query.seeking(&meant.clone().into()).href();
    let offer = all([text(messages::DID_YOU_MEAN), link("meant", href, text(messages::quoted(meant)))]);
    paragraph("caveat", offer)
}

/// What the search had to leave out.
fn caveats(found: &Found) -> Html {
    let dropped = (!found.dropped.is_empty()).then(|| messages::dropped(&found.dropped).into());
    let cut: Option<AttrValue> = found.cut.then_some(messages::CUT_QUERY.into());
    dropped.into_iter().chain(cut).map(|caveat| paragraph("caveat", text(caveat))).collect()
}

/// What was found, in the view that is asked for.
fn shown(edition: &Edition, found: &Found, told: Option<&Told>, search: &Search, app: &AppState) -> Html {
    let Some(query) = &found.query else {
        return Html::default();
    };
    match (told, query.view) {
        (_, View::List) if !found.is_empty() => list(edition, found, query, app),
        (None, _) => paragraph("nothing", text(messages::incomplete(&app.state.program))),
        (Some(told), _) if found.is_empty() => later::nothing(edition, told, &search.ask),
        (Some(told), View::People) => later::people(edition, told, query),
        (Some(told), View::Article) => {
            all([later::stories(edition, told), more(told.stories.1.min(STORIES), app)])
        }
        (Some(told), _) => {
            all([later::timeline(told, query, &search.ask, app), list(edition, found, query, app)])
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
    let onclick = app.callback().reform(|_: MouseEvent| Action::MoreStories);
    html! { <button type="button" id="more" {onclick}>{text(messages::more(count))}</button> }
}

fn list(edition: &Edition, found: &Found, query: &Query, app: &AppState) -> Html {
    let select = app.callback();
    let onfocusin = Callback::from(move |event: FocusEvent| {
        if let Some(statement) = elements::data_of(&event, "data-statement").and_then(|one| one.parse().ok())
        {
            select.emit(Action::Selected(statement));
        }
    });
    html! {
        <>
            <ol id={LIST} class="lines" {onfocusin}>{lines(edition, found, query, app)}</ol>
            {behind(found, app)}
        </>
    }
}

/// The statements that are drawn: those that the reader may be about to see, and the one that the keyboard is at.
fn lines(edition: &Edition, found: &Found, query: &Query, app: &AppState) -> Html {
    let (count, listing, selected) = (found.len(), &app.state.listing, app.state.selected);
    let drawn = listing.drawn(count);
    let kept = selected.filter(|_| drawn.len() < count).and_then(|selected| found.place(selected));
    let mut places: Vec<usize> = drawn.collect();
    match kept {
        Some(place) if place < places[0] => places.insert(0, place),
        Some(place) if !places.contains(&place) => places.push(place),
        _ => (),
    }
    places.retain(|place| edition.holds(found.statements[*place]));
    let mut last = 0;
    let mut lines = VList::new();
    for place in places {
        let statement = found.statements[place];
        let marks = found.marks(edition, place);
        let whole = app.state.is_whole();
        let spot = Spot {
            place,
            count,
            gap: listing.gap(last..place, count),
            group: group(edition, found, query, place),
            letters: if whole { later::letters(&query.q, &marks) } else { Vec::new() },
        };
        last = place + 1;
        lines.add_child(line(edition, statement, &marks, selected == Some(statement), Some(spot)));
    }
    lines.into()
}

/// The name of the group that the statement at a place is the first of.
fn group(edition: &Edition, found: &Found, query: &Query, place: usize) -> Option<AttrValue> {
    let group = query.group;
    let key = |place: usize| key(edition, found.statements[place], group);
    let first = group != Group::None && (place == 0 || key(place - 1) != key(place));
    first.then(|| edition.group(found.statements[place], group))
}

/// What follows the statements drawn: room for the others, which comes with the program that fills it.
fn behind(found: &Found, app: &AppState) -> Html {
    let (count, listing) = (found.len(), &app.state.listing);
    let end = listing.drawn(count).end;
    if end == count {
        return Html::default();
    }
    if !app.state.is_whole() {
        return paragraph("nothing", text(messages::incomplete(&app.state.program)));
    }
    all([gap(listing.gap(end..count, count)), paragraph("printed", text(messages::printed(end, count)))])
}
