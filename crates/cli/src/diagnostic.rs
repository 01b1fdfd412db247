//! Problems of a scenario file, rendered as rustc renders its own.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use pmdrace_scenario::Diagnostic;

/// Every problem with the lines it is about.
pub(crate) fn render(path: &str, text: &str, problems: &[Diagnostic]) -> String {
    let rendered: Vec<String> = problems.iter().map(|problem| one(path, text, problem)).collect();
    rendered.join("\n\n")
}

fn one(path: &str, text: &str, problem: &Diagnostic) -> String {
    let title = Level::ERROR.primary_title(problem.message.as_str());
    let span = problem.span.clone().unwrap_or(0..0);
    let annotation =
        AnnotationKind::Primary.span(span.start.min(text.len())..span.end.min(text.len()));
    let snippet = Snippet::source(text).path(path).annotation(annotation);
    let group = match &problem.help {
        Some(help) => title.element(snippet).element(Level::HELP.message(help.as_str())),
        None => title.element(snippet),
    };
    Renderer::styled().render(&[group])
}
