# What CI runs, by name. `just` alone lists the recipes.

default:
    @just --list

# the shipped scenarios, one screen
check:
    cargo run --release -- check

# everything CI runs
ci: test fmt clippy doc gate

test:
    cargo test --workspace

fmt:
    cargo fmt --all --check

clippy:
    cargo clippy --workspace --all-targets -- -D warnings

doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps

# verdicts and counts against the committed ones
gate:
    cargo run --release -- gate

# the same with the cells that take long, hours; some end inconclusive (loom-hidden-load), see limits.md
gate-full:
    cargo run --release -- gate --full

# rewrite the committed counts; read the diff before committing it
bless:
    cargo run --release -- gate --bless

# rewrite the recorded output of the sessions in README and docs; read the diff
bless-sessions:
    TRYCMD=overwrite cargo test -p pmdrace --test sessions
