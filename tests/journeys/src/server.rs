//! The plainest static host there is: files, the index of a folder (at its address with a slash, to which it leads on),
//! and `404.html` with status 404 for the rest. Where a file lies there compressed as well, with `.br` behind its name,
//! a browser that can read that is given it.

use std::{
    convert::Infallible,
    fs, io,
    net::SocketAddr,
    path::{Component, Path, PathBuf},
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, ready},
    time::Duration,
};

use http::{
    Request, Response, StatusCode,
    header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, LOCATION},
};
use hyper::{
    body::{Body, Bytes, Frame, Incoming, SizeHint},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::{
    net::TcpListener,
    task::JoinHandle,
    time::{Sleep, sleep},
};

/// How long a page dawdles: many times what a browser waits before it paints what it has.
const DAWDLE: Duration = Duration::from_millis(600);

/// A folder, served on a port of its own until this is dropped.
pub struct Server {
    address: SocketAddr,
    base: String,
    task: JoinHandle<()>,
    gone: Arc<AtomicBool>,
    sent: Arc<Mutex<Vec<(String, usize)>>>,
    stumbles: Arc<Mutex<Vec<String>>>,
    dawdles: Arc<Mutex<Option<String>>>,
}

impl Server {
    /// Serves `folder` under the path `base`, which begins and ends with a slash.
    ///
    /// # Panics
    /// When the folder holds no page, or no port is free.
    pub async fn start(folder: PathBuf, base: &str) -> Self {
        assert!(folder.join("index.html").is_file(), "{} holds no page", folder.display());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let site = Arc::new((folder, base.to_string()));
        let told = Told::default();
        let task = tokio::spawn(listen(listener, site, told.clone()));
        let Told { gone, sent, stumbles, dawdles } = told;
        Server { address, base: base.to_string(), task, gone, sent, stumbles, dawdles }
    }

    /// Answers that it cannot, the next time that a path which ends so is asked for.
    ///
    /// # Panics
    /// When sending something did.
    pub fn stumbles_over(&self, end: &str) {
        self.stumbles.lock().expect("what it cannot").push(end.to_owned());
    }

    /// Sends the next file that holds this text in two halves: what stands before it, and, later, the rest.
    ///
    /// # Panics
    /// When sending something did.
    pub fn dawdles_before(&self, text: &str) {
        *self.dawdles.lock().expect("where it dawdles") = Some(text.to_owned());
    }

    /// The paths of the files sent since this was last asked, with how many bytes each had.
    ///
    /// # Panics
    /// When sending one did.
    pub fn sent(&self) -> Vec<(String, usize)> {
        std::mem::take(&mut self.sent.lock().expect("what was sent"))
    }

    /// The site's origin: scheme, address and port.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the site's first page.
    pub fn home(&self) -> String {
        self.origin() + &self.base
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
        // Connections that are open are cut as soon as something is asked over them.
        self.gone.store(true, Ordering::Relaxed);
    }
}

/// Whether the server is gone, what it has sent, over what it will stumble, and before what it will dawdle.
#[derive(Clone, Default)]
struct Told {
    gone: Arc<AtomicBool>,
    sent: Arc<Mutex<Vec<(String, usize)>>>,
    stumbles: Arc<Mutex<Vec<String>>>,
    dawdles: Arc<Mutex<Option<String>>>,
}

/// A file on its way: a first part, and, after a while, what is left of it.
#[derive(Default)]
struct Sending {
    first: Bytes,
    rest: Bytes,
    pause: Option<Pin<Box<Sleep>>>,
}

impl Sending {
    fn dawdling(bytes: Bytes, at: usize) -> Self {
        let (first, rest) = (bytes.slice(..at), bytes.slice(at..));
        Sending { first, rest, pause: Some(Box::pin(sleep(DAWDLE))) }
    }
}

impl Body for Sending {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.first.is_empty() {
            if let Some(pause) = &mut self.pause {
                ready!(pause.as_mut().poll(context));
            }
            self.first = std::mem::take(&mut self.rest);
        }
        let part = std::mem::take(&mut self.first);
        Poll::Ready((!part.is_empty()).then(|| Ok(Frame::data(part))))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact((self.first.len() + self.rest.len()) as u64)
    }
}

async fn listen(listener: TcpListener, site: Arc<(PathBuf, String)>, told: Told) {
    while let Ok((stream, _)) = listener.accept().await {
        let (site, Told { gone, sent, stumbles, dawdles }) = (Arc::clone(&site), told.clone());
        let answer = service_fn(move |request: Request<Incoming>| {
            let mut over = stumbles.lock().expect("what it cannot");
            let stumbles = over.iter().position(|end| request.uri().path().ends_with(end));
            let stumbles = stumbles.map(|place| over.remove(place)).is_some();
            let here = !gone.load(Ordering::Relaxed);
            let brotli = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
            let brotli = brotli.is_some_and(|value| value.contains("br"));
            let path = request.uri().path();
            let mut response = here.then(|| answer(path, &site.0, &site.1, brotli));
            if let Some(response) = response.as_mut().filter(|_| stumbles) {
                *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
            }
            if let Some(response) = &mut response {
                dawdle(response.body_mut(), &mut dawdles.lock().expect("where it dawdles"));
            }
            let length = response.as_ref().and_then(|response| response.body().size_hint().exact());
            if let Some(length) = length {
                sent.lock().expect("what was sent").push((path.to_owned(), length as usize));
            }
            async { response.ok_or(io::Error::from(io::ErrorKind::ConnectionAborted)) }
        });
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), answer));
    }
}

/// Has what is sent dawdle where that was asked for.
fn dawdle(sending: &mut Sending, before: &mut Option<String>) {
    let found = before.as_ref().and_then(|text| {
        let text = text.as_bytes();
        sending.first.windows(text.len()).position(|here| here == text)
    });
    if let Some(at) = found {
        *before = None;
        *sending = Sending::dawdling(std::mem::take(&mut sending.first), at);
    }
}

fn answer(path: &str, folder: &Path, base: &str, brotli: bool) -> Response<Sending> {
    let file = path.strip_prefix(base).and_then(|path| inside(folder, path));
    if !path.ends_with('/') && file.as_ref().is_some_and(|file| file.join("index.html").is_file()) {
        let mut response = Response::new(Sending::default());
        *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
        let address =
            http::HeaderValue::try_from(format!("{path}/")).expect("what was asked for can be answered");
        response.headers_mut().insert(LOCATION, address);
        return response;
    }
    let index = |file: PathBuf| if file.is_dir() { file.join("index.html") } else { file };
    let file = file.map(index).filter(|file| file.is_file());
    let (status, file) = match file {
        Some(file) => (StatusCode::OK, file),
        None => (StatusCode::NOT_FOUND, folder.join("404.html")),
    };
    let smaller = PathBuf::from(format!("{}.br", file.display()));
    let smaller = Some(smaller).filter(|smaller| brotli && smaller.is_file());
    let bytes = fs::read(smaller.as_ref().unwrap_or(&file)).expect("a file of the site");
    let mut response = Response::new(Sending { first: bytes.into(), ..Sending::default() });
    *response.status_mut() = status;
    if smaller.is_some() {
        response.headers_mut().insert(CONTENT_ENCODING, http::HeaderValue::from_static("br"));
    }
    let kind = http::HeaderValue::from_static(content_type(&file));
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

/// The file or folder that a path names, and nothing outside the site.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
    let path = Path::new(path.as_ref());
    path.components().all(|part| matches!(part, Component::Normal(_))).then(|| folder.join(path))
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
