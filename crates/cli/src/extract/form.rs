//! The forms in which articles come: told by a file's name, or else by how it begins.

use std::path::Path;

/// How to read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// Markdown with front matter, as `bake` reads it
    Markdown,
    /// Plain text: the whole file is the article
    Text,
    /// HTML: the main text of the page
    Html,
    /// JSON Lines: one {"id", "title", "url", "published", "text"} a line, of which "id" and "text" must be there
    #[value(name = "jsonl")]
    Lines,
}

impl Form {
    /// The form that a file's name tells.
    pub fn of_name(path: &Path) -> Option<Form> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(Form::Markdown),
            "txt" | "text" => Some(Form::Text),
            "html" | "htm" | "xhtml" => Some(Form::Html),
            "jsonl" | "ndjson" => Some(Form::Lines),
            _ => None,
        }
    }

    /// The form that a file's first bytes tell.
    pub fn of_start(bytes: &[u8]) -> Form {
        let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        match start {
            [b'{', ..] => Form::Lines,
            [b'<', ..] => Form::Html,
            [b'-', b'-', b'-', b'\r' | b'\n', ..] => Form::Markdown,
            _ => Form::Text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_beginnings_tell_the_form() {
        assert_eq!(Form::of_name(Path::new("a/b.HTML")), Some(Form::Html));
        assert_eq!(Form::of_name(Path::new("people.toml")), None);
        assert_eq!(Form::of_start(b"\xef\xbb\xbf\n {\"id\": 1}"), Form::Lines);
        assert_eq!(Form::of_start(b"---\nid: a\n"), Form::Markdown);
        assert_eq!(Form::of_start(b"<!doctype html>"), Form::Html);
        assert_eq!(Form::of_start(b"--- said he"), Form::Text);
        assert_eq!(Form::of_start(b""), Form::Text);
    }
}
