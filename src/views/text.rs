//! The small elements that the larger ones are made of. Each is put together in one place, for the page's size;
//! classes that are not written out within `html!` would bring a set of classes along.

use yew::{
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, VTag, VText},
};

/// Words as text, whatever they hold: never read as markup.
pub fn text(words: impl Into<AttrValue>) -> Html {
    VText::new(words).into()
}

/// An element with two attributes of these names; an empty one is left out.
fn element(
    tag: &'static str,
    keys: &'static [&'static str; 2],
    values: [AttrValue; 2],
    content: Html,
) -> Html {
    let value = |value: AttrValue| (!value.is_empty()).then_some(AttributeOrProperty::Attribute(value));
    filled(tag, keys, Box::new(values.map(value)), content)
}

fn filled(
    tag: &'static str,
    keys: &'static [&'static str],
    values: Box<[Option<AttributeOrProperty>]>,
    content: Html,
) -> Html {
    let mut element = VTag::new(tag);
    element.set_attributes(Attributes::Dynamic { keys, values });
    element.add_child(content);
    element.into()
}

/// A part of a drawing, with a value for each of these attributes.
pub fn shape(tag: &'static str, keys: &'static [&'static str], values: Vec<String>, content: Html) -> Html {
    let value = |value: String| Some(AttributeOrProperty::Attribute(value.into()));
    filled(tag, keys, values.into_iter().map(value).collect(), content)
}

/// Room for what is not drawn, so many CSS pixels high. A page whose policy allows no inline styles can give heights to
/// drawings.
pub fn gap(height: u32) -> Html {
    if height == 0 {
        return Html::default();
    }
    let values = ["gap", "1", &height.to_string(), "true"].map(str::to_owned).into();
    shape("svg", &["class", "width", "height", "aria-hidden"], values, Html::default())
}

/// A run of text that is set in a way of its own.
pub fn span(class: &'static str, content: Html) -> Html {
    element("span", &["class", "title"], [class.into(), AttrValue::default()], content)
}

/// Words with numbers in them, each written as the reader's locale does: where they were drawn ahead, `styles/first.js`
/// writes them so before they are painted.
pub fn number(words: String) -> Html {
    span("number", text(words))
}

/// A run of text with a note on what it is.
pub fn noted(class: &'static str, note: &'static str, content: Html) -> Html {
    element("span", &["class", "title"], [class.into(), note.into()], content)
}

/// A paragraph.
pub fn paragraph(class: &'static str, content: Html) -> Html {
    element("p", &["class", "id"], [class.into(), AttrValue::default()], content)
}

/// The heading of a part of a page; `id` is what the part is labelled by.
pub fn heading(id: &'static str, content: Html) -> Html {
    element("h2", &["class", "id"], [AttrValue::default(), id.into()], content)
}

/// A link to an address relative to the page's `<base>`.
pub fn link(class: &'static str, href: String, content: Html) -> Html {
    element("a", &["class", "href"], [class.into(), href.into()], content)
}

/// What is not known, said so.
pub fn unknown(what: &'static str) -> Html {
    span("not-known", text(what))
}

/// A button.
pub fn button(label: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {onclick}>{label}</button> }
}

/// A button that is set as text.
pub fn quiet_button(label: impl Into<AttrValue>, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="plain" {onclick}>{text(label)}</button> }
}

/// Several things, one after the other.
pub fn all<const N: usize>(parts: [Html; N]) -> Html {
    parts.into_iter().collect()
}
