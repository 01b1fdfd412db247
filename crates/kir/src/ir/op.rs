//! The operations on integers: what instructions, constant expressions, intrinsics and inline assembly share.

/// An operation on two integers of one width.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Binary {
    Add,
    Sub,
    Mul,
    Udiv,
    Sdiv,
    Urem,
    Srem,
    Shl,
    Lshr,
    Ashr,
    And,
    Or,
    Xor,
}

impl Binary {
    pub(crate) fn named(word: &str) -> Option<Binary> {
        Some(match word {
            "add" => Binary::Add,
            "sub" => Binary::Sub,
            "mul" => Binary::Mul,
            "udiv" => Binary::Udiv,
            "sdiv" => Binary::Sdiv,
            "urem" => Binary::Urem,
            "srem" => Binary::Srem,
            "shl" => Binary::Shl,
            "lshr" => Binary::Lshr,
            "ashr" => Binary::Ashr,
            "and" => Binary::And,
            "or" => Binary::Or,
            "xor" => Binary::Xor,
            _ => return None,
        })
    }

    /// How LLVM spells it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Binary::Add => "add",
            Binary::Sub => "sub",
            Binary::Mul => "mul",
            Binary::Udiv => "udiv",
            Binary::Sdiv => "sdiv",
            Binary::Urem => "urem",
            Binary::Srem => "srem",
            Binary::Shl => "shl",
            Binary::Lshr => "lshr",
            Binary::Ashr => "ashr",
            Binary::And => "and",
            Binary::Or => "or",
            Binary::Xor => "xor",
        }
    }
}

/// What an operation promises; if it does not keep it, its result is poison.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Flags {
    /// `nuw`: no unsigned overflow.
    pub(crate) nuw: bool,
    /// `nsw`: no signed overflow.
    pub(crate) nsw: bool,
    /// `exact`: no bit is lost.
    pub(crate) exact: bool,
    /// `disjoint`: no bit is set in both operands.
    pub(crate) disjoint: bool,
    /// `nneg`: the operand is not negative.
    pub(crate) nneg: bool,
}

/// A comparison of two integers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Predicate {
    Eq,
    Ne,
    Ult,
    Ule,
    Ugt,
    Uge,
    Slt,
    Sle,
    Sgt,
    Sge,
}

impl Predicate {
    pub(crate) fn named(word: &str) -> Option<Predicate> {
        Some(match word {
            "eq" => Predicate::Eq,
            "ne" => Predicate::Ne,
            "ult" => Predicate::Ult,
            "ule" => Predicate::Ule,
            "ugt" => Predicate::Ugt,
            "uge" => Predicate::Uge,
            "slt" => Predicate::Slt,
            "sle" => Predicate::Sle,
            "sgt" => Predicate::Sgt,
            "sge" => Predicate::Sge,
            _ => return None,
        })
    }
}

/// A conversion between integers and pointers of two widths.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Cast {
    Trunc,
    Zext,
    Sext,
    /// `ptrtoint`, `inttoptr`, `bitcast`, `addrspacecast`: cuts or extends by zeros.
    Same,
}

impl Cast {
    pub(crate) fn named(word: &str) -> Option<Cast> {
        Some(match word {
            "trunc" => Cast::Trunc,
            "zext" => Cast::Zext,
            "sext" => Cast::Sext,
            "ptrtoint" | "inttoptr" | "bitcast" | "addrspacecast" => Cast::Same,
            _ => return None,
        })
    }
}
