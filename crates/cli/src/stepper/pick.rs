//! The list of executions to choose from, where several are selected. It does not touch the terminal.

use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::{List, ListState};

const KEYS: &str = "up/down choose  Enter step through it  q leave";

/// How many lines a page key moves by.
const PAGE: u16 = 10;

/// What a key leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Picked {
    /// Nothing yet.
    Choosing,
    /// The execution of this index.
    One(usize),
    /// The list was left.
    Left,
}

/// A list of executions, one of which is the current one.
pub(crate) struct Pick<'t> {
    titles: &'t [String],
    state: ListState,
}

impl<'t> Pick<'t> {
    /// Starts at the first.
    pub(crate) fn new(titles: &'t [String]) -> Pick<'t> {
        Pick { titles, state: ListState::default().with_selected(Some(0)) }
    }

    /// Handles a key.
    pub(crate) fn key(&mut self, key: KeyEvent) -> Picked {
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            return if key.code == KeyCode::Char('c') { Picked::Left } else { Picked::Choosing };
        }
        match key.code {
            KeyCode::Char('q') | KeyCode::Esc => return Picked::Left,
            KeyCode::Down | KeyCode::Char('j') => self.state.scroll_down_by(1),
            KeyCode::Up | KeyCode::Char('k') => self.state.scroll_up_by(1),
            KeyCode::PageDown | KeyCode::Char(' ') => self.state.scroll_down_by(PAGE),
            KeyCode::PageUp => self.state.scroll_up_by(PAGE),
            KeyCode::Home | KeyCode::Char('g') => self.state.select_first(),
            KeyCode::End | KeyCode::Char('G') => self.state.select(Some(self.last())),
            KeyCode::Enter | KeyCode::Right | KeyCode::Char('l') => {
                return Picked::One(self.at());
            }
            _ => {}
        }
        Picked::Choosing
    }

    fn last(&self) -> usize {
        self.titles.len().saturating_sub(1)
    }

    /// The current one. The state may be past the end until it is drawn.
    fn at(&self) -> usize {
        self.state.selected().unwrap_or(0).min(self.last())
    }

    /// Draws the list.
    pub(crate) fn draw(&mut self, frame: &mut Frame<'_>) {
        let [top, middle, bottom] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(0), Constraint::Length(1)])
                .areas(frame.area());
        let (at, of) = (self.at() + 1, self.titles.len());
        frame.render_widget(Line::raw(format!("execution {at} of {of}")), top);
        let titles = self.titles.iter().map(String::as_str);
        let current = Style::new().add_modifier(Modifier::REVERSED);
        let list = List::new(titles).highlight_symbol("> ").highlight_style(current);
        frame.render_stateful_widget(list, middle, &mut self.state);
        frame.render_widget(Line::styled(KEYS, Style::new().add_modifier(Modifier::DIM)), bottom);
    }
}
