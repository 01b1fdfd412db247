//! [`Learned`]: a kernel function whose runs are remembered.
//!
//! A run is a function of the answers that it is given. Each list of answers is run once, up to the next question;
//! from then on engines are answered from memory, as fast as by a transcription, and on any stack.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use parking_lot::Mutex;
use pmdrace_mm::routine::Routine;
use pmdrace_mm::{Answer, Call, Change, Cpu, Ctx, Note, Word};

use crate::KernelRoutine;

/// What the interpreter may take of the stack: what it recurses into is bounded by its limits.
const STACK: usize = 8 << 20;

/// A kernel function that engines run from what was learned of it.
#[derive(Clone)]
pub struct Learned {
    routine: KernelRoutine,
    tree: std::sync::Arc<Mutex<Vec<Node>>>,
}

/// A list of answers, and what the function does after them.
#[derive(Debug)]
struct Node {
    answers: Vec<Answer>,
    notes: Vec<Note>,
    /// None where it has ended.
    call: Option<Call>,
    next: HashMap<Answer, usize>,
    /// What an update stores, by what it finds.
    stored: HashMap<Word, Option<Word>>,
}

impl Learned {
    /// Remembers the runs of a routine.
    pub fn new(routine: KernelRoutine) -> Learned {
        Learned { routine, tree: std::sync::Arc::default() }
    }

    /// The routine.
    pub fn routine(&self) -> &KernelRoutine {
        &self.routine
    }

    /// How many lists of answers were run.
    pub fn runs(&self) -> usize {
        self.tree.lock().len()
    }

    /// Forgets all runs, if one showed that a read that was taken for independent heads an address dependency; returns
    /// whether it did.
    pub fn forget(&self) -> bool {
        let news = self.routine.has_new_heads();
        if news {
            self.tree.lock().clear();
        }
        news
    }

    /// The node of what follows an answer, and what the update before it stored.
    fn learn(&self, k: &Ctx<'_>, answers: Vec<Answer>) -> (Node, Option<Word>) {
        stacker::grow(STACK, || {
            let script = Script {
                answers: &answers,
                next: Cell::new(0),
                call: Cell::new(None),
                stored: Cell::new(None),
                notes: RefCell::default(),
            };
            let k = Ctx { cpu: &script, kernel: k.kernel };
            if let Err(payload) = catch_unwind(AssertUnwindSafe(|| self.routine.run(&k)))
                && !payload.is::<Unanswered>()
            {
                resume_unwind(payload);
            }
            let (call, stored, notes) =
                (script.call.get(), script.stored.get(), script.notes.take());
            let (next, stored_by) = (HashMap::new(), HashMap::new());
            (Node { answers: answers.clone(), notes, call, next, stored: stored_by }, stored)
        })
    }

    fn root(&self, k: &Ctx<'_>) -> usize {
        if self.tree.lock().is_empty() {
            let (root, _) = self.learn(k, Vec::new());
            let mut tree = self.tree.lock();
            if tree.is_empty() {
                tree.push(root);
            }
        }
        0
    }

    /// What follows an answer: its node, and what the update stored.
    fn follow(&self, k: &Ctx<'_>, node: usize, answer: Answer) -> (usize, Option<Word>) {
        let mut answers = {
            let tree = self.tree.lock();
            let from = &tree[node];
            if let Some(next) = from.next.get(&answer) {
                let stored = match answer {
                    Answer::Word(word) => from.stored.get(&word).copied().flatten(),
                    _ => None,
                };
                return (*next, stored);
            }
            from.answers.clone()
        };
        answers.push(answer);
        let (after, stored) = self.learn(k, answers);
        let mut tree = self.tree.lock();
        // Another thread may have run the same list: its node stays, or what was learned from there would be lost.
        if let Some(next) = tree[node].next.get(&answer) {
            return (*next, stored);
        }
        let next = tree.len();
        tree.push(after);
        tree[node].next.insert(answer, next);
        if let Answer::Word(word) = answer {
            tree[node].stored.insert(word, stored);
        }
        (next, stored)
    }
}

impl Routine for Learned {
    fn run(&self, k: &Ctx<'_>) {
        let mut node = self.root(k);
        loop {
            let (notes, call) = {
                let tree = self.tree.lock();
                (tree[node].notes.clone(), tree[node].call)
            };
            for note in notes {
                k.cpu.note(note);
            }
            let Some(call) = call else { return };
            let stores = |found: Word| self.follow(k, node, Answer::Word(found)).1;
            let answer = k.cpu.call(call, &stores);
            node = self.follow(k, node, answer).0;
        }
    }
}

/// Unwinds out of a run whose next question has no answer yet.
struct Unanswered;

/// A CPU that answers from a list.
struct Script<'a> {
    answers: &'a [Answer],
    next: Cell<usize>,
    /// The first call without an answer.
    call: Cell<Option<Call>>,
    /// What the last update that was answered stored.
    stored: Cell<Option<Word>>,
    /// The notes since the last answer.
    notes: RefCell<Vec<Note>>,
}

impl Cpu for Script<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        let next = self.next.get();
        let Some(answer) = self.answers.get(next).copied() else {
            self.call.set(Some(call));
            resume_unwind(Box::new(Unanswered))
        };
        self.next.set(next + 1);
        self.notes.borrow_mut().clear();
        self.stored.set(match (call, answer) {
            (Call::Update { .. }, Answer::Word(found)) => change(found),
            _ => None,
        });
        answer
    }

    fn note(&self, note: Note) {
        // The unwinding ends scopes, whose notes do not count.
        if self.call.get().is_none() {
            self.notes.borrow_mut().push(note);
        }
    }
}
