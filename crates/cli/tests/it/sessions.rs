//! The console sessions in README and docs, executed: what they show is what the program prints.

#[test]
fn console_sessions() {
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .env("HOME", env!("CARGO_TARGET_TMPDIR"))
        .env("XDG_CACHE_HOME", concat!(env!("CARGO_TARGET_TMPDIR"), "/.cache"))
        .case("../../README.md")
        .case("../../docs/reference/matrix.md")
        .case("../../docs/reference/steps.md")
        .case("../../docs/tutorial/*.md")
        .case("../../docs/how-to/*.md")
        .case("tests/sessions/*.md");
}
