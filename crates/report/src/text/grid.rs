//! Tables with architectures as columns, for a terminal.
//!
//! A mark stands under the first letter of the release that it is about. What does not fit beside the marks stands
//! above them, so that neither the length of a name nor the number of readers decides how many columns fit.

use std::fmt::Write as _;

use super::style::{heading, paint, verdict_style, wrap};
use crate::model::grid::{Column, Grid, Group, Row, Who, begins, legend, levels};

/// The room for the letters of a mark.
const MARK: usize = 2;
/// The gap between the labels and the marks, and between architectures.
const GAP: usize = 2;

/// Renders a table in lines of at most `width` columns: as many architectures as fit, then a band of the next ones.
pub(crate) fn text(grid: &Grid<'_>, width: usize) -> String {
    let label = label(grid, width);
    let mut first = 0;
    let bands = split(&grid.columns, label, width).into_iter().map(|columns| {
        let band = Band { columns, first, places: places(columns).0, label, width };
        first += columns.len();
        band.text(grid)
    });
    bands.collect::<Vec<_>>().join("\n")
}

/// The meaning of the symbols that occur in tables, in lines of at most `width` columns.
pub(crate) fn legend_text(grids: &[&Grid<'_>], width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for (symbol, meaning) in legend(grids) {
        let said = format!("{symbol} {meaning}");
        match lines.last_mut().filter(|line| line.len() + GAP + said.len() <= width) {
            Some(line) => *line += &format!("  {said}"),
            None => lines.push(said),
        }
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// The width of the labels. Longer ones stand above the marks of their row. Lists of readers are in full where no band
/// is added by that.
fn label(grid: &Grid<'_>, width: usize) -> usize {
    let levels = levels(&grid.columns);
    let headings = levels.iter().flat_map(|level| &level.headings);
    let widest = headings.map(|heading| heading.text.chars().count()).max().unwrap_or(0);
    let most = (width / 2).min(width.saturating_sub(widest + GAP));
    let label = |most_of_list: usize| {
        let rows = grid.groups.iter().flat_map(|group| &group.rows);
        let labels = rows.map(|row| match &row.who {
            Who::Nobody => 2 + row.name.chars().count(),
            who => Some(in_full(who)).filter(|full| *full <= most_of_list).unwrap_or(in_brief(who)),
        });
        let labels = labels.chain(levels.iter().map(|level| level.label.len()));
        labels.max().unwrap_or(0).min(most)
    };
    let bands = |label: &usize| split(&grid.columns, *label, width).len();
    let brief = label(0);
    Some(label(most)).filter(|full| bands(full) == bands(&brief)).unwrap_or(brief)
}

/// The width of a label that names every reader.
fn in_full(who: &Who<'_>) -> usize {
    4 + who.full().chars().count()
}

/// The width of a label that counts readers.
fn in_brief(who: &Who<'_>) -> usize {
    4 + who.brief().chars().count()
}

/// Columns in bands, each of which fits beside the labels.
fn split(columns: &[Column], label: usize, width: usize) -> Vec<&[Column]> {
    let mut bands = Vec::new();
    let mut rest = columns;
    while !rest.is_empty() {
        let (band, left) = rest.split_at(fitting(rest, width.saturating_sub(label + GAP)));
        bands.push(band);
        rest = left;
    }
    bands
}

/// Where columns stand side by side, and where the last one ends.
fn places(columns: &[Column]) -> (Vec<usize>, usize) {
    let (mut places, mut ends) = (Vec::new(), [0; 3]);
    let mut mark = 0;
    for (at, column) in columns.iter().enumerate() {
        let level = if at == 0 { 0 } else { begins(column, &columns[at - 1]) };
        let gap = if level == ends.len() - 1 { 1 } else { GAP };
        let free = ends[level..].iter().copied().max().unwrap_or(0).max(mark);
        let place = if at == 0 { 0 } else { free + gap };
        for (end, text) in ends.iter_mut().zip(column.says()).skip(level) {
            *end = place + text.chars().count();
        }
        mark = place + MARK;
        places.push(place);
    }
    (places, ends.into_iter().max().unwrap_or(0).max(mark))
}

/// How many columns fit, and at least one. An architecture is split only where it does not fit on its own.
fn fitting(columns: &[Column], width: usize) -> usize {
    let fits = |count: &usize| places(&columns[..*count]).1 <= width;
    let whole = |count: &usize| {
        columns.get(*count).is_none_or(|next| begins(next, &columns[*count - 1]) == 0)
    };
    let counts = || (1..=columns.len()).take_while(fits);
    counts().filter(whole).last().or_else(|| counts().last()).unwrap_or(1)
}

/// Columns that stand side by side.
struct Band<'g> {
    columns: &'g [Column],
    /// The place of the first among all columns.
    first: usize,
    /// Where they stand.
    places: Vec<usize>,
    /// The width of the labels to their left.
    label: usize,
    /// The width of a line.
    width: usize,
}

impl Band<'_> {
    fn text(&self, grid: &Grid<'_>) -> String {
        let mut text = self.header();
        // A group without rows says the same in every band, so only a table of such groups repeats it.
        let has_rows = grid.groups.iter().any(|group| !group.rows.is_empty());
        let is_told = |group: &&Group<'_>| self.first > 0 && has_rows && group.rows.is_empty();
        for group in grid.groups.iter().filter(|group| !is_told(group)) {
            text.push_str(&self.title(group));
            let mut last = "";
            for row in &group.rows {
                if !matches!(row.who, Who::Nobody) && row.name != last {
                    let kind = format!("  {} ({})", row.name, row.kind);
                    text.push_str(&wrap(&kind, self.width, "", "    "));
                }
                last = &row.name;
                self.row(&mut text, row);
            }
        }
        text
    }

    fn header(&self) -> String {
        let mut text = String::new();
        for level in levels(self.columns) {
            let headings = level.headings.iter().map(|its| (self.places[its.first], its.text));
            text.push_str(&self.line(level.label, headings, |text| text.to_owned()));
        }
        text
    }

    /// A title, and what stands in for rows where there are none.
    fn title(&self, group: &Group<'_>) -> String {
        if group.title.is_empty() {
            return String::new();
        }
        let lines = wrap(&format!("{}  {}", group.title, group.remark()), self.width, "", "    ");
        match lines.strip_prefix(group.title.as_str()) {
            Some(rest) => heading(&group.title) + rest.trim_end() + "\n",
            None => lines,
        }
    }

    /// A row; a list of readers that is longer than a label goes on below the marks, in the first band.
    fn row(&self, text: &mut String, row: &Row<'_>) {
        let (label, more) = match &row.who {
            Who::Nobody => (format!("  {}", row.name), &[][..]),
            who if in_full(who) <= self.label => (format!("    {}", who.full()), &[][..]),
            who => (format!("    {}", who.brief()), who.readers().get(1..).unwrap_or_default()),
        };
        let label = match label.chars().count() <= self.label {
            true => label,
            false => {
                let _ = write!(text, "{}", wrap(&label, self.width, "", "    "));
                String::new()
            }
        };
        let marks = self.places.iter().enumerate().map(|(at, place)| (*place, self.first + at));
        text.push_str(&self.line(&label, marks, |at| painted(row, at)));
        if self.first == 0 && !more.is_empty() {
            let list = format!("+ {}", more.join(", "));
            text.push_str(&wrap(&list, self.width, "      ", "        "));
        }
    }

    /// A line of texts, each at its place after the label.
    fn line<T>(
        &self,
        label: &str,
        texts: impl Iterator<Item = (usize, T)>,
        write: impl Fn(T) -> String,
    ) -> String {
        let mut line = format!("{label:<0$}", self.label + GAP);
        let mut end = 0;
        for (place, text) in texts {
            let text = write(text);
            line.extend(std::iter::repeat_n(' ', place.saturating_sub(end)));
            end = place + textwrap::core::display_width(&text);
            line.push_str(&text);
        }
        line.trim_end().to_owned() + "\n"
    }
}

/// The mark of a row in a column, in its colour.
fn painted(row: &Row<'_>, column: usize) -> String {
    let letters = row.letters(column);
    match row.marks[column].and_then(|mark| Some((mark.verdict?, mark.as_expected))) {
        Some((verdict, expected)) => paint(verdict_style(verdict, expected), &letters),
        None => letters,
    }
}
