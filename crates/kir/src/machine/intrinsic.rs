//! Intrinsics that kernel code uses.
//!
//! Source: the LLVM Language Reference, "Intrinsic Functions".

use super::arith::{self, Wrong, signed_overflow, unsigned_overflow};
use super::lanes::shapes;
use super::value::{Int, Value, mask, signed};
use super::{Machine, Run, Taint};
use crate::error::{Cause, Decides};
use crate::host::{Effect, Host, Kind};
use crate::ir::function::Intrinsic;
use crate::ir::op::{Binary, Flags, Predicate};
use crate::ir::types::Type;

/// What an intrinsic does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Known {
    /// Nothing that a run could notice.
    Nothing,
    /// Its first argument.
    First,
    Assume,
    /// Whether a value is known when it is compiled: no longer.
    IsConstant,
    ObjectSize,
    Bits(Bits),
    Shift {
        left: bool,
    },
    Choose(Predicate),
    Abs,
    Order {
        with_sign: bool,
    },
    Overflow {
        op: Binary,
        with_sign: bool,
    },
    Saturating {
        op: Binary,
        with_sign: bool,
    },
    Copy,
    Fill,
    ReadRegister,
    WriteRegister,
    /// An address of the stack or of code, which the kernel only prints.
    SomeAddress,
    PointerMask,
    Reduce(Reduction),
    Trap,
    StackSave,
}

/// Operations on the bits of one value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Bits {
    Ones,
    Leading,
    Trailing,
    SwapBytes,
    Reverse,
}

/// How the lanes of a vector become one value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Reduction {
    By(Binary),
    Choose(Predicate),
}

impl Known {
    /// The intrinsic of this name, without `llvm.` and types.
    pub(crate) fn named(name: &str) -> Option<Known> {
        let overflow = |op, with_sign| Known::Overflow { op, with_sign };
        let saturating = |op, with_sign| Known::Saturating { op, with_sign };
        Some(match name {
            "lifetime.start"
            | "lifetime.end"
            | "donothing"
            | "prefetch"
            | "sideeffect"
            | "experimental.noalias.scope.decl"
            | "invariant.start"
            | "invariant.end"
            | "stackrestore"
            | "var.annotation"
            | "pseudoprobe"
            | "va_start"
            | "va_end"
            | "fake.use" => Known::Nothing,
            "expect"
            | "expect.with.probability"
            | "annotation"
            | "ptr.annotation"
            | "launder.invariant.group"
            | "strip.invariant.group"
            | "threadlocal.address"
            | "ssa.copy"
            | "arithmetic.fence" => Known::First,
            "assume" => Known::Assume,
            "is.constant" => Known::IsConstant,
            "objectsize" => Known::ObjectSize,
            "ctpop" => Known::Bits(Bits::Ones),
            "ctlz" => Known::Bits(Bits::Leading),
            "cttz" => Known::Bits(Bits::Trailing),
            "bswap" => Known::Bits(Bits::SwapBytes),
            "bitreverse" => Known::Bits(Bits::Reverse),
            "fshl" => Known::Shift { left: true },
            "fshr" => Known::Shift { left: false },
            "umin" => Known::Choose(Predicate::Ult),
            "umax" => Known::Choose(Predicate::Ugt),
            "smin" => Known::Choose(Predicate::Slt),
            "smax" => Known::Choose(Predicate::Sgt),
            "abs" => Known::Abs,
            "ucmp" => Known::Order { with_sign: false },
            "scmp" => Known::Order { with_sign: true },
            "uadd.with.overflow" => overflow(Binary::Add, false),
            "usub.with.overflow" => overflow(Binary::Sub, false),
            "umul.with.overflow" => overflow(Binary::Mul, false),
            "sadd.with.overflow" => overflow(Binary::Add, true),
            "ssub.with.overflow" => overflow(Binary::Sub, true),
            "smul.with.overflow" => overflow(Binary::Mul, true),
            "uadd.sat" => saturating(Binary::Add, false),
            "usub.sat" => saturating(Binary::Sub, false),
            "sadd.sat" => saturating(Binary::Add, true),
            "ssub.sat" => saturating(Binary::Sub, true),
            "memcpy" | "memcpy.inline" | "memmove" => Known::Copy,
            "memset" | "memset.inline" => Known::Fill,
            "read_register" | "read_volatile_register" => Known::ReadRegister,
            "write_register" => Known::WriteRegister,
            "returnaddress" | "frameaddress" | "addressofreturnaddress" | "sponentry" => {
                Known::SomeAddress
            }
            "stacksave" => Known::StackSave,
            "ptrmask" => Known::PointerMask,
            "vector.reduce.add" => Known::Reduce(Reduction::By(Binary::Add)),
            "vector.reduce.mul" => Known::Reduce(Reduction::By(Binary::Mul)),
            "vector.reduce.and" => Known::Reduce(Reduction::By(Binary::And)),
            "vector.reduce.or" => Known::Reduce(Reduction::By(Binary::Or)),
            "vector.reduce.xor" => Known::Reduce(Reduction::By(Binary::Xor)),
            "vector.reduce.umin" => Known::Reduce(Reduction::Choose(Predicate::Ult)),
            "vector.reduce.umax" => Known::Reduce(Reduction::Choose(Predicate::Ugt)),
            "vector.reduce.smin" => Known::Reduce(Reduction::Choose(Predicate::Slt)),
            "vector.reduce.smax" => Known::Reduce(Reduction::Choose(Predicate::Sgt)),
            "trap" | "debugtrap" | "ubsantrap" => Known::Trap,
            _ => return None,
        })
    }
}

impl Machine {
    /// Runs an intrinsic.
    pub(crate) fn intrinsic(
        &mut self,
        host: &mut dyn Host,
        intrinsic: &Intrinsic,
        arguments: &[Value],
        result: &Type,
    ) -> Run<Value> {
        let width = intrinsic.width;
        let Some(known) = intrinsic.known else {
            return Err(Cause::Unknown(format!("the intrinsic llvm.{}", intrinsic.name)).into());
        };
        let get = |place: usize| arguments.get(place).ok_or_else(shapes);
        Ok(match known {
            Known::Nothing => Value::NOTHING,
            Known::First => get(0)?.clone(),
            Known::Assume => {
                let holds = self.decided(get(0)?, Decides::Assumption)?;
                if holds.bits & 1 == 0 {
                    let what = "control reaches an assumption that does not hold";
                    return Err(Cause::Unreachable(what.to_owned()).into());
                }
                Value::NOTHING
            }
            Known::IsConstant => Value::NOTHING,
            Known::ObjectSize => {
                let smallest = self.decided(get(1)?, Decides::Size)?.bits & 1 == 1;
                let width = result.width().unwrap_or(64);
                Value::Int(Int::new(if smallest { 0 } else { mask(width) }))
            }
            Known::Bits(_) | Known::Abs => self.each(known, width, get(0)?, arguments.get(1))?,
            Known::Shift { left } => self.funnel(left, width, get(0)?, get(1)?, get(2)?)?,
            Known::Choose(predicate) => self.choose(predicate, width, get(0)?, get(1)?)?,
            Known::Order { with_sign } => {
                let to = result.width().unwrap_or(8);
                self.scalars(get(0)?, get(1)?, "cmp", |a, b| {
                    let sign = |int: Int| {
                        if with_sign {
                            signed(int.bits, width) as u128 ^ (1 << 127)
                        } else {
                            int.bits
                        }
                    };
                    if !a.is_defined() || !b.is_defined() {
                        return Ok(Int::partly(0, mask(to)));
                    }
                    Ok(match sign(a).cmp(&sign(b)) {
                        std::cmp::Ordering::Less => Int::new(mask(to)),
                        std::cmp::Ordering::Equal => Int::new(0),
                        std::cmp::Ordering::Greater => Int::new(1),
                    })
                })?
            }
            Known::Overflow { op, with_sign } => {
                self.with_overflow(op, with_sign, width, get(0)?, get(1)?)?
            }
            Known::Saturating { op, with_sign } => {
                self.saturating(op, with_sign, width, get(0)?, get(1)?)?
            }
            Known::Copy => {
                let (to, from) = (self.address(get(0)?)?, self.address(get(1)?)?);
                let size = self.decided(get(2)?, Decides::Size)?.bits as u64;
                if !self.copied(host, to, from, size)? {
                    self.copy(host, to, from, size)?;
                }
                Value::NOTHING
            }
            Known::Fill => {
                let to = self.address(get(0)?)?;
                let value = match get(1)? {
                    Value::Int(int) => *int,
                    _ => Int::partly(0, 0xff),
                };
                let size = self.decided(get(2)?, Decides::Size)?.bits as u64;
                self.fill(host, to, value, size)?;
                Value::NOTHING
            }
            Known::ReadRegister => {
                let name = intrinsic.text.clone().unwrap_or_default();
                Value::Int(self.system_register(&name)?)
            }
            Known::WriteRegister => {
                let name = intrinsic.text.clone().unwrap_or_default();
                let value = self.decided(get(0)?, Decides::Instruction)?;
                self.system.insert(name, value);
                Value::NOTHING
            }
            Known::SomeAddress | Known::StackSave => Value::NOTHING,
            Known::PointerMask => {
                let kept = (Binary::And, Flags::default(), 64);
                self.binary(kept, get(0)?, get(1)?)?
            }
            Known::Reduce(reduction) => {
                let Value::Many(lanes) = get(0)? else { return Err(shapes()) };
                let mut lanes = lanes.iter();
                let mut all = lanes.next().ok_or_else(shapes)?.clone();
                for lane in lanes {
                    all = match reduction {
                        Reduction::By(op) => {
                            self.binary((op, Flags::default(), width), &all, lane)?
                        }
                        Reduction::Choose(predicate) => {
                            self.choose(predicate, width, &all, lane)?
                        }
                    };
                }
                all
            }
            Known::Trap => {
                let kind = Kind::Instruction {
                    text: "trap",
                    mnemonic: "trap",
                    operands: &[],
                    effect: Effect::Trap { flags: None },
                };
                self.ask_done(host, kind, Taint::NONE, Taint::NONE)?;
                Value::NOTHING
            }
        })
    }

    /// An operation on the bits of each lane.
    fn each(&mut self, known: Known, width: u32, a: &Value, flag: Option<&Value>) -> Run<Value> {
        let int = match a {
            Value::Int(int) => *int,
            Value::Poison(_) => return Ok(a.clone()),
            Value::Many(lanes) => {
                let lanes = lanes.iter().map(|a| self.each(known, width, a, flag));
                return Ok(Value::Many(lanes.collect::<Run<Vec<Value>>>()?.into()));
            }
        };
        let all = mask(width);
        let unused = 128 - width;
        let strict = flag.and_then(Value::bits) == Some(1);
        let moved = |bits: u128| match known {
            Known::Bits(Bits::SwapBytes) => bits.swap_bytes() >> unused,
            _ => bits.reverse_bits() >> unused,
        };
        let taint = int.taint;
        if let Known::Bits(Bits::SwapBytes | Bits::Reverse) = known {
            let moved = Int::partly(moved(int.bits), moved(int.undefined));
            return Ok(Value::Int(Int { taint, ..moved }));
        }
        if !int.is_defined() {
            return Ok(Value::Int(Int { taint, ..Int::partly(0, all) }));
        }
        let bits = int.bits;
        let found = match known {
            Known::Abs if strict && bits == 1 << (width - 1) => {
                return Ok(self.poison("abs", taint));
            }
            Known::Abs => signed(bits, width).unsigned_abs() & all,
            Known::Bits(Bits::Ones) => u128::from(bits.count_ones()),
            _ if strict && bits == 0 => return Ok(self.poison("count of zeros", taint)),
            Known::Bits(Bits::Leading) => u128::from((bits << unused).leading_zeros().min(width)),
            _ => u128::from(bits.trailing_zeros().min(width)),
        };
        Ok(Value::Int(Int { taint, ..Int::new(found) }))
    }

    fn funnel(&mut self, left: bool, width: u32, a: &Value, b: &Value, by: &Value) -> Run<Value> {
        let (Value::Int(high), Value::Int(low), Value::Int(by)) = (a, b, by) else {
            if matches!(a, Value::Many(_)) {
                return Err(shapes());
            }
            return Ok(self.poison("funnel shift", Taint::NONE));
        };
        let taint = self.taints.join(high.taint, low.taint);
        let taint = self.taints.join(taint, by.taint);
        let all = mask(width);
        if !by.is_defined() {
            return Ok(Value::Int(Int { taint, ..Int::partly(0, all) }));
        }
        let by = u32::try_from(by.bits % u128::from(width)).unwrap_or(0);
        let shift = |high: u128, low: u128| match (left, by) {
            (true, 0) => high,
            (false, 0) => low,
            (true, _) => ((high << by) | (low >> (width - by))) & all,
            (false, _) => ((high << (width - by)) | (low >> by)) & all,
        };
        let shifted = Int::partly(shift(high.bits, low.bits), shift(high.undefined, low.undefined));
        Ok(Value::Int(Int { taint, ..shifted }))
    }

    fn choose(&mut self, predicate: Predicate, width: u32, a: &Value, b: &Value) -> Run<Value> {
        if let (Value::Many(x), Value::Many(y)) = (a, b) {
            let lanes = x.iter().zip(y.iter()).map(|(a, b)| self.choose(predicate, width, a, b));
            return Ok(Value::Many(lanes.collect::<Run<Vec<Value>>>()?.into()));
        }
        self.scalars(a, b, "min or max", |a, b| {
            let first = arith::compare(predicate, width, a, b);
            Ok(match (first.is_defined(), first.bits) {
                (false, _) => arith::either(a, b),
                (true, 1) => a,
                _ => b,
            })
        })
    }

    fn with_overflow(
        &mut self,
        op: Binary,
        with_sign: bool,
        width: u32,
        a: &Value,
        b: &Value,
    ) -> Run<Value> {
        let result = self.binary((op, Flags::default(), width), a, b)?;
        let overflow = self.scalars(a, b, "overflow", |a, b| {
            if !a.is_defined() || !b.is_defined() {
                return Ok(Int::partly(0, 1));
            }
            let yes = if with_sign {
                signed_overflow(op, width, a.bits, b.bits)
            } else {
                unsigned_overflow(op, width, a.bits, b.bits)
            };
            Ok(Int::new(u128::from(yes)))
        })?;
        Ok(Value::Many([result, overflow].into()))
    }

    fn saturating(
        &mut self,
        op: Binary,
        with_sign: bool,
        width: u32,
        a: &Value,
        b: &Value,
    ) -> Run<Value> {
        self.scalars(a, b, "saturating arithmetic", |a, b| {
            let plain: Result<Int, Wrong> = arith::binary(op, Flags::default(), width, a, b);
            if !a.is_defined() || !b.is_defined() {
                return Ok(Int::partly(0, mask(width)));
            }
            let (x, y) = (a.bits, b.bits);
            let highest = mask(width - 1);
            Ok(match (with_sign, op) {
                (false, _) if !unsigned_overflow(op, width, x, y) => plain?,
                (false, Binary::Sub) => Int::new(0),
                (false, _) => Int::new(mask(width)),
                (true, _) if !signed_overflow(op, width, x, y) => plain?,
                (true, _) if signed(x, width) < 0 => Int::new(highest + 1),
                (true, _) => Int::new(highest),
            })
        })
    }
}
