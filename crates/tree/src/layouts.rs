//! Sizes of types and places of their fields in a tree, out of its debug information, each looked up once.

use std::collections::HashMap;

use parking_lot::Mutex;
use pmdrace_kir::Program;
use pmdrace_kir::debug::{DebugError, DebugInfo, Member};

use crate::TreeError;

/// A field, or a type where there is no field.
type Key = (String, String);

/// What is known so far.
#[derive(Default)]
pub(crate) struct Layouts {
    /// Offset and size in bytes; None where no file that was asked describes it.
    known: Mutex<HashMap<Key, (u64, u64)>>,
}

impl Layouts {
    /// The offset and the size in bytes of a field.
    pub(crate) fn member(
        &self,
        program: &Program,
        ty: &str,
        field: &str,
    ) -> Result<(u64, u64), TreeError> {
        self.find(program, ty, field, |debug| {
            debug.member(ty, field).map(|member| (member.offset(), member.size()))
        })
    }

    /// The size in bytes of a type.
    pub(crate) fn size(&self, program: &Program, ty: &str) -> Result<u64, TreeError> {
        let found = self.find(program, ty, "", |debug| Ok((0, debug.layout(ty)?.size)));
        found.map(|(_, size)| size)
    }

    /// The fields of a type that these bytes belong to, with their offsets.
    pub(crate) fn fields(
        &self,
        program: &Program,
        ty: &str,
        at: u64,
        size: u64,
    ) -> Vec<(String, u64)> {
        let Some(layout) = program.debug().find_map(|debug| debug.layout(ty).ok()) else {
            return Vec::new();
        };
        let end = at + size;
        let covers =
            |member: &&Member| member.offset() < end && at < member.offset() + member.size();
        layout
            .members
            .iter()
            .filter(covers)
            .map(|member| (member.name.clone(), member.offset()))
            .collect()
    }

    /// Looks in the first file that describes it.
    fn find(
        &self,
        program: &Program,
        ty: &str,
        field: &str,
        look: impl Fn(&DebugInfo<'_>) -> Result<(u64, u64), DebugError>,
    ) -> Result<(u64, u64), TreeError> {
        let key = (ty.to_owned(), field.to_owned());
        let mut known = self.known.lock();
        if let Some(found) = known.get(&key) {
            return Ok(*found);
        }
        let mut last = TreeError::Entry("no file is linked".to_owned());
        for debug in program.debug() {
            match look(&debug) {
                Ok(found) => {
                    known.insert(key, found);
                    return Ok(found);
                }
                Err(error) => last = error.into(),
            }
        }
        Err(last)
    }
}
