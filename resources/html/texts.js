"use strict";
// Texts in the reader's language. Whatever comes from a file is set as text, never as markup.

let data = null; // everything the page shows, once it is unpacked
let language = 0;

/** What an element of packed data holds: JSON in gzip in base64, so that a large project makes a small file. */
async function unpacked(packed) {
  const text = atob(packed.textContent), bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place++) bytes[place] = text.charCodeAt(place);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/** One text in the reader's language: a string, or one for each language. */
function say(text) {
  return Array.isArray(text) ? text[language] : text;
}

/** One of the page's own words, its named places filled. */
function word(name, values = {}) {
  return say(data.texts[name]).replace(/\{(\w+)\}/g, (_, place) => values[place]);
}

/** A whole number, thousands apart by a narrow space. */
function number(value) {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** A share to one digit, half up. */
function percent(numerator, denominator) {
  const tenths = Math.floor((2000 * numerator + denominator) / (2 * denominator));
  const shown = Math.floor(tenths / 10) + "." + (tenths % 10);
  return data.languages[language] === "zh" ? shown + "%" : shown + " %";
}

/** An element with its attributes, properties that begin with "on" as listeners, and children. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** The cell of a column in a row, as it is shown. */
function cell(column, row) {
  if (column.numbers) return column.numbers[row] === null ? "" : number(column.numbers[row]);
  return say(data.words[column.cells[row]]);
}

/** Whether a column is set to the right. */
function isNumber(column) {
  return ["integer", "decimal", "ratio", "figure"].includes(column.kind);
}

/** How the cells of a column are laid out: sentences and titles get room, numbers of standards stay on a line. */
function lookOf(column) {
  const aside = column.aside ? " only-screen" : "";
  if (isNumber(column)) return "number" + aside;
  if (/title/.test(column.id)) return "title" + aside;
  return (/why|because|note|rule|reason|next_step/.test(column.id) ? "long" : column.kind) + aside;
}

/** A table of these rows of columns. */
function grid(columns, rows) {
  const heads = columns.map((column) => element("th", { scope: "col", class: lookOf(column) }, say(column.label)));
  const lines = rows.map((row) =>
    element("tr", {}, ...columns.map((column) => element("td", { class: lookOf(column) }, cell(column, row)))));
  return element("div", { class: "wide" },
    element("table", { class: "list" }, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...lines)));
}

/** A table of all rows of columns. */
function wholeGrid(columns) {
  const amount = columns.length ? (columns[0].numbers || columns[0].cells).length : 0;
  return grid(columns, Array.from({ length: amount }, (_, row) => row));
}
