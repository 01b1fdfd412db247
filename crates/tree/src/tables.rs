//! Page tables as the kernel hands them out, by their struct page or by their address, and as it deposits them for a
//! huge PMD.

use pmdrace_kir::{Memory, Reply};

use crate::cpu::Asking;

/// Takes a deposited page table. Deposited tables are a list within the tables themselves: none is looked at here.
pub(crate) fn withdraw(
    asking: &mut Asking<'_, '_>,
    arguments: &[u64],
    memory: &mut Memory,
) -> Reply {
    asking.assume("a deposited page table is empty where it is withdrawn".to_owned());
    match deposited(asking, arguments).map(|at| memory.read_int(at, 8)) {
        Some(Ok(table)) => Reply::Value(u128::from(table)),
        _ => Reply::Refuse("a page table was not deposited".to_owned()),
    }
}

/// Leaves a page table where none was deposited before.
pub(crate) fn deposit(
    asking: &mut Asking<'_, '_>,
    arguments: &[u64],
    memory: &mut Memory,
) -> Reply {
    let at = deposited(asking, arguments);
    match (at.map(|at| memory.read_int(at, 8)), at, arguments.get(2)) {
        (Some(Ok(0)), Some(at), Some(table)) => match memory.write_int(at, 8, *table) {
            Ok(()) => Reply::Done,
            Err(error) => Reply::Refuse(error.to_string()),
        },
        _ => Reply::Refuse("a second page table is deposited".to_owned()),
    }
}

/// Where the struct of a PMD table's page has the page tables that are deposited for a PMD, the second argument.
fn deposited(asking: &Asking<'_, '_>, arguments: &[u64]) -> Option<u64> {
    let frames = asking.known.frames;
    let pfn = frames.pfn_of_address(*arguments.get(1)?)?;
    Some(frames.page(pfn / frames.upper * frames.upper) + frames.deposit?)
}

/// A page table, where tables are handed out by their address.
pub(crate) fn allocate_table(asking: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    let page = asking.allocate();
    let frames = asking.known.frames;
    let table = frames.pfn_of_page(page).map_or(0, |pfn| frames.handed_out(pfn));
    Reply::Value(u128::from(table))
}

/// A page table is freed after a grace period: the second argument is how it was handed out.
pub(crate) fn defer_table(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    let frames = asking.known.frames;
    let Some(pfn) = arguments.get(1).and_then(|table| frames.pfn_of_table(*table)) else {
        return Reply::Refuse("what is freed later is no page table".to_owned());
    };
    asking.deferred.push(frames.page(pfn));
    Reply::Done
}

/// A page table is not used after all, or no longer: one of the arguments is its address.
pub(crate) fn free_table(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    let frames = asking.known.frames;
    for pfn in arguments.iter().filter_map(|at| frames.pfn_of_address(*at)) {
        asking.free_table(frames.page(pfn));
    }
    Reply::Done
}
