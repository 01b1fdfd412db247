//! The console sessions in README and docs, executed: what they show is what the program prints.

#[test]
fn console_sessions() {
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .case("../../README.md")
        .case("../../docs/reference/matrix.md")
        .case("tests/sessions/*.md");
}
