//! The pool: worker processes that search in parallel, results in the order of the searches.
//!
//! One thread per worker hands it a job, waits for its result and takes the next job from a channel. A
//! worker that dies is an error of its cells and is replaced. An interrupt is passed on to the workers: each
//! ends its search and still reports what it has found. A worker whose standard input is closed ends at once;
//! the system closes it when this process is killed.

use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use crossbeam::channel;
use parking_lot::Mutex;
use pmdrace_report::CellResult;

use crate::worker::{self, INTERRUPT, Job, Position, Said};

/// How to start a worker.
pub(crate) type Start<'s> = dyn Fn() -> Command + Sync + 's;

/// What came of a job.
pub(crate) enum Done {
    /// The worker reported, one result for each cell of the job.
    Results(Vec<CellResult>),
    /// The worker died; what it last said.
    Died(String),
    /// The run was interrupted before the job began.
    NotBegun,
}

/// The standard inputs of the running workers, to interrupt them.
#[derive(Default)]
pub(crate) struct Interrupt {
    raised: AtomicBool,
    inputs: Mutex<Vec<Option<ChildStdin>>>,
}

impl Interrupt {
    /// Ends every search; no job is begun after this.
    pub(crate) fn raise(&self) {
        self.raised.store(true, Ordering::SeqCst);
        for input in self.inputs.lock().iter_mut().flatten() {
            // A worker that is gone has nothing to end.
            let _ = writeln!(input, "{INTERRUPT}").and_then(|()| input.flush());
        }
    }

    /// Whether the run was interrupted.
    pub(crate) fn is_raised(&self) -> bool {
        self.raised.load(Ordering::SeqCst)
    }
}

/// What happens to a job while it is run.
pub(crate) enum Event<'d> {
    /// Its search has got so far.
    Progress(Position),
    /// It is done, with this.
    Done(&'d Done),
}

/// Runs `jobs` on `workers` processes. `tell` is told of each result as it comes.
pub(crate) fn run(
    jobs: &[Job],
    workers: usize,
    start: &Start<'_>,
    interrupt: &Interrupt,
    tell: &(dyn Fn(usize, Event<'_>) + Sync),
) -> Vec<Done> {
    let (sender, queue) = channel::unbounded();
    for index in 0..jobs.len() {
        // The receiver lives until the end of this function.
        let _ = sender.send(index);
    }
    drop(sender);
    let results: Mutex<Vec<Option<Done>>> = Mutex::new(jobs.iter().map(|_| None).collect());
    let workers = workers.min(jobs.len());
    interrupt.inputs.lock().resize_with(workers, || None);
    let scope = crossbeam::thread::scope(|scope| {
        for slot in 0..workers {
            let (queue, results) = (queue.clone(), &results);
            scope.spawn(move |_| {
                let mut worker = None;
                for index in queue {
                    if interrupt.is_raised() {
                        break;
                    }
                    let on = |position| tell(index, Event::Progress(position));
                    let outcome = one(&jobs[index], &mut worker, slot, start, interrupt, &on);
                    tell(index, Event::Done(&outcome));
                    results.lock()[index] = Some(outcome);
                }
                if let Some(worker) = worker {
                    worker.end(interrupt, slot);
                }
            });
        }
    });
    // A thread of ours that panicked leaves its jobs without a result, which is told per cell.
    drop(scope);
    let missing = || match interrupt.is_raised() {
        true => Done::NotBegun,
        false => Done::Died("the thread that talks to the worker panicked".to_owned()),
    };
    results.into_inner().into_iter().map(|done| done.unwrap_or_else(missing)).collect()
}

/// Hands one job to the slot's worker, starting one if there is none.
fn one(
    job: &Job,
    worker: &mut Option<Worker>,
    slot: usize,
    start: &Start<'_>,
    interrupt: &Interrupt,
    on: &dyn Fn(Position),
) -> Done {
    let mut running = match worker.take() {
        Some(running) => running,
        None => match Worker::start(start, interrupt, slot) {
            Ok(running) => running,
            Err(error) => return Done::Died(format!("cannot start a worker: {error}")),
        },
    };
    match running.ask(job, interrupt, slot, on) {
        Ok(results) => {
            match worker::is_last(&results) {
                true => running.end(interrupt, slot),
                false => *worker = Some(running),
            }
            Done::Results(results)
        }
        Err(_) if interrupt.is_raised() => Done::NotBegun,
        Err(error) => Done::Died(running.last_words(interrupt, slot, &error)),
    }
}

struct Worker {
    child: Child,
    output: BufReader<ChildStdout>,
}

impl Worker {
    fn start(start: &Start<'_>, interrupt: &Interrupt, slot: usize) -> std::io::Result<Worker> {
        let mut command = start();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn()?;
        let output = child.stdout.take().ok_or_else(|| std::io::Error::other("no output"))?;
        let input = child.stdin.take();
        let mut inputs = interrupt.inputs.lock();
        match inputs.get_mut(slot) {
            Some(place) if !interrupt.is_raised() => *place = input,
            // Interrupted meanwhile, and the worker ends.
            _ => drop(input),
        }
        Ok(Worker { child, output: BufReader::new(output) })
    }

    fn ask(
        &mut self,
        job: &Job,
        interrupt: &Interrupt,
        slot: usize,
        on: &dyn Fn(Position),
    ) -> std::io::Result<Vec<CellResult>> {
        let line = serde_json::to_string(job)?;
        match interrupt.inputs.lock().get_mut(slot) {
            // An interrupt from here on comes after the job.
            Some(Some(input)) if !interrupt.is_raised() => {
                writeln!(input, "{line}")?;
                input.flush()?;
            }
            _ => return Err(std::io::Error::other("interrupted")),
        }
        loop {
            let mut answer = String::new();
            if self.output.read_line(&mut answer)? == 0 {
                return Err(std::io::Error::other("no answer"));
            }
            match serde_json::from_str(&answer)? {
                Said::Progress(position) => on(position),
                Said::Results(results) if results.len() == job.cells.len() => return Ok(results),
                Said::Results(_) => {
                    return Err(std::io::Error::other("not a result for each cell"));
                }
            }
        }
    }

    fn close(interrupt: &Interrupt, slot: usize) {
        if let Some(input) = interrupt.inputs.lock().get_mut(slot) {
            *input = None;
        }
    }

    fn end(mut self, interrupt: &Interrupt, slot: usize) {
        Self::close(interrupt, slot);
        // It has nothing left to do; how it ends does not matter.
        let _ = self.child.wait();
    }

    /// What a worker that is gone, or talks nonsense, leaves behind.
    fn last_words(mut self, interrupt: &Interrupt, slot: usize, error: &std::io::Error) -> String {
        Self::close(interrupt, slot);
        let _ = self.child.kill();
        let status = self.child.wait().map_or_else(|e| e.to_string(), |status| status.to_string());
        let mut said = String::new();
        if let Some(stderr) = self.child.stderr.as_mut() {
            let _ = stderr.read_to_string(&mut said);
        }
        let tells = |line: &&str| !line.trim().is_empty() && !line.starts_with("note: ");
        let last = said.lines().rfind(tells).unwrap_or("nothing");
        format!("the worker process died ({status}; {error}); it last said: {last}")
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{Done, Interrupt, run};
    use pmdrace_engine::{Engine, Limits};
    use pmdrace_mm::MemoryModel;
    use pmdrace_scenario::{CellKey, Params};

    use crate::worker::Job;

    fn jobs(count: usize) -> Vec<Job> {
        let cell = CellKey {
            variant: "v".to_owned(),
            arch: "arm64@6.1".to_owned(),
            reader: None,
            params: Params::new(),
            memory: MemoryModel::Rc11,
        };
        let scenario = "".into();
        let job = Job {
            scenario,
            cells: vec![cell],
            engine: Engine::Loom,
            limits: Limits::default(),
            retell: false,
            kernel: None,
        };
        vec![job; count]
    }

    #[test]
    fn a_worker_that_dies_is_an_error_of_its_cell_and_is_replaced() {
        let start = || {
            let mut command = Command::new("sh");
            let note = "note: run with `RUST_BACKTRACE=1` environment variable";
            command.args(["-c", "read line; echo boom >&2; echo \"$1\" >&2; exit 7", "sh", note]);
            command
        };
        let done = run(&jobs(3), 2, &start, &Interrupt::default(), &|_, _| {});
        assert_eq!(done.len(), 3);
        for one in done {
            let Done::Died(message) = one else { panic!("it did not die") };
            assert!(message.ends_with("boom") && message.contains('7'), "{message}");
        }
    }

    #[test]
    fn a_worker_that_cannot_be_started_is_an_error_of_its_cell() {
        let start = || Command::new("/nonexistent/worker");
        let done = run(&jobs(1), 1, &start, &Interrupt::default(), &|_, _| {});
        assert!(matches!(&done[0], Done::Died(message) if message.contains("cannot start")));
    }

    #[test]
    fn no_job_begins_after_an_interrupt() {
        let interrupt = Interrupt::default();
        interrupt.raise();
        let done = run(&jobs(2), 2, &|| Command::new("sh"), &interrupt, &|_, _| {});
        assert!(done.iter().all(|done| matches!(done, Done::NotBegun)));
    }
}
