// Charts, drawn as SVG in shares of 1000 units; each mark says its figures, and one that has rows leads to them.

const WIDE = 1000;
const FEWEST = 12; // bars of a chart before all of them are asked for
const STRIPES = { near: 36, MOD: 36, far: 16, fall: 16, NEQ: 16 }; // what differs in colour differs in its stripes as well
const whole = {}; // the charts of which all bars are asked for

function shape(name, attributes, title = "") {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (title) made.append(said(title));
  return made;
}

function said(title) {
  const tip = document.createElementNS("http://www.w3.org/2000/svg", "title");
  tip.textContent = title;
  return tip;
}

function box(kind, from, share, top, height, title = "") {
  return shape("rect", { class: kind, x: from * WIDE, y: top, width: Math.max(0, share * WIDE), height }, title);
}

/** A bar, with the stripes that tell its kind without its colour. */
function bar(kind, from, share, top, height, title = "") {
  const shapes = [box(kind, from, share, top, height, title)];
  if (STRIPES[kind]) {
    let lines = "";
    for (let x = from * WIDE + STRIPES[kind]; x < (from + share) * WIDE; x += STRIPES[kind]) lines += `M${x.toFixed(1)} ${top}v${height}`;
    shapes.push(shape("path", { class: "stripes", d: lines, "stroke-width": STRIPES[kind] / 4 }, title));
  }
  return shapes;
}

function drawing(height, label, ...shapes) {
  const made = shape("svg", { viewBox: `0 0 ${WIDE} ${height}`, height, preserveAspectRatio: "none", role: "img", "aria-label": label });
  made.append(...shapes);
  return made;
}

/** The rate from 0 to 100 %, the interval over the open verdicts and the target. */
function gauge(rate) {
  const shapes = [box("track", 0, 1, 6, 22), box("value", 0, rate.value, 6, 22, say(rate.text))];
  if (rate.low !== null) shapes.push(box("range", rate.low, rate.high - rate.low, 20, 8, say(rate.interval_text)));
  if (rate.target !== null) shapes.push(box("target", Math.min(rate.target, 0.997), 0.003, 0, 34, say(rate.target_text)));
  return drawing(34, [word("rate"), say(rate.text), say(rate.counts)].join(" "), ...shapes);
}

/** Words that lead to the rows of a mark, or stand alone where it has none. */
function leading(mark, text, open) {
  if (!open) return text;
  return element("button", { class: "plain", type: "button", "data-key": mark.key, title: word("to_rows"), onclick: () => open(mark.key) }, text);
}

/** One bar for all parts of a whole, and what each of them is. */
function stack(chart, open) {
  const shapes = chart.marks.flatMap((one) => bar(one.look, one.start, one.end - one.start, 0, 24, say(one.words)));
  const marks = chart.marks.map((one) => element("span", {}, drawing(12, "", ...bar(one.look, 0, 1, 0, 12)), leading(one, say(one.words), open)));
  return element("div", {}, element("h3", {}, say(chart.title)), drawing(24, say(chart.title), ...shapes), element("div", { class: "marks" }, ...marks));
}

/** One bar below the other, with its figure and what it is made of; the first ones until all are asked for. */
function bars(chart, open, again) {
  const isShort = chart.marks.length > FEWEST && chart.shape === "bars";
  const shown = isShort && !whole[chart.id] ? chart.marks.slice(0, FEWEST) : chart.marks;
  const lines = shown.map((one) => {
    const shapes = [box("track", 0, 1, 0, 14)];
    if (one.end !== null) {
      const from = Math.min(one.start, one.end), share = Math.abs(one.end - one.start);
      const least = one.start ? 0.003 : 0;
      shapes.push(...bar(one.look, Math.min(from, 1 - least), Math.max(share, least), 0, 14, say(one.words)));
    }
    if (chart.target !== null) shapes.push(box("target", Math.min(chart.target, 0.994), 0.006, 0, 14, say(chart.target_text)));
    const name = element("td", { class: "name" }, leading(one, say(one.label), open), element("div", { class: "muted" }, say(one.note)));
    return element("tr", {}, name, element("td", {}, drawing(14, say(one.words), ...shapes)),
      element("td", { class: "number" }, say(one.text)), element("td", { class: "number muted" }, say(one.counts)));
  });
  const more = !isShort ? null : element("button", { type: "button", class: "only-screen", onclick: () => { whole[chart.id] = !whole[chart.id]; again(); } },
    whole[chart.id] ? word("fewer") : word("more", { number: number(chart.marks.length) }));
  return element("div", {}, element("table", { class: "bars" }, element("tbody", {}, ...lines)), more);
}

/** Points joined from left to right, what is only expected by dashes. */
function line(chart) {
  const left = 60, right = 960, top = 30, bottom = 210;
  const place = (one, index) => [
    left + (right - left) * (one.across === null ? (index + 0.5) / chart.marks.length : one.across),
    bottom - (bottom - top) * (one.end || 0),
  ];
  const points = chart.marks.map(place);
  const text = (x, y, kind, anchor, words) => {
    const made = shape("text", { x, y, class: kind, "text-anchor": anchor });
    made.textContent = words;
    return made;
  };
  const shapes = [0, 0.5, 1].map((share) => shape("path", { class: "scale", d: `M${left} ${bottom - (bottom - top) * share}H${right}` }));
  shapes.push(text(left - 8, bottom + 5, "small", "end", "0"), text(left - 8, top + 5, "small", "end", say(chart.top)));
  if (chart.target !== null) {
    const y = bottom - (bottom - top) * chart.target;
    shapes.push(shape("path", { class: "goal", d: `M${left} ${y}H${right}` }), text(left + 4, y - 5, "small goal-text", "start", say(chart.target_text)));
  }
  const known = points.filter((_, index) => chart.marks[index].look !== "expected");
  const way = (some) => some.map(([x, y], index) => `${index ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
  shapes.push(shape("path", { class: "way", d: way(known) }));
  if (known.length && known.length < points.length) shapes.push(shape("path", { class: "way ahead", d: way([known[known.length - 1], ...points.slice(known.length)]) }));
  const step = Math.max(1, Math.ceil(points.length / 6));
  points.forEach(([x, y], index) => {
    const one = chart.marks[index], isLast = index === points.length - 1;
    shapes.push(shape("circle", { class: "point " + one.look, cx: x, cy: y, r: 5 }, say(one.words)));
    if (isLast || (index % step === 0 && x < points[points.length - 1][0] - 110)) {
      const anchor = x < left + 60 ? "start" : x > right - 60 ? "end" : "middle";
      const goal = chart.target === null ? -100 : bottom - (bottom - top) * chart.target;
      const above = Math.abs(y - 18 - goal) > 16;
      shapes.push(text(x, above ? y - 10 : y + 24, "small", anchor, say(one.text)), text(x, bottom + 20, "small", anchor, say(one.short) || say(one.label)));
    }
  });
  const made = shape("svg", { viewBox: "0 0 1000 240", role: "img", "aria-label": chart.marks.map((one) => say(one.words)).join("; ") });
  made.append(...shapes);
  return made;
}
