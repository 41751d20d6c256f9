//! The pictures beside links to statements: which there are, what pages say of them, and drawing them.

use std::{
    collections::HashSet,
    sync::atomic::{AtomicUsize, Ordering},
};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use verbatim::route::Route;
use verbatim_archive::{Archive, Statement};

use super::{Work, cores::on_all_cores};
use crate::cards::CARD;

/// A picture of a page.
pub struct Picture {
    /// What it is drawn from.
    pub svg: String,
    /// Its whole address.
    pub address: String,
}

/// The picture of the page of a statement, if the font has its letters.
pub fn of(work: &Work<'_>, archive: &Archive, statement: &Statement) -> Option<Picture> {
    let (cards, site) = (work.cards.as_ref()?, work.site?);
    let svg = cards.svg(archive, statement)?;
    Some(Picture { svg, address: site.absolute(&Route::statement(statement)) + CARD })
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
    let draw_one = |(route, statement): &(Route, &Statement)| -> Result<()> {
        if let Some(picture) = of(work, archive, statement) {
            let fresh = cards.draw(&picture.svg, &work.folder(route).join(CARD))?;
            made.fetch_add(usize::from(fresh), Ordering::Relaxed);
            all.fetch_add(1, Ordering::Relaxed);
        }
        bar.inc(1);
        Ok(())
    };
    on_all_cores(&statements, &|mut some| (&mut some).try_for_each(draw_one))?;
    bar.finish_and_clear();
    let (made, all) = (made.into_inner(), all.into_inner());
    eprintln!(
        "verbatim: pictures: {all}, drawn anew: {made}, without all letters in the font: {}",
        statements.len() - all
    );
    Ok(())
}
