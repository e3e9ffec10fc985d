// A text with entities as DOM nodes. Offsets are UTF-16 code units, as in JavaScript's strings.

import { element, safeLink } from "./dom.js";
import { inWords, locale, now } from "./state.js";

const SIMPLE = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
};

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

export function formattedText(text, entities = []) {
  const fragment = document.createDocumentFragment();
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  fragment.append(...nodes(text, sorted, 0, text.length));
  return fragment;
}

function nodes(text, entities, start, end) {
  const made = [];
  let at = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    const inner = [];
    index += 1;
    while (index < entities.length && entities[index].offset < to) inner.push(entities[index++]);
    if (to <= from) continue;
    if (from > at) made.push(text.slice(at, from));
    made.push(mark(entity, text.slice(from, to), nodes(text, inner, from, to)));
    at = to;
    if (BLOCKS.has(entity.type) && text[at] === "\n") at += 1; // a block ends the line by itself
  }
  if (at < end) made.push(text.slice(at, end));
  return made;
}

function mark(entity, words, children) {
  if (SIMPLE[entity.type]) return element(SIMPLE[entity.type], {}, ...children);
  switch (entity.type) {
    case "pre":
      return element("pre", { "data-language": entity.language }, element("code", {}, ...children));
    case "blockquote":
      return element("blockquote", {}, ...children);
    case "expandable_blockquote":
      return expandable(children);
    case "spoiler":
      return spoiler(children);
    case "date_time":
      return dateTime(entity, words);
    case "text_link":
      return link(entity.url, children);
    case "url":
      return link(/^[a-z]+:/i.test(words) ? words : `https://${words}`, children);
    case "email":
      return link(`mailto:${words}`, children);
    case "bot_command":
      return element("button", { type: "button", class: "inline", "data-say": words }, ...children);
    case "mention":
    case "text_mention":
      return element("span", { class: "mention" }, ...children);
    case "hashtag":
      return element("span", { class: "hashtag" }, ...children);
    default:
      return element("span", {}, ...children);
  }
}

function link(url, children) {
  const href = safeLink(url);
  if (href === null) return element("span", { class: "mention", title: url }, ...children);
  return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function spoiler(children) {
  const show = (event) => {
    if (event.type === "keydown" && !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    shown.classList.add("open");
    shown.removeAttribute("role");
    shown.removeAttribute("aria-label");
  };
  const shown = element(
    "span",
    { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text", onclick: show, onkeydown: show },
    ...children,
  );
  return shown;
}

function expandable(children) {
  const quote = element("blockquote", { class: "expandable" }, element("div", {}, ...children));
  const more = element("button", { type: "button", class: "expand", "aria-expanded": "false" }, "Show more");
  more.addEventListener("click", () => {
    const open = quote.classList.toggle("open");
    more.setAttribute("aria-expanded", String(open));
    more.textContent = open ? "Show less" : "Show more";
  });
  quote.append(more);
  return quote;
}

// A date in the reader's language and time zone, as Telegram's apps show it.
function dateTime(entity, words) {
  const shown = element("time", {
    class: "moment",
    datetime: new Date(entity.unix_time * 1000).toISOString(),
    "data-unix": entity.unix_time,
    "data-format": entity.date_time_format ?? "",
    "data-words": words,
  });
  fillMoment(shown);
  return shown;
}

export function refreshMoments(root) {
  root.querySelectorAll("time.moment[data-format='r']").forEach(fillMoment);
}

function fillMoment(shown) {
  const date = new Date(Number(shown.dataset.unix) * 1000);
  shown.textContent = shownMoment(date, shown.dataset.format, locale()) ?? shown.dataset.words;
  const full = { dateStyle: "full", timeStyle: "long" };
  shown.title = inWords(date, full);
}

export function shownMoment(date, format, language) {
  if (!format) return null;
  if (format === "r") return relative(date, language);
  const options = {};
  if (format.includes("w")) options.weekday = format.length > 1 ? "short" : "long";
  if (format.includes("d")) Object.assign(options, { day: "2-digit", month: "2-digit", year: "2-digit" });
  if (format.includes("D")) Object.assign(options, { day: "numeric", month: "long", year: "numeric" });
  if (/[tT]/.test(format)) Object.assign(options, { hour: "2-digit", minute: "2-digit" });
  if (format.includes("T")) options.second = "2-digit";
  return inWords(date, options, language);
}

const STEPS = [
  ["year", 31557600],
  ["month", 2629800],
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

function relative(date, language) {
  const seconds = (date.getTime() - now()) / 1000;
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? STEPS.at(-1);
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(Math.round(seconds / size), unit);
}
