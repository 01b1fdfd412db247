//! What reports say of results that are made up, and what they say of words and helpers.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod made_up;
mod markup;

mod awaits;
mod decode;
mod export;
mod grid;
mod here;
mod html;
mod page;
mod reports;
