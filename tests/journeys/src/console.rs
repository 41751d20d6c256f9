//! What the browser logs beside the page: complaints in the console, requests on the network.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::Browser;

impl Browser {
    /// What the console has been told since this was last asked: errors and warnings.
    pub async fn complaints(&self) -> Vec<String> {
        let entries = self.log("browser").await;
        let deep = self.deep.borrow();
        entries
            .into_iter()
            .filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING")
            .filter_map(|entry| entry["message"].as_str().map(str::to_string))
            .filter(|message| {
                // A plain host answers a deep address with 404.html, and the browser says so.
                !(message.contains("status of 404")
                    && deep.iter().any(|address| message.starts_with(&format!("{address} "))))
            })
            .collect()
    }

    /// Makes sure that the console is empty and that nothing was asked of another origin.
    ///
    /// # Panics
    /// When it is not so.
    pub async fn has_nothing_to_hide(&self) {
        assert_eq!(self.complaints().await, Vec::<String>::new(), "the console is not empty");
        let asked = self.requests().await;
        assert!(!asked.is_empty(), "no request was seen, so none was checked");
        let strange: Vec<&String> = asked.iter().filter(|url| !url.starts_with(&self.origin)).collect();
        assert!(strange.is_empty(), "another origin was asked for {strange:?}");
    }

    /// The addresses that pages of http and https have asked for.
    async fn requests(&self) -> Vec<String> {
        self.log("performance")
            .await
            .iter()
            .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok())
            .filter(|event| event["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|event| event["message"]["params"]["request"]["url"].as_str().map(str::to_string))
            // Not what the browser shows before it goes anywhere.
            .filter(|url| !url.starts_with("data:") && !url.starts_with("chrome"))
            .collect()
    }

    async fn log(&self, kind: &str) -> Vec<Value> {
        match self.ask("se/log", &json!({ "type": kind })).await {
            Value::Array(entries) => entries,
            other => panic!("the log {kind} is {other}"),
        }
    }

    pub(crate) async fn ask(&self, path: &str, body: &Value) -> Value {
        let command = Post { path: path.to_string(), body: body.to_string() };
        let answer = self.client.issue_cmd(command).await;
        answer.unwrap_or_else(|error| panic!("the driver refuses {path}: {error}"))
    }
}

/// A command of the driver that fantoccini has no name for.
#[derive(Debug)]
struct Post {
    path: String,
    body: String,
}

impl WebDriverCompatibleCommand for Post {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.clone()))
    }
}
