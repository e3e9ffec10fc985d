// Writing: the text box, replies and edits, the command menu, reply keyboards, files, locations.

import { $, element, toast } from "./dom.js";
import { ask, alertBox } from "./dialogs.js";
import { deed, sendFile } from "./connection.js";
import { closeResults, typed } from "./inline.js";
import {
  FILES, chatOf, placesOf, preview, closedReason, senderOf, titleOf, topicOf, viewsOf, world,
} from "./state.js";

let answering = null; // {kind: "reply" | "edit", view}
let menu = []; // the commands that match the typed text
let chosen = 0;
let known = { key: "", commands: [] };

const TALLEST = 180; // px of the text box; then it scrolls

const box = () => $("text");
const here = () => ({ who: world.me, chat: world.place.chat, thread: world.place.thread });

export const actions = { reply, edit, forward, remove, react, say, complete, alert: alertBox };

async function attempt(work) {
  try {
    return await work();
  } catch (reason) {
    toast(reason.message, "bad");
    return undefined;
  }
}

// Sending a text

export async function say(text, replyTo = null) {
  if (!text.trim()) return;
  await attempt(() => deed("say", { ...here(), text, reply_to: replyTo }));
}

async function submit() {
  const text = box().value;
  if (!text.trim()) return;
  const doing = answering;
  box().value = "";
  fit();
  endAnswering();
  closeMenu();
  closeResults();
  if (doing?.kind === "edit") {
    const fields = { ...here(), message: doing.view.message.message_id, text };
    await attempt(() => deed("edit", fields));
  } else {
    await say(text, doing?.view.message.message_id ?? null);
  }
  box().focus();
}

function complete(text) {
  box().value = text;
  box().focus();
  fit();
  typed(text);
}

function fit() {
  box().style.height = "auto";
  const wanted = box().scrollHeight + box().offsetHeight - box().clientHeight; // with its borders
  box().style.height = `${Math.min(wanted, TALLEST)}px`;
  box().classList.toggle("is-tall", wanted > TALLEST);
}

// Replying, editing, forwarding, deleting

function startAnswering(kind, view) {
  answering = { kind, view };
  $("strip").hidden = false;
  $("strip-title").textContent = kind === "edit" ? "Edit message" : `Reply to ${senderOf(view.message).name}`;
  $("strip-text").textContent = preview(view.message);
  box().focus();
}

function endAnswering() {
  answering = null;
  $("strip").hidden = true;
  box().placeholder = "Message";
}

function reply(view) {
  startAnswering("reply", view);
}

function edit(view) {
  startAnswering("edit", view);
  box().value = view.message.text ?? view.message.caption ?? "";
  fit();
}

function cancelAnswering() {
  if (answering?.kind === "edit") box().value = "";
  endAnswering();
  fit();
}

function remove(view) {
  attempt(() => deed("delete", { ...here(), message: view.message.message_id }));
}

function react(view, emoji) {
  attempt(() => deed("react", { ...here(), message: view.message.message_id, emoji }));
}

function placeName(place) {
  const topic = topicOf(place);
  return topic ? `${chatOf(place).title} › ${topic.name}` : titleOf(chatOf(place));
}

async function forward(view) {
  const places = placesOf(world.me).filter((place) => closedReason(place, world.me) === null);
  const options = places.map((place, index) => ({ value: String(index), label: placeName(place) }));
  const to = await ask({ title: "Forward to", options });
  if (to === null) return;
  const { chat, thread } = places[Number(to)];
  const fields = { ...here(), message: view.message.message_id, to_chat: chat, to_thread: thread };
  if ((await attempt(() => deed("forward", fields))) !== undefined) toast(`Forwarded to ${placeName(places[Number(to)])}`);
}

// The command menu

async function commands() {
  const key = `${world.me}:${world.place.chat}`;
  if (known.key !== key) {
    known = { key, commands: (await attempt(() => deed("commands", here()))) ?? [] };
  }
  return known.commands;
}

export function forgetCommands() {
  known = { key: "", commands: [] };
}

async function updateMenu() {
  const typed = /^\/([a-z0-9_]*)$/i.exec(box().value);
  if (!typed) return closeMenu();
  const all = await commands();
  if (!box().value.startsWith("/")) return closeMenu();
  menu = all.filter((command) => command.command.startsWith(typed[1].toLowerCase()));
  chosen = 0;
  showMenu();
}

function showMenu() {
  const items = menu.map((command, index) =>
    element(
      "li",
      {
        role: "option", id: `command-${index}`, "aria-selected": String(index === chosen),
        onclick: () => pick(index, true), onmousemove: () => index !== chosen && choose(index),
      },
      element("strong", {}, `/${command.command}`),
      element("span", {}, command.description),
    ));
  $("commands").replaceChildren(...items);
  $("commands").hidden = items.length === 0;
  if (items.length) choose(chosen);
}

function choose(index) {
  chosen = (index + menu.length) % menu.length;
  [...$("commands").children].forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
  $("commands").children[chosen].scrollIntoView({ block: "nearest" });
  box().setAttribute("aria-activedescendant", `command-${chosen}`);
}

function closeMenu() {
  menu = [];
  $("commands").hidden = true;
  $("commands").replaceChildren();
  box().removeAttribute("aria-activedescendant");
}

function pick(index, isSent) {
  const words = `/${menu[index].command}`;
  closeMenu();
  if (isSent) {
    complete(words);
    submit();
  } else {
    complete(`${words} `);
  }
}

function menuKey(event) {
  if (!menu.length) return false;
  if (event.key === "ArrowDown") choose(chosen + 1);
  else if (event.key === "ArrowUp") choose(chosen - 1);
  else if (event.key === "Tab" && !event.shiftKey) pick(chosen, false);
  else if (event.key === "Enter" && !event.shiftKey) pick(chosen, true);
  else if (event.key === "Escape") closeMenu();
  else return false;
  event.preventDefault();
  return true;
}

// Reply keyboards, which the bot shows below the text box, and forced replies

export function showKeyboard() {
  const views = viewsOf(world.place).filter(
    (view) => view.keyboard && (!view.for_person || view.for_person === world.me),
  );
  const { keyboard } = views.at(-1) ?? {};
  const isShown = Boolean(keyboard?.keyboard) && !used.has(views.at(-1));
  $("keyboard").hidden = !isShown;
  $("keyboard").replaceChildren(...(isShown ? keyboard.keyboard.map((row) => keyRow(row, views.at(-1))) : []));
  box().placeholder = (isShown && keyboard.input_field_placeholder) || "Message";
}

const used = new WeakSet();

function keyRow(row, view) {
  const press = (key) => {
    if (view.keyboard.one_time_keyboard) used.add(view);
    if (key.request_location) askLocation();
    else if (key.request_contact) toast("Contacts are not part of this playground");
    else say(key.text, world.place.thread === null && chatOf(world.place).type !== "private" ? view.message.message_id : null);
    showKeyboard();
  };
  return element("div", { class: "button-row" }, ...row.map((key) =>
    element("button", { type: "button", class: "key", onclick: () => press(key) }, element("span", {}, key.text))));
}

export function obeyForcedReply(view) {
  const { keyboard, for_person: person } = view;
  if (!keyboard?.force_reply || (person && person !== world.me)) return;
  startAnswering("reply", view);
  box().placeholder = keyboard.input_field_placeholder || "Message";
}

// Files and locations

function toggleAttach(isOpen) {
  $("attach-menu").hidden = !isOpen;
  $("attach").setAttribute("aria-expanded", String(isOpen));
  if (isOpen) $("attach-menu").firstElementChild.focus();
}

function attachKey(event) {
  const items = [...$("attach-menu").children];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
  } else if (event.key === "Escape") {
    event.preventDefault();
    toggleAttach(false);
    $("attach").focus();
  }
}

function attach(kind) {
  toggleAttach(false);
  if (kind === "location") {
    askLocation();
    return;
  }
  $("picker").accept = ACCEPTED[kind] ?? "";
  $("picker").onchange = () => {
    const [file] = $("picker").files;
    $("picker").value = "";
    if (file) offerFile(file, kind);
  };
  $("picker").click();
}

const ACCEPTED = {
  photo: "image/png,image/jpeg,image/gif,image/webp", video: "video/*", animation: "image/gif,video/*",
  audio: "audio/*", voice: "audio/*", video_note: "video/*",
};
const PICTURE = /^image\/(png|jpeg|gif|webp)$/;

// What a file that was dropped or pasted is sent as.
const kindOf = ({ type }) =>
  PICTURE.test(type) ? "photo" : { video: "video", audio: "audio" }[type.split("/")[0]] ?? "document";

// Seconds of a recording; 0 where the browser cannot tell.
function durationOf(file) {
  const player = element("video", { preload: "metadata" });
  return new Promise((done) => {
    player.onloadedmetadata = () => done(Number.isFinite(player.duration) ? Math.round(player.duration) : 0);
    player.onerror = () => done(0);
    player.src = URL.createObjectURL(file);
  });
}

async function offerFile(file, wanted) {
  const isPicture = PICTURE.test(file.type);
  const kind = wanted === "photo" && !isPicture ? "document" : wanted;
  const [sign, called] = FILES[kind] ?? ["🖼", "Photo"];
  const shown = isPicture
    ? element("img", { class: "preview", src: URL.createObjectURL(file), alt: file.name })
    : element("p", {}, `${sign} ${file.name}`);
  const answer = await ask({
    title: `Send: ${called}`,
    body: [shown],
    input: kind === "video_note" ? null : { label: "Caption", value: box().value },
    ok: "Send",
  });
  if (answer === null) return;
  const caption = kind === "video_note" ? "" : answer;
  if (kind !== "video_note") box().value = "";
  const duration = ["photo", "document"].includes(kind) ? 0 : await durationOf(file);
  const fields = { ...here(), caption, as: kind, duration };
  const replyTo = answering?.kind === "reply" ? answering.view.message.message_id : null;
  endAnswering();
  await attempt(() => sendFile(file, { ...fields, reply_to: replyTo }));
}

const CITIES = [
  ["Berlin", 52.52, 13.405], ["London", 51.5072, -0.1276], ["Madrid", 40.4168, -3.7038],
  ["Moscow", 55.7558, 37.6173], ["New York", 40.7128, -74.006], ["São Paulo", -23.5505, -46.6333],
  ["Kathmandu", 27.7172, 85.324], ["Shanghai", 31.2304, 121.4737], ["Tokyo", 35.6762, 139.6503],
  ["Sydney", -33.8688, 151.2093],
];

async function askLocation() {
  const options = CITIES.map(([name], index) => ({ value: String(index), label: name }));
  const answer = await ask({ title: "Send a location", options });
  if (answer === null) return;
  const [, latitude, longitude] = CITIES[Number(answer)];
  await attempt(() => deed("location", { ...here(), latitude, longitude }));
}

// Event listeners

export function resetComposer() {
  endAnswering();
  closeMenu();
  closeResults();
  toggleAttach(false);
  box().value = "";
  fit();
  showKeyboard();
}

function editLast() {
  const mine = viewsOf(world.place).filter(
    ({ message }) => message.from?.id === world.me && message.text && !message.forward_origin,
  );
  if (mine.length) edit(mine.at(-1));
}

function boxKey(event) {
  if (event.isComposing || menuKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && answering) {
    event.preventDefault();
    cancelAnswering();
  } else if (event.key === "ArrowUp" && !box().value && !answering) {
    event.preventDefault();
    editLast();
  }
}

export function wireComposer() {
  $("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  box().addEventListener("keydown", boxKey);
  box().addEventListener("input", () => {
    fit();
    updateMenu();
    typed(box().value);
  });
  $("menu").addEventListener("click", () => {
    complete(menu.length ? "" : "/");
    updateMenu();
  });
  $("strip-cancel").addEventListener("click", cancelAnswering);
  $("attach").addEventListener("click", () => toggleAttach($("attach-menu").hidden));
  $("attach-menu").addEventListener("keydown", attachKey);
  $("attach-menu").addEventListener("click", (event) => {
    const kind = event.target.closest("[data-attach]")?.dataset.attach;
    if (kind) attach(kind);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#attach, #attach-menu")) toggleAttach(false);
    if (!event.target.closest("#commands, #text, #menu")) closeMenu();
  });
  const take = (event, [file]) => {
    if (!file || box().disabled) return;
    event.preventDefault();
    offerFile(file, kindOf(file));
  };
  box().addEventListener("paste", (event) => take(event, event.clipboardData.files));
  $("messages").addEventListener("dragover", (event) => event.preventDefault());
  $("messages").addEventListener("drop", (event) => take(event, event.dataTransfer.files));
}
