// What is typed behind the bot's name in any chat: results to choose from; and links to the bot.

import { $, element, toast } from "./dom.js";
import { deed } from "./connection.js";
import { personSlug, world } from "./state.js";

const PAUSE = 300; // ms without another letter, as Telegram's apps wait

let asked = ""; // the id of the query whose results are waited for, or shown
let early = null; // results that came before that id was known
let timer = 0;

const place = () => ({ who: world.me, chat: world.place.chat, thread: world.place.thread });

async function attempt(name, fields) {
  try {
    return await deed(name, fields);
  } catch (reason) {
    toast(reason.message, "bad");
    return undefined;
  }
}

// The words behind the bot's name; null where the text is something else.
function wordsIn(text) {
  const name = `@${world.bot.username} `.toLowerCase();
  return text.toLowerCase().startsWith(name) ? text.slice(name.length) : null;
}

export function typed(text) {
  clearTimeout(timer);
  const words = wordsIn(text);
  if (words === null) {
    closeResults();
    return;
  }
  timer = setTimeout(() => askFor(words), PAUSE);
}

async function askFor(words) {
  const made = await attempt("type", { ...place(), text: words });
  if (made === undefined) return;
  asked = made.query_id;
  if (early?.query_id === asked) showResults(early);
}

export function showResults(event) {
  if (event.user_id !== world.me) return;
  early = event;
  if (event.query_id !== asked) return;
  const items = event.results.map((result) => option(result.title, result.description, () => choose(result.id)));
  if (event.button) items.unshift(option(event.button.text, "", () => start(event.button.start_parameter)));
  $("results").replaceChildren(...items);
  $("results").hidden = items.length === 0;
}

function option(title, description, onclick) {
  const line = element("button", { type: "button", onclick }, element("strong", {}, title), element("span", {}, description ?? ""));
  return element("li", {}, line);
}

async function choose(result) {
  const query = asked;
  closeResults();
  $("text").value = "";
  $("text").focus();
  await attempt("choose", { ...place(), query, result });
}

export function closeResults() {
  clearTimeout(timer);
  asked = "";
  $("results").hidden = true;
  $("results").replaceChildren();
}

async function start(payload) {
  closeResults();
  $("text").value = "";
  const words = payload ? `/start ${payload}` : "/start";
  await attempt("say", { who: world.me, chat: world.me, thread: null, text: words });
  location.hash = `#${personSlug(world.people.get(world.me))}/private`;
}

// Follow a link to the bot within this page; false for all others.
export function follow(url) {
  const { username } = world.bot;
  const found = new RegExp(`^https://t\\.me/${username}\\?start=([\\w-]{1,64})$`, "i").exec(url);
  if (!found) return false;
  start(found[1]);
  return true;
}
