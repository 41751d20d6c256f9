//! The plainest static host there is: files, and `404.html` with status 404 for the rest.

use std::{
    fs,
    path::{Component, Path, PathBuf},
    sync::Arc,
    thread::{self, JoinHandle},
};

use tiny_http::{Header, Request, Response};

/// A folder, served on a port of its own until this is dropped.
pub struct Server {
    http: Arc<tiny_http::Server>,
    thread: Option<JoinHandle<()>>,
    base: String,
}

impl Server {
    /// Serves `folder` under the path `base`, which begins and ends with a slash.
    ///
    /// # Panics
    /// When the folder holds no page, or no port is free.
    pub fn start(folder: PathBuf, base: &str) -> Self {
        assert!(
            folder.join("index.html").is_file(),
            "{} holds no page",
            folder.display()
        );
        let http = Arc::new(tiny_http::Server::http("127.0.0.1:0").expect("a free port"));
        let (listener, prefix) = (Arc::clone(&http), base.to_string());
        let thread = thread::spawn(move || {
            for request in listener.incoming_requests() {
                answer(request, &folder, &prefix);
            }
        });
        Server {
            http,
            thread: Some(thread),
            base: base.to_string(),
        }
    }

    /// The site's origin: scheme, address and port.
    pub fn origin(&self) -> String {
        format!("http://{}", self.http.server_addr())
    }

    /// The address of the site's first page.
    pub fn home(&self) -> String {
        self.origin() + &self.base
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.http.unblock();
        if let Some(thread) = self.thread.take() {
            // A thread that has panicked has said so.
            let _ = thread.join();
        }
    }
}

fn answer(request: Request, folder: &Path, base: &str) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    let file = path
        .strip_prefix(base)
        .and_then(|path| inside(folder, path))
        .filter(|file| file.is_file());
    let (status, file) = match file {
        Some(file) => (200, file),
        None => (404, folder.join("404.html")),
    };
    let bytes = fs::read(&file).expect("a file of the site");
    let response = Response::from_data(bytes)
        .with_status_code(status)
        .with_header(content_type(&file));
    // A browser that has gone away does not want its answer.
    let _ = request.respond(response);
}

/// The file that a path names: `index.html` for the empty one, and nothing outside the folder.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then(|| folder.join(path))
}

fn content_type(file: &Path) -> Header {
    let kind = match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    Header::from_bytes("Content-Type", kind).expect("a header")
}
