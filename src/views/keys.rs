//! The keys that work on the page, and what can be asked of its search.

use yew::prelude::*;

use super::text::{button, paragraph, text};
use crate::{messages, web::elements};

/// The dialog's id.
pub const KEYS: &str = "keys";

/// The dialog that lists both.
pub fn keys() -> Html {
    let close = Callback::from(|_: MouseEvent| elements::close_dialog(KEYS));
    html! {
        <dialog id={KEYS} aria-labelledby="keys-title">
            <h2 id="keys-title" tabindex="-1" autofocus=true>{messages::SEARCHING}</h2>
            <dl class="syntax">
                for (typed, what) in messages::SYNTAX {
                    <div>
                        <dt><kbd>{typed}</kbd></dt>
                        <dd>{what}</dd>
                    </div>
                }
            </dl>
            {paragraph("note", text(messages::SYNTAX_NOTE))}
            <h2>{messages::KEYS_TITLE}</h2>
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
            {button(messages::CLOSE, close)}
        </dialog>
    }
}
