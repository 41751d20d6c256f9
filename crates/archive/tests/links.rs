//! Addresses that were published: what keeps them, and what becomes of them.

use verbatim_archive::{
    Archive, Article, Edit, Fate, People, assemble, assemble_with,
    links::{Address, Became, ForgetError, Register, Stood},
};
use verbatim_extract::{Document, extract};

/// An article with its id and text.
type Printed<'a> = (&'a str, &'a str);

fn article(id: &str, text: &str) -> Article {
    Article { id: id.into(), text: text.into(), ..Article::default() }
}

fn edition(articles: &[Printed<'_>], register: &Register) -> Archive {
    let extracted = |(id, text): &Printed<'_>| (article(id, text), extract(&Document { text, day: None }));
    assemble_with(articles.iter().map(extracted).collect(), &People::default(), register)
}

/// A register of an edition that was published.
fn published(articles: &[Printed<'_>]) -> Register {
    let mut register = Register::default();
    register.publish(&edition(articles, &Register::default()));
    register
}

/// The id of the statement with these words.
fn id(archive: &Archive, words: &str) -> String {
    let mut found = archive.statements.iter().filter(|one| archive.quotations(one).next() == Some(words));
    let statement = found.next().unwrap_or_else(|| panic!("“{words}” is no statement"));
    assert!(found.next().is_none(), "“{words}” is said twice");
    statement.id.clone()
}

/// What became of the statement with these words when `then` became `now`, as one reads it.
fn fate(words: &str, then: &[Printed<'_>], now: &[Printed<'_>]) -> String {
    let register = published(then);
    let id = id(&edition(then, &Register::default()), words);
    told(&edition(now, &register), &id)
}

fn told(archive: &Archive, id: &str) -> String {
    if archive.statements.iter().any(|statement| statement.id == id) {
        return "same".into();
    }
    let words = |index: &u32| archive.quotations(&archive.statements[*index as usize]).collect::<String>();
    let trail = archive.trails.iter().find(|trail| trail.id == id).expect("the address has a trail");
    match &trail.fate {
        Fate::Moved(now) => format!("moved: {}", archive.article(&archive.statements[*now as usize]).id),
        Fate::Reworded(now, _) => format!("reworded: {}", words(now)),
        Fate::Ambiguous(several, _) => {
            format!("ambiguous: {}", several.iter().map(words).collect::<Vec<_>>().join(" | "))
        }
        Fate::Gone(then) => format!("gone: {}", then.as_ref().map_or("withdrawn", |then| &then.words)),
    }
}

const FERRY: &str =
    "“The ferry will sail at noon every day,” said Ana Brandt.\n\n“Nobody has to row again,” said Olaf Reed.";

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

#[test]
fn addresses_lead_through_every_edition_to_the_last() {
    let mut register = Register::default();
    let texts = ["noon", "one", "two"].map(|hour| FERRY.replace("noon", hour));
    let ids = texts.clone().map(|text| {
        let archive = edition(&[("a", &text)], &register);
        register.publish(&archive);
        archive.statements[0].id.clone()
    });
    let last = edition(&[("a", &texts[2])], &register);
    assert_eq!(told(&last, &ids[0]), "reworded: The ferry will sail at two every day,");
    assert_eq!(told(&last, &ids[1]), "reworded: The ferry will sail at two every day,");
    let back = edition(&[("a", FERRY)], &register);
    assert_eq!(told(&back, &ids[0]), "same");
    assert_eq!(
        told(&back, &ids[2]),
        "reworded: The ferry will sail at noon every day,",
        "an edit taken back"
    );
    let none = edition(&[("a", "It rained.")], &register);
    assert!(told(&none, &ids[0]).starts_with("gone: The ferry will sail at noon"));
}

#[test]
fn an_address_stays_under_every_name_that_its_speaker_was_published_by() {
    let mut register = published(&[("a", FERRY)]);
    let former = |archive: &Archive| {
        let trails = archive.trails.iter().filter(|trail| trail.fate == Fate::Moved(0));
        trails.map(|trail| trail.slug.clone()).collect::<Vec<_>>()
    };
    let better = FERRY.replace("Ana Brandt", "Ana Brandt-Hale");
    let archive = edition(&[("a", &better)], &register);
    assert_eq!(former(&archive), ["ana-brandt-the-ferry-will-sail-at-noon-every"]);
    assert_eq!(archive.trails[0].id, archive.statements[0].id);
    assert_eq!(register.publish(&archive), Default::default(), "it is no other address");
    let best = FERRY.replace("Ana Brandt", "Anna Brandt-Hale");
    register.publish(&edition(&[("a", &best)], &register));
    let archive = edition(&[("a", &best)], &register);
    assert_eq!(former(&archive).len(), 2, "{:?}", archive.trails);
    // The first name again: only the others are former ones.
    let back = edition(&[("a", FERRY)], &register);
    assert!(former(&back).iter().all(|slug| slug.contains("hale")), "{:?}", back.trails);
    let struck = edition(&[("a", "It rained.")], &register);
    let gone = struck.trails.iter().filter(|trail| trail.slug.contains("ferry"));
    assert_eq!(gone.filter(|trail| matches!(trail.fate, Fate::Gone(_))).count(), 3);
}

#[test]
fn addresses_that_lead_in_a_circle_are_gone() {
    let stood = |words: &str| Stood::For { speaker: None, words: vec![words.into()] };
    let one = |id: &str, other: &str| Address {
        id: id.into(),
        article: "a".into(),
        stood: stood(id),
        became: Became::Another(other.into()),
        formerly: Vec::new(),
    };
    let archive = edition(&[("a", FERRY)], &Register::new([one("x", "y"), one("y", "x")]));
    assert_eq!((told(&archive, "x"), told(&archive, "y")), ("gone: x".into(), "gone: y".into()));
}

#[test]
fn what_publishing_changes_is_told_and_published_again_changes_nothing() {
    let mut register = Register::default();
    let first = register.publish(&edition(&[("a", FERRY)], &register));
    assert_eq!((first.added.len(), first.led.len(), first.lost.len()), (2, 0, 0));
    let now = FERRY.split_once("\n\n").expect("two paragraphs").0.replace("noon", "one");
    let archive = edition(&[("a", &now)], &register);
    assert_eq!(register.lost(&archive).count(), 1);
    let second = register.publish(&archive);
    assert_eq!((second.added.len(), second.led.len(), second.lost.len()), (1, 1, 1));
    let kept = register.clone();
    let archive = edition(&[("a", &now)], &register);
    assert_eq!(register.lost(&archive).count(), 0, "it was said that it may go");
    assert_eq!(register.publish(&archive), Default::default());
    assert_eq!(register, kept);
}

#[test]
fn forgotten_words_leave_a_hash_and_are_known_when_they_come_again() {
    let mut register = published(&[("a", FERRY)]);
    let row = id(&edition(&[("a", FERRY)], &register), "Nobody has to row again,");
    assert_eq!(register.forget(&row, &edition(&[("a", FERRY)], &register)), Err(ForgetError::Standing));
    assert_eq!(
        register.forget("0000000000", &edition(&[("a", FERRY)], &register)),
        Err(ForgetError::Unknown)
    );
    let struck = FERRY.split_once("\n\n").expect("two paragraphs").0;
    let archive = edition(&[("a", struck)], &register);
    assert_eq!(register.forget(&row, &archive), Ok(vec![row.clone()]));
    assert!(!format!("{register:?}").contains("row"), "{register:?}");
    let archive = edition(&[("a", struck)], &register);
    assert_eq!(told(&archive, &row), "gone: withdrawn");
    assert_eq!((register.lost(&archive).count(), register.returned(&archive).count()), (0, 0));
    let again = edition(&[("a", FERRY)], &register);
    assert_eq!((told(&again, &row).as_str(), register.returned(&again).count()), ("same", 1));
}

#[test]
fn forgetting_reaches_back_to_earlier_wordings() {
    let mut register = published(&[("a", FERRY)]);
    let first = id(&edition(&[("a", FERRY)], &register), "The ferry will sail at noon every day,");
    let now = FERRY.replace("noon", "one");
    let archive = edition(&[("a", &now)], &register);
    let second = archive.statements[0].id.clone();
    register.publish(&archive);
    let struck = edition(&[("a", "It rained.")], &register);
    assert_eq!(register.forget(&second, &struck), Ok(vec![second, first]));
    assert!(!format!("{register:?}").contains("ferry"));
}

/// An id that another statement's words would get, too.
#[test]
fn of_two_statements_with_one_id_the_published_one_keeps_it() {
    let fresh = edition(&[("a", FERRY)], &Register::default());
    let taken = fresh.statements[0].id.clone();
    let other = Address {
        id: taken.clone(),
        article: "z".into(),
        stood: Stood::For { speaker: None, words: vec!["Words of another article entirely".into()] },
        became: Became::Itself,
        formerly: Vec::new(),
    };
    let archive = edition(&[("a", FERRY)], &Register::new([other.clone()]));
    assert_eq!(archive, edition(&[("a", FERRY)], &Register::new([other])), "the same each time");
    assert_ne!(archive.statements[0].id, taken);
    assert_eq!(archive.statements[1].id, fresh.statements[1].id);
    assert_eq!(told(&archive, &taken), "gone: Words of another article entirely");
}

#[test]
fn without_a_register_nothing_has_a_trail() {
    let extracted = vec![(article("a", FERRY), extract(&Document { text: FERRY, day: None }))];
    assert!(assemble(extracted, &People::default()).trails.is_empty());
}
