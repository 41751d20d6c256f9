//! What the register keeps, from edition to edition.

use verbatim_archive::{
    Archive, Fate, People, assemble,
    links::{Address, Became, ForgetError, Register, Stood},
};
use verbatim_extract::{Document, extract};

use crate::{FERRY, article, edition, id, published, told};

#[test]
fn an_address_stays_with_the_readable_part_of_a_former_rule() {
    let text = "“हम शान्ति चाहते हैं,” said Olaf Reed.";
    let slugs = |archive: &Archive| archive.trails.iter().map(|trail| trail.slug.clone()).collect::<Vec<_>>();
    let mut register = published(&[("a", text)]);
    let archive = edition(&[("a", text)], &register);
    assert_eq!(archive.statements[0].slug, "olaf-reed-हम-शान्ति-चाहते-हैं");
    assert_eq!(slugs(&archive), ["olaf-reed-हम-शानति-चाहते-हैं"], "as folded words were written");
    assert_eq!(
        (&archive.trails[0].fate, &archive.trails[0].id),
        (&Fate::Moved(0), &archive.statements[0].id)
    );
    let better = text.replace("Olaf Reed", "Olaf Reed-Hale");
    register.publish(&edition(&[("a", &better)], &register));
    let archive = edition(&[("a", &better)], &register);
    assert_eq!(slugs(&archive).len(), 3, "{:?}", archive.trails);
    let gone = edition(&[("a", "It rained.")], &register);
    assert_eq!(slugs(&gone).len(), 4, "{:?}", gone.trails);
    assert!(edition(&[("a", FERRY)], &published(&[("a", FERRY)])).trails.is_empty(), "both rules agree");
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

/// Two statements whose hashes begin alike, found by trying a hundred million.
const ALIKE: [&str; 2] =
    ["We counted 1391876 gulls on the old quay,", "We counted 83761944 gulls on the old quay,"];

#[test]
fn two_statements_with_one_hash_get_two_ids_and_keep_them() {
    let [one, other] = ALIKE.map(|words| format!("“{words}” said Ana Brandt."));
    let alone = |text: &str| edition(&[("a", text)], &Register::default()).statements[0].id.clone();
    assert_eq!([alone(&one), alone(&other)], ["62br3crqfv", "62br3crqfv"]);
    let (both, turned) = (format!("{one}\n\n{other}"), format!("{other}\n\nIt rained.\n\n{one}"));
    let fresh = edition(&[("a", &both)], &Register::default());
    let ids = ALIKE.map(|words| id(&fresh, words));
    assert!(ids[0] == "62br3crqfv" && ids[1] != ids[0], "the first in print has it: {ids:?}");
    let mut register = published(&[("a", &both)]);
    assert!(register.addresses().iter().all(Address::is_of_its_words), "{register:?}");
    let now = edition(&[("a", &turned)], &register);
    assert_eq!(ALIKE.map(|words| id(&now, words)), ids, "whichever comes first");
    let left = edition(&[("a", &other)], &register);
    assert_eq!(left.statements[0].id, ids[1], "when the other is struck, too");
    assert_eq!(told(&left, &ids[0]), format!("gone: {}", ALIKE[0]));
    register.publish(&left);
    assert_eq!(ALIKE.map(|words| id(&edition(&[("a", &both)], &register), words)), ids, "and put back");
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
