// Steps through the page. All markup is in the page already: this moves a highlight, puts the cards of the
// step in place and draws who reads from whom. Without it the page shows every step at once.
"use strict";
(() => {
  const id = (name) => document.getElementById(name);
  const data = JSON.parse(id("data").textContent);
  const slider = id("slider");
  const all = id("all");
  if (data.steps.length === 0) return;

  // The indices of the steps that can be stepped to, and the current one.
  let visible = [];
  let current = data.start;

  const isAll = () => all !== null && all.checked;
  const row = (prefix, step) => (step ? id(prefix + step) : null);

  /// The places that the slider goes through.
  function list() {
    visible = data.steps.map((_, index) => index).filter((index) => isAll() || data.steps[index].shown);
    if (visible.length === 0) visible = data.steps.map((_, index) => index);
    slider.max = visible.length - 1;
  }

  /// The place of the current step, or of the last visible one before it.
  function place() {
    const at = visible.findLastIndex((index) => index <= current);
    return Math.max(at, 0);
  }

  function mark(prefix, number) {
    for (const old of document.querySelectorAll(`tr.now[id^="${prefix}"]`)) {
      old.classList.remove("now");
      old.removeAttribute("aria-current");
    }
    const now = row(prefix, number);
    if (now === null) return null;
    now.classList.add("now");
    now.setAttribute("aria-current", "step");
    return now;
  }

  /// Moves a row into the box that it scrolls in; the window itself stays where it is.
  function reveal(now) {
    if (now === null) return;
    const box = now.closest(".scroll");
    const [inner, outer] = [now.getBoundingClientRect(), box.getBoundingClientRect()];
    const head = box.querySelector("thead").getBoundingClientRect().height;
    if (inner.top < outer.top + head || inner.bottom > outer.bottom) {
      box.scrollTop += inner.top - outer.top - head - Math.max((box.clientHeight - head - inner.height) / 2, 0);
    }
    const cell = now.querySelector(".at").getBoundingClientRect();
    const first = now.querySelector("th").getBoundingClientRect().width;
    // As little as it takes, so that the lanes to the left stay in sight.
    const [over, under] = [cell.right - outer.right, cell.left - outer.left - first];
    if (over > 0) box.scrollLeft += Math.min(over, under);
    else if (under < 0) box.scrollLeft += under;
  }

  function cards(step) {
    const made = step.cards.map((card) => id("c" + card).content.cloneNode(true));
    id("cards").replaceChildren(...made);
    for (const card of id("cards").children) {
      card.classList.toggle("now", card.dataset.by === String(step.n));
    }
    id("after").textContent = step.n;
  }

  function say(step) {
    const said = { racing: "racing pair", violated: "VIOLATED", reached: "REACHED", after: "how it goes on" };
    const parts = [`step ${step.n} of ${data.steps.length}: CPU${step.cpu}: ${step.text}`];
    if (step.from !== null) parts.push(`reads from step ${step.from}`);
    if (step.changed !== null) parts.push(step.changed);
    if (said[step.mark]) parts.push(said[step.mark]);
    id("status").textContent = parts.join("; ");
    id("status").dataset.mark = step.mark;
    slider.setAttribute("aria-valuetext", parts[0]);
  }

  /// Goes to a step, by its index.
  function go(index) {
    current = index;
    const step = data.steps[index];
    slider.value = place();
    id("first").disabled = id("back").disabled = place() === 0;
    id("last").disabled = id("forward").disabled = place() === visible.length - 1;
    cards(step);
    say(step);
    reveal(mark("s", step.n));
    reveal(mark("b", step.beside));
    draw();
  }

  const goPlace = (at) => go(visible[Math.min(Math.max(at, 0), visible.length - 1)]);
  const moves = {
    first: () => goPlace(0),
    back: () => goPlace(place() - 1),
    forward: () => goPlace(place() + 1),
    last: () => goPlace(visible.length - 1),
    // The write first, then the read, then the write again.
    pair: () => {
      const pair = data.steps.map((_, index) => index).filter((index) => data.steps[index].mark === "racing");
      const next = pair.find((index) => index > current);
      if (pair.length > 0) go(next === undefined ? pair[0] : next);
    },
  };

  function element(name, attributes) {
    const made = document.createElementNS(document.querySelector("svg").namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  /// The first line of what a row says, within its sheet; null if the row is hidden.
  function line(prefix, number, sheet) {
    const rects = row(prefix, number)?.querySelector(".say").getClientRects() ?? [];
    if (rects.length === 0) return null;
    const [rect, outer] = [rects[0], sheet.getBoundingClientRect()];
    const [y, word] = [rect.top + rect.height / 2, row(prefix, number).querySelector("mark")?.getBoundingClientRect()];
    const right = word && word.top < y && word.bottom > y ? word.right : rect.right;
    return { left: rect.left - outer.left - 3, right: right - outer.left + 3, y: y - outer.top };
  }

  /// An arrow from a store to a read: around the left side within a lane, across between lanes.
  function arrow(from, to) {
    if (Math.abs(from.left - to.left) < 8) {
      const out = from.left - 9;
      return [`M${from.left} ${from.y}C${out} ${from.y} ${out} ${to.y} ${to.left} ${to.y}`, to.left, to.y, 1];
    }
    const right = to.left > from.left;
    const [a, b] = right ? [from.right, to.left] : [from.left, to.right];
    const bend = Math.max(Math.abs(b - a) / 2, 18) * (right ? 1 : -1);
    return [`M${a} ${from.y}C${a + bend} ${from.y} ${b - bend} ${to.y} ${b} ${to.y}`, b, to.y, right ? 1 : -1];
  }

  function drawIn(prefix, steps, now) {
    const first = row(prefix, steps[0]?.n);
    if (first === null) return;
    const sheet = first.closest(".sheet");
    const table = sheet.querySelector("table");
    const svg = sheet.querySelector("svg");
    svg.setAttribute("width", table.offsetWidth);
    svg.setAttribute("height", table.offsetHeight);
    const arrows = [];
    for (const step of steps.filter((step) => step.from !== null)) {
      const [from, to] = [line(prefix, step.from, sheet), line(prefix, step.n, sheet)];
      if (from === null || to === null) continue;
      const [path, x, y, way] = arrow(from, to);
      const of = [step.n, step.from].includes(now) ? "rf now" : "rf";
      const group = element("g", { class: step.mark === "racing" ? of + " racing" : of, "data-from": step.from, "data-to": step.n });
      group.append(element("path", { class: "line", d: path }));
      group.append(element("path", { class: "head", d: `M${x} ${y}l${-7 * way} -4v8z` }));
      arrows.push(group);
    }
    svg.replaceChildren(...arrows);
  }

  function draw() {
    document.documentElement.style.setProperty("--top", id("controls").offsetHeight + "px");
    const step = data.steps[current];
    drawIn("s", data.steps, step.n);
    drawIn("b", data.beside, step.beside);
  }

  const keys = {
    ArrowLeft: "back", h: "back", ArrowRight: "forward", l: "forward", Home: "first", End: "last", r: "pair",
  };
  document.addEventListener("keydown", (event) => {
    const move = keys[event.key];
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    moves[move]();
  });
  for (const [name, move] of Object.entries(moves)) id(name)?.addEventListener("click", move);
  slider.addEventListener("input", () => goPlace(Number(slider.value)));
  all?.addEventListener("change", () => {
    list();
    go(visible[place()]);
  });
  for (const [index, step] of data.steps.entries()) {
    row("s", step.n)?.addEventListener("click", () => go(index));
  }
  new ResizeObserver(draw).observe(document.querySelector(".tables"));

  document.documentElement.classList.add("script");
  id("controls").hidden = false;
  list();
  go(current);
})();
