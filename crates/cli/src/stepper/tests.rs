//! Tests of the stepper without a terminal: where keys lead, and what the screen then shows.

use pmdrace_report::{Mark, Record, Trace};
use pmdrace_scenario::{Catalogue, CellKey};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::view;
use super::walk::{Go, Walk};
use crate::explore::{Replayed, replay};
use crate::source;

const FOUNDING: &str = "split-migration-vs-gup-fast";

/// The founding race, from its committed execution.
fn founding() -> Trace {
    committed(FOUNDING, &["before", "arm64@6.1", "gup-fast-read", "walkers=1", "remover=false"])
}

/// The committed execution of the first cell whose name has these parts.
fn committed(scenario: &str, parts: &[&str]) -> Trace {
    let catalogue = Catalogue::shipped();
    let loaded = source::load(&catalogue, scenario).unwrap();
    let entry = catalogue.by_name(scenario).unwrap();
    let wanted = |cell: &CellKey| {
        let name = cell.to_string();
        parts.iter().all(|part| name.split_whitespace().any(|word| word == *part))
    };
    let cells = loaded.scenario.cells(None);
    let cell = cells.iter().find(|cell| wanted(cell)).unwrap();
    let records = Record::parse_all(entry.traces).unwrap();
    let record = records.iter().find(|record| record.cells.contains(&cell.to_string())).unwrap();
    let model = loaded.scenario.model(cell).unwrap();
    let Replayed::Reproduced(about, example) = replay(record, &model).unwrap() else {
        panic!("stale")
    };
    Trace::new(&loaded.scenario, cell, &model, about, &example, None)
}

fn press(walk: &mut Walk<'_>, keys: &str) {
    for key in keys.chars() {
        assert_eq!(walk.key(KeyEvent::from(KeyCode::Char(key))), Go::On, "{key}");
    }
}

fn number(walk: &Walk<'_>) -> usize {
    walk.step().unwrap().number
}

fn screen(walk: &Walk<'_>, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| view::draw(walk, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let line = |y| {
        let line: String = (0..width).map(|x| buffer[(x, y)].symbol()).collect();
        line.trim_end().to_owned() + "\n"
    };
    (0..height).map(line).collect()
}

#[test]
fn it_stops_at_both_ends() {
    let trace = founding();
    let mut walk = Walk::new(&trace, true);
    assert_eq!(number(&walk), 1);
    press(&mut walk, "h");
    assert_eq!((number(&walk), walk.note.as_str()), (1, "this is the first step"));
    press(&mut walk, "l");
    assert_eq!((number(&walk), walk.note.as_str()), (2, ""));
    press(&mut walk, "G");
    let last = trace.visible(false).last().unwrap().number;
    assert_eq!(number(&walk), last);
    press(&mut walk, "j");
    assert_eq!((number(&walk), walk.note.as_str()), (last, "this is the last step"));
    press(&mut walk, "g");
    assert_eq!(number(&walk), 1);
}

#[test]
fn the_racing_pair_is_the_write_and_the_read_in_turn() {
    let trace = founding();
    let mut walk = Walk::new(&trace, true);
    let mut seen = Vec::new();
    for _ in 0..3 {
        press(&mut walk, "r");
        seen.push(number(&walk));
        assert_eq!(walk.step().unwrap().mark, Mark::Racing);
    }
    assert_eq!(seen, [7, 9, 7]);
    assert_eq!(trace.steps[8].from, Some(7));
}

#[test]
fn the_violation_is_one_key_away() {
    let trace = founding();
    let mut walk = Walk::new(&trace, true);
    press(&mut walk, "v");
    assert_eq!(walk.step().unwrap().text, "pmd_present() = true");
    let pmd = trace.words.iter().position(|word| word.name == "pmd").unwrap();
    assert_eq!(trace.memory_after(walk.at)[pmd].value.bits, "08003001234800d0");
    assert_eq!(trace.memory_after(0)[pmd].value.bits, "00003001234800d0");
}

/// In 2+2W the second store to y is executed last and counts as the older one.
#[test]
fn a_word_goes_on_holding_the_store_that_counts_as_newest() {
    let trace = committed("2-2w", &["plain", "rc11"]);
    let overtaken = trace.steps.iter().position(|step| step.text == "write y = 2").unwrap();
    let step = &trace.steps[overtaken];
    let newest = trace.steps.iter().find(|step| step.text == "write y = 1").unwrap();
    assert_eq!(step.before, Some(newest.number));
    assert_eq!(trace.memory_after(overtaken)[step.word.unwrap()].value.bits, "1");
    assert!(trace.cause.contains("takes its place before"), "{}", trace.cause);
    assert!(trace.steps.iter().all(|step| !step.details.iter().any(|d| d.contains("older than"))));
}

#[test]
fn a_watched_word_is_followed() {
    let trace = founding();
    let mut walk = Walk::new(&trace, true);
    press(&mut walk, "n");
    assert_eq!((number(&walk), walk.note.as_str()), (1, "no word is watched: w chooses one"));
    press(&mut walk, "w");
    assert_eq!(trace.words[walk.watched.unwrap()].name, "pmd");
    let mut seen = Vec::new();
    for _ in 0..5 {
        press(&mut walk, "n");
        seen.push(number(&walk));
    }
    assert_eq!(seen, [2, 6, 7, 9, 9]);
    assert_eq!(walk.note, "no later step touches pmd");
    press(&mut walk, "N");
    assert_eq!(number(&walk), 7);
    press(&mut walk, "w");
    assert_eq!(walk.watched, None, "no other word is touched");
}

#[test]
fn the_short_form_keeps_the_current_step_in_sight() {
    let trace = founding();
    let mut walk = Walk::new(&trace, true);
    press(&mut walk, "alll");
    assert!(walk.all);
    assert_eq!(number(&walk), 4);
    assert!(!walk.step().unwrap().shown);
    press(&mut walk, "a");
    assert_eq!(number(&walk), 2);
}

#[test]
fn three_keys_leave_and_help_goes_at_any_key() {
    let trace = founding();
    let mut walk = Walk::new(&trace, true);
    press(&mut walk, "?");
    assert!(screen(&walk, 80, 24).contains("Ctrl-C"));
    press(&mut walk, "q");
    assert!(!walk.help);
    assert_eq!(walk.key(KeyEvent::from(KeyCode::Char('q'))), Go::Leave);
    assert_eq!(walk.key(KeyEvent::from(KeyCode::Esc)), Go::Leave);
    let interrupt = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
    assert_eq!(walk.key(interrupt), Go::Leave);
}

#[test]
fn without_colours_no_cell_has_one() {
    let trace = founding();
    for colour in [true, false] {
        let mut walk = Walk::new(&trace, colour);
        press(&mut walk, "r");
        let mut terminal = Terminal::new(TestBackend::new(100, 40)).unwrap();
        terminal.draw(|frame| view::draw(&walk, frame)).unwrap();
        let cells = &terminal.backend().buffer().content;
        let coloured = cells.iter().any(|cell| cell.fg != ratatui::style::Color::Reset);
        assert_eq!(coloured, colour);
    }
}

#[test]
fn every_step_is_on_the_screen_at_any_size() {
    let trace = founding();
    for (width, height) in [(1, 1), (8, 3), (20, 6), (40, 12), (59, 24), (80, 24), (200, 60)] {
        let mut walk = Walk::new(&trace, true);
        press(&mut walk, "a");
        for _ in &trace.steps {
            let screen = screen(&walk, width, height);
            if width >= 20 && height >= 12 {
                let at = format!(">{:>3}", number(&walk));
                assert!(screen.contains(&at), "{width}x{height}\n{screen}");
            }
            press(&mut walk, "l");
        }
    }
}

/// Compares with the file that stands beside this one; `PMDRACE_BLESS=1` rewrites it.
fn is_as_recorded(name: &str, screen: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens").join(name);
    if std::env::var_os("PMDRACE_BLESS").is_some() {
        std::fs::write(&path, screen).unwrap();
    }
    let recorded = std::fs::read_to_string(&path).unwrap();
    assert_eq!(screen, recorded, "{} differs:\n{screen}", path.display());
}

#[test]
fn the_screens_are_as_recorded() {
    let trace = founding();
    let mut walk = Walk::new(&trace, true);
    press(&mut walk, "wr");
    is_as_recorded("founding-write-100x40.txt", &screen(&walk, 100, 40));
    press(&mut walk, "v");
    is_as_recorded("founding-violation-80x24.txt", &screen(&walk, 80, 24));
    is_as_recorded("founding-violation-50x30.txt", &screen(&walk, 50, 30));
}
