//! Reads a folder of articles: every good one, and every problem with the others.

use std::{
    collections::HashMap,
    fmt, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use verbatim_archive::{Archive, Article, People, assemble};
use verbatim_extract::{Document, extract};

use crate::article::{self, Problem};

/// A problem and the file that has it.
#[derive(Debug)]
pub struct Complaint {
    /// The file.
    pub file: PathBuf,
    /// What is wrong with it.
    pub problem: Problem,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file.display())?;
        if let Some(line) = self.problem.line {
            write!(f, "{line}:")?;
        }
        write!(f, " {}", self.problem)
    }
}

/// The articles of a folder, in the order of their files' names, and what is wrong with the rest.
pub struct Folder {
    /// The articles that could be read.
    pub articles: Vec<Article>,
    /// What is wrong with the others.
    pub complaints: Vec<Complaint>,
}

/// Reads every Markdown file of `folder` and of the folders in it.
///
/// # Errors
/// When the folder itself cannot be read, or holds no Markdown file.
pub fn read(folder: &Path) -> anyhow::Result<Folder> {
    let mut files = Vec::new();
    list(folder, &mut files)?;
    if files.is_empty() {
        bail!("{} holds no article: put Markdown files (.md) with front matter there", folder.display());
    }
    files.sort();
    let mut read = Folder { articles: Vec::new(), complaints: Vec::new() };
    let mut owners: HashMap<String, PathBuf> = HashMap::new();
    for file in files {
        match read_one(&file, &mut owners) {
            Ok(article) => read.articles.push(article),
            Err(problem) => read.complaints.push(Complaint { file, problem }),
        }
    }
    Ok(read)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read the folder {}", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot read the folder {}", folder.display()))?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        // Links to folders are not followed: they can go round in a circle.
        if kind.is_dir() {
            list(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
    Ok(())
}

fn read_one(file: &Path, owners: &mut HashMap<String, PathBuf>) -> Result<Article, Problem> {
    let cannot = |error: std::io::Error| Problem { line: None, what: format!("cannot be read: {error}") };
    let size = fs::metadata(file).map_err(cannot)?.len();
    // A file far over the limit is refused before it fills the memory.
    let bytes = match size > article::LARGEST as u64 {
        true => vec![b' '; article::LARGEST + 1],
        false => fs::read(file).map_err(cannot)?,
    };
    let article = article::read(&bytes)?;
    if let Some(owner) = owners.get(&article.id) {
        let what =
            format!("the id “{}” is already that of {}: give this one its own", article.id, owner.display());
        return Err(Problem { line: Some(2), what });
    }
    owners.insert(article.id.clone(), file.to_owned());
    Ok(article)
}

/// Extracts every article and puts them together.
pub fn edition(articles: Vec<Article>) -> Archive {
    let extracted = articles.into_iter().map(|article| {
        let extraction =
            extract(&Document { text: &article.text, day: article.published.map(|published| published.day) });
        (article, extraction)
    });
    assemble(extracted.collect(), &People::default())
}
