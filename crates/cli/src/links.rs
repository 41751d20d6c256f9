//! `verbatim publish` and `verbatim links`: keeping the register of published addresses.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};
use clap::Subcommand;
use verbatim::route::slug_and_id;
use verbatim_archive::{
    Archive,
    links::{Address, ForgetError, Stood},
};

use crate::{folder, problem::Complaint, register::Filed};

/// What can be done with published addresses.
#[derive(Subcommand)]
pub enum Links {
    /// Forget the words of a withdrawn statement, and of what it was before, but for a hash.
    Forget {
        /// The address, or the ten characters at its end.
        address: String,
        /// The folder of articles.
        #[arg(long, env = "VERBATIM_ARTICLES", default_value = "articles")]
        articles: PathBuf,
    },
}

/// Enters every address of the articles into the register, and settles what became of those that are not there any
/// more.
///
/// # Errors
/// When something is wrong with the articles or the register, the register cannot be written, or an address would
/// lead to nothing and `let_go` does not say that it may.
pub fn publish(articles: &Path, let_go: bool) -> Result<()> {
    let (archive, mut filed) = whole(articles)?;
    let lost = filed.register.lost(&archive).count();
    if lost > 0 && !let_go {
        bail!("addresses that would lead to nothing: {lost}; nothing was written");
    }
    let done = filed.register.publish(&archive);
    filed.write()?;
    println!(
        "{}: addresses: {}, new: {}, leading elsewhere: {}, gone: {}",
        filed.file().display(),
        filed.register.addresses().len(),
        done.added.len(),
        done.led.len(),
        done.lost.len()
    );
    Ok(())
}

/// Does what was asked for with a published address.
///
/// # Errors
/// When something is wrong with the articles or the register, or the address cannot be forgotten.
pub fn perform(links: &Links) -> Result<()> {
    let Links::Forget { address, articles } = links;
    let (archive, mut filed) = whole(articles)?;
    let id = id_of(address);
    match filed.register.forget(&id, &archive) {
        Ok(forgotten) => {
            filed.write()?;
            println!("{}: forgotten: {}", filed.file().display(), forgotten.join(", "));
            Ok(())
        }
        Err(ForgetError::Unknown) => bail!("{} has no address {id}", filed.file().display()),
        Err(ForgetError::Standing) => bail!(
            "the statement {id} still stands in the articles: take it out there, or give it `no_statement = true` \
             in its article's corrections; then forget it"
        ),
    }
}

/// The published addresses that lead to nothing, and the withdrawn words that are back.
pub fn doubts(filed: &Filed, archive: &Archive) -> Vec<Complaint> {
    let returned = filed.register.returned(archive).map(|address| {
        let what =
            format!("the words that {} stood for were withdrawn, and stand in an article again", address.id);
        filed.complaint(address, what)
    });
    lost(filed, archive).into_iter().chain(returned).collect()
}

/// A word about addresses that are in no register yet: from the next edition on nobody would know them.
pub fn unregistered(filed: &Filed, archive: &Archive) -> Option<String> {
    let known: HashSet<&str> = filed.register.addresses().iter().map(|address| address.id.as_str()).collect();
    let unknown =
        archive.statements.iter().filter(|statement| !known.contains(statement.id.as_str())).count();
    (unknown > 0).then(|| {
        format!(
            "{}: addresses that it does not hold yet: {unknown}; run `verbatim publish` when they are published, so that \
             they outlast changes of the articles",
            filed.file().display()
        )
    })
}

fn lost(filed: &Filed, archive: &Archive) -> Vec<Complaint> {
    let lost = |address: &Address| {
        let words = match &address.stood {
            Stood::For { words, .. } => words.join(" … "),
            Stood::Forgotten(_) => String::new(),
        };
        let what = format!(
            "the address {} leads to nothing any more: no article has the statement “{words}”; put the words back, or let the \
             address go with `verbatim publish --let-go`",
            address.id
        );
        filed.complaint(address, what)
    };
    filed.register.lost(archive).map(lost).collect()
}

/// The edition and its register, if nothing is wrong with either: an article that cannot be read would seem gone.
fn whole(articles: &Path) -> Result<(Archive, Filed)> {
    let folder = folder::read(articles)?;
    if !folder.complaints.is_empty() {
        folder.complaints.iter().for_each(|complaint| eprintln!("{complaint}"));
        bail!("files that cannot be used: {}; nothing was written: mend them first", folder.complaints.len());
    }
    let edition = folder::edition(folder);
    edition.doubts.iter().for_each(|doubt| eprintln!("{doubt}"));
    Ok((edition.archive, edition.register))
}

/// The id at the end of an address, however much of it is given, read as the page reads it.
fn id_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let page = path.strip_suffix("/embed").unwrap_or(path);
    slug_and_id(page.rsplit('/').next().unwrap_or_default()).1
}

#[cfg(test)]
mod tests {
    use super::id_of;

    #[test]
    fn an_address_is_known_by_its_end() {
        for address in [
            "0a1b2c3d4e",
            "0A1B2C3D4E",
            "oa1b2c3d4e).",
            "/s/ana-0a1b2c3d4e/embed/",
            "ana-so-it-goes-0a1b2c3d4e",
            "https://example.org/s/ana-so-0a1b2c3d4e/?w=1-2#x",
        ] {
            assert_eq!(id_of(address), "0a1b2c3d4e", "{address}");
        }
    }
}
