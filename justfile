# What CI runs, by name. `just` alone lists the recipes.

default:
    @just --list

# the shipped scenarios, one screen
check:
    cargo run --release -- check

# everything CI runs
ci: test fmt clippy doc gate example package kernel-trees litmus conform kernel-check kernel-undo

test:
    cargo test --workspace

# rustfmt does not find architectures and routines, which macros declare
fmt:
    cargo fmt --all --check
    rustfmt --check --edition 2024 crates/pgtable/src/arch/*.rs crates/mm/src/routine/*.rs

clippy:
    cargo clippy --workspace --all-targets -- -D warnings

doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps

# verdicts and counts against the committed ones
gate:
    cargo run --release -- gate

# kill runs and workers at a hundred moments: nothing stays behind, and no file is half written
kill:
    PMDRACE_KILLS=100 cargo test -p pmdrace --test it killed

# every guard of the routines switched off in turn
mutate:
    cargo run --release -- mutate

# every cell of the catalogue on real threads, each outcome held against the memory model
stress:
    cargo run --release -- stress --time 60s

# Debian's 6.1 and 6.12, built by clang for arm64 and x86_64 in target/kernels, of which `conform` runs the C: minutes
kernel-trees:
    .ci/kernel-trees

# the transcriptions against the C of these builds
conform *ARGS:
    .ci/conform {{ARGS}}

# every known race asked of these builds
kernel-check:
    .ci/kernel-check

# the kernel's own litmus tests, of these releases, against the answers that they state
litmus:
    .ci/litmus

# public suites of litmus tests, checked out in DIR as crates/litmus/tests/suites.rs says: 6,665 tests in seconds
litmus-suites DIR:
    PMDRACE_SUITES={{DIR}} cargo test --release -p pmdrace-litmus --test suites -- --ignored --nocapture

# the public suite of C tests among these by the machine of lkmm, against the axioms: ten minutes
litmus-machine DIR:
    PMDRACE_SUITES={{DIR}} cargo test --release -p pmdrace-litmus --test machine -- --ignored --nocapture paulmckrcu

# edits of the C, each of which the comparison must see
kernel-edits:
    .ci/kernel-edits

# known fixes undone in the C, one at a time: what each repaired must be found
kernel-undo *ARGS:
    .ci/kernel-undo {{ARGS}}

# random litmus tests and recombined routines on every engine and checker, each kind for a time such as 600 (seconds);
# PMDRACE_FUZZ_SEED begins with other ones
fuzz TIME:
    PMDRACE_FUZZ_SECONDS={{TIME}} cargo test -p pmdrace-engine --test it for_long -- --ignored --nocapture

# random litmus tests, here and on a herd7 on PATH (opam install herdtools7), each kind for a time such as 300 (seconds);
# MODEL is tools/memory-model of a kernel tree, PMDRACE_FUZZ_SEED begins with other ones
fuzz-herd TIME MODEL="target/kernels/linux-source-6.12/tools/memory-model":
    PMDRACE_FUZZ_SECONDS={{TIME}} PMDRACE_MEMORY_MODEL={{MODEL}} cargo test --release -p pmdrace-litmus --test herd -- --ignored --nocapture

# mutilated LLVM IR for the reader of kernel builds, so many files; KIR_SEED begins with other ones
fuzz-ir COUNT:
    KIR_MUTANTS={{COUNT}} cargo test -p pmdrace-kir --test it mutilated -- --nocapture

# the crate that brings a routine and a scenario from outside
example:
    CARGO_TARGET_DIR=target/example cargo run --manifest-path examples/own-walker/Cargo.toml -- gate

# every crate packaged, pmdrace installed from the packages, and a Debian package in target/debian
package:
    .ci/package

# the gate with reports for a CI job in target/gate: JUnit, SARIF, Markdown; see docs/how-to/ci.md
gate-ci:
    mkdir -p target/gate
    cargo run --release -- gate --quiet --report junit=target/gate/gate.xml --report sarif=target/gate/gate.sarif --report markdown=target/gate/gate.md

# put the Markdown report of gate-ci on the page of the GitHub job
job-summary:
    cat target/gate/gate.md >> "$GITHUB_STEP_SUMMARY"

# the gate with loom on the cells that take it long, hours; there it ends inconclusive, see limits.md
gate-full:
    cargo run --release -- gate --full

# rewrite the committed counts; read the diff before committing it
bless:
    cargo run --release -- gate --bless

# rewrite the committed schemas; read the diff
bless-schema:
    PMDRACE_BLESS=1 cargo test -p pmdrace --test it generated::schemas

# the founding model on every engine, with targets: minutes; see docs/reference/performance.md
bench:
    cargo bench -p pmdrace --bench founding

# how soon each engine, random executions and real threads find every race of the catalogue: minutes
bench-find:
    cargo bench -p pmdrace --bench find

# rewrite the recorded output of the sessions in README and docs; read the diff
bless-sessions:
    TRYCMD=overwrite cargo test -p pmdrace --test it sessions

# rewrite the completions, the man pages, the catalogue and all schemas; read the diff
bless-generated:
    PMDRACE_BLESS=1 cargo test -p pmdrace --test it generated

# mutated scenarios, traces and golden files for a time such as 10min, from PMDRACE_FUZZ_SEED (a number) or 0
fuzz-inputs TIME:
    PMDRACE_FUZZ_TIME={{TIME}} cargo test -p pmdrace --test fuzz -- --ignored --nocapture
