//! The static file server, as a browser sees it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;

use anyhow::Result;
use xtask::server::{NEWS, Request, Server, Site};

/// This crate as a site: `/` shows its folder, `/lib/` its sources, `/pages/` the tests' pages.
fn start(head: &str) -> Result<Server> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mounts = vec![
        ("/".to_owned(), folder.to_owned()),
        ("/lib/".to_owned(), folder.join("src")),
        ("/pages/".to_owned(), folder.join("../tests/browser/pages")),
        ("/one.json".to_owned(), folder.join("package.json")),
    ];
    Server::start(Site { mounts, head: head.to_owned(), brotli: true, ..Site::default() }, 0)
}

fn get(server: &Server, path: &str) -> Result<String> {
    let mut stream = TcpStream::connect(server.origin.trim_start_matches("http://"))?;
    write!(stream, "GET {path} HTTP/1.0\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

#[test]
fn answers() -> Result<()> {
    let server = start("")?;
    let cases = [
        ("a file", "/Cargo.toml", "200 OK"),
        ("a mounted folder", "/lib/server.rs", "200 OK"),
        ("a mounted file", "/one.json", "content-type: application/json"),
        ("the longest prefix decides alone", "/lib/Cargo.toml", "404 Not Found"),
        ("a folder needs a slash", "/src?a=1", "location: /src/?a=1"),
        ("a folder needs an index", "/src/", "404 Not Found"),
        ("no way up", "/lib/../Cargo.toml", "404 Not Found"),
        ("no way up, encoded", "/lib/%2e%2e/Cargo.toml", "404 Not Found"),
        ("no way up, with an encoded slash", "/lib/..%2fCargo.toml", "404 Not Found"),
        ("no way to the root", "/lib/%2fetc/hosts", "404 Not Found"),
        ("another origin may read it", "/Cargo.toml", "access-control-allow-origin: *"),
        ("never stale", "/Cargo.toml", "cache-control: no-cache"),
        ("?status=", "/Cargo.toml?status=503", "503 Service Unavailable"),
        ("?csp=", "/Cargo.toml?csp=img-src%20'self'", "content-security-policy: img-src 'self'"),
        ("?status= that is none", "/Cargo.toml?status=no", "400 Bad Request"),
    ];
    for (name, path, expected) in cases {
        let answer = get(&server, path)?;
        let head = answer.split("\r\n\r\n").next().unwrap_or_default();
        assert!(head.contains(expected), "{name}: {path} gives {head}");
    }
    assert_eq!(
        server.requests()[0],
        Request { method: "GET".into(), path: "/Cargo.toml".into(), referrer: None }
    );
    assert_eq!(server.requests().len(), cases.len());
    Ok(())
}

#[test]
fn a_head_for_every_page() -> Result<()> {
    let server = start("<meta name=test>")?;
    for path in ["/pages/empty.html", "/pages/harness/page.html"] {
        let before = if path.contains("empty") { "<!doctype html>" } else { "<head>" };
        let answer = get(&server, path)?;
        assert!(answer.contains(&format!("{before}<meta name=test>")), "{path} gives {answer}");
    }
    assert!(!get(&server, "/Cargo.toml")?.contains("<meta"));
    Ok(())
}

#[test]
fn a_taken_port_says_what_to_do() -> Result<()> {
    let server = start("")?;
    let port = server.origin.rsplit(':').next().unwrap_or_default();
    let error = Server::start(Site::default(), port.parse()?).err().map(|error| error.to_string());
    let sentence = format!(
        "Port {port} is taken: end the program that listens there, or choose another port \
         (0 takes any free one)."
    );
    assert_eq!(error, Some(sentence));
    Ok(())
}

/// A page that listens hears of each build from then on, and of no earlier one.
#[test]
fn pages_hear_of_builds() -> Result<()> {
    let (news, listening) = tokio::sync::watch::channel("earlier".to_owned());
    let server = Server::start(Site { news: Some(listening), ..Site::default() }, 0)?;
    let mut stream = TcpStream::connect(server.origin.trim_start_matches("http://"))?;
    write!(stream, "GET {NEWS} HTTP/1.0\r\n\r\n")?;
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    assert!(lines.any(|line| line.is_empty()), "the head has no end");
    news.send_replace("built".to_owned());
    assert_eq!(lines.find(|line| line.starts_with("data:")).as_deref(), Some("data: built"));
    Ok(())
}
