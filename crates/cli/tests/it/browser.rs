//! The page of `replay --html` in a real browser, driven over WebDriver: what it shows step by step, that it
//! loads nothing, that it fits a phone. Without a browser to drive, it says that it did not run.
//!
//! `PMDRACE_CHROMEDRIVER` is the path of a chromedriver; `PMDRACE_SCREENSHOTS`, if set, a folder for pictures.

use std::path::Path;

use serde_json::json;

use crate::program::pmdrace;
use crate::races::SPLIT;
use crate::webdriver::Browser;

const BEFORE: &str = "0x00003001234800d0";
const AFTER: &str = "0x08003001234800d0";
const LEFT: &str = "\u{e012}";
const RIGHT: &str = "\u{e014}";
const HOME: &str = "\u{e011}";
const END: &str = "\u{e010}";
const TAB: &str = "\u{e004}";

fn write_page(path: &Path) {
    let cell = ["--arch", "arm64@6.1", "--reader", "gup-fast-read"];
    let page = ["--param", "walkers=1,remover=false", "--html", path.to_str().unwrap()];
    let ran = pmdrace(&[&["replay", SPLIT, "--variant", "before"], &cell[..], &page].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
}

/// The current step by its highlighted row, and by what is read aloud.
fn step(browser: &Browser) -> String {
    let rows = browser.run(
        "return [...document.querySelectorAll('tr.now[id^=s]')].map(row => row.id.slice(1)).join()",
    );
    let status = browser.text("#status");
    let row = rows.as_str().unwrap();
    assert!(status.starts_with(&format!("step {row} of ")), "row {row}, but {status:?}");
    row.to_owned()
}

/// What the PMD's card says: bits, by digit too, and whether `pmd_present()`.
fn pmd(browser: &Browser) -> (String, String) {
    let bits = browser.text(".card.word .hex");
    let digits = browser.run(
        "return [...document.querySelectorAll('.card.word .ruler i')].map(i => i.textContent).join('')",
    );
    let word = u64::from_str_radix(bits.trim_start_matches("0x"), 16).unwrap();
    assert_eq!(digits.as_str().unwrap(), format!("{word:064b}"), "the ruler differs from {bits}");
    (bits, browser.text(".card.word [data-answer=pmd_present] b"))
}

/// The bits that are marked as changed.
fn changed(browser: &Browser) -> String {
    let bits = browser.run(
        "return [...document.querySelectorAll('.card.word i.chg')].map(i => i.dataset.bit).join()",
    );
    bits.as_str().unwrap().to_owned()
}

fn steps_through(browser: &Browser) {
    assert_eq!(step(browser), "10", "it opens at the violation");
    assert!(browser.text("#status").contains("VIOLATED"));
    assert!(browser.text("#s10 mark").contains("VIOLATED"));
    assert_eq!(browser.text("tr.violated th"), "10");

    browser.press(HOME);
    assert_eq!(step(browser), "1");
    assert_eq!(pmd(browser), (BEFORE.to_owned(), "no".to_owned()));
    assert_eq!(changed(browser), "");
    assert!(browser.text(".card.word").contains("the initial value"));

    let mut seen = vec![step(browser)];
    while seen.last().unwrap() != "7" {
        assert_eq!(pmd(browser).0, BEFORE);
        browser.press(if seen.len() % 2 == 0 { "l" } else { RIGHT });
        seen.push(step(browser));
        assert!(seen.len() < 10, "step 7 never comes: {seen:?}");
    }
    assert_eq!(pmd(browser), (AFTER.to_owned(), "yes".to_owned()));
    assert_eq!(changed(browser), "59");
    assert!(browser.text(".card.word .changed").contains("changed: +PRESENT_INVALID(59)"));
    assert!(browser.text(".card.word").contains("write migration entry of F"));
    assert!(browser.text(".card.word .says").contains("the bits say: present"));
    assert!(browser.text(".card.word [data-answer=pmd_present]").contains("was no"));

    browser.press(LEFT);
    assert_eq!(pmd(browser), (BEFORE.to_owned(), "no".to_owned()));
    browser.press(END);
    assert_eq!(pmd(browser).0, AFTER);
    assert_eq!(browser.run("return document.querySelector('#forward').disabled"), json!(true));
    browser.press("r");
    assert_eq!(step(browser), "7");
    browser.press("r");
    assert_eq!(step(browser), "9");
    assert!(browser.text("#status").contains("reads from step 7"));
    assert!(edges(browser, ".tables > section:first-child g.now").contains("rf 7 9"));
    let seen = "const row = document.querySelector('tr.now').getBoundingClientRect(); \
        const box = document.querySelector('.scroll').getBoundingClientRect(); \
        return row.top >= box.top && row.bottom <= box.bottom + 1";
    assert_eq!(browser.run(seen), json!(true), "the current row is out of sight");
    let beside = "return document.querySelectorAll('tr.now[id^=b]').length";
    assert_eq!(browser.run(beside), json!(1), "the execution beside has a current row");
    shows_all(browser);
}

/// The steps that the short form leaves out come and go with the checkbox.
fn shows_all(browser: &Browser) {
    let heights =
        "return [...document.querySelectorAll('tr.more')].filter(r => r.offsetHeight).length";
    assert_eq!(browser.run(heights), json!(0));
    browser.run("document.querySelector('#all').click()");
    assert_ne!(browser.run(heights), json!(0));
    browser.press(HOME);
    browser.press(RIGHT);
    browser.press(RIGHT);
    assert_eq!(step(browser), "3", "hidden steps are stepped through");
    browser.run("document.querySelector('#all').click()");
    assert_eq!(browser.run(heights), json!(0));
    browser.run("document.querySelector('#s7').click()");
    assert_eq!(step(browser), "7");
}

/// The edges that are drawn, each by the name beside it and its steps; the name must be that of its colour.
fn edges(browser: &Browser, selector: &str) -> String {
    let script = format!(
        "return [...document.querySelectorAll('{selector}')].map(g => {{ \
            const name = g.querySelector('text')?.textContent; \
            const said = g.classList.contains(name) ? name : `${{name}}?`; \
            return `${{said}} ${{g.dataset.from}} ${{g.dataset.to}}` }}).sort().join()"
    );
    browser.run(&script).as_str().unwrap().to_owned()
}

/// Store buffering: each CPU reads the initial value that the other one overwrites.
fn relates(browser: &Browser) {
    let mine = ".tables > section:first-child g.edge";
    browser.press(HOME);
    browser.press(RIGHT);
    assert_eq!(step(browser), "2");
    assert_eq!(edges(browser, mine), "fr 2 4,rf 0 2", "the edges of the step alone");
    let status = browser.text("#status");
    assert!(status.contains("rf: reads the initial value"), "{status}");
    assert!(status.contains("fr: what it read is overwritten by step 4"), "{status}");
    // Step 7 comes after the violation, and the short form hides it.
    for _ in 0..3 {
        browser.press(RIGHT);
    }
    assert_eq!(edges(browser, mine), "rf 0 5");
    assert_eq!(browser.text(".tables > section:first-child tr.now .stub"), "fr → step 7");
    browser.press("a");
    browser.press("e");
    assert_eq!(edges(browser, mine), "co 0 4,co 0 7,fr 2 4,fr 5 7,rf 0 2,rf 0 5");
    browser.press("a");
    browser.press("e");
    assert_eq!(edges(browser, mine), "rf 0 5");
}

/// With keys alone: each control is reached and says so, and no key is lost with a control that goes.
fn is_reached_by_keys(browser: &Browser) {
    browser.run("document.activeElement.blur(); document.querySelector('#first').focus()");
    let focused = "const at = document.activeElement; const style = getComputedStyle(at); \
        return [at.id || at.className || at.tagName.toLowerCase(), \
            style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2]";
    let mut reached = Vec::new();
    for _ in 0..14 {
        let at = browser.run(focused);
        let name = at[0].as_str().unwrap().to_owned();
        if name != "body" {
            assert_eq!(at[1], json!(true), "nobody sees that {name} has the focus");
        }
        reached.push(name);
        browser.press(TAB);
    }
    for name in ["back", "slider", "all", "relations", "scroll", "summary"] {
        assert!(reached.iter().any(|at| at == name), "{name} is not in {reached:?}");
    }
    browser.press(HOME);
    browser.run("document.querySelector('#forward').focus()");
    browser.press(END);
    assert_eq!(browser.run(focused)[0], json!("slider"), "the focus went with the button");
}

/// On paper: black on white, no controls, every step, nothing folded and nothing that scrolls.
fn prints(browser: &Browser) {
    browser.emulate(700, 900, "dark");
    browser.paper(true);
    let seen = "const seen = (all) => [...document.querySelectorAll(all)].map(e => e.checkVisibility()); \
        const [none, every] = [(all) => !seen(all).includes(true), (all) => !seen(all).includes(false)]; \
        const style = getComputedStyle(document.querySelector('.violated .say')); \
        return { controls: none('.controls, .keys, .all, #all, .sheet svg'), \
            steps: every('tr.step') && none('tr.less'), relations: every('.relations td'), \
            black: style.color, white: getComputedStyle(document.querySelector('tr.violated')).backgroundColor, \
            whole: [...document.querySelectorAll('.scroll, .memory')].every(box => \
                box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1 && \
                getComputedStyle(box).overflowY === 'visible'), \
            stuck: [...document.querySelectorAll('*')].filter(e => \
            e.checkVisibility() && getComputedStyle(e).position === 'sticky').length }";
    let expected = json!({
        "controls": true, "steps": true, "relations": true, "black": "rgb(0, 0, 0)",
        "white": "rgba(0, 0, 0, 0)", "whole": true, "stuck": 0,
    });
    assert_eq!(browser.run(seen), expected);
    browser.paper(false);
}

/// On a phone, as it opens: at the first lane, with the names of all lanes whole and the keys listed.
fn opens_at_the_first_lane(browser: &Browser, page: &str) {
    browser.emulate(360, 740, "light");
    browser.open(page);
    let opened = "return [...document.querySelectorAll('.scroll')].map(box => { \
        const outer = box.getBoundingClientRect(); \
        const whole = [...box.querySelectorAll('thead th:not(.more)')].every(th => { \
            const r = th.getBoundingClientRect(); \
            return th.scrollWidth <= th.clientWidth && r.left >= outer.left && r.right <= outer.right && \
                r.top >= outer.top && r.bottom <= outer.bottom }); \
        return [box.scrollLeft, whole] })";
    assert_eq!(browser.run(opened), json!([[0, true], [0, true]]));
    assert!(browser.text("#keys").contains("Home"), "the keys are listed here too");
}

/// Nothing but `pages` was asked for since the last look, and nothing is complained about.
fn is_quiet(browser: &Browser, pages: &[&str]) {
    let complaints = browser.log("browser");
    assert!(complaints.is_empty(), "{complaints:?}");
    let loaded = browser.run("return performance.getEntriesByType('resource').map(e => e.name)");
    assert_eq!(loaded, json!([]));
    let requests = browser.log("performance");
    let asked = requests.iter().filter_map(|entry| {
        let message: serde_json::Value =
            serde_json::from_str(entry["message"].as_str().unwrap()).unwrap();
        let message = &message["message"];
        (message["method"] == "Network.requestWillBeSent")
            .then(|| message["params"]["request"]["url"].as_str().unwrap().to_owned())
    });
    assert_eq!(asked.collect::<Vec<_>>(), pages);
}

/// At every width and in both colour schemes: it fits, and its controls can be used.
fn fits(browser: &Browser) {
    let pictures = std::env::var_os("PMDRACE_SCREENSHOTS");
    for scheme in ["light", "dark"] {
        for (name, width, height) in
            [("phone", 360, 740), ("laptop", 1280, 900), ("wide", 1800, 1000)]
        {
            browser.emulate(width, height, scheme);
            let inner = browser.run("return innerWidth").as_u64().unwrap();
            assert_eq!(inner, width, "{scheme} {name}");
            let content = "const page = document.documentElement; \
                return [page.scrollWidth, page.clientWidth]";
            let content = browser.run(content);
            let [content, room] = [0, 1].map(|at| content[at].as_u64().unwrap());
            assert!(content <= room && room <= inner, "{scheme} {name}: {content} > {room}");
            let reachable = "return ['first', 'back', 'forward', 'last', 'pair', 'slider'].every(id => { \
                const r = document.getElementById(id).getBoundingClientRect(); \
                return r.left >= 0 && r.right <= innerWidth && r.width > 20 && r.height > 20 })";
            assert_eq!(browser.run(reachable), json!(true), "{scheme} {name}");
            if let Some(folder) = &pictures {
                std::fs::create_dir_all(folder).unwrap();
                let path = Path::new(folder).join(format!("replay-{scheme}-{name}.png"));
                std::fs::write(path, browser.picture()).unwrap();
            }
        }
    }
}

#[test]
fn the_page_steps_in_a_real_browser_if_there_is_one() {
    let Some(driver) = std::env::var_os("PMDRACE_CHROMEDRIVER") else {
        eprintln!("not run: PMDRACE_CHROMEDRIVER is not set to the path of a chromedriver");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.html");
    write_page(&page);
    let browser = Browser::start(Path::new(&driver), folder.path());
    // The browser's own first page loads much; what it asked for is not looked at.
    browser.open("about:blank");
    browser.log("performance");
    let page = format!("file://{}", page.display());
    browser.open(&page);
    steps_through(&browser);
    is_reached_by_keys(&browser);
    is_quiet(&browser, &[&page]);
    fits(&browser);
    prints(&browser);
    is_quiet(&browser, &[]);
    opens_at_the_first_lane(&browser, &page);
    is_quiet(&browser, &[&page]);

    browser.emulate(1280, 900, "light");
    let path = folder.path().join("sb.html");
    let html = ["--html", path.to_str().unwrap()];
    let ran =
        pmdrace(&[&["replay", "sb", "--variant", "plain", "--memory", "tso"], &html[..]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let page = format!("file://{}", path.display());
    browser.open(&page);
    relates(&browser);
    is_quiet(&browser, &[&page]);
}
