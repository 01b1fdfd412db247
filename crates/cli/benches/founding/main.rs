//! The founding model on every engine, in one run: `just bench`.
//!
//! criterion times the state-space engine, learning included. The tables come from single searches in
//! processes of their own. What an engine does not finish in its time is said to be cut, not finished.

#![expect(clippy::print_stdout, reason = "a benchmark prints")]

mod measure;
mod shuttle_cpu;

use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion};
use measure::{Measured, Search, serve};
use pmdrace_engine::{Budget, search};

fn main() {
    if serve() {
        return;
    }
    // `cargo test` runs every target once: nothing is measured then.
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    timed();
    let started = Instant::now();
    let engines = engines();
    growth();
    let large = large();
    targets(&engines, &large);
    println!("\ntables in {:.0} s", started.elapsed().as_secs_f64());
}

/// criterion on the state-space engine.
fn timed() {
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .without_plots()
        .configure_from_args();
    for memory in ["sc", "tso", "rc11"] {
        let mut group = criterion.benchmark_group(format!("statespace-{memory}"));
        for variant in ["before", "after"] {
            for walkers in 1..=5 {
                let model = Search::new("statespace", memory, variant, walkers).model();
                group.bench_function(BenchmarkId::new(variant, walkers), |bencher| {
                    let budget = Budget::unlimited();
                    bencher.iter(|| search::check(Arc::clone(&model), &budget));
                });
            }
        }
    }
    criterion.final_summary();
}

fn header(first: &str) {
    println!(
        "{first:<34} {:>11} {:>10} {:>11} {:>10} {:>9} {:>8}  result",
        "executions", "states", "transitions", "ms", "ns/trans", "peak MB"
    );
}

fn row(name: &str, measured: &Measured) {
    let count = |count: Option<u64>| count.map_or("-".to_owned(), |count| count.to_string());
    let per = match measured.transitions {
        Some(_) => format!("{:.0}", measured.nanoseconds()),
        None => "-".to_owned(),
    };
    let result = match (&measured.cut, measured.violated) {
        (Some(cut), true) => format!("violated, cut: {cut}"),
        (Some(cut), false) => format!("cut: {cut}"),
        (None, true) => "violated".to_owned(),
        (None, false) => "holds".to_owned(),
    };
    println!(
        "{name:<34} {:>11} {:>10} {:>11} {:>10.2} {per:>9} {:>8.1}  {result}",
        count(measured.executions),
        count(measured.states),
        count(measured.transitions),
        measured.seconds * 1e3,
        measured.peak_megabytes
    );
}

/// Every engine on the founding model.
struct Engines {
    rc11: Vec<Measured>,
    sc: Vec<Measured>,
    loom: Measured,
}

fn engines() -> Engines {
    println!(
        "\nsplitter, remover, w walkers, one entry: every execution or state, counting violations"
    );
    header("");
    let mut found = Engines { rc11: Vec::new(), sc: Vec::new(), loom: Measured::default() };
    for variant in ["before", "after"] {
        for walkers in 1..=5 {
            for (engine, memory) in [
                ("statespace", "rc11"),
                ("loom", "rc11"),
                ("statespace", "sc"),
                ("loom", "sc"),
                ("shuttle", "sc"),
            ] {
                let name = format!("{variant} w={walkers} {engine} {memory}");
                // loom runs five threads, shuttle does not finish two walkers: three says enough.
                if engine == "loom" && walkers > 3 {
                    println!("{name:<34} more CPUs than loom runs");
                    continue;
                }
                if engine == "shuttle" && walkers > 3 {
                    continue;
                }
                let search = Search::new(engine, memory, variant, walkers);
                let times = if engine == "statespace" { 5 } else { 1 };
                let measured = search.best_of(times);
                row(&name, &measured);
                match (engine, memory, variant) {
                    ("statespace", "rc11", "after") => found.rc11.push(measured),
                    ("statespace", "sc", "after") => found.sc.push(measured),
                    ("loom", "rc11", "after") if walkers == 2 => found.loom = measured,
                    _ => {}
                }
            }
        }
    }
    found
}

/// How cost grows with threads and with words.
fn growth() {
    println!("\nhow it grows: after the fix, rc11");
    header("");
    for (walkers, entries) in
        [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (6, 1), (4, 2), (4, 4), (4, 8)]
    {
        let mut search = Search::new("statespace", "rc11", "after", walkers);
        search.entries = entries;
        row(&format!("w={walkers} entries={entries}"), &search.best_of(5));
    }
}

/// Large spaces: nothing is left out, so that the model stays the same.
struct Large {
    small: Measured,
    rc11: Measured,
    one: Measured,
    two: Measured,
    ten_million: Measured,
    ceiling: Measured,
}

/// The memory ceiling that one search is given, in bytes.
const CEILING: u64 = 64 << 20;

fn large() -> Large {
    println!("\nlarge spaces: after the fix, nothing left out");
    header("");
    let search = |memory: &str, walkers, threads| {
        let mut search = Search::new("statespace", memory, "after", walkers);
        (search.threads, search.unreduced, search.seconds_at_most) = (threads, true, 120.0);
        search
    };
    let measured = |name: &str, search: Search, times| {
        let measured = search.best_of(times);
        row(name, &measured);
        measured
    };
    let small = measured("sc w=5, one thread", search("sc", 5, 1), 3);
    let one = measured("sc w=6, one thread", search("sc", 6, 1), 3);
    let two = measured("sc w=6, two threads", search("sc", 6, 2), 3);
    let rc11 = measured("rc11 w=5, one thread", search("rc11", 5, 1), 2);
    measured("rc11 w=5, two threads", search("rc11", 5, 2), 2);
    let ten_million = measured("rc11 w=6, two threads", search("rc11", 6, 2), 1);
    let mut ceiling = search("rc11", 6, 2);
    ceiling.max_memory = Some(CEILING);
    let ceiling = measured("rc11 w=6, ceiling of 64 MiB", ceiling, 1);
    Large { small, rc11, one, two, ten_million, ceiling }
}

fn targets(engines: &Engines, large: &Large) {
    println!("\ntargets");
    let tell = |what: &str, got: String, met: bool| {
        println!("{}  {what}: {got}", if met { "met   " } else { "missed" });
    };
    let ms = |measured: &Measured| format!("{:.2} ms", measured.seconds * 1e3);
    let rc11 = |walkers: usize| &engines.rc11[walkers - 1];
    let sc = |walkers: usize| &engines.sc[walkers - 1];

    let ratio = engines.loom.seconds / rc11(2).seconds;
    let finished = match &engines.loom.cut {
        Some(cut) => format!(", and loom was cut: {cut}"),
        None => String::new(),
    };
    tell("rc11 w=2, 1,000 times loom", format!("{ratio:.0} times{finished}"), ratio >= 1000.0);
    // GenMC's RC11 mode took 0.8 s at best on a like model.
    tell("rc11 w=3, 80 ms (a tenth of GenMC's best)", ms(rc11(3)), rc11(3).seconds <= 0.08);
    let small = rc11(4).seconds <= 3.0 && rc11(4).peak_megabytes <= 300.0;
    let got = format!("{}, {:.0} MB", ms(rc11(4)), rc11(4).peak_megabytes);
    tell("rc11 w=4, 3 s and 300 MB", got, small);
    // stateright with symmetry took 23 ms on a like model.
    tell("sc w=4, 11.5 ms (half of stateright)", ms(sc(4)), sc(4).seconds <= 0.0115);
    tell("sc w=5, 50 ms", ms(sc(5)), sc(5).seconds <= 0.05);
    let per = large.small.nanoseconds();
    tell("100 ns per transition in cache (sc, unreduced)", format!("{per:.0} ns"), per <= 100.0);
    let per = large.rc11.nanoseconds();
    tell("100 ns per transition (rc11, unreduced)", format!("{per:.0} ns"), per <= 100.0);
    let speedup = large.one.seconds / large.two.seconds;
    let got = format!("{speedup:.2} times over {} states", large.one.states.unwrap_or_default());
    tell("1.7 times on two cores", got, speedup >= 1.7);
    let growth = large.one.nanoseconds() / large.small.nanoseconds();
    let got = format!(
        "{growth:.2} times from {} to {} states",
        large.small.states.unwrap_or_default(),
        large.one.states.unwrap_or_default()
    );
    tell("flat cost per transition (sc, one thread, at most 1.5 times)", got, growth <= 1.5);
    let count = large.ten_million.states.unwrap_or_default();
    tell("ten million states", format!("{count}"), count >= 10_000_000);
    // The rest of the process takes some 14 MB.
    let inside = large.ceiling.peak_megabytes <= (CEILING >> 20) as f64 + 14.0;
    let got = format!(
        "peak {:.0} MB of the process, cut: {}",
        large.ceiling.peak_megabytes,
        large.ceiling.cut.as_deref().unwrap_or("not at all")
    );
    tell("stays inside a ceiling of 64 MiB", got, inside && large.ceiling.cut.is_some());
}
