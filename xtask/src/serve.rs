//! `cargo xtask serve`: builds, and shows the gallery on localhost.

use anyhow::Result;

use crate::{
    build,
    server::{Server, Site},
    target,
};

/// The port unless another is asked for.
pub const PORT: u16 = 8300;

/// Builds and serves until the process is ended.
///
/// # Errors
/// When the build fails or the port is taken.
pub fn serve(port: u16) -> Result<()> {
    build::build()?;
    let mounts = vec![("/".into(), target().join("www"))];
    let server = Server::start(Site { mounts, ..Site::default() }, port)?;
    println!("The gallery is at {}/ (Ctrl-C ends it).", server.origin);
    server.wait()
}
