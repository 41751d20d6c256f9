//! What becomes of a statement's address when its article is edited.

use verbatim_archive::{Archive, Edit, Fate, links::Register};

use crate::{FERRY, edition, fate, id, published, told};

#[test]
fn text_put_around_a_statement_leaves_its_address_alone() {
    let now = format!("It rained.\n\n“We waited nine winters,” said Tam Brill.\n\n{FERRY}\n\nIt stopped.");
    assert_eq!(fate("Nobody has to row again,", &[("a", FERRY)], &[("a", &now)]), "same");
}

#[test]
fn a_mended_word_leads_to_the_statement_as_it_is_now() {
    let now = FERRY.replace("noon", "one");
    assert_eq!(
        fate("The ferry will sail at noon every day,", &[("a", FERRY)], &[("a", &now)]),
        "reworded: The ferry will sail at one every day,"
    );
    let archive = edition(&[("a", &now)], &published(&[("a", FERRY)]));
    let Fate::Reworded(_, edits) = &archive.trails[0].fate else {
        panic!("it is reworded");
    };
    assert_eq!(edits[1..3], [Edit::Removed("noon ".into()), Edit::Added("one ".into())]);
}

#[test]
fn a_statement_of_another_article_has_moved() {
    let (ferry, row) = FERRY.split_once("\n\n").expect("two paragraphs");
    assert_eq!(fate("Nobody has to row again,", &[("a", FERRY)], &[("a", ferry), ("b", row)]), "moved: b");
}

#[test]
fn an_article_that_goes_by_another_id_takes_its_addresses_along() {
    assert_eq!(fate("Nobody has to row again,", &[("a", FERRY)], &[("b", FERRY)]), "moved: b");
    let mended = FERRY.replace("noon", "one");
    assert_eq!(
        fate("The ferry will sail at noon every day,", &[("a", FERRY)], &[("b", &mended)]),
        "reworded: The ferry will sail at one every day,"
    );
}

#[test]
fn few_words_that_another_article_always_had_are_no_trace() {
    let told = |words: &str| {
        let printed = format!("“{words},” said Ana Brandt.");
        let (then, now) =
            ([("a", printed.as_str()), ("b", &printed)], [("a", "It rained."), ("b", &printed)]);
        let register = published(&then);
        let id = edition(&then, &Register::default()).statements[0].id.clone();
        told(&edition(&now, &register), &id)
    };
    assert_eq!(told("No comment on that"), "gone: No comment on that,");
    assert_eq!(told("No comment on that yet"), "moved: b");
    let four = "“No comment on that,” said Ana Brandt.";
    let moved = [("a", "It rained."), ("b", four)];
    assert_eq!(fate("No comment on that,", &[("a", four)], &moved), "moved: b", "it is new there");
}

#[test]
fn a_statement_that_is_struck_is_gone_though_one_like_it_was_always_there() {
    let ship = "“The ship will sail at noon every day,” said Ana Brandt.";
    let both = format!("{FERRY}\n\n{ship}");
    let now = FERRY.split_once("\n\n").expect("two paragraphs").1.to_owned() + "\n\n" + ship;
    assert_eq!(
        fate("The ferry will sail at noon every day,", &[("a", &both)], &[("a", &now)]),
        "gone: The ferry will sail at noon every day,"
    );
}

#[test]
fn two_statements_that_fit_equally_are_a_choice() {
    let now = FERRY.replace("ferry will", "ship will")
        + "\n\n“The boat will sail at noon every day,” said Ana Brandt.";
    assert_eq!(
        fate("The ferry will sail at noon every day,", &[("a", FERRY)], &[("a", &now)]),
        "ambiguous: The ship will sail at noon every day, | The boat will sail at noon every day,"
    );
}

#[test]
fn two_addresses_that_lead_to_one_statement_equally_stay_a_choice_when_published() {
    let then = "“The ship will sail at noon every day,” said Ana Brandt.\n\n“The boat will sail at noon every day,” said Ana Brandt.";
    let (then, now) = ([("a", then)], [("a", "“The ferry will sail at noon every day,” said Ana Brandt.")]);
    let choice = "ambiguous: The ferry will sail at noon every day,";
    assert_eq!(fate("The ship will sail at noon every day,", &then, &now), choice);
    let mut register = published(&then);
    let ship = id(&edition(&then, &Register::default()), "The ship will sail at noon every day,");
    register.publish(&edition(&now, &register));
    assert_eq!(told(&edition(&now, &register), &ship), choice);
}

#[test]
fn a_speaker_put_right_keeps_the_address() {
    assert_eq!(
        fate(
            "Nobody has to row again,",
            &[("a", FERRY)],
            &[("a", &FERRY.replace("Olaf Reed", "Ida Quarrie"))]
        ),
        "same"
    );
}

#[test]
fn words_of_another_speaker_must_be_four_fifths_the_same() {
    // Ten words of six letters; so many are others.
    let words = |others: usize| -> String {
        let word = |n: usize| {
            format!(
                "{}{}",
                if n < others { "mn" } else { "op" },
                ["abab", "cdcd", "efef", "ghgh", "ijij", "klkl", "qrqr", "stst", "uvuv", "wxwx"][n]
            )
        };
        (0..10).map(word).collect::<Vec<_>>().join(" ")
    };
    let printed = |others, by| format!("“{}”, {by} said.", words(others));
    let then = printed(0, "Ana Brandt");
    let told = |others| fate(&words(0), &[("a", &then)], &[("a", &printed(others, "Olaf Reed"))]);
    assert_eq!(told(2), format!("reworded: {}", words(2)));
    assert_eq!(told(3), format!("gone: {}", words(0)));
}

const YES: &str = "“Yes,” said Ana Brandt.\n\nIt rained.\n\n“Yes,” said Olaf Reed.";

/// The ids of the two who said "Yes,", by speaker.
fn yes(archive: &Archive) -> Vec<(String, String)> {
    let said = archive.statements.iter();
    said.map(|one| (archive.speaker(one).expect("a speaker").name.clone(), one.id.clone())).collect()
}

#[test]
fn of_two_who_said_the_same_each_keeps_the_own_address() {
    let register = published(&[("a", YES)]);
    let then = yes(&edition(&[("a", YES)], &Register::default()));
    let swapped = "“Yes,” said Olaf Reed.\n\nIt rained.\n\n“Yes,” said Ana Brandt.";
    let mut now = yes(&edition(&[("a", swapped)], &register));
    now.reverse();
    assert_eq!(now, then);
    let left = edition(&[("a", "“Yes,” said Olaf Reed.")], &register);
    assert_eq!(yes(&left), [then[1].clone()]);
    assert_eq!(told(&left, &then[0].1), "gone: Yes,", "what the other said is never shown in its place");
}

#[test]
fn who_said_the_same_twice_and_is_renamed_keeps_both_addresses() {
    let twice = YES.replace("Olaf Reed", "Ana Brandt");
    let register = published(&[("a", &twice)]);
    let ids = |archive: &Archive| archive.statements.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    let renamed = edition(&[("a", &twice.replace("Brandt", "Brand"))], &register);
    assert_eq!(ids(&renamed), ids(&edition(&[("a", &twice)], &Register::default())));
}

#[test]
fn where_both_speakers_of_the_same_words_changed_nobody_can_tell() {
    let now = YES.replace("Ana Brandt", "Ida Quarrie").replace("Olaf Reed", "Tam Brill");
    let register = published(&[("a", YES)]);
    for (_, id) in yes(&edition(&[("a", YES)], &Register::default())) {
        assert_eq!(told(&edition(&[("a", &now)], &register), &id), "ambiguous: Yes, | Yes,");
    }
}
