//! Reading textual LLVM IR: tokens, an index of the file, and each part when it is needed.

pub(crate) mod call;
pub(crate) mod constant;
pub(crate) mod cursor;
pub(crate) mod function;
pub(crate) mod image;
pub(crate) mod index;
pub(crate) mod instruction;
pub(crate) mod lex;
pub(crate) mod types;
