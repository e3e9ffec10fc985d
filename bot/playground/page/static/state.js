// What the page knows of the world, and who is looking at which place.
// A place is a chat, or a topic of a forum: {chat, thread}.

export const GENERAL = 1; // the thread of a forum's "General" topic
export const world = {
  bot: null,
  people: new Map(), // id → User
  chats: new Map(), // id → chat as the server describes it
  posts: new Map(), // chat id → Map(message id → {message, keyboard, for_person})
  skew: 0, // milliseconds by which the playground's clock is ahead of this browser's
  offset: 0, // seconds by which people have shifted that clock
  me: null, // id of the person who uses this window
  place: null, // the open place; its thread is null outside forums
};

// The locale of dates and times; for plain English it is British: day first, 24 hours.
export function locale() {
  const language = world.people.get(world.me)?.language_code ?? "en";
  return language === "en" ? "en-GB" : language;
}

// The zone of the person's own device, whatever this browser's is: their app shows times in it.
export const zone = () => world.people.get(world.me)?.zone ?? "UTC";

export function inWords(date, format, language = locale()) {
  return new Intl.DateTimeFormat(language, { ...format, timeZone: zone() }).format(date);
}

export const now = () => Date.now() + world.skew;

export function learn(everything) {
  world.bot = everything.bot;
  learnPeople(everything.people);
  world.posts = new Map();
  for (const view of everything.posts) keep(view);
  learnChats(everything.chats);
  learnTime(everything);
}

export function learnPeople(people) {
  world.people = new Map(people.map((person) => [person.id, person]));
}

export function learnChats(chats) {
  world.chats = new Map(chats.map((chat) => [chat.id, chat]));
}

export function learnTime({ now: seconds, offset }) {
  world.skew = seconds * 1000 - Date.now();
  if (Math.abs(world.skew - offset * 1000) < 2000) world.skew = offset * 1000;
  world.offset = offset;
}

export function keep(view) {
  if (!world.posts.has(view.chat_id)) world.posts.set(view.chat_id, new Map());
  world.posts.get(view.chat_id).set(view.message.message_id, view);
}

export function forget(chatId, messageId) {
  world.posts.get(chatId)?.delete(messageId);
}

export function threadOf(message) {
  if (message.is_topic_message) return message.message_thread_id;
  return message.chat.is_forum ? GENERAL : null;
}

// Whether a message belongs to a place and this person may see it: only members see a group's.
export const isIn = (view, place) =>
  view.chat_id === place.chat && threadOf(view.message) === place.thread &&
  isMember(chatOf(place), world.me);

export function viewsOf(place) {
  const views = [...(world.posts.get(place.chat)?.values() ?? [])];
  return views.filter((view) => isIn(view, place));
}

// The places that a person sees, in the order of the sidebar.
export function placesOf(me) {
  const places = [];
  for (const chat of world.chats.values()) {
    if (chat.migrated_to) continue;
    if (chat.type === "private" ? chat.id !== me : chat.type === "channel") continue;
    if (!chat.is_forum) places.push({ chat: chat.id, thread: null });
    for (const topic of chat.topics) places.push({ chat: chat.id, thread: topic.id });
  }
  return places;
}

export const chatOf = (place) => world.chats.get(place.chat);
export const topicOf = (place) =>
  chatOf(place)?.topics.find((topic) => topic.id === place.thread);

export function isMember(chat, personId) {
  return chat.type === "private" || chat.members.some((member) => member.id === personId);
}

// Why a person cannot write at a place; null when they can.
export function closedReason(place, me) {
  const chat = chatOf(place);
  if (chat.blocked_bot) return "You blocked the bot.";
  if (!isMember(chat, me)) return "You are not in this group.";
  const status = chat.members.find((member) => member.id === me)?.status;
  const isAdmin = status === "creator" || status === "administrator";
  if (topicOf(place)?.is_closed && !isAdmin) return "This topic is closed.";
  return null;
}

export const samePlace = (one, other) =>
  Boolean(one && other && one.chat === other.chat && one.thread === other.thread);

export function fullName(user) {
  return [user.first_name, user.last_name].filter(Boolean).join(" ");
}

export function senderOf(message) {
  if (message.sender_chat) return { id: message.sender_chat.id, name: message.sender_chat.title };
  return { id: message.from.id, name: fullName(message.from) };
}

export function titleOf(chat) {
  return chat.type === "private" ? world.bot.first_name : chat.title;
}

const slug = (words) =>
  words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
export const personSlug = (person) => slug(person.username ?? person.first_name);

export function placeSlug(place) {
  const chat = chatOf(place);
  if (chat.type === "private") return "private";
  const topic = topicOf(place);
  return topic ? `${slug(chat.title)}/${slug(topic.name)}` : slug(chat.title);
}

// Who and where a hash such as "#ann/flat-12" or "#bob/project-x/design" names. The first person
// and the first place replace unknown ones.
export function readHash(hash) {
  const [who, ...rest] = decodeURIComponent(hash.replace(/^#/, "")).split("/");
  const people = [...world.people.values()];
  const me = (people.find((person) => personSlug(person) === who) ?? people[0]).id;
  const places = placesOf(me);
  const wanted = rest.join("/");
  const place = places.find((one) => placeSlug(one) === wanted) ?? places[0];
  return { me, place };
}

// The last message that each person has read in this browser: "me:chat:thread" → message id.
const READ = "dueto-playground-read";
let read = JSON.parse(localStorage.getItem(READ) ?? "{}");
addEventListener("storage", (event) => {
  if (event.key === READ) read = JSON.parse(event.newValue ?? "{}");
});
const readKey = (me, place) => `${me}:${place.chat}:${place.thread ?? 0}`;

export function markRead(me, place) {
  const last = Math.max(0, ...viewsOf(place).map((view) => view.message.message_id));
  read[readKey(me, place)] = last;
  localStorage.setItem(READ, JSON.stringify(read));
}

export function unreadCount(me, place) {
  const last = read[readKey(me, place)] ?? 0;
  return viewsOf(place).filter(
    ({ message }) => message.message_id > last && message.from?.id !== me && isContent(message),
  ).length;
}

// What a message carries as a file: its sign, and what it is called. An animation is a document, too.
export const FILES = {
  animation: ["🎞", "GIF"],
  document: ["📄", "File"],
  video: ["🎬", "Video"],
  audio: ["🎵", "Audio"],
  voice: ["🎤", "Voice message"],
  video_note: ["⏺", "Video message"],
};

export const fileKind = (message) => Object.keys(FILES).find((kind) => kind in message);

export function fileName(kind, { performer, title, file_name: name }) {
  return [performer, title].filter(Boolean).join(" – ") || name || FILES[kind][1];
}

export const isContent = (message) =>
  ["text", "photo", "location"].some((kind) => kind in message) || Boolean(fileKind(message));

export function preview(message) {
  const words = message.text ?? message.caption;
  if (message.photo) return `🖼 ${words ?? "Photo"}`;
  const kind = fileKind(message);
  if (kind) return `${FILES[kind][0]} ${words ?? fileName(kind, message[kind])}`;
  if (message.location) return "📍 Location";
  return words ?? serviceWords(message);
}

export function serviceWords(message) {
  const who = message.from ? message.from.first_name : message.chat.title;
  if (message.new_chat_members) {
    const names = message.new_chat_members.map((user) => user.first_name).join(", ");
    return names === who ? `${who} joined the group` : `${who} added ${names}`;
  }
  if (message.left_chat_member) {
    const name = message.left_chat_member.first_name;
    return name === who ? `${who} left the group` : `${who} removed ${name}`;
  }
  if (message.forum_topic_created) return `Topic “${message.forum_topic_created.name}” was created`;
  if (message.forum_topic_closed) return `${who} closed the topic`;
  if (message.forum_topic_reopened) return `${who} reopened the topic`;
  if (message.pinned_message) return `${who} pinned a message`;
  if (message.new_chat_title) return `${who} named the group “${message.new_chat_title}”`;
  if (message.migrate_to_chat_id) return "The group became a supergroup";
  if (message.migrate_from_chat_id) return "The group became a supergroup";
  return "Message";
}
