//! What is wrong with something that was read, and where.

use std::fmt;

use thiserror::Error;

/// What is wrong with a file, and where in it.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{what}")]
pub struct Problem {
    /// The line of the file, from 1, where one can be named.
    pub line: Option<u64>,
    /// What is wrong and what to do.
    pub what: String,
}

impl Problem {
    /// A problem with one line of a file.
    pub fn at(line: u64, what: impl Into<String>) -> Self {
        Problem { line: Some(line), what: what.into() }
    }

    /// A problem with a file as a whole.
    pub fn whole(what: impl Into<String>) -> Self {
        Problem { line: None, what: what.into() }
    }

    /// A file that cannot be read.
    pub fn unread(error: &std::io::Error) -> Self {
        Problem::whole(format!("cannot be read: {error}"))
    }

    /// The problem with what `file` names.
    pub fn of(self, file: impl fmt::Display) -> Complaint {
        Complaint { file: file.to_string(), problem: self }
    }
}

/// A problem and the file that has it. Shown as `file:line: what is wrong and what to do`.
#[derive(Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The file, as whoever named it wrote it.
    pub file: String,
    /// What is wrong with it.
    pub problem: Problem,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file)?;
        if let Some(line) = self.problem.line {
            write!(f, "{line}:")?;
        }
        write!(f, " {}", self.problem)
    }
}

/// The line, from 1, on which a byte of a text stands.
pub fn line_of(text: &[u8], at: usize) -> u64 {
    1 + text[..at.min(text.len())].iter().filter(|&&byte| byte == b'\n').count() as u64
}

/// Bytes as text, without a byte order mark.
///
/// # Errors
/// When they are not UTF-8; the problem names the first line that is not.
pub fn utf8(bytes: &[u8]) -> Result<&str, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Problem::at(line_of(bytes, error.valid_up_to()), "this is not UTF-8: save the file as UTF-8")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}
