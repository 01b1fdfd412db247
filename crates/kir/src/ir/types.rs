//! Types of LLVM IR, laid out: sizes, alignments and offsets are known when a type has been read.
//!
//! Pointers are opaque and 64 bits wide, so no type contains itself. Source: the LLVM Language Reference,
//! "Data Layout".

use std::sync::Arc;

/// The order of bytes in memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Endian {
    /// The least significant byte first.
    Little,
    /// The most significant byte first.
    Big,
}

/// A type.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Type {
    Void,
    /// An integer of so many bits.
    Int(u32),
    /// A pointer to an address space.
    Pointer(u32),
    Struct(Arc<Struct>),
    Array(u64, Arc<Type>),
    Vector(u64, Arc<Type>),
    /// A floating-point type, of which only the size is known.
    Float(u64),
    /// A struct without a body: `opaque`.
    Opaque,
    Label,
    Metadata,
    Token,
}

/// The fields of a struct with their offsets.
#[derive(PartialEq, Debug)]
pub(crate) struct Struct {
    pub(crate) fields: Vec<(u64, Type)>,
    pub(crate) size: u64,
    pub(crate) align: u64,
}

/// What a type must not exceed, so that sizes cannot overflow.
const LARGEST: u64 = 1 << 48;

impl Type {
    /// A struct of these fields; None if it is too large.
    pub(crate) fn structure(fields: Vec<Type>, packed: bool, layout: &DataLayout) -> Option<Type> {
        let (mut end, mut align) = (0u64, 1u64);
        let mut placed = Vec::with_capacity(fields.len());
        for field in fields {
            if !packed {
                let own = field.align(layout);
                align = align.max(own);
                end = end.checked_next_multiple_of(own)?;
            }
            let size = field.size(layout);
            placed.push((end, field));
            end = end.checked_add(size).filter(|&end| end <= LARGEST)?;
        }
        let size = end.checked_next_multiple_of(align)?;
        Some(Type::Struct(Arc::new(Struct { fields: placed, size, align })))
    }

    /// An array or, if `vector`, a vector; None if it is too large.
    pub(crate) fn sequence(
        count: u64,
        element: Type,
        vector: bool,
        layout: &DataLayout,
    ) -> Option<Type> {
        element.size(layout).checked_mul(count).filter(|&size| size <= LARGEST)?;
        let element = Arc::new(element);
        Some(if vector { Type::Vector(count, element) } else { Type::Array(count, element) })
    }

    /// How many bytes a value takes in an array.
    pub(crate) fn size(&self, layout: &DataLayout) -> u64 {
        match self {
            Type::Int(_) => self.stored(layout).next_multiple_of(self.align(layout)),
            Type::Struct(fields) => fields.size,
            Type::Array(count, element) => count.saturating_mul(element.size(layout)),
            Type::Vector(..) => self.stored(layout).next_multiple_of(self.align(layout)),
            _ => self.stored(layout),
        }
    }

    /// How many bytes a load or store of a value accesses.
    pub(crate) fn stored(&self, layout: &DataLayout) -> u64 {
        match self {
            Type::Int(width) => u64::from(width.div_ceil(8)),
            Type::Pointer(_) => 8,
            Type::Float(size) => *size,
            Type::Vector(count, element) => match **element {
                Type::Int(width) => count.saturating_mul(u64::from(width)).div_ceil(8),
                ref other => count.saturating_mul(other.stored(layout)),
            },
            Type::Struct(_) | Type::Array(..) => self.size(layout),
            Type::Void | Type::Opaque | Type::Label | Type::Metadata | Type::Token => 0,
        }
    }

    /// At which multiples a value may begin.
    pub(crate) fn align(&self, layout: &DataLayout) -> u64 {
        match self {
            Type::Int(width) => layout.int_align(*width),
            Type::Pointer(_) => 8,
            Type::Float(size) => size.next_power_of_two().min(16),
            Type::Vector(..) => self.stored(layout).next_power_of_two().clamp(1, 1 << 16),
            Type::Struct(fields) => fields.align,
            Type::Array(_, element) => element.align(layout),
            Type::Void | Type::Opaque | Type::Label | Type::Metadata | Type::Token => 1,
        }
    }

    /// The width of an integer or pointer, or of the elements of a vector of them.
    pub(crate) fn width(&self) -> Option<u32> {
        match self {
            Type::Int(width) => Some(*width),
            Type::Pointer(_) => Some(64),
            Type::Vector(_, element) => element.width(),
            _ => None,
        }
    }

    /// The type of a part: a field of a struct, an element of an array.
    pub(crate) fn part(&self, index: u64) -> Option<&Type> {
        match self {
            Type::Struct(fields) => {
                fields.fields.get(usize::try_from(index).ok()?).map(|(_, field)| field)
            }
            Type::Array(count, element) | Type::Vector(count, element) => {
                (index < *count).then_some(&**element)
            }
            _ => None,
        }
    }

    /// Where a part begins.
    pub(crate) fn offset(&self, index: u64, layout: &DataLayout) -> Option<u64> {
        match self {
            Type::Struct(fields) => {
                fields.fields.get(usize::try_from(index).ok()?).map(|(offset, _)| *offset)
            }
            Type::Array(_, element) | Type::Vector(_, element) => {
                index.checked_mul(element.size(layout))
            }
            _ => None,
        }
    }

    /// How many parts there are, 0 for a scalar.
    pub(crate) fn parts(&self) -> u64 {
        match self {
            Type::Struct(fields) => fields.fields.len() as u64,
            Type::Array(count, _) | Type::Vector(count, _) => *count,
            _ => 0,
        }
    }

    /// How many scalars a value consists of.
    pub(crate) fn scalars(&self) -> u64 {
        match self {
            Type::Struct(fields) => {
                fields.fields.iter().fold(0, |sum, (_, field)| field.scalars().saturating_add(sum))
            }
            Type::Array(count, element) | Type::Vector(count, element) => {
                // An empty element costs a value as well.
                count.saturating_mul(element.scalars().max(1))
            }
            _ => 1,
        }
    }
}

/// What the target's data layout string says, as far as kernels differ in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct DataLayout {
    pub(crate) endian: Endian,
    /// Alignments of integers in bytes: width and alignment, ascending.
    ints: Vec<(u32, u64)>,
    /// The width of pointers in bits.
    pub(crate) pointer: u32,
}

impl DataLayout {
    /// Reads `e-m:e-i8:8:32-i64:64-...`.
    pub(crate) fn parse(text: &str) -> DataLayout {
        let mut layout = DataLayout {
            endian: Endian::Little,
            ints: vec![(1, 1), (8, 1), (16, 2), (32, 4), (64, 8)],
            pointer: 64,
        };
        for part in text.split('-') {
            let mut numbers = part.get(1..).unwrap_or("").split(':');
            match part.as_bytes().first() {
                Some(b'E') => layout.endian = Endian::Big,
                Some(b'i') => {
                    let (width, align) = (numbers.next(), numbers.next());
                    if let (Some(Ok(width)), Some(Ok(align))) =
                        (width.map(str::parse::<u32>), align.map(str::parse::<u64>))
                    {
                        layout.ints.retain(|(other, _)| *other != width);
                        layout.ints.push((width, (align / 8).clamp(1, 64).next_power_of_two()));
                    }
                }
                Some(b'p') => {
                    if let (Some(""), Some(Ok(width))) =
                        (numbers.next(), numbers.next().map(str::parse))
                    {
                        layout.pointer = width;
                    }
                }
                _ => {}
            }
        }
        layout.ints.sort_unstable();
        layout
    }

    /// The alignment of the next wider integer that has one, or of the widest.
    fn int_align(&self, width: u32) -> u64 {
        let wider = self.ints.iter().find(|(known, _)| *known >= width);
        wider.or(self.ints.last()).map_or(1, |(_, align)| *align)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lays_out_structs() {
        let layout = DataLayout::parse("e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128");
        let fields = || vec![Type::Int(8), Type::Int(64), Type::Int(1), Type::Int(128)];
        let Some(Type::Struct(loose)) = Type::structure(fields(), false, &layout) else {
            panic!("it is small")
        };
        let offsets: Vec<u64> = loose.fields.iter().map(|(offset, _)| *offset).collect();
        assert_eq!((offsets, loose.size, loose.align), (vec![0, 8, 16, 32], 48, 16));
        let Some(Type::Struct(packed)) = Type::structure(fields(), true, &layout) else {
            panic!("it is small")
        };
        assert_eq!((packed.size, packed.align), (26, 1));
        assert_eq!(Type::sequence(1 << 46, Type::Int(64), false, &layout), None);
    }
}
