//! What other tools read: litmus tests, graphs whose nodes are there, clocks that make sense.

use std::collections::BTreeMap;

use crate::program::{Ran, pmdrace};

fn export(args: &[&str]) -> Ran {
    pmdrace(&[&["export"], args].concat())
}

#[test]
fn the_page_shows_what_is_printed() {
    let args = ["mp", "--variant", "wmb-rmb", "--memory", "rc11", "--as", "litmus"];
    let Ran { code, out: text, .. } = export(&args);
    assert_eq!(code, 0);
    assert!(include_str!("../../../../docs/how-to/export.md").contains(&text), "{text}");
}

#[test]
fn every_edge_of_a_graph_joins_nodes_that_are_there() {
    let race = ["split-migration-vs-gup-fast", "--variant", "before", "--arch", "arm64@6.1"];
    let one = ["--reader", "bare", "--param", "walkers=1,remover=true", "--as", "dot"];
    let Ran { code, out: text, .. } = export(&[&race[..], &one].concat());
    assert_eq!(code, 0);
    let nodes: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("[label=\"") || line.contains(", style=dotted];"))
        .filter_map(|line| line.trim().split(' ').next())
        .collect();
    let mut edges = 0;
    for line in text.lines().filter(|line| line.contains(" -> ") && line.contains("[label=")) {
        let Some((from, rest)) = line.trim().split_once(" -> ") else { continue };
        if from.contains('"') {
            continue; // a node whose label has an arrow
        }
        let to = rest.split(' ').next().unwrap();
        assert!(nodes.contains(&from) && nodes.contains(&to), "{line}");
        edges += 1;
    }
    assert!(edges > 10 && text.contains("xlabel=violation"), "{text}");
}

/// 2+2W is its cycle: each CPU's first store counts after the other's second one.
#[test]
fn coherence_is_drawn_in_modification_order_and_not_in_that_of_the_steps() {
    let Ran { code, out: text, .. } =
        export(&["2-2w", "--variant", "plain", "--memory", "rc11", "--as", "dot"]);
    assert_eq!(code, 0);
    let node = |label: &str| {
        let line = text.lines().find(|line| line.contains(&format!(": {label}\""))).unwrap();
        line.trim().split(' ').next().unwrap().to_owned()
    };
    for word in ["x", "y"] {
        let (one, two) = (node(&format!("write {word} = 1")), node(&format!("write {word} = 2")));
        assert!(text.contains(&format!("{two} -> {one} [label=co")), "{text}");
        assert!(!text.contains(&format!("{one} -> {two} [label=co")), "{text}");
    }
    assert!(!text.contains("label=fr"), "both reads return the newest store: {text}");
}

#[test]
fn clocks_count_each_hosts_own_steps_and_never_go_back() {
    let race = ["split-migration-vs-gup-fast", "--variant", "before", "--arch", "arm64@6.1"];
    let one = ["--reader", "bare", "--param", "walkers=2,remover=true", "--as", "shiviz"];
    let Ran { code, out: text, .. } = export(&[&race[..], &one].concat());
    assert_eq!(code, 0);
    let mut last: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    let lines: Vec<&str> = text.lines().skip(2).collect();
    for pair in lines.chunks(2) {
        let (host, clock) = pair[1].split_once(' ').unwrap();
        let clock: BTreeMap<String, u64> = serde_json::from_str(clock).unwrap();
        let before = last.insert(host.to_owned(), clock.clone()).unwrap_or_default();
        assert_eq!(clock[host], before.get(host).unwrap_or(&0) + 1, "{pair:?}");
        for (other, count) in &before {
            assert!(clock[other] >= *count, "{pair:?}");
        }
    }
    // The walker reads what the splitter stored: its clock knows the splitter.
    assert!(last.iter().any(|(host, clock)| host != "splitter" && clock.contains_key("splitter")));
}

#[test]
fn one_cell_is_exported_and_what_narrows_is_told() {
    let Ran { code, err: said, .. } = export(&["mp", "--as", "dot"]);
    assert_eq!(code, 2);
    assert!(said.contains("narrow with --variant, --memory"), "{said}");
    let Ran { code, err: said, .. } = export(&["mp", "--as", "pdf"]);
    assert_eq!(code, 2);
    assert!(said.contains("litmus, dot, shiviz"), "{said}");
}
