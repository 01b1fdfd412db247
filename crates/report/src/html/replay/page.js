// Steps through the page. All markup is in the page already: this moves a highlight, puts the cards of the
// step in place and draws how accesses relate. Without it the page shows every step at once.
"use strict";
(() => {
  const id = (name) => document.getElementById(name);
  const data = JSON.parse(id("data").textContent);
  const slider = id("slider");
  const all = id("all");
  const related = id("relations");
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
  function reveal(now, across) {
    if (now === null) return;
    const box = now.closest(".scroll");
    const [inner, outer] = [now.getBoundingClientRect(), box.getBoundingClientRect()];
    const head = box.querySelector("thead").getBoundingClientRect().height;
    if (inner.top < outer.top + head || inner.bottom > outer.bottom) {
      box.scrollTop += inner.top - outer.top - head - Math.max((box.clientHeight - head - inner.height) / 2, 0);
    }
    if (!across) return;
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

  /// How a step relates to others, in words: what the arrows of its row show.
  function relate(n) {
    const steps = (numbers) => (numbers.length > 1 ? "steps " : "step ") + numbers.join(", ");
    const ends = (name, here, there) =>
      data.relations.filter((edge) => edge.name === name && edge[here] === n).map((edge) => edge[there]);
    const told = [
      ["rf", "to", "from", (of) => (of[0] === 0 ? "reads the initial value" : `reads from ${steps(of)}`)],
      ["co", "to", "from", (of) => (of[0] === 0 ? "overwrites the initial value" : `overwrites ${steps(of)}`)],
      ["fr", "to", "from", (of) => `overwrites what ${steps(of)} read`],
      ["rf", "from", "to", (of) => `read by ${steps(of)}`],
      ["co", "from", "to", (of) => `overwritten by ${steps(of)}`],
      ["fr", "from", "to", (of) => `what it read is overwritten by ${steps(of)}`],
    ];
    return told.flatMap(([name, here, there, words]) => {
      const of = ends(name, here, there);
      return of.length > 0 ? [`${name}: ${words(of)}`] : [];
    });
  }

  function say(step) {
    const said = { racing: "racing pair", violated: "VIOLATED", reached: "REACHED", after: "how it goes on" };
    const parts = [`step ${step.n} of ${data.steps.length}: CPU${step.cpu}: ${step.text}`];
    if (step.changed !== null) parts.push(step.changed);
    if (said[step.mark]) parts.push(said[step.mark]);
    id("said").textContent = parts.join("; ");
    id("related").textContent = relate(step.n).join("; ");
    id("status").dataset.mark = step.mark;
    slider.setAttribute("aria-valuetext", parts[0]);
  }

  /// Goes to a step, by its index. At the start the view stays at the first lane, whose header says what a lane is.
  function go(index, across = true) {
    const focused = document.activeElement;
    current = index;
    const step = data.steps[index];
    slider.value = place();
    id("first").disabled = id("back").disabled = place() === 0;
    id("last").disabled = id("forward").disabled = place() === visible.length - 1;
    // A disabled button cannot keep the focus, and keys would go nowhere.
    if (focused?.disabled) slider.focus({ preventScroll: true });
    cards(step);
    say(step);
    reveal(mark("s", step.n), across);
    reveal(mark("b", step.beside), across);
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
    all: () => all?.click(),
    relations: () => related?.click(),
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

  /// Where the initial value of a word stands; null if it is hidden.
  function initial(prefix, word, sheet) {
    const rect = id(prefix + "w" + word)?.getBoundingClientRect();
    if (rect === undefined || rect.width === 0) return null;
    const outer = sheet.getBoundingClientRect();
    return { x: rect.left + rect.width / 2 - outer.left, y: rect.bottom - outer.top };
  }

  // Edges of one step that differ in name keep apart.
  const apart = { rf: [10, 0], co: [16, 4], fr: [22, -4] };

  /// An arrow between steps: around the left side within a lane, across between lanes.
  function arrow(name, from, to) {
    const [out, by] = apart[name];
    const [y, end] = [from.y + by, to.y + by];
    if (Math.abs(from.left - to.left) < 8) {
      const x = from.left - out;
      return [`M${from.left} ${y}C${x} ${y} ${x} ${end} ${to.left} ${end}`, to.left, end, 1];
    }
    const right = to.left > from.left;
    const [a, b] = right ? [from.right, to.left] : [from.left, to.right];
    const bend = Math.max(Math.abs(b - a) / 2, 18) * (right ? 1 : -1);
    return [`M${a} ${y}C${a + bend} ${y} ${b - bend} ${end} ${b} ${end}`, b, end, right ? 1 : -1];
  }

  /// An arrow from an initial value: below its row, then down the left side of the lane, where no text is.
  function fall(name, from, to) {
    const [out, by] = apart[name];
    const [x, end] = [to.left - out, to.y + by];
    const [turn, side] = [from.y + 5, Math.sign(x - from.x) * Math.min(5, Math.abs(x - from.x))];
    const path = `M${from.x} ${from.y}Q${from.x} ${turn} ${from.x + side} ${turn}H${x - side}Q${x} ${turn} ${x} ${turn + 5}`;
    return [`${path}V${end - 6}Q${x} ${end} ${to.left} ${end}`, to.left, end, 1];
  }

  /// A name beside the middle of an arrow, or near its end if it begins at an initial value.
  function label(name, path, of) {
    const length = path.getTotalLength();
    const { x, y } = path.getPointAtLength(of === 0 ? Math.max(length - 26, length / 2) : length / 2);
    const text = element("text", { class: "name", x: x - 3, y: y + 3.5 });
    text.textContent = name;
    return text;
  }

  /// Names the edges of a step whose other end is hidden, after what its row says.
  function stubs(prefix, relations, named) {
    for (const old of document.querySelectorAll(`tr[id^="${prefix}"] .stub`)) old.remove();
    const seen = (number) => row(prefix, number)?.offsetHeight > 0;
    const note = (number, said) => {
      const stub = document.createElement("span");
      stub.className = "stub";
      stub.textContent = said;
      const cell = row(prefix, number).querySelector(".at");
      cell.insertBefore(stub, cell.querySelector("small"));
    };
    for (const edge of relations.filter((edge) => edge.from !== 0 && named(edge))) {
      const { name, from, to } = edge;
      if (seen(from) && !seen(to)) note(from, `${name} → step ${to}`);
      if (seen(to) && !seen(from)) note(to, `${name} ← step ${from}`);
    }
  }

  function drawIn(prefix, steps, relations, now) {
    const first = row(prefix, steps[0]?.n);
    if (first === null) return;
    const sheet = first.closest(".sheet");
    const table = sheet.querySelector("table");
    const svg = sheet.querySelector("svg");
    svg.replaceChildren();
    const isNow = ({ from, to }) => [from, to].includes(now);
    const named = (edge) => isNow(edge) || related?.checked;
    // What stubs add to a row moves those below it, so places are taken afterwards.
    stubs(prefix, relations, named);
    svg.setAttribute("width", table.offsetWidth);
    svg.setAttribute("height", table.offsetHeight);
    const racing = new Set(steps.filter((step) => step.mark === "racing").map((step) => step.n));
    for (const edge of relations) {
      const { name, word, from, to } = edge;
      // Unless asked, only who reads from whom is drawn of other steps: that much stays readable.
      if (!named(edge) && (name !== "rf" || from === 0)) continue;
      const [start, end] = [from === 0 ? initial(prefix, word, sheet) : line(prefix, from, sheet), line(prefix, to, sheet)];
      if (start === null || end === null) continue;
      const [path, x, y, way] = from === 0 ? fall(name, start, end) : arrow(name, start, end);
      const of = ["edge", name, isNow(edge) && "now", name === "rf" && racing.has(to) && "racing"];
      const group = element("g", { class: of.filter(Boolean).join(" "), "data-from": from, "data-to": to });
      const drawn = element("path", { class: "line", d: path });
      group.append(drawn, element("path", { class: "head", d: `M${x} ${y}l${-7 * way} -4v8z` }));
      svg.append(group);
      if (named(edge)) group.append(label(name, drawn, from));
    }
  }

  function draw() {
    document.documentElement.style.setProperty("--top", id("controls").offsetHeight + "px");
    const step = data.steps[current];
    drawIn("s", data.steps, data.relations, step.n);
    drawIn("b", data.beside, data.related, step.beside);
  }

  const keys = {
    ArrowLeft: "back", h: "back", ArrowRight: "forward", l: "forward", Home: "first", End: "last", r: "pair",
    a: "all", e: "relations",
  };
  document.addEventListener("keydown", (event) => {
    const move = keys[event.key];
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    moves[move]();
  });
  for (const name of ["first", "back", "forward", "last", "pair"]) id(name)?.addEventListener("click", moves[name]);
  slider.addEventListener("input", () => goPlace(Number(slider.value)));
  all?.addEventListener("change", () => {
    list();
    go(visible[place()]);
  });
  related?.addEventListener("change", draw);
  for (const [index, step] of data.steps.entries()) {
    row("s", step.n)?.addEventListener("click", () => go(index));
  }
  new ResizeObserver(draw).observe(document.querySelector(".tables"));

  document.documentElement.classList.add("script");
  for (const name of ["controls", "keys", "choice"]) id(name)?.removeAttribute("hidden");
  list();
  go(current, false);
})();
