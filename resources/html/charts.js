// Charts, drawn as SVG in shares of 1000 units; each mark says its figures.

const WIDE = 1000;

function shape(name, attributes, title = "") {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (title) {
    const tip = document.createElementNS("http://www.w3.org/2000/svg", "title");
    tip.textContent = title;
    made.append(tip);
  }
  return made;
}

function box(kind, from, share, top, height, title = "") {
  return shape("rect", { class: kind, x: from * WIDE, y: top, width: Math.max(0, share * WIDE), height }, title);
}

function drawing(height, label, ...shapes) {
  const made = shape("svg", { viewBox: `0 0 ${WIDE} ${height}`, height, preserveAspectRatio: "none", role: "img", "aria-label": label });
  made.append(...shapes);
  return made;
}

/** The rate from 0 to 100 %, the interval over the open verdicts and the target. */
function gauge(rate) {
  const shapes = [box("track", 0, 1, 6, 22), box("bar", 0, rate.value, 6, 22, say(rate.text))];
  if (rate.low !== null) shapes.push(box("range", rate.low, rate.high - rate.low, 20, 8, say(rate.interval_text)));
  if (rate.target !== null) shapes.push(box("target", Math.min(rate.target, 0.997), 0.003, 0, 34, say(rate.target_text)));
  const parts = [word("rate"), say(rate.text), say(rate.counts)];
  return drawing(34, parts.join(" "), ...shapes);
}

/** One bar for all degrees, and what each of its parts is. */
function degreeBar(distribution) {
  const shapes = [], marks = [];
  let from = 0;
  for (const part of distribution.parts) {
    const kind = ["IDT", "MOD", "NEQ"].includes(part.key) ? part.key : "other";
    const words = `${say(part.label)}: ${say(part.counts)} · ${say(part.text)}`;
    shapes.push(box(kind, from, part.share, 0, 24, words));
    from += part.share;
    const filter = { degree: part.key === "none" ? WITHOUT : part.key, counted: "denominator" };
    const open = () => drill(data.degree_tables[distribution.id], filter);
    marks.push(element("span", {}, drawing(12, "", box(kind, 0, 1, 0, 12)),
      element("button", { class: "plain", type: "button", id: `drill-${distribution.id}-${part.key}`, title: word("to_rows"), onclick: open }, words)));
  }
  return element("div", {}, element("h3", {}, say(distribution.name)), drawing(24, say(distribution.name), ...shapes),
    element("div", { class: "marks" }, ...marks));
}

/** One line of a list of bars: its name, the bar, the share and its counts. */
function barLine(name, bar, one) {
  return element("tr", {}, element("td", { class: "name" }, name), element("td", {}, bar),
    element("td", { class: "number" }, say(one.text)), element("td", { class: "number muted" }, say(one.counts)));
}

/** The rate of each field or committee; a name opens its rows. */
function groupBars(groups, isWhole, open) {
  const shown = isWhole ? groups : groups.slice(0, 12);
  return element("table", { class: "bars" }, element("tbody", {}, ...shown.map((one) => {
    const words = `${say(one.label)}: ${say(one.counts)} · ${say(one.text)}`;
    const shapes = [box("track", 0, 1, 0, 14), box("bar", 0, one.share, 0, 14, words)];
    if (data.rate && data.rate.target !== null) shapes.push(box("target", Math.min(data.rate.target, 0.994), 0.006, 0, 14, say(data.rate.target_text)));
    const name = element("button", { class: "plain", type: "button", title: word("to_rows"), onclick: () => open(one.key) }, say(one.label));
    return barLine(name, drawing(14, words, ...shapes), one);
  })));
}

/** How each rule moves the rate: a bar from the rate before it to the rate after it. */
function waterfallBars(steps) {
  let before = null;
  return element("table", { class: "bars" }, element("tbody", {}, ...steps.map((one, place) => {
    const isEnd = before === null || place === steps.length - 1;
    const shapes = [box("track", 0, 1, 0, 14)];
    const words = `${say(one.label)}: ${say(one.text)} (${say(one.moved)})`;
    if (one.share !== null) {
      const from = isEnd ? 0 : Math.min(before, one.share);
      const share = isEnd ? one.share : Math.max(Math.abs(one.share - before), 0.003);
      shapes.push(box(isEnd ? "bar" : one.share < before ? "target" : "MOD", Math.min(from, 1 - share), share, 0, 14, words));
      before = one.share;
    }
    const name = element("span", {}, say(one.label), element("br"), element("span", { class: "muted" }, say(one.moved)));
    return barLine(name, drawing(14, words, ...shapes), one);
  })));
}
