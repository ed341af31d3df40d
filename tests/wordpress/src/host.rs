//! A WordPress of its own in a temporary folder, which goes when it is dropped.

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};
use xtask::setup::WordPress;

/// The database takes half a second on an idle machine.
const START: Duration = Duration::from_secs(30);

/// What is saved as a post.
pub struct Post {
    pub user: &'static str,
    pub content: String,
}

/// What became of it.
#[derive(Clone)]
pub struct Published {
    pub url: String,
    pub stored: String,
}

pub struct Host {
    php: PathBuf,
    folder: PathBuf,
    origin: String,
    children: Vec<Child>,
}

impl Host {
    /// Installs WordPress and serves it.
    pub fn start(wordpress: &WordPress) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("plan-widgets-wordpress-{}", std::process::id()));
        fs::DirBuilder::new().mode(0o700).create(&folder)?;
        // Not `localhost`, where the widgets are: they come from another host.
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let origin = format!("http://{address}");
        let mut host = Self { php: wordpress.php.clone(), folder, origin, children: Vec::new() };
        for package in &wordpress.packages {
            xtask::run("dpkg-deb", Command::new("dpkg-deb").arg("-x").args([package, &host.folder]))?;
        }
        let config = scripts().join("wp-config.php");
        fs::copy(config, host.site().join("wp-config.php"))?;
        let plugins = host.site().join("wp-content/mu-plugins");
        fs::create_dir(&plugins)?;
        fs::copy(scripts().join("local-urls.php"), plugins.join("local-urls.php"))?;

        let mut command = Command::new("node");
        command
            .arg(xtask::root().join("pkg/dist/cli.js"))
            .args(["wordpress", "--out"])
            .arg(host.plugin_folder());
        xtask::output("plan-widgets wordpress", &mut command)?;

        let data = host.folder.join("data");
        fs::create_dir(&data)?;
        let mut database = ending_with_us(&wordpress.mariadbd);
        database
            .args(["--no-defaults", "--user=root", "--skip-networking", "--skip-grant-tables"])
            .args(["--innodb-log-file-size=8M", "--skip-log-bin"])
            .arg(flag("--datadir=", &data))
            .arg(flag("--pid-file=", &host.folder.join("pid")))
            .arg(flag("--socket=", &host.socket()));
        let socket = host.socket();
        host.serve("mariadbd", database, || socket.exists())?;
        host.script("install.php", "")?;
        let mut server = ending_with_us(&wordpress.php);
        server.args(["-S", &address.to_string()]);
        server.current_dir(host.site()).envs(host.settings());
        host.serve("php", server, || TcpStream::connect(address).is_ok())?;
        Ok(host)
    }

    /// Saves posts as their users.
    pub fn publish(&self, posts: &[Post]) -> Result<Vec<Published>> {
        let posts: Vec<_> =
            posts.iter().map(|post| json!({ "user": post.user, "content": post.content })).collect();
        let published = self.script("publish.php", &Value::from(posts).to_string())?;
        let text = |post: &Value, name: &str| post[name].as_str().map(str::to_owned);
        let read = |post| Some(Published { url: text(post, "url")?, stored: text(post, "stored")? });
        let published: Option<Vec<_>> = published.as_array().into_iter().flatten().map(read).collect();
        published.context("publish.php gives no posts")
    }

    /// What the plugin makes of shortcodes and blocks, and of URLs by oEmbed.
    pub fn plugin(&self, probes: &Value) -> Result<Value> {
        self.script("plugin.php", &probes.to_string())
    }

    /// Where the site is.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Where the plugin is.
    pub fn plugin_folder(&self) -> PathBuf {
        self.site().join("wp-content/plugins/plan-widgets")
    }

    /// Where the site keeps what is uploaded.
    pub fn uploads(&self) -> PathBuf {
        self.site().join("wp-content/uploads")
    }

    /// The roles that may post any HTML.
    pub fn roles(&self) -> Result<Value> {
        self.script("roles.php", "")
    }

    /// Runs a script of ours within WordPress; gives the JSON that it prints.
    fn script(&self, name: &str, input: &str) -> Result<Value> {
        let mut child = Command::new(&self.php)
            .args(["-d", "sendmail_path=/bin/true"])
            .arg(scripts().join(name))
            .current_dir(self.site())
            .envs(self.settings())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        child.stdin.take().context("no input")?.write_all(input.as_bytes())?;
        let output = child.wait_with_output()?;
        let text = String::from_utf8_lossy(&output.stdout);
        ensure!(output.status.success(), "{name} failed: {text}");
        if text.is_empty() {
            return Ok(Value::Null);
        }
        serde_json::from_str(&text).with_context(|| format!("{name} prints no JSON: {text}"))
    }

    /// Starts a program that runs as long as this does, and waits until it is ready.
    fn serve(&mut self, name: &str, mut command: Command, ready: impl Fn() -> bool) -> Result<()> {
        let log = self.folder.join(format!("{name}.log"));
        let file = fs::File::create(&log)?;
        let child = command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file).spawn()?;
        self.children.push(child);
        let start = Instant::now();
        while !ready() {
            if start.elapsed() > START {
                bail!("{name} does not start: {}", fs::read_to_string(&log).unwrap_or_default());
            }
            sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    fn settings(&self) -> [(&'static str, std::ffi::OsString); 2] {
        [("PLAN_SOCKET", self.socket().into()), ("PLAN_HOME", self.origin.clone().into())]
    }

    /// Where everything lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn site(&self) -> PathBuf {
        self.folder.join("usr/share/wordpress")
    }

    fn socket(&self) -> PathBuf {
        self.folder.join("socket")
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        for child in self.children.iter_mut().rev() {
            let _ = child.kill(); // nothing of it is kept
            let _ = child.wait();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn scripts() -> PathBuf {
    xtask::root().join("tests/wordpress/php")
}

/// A program that the system ends when this one ends, even if it is killed.
fn ending_with_us(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL"]).arg(program);
    command
}

fn flag(name: &str, value: &Path) -> std::ffi::OsString {
    let mut flag = OsStr::new(name).to_owned();
    flag.push(value);
    flag
}
