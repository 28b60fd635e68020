// The rows behind the figures: chosen by table, filters and a search, and shown page by page.

const WITHOUT = "\u0000"; // no text of a file holds it
const FILTERS = ["field", "committee", "degree", "counted"];
const NO_FILTER = { field: "", committee: "", degree: "", counted: "", search: "", from: 0 };
const chosen = { table: 0, perPage: 50, ...NO_FILTER };

function kept(column, row) {
  return say(data.words[column.cells[row]]);
}

function isChosen(value, text) {
  return value === "" || (value === WITHOUT ? text === "" : text === value);
}

function isInField(value, fields) {
  return value === "" || (value === WITHOUT ? fields === "" : fields.split(" ").includes(value));
}

function isCounted(value, count) {
  return value === "" || { denominator: count > 0, numerator: count === 2, open: count === 1 }[value];
}

/** The rows that match every filter, in the order of their table. */
function matching(table) {
  const wanted = chosen.search.trim().toLocaleLowerCase();
  const found = [];
  for (let row = 0; row < table.rows; row++) {
    if (!isInField(chosen.field, kept(table.fields, row)) || !isChosen(chosen.committee, kept(table.committees, row))) continue;
    if (table.has_degrees && !isChosen(chosen.degree, kept(table.degrees, row))) continue;
    if (table.counts && !isCounted(chosen.counted, table.counts[row])) continue;
    if (wanted && !table.columns.some((column) => cell(column, row).toLocaleLowerCase().includes(wanted))) continue;
    found.push(row);
  }
  return found;
}

/** Every value of a column that a table is filtered by, in order; several in one cell count apart. */
function valuesOf(column, isSplit = false) {
  const found = new Set();
  for (const place of new Set(column.cells)) {
    const text = say(data.words[place]);
    for (const one of isSplit ? text.split(" ") : [text]) found.add(one === "" ? WITHOUT : one);
  }
  return [...found].sort();
}

/** A filter; one whose choice this table does not have is given up. */
function choice(name, label, values, labelOf = (value) => value) {
  if (!values.includes(chosen[name])) chosen[name] = "";
  const options = [element("option", { value: "" }, word("all")), ...values.map((value) =>
    element("option", { value }, value === WITHOUT ? word("without") : labelOf(value)))];
  const list = element("select", { id: name, disabled: values.length === 0, onchange: () => { chosen[name] = list.value; chosen.from = 0; showRows(); } }, ...options);
  list.value = chosen[name];
  return element("label", {}, label, list);
}

function fieldName(key) {
  const group = data.charts.ics && data.charts.ics.marks.find((one) => one.key === key);
  return group ? say(group.label) : key;
}

function tab(table, place) {
  const open = () => { chosen.table = place; chosen.from = 0; showTable(); document.getElementById("tab-" + table.id).focus(); };
  return element("button", { type: "button", id: "tab-" + table.id, "aria-pressed": String(place === chosen.table), onclick: open },
    `${say(table.name)} (${number(table.rows)})`);
}

function filters(table) {
  const search = element("input", { id: "search", type: "search", oninput: () => { chosen.search = search.value; chosen.from = 0; showRows(); } });
  search.value = chosen.search;
  const perPage = element("select", { id: "perPage", onchange: () => { chosen.perPage = Number(perPage.value); chosen.from = 0; showRows(); } },
    ...[50, 200, 1000, 5000].map((amount) => element("option", { value: amount }, number(amount))));
  perPage.value = chosen.perPage;
  return element("div", { class: "controls only-screen" },
    choice("field", word("fields"), valuesOf(table.fields, true), fieldName),
    choice("committee", say(table.committees_label), valuesOf(table.committees)),
    choice("degree", word("degree"), table.has_degrees ? valuesOf(table.degrees) : []),
    choice("counted", word("counted"), table.counts ? ["denominator", "numerator", "open"] : [], word),
    element("label", {}, word("search"), search),
    element("label", {}, word("per_page"), perPage),
    element("button", { type: "button", id: "clear", onclick: () => { Object.assign(chosen, NO_FILTER); showTable(); } }, word("clear")));
}

/** The place of the rows; `showTable` fills it. */
function rowsSection() {
  return element("section", { id: "rows" }, element("h2", {}, word("rows")), element("div", { id: "controls" }), element("div", { id: "found" }));
}

/** The chosen table with its tabs, filters and rows. */
function showTable() {
  const table = data.tables[chosen.table];
  if (table) {
    document.getElementById("controls").replaceChildren(
      element("div", { class: "controls only-screen", id: "tabs" }, ...data.tables.map(tab)), filters(table));
  }
  showRows();
}

/** Go to the rows of one table under these filters alone. */
function drill(tableId, filters) {
  chosen.table = Math.max(0, data.tables.findIndex((table) => table.id === tableId));
  Object.assign(chosen, NO_FILTER, filters);
  showTable();
  document.getElementById("rows").scrollIntoView();
  document.getElementById("field").focus({ preventScroll: true });
}

/** How many of the rows found are counted in the rate of their table, and how many of those in its numerator. */
function countsLine(table, found) {
  if (!table.counts || (table.id === "works" && !data.counts_works)) return null;
  const denominator = found.filter((row) => table.counts[row] > 0).length;
  const numerator = found.filter((row) => table.counts[row] === 2).length;
  if (!denominator) return null;
  const figures = { numerator: number(numerator), denominator: number(denominator), rate: percent(numerator, denominator) };
  return element("p", { id: "counts" }, word("counts_" + table.id, figures));
}

function showRows() {
  const place = document.getElementById("found");
  const table = data.tables[chosen.table];
  const found = table ? matching(table) : [];
  if (!found.length) { place.replaceChildren(element("p", { id: "shown" }, word("nothing"))); return; }
  const last = Math.min(chosen.from + chosen.perPage, found.length);
  const turn = (id, by) => element("button", {
    type: "button", id, class: "only-screen", disabled: by < 0 ? chosen.from === 0 : last === found.length,
    onclick: () => { chosen.from += by; showRows(); document.getElementById(id).focus(); },
  }, word(id));
  const line = word("shown", { first: number(chosen.from + 1), last: number(last), number: number(found.length) });
  place.replaceChildren(...[
    element("h3", {}, say(table.name)),
    countsLine(table, found),
    element("div", { class: "controls" }, turn("before", -chosen.perPage), element("span", { id: "shown", "aria-live": "polite" }, line), turn("after", chosen.perPage)),
    found.length > chosen.perPage ? element("p", { class: "muted only-screen" }, word("print")) : null,
    grid(table.columns, found.slice(chosen.from, last)),
  ].filter((one) => one !== null));
}
