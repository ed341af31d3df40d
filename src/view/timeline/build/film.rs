//! Films that a page can play: by the URL of the file, or of a page of a few hosts that have another page for frames.

use crate::view::words::cut;

/// Whether a URL is that of a file that browsers play.
pub(super) fn plays(src: &str) -> bool {
    let end = src.bytes().position(|byte| byte == b'?' || byte == b'#').unwrap_or(src.len());
    let path = &src.as_bytes()[..end];
    path.ends_with(b".mp4") || path.ends_with(b".webm")
}

/// The page that plays the film at a URL in a frame, and the host of it.
pub(super) fn frame(src: &str) -> Option<(String, &'static str)> {
    let (host, path) = cut(src.strip_prefix("https://")?, b'/')?;
    let host = host.strip_prefix("www.").or(host.strip_prefix("m.")).unwrap_or(host);
    let (path, query) = cut(path, b'?').unwrap_or((path, ""));
    let (player, start, id, end) = match host {
        "youtube.com" | "youtube-nocookie.com" => {
            let behind = || path.strip_prefix("embed/").or(path.strip_prefix("shorts/"));
            let id = if path == "watch" { video(query) } else { behind() };
            ("www.youtube-nocookie.com", "/embed/", id?, "")
        }
        "youtu.be" => ("www.youtube-nocookie.com", "/embed/", path, ""),
        "vimeo.com" => ("player.vimeo.com", "/video/", path, "?dnt=1"),
        "player.vimeo.com" => ("player.vimeo.com", "/video/", path.strip_prefix("video/")?, "?dnt=1"),
        "bilibili.com" => {
            let id = path.strip_prefix("video/")?;
            ("player.bilibili.com", "/player.html?autoplay=0&bvid=", id.strip_suffix("/").unwrap_or(id), "")
        }
        _ => return None,
    };
    let plain = |c: u8| c.is_ascii_alphanumeric() || c == b'-' || c == b'_';
    (!id.is_empty() && id.bytes().all(plain)).then(|| (["https://", player, start, id, end].concat(), player))
}

/// The id of a film in a query: the value of `v`.
fn video(query: &str) -> Option<&str> {
    let (pair, rest) = cut(query, b'&').unwrap_or((query, ""));
    pair.strip_prefix("v=").or_else(|| if rest.is_empty() { None } else { video(rest) })
}
