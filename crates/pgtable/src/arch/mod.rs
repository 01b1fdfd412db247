//! One file per architecture; each opens with its bit table and where it was read.
//!
//! To add one, write its file and name it in the list below: its helpers are an [`Arch`], its facts a
//! [`crate::Facts`], and its `ERAS` the kernel trees that it was read from. Start from the file that is
//! most like it. rustfmt does not find modules that a macro declares; `just fmt` names them.

use crate::Arch;
use crate::join::join;

macro_rules! architectures {
    ($($file:ident),+ $(,)?) => {
        $(pub mod $file;)+

        const COUNT: usize = 0 $(+ $file::ERAS.len())+;

        /// Every architecture and era, in the order that tables show them.
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
