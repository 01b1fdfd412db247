//! Reading never fails otherwise than by a problem with a place in the text.

use pmdrace_litmus::read;
use proptest::prelude::*;

/// A text that uses much of the format.
const TEXT: &str = "C name\n(* comment *)\nKey=value\n\
    { int x=1; int *p=&x; 0:r1=x; int a[2]={1,-2}; spinlock_t l; }\n\
    P0(int *x, int **p, spinlock_t *l) {\n int r0; // one\n spin_lock(l);\n\
    if (r0 == 1 && !r0) { r0 = READ_ONCE(*x); } else while (r0 ? 1 : 2) WRITE_ONCE(**p, (int)r0);\n\
    *x = cmpxchg(x, r0, 0x10) + atomic_fetch_add(1, x); /* two */\n spin_unlock(l);\n}\n\
    locations [x; 0:r1; a[1];] filter (x=1)\n\
    ~exists (0:r0=1 /\\ (not [x]=2 \\/ a={1,2}) => *p=x)\n";

/// Where a text is cut and what is put there.
fn edits() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    let pieces = "[(){}\\[\\];:,*&=~!?+\\-/\\\\a-z0-9\" \n]{0,3}|exists|int|READ_ONCE|P0|é";
    prop::collection::vec((0..TEXT.len(), 0..8usize, pieces), 1..6)
}

fn reads(text: &str) {
    if let Err(problem) = read(text) {
        let lines: Vec<&str> = text.split('\n').collect();
        assert!((1..=lines.len()).contains(&problem.line), "{problem}");
        let line = lines[problem.line - 1];
        assert!((1..=line.chars().count() + 1).contains(&problem.column), "{problem}");
        assert!(!problem.message.is_empty() && !problem.help.is_empty());
    }
}

#[test]
fn the_text_itself_is_read() {
    read(TEXT).unwrap();
}

proptest! {
    #[test]
    fn arbitrary_text(text in "\\PC{0,200}") {
        reads(&text);
    }

    #[test]
    fn arbitrary_text_after_each_first_word(
        language in "C|AArch64|X86|X86_64|RISCV",
        text in "[(){}\\[\\];:,*&=~!?|a-zX0-9\" \n]{0,200}",
    ) {
        reads(&format!("{language} name\n{{ {text}"));
        reads(&format!("{language} name\n{{}}\n{text}"));
        reads(&format!("{language} name\n{{}}\nP0() {{}}\nexists {text}"));
    }

    #[test]
    fn edited_text(edits in edits()) {
        let mut text = TEXT.to_owned();
        for (at, length, piece) in edits {
            let at = at.min(text.len());
            let end = (at + length).min(text.len());
            if text.is_char_boundary(at) && text.is_char_boundary(end) {
                text.replace_range(at..end, &piece);
            }
        }
        reads(&text);
    }
}
