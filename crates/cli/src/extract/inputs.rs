//! What `extract` reads: files, folders and standard input, one article after the other.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, bail};
use verbatim_archive::People;

use super::form::Form;
use crate::{
    article::{self, LARGEST},
    desk, folder,
    problem::{Complaint, Problem},
};

/// Where an article comes from.
#[derive(Clone)]
pub struct Source {
    /// The file as named, or "standard input".
    pub name: Arc<str>,
    /// The line of the file, for one of its articles among others.
    pub line: Option<u64>,
    /// The folder that may hold its corrections.
    pub folder: Option<Arc<Path>>,
    /// Whom the editor of that folder knows.
    pub people: Arc<People>,
}

impl Source {
    /// The id of an article that brings none: the file's name without its ending.
    pub fn stem(&self) -> &str {
        Path::new(&*self.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or("article")
    }

    /// The complaint about a problem of this article; a line is that of the file.
    pub fn complaint(&self, problem: Problem) -> Complaint {
        let line = self.line.or(problem.line);
        Problem { line, ..problem }.of(&self.name)
    }
}

/// An article as it was found.
pub struct Raw {
    /// How to read it.
    pub form: Form,
    /// What was found.
    pub bytes: Vec<u8>,
}

/// What is handed on: an article, or why there is none.
pub type Found = Result<Raw, Problem>;

/// A file, or standard input.
pub struct Input {
    path: Option<PathBuf>,
    form: Option<Form>,
    folder: Option<Arc<Path>>,
    people: Arc<People>,
    /// The size in bytes, where it is known beforehand.
    pub size: Option<u64>,
}

/// Lists what is to be read. Of a folder, every file whose name says that it holds articles.
///
/// # Errors
/// When something that is named is not there, or a folder holds nothing to read, or its `people.toml` is wrong.
pub fn list(named: &[PathBuf], form: Option<Form>) -> anyhow::Result<Vec<Input>> {
    let mut inputs = Vec::new();
    for path in named {
        let metadata = || path.metadata().with_context(|| format!("cannot read {}", path.display()));
        if path.as_os_str() == "-" {
            inputs.push(Input { path: None, form, folder: None, people: Arc::default(), size: None });
        } else if metadata()?.is_dir() {
            of_folder(path, form, &mut inputs)?;
        } else {
            let folder = path.parent().unwrap_or(Path::new(""));
            let people = people(folder)?;
            inputs.push(Input::file(path.clone(), form.or(Form::of_name(path)), people));
        }
    }
    Ok(inputs)
}

fn of_folder(folder: &Path, form: Option<Form>, inputs: &mut Vec<Input>) -> anyhow::Result<()> {
    let people = people(folder)?;
    let before = inputs.len();
    folder::list(folder, &mut |path| {
        if let Some(named) = Form::of_name(&path) {
            inputs.push(Input::file(path, Some(form.unwrap_or(named)), people.clone()));
        }
    })?;
    if inputs.len() == before {
        bail!("{} holds no article: name the files .md, .txt, .html or .jsonl", folder.display());
    }
    Ok(())
}

fn people(folder: &Path) -> anyhow::Result<Arc<People>> {
    let (people, complaints) = desk::people(folder);
    match complaints.first() {
        Some(complaint) => bail!("{complaint}"),
        None => Ok(Arc::new(people)),
    }
}

impl Input {
    fn file(path: PathBuf, form: Option<Form>, people: Arc<People>) -> Input {
        let size = path.metadata().ok().map(|metadata| metadata.len());
        let folder = path.parent().map(Arc::from);
        Input { path: Some(path), form, folder, people, size }
    }

    /// Hands every article of this input to `take`, until that says that it wants no more.
    pub fn read(self, take: &mut dyn FnMut(Source, Found) -> bool) -> bool {
        let name = self.path.as_ref().map_or("standard input".into(), |path| path.display().to_string());
        let (folder, people) = (self.folder, self.people);
        let source = Source { name: name.into(), line: None, folder, people };
        let opened: io::Result<Box<dyn Read>> = match &self.path {
            None => Ok(Box::new(io::stdin())),
            Some(path) => File::open(path).map(|file| Box::new(file) as Box<dyn Read>),
        };
        let mut reader = match opened {
            Ok(opened) => BufReader::with_capacity(1 << 16, opened),
            Err(error) => return take(source, Err(Problem::unread(&error))),
        };
        let form = match self.form {
            Some(form) => form,
            None => match reader.fill_buf() {
                Ok(start) => Form::of_start(start),
                Err(error) => return take(source, Err(Problem::unread(&error))),
            },
        };
        match form {
            Form::Lines => lines(&mut reader, &source, take),
            _ => take(source, whole(&mut reader).map(|bytes| Raw { form, bytes })),
        }
    }
}

fn whole(reader: &mut dyn Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let most = LARGEST as u64 + 1;
    reader.take(most).read_to_end(&mut bytes).map_err(|error| Problem::unread(&error))?;
    article::fits(bytes.len() as u64)?;
    Ok(bytes)
}

fn lines(reader: &mut dyn BufRead, source: &Source, take: &mut dyn FnMut(Source, Found) -> bool) -> bool {
    for number in 1.. {
        let source = Source { line: Some(number), ..source.clone() };
        let found = match line(reader) {
            Ok(Some(bytes)) if bytes.trim_ascii().is_empty() => continue,
            Ok(Some(bytes)) => article::fits(bytes.len() as u64).map(|()| Raw { form: Form::Lines, bytes }),
            Ok(None) => return true,
            Err(error) => {
                take(source, Err(Problem::unread(&error)));
                return true;
            }
        };
        if !take(source, found) {
            return false;
        }
    }
    true
}

/// The next line without its end, or the beginning of one that is too long: the rest of it is passed over.
fn line(reader: &mut dyn BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let most = LARGEST as u64 + 1;
    if reader.take(most).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
    } else if bytes.len() as u64 == most {
        reader.skip_until(b'\n')?;
    }
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_cut_and_the_next_one_is_whole() {
        let mut text = vec![b'x'; LARGEST + 100];
        text.extend(b"\nshort\r\nlast");
        let mut reader = text.as_slice();
        let mut next = || line(&mut reader).expect("memory can be read");
        assert_eq!(next().map(|line| line.len()), Some(LARGEST + 1));
        assert_eq!(next(), Some(b"short\r".to_vec()));
        assert_eq!(next(), Some(b"last".to_vec()));
        assert_eq!(next(), None);
    }
}
