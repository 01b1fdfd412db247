//! C that needs no assembly, as clang compiles it for two machines and as its front end leaves it.

use pmdrace_kir::{Region, Reply};

use super::support::{Alone, PRIVATE, WORDS, asked, error, machine, returned, run};

const FILES: [(&str, &str); 3] = [
    ("plain.arm64.ll", include_str!("../c/plain.arm64.ll")),
    ("plain.x86_64.ll", include_str!("../c/plain.x86_64.ll")),
    ("plain.front.ll", include_str!("../c/plain.front.ll")),
];

#[test]
fn nothing_in_them_is_unknown() {
    for (name, text) in FILES {
        let machine = machine(name, text);
        let program = machine.program();
        for function in program.modules()[0].functions() {
            assert_eq!(program.gaps(program.symbol(function).unwrap()), [], "{name} {function}");
        }
    }
}

#[test]
fn computes_what_c_says() {
    let cases: &[(&str, &[u64], u64)] = &[
        ("bit_fields", &[9], 1 | 9 << 8),
        ("unions", &[0x1234_5678], 0x1234_5678 + 0xbeef),
        ("switches", &[0], 7),
        ("switches", &[3], 7),
        ("switches", &[(-3i32) as u32 as u64], 99),
        ("switches", &[6], 0),
        ("loops", &[10], 1 + 4 + 16 + 25 + 49 + 64),
        ("pointers", &[1, 10], 5 + 110),
        ("pointers", &[0, 1], 2 + 101),
        ("lists", &[], 321),
        ("constants", &[2], 3005),
        ("overflow", &[0x7fff_ffff, 1], 0xffff_ffff),
        ("overflow", &[40, 2], 42),
        ("builtins", &[0xf0], 40456 + 0xf000),
        ("by_value", &[7, 3], 3 * 10000 + 7 * 100 + 41),
        ("deep", &[6], 89),
    ];
    for (name, text) in FILES {
        let mut machine = machine(name, text);
        machine.map_variable("first", Region::Constant).unwrap();
        machine.map_variable("table", Region::Constant).unwrap();
        for (function, arguments, expected) in cases {
            let found = returned(&mut machine, function, arguments);
            assert_eq!(found, *expected, "{name} {function} {arguments:?}");
        }
        assert_eq!(returned(&mut machine, "switches", &[1000]), 1000);
    }
}

#[test]
fn follows_address_data_and_control_dependencies() {
    for (name, text) in FILES {
        let mut machine = machine(name, text);
        let (log, found) = asked(&mut machine, "follow", &[WORDS], &[(0, WORDS.into()), (16, 9)]);
        assert_eq!(log, ["load.volatile 0", "load.volatile 2 [0||]"], "{name}");
        assert_eq!(found, Some(9));
        let (log, _) = asked(&mut machine, "dependent_stores", &[WORDS, WORDS + 8], &[(0, 2)]);
        let expected =
            ["load.volatile 0", "store.volatile 1 0x3 [|0|]", "store.volatile 2 0x5 [||0]"];
        assert_eq!(log, expected, "{name}");
        let (log, _) = asked(&mut machine, "two_looks", &[WORDS], &[(0, 1)]);
        // clang's passes take the second, plain look for the first.
        let looks = if name == "plain.front.ll" { 2 } else { 1 };
        assert_eq!(log, ["load.volatile 0", "load 0 [||0]"][..looks], "{name}");
    }
}

#[test]
fn an_uninitialised_value_decides_nothing() {
    let (name, text) = FILES[2];
    let found = error(&mut machine(name, text), "reads_uninitialised", &[3]);
    assert!(
        found.contains("an undefined value decides a branch at reads_uninitialised plain.c:"),
        "{found}"
    );
    // With a selection in place of the branch the result is undefined.
    for (name, text) in &FILES[..2] {
        let mut machine = machine(name, text);
        let found = run(&mut machine, &mut Alone::default(), "reads_uninitialised", &[3]);
        assert_eq!(found, Ok(None), "{name}");
    }
}

#[test]
fn accesses_that_memory_does_not_allow_name_their_place() {
    for (name, text) in FILES {
        let mut machine = machine(name, text);
        let found = error(&mut machine, "low_byte", &[WORDS]);
        assert!(found.starts_with("load of 1 bytes at word+0, whose words are shared"), "{found}");
        assert!(found.contains(" at low_byte plain.c:"), "{found}");
        let found = error(&mut machine, "two_looks", &[0x1000]);
        assert!(found.starts_with("load of 8 bytes at 0x1000, which is not mapped"), "{found}");
        let found = error(&mut machine, "calls_out", &[0]);
        assert!(found.contains("not mapped at calls_out plain.c:"), "{found}");
        let found = error(&mut machine, "switches", &[1000]);
        assert!(found.contains("24 bytes into table"), "{found}");
    }
}

#[test]
fn calls_of_other_files_are_questions() {
    for (name, text) in FILES {
        let mut machine = machine(name, text);
        machine.memory.write_int(PRIVATE, 4, 5).unwrap();
        let mut host = Alone::default();
        let found = run(&mut machine, &mut host, "calls_out", &[PRIVATE]).unwrap_err().to_string();
        assert!(found.starts_with("calls elsewhere(), which no linked file defines"), "{found}");
        host.functions.insert("elsewhere", Reply::Value(41));
        assert_eq!(run(&mut machine, &mut host, "calls_out", &[PRIVATE]).unwrap(), Some(42));
        assert_eq!(host.log.last().unwrap(), &format!("elsewhere(0x5, {PRIVATE:#x})"));
    }
}

#[test]
fn copies_take_shared_words_whole() {
    for (name, text) in FILES {
        let mut machine = machine(name, text);
        let (log, _) = asked(&mut machine, "copies", &[PRIVATE, PRIVATE + 256], &[]);
        assert_eq!(log, [""; 0]);
        machine.memory.share("entry", PRIVATE + 256 + 48, 8).unwrap();
        let mut host = Alone::default();
        host.words.insert(PRIVATE + 256 + 48, 0xabc);
        run(&mut machine, &mut host, "copies", &[PRIVATE, PRIVATE + 256]).unwrap();
        assert_eq!(host.log.len(), 1, "{:?}", host.log);
        assert_eq!(machine.memory.read_int(PRIVATE + 48, 8).unwrap(), 0xabc);
        machine.memory.write_int(PRIVATE, 4, 5).unwrap();
        run(&mut machine, &mut host, "clears", &[PRIVATE]).unwrap();
        assert_eq!(machine.memory.read_int(PRIVATE, 4).unwrap(), 0);
    }
}

#[test]
fn atomics_of_the_compiler_keep_their_orders() {
    for (name, text) in FILES {
        let mut machine = super::support::machine_of_counts(name, text);
        let (log, found) = asked(&mut machine, "compiler_atomics", &[WORDS], &[(0, 5)]);
        let short: Vec<&str> = log.iter().map(|line| line.split(" [").next().unwrap()).collect();
        let expected = [
            "Add.acqrel 0 0x3",
            "store.release 0 0x6",
            "fence SeqCst",
            "Cmpxchg.seqcst 0 0x5 0x9",
            "load.acquire 0",
        ];
        assert_eq!(short, expected, "{name}");
        assert_eq!(found, Some(6));
    }
}

#[test]
fn what_the_compiler_excludes_is_an_error() {
    let (name, text) = FILES[2];
    let mut machine = machine(name, text);
    assert_eq!(returned(&mut machine, "asserts", &[3]), 1);
    let found = error(&mut machine, "asserts", &[6]);
    assert!(found.contains("`unreachable` in asserts"), "{found}");
}
