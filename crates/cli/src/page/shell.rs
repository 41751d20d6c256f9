//! The page's shell, `index.html`: what is found in it and what is written into it. Text in, text out.

use std::cell::RefCell;

use anyhow::{Result, anyhow, ensure};
use lol_html::{
    ElementContentHandlers, RewriteStrSettings, Selector, element,
    html_content::{ContentType, Element},
    rewrite_str, text,
};
use verbatim::shell as words;

/// What stands in a page that must not stay there, and what must be joined.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The text of each inline script, in order.
    pub scripts: Vec<String>,
    /// The address of each stylesheet that holds for every medium, in order.
    pub stylesheets: Vec<String>,
    /// The addresses of those that no page needs before the program's second part, in order.
    pub later_stylesheets: Vec<String>,
    /// Descriptions of what the policy would block and no step of the build moves out.
    pub offences: Vec<String>,
}

/// What is to be written into a page.
#[derive(Debug)]
pub struct Changes<'a> {
    /// The Content-Security-Policy.
    pub policy: &'a str,
    /// The address of the archive, for `link#archive`.
    pub archive: String,
    /// The address of the folder with its parts, where the page begins with these, for `#parts`.
    pub parts: Option<String>,
    /// Whether the page asks for its program and its archive by itself, once it is painted.
    pub once_painted: bool,
    /// The address of the file that each inline script has become, in order.
    pub scripts: Vec<String>,
    /// The address of the file that all stylesheets have become.
    pub stylesheet: Option<String>,
    /// The address of the file that those have become which come with the program's second part.
    pub later_stylesheet: Option<String>,
    /// The address of the program's second part, where it has one, for `#later`.
    pub later: Option<String>,
    /// The address of the script that starts the program in a worker, for `#worker`.
    pub worker: Option<String>,
    /// What browsers need to install the page, where it can be: what each is, and its address.
    pub installing: Vec<(&'static str, String)>,
}

const INLINE_SCRIPT: &str = "script:not([src])";
const PROGRAM: &str = r#"link[rel="preload"][type="application/wasm"]"#;
const STYLESHEET: &str = r#"link[rel="stylesheet"]:not([media])"#;

/// The id of the stylesheet that comes with the program's second part. No browser fetches one that is disabled.
pub const LATER_STYLE: &str = "later-style";

type Handler<'a> = (std::borrow::Cow<'a, Selector>, ElementContentHandlers<'a>);

/// Reads a page.
///
/// # Errors
/// When the text is not HTML that a browser and this reader would surely read alike.
pub fn survey(html: &str) -> Result<Found> {
    let found = RefCell::new(Found::default());
    let in_script = RefCell::new(false);
    read(
        html,
        vec![
            element!(INLINE_SCRIPT, |script| {
                *in_script.borrow_mut() = runs(script);
                if runs(script) {
                    found.borrow_mut().scripts.push(String::new());
                }
                Ok(())
            }),
            text!(INLINE_SCRIPT, |chunk| {
                if *in_script.borrow()
                    && let Some(script) = found.borrow_mut().scripts.last_mut()
                {
                    script.push_str(chunk.as_str());
                }
                Ok(())
            }),
            element!(STYLESHEET, |link| {
                let href = link.get_attribute("href").unwrap_or_default();
                let found = &mut *found.borrow_mut();
                let group = match link.has_attribute("disabled") {
                    true => &mut found.later_stylesheets,
                    false => &mut found.stylesheets,
                };
                group.push(href);
                Ok(())
            }),
            element!("*", |element| {
                found.borrow_mut().offences.extend(offences(element));
                Ok(())
            }),
        ],
    )?;
    Ok(found.into_inner())
}

/// Whether a page has the element that the app is drawn into.
///
/// # Errors
/// As [`survey`].
pub fn has_root(html: &str) -> Result<bool> {
    let found = RefCell::new(false);
    read(
        html,
        vec![element!("div#app", |_| {
            *found.borrow_mut() = true;
            Ok(())
        })],
    )?;
    Ok(found.into_inner())
}

/// Writes `changes` into a page.
///
/// # Errors
/// When the page has no `meta[charset]` or no `link#archive`, or `changes` do not belong to it.
pub fn rewrite(html: &str, changes: &Changes<'_>) -> Result<String> {
    let mut scripts = changes.scripts.iter();
    let mut stylesheet = changes.stylesheet.as_ref();
    let mut later_stylesheet = changes.later_stylesheet.as_ref();
    let (mut charsets, mut archives) = (0, 0);
    let policy = format!(r#"<meta http-equiv="Content-Security-Policy" content="{}">"#, changes.policy);
    let installing: String =
        changes.installing.iter().map(|(rel, href)| format!(r#"<link rel="{rel}" href="{href}">"#)).collect();
    let script = |id: &str, href: &String| format!(r#"<meta id="{id}" name="{id}" content="{href}">"#);
    let later = changes.later.as_ref().map(|href| script("later", href));
    let worker = changes.worker.as_ref().map(|href| script("worker", href));
    let parts = changes.parts.as_ref().map(|href| script("parts", href));
    let head = [Some(policy), later, worker, parts].into_iter().flatten().collect::<String>();
    let html = read(
        html,
        vec![
            element!("html", |html| Ok(html.set_attribute("lang", words::LANGUAGE_OF_MESSAGES)?)),
            element!("[data-says]", |element| {
                let name = element.get_attribute("data-says").unwrap_or_default();
                let words = words::says(&name).ok_or(["there are no words “", &name, "”"].concat())?;
                element.remove_attribute("data-says");
                match element.tag_name().as_str() {
                    "meta" => element.set_attribute("content", &words)?,
                    // What stands in it is not read as elements where scripts run.
                    "noscript" => {
                        let title = words::says("no-script-title").unwrap_or_default();
                        let notice =
                            format!(r#"<section class="notice"><h2>{title}</h2><p>{words}</p></section>"#);
                        element.set_inner_content(&notice, ContentType::Html);
                    }
                    _ => element.set_inner_content(&words, ContentType::Text),
                }
                Ok(())
            }),
            // Not `head`: a minified page has none that is written out.
            element!("meta[charset]", |meta| {
                charsets += 1;
                meta.after(&head, ContentType::Html);
                Ok(())
            }),
            element!("link#archive", |link| {
                archives += 1;
                // What the page shows, in another form: no browser fetches it unasked.
                if changes.once_painted || changes.parts.is_some() {
                    link.set_attribute("rel", "alternate")?;
                    link.remove_attribute("as");
                }
                // Here, for no link may stand before <base>.
                link.before(&installing, ContentType::Html);
                Ok(link.set_attribute("href", &changes.archive)?)
            }),
            element!(PROGRAM, |link| {
                if changes.once_painted {
                    link.remove();
                }
                Ok(())
            }),
            element!(INLINE_SCRIPT, |script| {
                if runs(script) {
                    let src = scripts.next().ok_or("a script too many")?;
                    script.set_attribute("src", src)?;
                    script.set_inner_content("", ContentType::Text);
                }
                Ok(())
            }),
            element!(STYLESHEET, |link| {
                let is_later = link.has_attribute("disabled");
                let group = if is_later { &mut later_stylesheet } else { &mut stylesheet };
                let Some(href) = group.take() else {
                    link.remove();
                    return Ok(());
                };
                link.set_attribute("href", href)?;
                link.remove_attribute("integrity");
                if is_later {
                    link.set_attribute("id", LATER_STYLE)?;
                }
                Ok(())
            }),
        ],
    )?;
    ensure!(charsets == 1, "index.html must have one <meta charset>; it has {charsets}");
    ensure!(archives == 1, r#"index.html must have one <link id="archive">; it has {archives}"#);
    Ok(html)
}

fn read<'a>(html: &str, handlers: Vec<Handler<'a>>) -> Result<String> {
    let mut settings = RewriteStrSettings::new();
    for handler in handlers {
        settings = settings.append_element_content_handler(handler);
    }
    rewrite_str(html, settings).map_err(|error| anyhow!("index.html cannot be read: {error}"))
}

/// Whether a browser runs this script element, rather than keeping it as data.
fn runs(script: &Element<'_, '_>) -> bool {
    let kind = script.get_attribute("type").unwrap_or_default();
    matches!(kind.as_str(), "" | "module" | "text/javascript" | "application/javascript")
}

fn offences(element: &Element<'_, '_>) -> Vec<String> {
    let name = element.tag_name();
    let mut found = Vec::new();
    if name == "style" {
        found.push("an inline <style>".to_string());
    }
    for attribute in element.attributes() {
        let attribute = attribute.name();
        if attribute == "style" || attribute.starts_with("on") {
            found.push(format!("the attribute {attribute} of a <{name}>"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Changes, rewrite, survey, words};

    const PAGE: &str = r#"<!doctype html><meta charset=utf-8><base href=/><link id=archive rel=preload>
<link rel="stylesheet" href="/one.css"><link rel="stylesheet" href="/two.css">
<link rel="stylesheet" href="/three.css" disabled><link rel="stylesheet" href="/four.css" disabled>
<script type=module>import init from "/a.js"; if (1 < 2) init()</script>
<script type="application/json">{"a": 1}</script><script src="/kept.js"></script>"#;

    fn changes() -> Changes<'static> {
        Changes {
            policy: "default-src 'none'",
            archive: "/archive-1.vbt".into(),
            parts: None,
            once_painted: false,
            scripts: vec!["/start-1.js".into()],
            stylesheet: Some("/style-1.css".into()),
            later_stylesheet: Some("/later-1.css".into()),
            later: Some("/later-1.wasm".into()),
            worker: Some("/worker-1.js".into()),
            installing: vec![("manifest", "/manifest-1.webmanifest".into())],
        }
    }

    #[test]
    fn what_is_inline_and_what_is_to_be_joined_is_found() {
        let found = survey(PAGE).expect("a page");
        assert_eq!(found.scripts, [r#"import init from "/a.js"; if (1 < 2) init()"#]);
        assert_eq!(found.stylesheets, ["/one.css", "/two.css"]);
        assert_eq!(found.later_stylesheets, ["/three.css", "/four.css"]);
        assert_eq!(found.offences, Vec::<String>::new());
    }

    #[test]
    fn the_page_that_comes_out_has_nothing_inline_and_a_policy() {
        let page = rewrite(PAGE, &changes()).expect("a page");
        assert!(page.contains(r#"<meta charset=utf-8><meta http-equiv="Content-Security-Policy""#));
        assert!(page.contains(r#"<script type=module src="/start-1.js"></script>"#), "{page}");
        assert!(page.contains(r#"href="/archive-1.vbt""#));
        let place = |what: &str| page.find(what).unwrap_or_else(|| panic!("{what} is not in {page}"));
        assert!(
            place("<base") < place("<link") && place("<base") < place(r#"<link rel="manifest""#),
            "{page}"
        );
        assert!(page.contains(r#"<meta id="later" name="later" content="/later-1.wasm">"#), "{page}");
        assert!(page.contains(r#"<meta id="worker" name="worker" content="/worker-1.js">"#), "{page}");
        let style = r#"<link rel="stylesheet" href="/style-1.css">"#;
        let later_style = r#"<link rel="stylesheet" href="/later-1.css" disabled id="later-style">"#;
        assert!(page.contains(style) && page.contains(later_style), "{page}");
        assert_eq!(page.matches(".css").count(), 2);
        assert!(page.contains(r#"{"a": 1}"#) && page.contains("/kept.js"));
        assert_eq!(survey(&page).expect("a page").scripts, Vec::<String>::new());
    }

    #[test]
    fn what_is_asked_for_once_the_page_is_painted_is_not_asked_for_before() {
        let with_program = [PAGE, "<link rel=preload as=fetch href=/a.wasm type=application/wasm>"].concat();
        let page = rewrite(&with_program, &changes()).expect("a page");
        assert_eq!(page.matches("preload").count(), 2, "{page}");
        let page = rewrite(&with_program, &Changes { once_painted: true, ..changes() }).expect("a page");
        assert!(!page.contains("preload") && page.contains(r#"rel="alternate""#), "{page}");
    }

    #[test]
    fn what_the_policy_would_block_is_named() {
        let page = r#"<style>p {}</style><p style="color: red" onclick="run()">"#;
        let offences = survey(page).expect("a page").offences;
        assert_eq!(
            offences,
            ["an inline <style>", "the attribute style of a <p>", "the attribute onclick of a <p>"]
        );
    }

    #[test]
    fn a_page_without_a_place_for_the_archive_is_refused() {
        let error = rewrite("<meta charset=utf-8>", &changes()).expect_err("nowhere to put it");
        assert!(error.to_string().contains(r#"<link id="archive">"#), "{error}");
    }

    #[test]
    fn all_words_of_the_shell_are_messages() {
        let html = include_str!("../../../../index.html");
        let mut names = html.split("data-says=\"").skip(1).filter_map(|rest| rest.split('"').next());
        assert!(names.all(|name| words::says(name).is_some_and(|words| !words.is_empty())));
        let outside = html.split('>').skip(1).filter_map(|rest| rest.split('<').next());
        assert_eq!(outside.map(str::trim).collect::<String>(), "", "words that are no messages");
        let read = rewrite(html, &changes()).expect("it is a page");
        assert!(read.contains(">Something went wrong<") && !read.contains("data-says"), "{read}");
    }
}
