//! The trees of the possible behaviour of each kind of CPU, learned by running its routine.
//!
//! A node is a history of answers, with the call that follows and the routine's local operations before it.
//! Only answers that occur are learned: the search reports missing ones, they are learned for every history
//! of the same class, and the search restarts. The last search misses none, so its tables are complete for
//! everything that can happen (see `persistent` for why that holds under reduction too).

use pmdrace_mm::{Answer, Call, History, Meaning, MemoryModel, Model, Note, Op, SyncOp, Word};

use super::replay_cpu::{self, Run};
use super::stated::Stated;
use crate::profile::Profile;
use crate::{End, EngineError};

/// The number of calls in a row that are learned together.
const AT_ONCE: usize = 64;

/// A history of one kind of CPU.
#[derive(Debug)]
pub(crate) struct Node {
    /// The history before the last answer; None for the root.
    pub(crate) parent: Option<usize>,
    /// The last answer.
    pub(crate) answer: Answer,
    /// The word that that answer made an update store.
    pub(crate) stored: Option<Word>,
    /// The routine's local operations since.
    pub(crate) local: Vec<Op>,
    /// The call that follows; None if the routine has ended.
    pub(crate) call: Option<Call>,
    /// What it depends on, if the routine states that.
    pub(crate) depends: Option<Stated>,
    /// The histories that follow, by answer, in the order they were learned.
    pub(crate) next: Vec<(Answer, usize)>,
    /// The answers that nothing follows: words for which an await goes on waiting.
    pub(crate) refused: Vec<Answer>,
}

/// The learned behaviour of one kind of CPU: a tree whose root comes first.
#[derive(Debug)]
pub(crate) struct Tree {
    /// One of the roles that run it.
    pub(crate) role: usize,
    /// Whether the routine makes no call. A barrier stands for its only step, in which what it tells is judged.
    pub(crate) idle: bool,
    profile: Profile,
    pub(crate) nodes: Vec<Node>,
}

impl Tree {
    /// Learns the routine's first call.
    pub(crate) fn new(model: &Model, role: usize, profile: Profile) -> Result<Tree, EngineError> {
        let invisible = |call| invisible(model, profile, call);
        let first = replay_cpu::run(model, role, &[], &invisible)?;
        let idle = first.call.is_none();
        let root = Node {
            parent: None,
            answer: Answer::Done,
            stored: None,
            local: first.local,
            call: first.call.or(Some(Call::Sync(SyncOp::Mb))),
            depends: first.depends,
            next: Vec::new(),
            refused: Vec::new(),
        };
        Ok(Tree { role, idle, profile, nodes: vec![root] })
    }

    /// The texts with which the routine returns.
    pub(crate) fn returns(&self) -> impl Iterator<Item = &'static str> {
        self.nodes.iter().flat_map(|node| &node.local).filter_map(|op| match op {
            Op::Note(Note::Return(text)) => Some(*text),
            _ => None,
        })
    }

    /// The history that `answer` leads to, if it is known.
    pub(crate) fn next(&self, node: usize, answer: Answer) -> Option<usize> {
        self.nodes[node].next.iter().find(|(known, _)| *known == answer).map(|(_, next)| *next)
    }

    /// Learns what follows `answer`, up to the next call that returns something or may have to wait, but not too much
    /// at a time.
    pub(crate) fn learn(
        &mut self,
        model: &Model,
        mut node: usize,
        mut answer: Answer,
    ) -> Result<(), EngineError> {
        for _ in 0..AT_ONCE {
            let Some(next) = self.learn_one(model, node, answer)? else { break };
            if !self.nodes[next].call.is_some_and(returns_nothing) {
                break;
            }
            (node, answer) = (next, Answer::Done);
        }
        Ok(())
    }

    /// Learns what follows `answer`; None if it is known, or nothing follows.
    fn learn_one(
        &mut self,
        model: &Model,
        node: usize,
        answer: Answer,
    ) -> Result<Option<usize>, EngineError> {
        if self.next(node, answer).is_some() || self.nodes[node].refused.contains(&answer) {
            return Ok(None);
        }
        let mut answers = self.answers(node);
        answers.push(answer);
        let invisible = |call| invisible(model, self.profile, call);
        let run = match self.idle {
            true => Run::default(),
            false => replay_cpu::run(model, self.role, &answers, &invisible)?,
        };
        if run.refused {
            self.nodes[node].refused.push(answer);
            return Ok(None);
        }
        let next = self.nodes.len();
        self.nodes.push(Node {
            parent: Some(node),
            answer,
            stored: run.stored,
            local: run.local,
            call: run.call,
            depends: run.depends,
            next: Vec::new(),
            refused: Vec::new(),
        });
        self.nodes[node].next.push((answer, next));
        Ok(Some(next))
    }

    /// The longest histories that are known, each with all its calls.
    ///
    /// # Errors
    /// When the routine panics.
    pub(crate) fn histories(&self, model: &Model) -> Result<Vec<History>, EngineError> {
        let invisible = |call| invisible(model, self.profile, call);
        let last = (0..self.nodes.len()).filter(|node| self.nodes[*node].next.is_empty());
        last.map(|node| {
            let answers = self.answers(node);
            replay_cpu::record(model, self.role, &answers, &invisible)
        })
        .collect()
    }

    /// The answers that lead to a history.
    fn answers(&self, node: usize) -> Vec<Answer> {
        let mut answers: Vec<Answer> =
            self.path(node).map(|node| self.nodes[node].answer).collect();
        answers.pop(); // the root's
        answers.reverse();
        answers
    }

    /// The histories from this one back to the root.
    pub(crate) fn path(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(node), |node| self.nodes[*node].parent)
    }
}

/// The answer to a call that no other CPU can observe or influence: barriers that the memory model implies,
/// and what the profile says.
fn invisible(model: &Model, profile: Profile, call: Call) -> Option<Answer> {
    let implied = match call {
        Call::Sync(SyncOp::Mb) => model.memory == MemoryModel::Sc,
        Call::Sync(SyncOp::Wmb | SyncOp::Rmb) => !model.memory.is_relaxed(),
        _ => false,
    };
    if implied { Some(Answer::Done) } else { profile.answer(model, call) }
}

/// Whether a call returns nothing, and at once.
fn returns_nothing(call: Call) -> bool {
    match call {
        Call::Write { .. } => true,
        Call::Sync(op) => !matches!(
            op,
            SyncOp::Lock(_)
                | SyncOp::DownRead(_)
                | SyncOp::DownWrite(_)
                | SyncOp::Ipi(_)
                | SyncOp::GracePeriod
        ),
        _ => false,
    }
}

/// Whether a word is for oracles: no CPU observes it.
fn is_life(word: Word) -> bool {
    word.means() == Meaning::Claims
}

impl Tree {
    /// What the CPU of a history observed, in program order: see [`crate::Final`].
    pub(crate) fn observed(&self, node: usize) -> Vec<u64> {
        let mut observed: Vec<u64> = Vec::new();
        for node in self.path(node) {
            let local = self.nodes[node].local.iter().rev();
            observed.extend(local.filter_map(|op| match op {
                Op::Count { word, .. } if !is_life(*word) => Some(word.bits),
                _ => None,
            }));
            let call = self.nodes[node].parent.and_then(|parent| self.nodes[parent].call);
            let seen = match (call, self.nodes[node].answer) {
                (_, Answer::Word(word)) if is_life(word) => continue,
                (_, Answer::Word(word)) => word.bits,
                (Some(Call::Count { op, .. }), Answer::Test { yes, .. }) => {
                    u64::from(op.changed(yes))
                }
                _ => continue,
            };
            observed.push(seen);
        }
        observed.reverse();
        observed
    }

    /// The results of the CPU of a history.
    pub(crate) fn ends(&self, node: usize) -> Vec<End> {
        let mut ends: Vec<End> = self
            .path(node)
            .flat_map(|node| self.nodes[node].local.iter().rev().filter_map(End::of))
            .collect();
        ends.reverse();
        ends
    }
}
