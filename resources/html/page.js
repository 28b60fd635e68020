// The page from top to bottom, drawn anew when the language changes.

const wholeGroups = { ics: false, committee: false };
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

function groupSection(by, filter) {
  const groups = data.groups[by];
  if (!groups.length) return null;
  const place = element("div", {});
  const fill = () => {
    place.replaceChildren(groupBars(groups, wholeGroups[by], (key) => drill("works", { [filter]: key === "" ? WITHOUT : key, counted: "denominator" })));
    if (groups.length > 12) {
      place.append(element("button", { type: "button", class: "only-screen", onclick: () => { wholeGroups[by] = !wholeGroups[by]; fill(); } },
        wholeGroups[by] ? word("fewer") : word("more", { number: number(groups.length) })));
    }
  };
  fill();
  return element("section", { id: "by-" + by }, element("h2", {}, word(by)), place);
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
    data.degrees.length ? element("section", {}, element("h2", {}, word("degrees")), element("div", { class: "pair" }, ...data.degrees.map(degreeBar))) : null,
    element("div", { class: "pair" }, groupSection("ics", "field"), groupSection("committee", "committee")),
    data.steps.length ? element("section", {}, element("h2", {}, word("waterfall")), waterfallBars(data.steps)) : null,
    element("section", {}, element("h2", {}, word("indicators")), wholeGrid(data.indicators)),
    rowsSection(),
    basisSection(),
  ];
  document.getElementById("page").replaceChildren(...sections.filter((one) => one !== null));
  showTable();
}

draw();
