use super::*;

/// What asks for `words` where they stand last, below a title.
fn below(title: &str, text: &str, words: &str) -> Option<String> {
    let start = text.rfind(words).expect("the words stand in the text");
    Page::new(title, text).directive(Span::from(start..start + words.len()))
}

fn of(text: &str, words: &str) -> String {
    below("", text, words).expect("they can be asked for")
}

#[test]
fn words_are_asked_for_as_they_stand_with_the_directives_own_signs_escaped() {
    assert_eq!(
        of("She said “so, well-known & true – 50%” then.", "so, well-known & true – 50%"),
        "text=so%2C%20well%2Dknown%20%26%20true%20%E2%80%93%2050%25"
    );
}

#[test]
fn words_that_stand_there_twice_are_told_by_what_is_around_them() {
    let text = "It was “very constructive” then.\nHe called the second round “very constructive” on X, too.";
    assert_eq!(
        of(text, "very constructive"),
        "text=the%20second%20round%20%E2%80%9C-,very%20constructive,-%E2%80%9D%20on%20X%2C%20too"
    );
    assert_eq!(of("yes\nyes", "yes"), "text=yes-,yes");
}

#[test]
fn case_and_accents_make_no_other_words() {
    let text = "It Was Time, all thought.\n\n“it was time,” said Ana.";
    assert_eq!(
        of(text, "it was time,"),
        "text=Time%2C%20all%20thought.-,%E2%80%9Cit%20was%20time%2C,-%E2%80%9D%20said%20Ana"
    );
    assert_eq!(
        of("The Élan went. “elan” he said.", "elan"),
        "text=The%20%C3%89lan%20went.%20%E2%80%9C-,elan,-%E2%80%9D%20he%20said"
    );
}

#[test]
fn words_that_a_headline_says_too_are_not_looked_for_there() {
    let text = "“We are going home,” said Bo Hale.";
    assert_eq!(below("Bridges", text, "We are going home,"), Some("text=We%20are%20going%20home%2C".into()));
    assert_eq!(
        below("“We are going home”", text, "We are going home,"),
        Some("text=We%20are%20going%20home%2C,-%E2%80%9D%20said%20Bo%20Hale".into())
    );
}

#[test]
fn of_a_long_text_its_ends_are_asked_for() {
    let text = format!("{}end of it.", "nine winters and more ".repeat(10));
    assert_eq!(
        of(&text, text.as_str()),
        "text=nine%20winters%20and%20more%20nine%20winters,winters%20and%20more%20end%20of%20it."
    );
}

#[test]
fn a_beginning_that_stands_earlier_is_told_by_what_is_before_it() {
    let said = "The well-known harbour was closed for a year and the long road was opened for another because \
                nobody could make up his mind about either of them";
    let text = format!(
        "The well-known harbour was closed for weeks, and nobody came.\n\nThen Cy Dole said: “{said}.”"
    );
    let asked = of(&text, said);
    assert!(
        asked.starts_with(
            "text=Cy%20Dole%20said%3A%20%E2%80%9C-,The%20well%2Dknown%20harbour%20was%20closed,"
        ),
        "{asked}"
    );
}

#[test]
fn an_end_that_stands_within_the_words_is_told_by_what_is_behind_it() {
    let long = "and the rest of it ".repeat(7);
    let of_end = |within: &str| {
        let said = format!("So it went on {long}{within} and so {long}then we waited for all the boats");
        of(&format!("“{said},” he said."), &said)
    };
    let start = "text=So%20it%20went%20on%20and%20the,we%20waited%20for%20all%20the%20boats";
    assert_eq!(of_end("but"), start);
    assert_eq!(of_end("We waited for all the boats"), [start, ",-%2C%E2%80%9D%20he%20said"].concat());
}

#[test]
fn no_part_reaches_over_a_paragraph() {
    let text = format!("One two.\n{}\nthe very end.", "nine winters and more ".repeat(10).trim());
    assert_eq!(of(&text, text.as_str()), "text=One%20two,the%20very%20end.");
    let text = "“We are going home.\n\n“Nobody can stop us now,” said Bo Hale.";
    assert_eq!(
        of(text, "We are going home.\n\n“Nobody can stop us now"),
        "text=We%20are%20going%20home,Nobody%20can%20stop%20us%20now"
    );
}

#[test]
fn what_nothing_tells_apart_is_not_asked_for() {
    let text =
        "no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no";
    let middle = Span::from(45..47);
    assert_eq!(Page::new("", text).directive(middle), None);
    assert_eq!(Page::new("", "… – …").directive(Span::from(0..3)), None, "no words");
}
