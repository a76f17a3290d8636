// One chat's messages on the screen: bubbles, buttons, pictures, and edits in their place.
import { $, ask, avatar, copyText, h, icon, openMenu, toast } from "./dom.js";
import { render } from "./entities.js";
import { act, botName, chat, isPrivate, speaker, store } from "./store.js";
import { dayOf, t, timeOf } from "./words.js";

const ANSWER_WAIT = 30_000;
const SHOWN = 400;
const REACTION = "👍";
let hooks = {};
let shown = new Map();
let stuck = true;

export function setUp(given) {
  hooks = given;
  const scroll = $("scroll");
  scroll.addEventListener("scroll", () => {
    stuck = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 60;
    $("down").hidden = stuck;
  });
  $("down").addEventListener("click", () => toBottom());
  new ResizeObserver(() => stuck && toBottom("instant")).observe(scroll);
}

export function toBottom(behavior = "smooth") {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  $("scroll").scrollTo({ top: $("scroll").scrollHeight, behavior: calm ? "instant" : behavior });
  stuck = true;
  $("down").hidden = true;
}

const inTopic = (message) => {
  const wanted = store.topics.get(store.current) ?? 0;
  return !chat().chat.is_forum || (message.message_thread_id ?? 0) === wanted;
};

export function showAll() {
  const log = $("log");
  shown = new Map();
  log.setAttribute("aria-live", "off");
  const messages = [...chat().messages.values()].filter(inTopic).slice(-SHOWN);
  const nodes = [];
  messages.forEach((message, index) => {
    if (!sameDay(messages[index - 1], message)) nodes.push(day(message));
    nodes.push(remember(message, build(message, messages[index - 1])));
  });
  if (!messages.length && isPrivate(chat())) nodes.push(welcome());
  log.replaceChildren(...nodes);
  toBottom("instant");
  log.setAttribute("aria-live", "polite");
}

export function add(message) {
  if (!inTopic(message)) return;
  const log = $("log");
  log.querySelector(".welcome")?.remove();
  log.querySelector(".typing")?.remove();
  const before = [...shown.keys()].map((id) => chat().messages.get(id)).filter(Boolean).pop();
  if (!sameDay(before, message)) log.append(day(message));
  const node = remember(message, build(message, before));
  node.classList.add("fresh");
  log.append(node);
  if (stuck || message.from.id === speaker().id) toBottom();
}

export function replace(message) {
  const old = shown.get(message.message_id);
  if (!old) return;
  const node = build(message, null);
  node.classList.toggle("joined", old.classList.contains("joined"));
  if (old.contains(document.activeElement)) queueMicrotask(() => node.querySelector(".key")?.focus());
  old.replaceWith(remember(message, node));
  node.classList.add("changed");
  if (stuck) toBottom();
}

export function remove(messageId) {
  shown.get(messageId)?.remove();
  shown.delete(messageId);
}

export function showTyping() {
  const log = $("log");
  const entry = chat();
  const there = log.querySelector(".typing");
  if (!entry.typing) return there?.remove();
  if (there) return undefined;
  log.append(h("div", { class: "msg in typing", "aria-hidden": "true" }, h("div", { class: "bubble" }, h("i"), h("i"), h("i"))));
  return stuck && toBottom();
}

const nameOf = (user) => (user.id === store.bot.id ? botName() : user.first_name);
const sameDay = (a, b) => Boolean(a) && new Date(a.date * 1000).toDateString() === new Date(b.date * 1000).toDateString();
const day = (message) => h("div", { class: "service day" }, dayOf(message.date));

function remember(message, node) {
  shown.set(message.message_id, node);
  return node;
}

function welcome() {
  const person = speaker();
  const profile = store.profile[person.language_code ?? ""] ?? {};
  const text = profile.description || profile.short_description;
  return h("div", { class: "welcome" },
    avatar(h("span"), botName(), 0),
    h("h3", { dir: "auto" }, botName()),
    text && h("p", { class: "what" }, t("whatIsIt")),
    text && h("p", { dir: "auto" }, text));
}

function build(message, before) {
  const note = service(message);
  if (note) return h("div", { class: "service" }, h("bdi", {}, note));
  const mine = message.from.id === speaker().id;
  const group = !isPrivate(chat());
  const joined = before && !service(before) && before.from.id === message.from.id && message.date - before.date < 300;
  const bubble = h("div", { class: `bubble${message.sticker ? " bare" : ""}` },
    group && !mine && h("div", { class: `who ink${message.from.is_bot ? 0 : message.from.id % 4}` }, h("bdi", {}, nameOf(message.from))),
    message.via_bot && h("div", { class: "via" }, `${t("via")} @${message.via_bot.username}`),
    message.reply_to_message && !message.reply_to_message.forum_topic_created && quoted(message.reply_to_message),
    ...media(message), words(message) ?? meta(message));
  const author = mine ? t("you") : nameOf(message.from);
  return h("article", {
    class: `msg ${mine ? "out" : "in"}${joined ? " joined" : ""}`, data: { id: message.message_id },
    "aria-label": `${author}, ${timeOf(message.date)}`,
  }, h("div", { class: "stack" }, bubble, keys(message), reactions(message)), more(message, mine));
}

function words(message) {
  const text = message.text ?? message.caption;
  if (text === undefined) return null;
  const nodes = render(text, message.entities ?? message.caption_entities, { onLink: openLink, onCommand: hooks.sendText });
  const said = h("span", { class: `words${onlyEmoji(message) ? " jumbo" : ""}` }, ...nodes);
  return h("div", { class: "text", dir: "auto" }, said, meta(message));
}

const onlyEmoji = (message) =>
  message.text && message.text.length < 16 && !message.entities && /^(\p{Extended_Pictographic}|\p{Emoji_Component}|\s)+$/u.test(message.text)
  && /\p{Extended_Pictographic}/u.test(message.text);

function meta(message) {
  return h("bdi", { class: "meta" }, message.edit_date && h("span", {}, t("edited")),
    h("time", { datetime: new Date(message.date * 1000).toISOString() }, timeOf(message.date)));
}

function quoted(message) {
  return h("button", {
    type: "button", class: "quoted", "aria-label": `${t("reply")}: ${nameOf(message.from)}`,
    onclick: () => shown.get(message.message_id)?.scrollIntoView({ block: "center", behavior: "smooth" }),
  }, h("b", {}, h("bdi", {}, nameOf(message.from))), h("span", { dir: "auto" }, message.text ?? message.caption ?? "…"));
}

const fileUrl = (id) => `/sandbox/files/${id}`;
const bytes = (size) => (size < 1024 ? `${size} B` : size < 1_048_576 ? `${(size / 1024).toFixed(1)} kB` : `${(size / 1_048_576).toFixed(1)} MB`);

function media(message) {
  if (message.photo) return [h("img", { class: "photo", src: fileUrl(message.photo.at(-1).file_id), alt: message.caption ?? t("photo") })];
  if (message.sticker) return [h("div", { class: "sticker", role: "img", "aria-label": t("sticker") }, message.sticker.emoji)];
  if (message.voice) {
    return [h("div", { class: "voice" }, icon("voice"), h("span", { class: "wave" }), `0:${String(message.voice.duration).padStart(2, "0")}`)];
  }
  if (!message.document) return [];
  const { file_id: id, file_name: name, file_size: size } = message.document;
  return [h("a", { class: "document", href: fileUrl(id), download: name },
    h("span", { class: "file-icon" }, icon("file")), h("span", { class: "file-name" }, h("bdi", {}, name), h("small", {}, bytes(size))))];
}

function keys(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return h("div", { class: "keys" }, ...rows.map((row) => h("div", { class: "key-row" }, ...row.map((button) => key(message, button)))));
}

function key(message, button) {
  const glyph = button.url ? "link" : button.copy_text ? "copy" : "callback_data" in button ? null : "query";
  const element = h("button", { type: "button", class: `key${button.style ? ` ${button.style}` : ""}` }, h("bdi", {}, button.text), glyph && icon(glyph));
  element.addEventListener("click", () => press(element, message, button));
  return element;
}

async function press(element, message, button) {
  if (button.url) return openLink(button.url);
  if (button.copy_text) return copyText(button.copy_text.text);
  if (!("callback_data" in button)) return hooks.askInline(button.switch_inline_query_current_chat ?? button.switch_inline_query ?? "");
  if (element.classList.contains("busy")) return undefined;
  element.classList.add("busy");
  element.setAttribute("aria-busy", "true");
  const calm = () => { element.classList.remove("busy"); element.removeAttribute("aria-busy"); };
  try {
    const fields = { chat: message.chat.id, message: message.message_id, label: button.text, data: button.callback_data };
    const { press: id } = await act(`people/${speaker().id}/press`, fields);
    waiting.set(id, { calm, timer: setTimeout(() => { settle(id); toast(t("noAnswer")); }, ANSWER_WAIT) });
    if (store.answers.has(id)) answered(store.answers.get(id));
  } catch (error) {
    calm();
    toast(error.message);
  }
  return undefined;
}

const waiting = new Map();

function settle(id) {
  const press = waiting.get(id);
  if (!press) return false;
  clearTimeout(press.timer);
  press.calm();
  return waiting.delete(id);
}

export function answered(event) {
  if (!settle(event.press)) return;
  store.answers.delete(event.press);
  if (!event.text) return;
  if (event.show_alert) ask({ text: event.text, confirm: t("ok") });
  else toast(event.text);
}

export async function openLink(url) {
  const deep = url.match(/^https?:\/\/(?:t|telegram)\.me\/(\w+)\/?\?start=([\w-]{1,64})$/i);
  if (deep && deep[1].toLowerCase() === store.bot.username.toLowerCase()) return hooks.startWith(deep[2]);
  if (!/^(https?:|mailto:|tel:)/i.test(url)) return toast(url);
  if (await ask({ title: t("openLink"), text: url, confirm: t("open"), cancel: t("cancel") })) window.open(url, "_blank", "noopener,noreferrer");
  return undefined;
}

function reactions(message) {
  const given = Object.values(message.reactions ?? {}).filter(Boolean);
  return given.length ? h("div", { class: "reactions" }, ...given.map((emoji) => h("span", {}, emoji))) : null;
}

function more(message, mine) {
  const button = h("button", { type: "button", class: "more", "aria-label": t("actions"), title: t("actions"), "aria-haspopup": "menu" }, icon("more"));
  button.addEventListener("click", () => openMenu(button, [
    ["reply", t("reply"), () => hooks.reply(message)],
    (message.text ?? message.caption) && ["copy", t("copy"), () => copyText(message.text ?? message.caption)],
    mine && message.text && ["edit", t("edit"), () => hooks.edit(message)],
    ["check", `${t("react")} ${REACTION}`, () => react(message)],
  ]));
  return button;
}

function react(message) {
  const own = message.reactions?.[speaker().id];
  const emoji = own ? "" : REACTION;
  act(`people/${speaker().id}/react`, { chat: message.chat.id, message: message.message_id, emoji }).catch((error) => toast(error.message));
}

function service(message) {
  const name = message.from.first_name;
  if (message.new_chat_members) return message.new_chat_members[0].is_bot ? t("botAdded", { name }) : t("joined", { name: message.new_chat_members[0].first_name });
  if (message.group_chat_created || message.supergroup_chat_created) return t("created", { name });
  if (message.left_chat_member) return message.from.is_bot ? t("botLeft") : t("removed", { name });
  if (message.forum_topic_created) return t("topicMade", { name, topic: message.forum_topic_created.name });
  if (message.forum_topic_closed) return t("topicClosed");
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return t("becameSuper");
  if (message.pinned_message) return t("pinned", { name });
  return null;
}

export const summary = (message) => {
  if (!message) return "";
  const kinds = { photo: t("photo"), voice: t("voice"), sticker: t("sticker"), document: t("document") };
  const kind = Object.keys(kinds).find((key) => message[key]);
  return service(message) ?? [kind && kinds[kind], message.text ?? message.caption].filter(Boolean).join(": ");
};
