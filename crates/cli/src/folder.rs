//! Reads a folder of articles with the editor's files beside them: every good one, and every problem with the
//! others.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use verbatim_archive::{Archive, Article, People, assemble_with};
use verbatim_extract::{Document, Extraction, extract};

use crate::{
    article,
    desk::{self, CORRECTIONS, Corrections},
    links,
    problem::{Complaint, Problem},
    register::{self, Filed as Register},
};

/// An article and what the editor corrects in it.
pub struct Filed {
    /// The article.
    pub article: Article,
    /// The corrections beside it.
    pub corrections: Corrections,
}

/// The articles of a folder, in the order of their files' names, and what is wrong with the rest.
pub struct Folder {
    /// The articles that could be read.
    pub articles: Vec<Filed>,
    /// Whom the editor knows.
    pub people: People,
    /// What is wrong with the other files.
    pub complaints: Vec<Complaint>,
    /// The addresses that were published.
    register: Register,
    /// The files of corrections that belong to no article.
    strays: Vec<PathBuf>,
}

/// Reads every Markdown file of `folder` and of the folders in it, `people.toml` and `links.lock` at its top, and the
/// corrections beside the articles.
///
/// # Errors
/// When the folder itself cannot be read, or holds no Markdown file.
pub fn read(folder: &Path) -> anyhow::Result<Folder> {
    let (mut files, mut corrections) = (Vec::new(), Vec::new());
    list(folder, &mut |path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        } else if name.ends_with(CORRECTIONS) {
            corrections.push(path);
        }
    })?;
    if files.is_empty() {
        bail!("{} holds no article: put Markdown files (.md) with front matter there", folder.display());
    }
    let (people, mut complaints) = desk::people(folder);
    let mut register = register::read(folder);
    complaints.append(&mut register.complaints);
    let mut read = Folder { articles: Vec::new(), people, complaints, register, strays: Vec::new() };
    let mut owners: HashMap<String, PathBuf> = HashMap::new();
    let mut used: HashSet<PathBuf> = HashSet::new();
    for file in files {
        match read_one(&file, &mut owners, &mut used) {
            Ok(filed) => read.articles.push(filed),
            Err(complaint) => read.complaints.push(complaint),
        }
    }
    read.strays = corrections.into_iter().filter(|file| !used.contains(file)).collect();
    Ok(read)
}

/// Hands every file of a folder, and of the folders in it, to `found`, in the order of their names.
///
/// # Errors
/// When a folder cannot be read.
pub fn list(folder: &Path, found: &mut dyn FnMut(PathBuf)) -> anyhow::Result<()> {
    let cannot = || format!("cannot read the folder {}", folder.display());
    let entries: Result<Vec<_>, _> = fs::read_dir(folder).with_context(cannot)?.collect();
    let mut entries = entries.with_context(cannot)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        // Links to folders are not followed: they can go round in a circle.
        match entry.file_type().with_context(cannot)?.is_dir() {
            true => list(&entry.path(), found)?,
            false => found(entry.path()),
        }
    }
    Ok(())
}

/// The bytes of a file. One far over the limit is refused before it fills the memory.
///
/// # Errors
/// When the file cannot be read or is too large.
pub fn bytes(file: &Path) -> Result<Vec<u8>, Problem> {
    let size = fs::metadata(file).map_err(|error| Problem::unread(&error))?.len();
    article::fits(size)?;
    fs::read(file).map_err(|error| Problem::unread(&error))
}

fn read_one(
    file: &Path,
    owners: &mut HashMap<String, PathBuf>,
    used: &mut HashSet<PathBuf>,
) -> Result<Filed, Complaint> {
    let of_file = |problem: Problem| problem.of(file.display());
    let article = article::read(&bytes(file).map_err(of_file)?).map_err(of_file)?;
    if let Some(owner) = owners.get(&article.id) {
        let owner = owner.display();
        let what = format!("the id “{}” is already that of {owner}: give this one its own", article.id);
        return Err(of_file(Problem::at(2, what)));
    }
    owners.insert(article.id.clone(), file.to_owned());
    let folder = file.parent().unwrap_or(Path::new(""));
    used.insert(desk::corrections_file(folder, &article.id));
    let corrections = desk::corrections(folder, &article.id)?;
    Ok(Filed { article, corrections })
}

/// Extracts one article's statements and corrects them; says which corrections no longer apply.
pub fn extracted(
    article: &Article,
    corrections: Option<&Corrections>,
    people: &People,
) -> (Extraction, Vec<Complaint>) {
    let day = article.published.map(|published| published.day);
    let mut extraction = extract(&Document { text: &article.text, day });
    let apply = |corrections: &Corrections| corrections.apply(article, &mut extraction, people);
    let doubts = corrections.map_or(Vec::new(), apply);
    (extraction, doubts)
}

/// An edition, with what it was made from.
pub struct Edition {
    /// The edition.
    pub archive: Archive,
    /// The addresses that were published before.
    pub register: Register,
    /// Corrections that no longer apply, and published addresses that lead to nothing.
    pub doubts: Vec<Complaint>,
}

/// Extracts every article and puts them together.
pub fn edition(folder: Folder) -> Edition {
    let stray = |file: PathBuf| {
        let what = "no article here has the id that this file is named for: rename it or delete it";
        Problem::whole(what).of(file.display())
    };
    let mut doubts: Vec<Complaint> = folder.strays.into_iter().map(stray).collect();
    let articles = folder.articles.into_iter().map(|filed| {
        let (extraction, misfits) = extracted(&filed.article, Some(&filed.corrections), &folder.people);
        doubts.extend(misfits);
        (filed.article, extraction)
    });
    let articles = articles.collect();
    let archive = assemble_with(articles, &folder.people, &folder.register.register);
    doubts.extend(links::doubts(&folder.register, &archive));
    Edition { archive, register: folder.register, doubts }
}
