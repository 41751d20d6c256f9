//! What the page draws, in a browser: lists, words and marks, as elements and as text.
#![cfg(target_arch = "wasm32")]

mod lines;
mod pages;
#[path = "../sample/mod.rs"]
mod sample;
mod views;

use std::rc::Rc;

use verbatim::{
    ENGLISH,
    hooks::{AppState, use_app},
    pages::statement,
    place::Place,
    web::Element,
    write_with,
};
use wasm_bindgen_test::wasm_bindgen_test_configure;
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
    statement(&Rc::new(sample::edition()), props.address, &app).body
}

async fn drawn(html: Html) -> Element {
    write_with(ENGLISH);
    let root = gloo::utils::document().create_element("div").expect("an element");
    yew::Renderer::<Drawn>::with_root_and_props(root.clone(), DrawnProps { html }).render();
    yew::scheduler::flush().await;
    root
}

async fn statement_page(address: &'static str) -> Element {
    write_with(ENGLISH);
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
