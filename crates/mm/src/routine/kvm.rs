//! KVM's read of the host's page tables: how large may the guest's mapping be?
//!
//! Source: arch/x86/kvm/mmu/mmu.c (6.1, 6.12) and arch/loongarch/kvm/mmu.c (6.12)
//! `host_pfn_mapping_level()`; arch/arm64/kvm/mmu.c `get_user_mapping_size()` (6.1, 6.12). Each is called
//! with mmu_lock held, after `mmu_invalidate_retry()` found no invalidation in between.

use pmdrace_pgtable::KvmWalk;

use super::hmm::NOTIFIER_RETRY;
use super::{ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, Note, Notifier};

const ARGS: &[ArgSpec] = &[ArgSpec::PMD_TO_WALK];

pub(super) static ROUTINES: &[&RoutineSpec] = &[&HOST_LEVEL, &USER_SIZE];

static HOST_LEVEL: RoutineSpec = RoutineSpec {
    name: "kvm-host-level",
    summary: "host_pfn_mapping_level(): the guest's mapping size from none, present and leaf",
    kernel: &[
        "arch/x86/kvm/mmu/mmu.c host_pfn_mapping_level() (6.1, 6.12)",
        "arch/loongarch/kvm/mmu.c host_pfn_mapping_level() (6.12)",
    ],
    enters: &["host_pfn_mapping_level", "kvm_page_fault"],
    exists: |arch| match arch.facts().kvm_walk {
        Some(KvmWalk::HostPfnMappingLevel { .. }) => Ok(()),
        _ => Err("no host_pfn_mapping_level() in its KVM"),
    },
    args: ARGS,
    guards: &[NOTIFIER_RETRY],
    build: |args| {
        let retry = args.on(NOTIFIER_RETRY);
        let notifier = args.notifier();
        Box::new(Kvm { pmdp: args.pmd("pmd"), notifier, retry, hw_valid: false })
    },
};

static USER_SIZE: RoutineSpec = RoutineSpec {
    name: "kvm-user-size",
    summary: "arm64's get_user_mapping_size(): the guest's mapping size from the hardware's valid bit",
    kernel: &["arch/arm64/kvm/mmu.c get_user_mapping_size() (6.1, 6.12)"],
    enters: &["get_user_mapping_size", "kvm_page_fault"],
    exists: |arch| match arch.facts().kvm_walk {
        Some(KvmWalk::GetUserMappingSize) => Ok(()),
        _ => Err("no get_user_mapping_size() in its KVM"),
    },
    args: ARGS,
    guards: &[NOTIFIER_RETRY.uncaught(
        "in the shipped races the hardware's valid bit alone stops this walk; the guest's mapping, which the \
         guard keeps from outliving a split, is not modelled",
    )],
    build: |args| {
        let retry = args.on(NOTIFIER_RETRY);
        let notifier = args.notifier();
        Box::new(Kvm { pmdp: args.pmd("pmd"), notifier, retry, hw_valid: true })
    },
};

struct Kvm {
    pmdp: Addr,
    notifier: Notifier,
    retry: bool,
    /// Whether it tests the hardware's valid bit instead of present and leaf.
    hw_valid: bool,
}

impl Kvm {
    fn host_pfn_mapping_level(&self, k: &Ctx<'_>) {
        let _fn = k.enter("host_pfn_mapping_level");
        k.cpu.local_irq_save();
        let pmd = k.cpu.read_once_dep(self.pmdp);
        let huge = !k.pmd_none(pmd) && k.pmd_present(pmd) && k.pmd_leaf(pmd);
        k.cpu.local_irq_restore();
        if huge {
            k.cpu.note(Note::Size { word: pmd, bytes: 1 << k.arch().pmd_shift() });
        } else {
            k.cpu.note(Note::Return("a base page"));
        }
    }

    fn get_user_mapping_size(&self, k: &Ctx<'_>) {
        let _fn = k.enter("get_user_mapping_size");
        k.cpu.local_irq_save();
        let pmd = k.cpu.read_once_dep(self.pmdp);
        k.cpu.local_irq_restore();
        let arch = k.arch();
        if !arch.hw_valid(pmd.pmd()) {
            k.cpu.note(Note::Return("-EAGAIN: the entry is not valid"));
        } else if arch.pmd_bad(pmd.pmd()) {
            k.cpu.note(Note::Size { word: pmd, bytes: 1 << arch.pmd_shift() });
        } else {
            k.cpu.note(Note::Return("a base page"));
        }
    }
}

impl Routine for Kvm {
    /// The part of a guest page fault between reading the sequence number and using the size.
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("kvm_page_fault");
        let Some(seq) = k.read_begin(self.notifier) else {
            k.cpu.note(Note::Return("an invalidation is under way: the fault is taken again"));
            return;
        };
        k.cpu.spin_lock(self.notifier.lock);
        if self.retry && k.read_retry(self.notifier, seq) {
            k.cpu.note(Note::Return(
                "something was invalidated meanwhile: the fault is taken again",
            ));
            k.cpu.spin_unlock(self.notifier.lock);
            return;
        }
        if !self.retry {
            // Without the protocol the walk may be outside the lock as well.
            k.cpu.spin_unlock(self.notifier.lock);
        }
        if self.hw_valid {
            self.get_user_mapping_size(k);
        } else {
            self.host_pfn_mapping_level(k);
        }
        if self.retry {
            k.cpu.spin_unlock(self.notifier.lock);
        }
    }
}
