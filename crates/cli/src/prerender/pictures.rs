//! The pictures beside links to statements: which there are, what pages say of them, and drawing them.

use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use verbatim::route::{Route, slug_and_id};
use verbatim_archive::Archive;

use super::{Work, cores::on_all_cores};
use crate::cards::CARD;

/// A picture of a page.
pub struct Picture {
    /// What it is drawn from.
    pub svg: String,
    /// Its whole address.
    pub address: String,
}

/// The picture of a page. Only statements have one, and only of letters that the font has.
pub fn of(work: &Work<'_>, archive: &Archive, route: &Route) -> Option<Picture> {
    let (Some(cards), Some(site), Route::Statement { address }) = (&work.cards, work.site, route) else {
        return None;
    };
    let id = slug_and_id(address).1;
    let statement = archive.statements.iter().find(|statement| statement.id == id)?;
    let svg = cards.svg(archive, statement)?;
    Some(Picture { svg, address: site.absolute(route) + CARD })
}

/// Draws the pictures of all pages on all cores, those that changed, and says how many there are.
pub fn draw(work: &Work<'_>, archive: &Archive) -> Result<()> {
    let Some(cards) = &work.cards else {
        return Ok(());
    };
    let statements = work.routes.iter().filter(|route| matches!(route, Route::Statement { .. })).count();
    let bar = ProgressBar::new(statements as u64);
    bar.set_style(
        ProgressStyle::with_template("pictures {wide_bar} {pos}/{len} {eta}").expect("the template is right"),
    );
    let (made, all) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let draw_one = |route: &Route| -> Result<()> {
        if let Some(picture) = of(work, archive, route) {
            let fresh = cards.draw(&picture.svg, &work.folder(route).join(CARD))?;
            made.fetch_add(usize::from(fresh), Ordering::Relaxed);
            all.fetch_add(1, Ordering::Relaxed);
        }
        bar.inc(u64::from(matches!(route, Route::Statement { .. })));
        Ok(())
    };
    on_all_cores(&work.routes, &|routes| {
        for route in routes {
            draw_one(route)?;
        }
        Ok(())
    })?;
    bar.finish_and_clear();
    let (made, all) = (made.into_inner(), all.into_inner());
    eprintln!(
        "verbatim: pictures: {all}, drawn anew: {made}, without all letters in the font: {}",
        statements - all
    );
    Ok(())
}
