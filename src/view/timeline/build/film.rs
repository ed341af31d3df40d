//! Films that a page can play: by the URL of the file, or of a page of a few hosts that have another page for frames.

use crate::view::words::cut;

/// The files that browsers play.
const FILES: [&str; 2] = [".mp4", ".webm"];

/// Whether a URL is that of a file that browsers play.
pub(super) fn plays(src: &str) -> bool {
    let path = src.split(['?', '#']).next().unwrap_or_default();
    FILES.iter().any(|end| path.ends_with(end))
}

/// The page that plays the film at a URL in a frame, without its scheme, and the host of it.
pub(super) fn frame(src: &str) -> Option<(String, &'static str)> {
    let (host, path) = cut(src.strip_prefix("https://")?, b'/')?;
    let host = ["www.", "m."].iter().find_map(|start| host.strip_prefix(start)).unwrap_or(host);
    let (path, query) = cut(path, b'?').unwrap_or((path, ""));
    let behind = |start: &str| path.strip_prefix(start);
    let (player, start, id, end) = match host {
        "youtube.com" | "youtube-nocookie.com" => {
            let query = || query.split('&').find_map(|pair| pair.strip_prefix("v="));
            let id = if path == "watch" { query() } else { behind("embed/").or(behind("shorts/")) };
            ("www.youtube-nocookie.com", "/embed/", id?, "")
        }
        "youtu.be" => ("www.youtube-nocookie.com", "/embed/", path, ""),
        "vimeo.com" => ("player.vimeo.com", "/video/", path, "?dnt=1"),
        "player.vimeo.com" => ("player.vimeo.com", "/video/", behind("video/")?, "?dnt=1"),
        "bilibili.com" => (
            "player.bilibili.com",
            "/player.html?autoplay=0&bvid=",
            behind("video/")?.trim_end_matches('/'),
            "",
        ),
        _ => return None,
    };
    let plain = |c: u8| c.is_ascii_alphanumeric() || c == b'-' || c == b'_';
    (!id.is_empty() && id.bytes().all(plain)).then(|| (["https://", player, start, id, end].concat(), player))
}
