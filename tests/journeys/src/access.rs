//! Whether everybody can use what the browser shows, as axe-core judges.

use std::{env, fs};

use serde_json::Value;

use crate::Browser;

/// The rules asked for: those of WCAG 2.2 at levels A and AA, and what is good practice besides.
const RULES: &str = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";

impl Browser {
    /// Makes sure that axe-core has nothing to say against what the window shows, and that none of it lies beyond the
    /// window's side; `what` names it.
    ///
    /// # Panics
    /// When it has, or when nobody has said where axe-core is.
    pub async fn can_be_used_by_everybody(&self, what: &str) {
        let axe = env::var_os("VERBATIM_AXE").expect("no axe-core: run `cargo xtask test`");
        let axe = fs::read_to_string(axe).expect("axe-core can be read");
        if self.says("typeof axe").await == "undefined" {
            self.client.execute(&axe, Vec::new()).await.expect("axe-core to start");
        }
        let judge = format!(
            "const done = arguments[0];
             axe.run(document, {RULES}).then(found => done(found.violations.map(one =>
                 one.id + ': ' + one.help + ': ' + one.nodes.map(node => node.html.slice(0, 160)).join(' | '))))
                 .catch(error => done([String(error)]));"
        );
        let found = self.client.execute_async(&judge, Vec::new()).await.expect("axe-core to judge");
        assert_eq!(found, Value::Array(Vec::new()), "on {what}");
        let beyond = self.says("document.documentElement.scrollWidth - innerWidth").await;
        assert!(beyond.as_i64().is_some_and(|beyond| beyond <= 0), "{beyond} px beyond the side, on {what}");
    }
}
