//! Holds the page to its promise that every string that a reader sees or hears stands in `src/messages.rs` and below.

use std::path::Path;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::{read, root, sources};

/// The attributes whose values are shown or spoken; of a name with hyphens, its last part.
const SPOKEN: &[&str] = &["alt", "description", "label", "placeholder", "title", "valuetext"];

/// The functions of `src/views/text.rs` that put words on the page.
const SHOWN: &[&str] = &["button", "number", "text"];

#[test]
fn all_words_of_the_interface_stand_in_the_messages() {
    let messages = root().join("src/messages");
    let files = sources(&root().join("src"));
    assert!(files.len() > 50, "only {} files were found", files.len());
    let mut strays = Vec::new();
    for file in files.iter().filter(|file| !file.starts_with(&messages) && !is_test(file)) {
        let found = strays_of(&read(file));
        strays.extend(found.into_iter().map(|literal| format!("{}: {literal}", file.display())));
    }
    assert!(strays.is_empty(), "words outside of the messages:\n{}", strays.join("\n"));
}

#[test]
fn words_are_found_wherever_they_would_be_seen_or_heard() {
    for stray in [
        r#"html! { <p>{"Nobody"}</p> }"#,
        r#"html! { <p>{ text("Nobody") }</p> }"#,
        r#"html! { <p>{ for all.iter().map(|one| html! { <b>{"nobody"}</b> }) }</p> }"#,
        r#"html! { <p>if few { <b>{"Few"}</b> }</p> }"#,
        r#"html! { <button aria-label="Close" /> }"#,
        r#"html! { <input placeholder={if few { "Few" } else { MANY }} /> }"#,
        r#"let shown = text(format!("{count} of them"));"#,
        r#"button("Close", onclick)"#,
    ] {
        assert_eq!(strays_of(stray).len(), 1, "{stray}");
    }
    for fine in [
        r#"html! { <p class="note wide" id={format!("of-{id}")}>{ text(messages::NOBODY) }</p> }"#,
        r#"html! { <p>{ if key == "Enter" { one } else { span("opening", text(other)) } }</p> }"#,
        r#"html! { <p>{" – "}</p> }"#,
        r#"let shown = text(format!("{number} {word}"));"#,
        r##"#[cfg(test)] mod tests { fn one() -> Html { text("Nobody") } }"##,
    ] {
        assert_eq!(strays_of(fine), Vec::<String>::new(), "{fine}");
    }
}

/// The literals in a source that would be seen or heard.
fn strays_of(source: &str) -> Vec<String> {
    let tokens: TokenStream = source.parse().expect("a source is Rust");
    let mut strays = Vec::new();
    code(tokens, &mut strays);
    strays
}

/// Within Rust code: what `html!` makes, and what the functions are given that put words on the page.
fn code(tokens: TokenStream, strays: &mut Vec<String>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let before = |back: usize| at.checked_sub(back).map(|place| tokens[place].to_string());
        let is = |back, word: &str| before(back).is_some_and(|name| name == word);
        if is(1, "!") && is(2, "html") {
            markup(group.stream(), strays);
        } else if is(1, "tests") && is(2, "mod") {
            continue;
        } else if group.delimiter() == Delimiter::Parenthesis
            && SHOWN.iter().any(|name| is(1, name))
            && !is(2, "fn")
        {
            literals(group.stream(), strays);
        } else {
            code(group.stream(), strays);
        }
    }
}

/// Within `html!`: children that are literals, and the attributes that are spoken.
fn markup(tokens: TokenStream, strays: &mut Vec<String>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let attribute = match &tokens[..at] {
            [.., TokenTree::Ident(name), TokenTree::Punct(sign)] if sign.as_char() == '=' => {
                Some(name.to_string())
            }
            _ => None,
        };
        let is_spoken = attribute.as_deref().is_some_and(|name| SPOKEN.contains(&name));
        match token {
            _ if is_spoken => literals(token.clone().into(), strays),
            TokenTree::Literal(_) if attribute.is_none() => literals(token.clone().into(), strays),
            // What `if` holds is markup again, and a child is a literal or code.
            TokenTree::Group(group) if attribute.is_none() && is_markup(group) => {
                markup(group.stream(), strays)
            }
            TokenTree::Group(group) => code(group.stream(), strays),
            _ => {}
        }
    }
}

fn is_markup(group: &Group) -> bool {
    match group.stream().into_iter().next() {
        Some(TokenTree::Punct(sign)) => sign.as_char() == '<',
        Some(TokenTree::Group(inner)) => inner.delimiter() == Delimiter::Brace,
        Some(TokenTree::Literal(_)) => true,
        _ => false,
    }
}

/// All literals that hold a letter outside of a format's braces.
fn literals(tokens: TokenStream, strays: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => literals(group.stream(), strays),
            TokenTree::Literal(literal) if has_words(&literal.to_string()) => {
                strays.push(literal.to_string())
            }
            _ => {}
        }
    }
}

fn has_words(literal: &str) -> bool {
    let Some(at) = literal.find('"') else { return false };
    let shown = literal[at..].split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    shown.flat_map(str::chars).any(char::is_alphabetic)
}

fn is_test(file: &Path) -> bool {
    file.file_stem().is_some_and(|name| name == "tests")
}
