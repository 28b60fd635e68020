// The rows behind the figures: chosen by table, filters and a search, and shown page by page.

const WITHOUT = "\u0000"; // no text of a file holds it
const chosen = { table: 0, field: "", committee: "", degree: "", counted: "", search: "", from: 0, perPage: 50 };

function plain(kept, row) {
  return say(data.words[kept.cells[row]]);
}

function isChosen(value, text) {
  return value === "" || (value === WITHOUT ? text === "" : text === value);
}

/** The rows that match every filter, in the order of their table. */
function matching(table) {
  const wanted = chosen.search.trim().toLocaleLowerCase();
  const found = [];
  for (let row = 0; row < table.rows; row++) {
    const fields = plain(table.fields, row);
    if (!(chosen.field === "" || (chosen.field === WITHOUT ? fields === "" : fields.split(" ").includes(chosen.field)))) continue;
    if (!isChosen(chosen.committee, plain(table.committees, row))) continue;
    if (table.has_degrees && !isChosen(chosen.degree, plain(table.degrees, row))) continue;
    if (table.counts && chosen.counted !== "") {
      const count = table.counts[row];
      if (!{ denominator: count > 0, numerator: count === 2, open: count === 1 }[chosen.counted]) continue;
    }
    if (wanted && !table.columns.some((column) => cell(column, row).toLocaleLowerCase().includes(wanted))) continue;
    found.push(row);
  }
  return found;
}

/** Every value of a kept column, in order; several in one cell count apart. */
function valuesOf(name, isSplit) {
  const found = new Set();
  for (const table of data.tables) {
    for (const place of new Set(table[name].cells)) {
      const text = say(data.words[place]);
      for (const one of isSplit ? text.split(" ") : [text]) found.add(one);
    }
  }
  return [...found].sort();
}

function choice(name, label, values, labelOf) {
  const options = [element("option", { value: "" }, word("all")), ...values.map((value) => {
    const kept = value === "" ? WITHOUT : value;
    return element("option", { value: kept }, value === "" ? word("without") : labelOf(value));
  })];
  const list = element("select", { id: name, onchange: () => { chosen[name] = list.value; chosen.from = 0; showRows(); } }, ...options);
  list.value = chosen[name];
  return element("label", {}, label, list);
}

function fieldName(key) {
  const group = data.groups.ics.find((one) => one.key === key);
  return group ? say(group.label) : key;
}

/** Tabs, filters and the place of the rows; made anew when the language changes. */
function rowsSection() {
  const tabs = data.tables.map((table, place) => element("button", {
    type: "button", id: "tab-" + table.id, "aria-pressed": String(place === chosen.table),
    onclick: () => { chosen.table = place; chosen.from = 0; refreshTabs(); showRows(); },
  }, `${say(table.name)} (${number(table.rows)})`));
  const search = element("input", { id: "search", type: "search", oninput: () => { chosen.search = search.value; chosen.from = 0; showRows(); } });
  search.value = chosen.search;
  const perPage = element("select", { id: "perPage", onchange: () => { chosen.perPage = Number(perPage.value); chosen.from = 0; showRows(); } },
    ...[50, 200, 1000, 5000].map((amount) => element("option", { value: amount }, number(amount))));
  perPage.value = chosen.perPage;
  const counted = ["denominator", "numerator", "open"];
  return element("section", { id: "rows" },
    element("h2", {}, word("rows")),
    element("div", { class: "controls only-screen", id: "tabs" }, ...tabs),
    element("div", { class: "controls only-screen" },
      choice("field", word("fields"), valuesOf("fields", true), fieldName),
      choice("committee", word("committees"), valuesOf("committees", false), (value) => value),
      choice("degree", word("degree"), valuesOf("degrees", false), (value) => value),
      choice("counted", word("counted"), counted, word),
      element("label", {}, word("search"), search),
      element("label", {}, word("per_page"), perPage),
      element("button", { type: "button", id: "clear", onclick: clearFilters }, word("clear"))),
    element("div", { id: "found" }));
}

function refreshTabs() {
  data.tables.forEach((table, place) =>
    document.getElementById("tab-" + table.id).setAttribute("aria-pressed", String(place === chosen.table)));
}

function clearFilters() {
  Object.assign(chosen, { field: "", committee: "", degree: "", counted: "", search: "", from: 0 });
  for (const name of ["field", "committee", "degree", "counted", "search"]) document.getElementById(name).value = "";
  showRows();
}

/** Go to the rows of one table under these filters alone. */
function drill(tableId, filters) {
  chosen.table = Math.max(0, data.tables.findIndex((table) => table.id === tableId));
  Object.assign(chosen, { field: "", committee: "", degree: "", counted: "", search: "", from: 0 }, filters);
  for (const name of ["field", "committee", "degree", "counted", "search"]) document.getElementById(name).value = chosen[name];
  refreshTabs();
  showRows();
  document.getElementById("rows").scrollIntoView();
}

/** Of works: how many of the rows found are counted, and how many of those are converted. */
function countsLine(table, found) {
  if (!table.counts || !data.counts_works) return null;
  const denominator = found.filter((row) => table.counts[row] > 0).length;
  const numerator = found.filter((row) => table.counts[row] === 2).length;
  if (!denominator) return null;
  return element("p", { id: "counts" }, word("counts", { numerator: number(numerator), denominator: number(denominator), rate: percent(numerator, denominator) }));
}

function showRows() {
  const place = document.getElementById("found");
  const table = data.tables[chosen.table];
  if (!table) { place.replaceChildren(element("p", {}, word("nothing"))); return; }
  for (const [name, isThere] of [["degree", table.has_degrees], ["counted", Boolean(table.counts)]]) {
    document.getElementById(name).disabled = !isThere;
  }
  const found = matching(table);
  if (!found.length) { place.replaceChildren(element("p", { id: "shown" }, word("nothing"))); return; }
  const last = Math.min(chosen.from + chosen.perPage, found.length);
  const turn = (by) => { chosen.from += by; showRows(); };
  const line = word("shown", { first: number(chosen.from + 1), last: number(last), number: number(found.length) });
  place.replaceChildren(...[
    element("h3", {}, say(table.name)),
    countsLine(table, found),
    element("div", { class: "controls" },
      element("button", { type: "button", id: "before", class: "only-screen", disabled: chosen.from === 0, onclick: () => turn(-chosen.perPage) }, word("before")),
      element("span", { id: "shown", "aria-live": "polite" }, line),
      element("button", { type: "button", id: "after", class: "only-screen", disabled: last === found.length, onclick: () => turn(chosen.perPage) }, word("after"))),
    found.length > chosen.perPage ? element("p", { class: "muted only-screen" }, word("print")) : null,
    grid(table.columns, found.slice(chosen.from, last)),
  ].filter((one) => one !== null));
}
