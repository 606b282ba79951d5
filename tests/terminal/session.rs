//! A program in a pseudo-terminal, with a model of its screen.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
}

pub struct Session {
    folder: Arc<TempDir>,
    seen: Arc<Mutex<Seen>>,
    writer: Arc<Mutex<Box<dyn Write + Send>>>,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    size: (u16, u16),
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

impl Session {
    /// The program in a workspace with the samples, on a terminal of `size` columns and rows.
    pub fn start(arguments: &[&str], size: (u16, u16)) -> Self {
        Self::run(with_samples(), arguments, size, 1)
    }

    /// The same on a terminal that makes characters of ambiguous width two columns wide.
    pub fn start_wide(arguments: &[&str], size: (u16, u16)) -> Self {
        Self::run(with_samples(), arguments, size, 2)
    }

    /// The same with one more file, or another text in one of the samples.
    pub fn with_file(path: &str, text: &str, arguments: &[&str], size: (u16, u16)) -> Self {
        let folder = with_samples();
        std::fs::write(folder.path().join(path), text).unwrap();
        Self::run(folder, arguments, size, 1)
    }

    /// The program with `NO_COLOR` set.
    pub fn without_colours(arguments: &[&str], size: (u16, u16)) -> Self {
        Self::run_with(with_samples(), arguments, size, 1, &[("NO_COLOR", "1")])
    }

    /// The program in a terminal that another program keeps for it, and whose end no signal tells it of. Its status goes into
    /// the file `ended`.
    pub fn kept_by_another(argument: &str, size: (u16, u16)) -> Self {
        let mut command = CommandBuilder::new("script");
        let script = format!("trap '' HUP; '{}' '{argument}'; echo $? > ended", env!("CARGO_BIN_EXE_dafu"));
        command.args(["-q", "-c", &script, "/dev/null"]);
        command.env("SHELL", "/bin/sh");
        Self::run_command(with_samples(), command, size, 1, &[])
    }

    /// The program in an empty folder.
    pub fn empty(arguments: &[&str], size: (u16, u16)) -> Self {
        Self::run(Arc::new(tempfile::tempdir().unwrap()), arguments, size, 1)
    }

    /// The program once more in the same folder.
    pub fn again(&self, arguments: &[&str]) -> Self {
        Self::run(self.folder.clone(), arguments, self.size, 1)
    }

    /// The program once more in the same folder, on a terminal of `size`, with `who` before it; nobody has said who, where
    /// that is empty.
    pub fn by(&self, who: &str, arguments: &[&str], size: (u16, u16)) -> Self {
        Self::run_with(self.folder.clone(), arguments, size, 1, &[("DAFU_USER", who)])
    }

    fn run(folder: Arc<TempDir>, arguments: &[&str], size: (u16, u16), ambiguous: u16) -> Self {
        Self::run_with(folder, arguments, size, ambiguous, &[])
    }

    fn run_with(
        folder: Arc<TempDir>,
        arguments: &[&str],
        size: (u16, u16),
        ambiguous: u16,
        environment: &[(&str, &str)],
    ) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dafu"));
        command.args(arguments);
        Self::run_command(folder, command, size, ambiguous, environment)
    }

    fn run_command(
        folder: Arc<TempDir>,
        mut command: CommandBuilder,
        size: (u16, u16),
        ambiguous: u16,
        environment: &[(&str, &str)],
    ) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        command.cwd(folder.path());
        command.env("TERM", "xterm-256color");
        // Nobody's own name file is to be read or written.
        command.env("XDG_CONFIG_HOME", folder.path().join("own"));
        command.env("DAFU_USER", "");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let seen = Arc::new(Mutex::new(Seen { screen: vt100::Parser::new(size.1, size.0, 0), bytes: Vec::new() }));
        let (shared, answers) = (seen.clone(), writer.clone());
        std::thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let mut seen = shared.lock().unwrap();
                // What a terminal answers to the question where its cursor is, after one character of ambiguous width.
                for _ in 0..buffer[..count].windows(4).filter(|window| window == b"\x1b[6n").count() {
                    write!(answers.lock().unwrap(), "\x1b[1;{}R", 1 + ambiguous).unwrap();
                }
                seen.screen.process(&buffer[..count]);
                seen.bytes.extend_from_slice(&buffer[..count]);
            }
        });
        Self { folder, seen, writer, master: pair.master, child, size }
    }

    /// A path inside the folder.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    /// Everything the program has written.
    pub fn output(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap().bytes).into_owned()
    }

    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.writer.lock().unwrap().write_all(keys.as_bytes()).unwrap();
        self
    }

    pub fn resize(&mut self, size: (u16, u16)) -> &mut Self {
        self.seen.lock().unwrap().screen.screen_mut().set_size(size.1, size.0);
        self.master.resize(pty_size(size)).unwrap();
        self
    }

    /// Waits until `words` stand on the screen; line ends and blanks do not count.
    pub fn wait_for(&mut self, words: &str) -> &mut Self {
        let packed: String = words.chars().filter(|c| !c.is_whitespace()).collect();
        self.wait_until(words, |screen| {
            screen.contains(words)
                || screen.chars().filter(|c| !c.is_whitespace()).collect::<String>().contains(&packed)
        })
    }

    pub fn wait_until(&mut self, what: &str, holds: impl Fn(&str) -> bool) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        loop {
            let screen = self.seen.lock().unwrap().screen.screen().contents();
            if holds(&screen) {
                return self;
            }
            assert!(Instant::now() < until, "waited in vain for: {what}\n{screen}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Sends the program a signal by name.
    pub fn kill(&mut self, signal: &str) -> &mut Self {
        let number = self.child.process_id().unwrap().to_string();
        let status = std::process::Command::new("kill").args(["-s", signal, &number]).status().unwrap();
        assert!(status.success());
        self.child.wait().unwrap();
        self
    }

    /// Waits for the end and holds it to `status`; everything written until then has been seen afterwards.
    pub fn ends_with(&mut self, status: u32) {
        assert_eq!(self.child.wait().unwrap().exit_code(), status, "{}", self.output());
        std::thread::sleep(Duration::from_millis(100));
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn with_samples() -> Arc<TempDir> {
    let folder = tempfile::tempdir().unwrap();
    let drafts = folder.path().join("drafts");
    std::fs::create_dir(&drafts).unwrap();
    for name in ["2026042", "2026057", "2026108"] {
        let file = format!("{name}.toml");
        std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("drafts").join(&file), drafts.join(&file)).unwrap();
    }
    Arc::new(folder)
}
