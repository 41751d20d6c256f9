//! Where the page will be published: what makes an address whole.

use anyhow::{Result, ensure};
use verbatim::route::Route;

/// The address of the page's start: a scheme, a host, and a path that ends with a slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    address: String,
}

impl Site {
    /// Reads an address as somebody writes it, with or without the last slash.
    ///
    /// # Errors
    /// When it is none of the web's, or does not lead to the path at which the page will be served.
    pub fn new(written: &str, public_url: &str) -> Result<Site> {
        let address = format!("{}/", written.trim_end_matches('/'));
        let rest = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
        let path = rest.and_then(|rest| rest.find('/').filter(|host| *host > 0).map(|host| &rest[host..]));
        let plain = !address.contains(['?', '#', ' ', '"', '<', '>']);
        ensure!(
            path.is_some() && plain,
            "the site is {written:?}: give its whole address, such as https://example.org/news/quotes/"
        );
        ensure!(
            path == Some(public_url),
            "the site {address} does not lead to {public_url}, where the page will be served: make the two agree"
        );
        Ok(Site { address })
    }

    /// The whole address of a page, as the host serves it without leading on.
    pub fn absolute(&self, route: &Route) -> String {
        match route.href().as_str() {
            "./" => self.address.clone(),
            href => [&self.address, href, "/"].concat(),
        }
    }

    /// The whole address of a file.
    pub fn file(&self, name: &str) -> String {
        [&self.address, name].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_whole_and_lead_where_the_page_is_served() {
        let site = Site::new("https://example.org/news/quotes", "/news/quotes/").expect("a site");
        assert_eq!(site.absolute(&Route::About), "https://example.org/news/quotes/about/");
        assert_eq!(site.absolute(&Route::Explorer), "https://example.org/news/quotes/");
        assert_eq!(site.file("sitemap.xml"), "https://example.org/news/quotes/sitemap.xml");
        for (written, public_url) in [
            ("example.org", "/"),
            ("https:///", "/"),
            ("https://example.org/?a", "/"),
            ("https://example.org/a/", "/"),
            ("javascript:alert(1)", "/"),
        ] {
            assert!(Site::new(written, public_url).is_err(), "{written}");
        }
    }
}
