//! As much of WebDriver as the test of the page needs: a headless Chromium, scripts, keys, logs, pictures.
//! Source: W3C WebDriver, and chromedriver's own commands for the DevTools protocol.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine as _;
use serde_json::{Value, json};

/// What the browser is started with, besides its own folder.
const FLAGS: &[&str] = &[
    "--headless",
    "--hide-scrollbars",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
];

/// A browser and its driver; both end with it.
pub(crate) struct Browser {
    driver: Child,
    agent: ureq::Agent,
    /// Where the driver listens.
    base: String,
    session: String,
}

impl Browser {
    /// Starts the driver on a free port, and a browser that keeps its profile in `folder`.
    pub(crate) fn start(driver: &Path, folder: &Path) -> Browser {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let child = Command::new(driver)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {}: {error}", driver.display()));
        let agent = ureq::Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(60)))
            .http_status_as_error(false)
            .proxy(None)
            .build()
            .into();
        let base = format!("http://127.0.0.1:{port}");
        let mut browser = Browser { driver: child, agent, base, session: String::new() };
        browser.wait();
        let mut flags: Vec<String> = FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
        flags.push(format!("--user-data-dir={}", folder.join("profile").display()));
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": { "args": flags },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        } } });
        let session = browser.post("/session", &wanted);
        session["sessionId"].as_str().unwrap().clone_into(&mut browser.session);
        browser
    }

    /// Waits until the driver listens.
    fn wait(&self) {
        let start = Instant::now();
        while self.agent.get(format!("{}/status", self.base)).call().is_err() {
            assert!(start.elapsed() < Duration::from_secs(20), "the driver does not answer");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        let request = self.agent.post(format!("{}{path}", self.base));
        let request = request.content_type("application/json");
        let text = request.send(body.to_string()).unwrap().body_mut().read_to_string().unwrap();
        let answer: Value = serde_json::from_str(&text).unwrap();
        let value = &answer["value"];
        assert!(value["error"].is_null(), "{path}: {}: {}", value["error"], value["message"]);
        value.clone()
    }

    fn ask(&self, path: &str, body: &Value) -> Value {
        self.post(&format!("/session/{}{path}", self.session), body)
    }

    fn devtools(&self, command: &str, params: &Value) -> Value {
        self.ask("/goog/cdp/execute", &json!({ "cmd": command, "params": params }))
    }

    pub(crate) fn open(&self, url: &str) {
        self.ask("/url", &json!({ "url": url }));
    }

    /// What a script returns.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.ask("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// The text of the first element that fits, as it is seen.
    pub(crate) fn text(&self, selector: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.innerText ?? null";
        let text = self.ask("/execute/sync", &json!({ "script": script, "args": [selector] }));
        text.as_str().unwrap_or_else(|| panic!("there is no {selector}")).to_owned()
    }

    /// Presses and releases a key.
    pub(crate) fn press(&self, key: &str) {
        let actions =
            [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })];
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.ask("/actions", &json!({ "actions": [keyboard] }));
    }

    /// What a log has since it was last read.
    pub(crate) fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.ask("/se/log", &json!({ "type": kind }));
        entries.as_array().unwrap().clone()
    }

    /// A window of this size, and what `prefers-color-scheme` answers.
    pub(crate) fn emulate(&self, width: u64, height: u64, scheme: &str) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &size);
        let scheme = json!({ "name": "prefers-color-scheme", "value": scheme });
        self.devtools("Emulation.setEmulatedMedia", &json!({ "features": [scheme] }));
        // Two frames, so that what follows the size has followed.
        let script = "requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))";
        let script = script.replace("arguments[0]", "done");
        let script = format!("const done = arguments[0]; {script}");
        self.ask("/execute/async", &json!({ "script": script, "args": [] }));
    }

    /// Whether styles are those of paper or of a screen.
    pub(crate) fn paper(&self, paper: bool) {
        let media = if paper { "print" } else { "" };
        self.devtools("Emulation.setEmulatedMedia", &json!({ "media": media }));
    }

    /// The whole page as a PNG.
    pub(crate) fn picture(&self) -> Vec<u8> {
        let wanted = json!({ "format": "png", "captureBeyondViewport": true });
        let picture = self.devtools("Page.captureScreenshot", &wanted);
        base64::prelude::BASE64_STANDARD.decode(picture["data"].as_str().unwrap()).unwrap()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let _ = self.agent.delete(format!("{}/session/{}", self.base, self.session)).call();
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
