//! One file per architecture, which starts with its bit table and its sources.
//!
//! To add one, write its file, best from the most similar one, and add it to the list below: its helpers are
//! an [`Arch`], its properties a [`crate::Facts`], and its `ERAS` the kernel trees from which it was read.
//! rustfmt does not find modules declared by a macro; `just fmt` lists them.

use crate::Arch;
use crate::join::join;

macro_rules! architectures {
    ($($file:ident),+ $(,)?) => {
        $(pub mod $file;)+

        const COUNT: usize = 0 $(+ $file::ERAS.len())+;

        /// All architectures and eras, in the order in which tables show them.
        pub static ARCHITECTURES: &[&dyn Arch] = &join::<_, COUNT>(&[$($file::ERAS),+]);
    };
}

architectures! {
    arm64,
    x86_64,
    powerpc,
    loongarch64,
    riscv64,
    s390x,
    sparc64,
    mips64,
    arm_lpae,
}
