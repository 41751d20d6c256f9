//! The palette: a dialog that leads to anybody, any role, article or view by a few letters, and to commands.

use yew::prelude::*;

use super::{
    keys::KEYS,
    marked::marked_whole,
    share::SHARE,
    text::{span, text},
    tidings::copy_address,
};
use crate::{
    edition::Edition,
    hooks::{AppState, shelf},
    messages,
    palette::{Goal, Offer, offers},
    state::{Action, Picking},
    web::{elements, history},
};

/// The dialog's id.
pub const PALETTE: &str = "palette";

/// How many entries are offered at a time.
const OFFERED: usize = 9;

/// The palette.
pub fn palette(edition: &Edition, app: &AppState) -> Html {
    let typed = app.state.palette.clone();
    let wanted = if typed.open { OFFERED } else { 0 };
    let offers = offers(edition, &app.state.place, &typed.text, wanted);
    let tell = app.callback().reform(Action::Picking);
    let goals: Vec<Goal> = offers.iter().map(|offer| offer.entry.goal.clone()).collect();
    let chosen = {
        let app = app.clone();
        Callback::from(move |at: usize| {
            if let Some(goal) = goals.get(at) {
                elements::close_dialog(PALETTE);
                follow(&app, goal);
            }
        })
    };
    let options: Html = offers.iter().enumerate().map(|(at, offer)| option(offer, at, typed.at)).collect();
    let current = (!offers.is_empty()).then(|| id(typed.at));
    let onclick = chosen.reform(|event: MouseEvent| {
        let at = elements::data_of(&event, "data-at");
        at.and_then(|at| at.parse().ok()).unwrap_or(usize::MAX)
    });
    html! {
        <dialog id={PALETTE} aria-label={messages::GO_TO} onclose={tell.reform(|_: Event| Picking::default())}>
            <input
                type="text"
                role="combobox"
                aria-label={messages::GO_TO}
                aria-expanded="true"
                aria-controls="offers"
                aria-activedescendant={current}
                autocomplete="off"
                spellcheck="false"
                value={typed.text.clone()}
                onfocus={tell.reform(|_: FocusEvent| Picking { open: true, ..Picking::default() })}
                oninput={tell.reform(|event: InputEvent| Picking { open: true, text: elements::value_of(&event), at: 0 })}
                onkeydown={keys(typed, offers.len(), tell, chosen)}
            />
            <ul id="offers" role="listbox" aria-label={messages::GO_TO} {onclick}>{options}</ul>
        </dialog>
    }
}

/// Does what was chosen.
fn follow(app: &AppState, goal: &Goal) {
    match goal {
        Goal::Go(href) => {
            history::open(href);
            elements::scroll_to_top();
        }
        Goal::Theme => app.tell(Action::Themed(app.state.theme.unwrap_or_default().next())),
        Goal::Keys => elements::open_dialog(KEYS),
        Goal::Shelf => shelf::open_shelf(app),
        // The page of a statement has a button for it, which tells beside itself what came of it.
        Goal::Copy => {
            if !elements::press(SHARE) {
                copy_address(app);
            }
        }
    }
}

/// Arrows move among the offers, around their end; Enter chooses.
fn keys(
    typed: Picking,
    count: usize,
    tell: Callback<Picking>,
    chosen: Callback<usize>,
) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let at = match event.key().as_str() {
            "ArrowDown" => typed.at + 1,
            "ArrowUp" => typed.at + count.max(1) - 1,
            "Enter" => {
                // Closing gives the focus back to the button that opened the palette, which Enter would press.
                event.prevent_default();
                return chosen.emit(typed.at);
            }
            _ => return,
        };
        event.prevent_default();
        tell.emit(Picking { at: at % count.max(1), ..typed.clone() });
    })
}

fn id(at: usize) -> String {
    ["offer-", &at.to_string()].concat()
}

fn option(offer: &Offer, at: usize, current: usize) -> Html {
    let selected = if at == current { "true" } else { "false" };
    html! {
        <li id={id(at)} role="option" aria-selected={selected} data-at={at.to_string()}>
            {span("name", marked_whole(&offer.entry.label, &offer.marks))}
            {span("sort", text(offer.entry.sort))}
        </li>
    }
}
