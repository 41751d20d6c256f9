//! The page's shell, cut where each page differs.

use anyhow::{Result, anyhow, ensure};
use lol_html::{RewriteStrSettings, element, html_content::ContentType, rewrite_str};
use quick_xml::escape::escape;

/// Marks of the places where pages differ: no shell holds them.
const TITLE: &str = "\u{2}title\u{3}";
const DESCRIPTION: &str = "\u{2}description\u{3}";
const HEAD: &str = "\u{2}head\u{3}";
/// What loads the program, and what is shown when it fails.
const PROGRAM: &str =
    "script, link[rel=preload], #archive, link[rel=modulepreload], link[rel=manifest], #failure";

/// What the list does without, and no other page.
const LATER_STYLE: &str = "link[rel=stylesheet][disabled]";

const BODY: &str = "\u{2}body\u{3}";

/// A shell to be filled.
pub struct Template {
    parts: [String; 5],
}

/// Where a page's own words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Where its program will draw. The notice to readers without JavaScript goes: there is something to read.
    Drawn,
    /// Where its program would draw, without one: nothing is left that would load or replace it.
    Alone,
    /// Where its program will draw, and the notice to readers without JavaScript stays: what there is to read is not
    /// all that the page can do.
    Entrance,
}

/// What one page puts into it.
pub struct Filling<'a> {
    /// As text.
    pub title: &'a str,
    /// As text.
    pub description: &'a str,
    /// As HTML.
    pub head: &'a str,
    /// As HTML.
    pub body: &'a str,
}

impl Template {
    /// Reads a finished shell, to be filled at `place`.
    ///
    /// # Errors
    /// When it is not HTML, or has not each of the places where pages differ once.
    pub fn new(shell: &str, place: Place) -> Result<Template> {
        let marked = mark(shell, place)?;
        let mut rest = marked.as_str();
        let mut parts = Vec::new();
        for (mark, what) in [
            (TITLE, "<title>"),
            (DESCRIPTION, r#"<meta name="description">"#),
            (HEAD, "<base>"),
            (BODY, r#"<div id="app"> and one <noscript>"#),
        ] {
            let (part, after) = rest
                .split_once(mark)
                .ok_or_else(|| anyhow!("index.html must have one {what}, in this order"))?;
            ensure!(!after.contains(mark), "index.html must have one {what}; it has more");
            parts.push(part.to_owned());
            rest = after;
        }
        let [one, two, three, four] = <[String; 4]>::try_from(parts).expect("there are four marks");
        Ok(Template { parts: [one, two, three, four, rest.to_owned()] })
    }

    /// One page.
    pub fn fill(&self, filling: &Filling<'_>) -> String {
        let [one, two, three, four, five] = &self.parts;
        let (title, description) = (escape(filling.title), escape(filling.description));
        [one, &*title, two, &*description, three, filling.head, four, filling.body, five].concat()
    }
}

/// The shell with marks where pages differ.
fn mark(shell: &str, place: Place) -> Result<String> {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("title", |title| {
            title.set_inner_content(TITLE, ContentType::Html);
            Ok(())
        }))
        // No link may stand before it.
        .append_element_content_handler(element!("base", |base| {
            base.after(HEAD, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!(r#"meta[name="description"]"#, |meta| {
            Ok(meta.set_attribute("content", DESCRIPTION)?)
        }))
        .append_element_content_handler(element!("div#app", |root| {
            root.set_inner_content(BODY, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("noscript", |notice| {
            if place != Place::Entrance {
                notice.remove();
            }
            Ok(())
        }))
        .append_element_content_handler(element!(LATER_STYLE, |style| {
            if place != Place::Entrance {
                style.remove_attribute("disabled");
            }
            Ok(())
        }))
        .append_element_content_handler(element!(PROGRAM, |part| {
            if place == Place::Alone {
                part.remove();
            }
            Ok(())
        }));
    rewrite_str(shell, settings).map_err(|error| anyhow!("index.html cannot be read: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHELL: &str = "<!doctype html><title>Old</title><meta name=description content=old><base href=/>\
                         <link rel=stylesheet href=more.css disabled><div id=app><p>wait</p></div>\
                         <noscript><main>no</main></noscript><p>end</p>";

    const FILLING: Filling<'_> =
        Filling { title: "A & B", description: "\"so\" <it>", head: "<link rel=x>", body: "<p>Words</p>" };

    #[test]
    fn a_page_is_the_shell_with_its_own_head_and_words() {
        let filled = |place| Template::new(SHELL, place).expect("a shell").fill(&FILLING);
        let head = "<!doctype html><title>A &amp; B</title><meta name=description content=\"&quot;so&quot; \
                    &lt;it&gt;\"><base href=/><link rel=x>";
        let style = "<link rel=stylesheet href=more.css>";
        assert_eq!(filled(Place::Drawn), format!("{head}{style}<div id=app><p>Words</p></div><p>end</p>"));
        let program = "<link rel=modulepreload href=a.js><script src=a.js></script><section id=failure>no</section></head>";
        let shell = SHELL.replace("<div id=app>", &[program, "<div id=app>"].concat());
        let alone = Template::new(&shell, Place::Alone).expect("a shell").fill(&FILLING);
        assert_eq!(alone, format!("{head}{style}</head><div id=app><p>Words</p></div><p>end</p>"));
        assert_eq!(
            filled(Place::Entrance),
            format!(
                "{head}<link rel=stylesheet href=more.css disabled><div id=app><p>Words</p></div><noscript>\
                 <main>no</main></noscript><p>end</p>"
            )
        );
    }

    #[test]
    fn a_shell_without_a_place_for_words_is_refused() {
        let error = Template::new("<title>t</title><meta name=description><base>", Place::Drawn)
            .err()
            .expect("no #app");
        assert!(error.to_string().contains("id=\"app\""), "{error}");
        assert!(Template::new(&format!("{SHELL}<div id=app></div>"), Place::Drawn).is_err());
    }
}
