//! A few hundred edits of the ones that `cargo xtask bench links` measures: every address opens, none shows another
//! statement in silence.

#[path = "../benches/published"]
mod links {
    pub mod articles;
    pub mod edits;
    pub mod words;
    pub mod world;
}

#[test]
fn every_address_opens_and_says_what_became_of_its_statement() {
    let tally = links::world::run(240, 1, 11);
    assert!(tally.opened > 4_000, "{}", tally.opened);
    assert_eq!((tally.unopened, tally.silently_another), (0, 0), "{:#?}", tally.wrong);
    assert!(tally.right() >= 99.0, "{:.2} % of verdicts are right: {:#?}", tally.right(), tally.wrong);
}
