//! Layouts of structs and unions: members by name, through anonymous ones, with bit fields.

use super::node::Meta;
use super::{CType, DebugError, DebugInfo};

/// How deep structs may nest, and how many members may be looked at.
const DEPTH: u32 = 32;
const MEMBERS: u32 = 20_000;

/// The layout of a struct or union.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Layout {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its members; those of anonymous structs and unions are its own.
    pub members: Vec<Member>,
}

/// A member of a struct or union.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Where it begins, in bits from the beginning of the struct.
    pub bit_offset: u64,
    /// How many bits it has.
    pub bit_size: u64,
    /// Whether it is a bit field.
    pub is_bit_field: bool,
    /// Its type.
    pub ty: CType,
    node: u32,
}

impl Member {
    /// Where it begins, in bytes.
    pub fn offset(&self) -> u64 {
        self.bit_offset / 8
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        self.bit_size.div_ceil(8)
    }
}

impl Layout {
    /// A member by name.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }
}

impl DebugInfo<'_> {
    /// The layout of a struct, union or typedef of one.
    ///
    /// # Errors
    /// If the file has none of this name.
    pub fn layout(&self, name: &str) -> Result<Layout, DebugError> {
        let number = self.names.types.get(name).copied();
        let number = number.ok_or_else(|| self.missing(format!("the struct {name}")))?;
        Ok(self.layout_of(name, number))
    }

    /// A member, through members and array elements: `lru.next`, `_refcount.counter`, `node_zones[1]`.
    ///
    /// # Errors
    /// If the file has no such struct, or the struct no such member.
    pub fn member(&self, structure: &str, path: &str) -> Result<Member, DebugError> {
        let none =
            || DebugError::Member { structure: structure.to_owned(), member: path.to_owned() };
        let mut layout = self.layout(structure)?;
        let mut base = 0;
        let mut parts = path.split('.').peekable();
        while let Some(part) = parts.next() {
            let (name, indices) = part.split_once('[').unwrap_or((part, ""));
            let mut member = layout.member(name).cloned().ok_or_else(none)?;
            for index in indices.split('[').filter(|index| !index.is_empty()) {
                let index: u64 = index.trim_end_matches(']').parse().map_err(|_| none())?;
                member = self.element(&member, index).ok_or_else(none)?;
            }
            member.bit_offset += base;
            if parts.peek().is_none() {
                return Ok(member);
            }
            base = member.bit_offset;
            layout = self.layout_of(&member.ty.name, member.node);
        }
        Err(none())
    }

    fn layout_of(&self, name: &str, number: u32) -> Layout {
        let size = self.ty(number).size;
        let (mut members, mut left) = (Vec::new(), MEMBERS);
        self.collect(number, 0, 0, &mut members, &mut left);
        Layout { name: name.to_owned(), size, members }
    }

    fn element(&self, member: &Member, index: u64) -> Option<Member> {
        let array = self.node(self.unqualified(member.node))?;
        let element = array.reference("baseType")?;
        let ty = self.ty(element);
        let bits = ty.size * 8;
        let bit_offset = member.bit_offset.checked_add(index.checked_mul(bits)?)?;
        let name = format!("{}[{index}]", member.name);
        let known =
            Member { name, bit_offset, bit_size: bits, is_bit_field: false, ty, node: element };
        (index < self.array_count(&array)).then_some(known)
    }

    /// The node behind typedefs and qualifiers.
    fn unqualified(&self, mut number: u32) -> u32 {
        for _ in 0..DEPTH {
            let Some(node) = self.node(number) else { break };
            let tag = node.word("tag").unwrap_or("");
            let through =
                matches!(tag, "DW_TAG_typedef" | "DW_TAG_const_type" | "DW_TAG_volatile_type");
            match node.reference("baseType") {
                Some(base) if through => number = base,
                _ => break,
            }
        }
        number
    }

    /// Adds the members of a struct; looks at `left` more at most.
    fn collect(&self, number: u32, base: u64, depth: u32, into: &mut Vec<Member>, left: &mut u32) {
        let Some(structure) = self.node(self.unqualified(number)) else { return };
        let list = structure.reference("elements").and_then(|number| self.node(number));
        if depth > DEPTH {
            return;
        }
        for item in list.map(|list| list.items).unwrap_or_default() {
            let Meta::Node(number) = item else { continue };
            let Some(node) = self.node(number) else { continue };
            if *left == 0 {
                return;
            }
            *left -= 1;
            if !node.has_word("tag", "DW_TAG_member") {
                continue;
            }
            let bit_offset = base.saturating_add(node.count("offset"));
            let Some(ty) = node.reference("baseType") else { continue };
            match node.text("name").filter(|name| !name.is_empty()) {
                Some(name) => into.push(Member {
                    name: name.to_owned(),
                    bit_offset,
                    bit_size: node.count("size"),
                    is_bit_field: node.has_word("flags", "DIFlagBitField"),
                    ty: self.ty(ty),
                    node: ty,
                }),
                None => self.collect(ty, bit_offset, depth + 1, into, left),
            }
        }
    }
}
