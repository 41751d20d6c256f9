//! The small elements that the larger ones are made of.

use yew::{prelude::*, virtual_dom::VText};

/// Words as text, whatever they hold: never read as markup.
pub fn text(words: impl Into<AttrValue>) -> Html {
    VText::new(words).into()
}

/// A run of text that is set in a way of its own.
pub fn span(class: &'static str, content: Html) -> Html {
    html! { <span {class}>{content}</span> }
}

/// A paragraph.
pub fn paragraph(class: &'static str, content: Html) -> Html {
    html! { <p {class}>{content}</p> }
}

/// What is not known, said so.
pub fn unknown(what: &'static str) -> Html {
    span("not-known", text(what))
}

/// A button.
pub fn button(class: &'static str, label: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} {onclick}>{label}</button> }
}

/// Several things, one after the other.
pub fn all<const N: usize>(parts: [Html; N]) -> Html {
    parts.into_iter().collect()
}
