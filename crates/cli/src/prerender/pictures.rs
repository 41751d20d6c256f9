//! The pictures beside links to statements: which there are, what pages say of them, and drawing them.

use std::{
    collections::{BTreeSet, HashSet},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use verbatim::route::Route;
use verbatim_archive::{Archive, Statement};

use super::{Work, cores::on_all_cores};
use crate::cards::CARD;

/// How many letters that no font has are named.
const NAMED: usize = 8;

/// A picture of a page.
pub struct Picture {
    /// Its whole address.
    pub address: String,
}

/// The picture of the page of a statement, if there are fonts with its letters.
pub fn of(work: &Work<'_>, archive: &Archive, statement: &Statement) -> Option<Picture> {
    let (cards, site) = (work.cards.as_ref()?, work.site?);
    let address = || site.absolute(&Route::statement(statement)) + CARD;
    cards.lacks(archive, statement).is_none().then(|| Picture { address: address() })
}

/// Draws the pictures of all pages on all cores, those that changed, and says how many there are.
pub fn draw(work: &Work<'_>, archive: &Archive) -> Result<()> {
    let Some(cards) = &work.cards else {
        return Ok(());
    };
    let drawn: HashSet<String> = work.routes.iter().map(Route::href).collect();
    let statements = archive.statements.iter().map(|statement| (Route::statement(statement), statement));
    let statements: Vec<_> = statements.filter(|(route, _)| drawn.contains(&route.href())).collect();
    let bar = ProgressBar::new(statements.len() as u64);
    bar.set_style(
        ProgressStyle::with_template("pictures {wide_bar} {pos}/{len} {eta}").expect("the template is right"),
    );
    let (made, all) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let lacking = Mutex::new(BTreeSet::new());
    let draw_one = |(route, statement): &(Route, &Statement)| -> Result<()> {
        if let Some(letter) = cards.lacks(archive, statement) {
            // What steers a terminal is told by its number.
            let letter =
                if letter.contains(char::is_control) { letter.escape_unicode().to_string() } else { letter };
            lacking.lock().expect("nobody panics while noting a letter").insert(letter);
        } else {
            let svg = cards.svg(archive, statement)?;
            let fresh = cards.draw(&svg, &work.folder(route).join(CARD))?;
            made.fetch_add(usize::from(fresh), Ordering::Relaxed);
            all.fetch_add(1, Ordering::Relaxed);
        }
        bar.inc(1);
        Ok(())
    };
    on_all_cores(&statements, &|mut some| (&mut some).try_for_each(draw_one))?;
    bar.finish_and_clear();
    let (made, all) = (made.into_inner(), all.into_inner());
    eprintln!("verbatim: pictures: {all}, drawn anew: {made}");
    let lacking = lacking.into_inner().expect("nobody panics while noting a letter");
    if !lacking.is_empty() {
        let letters = lacking.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(" ");
        eprintln!(
            "verbatim: statements without a picture: {}, for no font at hand has their letters ({letters}); `cargo xtask \
             build` fetches fonts for them, or name folders of fonts with --fonts",
            statements.len() - all
        );
    }
    Ok(())
}
