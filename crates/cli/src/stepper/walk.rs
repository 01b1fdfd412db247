//! The position of the user in an execution, and what each key does. It does not touch the terminal.

use pmdrace_report::{Mark, Step, Trace};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Whether to continue after a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Go {
    /// Continue.
    On,
    /// Leave.
    Leave,
}

/// A walk through an execution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Walk<'t> {
    /// The execution.
    pub(crate) trace: &'t Trace,
    /// The current step, as an index.
    pub(crate) at: usize,
    /// The word that is watched, as an index.
    pub(crate) watched: Option<usize>,
    /// Whether all steps are shown, or else the short form.
    pub(crate) all: bool,
    /// Whether the help is shown.
    pub(crate) help: bool,
    /// Whether to use colours.
    pub(crate) colour: bool,
    /// The message of the last key, shown in place of the line of keys.
    pub(crate) note: String,
}

impl<'t> Walk<'t> {
    /// Starts at the first visible step.
    pub(crate) fn new(trace: &'t Trace, colour: bool) -> Walk<'t> {
        let all = trace.visible(false).next().is_none();
        let (help, note) = (false, String::new());
        let mut walk = Walk { trace, at: 0, watched: None, all, help, colour, note };
        walk.first();
        walk
    }

    /// The current step.
    pub(crate) fn step(&self) -> Option<&'t Step> {
        self.trace.steps.get(self.at)
    }

    /// The visible steps with their indices.
    pub(crate) fn visible(&self) -> impl DoubleEndedIterator<Item = (usize, &'t Step)> + use<'t> {
        let all = self.all;
        self.trace.steps.iter().enumerate().filter(move |(_, step)| all || step.shown)
    }

    /// Handles a key.
    pub(crate) fn key(&mut self, key: KeyEvent) -> Go {
        self.note.clear();
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        if control {
            return if key.code == KeyCode::Char('c') { Go::Leave } else { Go::On };
        }
        if self.help {
            self.help = false;
            return Go::On;
        }
        match key.code {
            KeyCode::Char('q') | KeyCode::Esc => return Go::Leave,
            KeyCode::Right | KeyCode::Down | KeyCode::Char('l' | 'j' | ' ') => self.forward(),
            KeyCode::Left | KeyCode::Up | KeyCode::Char('h' | 'k') => self.back(),
            KeyCode::Home | KeyCode::Char('g') => self.first(),
            KeyCode::End | KeyCode::Char('G') => self.last(),
            KeyCode::Char('r') => self.racing(),
            KeyCode::Char('v') => self.violation(),
            KeyCode::Char('w') => self.watch(),
            KeyCode::Char('n') => self.touching(true),
            KeyCode::Char('N') => self.touching(false),
            KeyCode::Char('a') => self.toggle(),
            KeyCode::Char('?') => self.help = true,
            _ => {}
        }
        Go::On
    }

    fn go(&mut self, found: Option<(usize, &Step)>) -> bool {
        self.at = found.map_or(self.at, |(index, _)| index);
        found.is_some()
    }

    fn first(&mut self) {
        self.go(self.visible().next());
    }

    fn last(&mut self) {
        self.go(self.visible().next_back());
    }

    fn forward(&mut self) {
        let at = self.at;
        if !self.go(self.visible().find(|(index, _)| *index > at)) {
            self.note = "this is the last step".to_owned();
        }
    }

    fn back(&mut self) {
        let at = self.at;
        if !self.go(self.visible().rfind(|(index, _)| *index < at)) {
            self.note = "this is the first step".to_owned();
        }
    }

    /// Goes to the write of the racing pair, and from there to the read and back.
    fn racing(&mut self) {
        let at = self.at;
        let racing = || self.visible().filter(|(_, step)| step.mark == Mark::Racing);
        let on_write = racing().next().is_some_and(|(index, _)| index == at);
        let to = if on_write { racing().next_back() } else { racing().next() };
        if !self.go(to) {
            self.note = "no two steps race here".to_owned();
        }
    }

    fn violation(&mut self) {
        let told = |step: &Step| matches!(step.mark, Mark::Violated | Mark::Reached);
        if !self.go(self.visible().find(|(_, step)| told(step))) {
            self.note = "nothing is violated or reached here".to_owned();
        }
    }

    /// Watches the next word that a step accesses; after the last one, none.
    fn watch(&mut self) {
        let touched = |word: &usize| self.visible().any(|(_, step)| step.word == Some(*word));
        let from = self.watched.map_or(0, |word| word + 1);
        self.watched = (from..self.trace.words.len()).find(touched);
        self.note = match self.watched.and_then(|word| self.trace.words.get(word)) {
            Some(word) => format!("watching {}: n and N go to the steps that touch it", word.name),
            None => "watching no word".to_owned(),
        };
    }

    /// Goes to the next or previous step that accesses the watched word.
    fn touching(&mut self, next: bool) {
        let Some(word) = self.watched else {
            self.note = "no word is watched: w chooses one".to_owned();
            return;
        };
        let at = self.at;
        let mut touching = self.visible().filter(|(_, step)| step.word == Some(word));
        let found = match next {
            true => touching.find(|(index, _)| *index > at),
            false => touching.rfind(|(index, _)| *index < at),
        };
        if !self.go(found) {
            let name = &self.trace.words[word].name;
            let side = if next { "later" } else { "earlier" };
            self.note = format!("no {side} step touches {name}");
        }
    }

    /// Switches between all steps and the short form. If that hides the current step, goes to its neighbour.
    fn toggle(&mut self) {
        self.all = !self.all;
        if self.visible().next().is_none() {
            self.all = true;
        }
        let at = self.at;
        let near = self.visible().rfind(|(index, _)| *index <= at);
        self.go(near.or_else(|| self.visible().next()));
        let form = if self.all { "every step" } else { "the short form" };
        self.note = format!("showing {form}");
    }
}
