//! Problems of a scenario file, rendered as rustc renders its own.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use pmdrace_scenario::{Diagnostic, printable};

/// The number of problems to show.
const MANY: usize = 20;

/// The first problems, each with the lines it is about, and the number of the others.
pub(crate) fn render(path: &str, text: &str, problems: &[Diagnostic]) -> String {
    rendered(Level::ERROR, path, text, problems)
}

/// The same for what does not keep a scenario from being used.
pub(crate) fn warnings(path: &str, text: &str, problems: &[Diagnostic]) -> String {
    rendered(Level::WARNING, path, text, problems)
}

fn rendered(level: Level<'_>, path: &str, text: &str, problems: &[Diagnostic]) -> String {
    let shown = problems.iter().take(MANY).map(|problem| one(&level, path, text, problem));
    let more = problems.len().saturating_sub(MANY);
    let more = (more > 0).then(|| format!("and {more} more problems"));
    shown.chain(more).collect::<Vec<_>>().join("\n\n")
}

fn one(level: &Level<'_>, path: &str, text: &str, problem: &Diagnostic) -> String {
    let title = level.clone().primary_title(printable(&problem.message));
    let within =
        |span: &std::ops::Range<usize>| span.start.min(text.len())..span.end.min(text.len());
    let span = within(problem.span.as_ref().unwrap_or(&(0..0)));
    let other = problem.other.as_ref().map(|other| AnnotationKind::Context.span(within(other)));
    let snippet = Snippet::source(text)
        .path(printable(path))
        .annotation(AnnotationKind::Primary.span(span))
        .annotations(other);
    let group = match &problem.help {
        Some(help) => title.element(snippet).element(Level::HELP.message(printable(help))),
        None => title.element(snippet),
    };
    Renderer::styled().render(&[group])
}
