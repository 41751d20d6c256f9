//! A reader's browser: Chromium without a window, with a profile of its own.

use std::{
    cell::RefCell,
    time::{Duration, Instant},
};

use fantoccini::{
    Client, ClientBuilder, Locator,
    actions::{InputSource, KeyAction, KeyActions},
};
use serde_json::{Value, json};

pub use fantoccini::key::Key;

use crate::{driver::Driver, server::Server};

/// How long a reader waits for what must be there soon. Far more than it takes, so that a slow machine passes.
const PATIENCE: Duration = Duration::from_secs(15);
const GLANCE: Duration = Duration::from_millis(15);

/// A page that its program has drawn, not one that was drawn ahead.
const STARTED: &str = ":not([data-drawn]) > .page main[data-page]";

const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1200,1000",
];

/// One browser with one tab, at one site.
pub struct Browser {
    pub(crate) client: Client,
    /// Addresses that the host has answered with 404.html, which the console reports each time.
    pub(crate) deep: RefCell<Vec<String>>,
    pub(crate) origin: String,
    home: String,
    // The driver ends before the profile is removed.
    _driver: Driver,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// A browser that has never been anywhere, for the site that `server` serves.
    ///
    /// # Panics
    /// When Chromium or its driver cannot be run.
    pub async fn start(server: &Server) -> Self {
        Self::start_with(server, &[]).await
    }

    /// As [`Browser::start`], with more flags for Chromium.
    ///
    /// # Panics
    /// When Chromium or its driver cannot be run.
    pub async fn start_with(server: &Server, flags: &[&str]) -> Self {
        let driver = Driver::start();
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let mut arguments: Vec<String> = FLAGS.iter().chain(flags).map(ToString::to_string).collect();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        let capabilities = json!({
            "goog:chromeOptions": { "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!("an object was written above") };
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.url())
            .await
            .expect("a browser");
        Browser {
            client,
            deep: RefCell::default(),
            origin: server.origin(),
            home: server.home(),
            _driver: driver,
            _profile: profile,
        }
    }

    /// Opens a path of the site, "" for its first page.
    pub async fn open(&self, path: &str) {
        self.open_link(&format!("{}{path}", self.home)).await;
    }

    /// Opens an address as one does who has been sent it.
    pub async fn open_link(&self, address: &str) {
        self.deep.borrow_mut().push(address.to_string());
        self.client.goto(address).await.expect("to go there");
        self.sees(STARTED).await;
    }

    /// Opens a path of the site, whether or not its program starts.
    pub async fn goes_to(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.home)).await.expect("to go there");
    }

    /// What the browser answers to a command of its developers' tools.
    pub async fn command(&self, name: &str, parameters: Value) -> Value {
        self.ask("goog/cdp/execute", &json!({ "cmd": name, "params": parameters })).await
    }

    /// Runs a script before anything of every page that is opened from now on.
    pub async fn before_every_page(&self, script: &str) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Gives pages the machine's speed divided by this from now on.
    pub async fn is_slow(&self, times: u32) {
        self.command("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }

    /// Makes sure that nothing has moved on the page since it was opened that nobody moved; `what` names it.
    ///
    /// # Panics
    /// When something has.
    pub async fn has_stood_still(&self, what: &str) {
        let moves = "const moved = [];
            const told = node => node?.outerHTML?.slice(0, 120) ?? node?.textContent;
            new PerformanceObserver(list => list.getEntries().forEach(({ value, sources }) =>
                moved.push(`${value}: ${sources.map(({ node }) => told(node)).join(' | ')}`)))
                .observe({ type: 'layout-shift', buffered: true });
            // What has happened is told in a task of its own.
            setTimeout(() => done(moved), 100);";
        assert_eq!(self.says_later(moves).await, json!([]), "{what}");
    }

    /// Lets no script of any page run from now on. What is asked of the page itself cannot be told then: see
    /// [`Browser::reads_source`].
    pub async fn runs_no_scripts(&self) {
        self.command("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    }

    /// Whether the page as it stands has this in its HTML.
    pub async fn reads_source(&self, what: &str) -> bool {
        self.client.source().await.expect("the page's HTML").contains(what)
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        let address = self.address().await;
        self.deep.borrow_mut().push(address);
        self.client.refresh().await.expect("to load again");
        self.sees(STARTED).await;
    }

    /// Goes back.
    pub async fn back(&self) {
        self.client.back().await.expect("to go back");
    }

    /// The address in the address bar.
    pub async fn address(&self) -> String {
        self.client.current_url().await.expect("an address").to_string()
    }

    /// Waits until something is on the page.
    pub async fn sees(&self, css: &str) {
        let script = "return document.querySelector(arguments[0]) !== null";
        self.wait(&format!("{css} to be there"), script, json!([css])).await;
    }

    /// Waits until the page of the given kind is shown.
    pub async fn is_on(&self, page: &str) {
        self.sees(&format!("main[data-page=\"{page}\"]")).await;
    }

    /// Waits until what `css` names reads `text`.
    pub async fn reads(&self, css: &str, text: &str) {
        let script = "return document.querySelector(arguments[0])?.textContent.trim() === arguments[1]";
        self.wait(&format!("{css} to read {text:?}"), script, json!([css, text])).await;
    }

    /// Waits until a JavaScript expression holds; `what` says what is waited for.
    pub async fn until(&self, what: &str, expression: &str) {
        self.wait(what, &format!("return {expression}"), json!([])).await;
    }

    async fn wait(&self, what: &str, script: &str, arguments: Value) {
        let Value::Array(arguments) = arguments else { unreachable!("arguments are a list") };
        let begun = Instant::now();
        loop {
            let there = self.client.execute(script, arguments.clone()).await;
            if there.as_ref().is_ok_and(|there| there == &json!(true)) {
                return;
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "waited for {what}, at {}, where the page reads {} and the console {:?}",
                self.address().await,
                self.says("document.body.innerText").await,
                self.complaints().await
            );
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// The value of a JavaScript expression.
    pub async fn says(&self, expression: &str) -> Value {
        let script = format!("return {expression}");
        self.client.execute(&script, vec![]).await.expect("the page to answer")
    }

    /// The value that a script hands to `done`, in its own time.
    pub async fn says_later(&self, script: &str) -> Value {
        let script = format!("const done = arguments[0]; {script}");
        self.client.execute_async(&script, vec![]).await.expect("the page to answer")
    }

    /// The text of everything that `css` names, in order.
    pub async fn texts(&self, css: &str) -> Vec<String> {
        let script = format!("[...document.querySelectorAll({css:?})].map(one => one.textContent.trim())");
        serde_json::from_value(self.says(&script).await).expect("a list of texts")
    }

    /// Clicks the first thing that `css` names.
    pub async fn clicks(&self, css: &str) {
        self.sees(css).await;
        let element = self.client.find(Locator::Css(css)).await.expect("what was there");
        element.click().await.unwrap_or_else(|error| panic!("{css} cannot be clicked: {error}"));
    }

    /// Types into what `css` names, after what it holds already.
    pub async fn types(&self, css: &str, text: &str) {
        self.sees(css).await;
        let element = self.client.find(Locator::Css(css)).await.expect("what was there");
        element.send_keys(text).await.unwrap_or_else(|error| panic!("{css} cannot be typed into: {error}"));
    }

    /// Presses keys, one after the other, wherever the focus is.
    pub async fn presses(&self, keys: impl IntoIterator<Item = char>) {
        let strokes = keys.into_iter().fold(KeyActions::new("keyboard".into()), |strokes, value| {
            strokes.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.client.perform_actions(strokes).await.expect("to press keys");
    }

    /// Presses keys, one after the other, while another is held.
    pub async fn holds(&self, held: Key, keys: impl IntoIterator<Item = char>) {
        let held: char = held.into();
        let mut strokes = KeyActions::new("keyboard".into()).then(KeyAction::Down { value: held });
        for value in keys {
            strokes = strokes.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        let strokes = strokes.then(KeyAction::Up { value: held });
        self.client.perform_actions(strokes).await.expect("to press keys");
    }

    /// Makes the window as wide as this, in CSS pixels: a phone's is narrower than Chromium lets its own be.
    pub async fn is_wide(&self, width: u32) {
        let size = json!({ "width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size).await;
        self.until("the window to be that wide", &format!("innerWidth === {width}")).await;
    }

    /// Shows the page as it is printed from now on.
    pub async fn prints(&self) {
        self.command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    }

    /// Has the browser tell pages that the reader prefers this, as a media feature and its value.
    pub async fn prefers(&self, feature: &str, value: &str) {
        let features = json!([{ "name": feature, "value": value }]);
        self.command("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        self.until("the page to know", &format!("matchMedia('({feature}: {value})').matches")).await;
    }

    /// Lets the site use something of the browser, or refuses it.
    pub async fn permits(&self, what: &str, state: &str) {
        self.ask("permissions", &json!({ "descriptor": { "name": what }, "state": state })).await;
    }

    /// A picture of what the window shows, as PNG.
    pub async fn picture(&self) -> Vec<u8> {
        self.client.screenshot().await.expect("a picture")
    }
}
