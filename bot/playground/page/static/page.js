// The playground's page: who is looking at what, and what each change of the world does to it.

import { $, element, toast } from "./dom.js";
import { ask } from "./dialogs.js";
import { refreshMoments } from "./entities.js";
import { deed, listen } from "./connection.js";
import { showResults } from "./inline.js";
import {
  actions, forgetCommands, obeyForcedReply, resetComposer, showKeyboard, wireComposer,
} from "./composer.js";
import {
  addMessage, changeMessage, handleMessageKeys, openPlace, removeMessage, showAnswer,
  showReaction, useActions, watchScroll,
} from "./messages.js";
import {
  endAction, handlePeopleKeys, showAction, showChats, showClock, showHead, showPeople, showPinned,
} from "./sidebar.js";
import {
  chatOf, forget, isIn, isMember, keep, learn, learnChats, learnPeople, learnTime, personSlug, placeSlug, placesOf,
  readHash, samePlace, world,
} from "./state.js";

// Who is looking, and at which place

function show() {
  showPeople(choosePerson);
  showClock();
  showHead();
  showPinned();
  openPlace();
  showChats(choosePlace);
  resetComposer();
}

function go(me, place) {
  world.me = me;
  world.place = place;
  document.documentElement.lang = "en";
  history.replaceState(null, "", `#${personSlug(world.people.get(me))}/${placeSlug(place)}`);
  show();
}

function choosePerson(id) {
  const stays = placesOf(id).find((place) => samePlace(place, world.place));
  go(id, stays ?? placesOf(id)[0]);
}

function choosePlace(place) {
  go(world.me, place);
  closeDrawer();
  if (matchMedia("(hover: hover)").matches) $("text").focus();
}

function followHash() {
  const { me, place } = readHash(location.hash);
  if (me !== world.me || !samePlace(place, world.place)) go(me, place);
}

// Changes of the world, by the type of their event

const EVENTS = {
  world(event) {
    const draft = $("text").value; // after a lost connection somebody may be writing
    learn(event);
    forgetCommands();
    const { me, place } = readHash(location.hash);
    go(me, place);
    if (draft) actions.complete(draft);
  },
  post(event) {
    keep(event);
    if (isIn(event, world.place) && event.message.from?.id === world.bot.id) endAction();
    addMessage(event);
    showChats(choosePlace);
    if (!isIn(event, world.place)) return;
    showKeyboard();
    obeyForcedReply(event);
  },
  edit(event) {
    keep(event);
    changeMessage(event);
    showPinned();
    showChats(choosePlace);
  },
  delete(event) {
    forget(event.chat_id, event.message_id);
    removeMessage(event.chat_id, event.message_id);
    showPinned();
    showChats(choosePlace);
  },
  people(event) {
    learnPeople(event.people);
    show();
  },
  chats(event) {
    const wasMember = isMember(chatOf(world.place), world.me);
    learnChats(event.chats);
    const chat = chatOf(world.place);
    if (chat?.migrated_to) go(world.me, { chat: chat.migrated_to, thread: null });
    else if (!placesOf(world.me).some((place) => samePlace(place, world.place))) choosePerson(world.me);
    else if (isMember(chat, world.me) !== wasMember) openPlace();
    showHead();
    showPinned();
    showChats(choosePlace);
  },
  clock(event) {
    learnTime(event);
    showClock();
    refreshMoments(document);
    showChats(choosePlace);
  },
  action: showAction,
  answer: showAnswer,
  results: showResults,
  reaction: showReaction,
  commands: forgetCommands,
};

// The window: drawer, theme, clock

function openDrawer(isOpen) {
  document.body.classList.toggle("drawer-open", isOpen);
  $("veil").hidden = !isOpen;
  $("drawer-open").setAttribute("aria-expanded", String(isOpen));
  if (isOpen) $("people").querySelector('[aria-checked="true"]')?.focus();
}

function closeDrawer() {
  if (document.body.classList.contains("drawer-open")) openDrawer(false);
}

const THEMES = { auto: ["◐", "Colours: as the system"], light: ["☀", "Colours: light"], dark: ["☾", "Colours: dark"] };

function setTheme(name) {
  const theme = THEMES[name] ? name : "auto";
  document.documentElement.dataset.theme = theme;
  localStorage.setItem("dueto-playground-theme", theme);
  const [sign, label] = THEMES[theme];
  $("theme").textContent = sign;
  $("theme").setAttribute("aria-label", label);
  $("theme").title = label;
}

function nextTheme() {
  const names = Object.keys(THEMES);
  const at = names.indexOf(document.documentElement.dataset.theme);
  setTheme(names[(at + 1) % names.length]);
}

// The clock stops on its way wherever the bot has something to send: that may take some seconds.
async function shift(button) {
  const { shift: seconds } = button.dataset;
  button.setAttribute("aria-busy", "true");
  await attempt("shift", seconds === "" ? {} : { seconds: Number(seconds) });
  button.removeAttribute("aria-busy");
}

async function attempt(name, fields) {
  await deed(name, fields).catch((reason) => toast(reason.message, "bad"));
}

async function startOver() {
  const words = "All messages, tasks and habits of this playground are deleted, and the clock returns to the real time.";
  if ((await ask({ title: "Start over?", body: [element("p", {}, words)], ok: "Start over" })) === null) return;
  toast("Starting over…");
  await attempt("restart", {});
}

async function changeMembership() {
  toggleMore(false);
  await attempt($("membership").dataset.deed, { who: world.me, chat: world.place.chat });
}

async function changeRank() {
  toggleMore(false);
  await attempt($("rank").dataset.deed, { chat: world.place.chat });
}

function toggleMore(isOpen) {
  $("more-menu").hidden = !isOpen;
  $("more").setAttribute("aria-expanded", String(isOpen));
  if (isOpen) $("membership").focus();
}

function wire() {
  useActions(actions);
  wireComposer();
  watchScroll();
  setTheme(localStorage.getItem("dueto-playground-theme"));
  $("theme").addEventListener("click", nextTheme);
  $("people").addEventListener("keydown", (event) => handlePeopleKeys(event, choosePerson));
  $("messages").addEventListener("keydown", handleMessageKeys);
  $("zone").addEventListener("change", () => attempt("zone", { who: world.me, zone: $("zone").value }));
  $("restart").addEventListener("click", startOver);
  $("membership").addEventListener("click", changeMembership);
  $("rank").addEventListener("click", changeRank);
  $("closed-deed").addEventListener("click", changeMembership);
  $("more").addEventListener("click", () => toggleMore($("more-menu").hidden));
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#more, #more-menu")) toggleMore(false);
  });
  $("drawer-open").addEventListener("click", () => openDrawer(true));
  $("drawer-close").addEventListener("click", closeDrawer);
  $("veil").addEventListener("click", closeDrawer);
  document.querySelectorAll("[data-shift]").forEach((button) =>
    button.addEventListener("click", () => shift(button)));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    closeDrawer();
    toggleMore(false);
  });
  addEventListener("hashchange", followHash);
  setInterval(() => world.me && showClock(), 1000);
  setInterval(() => refreshMoments(document), 15000);
}

wire();
listen(
  (event) => EVENTS[event.type]?.(event),
  (isOpen) => document.body.classList.toggle("is-offline", !isOpen),
);
