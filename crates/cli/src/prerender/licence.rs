//! Under what terms a text may be used, as schema.org asks for it: an address, or a work with a name.

use serde_json::{Value, json};

/// Licences by what articles call them and where they stand. Those of Creative Commons follow a rule of their own.
const KNOWN: [(&str, &str); 7] = [
    ("cc0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("cc0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("public domain mark 1.0", "https://creativecommons.org/publicdomain/mark/1.0/"),
    ("ogl-uk-3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
    ("odbl-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    ("mit", "https://spdx.org/licenses/MIT.html"),
    ("apache-2.0", "https://spdx.org/licenses/Apache-2.0.html"),
];

/// What Creative Commons' licences ask for, in words and in letters.
const TERMS: [(&str, &str); 5] = [
    ("attribution", "by"),
    ("noncommercial", "nc"),
    ("sharealike", "sa"),
    ("noderivatives", "nd"),
    ("noderivs", "nd"),
];

/// The six licences of Creative Commons, by their terms.
const CREATIVE: [&str; 6] = ["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"];

/// The versions that they have had.
const VERSIONS: [&str; 5] = ["1.0", "2.0", "2.5", "3.0", "4.0"];

/// The terms as data: their address where they are one, or are known to have one; else a work of that name.
pub fn data(written: &str) -> Value {
    let written = written.trim();
    let is_address = ["https://", "http://"].iter().any(|scheme| written.starts_with(scheme))
        && !written.contains(char::is_whitespace);
    let address = if is_address { Some(written.to_owned()) } else { known(written) };
    address.map_or_else(|| json!({ "@type": "CreativeWork", "name": written }), Value::from)
}

fn known(written: &str) -> Option<String> {
    let plain = written.to_lowercase();
    let known = KNOWN.iter().find(|(name, _)| *name == plain).map(|(_, address)| (*address).to_owned());
    known.or_else(|| creative_commons(&plain))
}

/// "CC BY-SA 4.0", "CC-BY-SA-4.0", "Creative Commons Attribution-ShareAlike 4.0 International".
fn creative_commons(plain: &str) -> Option<String> {
    let terms = plain.strip_prefix("creative commons").or_else(|| plain.strip_prefix("cc"))?;
    let terms = terms.trim_end_matches("international").trim_end_matches("unported");
    let (mut letters, mut version) = (Vec::new(), None);
    for part in terms.split([' ', '-']).filter(|part| !part.is_empty()) {
        if VERSIONS.contains(&part) {
            version = Some(part);
        } else {
            letters.push(TERMS.iter().find(|(name, _)| *name == part).map_or(part, |(_, letters)| letters));
        }
    }
    let licence = CREATIVE.iter().find(|licence| **licence == letters.join("-"))?;
    Some(format!("https://creativecommons.org/licenses/{licence}/{}/", version?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_that_have_an_address_are_given_by_it() {
        let by_sa = "https://creativecommons.org/licenses/by-sa/4.0/";
        for (written, address) in [
            ("https://example.org/terms", "https://example.org/terms"),
            ("CC BY-SA 4.0", by_sa),
            ("CC-BY-SA-4.0", by_sa),
            ("Creative Commons Attribution-ShareAlike 4.0 International", by_sa),
            ("CC BY 3.0", "https://creativecommons.org/licenses/by/3.0/"),
            ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
            ("MIT", "https://spdx.org/licenses/MIT.html"),
        ] {
            assert_eq!(data(written), address, "{written}");
        }
    }

    #[test]
    fn terms_that_are_not_known_are_a_work_of_that_name() {
        for written in ["All rights reserved", "CC BY", "CC BY-XY 4.0", "CC", "https://a b", "ccc by 4.0"] {
            assert_eq!(data(written), json!({ "@type": "CreativeWork", "name": written }), "{written}");
        }
    }
}
