//! What is published of invented articles, measured.
//!
//!     cargo xtask bench links --edits 2000 --seed 1
//!
//! Addresses through thousands of edits: what each opens, beside what became of its statement in truth. With
//! `--together 4`, four edits are made before what they left is published: no goal is set for that.
//!
//!     cargo xtask bench pages --articles 400
//!
//! How fast pages are drawn ahead, and how much of the folder that is published each statement takes.

mod published {
    pub mod articles;
    pub mod edits;
    pub mod pages;
    pub mod words;
    pub mod world;
}

use std::{process::ExitCode, time::Instant};

use published::{
    pages,
    world::{Tally, run},
};

/// The share of verdicts that must be right, in percent.
const RIGHT: f64 = 99.0;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |name: &str, otherwise: u64| {
        let at = arguments.iter().position(|argument| argument == name);
        at.and_then(|at| arguments.get(at + 1)?.parse().ok()).unwrap_or(otherwise)
    };
    let seed = number("--seed", 1);
    if let Some(at) = arguments.iter().position(|argument| argument == "--dist") {
        return pages::draw(arguments[at + 1].as_ref(), number("--articles", 400) as usize, seed);
    }
    links(number("--edits", 2_000), number("--together", 1).max(1), seed)
}

fn links(edits: u64, together: u64, seed: u64) -> ExitCode {
    let start = Instant::now();
    let tally = run(edits as usize, together as usize, seed);
    println!(
        "edits: {edits}, between two publications: {together}, seed: {seed}, addresses opened: {}",
        tally.opened
    );
    print(&tally);
    println!("\n{:.1} s", start.elapsed().as_secs_f64());
    let held = tally.unopened == 0 && tally.silently_another == 0 && tally.right() >= RIGHT;
    if held { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn print(tally: &Tally) {
    println!("statements that extraction did not find as written, left out: {}\n", tally.unread);
    println!(
        "what became of it (rows), what was shown (columns); all addresses, those of edited statements in brackets"
    );
    print!("{:<12}", "");
    published::world::COLUMNS.iter().for_each(|column| print!("{column:>20}"));
    println!();
    for (row, name) in published::world::ROWS.iter().enumerate() {
        print!("{name:<12}");
        for column in 0..published::world::COLUMNS.len() {
            let cell = format!("{} ({})", tally.all[row][column], tally.touched[row][column]);
            print!("{cell:>20}");
        }
        println!();
    }
    println!("\nby edit: right of all addresses of edited statements");
    for (edit, (right, all)) in &tally.by_edit {
        println!("{edit:<28}{right:>8} of {all}");
    }
    println!("\nopened: {} of {}", tally.opened - tally.unopened, tally.opened);
    println!("silently another statement: {}", tally.silently_another);
    println!("right verdicts, of edited statements: {:.2} % (goal {RIGHT})", tally.right());
    tally.wrong.iter().take(12).for_each(|wrong| println!("  {wrong}"));
}
