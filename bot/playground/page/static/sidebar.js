// The sidebar and the header: people, chats and the clock.

import { $, avatar, element } from "./dom.js";
import {
  chatOf, closedReason, fullName, inWords, isContent, isMember, now, placesOf, preview, samePlace,
  senderOf, titleOf, topicOf, unreadCount, viewsOf, world, zone,
} from "./state.js";

export function showPeople(choose) {
  const buttons = [...world.people.values()].map((person) => {
    const chosen = person.id === world.me;
    const attributes = {
      type: "button", role: "radio", class: "person", "aria-checked": String(chosen),
      tabindex: chosen ? "0" : "-1", title: `${fullName(person)} (${person.language_code ?? "?"})`,
      onclick: () => choose(person.id), "data-person": person.id,
    };
    return element("button", attributes, avatar(person.id, person.first_name), element("span", {}, person.first_name));
  });
  $("people").replaceChildren(...buttons);
  showProfile();
}

const languages = new Intl.DisplayNames(["en"], { type: "language" });
const ZONES = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];

function showProfile() {
  const person = world.people.get(world.me);
  $("profile-words").textContent = `${person.first_name} speaks ${languages.of(person.language_code ?? "en")} and lives in`;
  if (!$("zone").options.length) $("zone").append(...ZONES.map((name) => element("option", { value: name }, name.replace(/_/g, " "))));
  if (!ZONES.includes(person.zone)) $("zone").append(element("option", { value: person.zone }, person.zone));
  $("zone").value = person.zone;
}

export function handlePeopleKeys(event, choose) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const ids = [...world.people.keys()];
  choose(ids[(ids.indexOf(world.me) + step + ids.length) % ids.length]);
  $("people").querySelector('[aria-checked="true"]')?.focus();
}

export function showChats(choose) {
  const focused = document.activeElement?.dataset?.place;
  const items = [];
  let forum = null;
  for (const place of placesOf(world.me)) {
    const chat = chatOf(place);
    if (place.thread !== null && forum !== chat.id) {
      forum = chat.id;
      items.push(forumHead(chat));
    }
    items.push(placeItem(place, choose));
  }
  $("chats").replaceChildren(...items);
  if (focused) $("chats").querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();
}

function forumHead(chat) {
  const words = element("span", { class: "place-words" }, element("strong", {}, chat.title), element("small", {}, membersOf(chat)));
  return element("li", { class: "forum" }, avatar(chat.id, chat.title), words);
}

function membersOf(chat) {
  const count = chat.members.length;
  const words = `${count} member${count === 1 ? "" : "s"}`;
  return isMember(chat, world.me) ? words : `${words}, without you`;
}

function placeItem(place, choose) {
  const chat = chatOf(place);
  const topic = topicOf(place);
  const title = topic ? topic.name : titleOf(chat);
  const last = viewsOf(place).at(-1)?.message;
  const unread = unreadCount(world.me, place);
  const isOpen = samePlace(place, world.place);
  const face = topic
    ? element("span", { class: "hash", "aria-hidden": "true" }, topic.is_closed ? "🔒" : "#")
    : avatar(chat.type === "private" ? world.bot.id : chat.id, titleOf(chat));
  const attributes = {
    type: "button", class: "place", "aria-current": isOpen ? "true" : null,
    onclick: () => choose(place), "data-place": `${place.chat}:${place.thread ?? 0}`,
  };
  const made = element(
    "button",
    attributes,
    face,
    element(
      "span",
      { class: "place-words" },
      element("span", { class: "place-line" }, element("strong", {}, title), last ? element("time", {}, shortTime(last.date)) : null),
      element("span", { class: "place-line" }, element("small", { dir: "auto" }, isMember(chat, world.me) ? lastWords(last) : "You are not in this group"), unread ? badge(unread) : null),
    ),
  );
  return element("li", { class: topic ? "topic" : "" }, made);
}

function badge(count) {
  return element("b", { class: "badge", "aria-label": `${count} unread` }, count > 99 ? "99+" : String(count));
}

function lastWords(message) {
  if (!message) return "No messages yet";
  const words = preview(message).replace(/\s+/g, " ").slice(0, 120);
  if (!isContent(message) || message.chat.type === "private") return words;
  return `${senderOf(message).name}: ${words}`;
}

function shortTime(seconds) {
  const date = new Date(seconds * 1000);
  const day = { dateStyle: "short" };
  const isToday = inWords(date, day) === inWords(new Date(now()), day);
  return inWords(date, isToday ? { hour: "2-digit", minute: "2-digit" } : { day: "numeric", month: "short" });
}

export function showHead() {
  const chat = chatOf(world.place);
  const topic = topicOf(world.place);
  const title = titleOf(chat);
  const face = avatar(chat.type === "private" ? world.bot.id : chat.id, title);
  face.id = "head-avatar";
  $("head-avatar").replaceWith(face);
  $("title").textContent = topic ? topic.name : title;
  $("subtitle").textContent = subtitle(chat);
  const person = world.people.get(world.me);
  document.title = `${person.first_name} · ${$("title").textContent} · Dueto playground`;
  $("membership").textContent = membershipWords(chat);
  $("membership").dataset.deed = membershipDeed(chat);
  $("rank").hidden = chat.type === "private" || !isMember(chat, world.bot.id);
  $("rank").dataset.deed = isAdmin(chat, world.bot.id) ? "demote" : "promote";
  $("rank").textContent = isAdmin(chat, world.bot.id) ? "Let the bot be a member" : "Make the bot an administrator";
  const reason = closedReason(world.place, world.me);
  $("closed").hidden = reason === null;
  $("closed-words").textContent = reason ?? "";
  $("closed-deed").textContent = membershipWords(chat);
  $("closed-deed").hidden = !["unblock", "join"].includes(membershipDeed(chat));
  $("composer").classList.toggle("is-closed", reason !== null);
  for (const id of ["text", "send", "attach", "menu"]) $(id).disabled = reason !== null;
}

export function showPinned() {
  const pinned = chatOf(world.place)?.pinned ?? [];
  const view = viewsOf(world.place).filter(({ message }) => pinned.includes(message.message_id)).at(-1);
  const id = view?.message.message_id;
  $("pinned").hidden = !view;
  $("pinned").textContent = view ? `📌 ${preview(view.message).replace(/^📌 /, "")}` : "";
  $("pinned").onclick = () => {
    $("messages").querySelector(`[data-id="${id}"]`)?.scrollIntoView({ block: "center" });
  };
}

function subtitle(chat) {
  if (chat.type === "private") return `bot · you are ${world.people.get(world.me).first_name}`;
  const names = chat.members
    .map((member) => world.people.get(member.id)?.first_name ?? (member.id === world.bot.id ? world.bot.first_name : null))
    .filter(Boolean);
  return (chat.is_forum ? [`${chat.title} · ${names.join(", ")}`] : names).join(", ");
}

function isAdmin(chat, id) {
  const member = chat.members?.find((one) => one.id === id);
  return ["creator", "administrator"].includes(member?.status);
}

function membershipDeed(chat) {
  if (chat.type === "private") return chat.blocked_bot ? "unblock" : "block";
  return isMember(chat, world.me) ? "leave" : "join";
}

function membershipWords(chat) {
  const words = { block: "Block the bot", unblock: "Unblock", leave: "Leave the group", join: "Join" };
  return words[membershipDeed(chat)];
}

let typing = null;

export function showAction({ chat_id: chatId, thread }) {
  const here = world.place;
  if (chatId !== here.chat || (here.thread ?? null) !== (thread ?? (chatOf(here).is_forum ? 1 : null))) return;
  $("subtitle").textContent = `${world.bot.first_name} is typing…`;
  $("subtitle").classList.add("typing");
  clearTimeout(typing);
  typing = setTimeout(endAction, 5000);
}

export function endAction() {
  clearTimeout(typing);
  if (!$("subtitle").classList.contains("typing")) return;
  $("subtitle").classList.remove("typing");
  $("subtitle").textContent = subtitle(chatOf(world.place));
}

export function showClock() {
  const date = new Date(now());
  const format = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  $("clock-time").textContent = inWords(date, format, "en-GB");
  $("clock-time").dateTime = date.toISOString();
  $("clock-zone").textContent = `in ${zone().replace(/_/g, " ")}`;
  $("clock-offset").textContent = world.offset ? shifted(world.offset) : "";
  $("head-clock").textContent = inWords(date, { hour: "2-digit", minute: "2-digit" }, "en-GB");
  $("head-clock").classList.toggle("is-shifted", world.offset !== 0);
}

function shifted(seconds) {
  const sign = seconds < 0 ? "−" : "+";
  const minutes = Math.round(Math.abs(seconds) / 60);
  const parts = [[Math.floor(minutes / 1440), "d"], [Math.floor(minutes / 60) % 24, "h"], [minutes % 60, "min"]];
  return sign + parts.filter(([count]) => count).map(([count, unit]) => `${count} ${unit}`).join(" ");
}
