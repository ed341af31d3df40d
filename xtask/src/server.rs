//! A static file server for `cargo xtask serve` and the browser tests.
//!
//! Query parameters of any file are test aids: `?csp=<policy>` adds that Content-Security-Policy,
//! `?delay=<ms>` answers late, `?status=<code>` answers with that status. A folder answers with its
//! `index.html`.

use std::collections::HashMap;
use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use axum::Router;
use axum::extract::{Path as UrlPath, Query, Request as HttpRequest, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Redirect, Response};
use tokio::runtime::{Builder, Runtime};

/// The longest delay that `?delay=` can ask for: a typing error must not hang a test.
const MAX_DELAY: Duration = Duration::from_secs(5);

/// How many ports are tried to find one that is free on IPv4 and on IPv6.
const PORT_ATTEMPTS: usize = 10;

/// Where files come from.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// URL prefixes and what they show: `("/pkg/", folder)`, or a whole path and one file.
    /// Of several prefixes that fit a request, the longest counts.
    pub mounts: Vec<(String, PathBuf)>,
    /// HTML that is put first into the head of every page: by it the browser tests watch a page from the
    /// start. Empty elsewhere.
    pub head: String,
    /// Tells pages about new builds, in `cargo xtask dev` only.
    pub news: Option<News>,
    /// Whether `<file>.br` beside a file is sent instead of it, as servers with precompressed files do.
    pub brotli: bool,
    /// The delay of every data file (`/data/`): zero, unless somebody wants to see what waits for them.
    pub late_data: Duration,
}

/// What is sent to the pages that listen at [`NEWS`].
pub type News = tokio::sync::watch::Receiver<String>;

/// The path of server-sent events, one for each build. `dev/reload.js` listens there.
pub const NEWS: &str = "/__news";

/// One request that the server has seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD` and so on.
    pub method: String,
    /// The path with its query, as it was sent.
    pub path: String,
    /// The page that asked, if the browser said so.
    pub referrer: Option<String>,
}

/// What a server answers instead of a file: how tests make a network fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// This status, without contents.
    Status(u16),
    /// These contents, under this type.
    Contents(&'static str, Vec<u8>),
    /// What another file has, a path of the site, under the type of the one that was asked for.
    File(&'static str),
    /// The file under another type.
    Type(&'static str),
    /// The file's first bytes, so many, as if they were all.
    Cut(usize),
    /// The file's first bytes, so many; then the connection breaks.
    Reset(usize),
    /// The file under the false word that it is compressed.
    FalseGzip,
}

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    /// `http://localhost:<port>`, without a slash at the end.
    pub origin: String,
    requests: Log,
    faults: Faults,
    runtime: Option<Runtime>,
}

type Log = Arc<Mutex<Vec<Request>>>;

/// What the paths of requests end with, what is answered, and how many times more.
type Faults = Arc<Mutex<Vec<(String, Fault, usize)>>>;

impl Server {
    /// Starts to serve `site` on a thread of its own; port 0 takes any free port.
    ///
    /// It listens on the loopback addresses only.
    ///
    /// # Errors
    ///
    /// When the port is taken or may not be opened.
    pub fn start(site: Site, port: u16) -> Result<Self> {
        let listeners = listen(port)?;
        let port = listeners[0].local_addr()?.port();
        let (requests, faults) = (Log::default(), Faults::default());
        let app = app(site, Arc::clone(&requests), Arc::clone(&faults));
        let runtime =
            Builder::new_multi_thread().worker_threads(1).thread_name("server").enable_all().build()?;
        for listener in listeners {
            listener.set_nonblocking(true)?;
            let _context = runtime.enter();
            let listener = tokio::net::TcpListener::from_std(listener)?;
            runtime.spawn(axum::serve(listener, app.clone()).into_future());
        }
        Ok(Self { origin: format!("http://localhost:{port}"), requests, faults, runtime: Some(runtime) })
    }

    /// Answers requests whose path ends so with a fault, so many times.
    pub fn fail(&self, path: &str, fault: Fault, times: usize) {
        lock(&self.faults).push((path.to_owned(), fault, times));
    }

    /// Takes all faults back.
    pub fn mend(&self) {
        lock(&self.faults).clear();
    }

    /// Every request so far, in the order of their arrival.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.requests).clone()
    }

    /// How many requests there have been.
    #[must_use]
    pub fn count(&self) -> usize {
        lock(&self.requests).len()
    }

    /// The requests behind the first so many.
    #[must_use]
    pub fn requests_since(&self, count: usize) -> Vec<Request> {
        lock(&self.requests).get(count..).unwrap_or_default().to_vec()
    }

    /// Serves until the process is ended, by Ctrl-C for one.
    pub fn wait(self) -> ! {
        loop {
            std::thread::park();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // Not a plain drop, which panics inside the asynchronous tests.
            runtime.shutdown_background();
        }
    }
}

/// Both loopback addresses at one port: a browser may take `localhost` for either.
fn listen(port: u16) -> Result<Vec<TcpListener>> {
    for _ in 0..PORT_ATTEMPTS {
        let v4 = match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(taken(port)),
            v4 => v4.with_context(|| format!("Port {port} can't be opened"))?,
        };
        match TcpListener::bind((Ipv6Addr::LOCALHOST, v4.local_addr()?.port())) {
            Ok(v6) => return Ok(vec![v4, v6]),
            Err(error) if error.kind() != ErrorKind::AddrInUse => return Ok(vec![v4]), // no IPv6
            Err(_) if port != 0 => bail!(taken(port)),
            Err(_) => {}
        }
    }
    bail!("No port is free on both 127.0.0.1 and ::1: end some servers and try again.")
}

fn taken(port: u16) -> String {
    format!(
        "Port {port} is taken: end the program that listens there, or choose another port \
         (0 takes any free one)."
    )
}

fn app(site: Site, requests: Log, faults: Faults) -> Router {
    let news = site.news.clone();
    let site = Arc::new(site);
    Router::new()
        .route(NEWS, axum::routing::get(move || events(news.clone())))
        .route("/", axum::routing::get(root))
        .route("/{*path}", axum::routing::get(file))
        .layer(middleware::from_fn_with_state((Arc::clone(&site), faults), fault))
        .layer(middleware::from_fn_with_state(Arc::clone(&site), aids))
        .layer(middleware::from_fn_with_state(requests, record))
        .with_state(site)
}

/// An event for each build from now on.
async fn events(news: Option<News>) -> Response {
    let Some(mut news) = news else { return StatusCode::NOT_FOUND.into_response() };
    news.mark_unchanged();
    let stream = futures::stream::unfold(news, |mut news| async {
        news.changed().await.ok()?;
        let event = Event::default().data(news.borrow_and_update().as_str());
        Some((Ok::<_, Infallible>(event), news))
    });
    Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
}

async fn record(State(requests): State<Log>, request: HttpRequest, next: Next) -> Response {
    let referrer = request
        .headers()
        .get(header::REFERER)
        .map(|url| String::from_utf8_lossy(url.as_bytes()).into_owned());
    lock(&requests).push(Request {
        method: request.method().to_string(),
        path: request.uri().to_string(),
        referrer,
    });
    next.run(request).await
}

/// Answers with the fault that a test has set for a path, if there is one.
async fn fault(
    State((site, faults)): State<(Arc<Site>, Faults)>,
    request: HttpRequest,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    let fault = lock(&faults)
        .iter_mut()
        .find(|(end, _, times)| *times > 0 && path.ends_with(end.as_str()))
        .map(|(_, fault, times)| {
            *times -= 1;
            fault.clone()
        });
    let Some(fault) = fault else { return next.run(request).await };
    let file = |path: &str| site.find(path).and_then(|path| std::fs::read(path).ok()).unwrap_or_default();
    let mime = mime(Path::new(&path));
    let typed = |mime, contents: Vec<u8>| ([(header::CONTENT_TYPE, mime)], contents).into_response();
    match fault {
        Fault::Status(status) => StatusCode::from_u16(status).unwrap_or_default().into_response(),
        Fault::Contents(mime, contents) => typed(mime, contents),
        Fault::File(other) => typed(mime, file(other)),
        Fault::Type(mime) => typed(mime, file(&path)),
        Fault::Cut(length) => {
            let mut contents = file(&path);
            contents.truncate(length);
            typed(mime, contents)
        }
        Fault::Reset(length) => {
            let mut contents = file(&path);
            contents.truncate(length);
            let parts = [Ok(contents), Err(std::io::Error::from(ErrorKind::ConnectionReset))];
            let body = axum::body::Body::from_stream(futures::stream::iter(parts));
            ([(header::CONTENT_TYPE, mime)], body).into_response()
        }
        Fault::FalseGzip => {
            ([(header::CONTENT_TYPE, mime), (header::CONTENT_ENCODING, "gzip")], file(&path)).into_response()
        }
    }
}

/// Carries out the test aids of the query, and sets what every answer has.
async fn aids(
    State(site): State<Arc<Site>>,
    Query(query): Query<HashMap<String, String>>,
    request: HttpRequest,
    next: Next,
) -> Response {
    let late = if request.uri().path().contains("/data/") { site.late_data } else { Duration::ZERO };
    let asked = query.get("delay").and_then(|ms| ms.parse().ok()).map(Duration::from_millis);
    if let Some(delay) = asked.or((!late.is_zero()).then_some(late)) {
        tokio::time::sleep(delay.min(MAX_DELAY)).await;
    }
    let mut response = next.run(request).await;
    if let Some(status) = query.get("status") {
        match status.parse() {
            Ok(status) => *response.status_mut() = status,
            Err(_) => return refuse("?status= needs a status code like 503."),
        }
    }
    let headers = response.headers_mut();
    if let Some(policy) = query.get("csp") {
        match HeaderValue::from_str(policy) {
            Ok(policy) => drop(headers.insert(header::CONTENT_SECURITY_POLICY, policy)),
            Err(_) => return refuse("?csp= needs a policy that fits a header."),
        }
    }
    // A module script from another origin is fetched with CORS.
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

fn refuse(sentence: &'static str) -> Response {
    (StatusCode::BAD_REQUEST, sentence).into_response()
}

async fn root(state: State<Arc<Site>>, request: HttpRequest) -> Response {
    file(state, UrlPath(String::new()), request).await
}

async fn file(
    State(site): State<Arc<Site>>,
    UrlPath(path): UrlPath<String>,
    request: HttpRequest,
) -> Response {
    let Some(path) = site.find(&format!("/{path}")) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if !path.is_dir() {
        return site.read(&path);
    }
    let uri = request.uri();
    if uri.path().ends_with('/') {
        return site.read(&path.join("index.html"));
    }
    // Relative links of the page need the slash.
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Redirect::temporary(&format!("{}/{query}", uri.path())).into_response()
}

impl Site {
    /// The file or folder behind a decoded URL path, if a mount has it.
    fn find(&self, path: &str) -> Option<PathBuf> {
        let fits = self.mounts.iter().filter_map(|(prefix, target)| {
            let rest = path.strip_prefix(prefix.as_str())?;
            Some((prefix.len(), target, rest))
        });
        let (_, target, rest) = fits.max_by_key(|(length, ..)| *length)?;
        if rest.is_empty() {
            return Some(target.clone());
        }
        let inside = Path::new(rest).components().all(|part| matches!(part, Component::Normal(_)));
        inside.then(|| target.join(rest))
    }

    /// The answer with the contents of a file. The files are small and local: it reads in place.
    fn read(&self, path: &Path) -> Response {
        let mime = mime(path);
        if self.brotli
            && let Ok(compressed) = std::fs::read(compressed(path))
        {
            let headers = [(header::CONTENT_TYPE, mime), (header::CONTENT_ENCODING, "br")];
            return (headers, compressed).into_response();
        }
        let Ok(mut contents) = std::fs::read(path) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        if mime.starts_with("text/html") && !self.head.is_empty() {
            let at = head_start(&String::from_utf8_lossy(&contents));
            contents.splice(at..at, self.head.bytes());
        }
        ([(header::CONTENT_TYPE, mime)], contents).into_response()
    }
}

/// Where the precompressed form of a file lies: beside it.
#[must_use]
pub fn compressed(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    name.into()
}

/// Where the head's contents begin: behind `<head>`, else behind the doctype.
fn head_start(html: &str) -> usize {
    let lower = html.to_ascii_lowercase();
    let behind = |tag: &str| {
        let start = lower.find(tag)?;
        Some(start + lower[start..].find('>')? + 1)
    };
    behind("<head>").or_else(|| behind("<head ")).or_else(|| behind("<!doctype")).unwrap_or(0)
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
