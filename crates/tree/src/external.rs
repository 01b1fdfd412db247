//! What functions do that no linked file defines: modelled, or a stub that is listed where a run uses it.

use pmdrace_kir::{Memory, Reply, Value};
use pmdrace_mm::LockId;

use crate::cpu::Asking;
use crate::image::VMA_AT;
use crate::tables;

/// A function that the C calls and that its files do not define.
pub struct External {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub does: Does,
}

/// What an external function does.
#[derive(Clone, Copy)]
pub enum Does {
    /// Nothing that a model could see: a stub.
    Nothing,
    /// Nothing but to return a number: a stub.
    Returns(u64),
    /// Something that a model sees.
    Runs(fn(&mut Asking<'_, '_>, &[u64], &mut Memory) -> Reply),
}

/// A list of external functions by what they do.
macro_rules! externals {
    ($($does:expr => $($name:literal),+);+ $(;)?) => {
        &[$($($crate::external::External { name: $name, does: $does },)+)+]
    };
}
pub(crate) use externals;

/// The functions that mean the same to every entry.
pub(crate) static EXTERNALS: &[External] = externals! {
    Does::Runs(spin_lock) => "_raw_spin_lock", "_raw_spin_lock_nested";
    Does::Runs(spin_unlock) => "_raw_spin_unlock";
    Does::Runs(down_read) => "down_read";
    Does::Runs(up_read) => "up_read";
    Does::Runs(down_write) => "down_write";
    Does::Runs(up_write) => "up_write";
    Does::Runs(call_rcu) => "call_rcu";
    Does::Runs(free_page) => "__free_pages";
    Does::Runs(find_vma) => "find_vma", "mtree_load";
    Does::Runs(rcu_read_lock) => "__rcu_read_lock";
    Does::Runs(rcu_read_unlock) => "__rcu_read_unlock";
    Does::Runs(synchronize_rcu) => "synchronize_rcu";
    Does::Runs(invalidate_range_start) => "__mmu_notifier_invalidate_range_start";
    Does::Runs(invalidate_range_end) => "__mmu_notifier_invalidate_range_end";
    Does::Runs(flush_tlb) => "flush_tlb_mm_range", "flush_tlb_mm", "flush_tlb_range", "flush_tlb_page", "flush_tlb_all",
        "flush_pmd_tlb_range", "radix__flush_tlb_page", "radix__flush_tlb_range", "radix__flush_tlb_mm",
        "radix__flush_pmd_tlb_range", "radix__flush_tlb_collapsed_pmd", "radix__flush_tlb_page_psize",
        "radix__flush_tlb_range_psize", "radix__tlb_flush";
    Does::Runs(irq_restore) => "arch_local_irq_restore";
    Does::Runs(tables::deposit) => "radix__pgtable_trans_huge_deposit", "pgtable_trans_huge_deposit";
    Does::Runs(tables::withdraw) => "radix__pgtable_trans_huge_withdraw", "pgtable_trans_huge_withdraw";
    Does::Runs(folio_put) => "__folio_put", "__put_page";
    Does::Runs(set_ptes) => "contpte_set_ptes";
    Does::Runs(remove_rmap) => "page_remove_rmap", "folio_remove_rmap_pmd", "folio_remove_rmap_ptes";
    Does::Runs(free_pages) => "free_pages_and_swap_cache";
    Does::Runs(free_one) => "free_page_and_swap_cache";
    Does::Runs(allocate) => "vma_alloc_folio", "vma_alloc_folio_noprof", "alloc_pages", "alloc_pages_noprof",
        "pte_alloc_one";
    Does::Runs(tables::allocate_table) => "pte_fragment_alloc", "page_table_alloc";
    Does::Runs(tables::defer_table) => "pte_free_defer";
    Does::Runs(tables::free_table) => "pte_fragment_free", "page_table_free";
    Does::Runs(interrupt_all) => "smp_call_function", "on_each_cpu_cond_mask", "smp_call_function_many";
    Does::Runs(memset) => "memset";
    // It puts the entry into the TLB of this CPU, as the hardware would.
    Does::Nothing => "__update_tlb", "flush_tlb_batched_pending", "percpu_counter_add_batch", "mm_trace_rss_stat", "preempt_schedule",
        "preempt_schedule_notrace", "__warn_printk", "lock_page_memcg", "unlock_page_memcg",
        "__mmu_notifier_arch_invalidate_secondary_tlbs", "__mod_lruvec_page_state",
        "__lruvec_stat_mod_folio", "__mod_node_page_state", "mod_node_page_state",
        "__count_memcg_events",
        "__list_del_entry_valid", "folio_mark_accessed", "mark_page_accessed",
        "__SCT__preempt_schedule", "__SCT__preempt_schedule_notrace", "dump_page";
    Does::Returns(0) => "__bitmap_equal", "___ratelimit", "PageHuge", "PageHeadHuge", "pgd_huge", "p4d_huge", "get_dev_pagemap",
        "__SCT__cond_resched", "__cond_resched", "__SCT__might_resched", "dynamic_might_resched",
        "dynamic_cond_resched", "_printk";
    Does::Returns(1) => "__list_del_entry_valid_or_report", "__list_add_valid", "__list_add_valid_or_report";
};

impl Asking<'_, '_> {
    /// Answers a call of a function that no file defines; instructions that call one have no memory.
    pub(crate) fn external(
        &mut self,
        name: &str,
        arguments: &[Value],
        memory: &mut Option<&mut Memory>,
    ) -> Reply {
        let own = self.known.entry.externals.iter().chain(EXTERNALS);
        let Some(external) = own.into_iter().find(|external| external.name == name) else {
            return Reply::Unknown;
        };
        match (external.does, memory) {
            (Does::Nothing, _) => {
                self.assume(format!("{name}() does nothing that matters"));
                Reply::Done
            }
            (Does::Returns(value), _) => {
                self.assume(format!("{name}() returns {value}"));
                Reply::Value(u128::from(value))
            }
            (Does::Runs(run), Some(memory)) => {
                self.quiet.is_told();
                let arguments: Vec<u64> =
                    arguments.iter().map(|value| value.bits().unwrap_or(0)).collect();
                run(self, &arguments, memory)
            }
            (Does::Runs(_), None) => Reply::Unknown,
        }
    }
}

/// The first argument.
fn first(arguments: &[u64]) -> u64 {
    arguments.first().copied().unwrap_or(0)
}

fn spin_lock(asking: &mut Asking<'_, '_>, arguments: &[u64], memory: &mut Memory) -> Reply {
    let at = first(arguments);
    match asking.lock(at) {
        Some(lock) => {
            asking.k.cpu.spin_lock(lock);
            asking.locks_held += 1;
        }
        None => {
            // The store that releases such a lock may be silent.
            asking.locks_held += usize::from(!asking.known.target.unlocks_by_store);
            asking.assume(format!("the lock at {} is not modelled", asking.name_of(at)));
        }
    }
    let _ = memory.write_int(at, 4, 1);
    Reply::Done
}

fn spin_unlock(asking: &mut Asking<'_, '_>, arguments: &[u64], memory: &mut Memory) -> Reply {
    let at = first(arguments);
    if let Some(lock) = asking.lock(at) {
        asking.k.cpu.spin_unlock(lock);
    }
    asking.locks_held = asking.locks_held.saturating_sub(1);
    let _ = memory.write_int(at, 4, 0);
    Reply::Done
}

/// The model's semaphore at an address, if it has one.
fn semaphore(asking: &mut Asking<'_, '_>, arguments: &[u64]) -> Option<LockId> {
    let at = first(arguments);
    let sem = asking.lock(at);
    if sem.is_none() {
        asking.assume(format!("the semaphore at {} is not modelled", asking.name_of(at)));
    }
    sem
}

fn down_read(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    if let Some(sem) = semaphore(asking, arguments) {
        asking.k.cpu.down_read(sem);
    }
    Reply::Done
}

fn up_read(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    if let Some(sem) = semaphore(asking, arguments) {
        asking.k.cpu.up_read(sem);
    }
    Reply::Done
}

fn down_write(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    if let Some(sem) = semaphore(asking, arguments) {
        asking.k.cpu.down_write(sem);
    }
    Reply::Done
}

fn up_write(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    if let Some(sem) = semaphore(asking, arguments) {
        asking.k.cpu.up_write(sem);
    }
    Reply::Done
}

/// The page of a table, or of a folio, goes back to the allocator.
fn free_page(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    let page = first(arguments);
    if !asking.free_table(page) {
        asking.freed(page);
    }
    Reply::Done
}

/// A table is freed after a grace period: what is passed lies in its struct page.
fn call_rcu(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    asking.deferred.push(first(arguments));
    Reply::Done
}

/// The only mapping of the process.
fn find_vma(_: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    Reply::Value(u128::from(VMA_AT))
}

fn rcu_read_lock(asking: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    asking.k.cpu.rcu_read_lock();
    Reply::Done
}

fn rcu_read_unlock(asking: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    asking.k.cpu.rcu_read_unlock();
    Reply::Done
}

fn synchronize_rcu(asking: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    asking.k.cpu.synchronize_rcu();
    Reply::Done
}

fn interrupt_all(asking: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    asking.k.cpu.ipi_and_wait();
    Reply::Done
}

fn invalidate_range_start(asking: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    asking.k.invalidate_range_start();
    Reply::Value(0)
}

fn invalidate_range_end(asking: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    asking.k.invalidate_range_end();
    Reply::Done
}

/// Interrupts are let in as they were.
fn irq_restore(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    asking.set_mask(first(arguments));
    Reply::Done
}

fn flush_tlb(asking: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    asking.flush_tlb();
    Reply::Done
}

/// Fills memory that is private to this CPU.
fn memset(_: &mut Asking<'_, '_>, arguments: &[u64], memory: &mut Memory) -> Reply {
    let [at, byte, size] = *arguments else {
        return Reply::Refuse("memset() has three arguments".to_owned());
    };
    for at in at..at.saturating_add(size) {
        if let Err(error) = memory.write_int(at, 1, byte) {
            return Reply::Refuse(error.to_string());
        }
    }
    Reply::Value(u128::from(at))
}

/// Several PTEs of consecutive pages. Without the contiguous bit, which nothing here has.
fn set_ptes(asking: &mut Asking<'_, '_>, arguments: &[u64], memory: &mut Memory) -> Reply {
    let [_, _, ptep, pte, count] = *arguments else {
        return Reply::Refuse("set_ptes() has five arguments".to_owned());
    };
    asking.assume("contpte_set_ptes() leaves out the contiguous bit".to_owned());
    for number in 0..count {
        let pte = pte + number * asking.known.frames.page_size;
        if let Err(error) = asking.store(ptep + number * 8, pte, memory) {
            return Reply::Refuse(error.to_string());
        }
    }
    Reply::Done
}

/// The last reference is gone.
fn folio_put(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    asking.freed(first(arguments));
    Reply::Done
}

/// An entry no longer maps the page.
fn remove_rmap(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    if let Some(folio) = asking.folio_of_page(first(arguments)) {
        asking.k.folio_remove_rmap(folio);
    }
    Reply::Done
}

/// Drops a reference to a page.
fn free_one(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    if let Some(folio) = asking.folio_of_page(first(arguments)) {
        asking.k.folio_put(folio);
    }
    Reply::Done
}

/// Drops a reference to each of an array of pages, whose lowest bits are flags.
fn free_pages(asking: &mut Asking<'_, '_>, arguments: &[u64], memory: &mut Memory) -> Reply {
    let (array, count) = (first(arguments), arguments.get(1).copied().unwrap_or(0));
    for at in 0..count {
        let page = match memory.read_int(array + at * 8, 8) {
            Ok(page) => page & !3,
            Err(error) => return Reply::Refuse(format!("an array of pages: {error}")),
        };
        if let Some(folio) = asking.folio_of_page(page) {
            asking.k.folio_put(folio);
        }
    }
    Reply::Done
}

/// The page allocator.
fn allocate(asking: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    Reply::Value(u128::from(asking.allocate()))
}
