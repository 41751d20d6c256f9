//! The shell: what stands around every page, and which page is shown.

use std::rc::Rc;

use yew::prelude::*;
use yew_router::{BrowserRouter, hooks::use_navigator};

use crate::{
    edition::Edition,
    hooks::{DIALOG, Place, settle, use_app, use_archive, use_arrival, use_place, use_site_keys},
    messages,
    pages::{About, Article, Explorer, Failed, Nowhere, Speaker, Statement},
    route::Route,
    state::{Action, Opening, State, Theme},
    views::link::link,
    web::{elements, history, theme},
};

/// The page in a browser.
#[component]
pub fn App() -> Html {
    let state = use_reducer(|| State { theme: theme::chosen(), ..State::default() });
    let dispatcher = state.dispatcher();
    html! {
        <ContextProvider<UseReducerHandle<State>> context={state}>
            <ContextProvider<UseReducerDispatcher<State>> context={dispatcher}>
                <BrowserRouter>
                    <Shell />
                </BrowserRouter>
            </ContextProvider<UseReducerDispatcher<State>>>
        </ContextProvider<UseReducerHandle<State>>>
    }
}

/// The shell around a page. Needs a router and the two contexts of the state around it.
#[component]
pub fn Shell() -> Html {
    let app = use_app();
    let place = use_place();
    let ready = app.state.opening != Opening::Loading;
    use_archive(app.callback());
    use_site_keys(&place);
    use_arrival(&place, ready);
    use_address(&place);
    use_effect_with(app.state.theme, |chosen| theme::wear(*chosen));
    let onclick = use_links(&place);
    html! {
        <div class="page" {onclick}>
            <a class="skip" href={skip(&place)}>{messages::SKIP}</a>
            {masthead(&place, app.state.theme, app.callback())}
            {page(&app.state.opening, place)}
            {footer()}
            {keys()}
        </div>
    }
}

/// Tells the state about every address that the reader comes to.
#[hook]
fn use_address(place: &Place) {
    let app = use_app();
    use_effect_with(place.clone(), move |place| {
        app.tell(match place.route {
            Route::Explorer => Action::Asked(place.query.clone()),
            _ => Action::Arrived,
        });
    });
}

/// Follows links to our own pages without loading them anew. What is still being typed is put into the address
/// first, so that Back finds it.
#[hook]
fn use_links(place: &Place) -> Callback<MouseEvent> {
    let app = use_app();
    let navigator = use_navigator();
    let query = place.query.clone();
    let explorer = place.route == Route::Explorer;
    Callback::from(move |event: MouseEvent| {
        let Some(href) = history::followed(&event) else {
            return;
        };
        event.prevent_default();
        let typed = app.state.typed.as_ref().filter(|typed| explorer && !typed.settled);
        if let Some(typed) = typed {
            let query = query.seeking(&typed.text.trim().to_owned().into());
            settle(navigator.as_ref(), &query, typed);
        }
        history::open(&href);
        elements::scroll_to_top();
    })
}

fn page(opening: &Opening, place: Place) -> Html {
    match opening {
        Opening::Loading => html! {
            <main id="main" class="loading" aria-busy="true"><p>{messages::OPENING}</p></main>
        },
        Opening::Failed(failure) => html! { <Failed failure={failure.clone()} /> },
        Opening::Ready(edition) => routed(edition.clone(), place),
    }
}

fn routed(edition: Rc<Edition>, place: Place) -> Html {
    match place.route {
        Route::Explorer => html! { <Explorer {edition} /> },
        Route::Statement { address } => html! { <Statement {edition} {address} /> },
        Route::Speaker { slug } => html! { <Speaker {edition} {slug} /> },
        Route::Article { slug } => html! { <Article {edition} {slug} target={place.fragment} /> },
        Route::About => html! { <About {edition} /> },
        Route::Unknown => {
            html! { <Nowhere title={messages::NO_PAGE} lead={messages::NO_PAGE_LEAD} /> }
        }
    }
}

/// The link past the masthead. It names the page, because a bare fragment would lead to the `<base>`.
fn skip(place: &Place) -> String {
    let page = match place.route {
        Route::Explorer => place.query.href(),
        _ => place.route.href(),
    };
    page + "#main"
}

fn masthead(place: &Place, theme: Theme, tell: Callback<Action>) -> Html {
    let at = |route: Route, name: &'static str| {
        let current = (place.route == route).then_some("page");
        html! { <a href={route.href()} aria-current={current}>{name}</a> }
    };
    let change = tell.reform(move |_: MouseEvent| Action::Themed(theme.next()));
    let keys = Callback::from(|_: MouseEvent| elements::open_dialog(DIALOG));
    html! {
        <header class="masthead">
            <p class="name">
                {link("", &Route::Explorer, messages::NAME)}
                <span class="tagline">{messages::TAGLINE}</span>
            </p>
            <nav aria-label={messages::SITE_LINKS}>
                {at(Route::Explorer, messages::EXPLORER)}
                {at(Route::About, messages::ABOUT)}
                <button type="button" class="plain keys" onclick={keys}>{messages::KEYS}</button>
                <button type="button" class="plain theme" onclick={change}>{messages::theme(theme)}</button>
            </nav>
        </header>
    }
}

fn footer() -> Html {
    html! { <footer class="colophon"><p>{messages::ABOUT_PRIVATE}</p></footer> }
}

fn keys() -> Html {
    let close = Callback::from(|_: MouseEvent| elements::close_dialog(DIALOG));
    html! {
        <dialog id={DIALOG} aria-labelledby="keys-title">
            <h2 id="keys-title">{messages::KEYS_TITLE}</h2>
            <dl>
                for (keys, what) in messages::KEY_LIST {
                    <div>
                        <dt>
                            for key in keys {
                                <kbd>{*key}</kbd>
                            }
                        </dt>
                        <dd>{what}</dd>
                    </div>
                }
            </dl>
            <button type="button" onclick={close}>{messages::CLOSE}</button>
        </dialog>
    }
}
