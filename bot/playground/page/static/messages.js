// The conversation: messages with their quotes, pictures, files and buttons.

import { $, avatar, colorOf, element, safeLink, toast } from "./dom.js";
import { formattedText } from "./entities.js";
import { deed } from "./connection.js";
import { follow } from "./inline.js";
import {
  FILES, chatOf, fileKind, fileName, fullName, inWords, isContent, isIn, isMember, markRead, preview,
  senderOf, serviceWords, viewsOf, world,
} from "./state.js";

const GROUPED = 10 * 60; // seconds within which messages of one sender are shown as a group
let actions = null; // {reply, edit, forward, remove, react, say, complete} of the composer

export function useActions(given) {
  actions = given;
}

const list = () => $("messages");
const nearEnd = () => list().scrollHeight - list().scrollTop - list().clientHeight < 60;
let follows = true; // whether the list stays scrolled to the last message

function toEnd() {
  follows = true;
  list().scrollTo({ top: list().scrollHeight });
  $("to-end").hidden = true;
}

export function openPlace() {
  list().replaceChildren();
  let previous = null;
  for (const view of viewsOf(world.place)) {
    append(view, previous);
    previous = view;
  }
  if (previous === null) list().append(empty());
  setTabStop(list().lastElementChild);
  toEnd();
  markRead(world.me, world.place);
}

function empty() {
  const chat = chatOf(world.place);
  const start = () => actions.say("/start");
  if (chat.type !== "private") {
    const words = isMember(chat, world.me) ? "Nothing was said here yet." : "Only members see what is said here.";
    return element("li", { class: "empty" }, element("p", {}, words));
  }
  const tries = SENTENCES.map((words) =>
    element("button", { type: "button", class: "try", onclick: () => actions.say(words) }, words));
  return element(
    "li",
    { class: "empty" },
    avatar(world.bot.id, world.bot.first_name, "large"),
    element("p", {}, element("strong", {}, "Dueto keeps tasks and habits, and reminds you in time.")),
    element("p", {}, "Write to it as you would to a friend, or press one of these:"),
    element("div", { class: "tries" }, ...tries),
    element("button", { type: "button", class: "quiet", onclick: start }, "Let it introduce itself: /start"),
  );
}

const SENTENCES = ["Buy milk tomorrow 9:00", "Check the oven in 2 min", "Call mom every sunday at 18:00"];

export function addMessage(view) {
  if (!isIn(view, world.place)) return;
  list().querySelector(".empty")?.remove();
  const before = viewsOf(world.place).filter((one) => one.message.message_id < view.message.message_id);
  const stay = follows || view.message.from?.id === world.me;
  append(view, before.at(-1) ?? null);
  setTabStop(list().lastElementChild);
  if (stay) toEnd();
  $("to-end").hidden = stay;
  if (!document.hidden) markRead(world.me, world.place);
}

export function changeMessage(view) {
  const shown = find(view.message.message_id);
  if (!shown || !isIn(view, world.place)) return;
  const buttons = [...shown.querySelectorAll("button, a")];
  const focused = buttons.indexOf(document.activeElement);
  const isFocused = shown === document.activeElement;
  const made = bubble(view);
  made.className = shown.className;
  made.classList.add("changed");
  shown.replaceWith(made);
  if (shown === stop) setTabStop(made);
  if (isFocused) made.focus();
  if (focused >= 0) ([...made.querySelectorAll("button, a")][focused] ?? made).focus();
  if (follows) toEnd();
}

export function removeMessage(chatId, messageId) {
  if (chatId !== world.place.chat) return;
  find(messageId)?.remove();
  if (!stop?.isConnected) setTabStop(list().lastElementChild);
}

export function showReaction({ chat_id: chatId, message_id: messageId, user_id: userId, chosen }) {
  const view = world.posts.get(chatId)?.get(messageId);
  if (!view) return;
  view.reactions = { ...view.reactions, [userId]: chosen };
  if (chatId !== world.place.chat) return;
  const shown = find(messageId);
  shown?.querySelector(".reaction")?.remove();
  shown?.querySelector(".bubble")?.append(...reactions(view));
}

function reactions(view) {
  const all = [...new Set(Object.values(view.reactions ?? {}).flat())];
  return all.length ? [element("span", { class: "reaction" }, all.join(" "))] : [];
}

const find = (id) => list().querySelector(`[data-id="${Number(id)}"]`);

function append(view, previous) {
  const { message } = view;
  const isNewDay = !previous || dayOf(previous.message) !== dayOf(message);
  if (isNewDay) list().append(element("li", { class: "day" }, element("span", {}, dayOf(message))));
  const shown = bubble(view);
  const joined = !isNewDay && previous && isContent(previous.message) && isContent(message) &&
    senderOf(previous.message).id === senderOf(message).id &&
    message.date - previous.message.date < GROUPED;
  if (joined) shown.classList.add("joined");
  beStop(shown, false);
  list().append(shown);
}

function dayOf(message) {
  const format = { weekday: "long", day: "numeric", month: "long" };
  return inWords(new Date(message.date * 1000), format);
}

function clockOf(seconds) {
  const format = { hour: "2-digit", minute: "2-digit" };
  return inWords(new Date(seconds * 1000), format);
}

function bubble(view) {
  const { message } = view;
  const attributes = { "data-id": message.message_id, tabindex: "-1" };
  if (!isContent(message)) {
    return element("li", { ...attributes, class: "service" }, element("span", {}, serviceWords(message)));
  }
  const sender = senderOf(message);
  const isMine = message.from?.id === world.me && !message.sender_chat;
  const isGroup = message.chat.type !== "private";
  const body = element("div", { class: `bubble${message.photo ? " with-photo" : ""}` });
  if (message.photo) body.style.width = `${Math.min(Math.max(message.photo.at(-1).width, 180), 410) + 10}px`;
  if (isGroup && !isMine) {
    body.append(element("p", { class: `name name-${colorOf(sender.id)}` }, sender.name));
  }
  body.append(...parts(message), meta(message, isMine), ...reactions(view));
  const column = element("div", { class: "column" }, body, keyboard(message), tools(view, isMine));
  const face = isGroup && !isMine ? avatar(sender.id, sender.name) : null;
  const label = `${sender.name}, ${clockOf(message.date)}: ${preview(message)}`;
  return element(
    "li",
    { ...attributes, class: `message${isMine ? " mine" : ""}`, "aria-label": label },
    face,
    column,
  );
}

function parts(message) {
  const made = [];
  if (message.forward_origin) made.push(forwarded(message.forward_origin));
  if (message.reply_to_message) made.push(quoted(message));
  if (message.photo) made.push(picture(message.photo));
  const kind = fileKind(message);
  if (kind) made.push(file(kind, message[kind]));
  if (message.location) made.push(locationCard(message.location));
  const words = message.text ?? message.caption;
  if (words !== undefined) {
    const entities = message.entities ?? message.caption_entities;
    made.push(element("div", { class: "words", dir: "auto" }, formattedText(words, entities)));
  }
  return made;
}

function forwarded(origin) {
  const from = origin.sender_user ? fullName(origin.sender_user)
    : origin.sender_user_name ?? (origin.chat ?? origin.sender_chat).title;
  return element("p", { class: "forwarded" }, "Forwarded from ", element("strong", {}, from));
}

function quoted(message) {
  const { reply_to_message: answered, quote } = message;
  const sender = senderOf(answered);
  const go = () => {
    const target = find(answered.message_id);
    target?.scrollIntoView({ block: "center" });
    target?.classList.add("flash");
    setTimeout(() => target?.classList.remove("flash"), 1200);
  };
  return element(
    "button",
    { type: "button", class: `quote name-${colorOf(sender.id)}`, onclick: go },
    element("strong", {}, sender.name),
    element("span", {}, quote?.text ?? preview(answered)),
  );
}

const media = (id) => `/media/${encodeURIComponent(id)}`;

function picture(sizes) {
  const best = sizes.at(-1);
  const image = element("img", {
    src: media(best.file_id), alt: "Photo", width: best.width, height: best.height,
    onload: () => follows && toEnd(),
  });
  return element("a", { class: "picture", href: media(best.file_id), target: "_blank" }, image);
}

function file(kind, sent) {
  const size = sent.file_size < 1024 ? `${sent.file_size} B`
    : sent.file_size < 1048576 ? `${(sent.file_size / 1024).toFixed(1)} KB`
      : `${(sent.file_size / 1048576).toFixed(1)} MB`;
  const facts = [sent.duration ? lasting(sent.duration) : null, size].filter(Boolean).join(" · ");
  return element(
    "a",
    { class: `file ${kind}`, href: media(sent.file_id), download: sent.file_name ?? "" },
    element("span", { class: "file-icon", "aria-hidden": "true" }, kind === "document" ? "↓" : FILES[kind][0]),
    element("span", {}, element("strong", {}, fileName(kind, sent)), element("small", {}, facts)),
  );
}

const lasting = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function locationCard({ latitude, longitude }) {
  const words = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return element(
    "div",
    { class: "location" },
    element("span", { class: "pin", "aria-hidden": "true" }, "📍"),
    element("span", {}, element("strong", {}, "Location"), element("small", {}, words)),
  );
}

function meta(message, isMine) {
  const edited = message.edit_date ? element("span", {}, "edited ") : null;
  const tick = isMine ? element("span", { class: "ticks", "aria-hidden": "true" }, " ✓✓") : null;
  const time = element("time", { datetime: new Date(message.date * 1000).toISOString() }, clockOf(message.date));
  return element("span", { class: "meta" }, edited, time, tick);
}

// Buttons below a message.

function keyboard(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return element(
    "div",
    { class: "buttons", role: "group", "aria-label": "Buttons" },
    ...rows.map((row) => element("div", { class: "button-row" }, ...row.map((key) => button(message, key)))),
  );
}

function button(message, key) {
  const attributes = { class: `key ${key.style ?? ""}`.trim(), title: key.text, "aria-label": spoken(key.text) };
  const url = key.url && safeLink(key.url);
  if (url) {
    const onclick = (event) => follow(url) && event.preventDefault();
    return element("a", { ...attributes, href: url, onclick, target: "_blank", rel: "noopener noreferrer" }, element("span", {}, key.text), element("i", { "aria-hidden": "true" }, "↗"));
  }
  const shown = element("button", { ...attributes, type: "button" }, element("span", {}, key.text));
  shown.addEventListener("click", () => activate(message, key, shown));
  return shown;
}

// Names for buttons that are only a sign, which screen readers would call "next track" or nothing.
const SIGNS = {
  "⏭": "Skip", "⌨": "Type an answer", "‹": "Back", "›": "Next", "«": "First", "»": "Last", "…": "More",
  "✕": "Remove", "↩": "Undo", "✏": "Edit", "➕": "Add", "➖": "Less", "🗑": "Delete", "📅": "Date", "⏰": "Reminders",
  "🔁": "Repeat", "☐": "Tick", "☑": "Untick", "✅": "Done", "💤": "Snooze", "🔕": "Mute", "🔍": "Search", "🔎": "Search",
};

function spoken(words) {
  const sign = words.replace(/\ufe0f/g, "").trim();
  return /[\p{L}\p{N}]/u.test(sign) ? null : SIGNS[sign] ?? null;
}

function activate(message, key, shown) {
  if (key.copy_text) {
    navigator.clipboard.writeText(key.copy_text.text).then(() => toast("Copied"));
  } else if (key.switch_inline_query_current_chat !== undefined) {
    actions.complete(`@${world.bot.username} ${key.switch_inline_query_current_chat}`);
  } else if (key.switch_inline_query !== undefined) {
    actions.complete(`@${world.bot.username} ${key.switch_inline_query}`); // in this chat: it has no list of chats
  } else if (key.callback_data !== undefined) {
    press(message, key.callback_data, shown);
  } else {
    toast("This button needs a real Telegram");
  }
}

const waiting = new Map(); // query id → button
const early = new Map(); // query id → answer that came before the id was known

async function press(message, data, shown) {
  shown.setAttribute("aria-busy", "true");
  setTimeout(() => shown.removeAttribute("aria-busy"), 15000);
  try {
    const fields = { who: world.me, chat: message.chat.id, message: message.message_id, button: data };
    const { query_id: id } = await deed("press", fields);
    waiting.set(id, shown);
    if (early.has(id)) showAnswer(early.get(id));
  } catch (reason) {
    shown.removeAttribute("aria-busy");
    toast(reason.message, "bad");
  }
}

export function showAnswer(event) {
  const shown = waiting.get(event.query_id);
  if (!shown) {
    early.set(event.query_id, event);
    return;
  }
  waiting.delete(event.query_id);
  early.delete(event.query_id);
  shown.removeAttribute("aria-busy");
  if (event.url && safeLink(event.url) && !follow(event.url)) open(event.url, "_blank", "noopener");
  if (!event.text) return;
  if (event.show_alert) actions.alert(event.text);
  else toast(event.text);
}

// The tools of a message: shown on hover and focus, and used with keys while it has the focus.

function tools(view, isMine) {
  const { message } = view;
  const isPrivate = message.chat.type === "private";
  const canEdit = isMine && !message.forward_origin && (message.text ?? message.caption) !== undefined;
  const tool = (sign, label, act) =>
    element("button", { type: "button", tabindex: "-1", "aria-label": label, title: label, onclick: () => act(view) }, sign);
  return element(
    "div",
    { class: "tools" },
    tool("↩", "Reply", actions.reply),
    tool("☺", "React", chooseReaction),
    tool("↪", "Forward", actions.forward),
    canEdit ? tool("✎", "Edit", actions.edit) : null,
    isMine || isPrivate ? tool("🗑", "Delete", actions.remove) : null,
  );
}

const CHOICES = { "👀": "Claim", "👍": "Done", "😴": "Snooze", "✍": "Make a task", "❤": "Love" };

function chooseReaction(view) {
  const box = find(view.message.message_id)?.querySelector(".tools");
  if (!box) return;
  const mine = view.reactions?.[world.me] ?? [];
  const choices = Object.entries(CHOICES).map(([sign, meaning]) => {
    const isMine = mine.includes(sign);
    const label = `${isMine ? "Remove" : "React with"} ${sign} (${meaning})`;
    const put = () => {
      box.replaceWith(tools(view, view.message.from?.id === world.me));
      actions.react(view, isMine ? "" : sign);
    };
    return element("button", { type: "button", "aria-label": label, "aria-pressed": String(isMine), title: label, onclick: put }, sign);
  });
  box.replaceChildren(...choices);
  choices[0].focus();
}

// Of all messages only one is reached by Tab, with its buttons: the newest, or where arrows led.
let stop = null;

function setTabStop(item) {
  if (stop) beStop(stop, false);
  stop = item?.dataset.id ? item : null;
  if (stop) beStop(stop, true);
}

function beStop(item, isStop) {
  item.tabIndex = isStop ? 0 : -1;
  for (const inner of item.querySelectorAll("button, a, [role='button']")) {
    if (!inner.closest(".tools")) inner.tabIndex = item.tabIndex;
  }
}

export function handleMessageKeys(event) {
  const item = event.target.closest?.("[data-id]");
  if (!item || event.target !== item) return;
  const view = world.posts.get(world.place.chat)?.get(Number(item.dataset.id));
  const step = { ArrowUp: "previousElementSibling", ArrowDown: "nextElementSibling" }[event.key];
  if (step) {
    event.preventDefault();
    let other = item[step];
    while (other && !other.dataset.id) other = other[step];
    if (other) {
      setTabStop(other);
      other.focus();
    }
  } else if (event.key === "Enter" && view) {
    event.preventDefault();
    actions.reply(view);
  } else if (event.key === "Delete" && view) {
    actions.remove(view);
  }
}

export function watchScroll() {
  list().addEventListener("scroll", () => {
    follows = nearEnd();
    $("to-end").hidden = follows;
  });
  new ResizeObserver(() => follows && toEnd()).observe(list());
  $("to-end").addEventListener("click", toEnd);
  list().addEventListener("click", (event) => {
    const command = event.target.closest?.("[data-say]");
    if (command) actions.say(command.dataset.say);
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && world.place) markRead(world.me, world.place);
  });
}
