//! Citations as style guides write them, from the file that was left beside each article's page: with the address of the
//! statement, and the day of access.

use verbatim_extract::Day;

use super::attribution::escaped;
use crate::messages;

/// What stands for the address, in a citation that is not finished.
pub const ADDRESS: &str = "{address}";
/// What stands for the address without its scheme.
pub const BARE_ADDRESS: &str = "{bare-address}";
/// What stands for the day of access, as "May 9, 2026".
pub const LONG_DAY: &str = "{day-long}";
/// What stands for the day of access, as "9 May 2026", the month shortened as MLA does.
pub const SHORT_DAY: &str = "{day-short}";

/// The file with the citations of an article, beside its page.
pub const FILE: &str = "citations.tsv";

/// The names of the styles in a file.
pub fn styles(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter(|line| line.split('\t').count() == 3).filter_map(|line| line.split('\t').next())
}

/// The citation of a style, as text and as HTML. None where the file has none.
pub fn cited(file: &str, style: &str, address: &str, accessed: Day) -> Option<(String, String)> {
    let line = file.lines().find(|line| line.split('\t').next() == Some(style))?;
    let mut forms = line.split('\t').skip(1);
    let (plain, html) = (forms.next()?, forms.next()?);
    let html = filled(html, &escaped(address), accessed);
    Some((filled(plain, address, accessed), html))
}

fn filled(form: &str, address: &str, accessed: Day) -> String {
    let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
    let (long, short) = messages::days_of_access(accessed);
    form.replace(LONG_DAY, &long)
        .replace(SHORT_DAY, &short)
        .replace(BARE_ADDRESS, bare)
        .replace(ADDRESS, address)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "APA\tTitle. {address}\t<i>Title</i>. {address}\nbroken\nMLA\tT. {day-short}, {bare-address}\tT. {day-long}\n";
    const ACCESSED: Day = Day { year: 2026, month: 9, day: 3 };

    #[test]
    fn a_citation_is_finished_with_its_address_and_the_day() {
        let cited = |style| cited(FILE, style, "https://q.example/s/a?w=1&x", ACCESSED);
        let (plain, html) = cited("APA").expect("APA");
        assert_eq!(plain, "Title. https://q.example/s/a?w=1&x");
        assert_eq!(html, "<i>Title</i>. https://q.example/s/a?w=1&amp;x");
        let (plain, html) = cited("MLA").expect("MLA");
        assert_eq!(plain, "T. 3 Sept. 2026, q.example/s/a?w=1&x");
        assert_eq!(html, "T. September 3, 2026");
        assert_eq!(cited("broken"), None);
        assert_eq!(cited("Vancouver"), None);
    }

    #[test]
    fn what_is_no_citation_is_offered_to_nobody() {
        assert!(styles(FILE).eq(["APA", "MLA"]));
        assert_eq!(styles("<!doctype html>\n<title>Not found</title>").count(), 0);
    }
}
