// Small functions for the DOM. Text from the network is only set as text, never as HTML.

export const $ = (id) => document.getElementById(id);

// element("button", {class: "chip", onclick: f}, "text", childNode, …)
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "class") made.className = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const PALETTE = 7;

export function colorOf(id) {
  return Math.abs(id) % PALETTE;
}

export function avatar(id, name, extra = "") {
  const letters = [...name.replace(/[^\p{L}\p{N} ]/gu, "")].length ? name : "?";
  const initials = letters.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("");
  const className = `avatar color-${colorOf(id)} ${extra}`.trim();
  return element("span", { class: className, "aria-hidden": "true" }, initials.toUpperCase());
}

export function toast(words, kind = "") {
  const shown = element("div", { class: `toast ${kind}`.trim() }, words);
  $("toasts").append(shown);
  setTimeout(() => shown.remove(), 4500);
}

export const safeLink = (url) => (/^(https?|mailto|tel):/i.test(url) ? url : null);
