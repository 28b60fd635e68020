// The page from top to bottom, drawn anew when the language changes.

const LANGUAGE_NAMES = { en: "English", zh: "中文" };

function languageButtons() {
  return element("nav", { class: "controls only-screen", "aria-label": word("contents") }, ...data.languages.map((name, place) =>
    element("button", { type: "button", id: "language-" + name, lang: name, "aria-pressed": String(place === language), onclick: () => { language = place; draw(); } }, LANGUAGE_NAMES[name] || name)));
}

function rateSection() {
  const rate = data.rate;
  const texts = [element("p", {}, say(data.headline))];
  const parts = [element("h2", {}, word("rate"))];
  if (rate) {
    const drilled = (counted) => () => drill("works", { counted });
    const counts = element("div", { class: "counts" }, say(rate.counts));
    const rows = element("div", { class: "controls only-screen" }, ...["numerator", "denominator", "open"].map((counted) =>
      element("button", { type: "button", id: "drill-" + counted, onclick: drilled(counted) }, word(counted))));
    parts.push(element("div", { class: "rate" }, element("div", {}, element("div", { class: "big", id: "rate" }, say(rate.text)), counts),
      element("div", {}, ...texts, data.counts_works ? rows : null)));
    if (rate.value !== null) parts.push(gauge(rate));
    const marks = [];
    if (rate.target_text) marks.push(element("span", { class: "target-text" }, say(rate.target_text)));
    if (rate.interval_text) marks.push(element("span", { class: "muted" }, say(rate.interval_text)));
    parts.push(element("div", { class: "marks" }, ...marks));
  } else parts.push(...texts);
  parts.push(element("p", { class: "statement" }, say(data.statement)));
  return element("section", {}, ...parts);
}

/** What the marks of each chart lead to; the others have no rows on this page. */
function opening(id) {
  const without = (key) => key === "" || key === "none" ? WITHOUT : key;
  if (id === "ics") return (key) => drill("works", { field: without(key), counted: "denominator" });
  if (id === "committee") return (key) => drill("works", { committee: without(key), counted: "denominator" });
  const table = data.degree_tables[id];
  return table ? (key) => drill(table, { degree: without(key), counted: "denominator" }) : null;
}

/** A chart under its title; nothing where there is none. */
function chartSection(id) {
  const chart = data.charts[id];
  if (!chart) return null;
  const place = element("div", {});
  const fill = () => place.replaceChildren(chart.shape === "line" ? line(chart) : bars(chart, opening(id), fill));
  fill();
  return element("section", { id: "chart-" + id }, element("h2", {}, say(chart.title)), place, chart.shape === "bars" ? null : element("p", { class: "muted" }, say(chart.remark)));
}

function degreeSection() {
  const shown = Object.keys(data.degree_tables).map((id) => data.charts[id]).filter(Boolean);
  if (!shown.length) return null;
  const drawn = shown.map((chart) => element("div", { id: "chart-" + chart.id }, stack(chart, opening(chart.id))));
  return element("section", {}, element("h2", {}, word("degrees")), element("div", { class: "pair" }, ...drawn));
}

/** Two charts beside each other. */
function pair(...ids) {
  const shown = ids.map(chartSection).filter(Boolean);
  return shown.length ? element("div", { class: "pair" }, ...shown) : null;
}

function basisSection() {
  return element("section", {}, element("h2", {}, word("basis")),
    element("h3", {}, word("files")), wholeGrid(data.files), element("br"), wholeGrid(data.origins),
    element("h3", {}, word("rules")), wholeGrid(data.rules));
}

function draw() {
  document.documentElement.lang = data.languages[language] === "zh" ? "zh-CN" : data.languages[language];
  document.title = [data.project, word("heading")].filter(Boolean).join(": ");
  const sections = [
    element("div", { class: "top" }, element("h1", {}, word("heading")), languageButtons()),
    element("ul", { class: "head" }, ...data.head.map((line) => element("li", {}, say(line)))),
    rateSection(),
    degreeSection(),
    pair("ics", "committee"),
    pair("years", "review"),
    pair("ages"),
    pair("steps"),
    element("section", {}, element("h2", {}, word("indicators")), wholeGrid(data.indicators)),
    rowsSection(),
    basisSection(),
  ];
  document.getElementById("page").replaceChildren(...sections.filter((one) => one !== null));
  showTable();
}

/** Show the report, or say why this browser cannot. */
async function begin() {
  if (!("DecompressionStream" in window)) {
    document.getElementById("page").append(element("p", {},
      "This browser is too old to show the report. Open it in Edge, Chrome, Firefox or Safari of 2023 or later. ",
      "此浏览器版本过旧，无法显示报告。请使用 2023 年及以后版本的 Edge、Chrome、Firefox 或 Safari 打开。"));
    return;
  }
  data = await unpacked(document.getElementById("data"));
  language = data.languages.indexOf(data.language);
  draw();
}

const ready = begin();
