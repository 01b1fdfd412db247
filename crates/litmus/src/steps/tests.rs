//! What steps are read as, and how mistakes in them are told.

use pmdrace_mm::routine::Routine as _;
use pmdrace_mm::routine::litmus::{Step, Value};
use pmdrace_mm::{Addr, Call, CellKind, FolioId, LockId, ReadOrder, Register, TableId, WriteOrder};

use super::{Names, Object, read};
use crate::Problem;

fn names() -> Names {
    let mut names = Names::default();
    names.add("x", Object::Word(Addr(0), CellKind::Word));
    names.add("flag", Object::Word(Addr(1), CellKind::Word));
    names.add("pmd", Object::Word(Addr(2), CellKind::Pmd));
    names.add("T[0]", Object::Word(Addr(3), CellKind::Pte));
    names.add("F.refcount", Object::Word(Addr(4), CellKind::Counter));
    names.add("F", Object::Folio(FolioId(0)));
    names.add("T", Object::Table(TableId(0)));
    names.add("ptl", Object::Lock(LockId(0)));
    names.add("ptl-2", Object::Lock(LockId(2)));
    names.add("mmap_lock", Object::Sem(LockId(1)));
    names
}

/// The steps, if these are a litmus test.
fn straight(texts: &[&str]) -> Option<Vec<Step>> {
    straight_without(texts, &[])
}

/// Those without some labels.
fn straight_without(texts: &[&str], left_out: &[&str]) -> Option<Vec<Step>> {
    let code = read(texts, names(), left_out)
        .unwrap_or_else(|(_, problem)| panic!("{texts:?}: {problem}"));
    code.steps().map(<[Step]>::to_vec)
}

fn problem(texts: &[&str]) -> Problem {
    match read(texts, names(), &[]) {
        Err((_, problem)) => problem,
        Ok(_) => panic!("{texts:?}"),
    }
}

#[test]
fn labelled_statements_can_be_left_out() {
    let texts = ["a: smp_mb(); x = 1; b: { flag = 2; a: smp_wmb(); }", "b: r0 = flag"];
    let count = |left_out: &[&str]| straight_without(&texts, left_out).map(|steps| steps.len());
    assert_eq!([count(&[]), count(&["a"]), count(&["b"])], [Some(5), Some(3), Some(2)]);
    assert_eq!(count(&["c"]), Some(5));
    // What is left out must be C too, and what is left must be whole.
    assert!(read(&["a: x = ;"], names(), &["a"]).is_err());
    assert!(read(&["a: v = x; flag = v"], names(), &["a"]).is_err());
    for (text, message) in [
        ("a: ;", "the label `a` is before no statement"),
        ("if (x) { a: }", "the label `a` is before no statement"),
        ("while: x = 1", "`while` is no label"),
    ] {
        assert_eq!(problem_of(text), message);
    }
}

fn problem_of(text: &str) -> String {
    problem(&[text]).message
}

#[test]
fn primitives_one_after_the_other_are_a_litmus_test() {
    for (texts, steps) in [
        (&["r0 = READ_ONCE( flag )", "WRITE_ONCE(x,r0)"][..], 2),
        (&["int r0 = smp_load_acquire(&x); smp_store_release(flag, 1)"], 2),
        (&["r0 = rcu_dereference(flag)", "r1 = READ_ONCE(r0->x)"], 2),
        (&["r0 = xchg(x, 1); r1 = xchg_relaxed(&flag, 0x10);"], 2),
        (&["smp_mb()", "smp_wmb()", "smp_rmb()", "synchronize_rcu()"], 4),
        (&["spin_lock(ptl)", "spin_unlock(&ptl)", "rcu_read_lock()", "rcu_read_unlock()"], 4),
        (&["down_write(mmap_lock); downgrade_write(mmap_lock); up_read(mmap_lock)"], 3),
        (&["r0 = x", "x = 2"], 2),
        (&["x = 010UL"], 1),
        (&["spin_lock(ptl-2)", "spin_unlock( ptl-2 )"], 2),
    ] {
        assert_eq!(straight(texts).map(|steps| steps.len()), Some(steps), "{texts:?}");
    }
    let (r0, x, at) = (Register(0), Addr(0), Addr(1));
    assert_eq!(
        straight(&["r0 = READ_ONCE(flag)", "WRITE_ONCE(x, r0)"]),
        Some(vec![
            Step { register: Some(r0), call: Call::Read { at, order: ReadOrder::Once } },
            Step {
                register: None,
                call: Call::Write { at: x, word: Value::Of(r0), order: WriteOrder::Once }
            },
        ])
    );
}

#[test]
fn everything_else_is_run() {
    for texts in [
        &["if (READ_ONCE(x)) WRITE_ONCE(flag, 1)"][..],
        &["r0 = READ_ONCE(x)", "r0 = READ_ONCE(flag)"],
        &["r0 = READ_ONCE(x) + 1"],
        &["pmd_t old = pmdp_get_lockless(pmd); if (pmd_present(old)) r0 = pmd_pfn(old);"],
        &["int pte = READ_ONCE(T[0])"],
        &["atomic_inc(&F.refcount)", "pte_free(T)", "r0 = folio_try_get(F)"],
        &["while (!READ_ONCE(x)) ;"],
        &["r0 = smp_cond_load_acquire(&x, VAL == 1 || VAL > 3)"],
        &["spin_lock(ptl); if (x) { spin_unlock(ptl); return; } x = 1; spin_unlock(ptl);"],
        &["int p = pte_offset_map(pmd)", "if (p) r0 = READ_ONCE(*p);"],
        &["int want = 1", "smp_cond_load_relaxed(&x, VAL == want);"],
        &["r0 = smp_load_acquire(&x)", "if (r0) r1 = READ_ONCE(*r0);"],
        &["r0 = rcu_dereference(x)", "if (r0) r1 = pte_none(ptep_get(r0));"],
        &["if (!atomic_dec_return_relaxed(&x)) { smp_mb__after_atomic(); flag = 1; }"],
    ] {
        assert_eq!(straight(texts), None, "{texts:?}");
    }
}

#[test]
fn mistakes_are_told_with_a_remedy() {
    for (texts, says, helps) in [
        (&["r0 = READ_ONCE(flga)"][..], "there is no `flga`", "did you mean `flag`?"),
        (&["r0 = pmd_presnt(pmd)"], "no function `pmd_presnt`", "did you mean `pmd_present`?"),
        (&["spin_lock(pmd)"], "`pmd` is a PMD", "name a lock"),
        (&["down_read(x)"], "takes a semaphore, and `x` is a word", "name a semaphore"),
        (&["pte_free(F)"], "takes a page table, and `F` is a page", "name a page table"),
        (&["set_pmd_at(T[0], 0)"], "takes a PMD, and `T[0]` is a PTE", "name a PMD"),
        (&["WRITE_ONCE(ptl, 1)"], "`ptl` is a lock", "name a word"),
        (&["r0 = smp_mb()"], "has no value", "as a statement"),
        (&["smp_mb"], "there is no `smp_mb`", "name a variable"),
        (&["smp_mb("], "expected an expression", "write a variable"),
        (&["pmd_none(1, 2)"], "has 2 arguments here", "write pmd_none(value)"),
        (&["local_irq_save(flags)"], "has 1 argument here", "write local_irq_save()"),
        (&["WRITE_ONCE(x, r1)"], "there is no `r1`", "read into the register first"),
        (&["r0 = READ_ONCE(r1->x)"], "there is no `r1`", "read into the register"),
        (&["r1 = 2", "r0 = READ_ONCE(r1->x)"], "no address comes from r1", "by rcu_dereference()"),
        (&["r0 = rcu_dereference(flag)"], "no later step goes through r0", "READ_ONCE(r0->WORD)"),
        (&["r0 = rcu_dereference(flag)", "r1 = READ_ONCE(x)"], "not come from r0", "write r0->"),
        (
            &["r0 = rcu_dereference(flag)", "r1 = rcu_dereference(r0->x)", "WRITE_ONCE(r0->x, 1)"],
            "not come from r1",
            "write r1->",
        ),
        (&["r0 = rcu_dereference(x) + 1"], "assigned as it is", "write r0 = rcu_dereference(x)"),
        (&["if (rcu_dereference(x)) return"], "assigned as it is", "write r0 ="),
        (
            &["r0 = rcu_dereference(flag); r1 = READ_ONCE(*r0); r0 = 1"],
            "assigned again",
            "another variable",
        ),
        (
            &["r0 = READ_ONCE(x)", "r1 = READ_ONCE(*r0)"],
            "depends on what was read",
            "by rcu_dereference()",
        ),
        (&["r0 = READ_ONCE(x); r1 = r0; r2 = READ_ONCE(*r1)"], "depends on what", "acquire"),
        (&["r1 = READ_ONCE(*READ_ONCE(x))"], "depends on what was read", "acquire"),
        (&["r0 = READ_ONCE(x); r1 = ptep_get(r0)"], "depends on what was read", "acquire"),
        (
            &["int p = &T[0]; r0 = rcu_dereference(x); r1 = READ_ONCE(r0->flag); r2 = ptep_get(p)"],
            "does not come from r0",
            "write r0->",
        ),
        (&["r0 = VAL"], "`VAL` has a meaning in the condition", "rename"),
        (
            &["if (atomic_inc_return_relaxed(&x)) flag = 2; smp_mb__after_atomic()"],
            "right after an atomic",
            "use smp_mb()",
        ),
        (&["r0 = pmd_none(pmd); smp_mb__after_atomic()"], "right after an atomic", "use smp_mb()"),
        (&["x = 1; smp_mb__after_atomic()"], "right after an atomic", "use smp_mb()"),
        (&["smp_mb__before_atomic(); x = 1"], "right before an atomic", "use smp_mb()"),
        (&["smp_mb__after_spinlock()"], "right after spin_lock()", "use smp_mb()"),
        (&["r0 = pmd_clear(pmd)"], "pmd_clear() has no value", "as a statement"),
        (&["r0 = x ? down_read(mmap_lock) : 0"], "has no value", "as a statement"),
        (&["int p = mmap_lock; down_read(p)"], "takes the name of a semaphore", "[state]"),
        (
            &["rcu_read_lock(); if (x) return; rcu_read_unlock()"],
            "end here, after rcu",
            "every path",
        ),
        (&["local_irq_save(); x = 1"], "end here, after local_irq_save()", "every path"),
        (&["xx = 1"], "the variable `xx` is never read", "or name `x`"),
        (&["pmd_t pmd = pmdp_get(pmd)"], "`pmd` is a name of [state]", "otherwise"),
        (&["int if = 1"], "`if` is no name", "rename"),
        (&["r0 = 1; r0 += 1"], "`+=` is not supported", "x = x + ..."),
        (&["r0 = 1; r0++"], "not supported", "r0 = r0 + 1"),
        (&["return 0"], "steps return nothing", "`return;`"),
        (&["else x = 1"], "belongs to no `if`", "before it"),
        (&["r0 = NULL"], "there is no `NULL`", "write 0"),
        (&["put_page(F)"], "no function `put_page`", "folio_put()"),
        (&["r0 = pmd_none"], "there is no `pmd_none`", "call it"),
        (&["r0 = 99999999999999999999"], "no number of 64 bits", "octal"),
        (&["r0 = 08"], "no number of 64 bits", "octal"),
        (&["spin_unlock(ptl)"], "does not hold the lock", "take it"),
        (&["down_read(mmap_lock)", "up_write(mmap_lock)"], "for writing", "take it"),
        (&["downgrade_write(mmap_lock)"], "for writing", "take it"),
        (&["down_write(mmap_lock)", "up_read(mmap_lock)"], "for reading", "take it"),
        (&["local_irq_restore()"], "has interrupts on", "take it"),
        (&["rcu_read_lock()", "rcu_read_unlock()", "rcu_read_unlock()"], "no read section", "take"),
        (&["if (x) spin_lock(ptl)"], "on one path alone", "`return`"),
        (&["while (x) spin_lock(ptl)"], "on one path alone", "`return`"),
        (&["for (;;) ;"], "`for` is not supported", "use `if` and `while`"),
        (&["r0 = atomic_dec_and_test(&F.refcount)"], "the count of a folio", "folio_put()"),
        (&["r0 = spin_trylock(ptl)"], "spin_trylock()", "both cases"),
        (&["r0 = PageAnonExclusive(F)"], "a mark that `F` has not", "exclusive = true"),
        (&["r0 = srcu_read_lock(x)"], "SRCU", "rcu_read_lock()"),
        (&["smp_cond_load_relaxed(&x, READ_ONCE(flag))"], "may only compute with VAL", "VAL == 1"),
        (&["smp_cond_load_relaxed(&x, 1 / VAL)"], "may only compute with VAL", "VAL == 1"),
        (&["smp_cond_load_relaxed(ptl, VAL)"], "takes a word, and `ptl` is a lock", "name a word"),
        (&["r0 = xchg_acquire(x, 1)"], "an acquire or a release", "fully ordered"),
    ] {
        let Problem { message, help, .. } = problem(texts);
        assert!(message.contains(says) && help.contains(helps), "{texts:?} {message}: {help}");
    }
}

#[test]
fn mistakes_are_told_with_their_place() {
    let text = "int r0 = READ_ONCE(x);\nif (r0) {\n    WRITE_ONCE(flga, 1);\n}\n";
    assert_eq!((problem(&[text]).line, problem(&[text]).column), (3, 16));
    let text = "if (x) {\n\n  x = 1;\n  spin_unlock(ptl); }\nx = 3;";
    assert_eq!((problem(&[text]).line, problem(&[text]).column), (4, 3));
    let text = "if (x) {\n  if (flag) x = 2; else\n  spin_lock(ptl); }\nx = 3;";
    assert_eq!((problem(&[text]).line, problem(&[text]).column), (2, 3));
    let text = "x = 1;\n  spin_unlock(ptl);\n";
    assert_eq!((problem(&[text]).line, problem(&[text]).column), (2, 3));
}

#[test]
fn too_much_is_refused() {
    let many = vec!["x = 1"; 101];
    assert!(problem(&many).message.contains("101 steps, and at most 100"));
    let long = "x = 1;".repeat(10_000);
    assert!(problem(&[&long]).message.contains("60000 bytes of steps"));
    let long = "x = ".to_owned() + &"1 + ".repeat(60) + "1";
    assert!(problem(&[&long]).message.contains("too long"));
    let deep = "if (x) ".repeat(2_000) + "x = 1;";
    assert!(problem(&[&deep]).message.contains("nested too deeply"));
}
