//! What the reader makes of the text: types, operations, functions.

pub(crate) mod function;
pub(crate) mod op;
pub(crate) mod types;
