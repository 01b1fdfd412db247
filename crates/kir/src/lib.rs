//! Runs functions of a kernel build: reads the LLVM IR that its makefiles write and interprets it.
//!
//! For whoever wants to know what compiled kernel code asks of memory and of other CPUs, one question at a
//! time. A model checker answers them in every way that its memory model permits; a test answers from a list.
//! `make LLVM=-19 mm/gup.ll` writes such a file.
//!
//! ```
//! use std::sync::Arc;
//!
//! use pmdrace_kir::{Ask, Kind, Machine, Memory, Module, Outcome, Program, Region, Reply, Value};
//!
//! // int get_unless_zero(int *count): what clang makes of a READ_ONCE() and a cmpxchg() in a loop.
//! let text = r#"
//! target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128"
//! target triple = "aarch64-unknown-linux-gnu"
//!
//! define i1 @get_unless_zero(ptr %count) {
//! entry:
//!   %seen = load volatile i32, ptr %count, align 4
//!   br label %again
//! again:
//!   %old = phi i32 [ %seen, %entry ], [ %found, %try ]
//!   %zero = icmp eq i32 %old, 0
//!   br i1 %zero, label %fail, label %try
//! try:
//!   %new = add i32 %old, 1
//!   %found = call i32 asm sideeffect "casal ${0:w}, ${2:w}, $1", "=&r,=*Q,r,*Q,0,~{memory}"(
//!       ptr elementtype(i32) %count, i32 %new, ptr elementtype(i32) %count, i32 %old)
//!   %same = icmp eq i32 %found, %old
//!   br i1 %same, label %done, label %again
//! done:
//!   ret i1 true
//! fail:
//!   ret i1 false
//! }
//! "#;
//!
//! let module = Module::read("count.ll", text)?;
//! let mut machine = Machine::new(Arc::new(Program::link([module])?));
//! let count = 0xffff_0000_0000_1000;
//! machine.memory.map("count", count, Region::Shared { word: 4 }, &[0; 4])?;
//!
//! // Another CPU takes a reference between the look and the update.
//! let mut word = 1;
//! let mut host = |ask: &Ask<'_>, _: &mut Memory| {
//!     let old = word;
//!     word = ask.kind.change(old).unwrap_or(old);
//!     if ask.event == 0 {
//!         word = 2;
//!     }
//!     assert!(ask.kind.access().is_some_and(|access| access.address == count));
//!     match ask.kind {
//!         Kind::Store { .. } => Reply::Done,
//!         _ => Reply::Value(old),
//!     }
//! };
//! let outcome = machine.run(&mut host, "get_unless_zero", &[Value::new(count)])?;
//! assert!(matches!(outcome, Outcome::Returned(yes) if yes.bits() == Some(1)));
//! assert_eq!(word, 3);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Reading.** A [`Module`] is one file, a [`Program`] several linked by symbol name. Opening a file costs one pass over
//! its lines; functions are parsed when they first run. The text of LLVM 16 to 19 is understood.
//!
//! **Running.** A [`Machine`] is one CPU. [`Memory`] declares what it sees: private, shared and constant regions; any other
//! address ends the run, with file, line and the functions inlined there. Whatever other CPUs could notice is an
//! [`Ask`] to the [`Host`]. A run depends on program, memory, [`Settings`] and answers only, and is undone before
//! the next.
//!
//! **Dependencies.** Every value carries which events it comes from, so each [`Ask`] says on which earlier ones its
//! address, its data and the branches before it depend.
//!
//! **Nothing is guessed.** Undefined values that decide something, and instructions, intrinsics, constraints,
//! capabilities and static keys that are not known or declared end the run with an error that names them.
//! [`Program::gaps`] lists what is not known of a function without running it.
//!
//! Nothing here prints, reads a file, a clock or the environment, or keeps a global that a run could see.

mod asm;
pub mod debug;
mod error;
mod gaps;
mod host;
mod ir;
mod machine;
mod memory;
mod module;
mod program;
mod read;

pub use debug::{Frame, Place};
pub use error::{Cause, Decides, LinkError, MemoryError, ReadError, RunError};
pub use gaps::Gap;
pub use host::{Access, Ask, Depends, Effect, Host, Kind, Mark, Order, Question, Reply, RmwOp};
pub use ir::types::Endian;
pub use machine::{Int, Limits, Machine, Outcome, Poison, Settings, Taint, Value};
pub use memory::{Memory, Region};
pub use module::Module;
pub use program::{Program, SymbolId};
