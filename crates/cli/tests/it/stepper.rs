//! `replay --step` in a real terminal: the program runs on a pseudo-terminal, and its screen is read back.

use std::io::{Read as _, Write};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::program::{Ran, pmdrace};
use crate::races::SPLIT;

const FOUNDING: &[&str] = &[
    "replay",
    SPLIT,
    "--variant",
    "before",
    "--arch",
    "arm64@6.1",
    "--reader",
    "gup-fast-read",
    "--param",
    "walkers=1,remover=false",
    "--step",
];

/// How long the program may take to show something. It takes a fraction of that.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program on a terminal of its own.
struct Session {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
}

impl Session {
    fn start(columns: u16, rows: u16, no_colour: bool) -> Session {
        Session::of(FOUNDING, columns, rows, no_colour)
    }

    fn of(args: &[&str], columns: u16, rows: u16, no_colour: bool) -> Session {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pmdrace"));
        command.args(args);
        command.env("TERM", "xterm-256color");
        match no_colour {
            true => command.env("NO_COLOR", "1"),
            false => command.env_remove("NO_COLOR"),
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            // A terminal whose program has ended fails to read.
            while let Ok(count) = reader.read(&mut bytes)
                && count > 0
                && sender.send(bytes[..count].to_vec()).is_ok()
            {}
        });
        let keys = pair.master.take_writer().unwrap();
        let screen = vt100::Parser::new(rows, columns, 0);
        Session { master: pair.master, child, keys, output, screen }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Reads on until the screen is as wanted, and returns it.
    fn wait(&mut self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let text = self.screen.screen().contents();
            if wanted(&text) {
                return text;
            }
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(_) => panic!("{what} does not come; the screen is\n{text}"),
            }
        }
    }

    /// Waits until the step of this number is the current one.
    fn wait_step(&mut self, number: usize) -> String {
        let sign = format!(">{number:>3}");
        self.wait(&sign, |text| text.lines().any(|line| line.starts_with(&sign)))
    }

    /// Whether anything on the screen has a colour.
    fn coloured(&self) -> bool {
        let screen = self.screen.screen();
        let (rows, columns) = screen.size();
        let mut cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        cells.any(|(row, column)| {
            screen.cell(row, column).is_some_and(|cell| cell.fgcolor() != vt100::Color::Default)
        })
    }

    /// Waits for the end; returns the exit code and the screen.
    fn end(mut self) -> (u32, vt100::Parser) {
        let end = Instant::now() + PATIENCE;
        let left = || end.saturating_duration_since(Instant::now());
        while let Ok(bytes) = self.output.recv_timeout(left()) {
            self.screen.process(&bytes);
        }
        assert!(Instant::now() < end, "the program does not end");
        let code = self.child.wait().unwrap().exit_code();
        (code, self.screen)
    }
}

fn current(text: &str) -> &str {
    text.lines().find(|line| line.starts_with('>')).unwrap()
}

#[test]
fn the_founding_race_key_by_key() {
    let mut session = Session::start(100, 40, false);
    let first = session.wait_step(1);
    assert!(first.starts_with("VIOLATED no-false-present: "), "{first}");
    assert!(
        first.contains("split-migration-vs-gup-fast before arm64@6.1 gup-fast-read"),
        "{first}"
    );
    assert!(first.contains("CPU0 splitter") && first.contains("CPU1 walker"), "{first}");
    assert!(current(&first).contains("lock ptl"), "{first}");
    assert!(first.contains("pmd = 00003001234800d0"), "{first}");
    assert!(!first.contains("PRESENT_INVALID(59)"), "{first}");
    assert!(session.screen.screen().alternate_screen());

    session.press("v");
    let text = session.wait_step(10);
    assert!(current(&text).contains("pmd_present() = true  <-- VIOLATED"), "{text}");
    assert!(text.contains("pmd = 08003001234800d0"), "{text}");
    assert!(text.contains(" PRESENT_INVALID(59)"), "{text}");
    assert!(text.contains("means    write migration entry of F"), "{text}");
    assert!(text.contains("bits say present, pfn 0x300123400"), "{text}");

    session.press("\x1b[D");
    let text = session.wait_step(9);
    assert!(current(&text).contains("read pmd = 08003001234800d0"), "{text}");

    session.press("r");
    let text = session.wait_step(7);
    assert!(current(&text).contains("xchg pmd = 08003001234800d0"), "{text}");
    assert!(text.contains("+PRESENT_INVALID(59)"), "{text}");
    assert!(session.coloured(), "the racing pair has no colour");
    session.press("r");
    session.wait_step(9);

    session.press("q");
    let (code, screen) = session.end();
    assert_eq!(code, 0);
    let screen = screen.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor());
    assert!(screen.contents().starts_with("reproduced: "), "{}", screen.contents());
}

#[test]
fn it_follows_the_size_of_the_terminal_and_leaves_at_ctrl_c() {
    let mut session = Session::start(100, 40, true);
    session.wait_step(1);
    session.press("v");
    session.wait_step(10);
    let size = PtySize { rows: 24, cols: 50, pixel_width: 0, pixel_height: 0 };
    session.screen.screen_mut().set_size(24, 50);
    session.master.resize(size).unwrap();
    let text = session.wait("one CPU per line", |text| {
        text.lines().any(|line| line.starts_with("CPU1 walker  gup_pmd_range()"))
            && text.contains("? help  q leave")
    });
    assert!(current(&text).contains("pmd_present() = true"), "{text}");
    assert!(!session.coloured(), "a colour in spite of NO_COLOR");
    session.press("\x03");
    let (code, screen) = session.end();
    assert_eq!(code, 0);
    assert!(!screen.screen().alternate_screen());
}

#[cfg(unix)]
#[test]
fn a_signal_gives_the_terminal_back() {
    let mut session = Session::start(80, 24, false);
    session.wait_step(1);
    let id = session.child.process_id().unwrap().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    let (code, screen) = session.end();
    assert_eq!(code, 130);
    assert!(!screen.screen().alternate_screen() && !screen.screen().hide_cursor());
}

/// A terminal that is closed, whether or not its signal arrives.
#[cfg(unix)]
#[test]
fn it_ends_when_its_terminal_goes_away() {
    for hangup in ["", "trap '' HUP; "] {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new("sh");
        let run = format!("{hangup}exec \"$@\"");
        command.args(["-c", &run, "sh", env!("CARGO_BIN_EXE_pmdrace")]);
        command.args(FOUNDING);
        command.env("TERM", "xterm-256color");
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let mut shown = Vec::new();
        let mut bytes = [0; 4096];
        while !String::from_utf8_lossy(&shown).contains("splitter") {
            let count = reader.read(&mut bytes).unwrap();
            shown.extend_from_slice(&bytes[..count]);
        }
        drop((reader, pair.master));
        let closed = Instant::now();
        let status = loop {
            match child.try_wait().unwrap() {
                Some(status) => break status,
                None if closed.elapsed() > PATIENCE => {
                    child.kill().unwrap();
                    panic!("it goes on without a terminal");
                }
                None => std::thread::sleep(Duration::from_millis(20)),
            }
        };
        assert_eq!(status.exit_code(), 130);
    }
}

#[test]
fn without_a_terminal_it_says_what_to_do() {
    let Ran { code, err: said, .. } = pmdrace(FOUNDING);
    assert_eq!(code, 2);
    assert!(said.contains("--step needs a terminal"), "{said}");
    assert!(said.contains("leave out --step"), "{said}");
}

#[test]
fn of_several_executions_one_is_picked() {
    let mut session = Session::of(&["replay", "sb", "--step"], 60, 12, true);
    let first = session.wait("the list", |text| text.contains("execution 1 of "));
    let titles: Vec<&str> = first.lines().filter(|line| line.contains(": no-outcome")).collect();
    assert!(titles.len() > 1 && titles[0].starts_with("> plain "), "{first}");
    let second = titles[1].trim().to_owned();
    session.press("j");
    session.wait("the second", |text| text.contains("execution 2 of "));
    session.press("G");
    session.wait("the last", |text| !text.contains("execution 2 of "));
    session.press("gj\r");
    let text = session.wait_step(1);
    let cell: String = second.split(':').next().unwrap().split_whitespace().last().unwrap().into();
    assert!(text.contains(&cell), "{second}\n{text}");
    session.press("q");
    assert_eq!(session.end().0, 0);

    let mut session = Session::of(&["replay", "sb", "--step"], 60, 12, true);
    session.wait("the list", |text| text.contains("execution 1 of "));
    session.press("q");
    assert_eq!(session.end().0, 0);
}
