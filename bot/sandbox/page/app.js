// Puts the parts together: the list of chats, the chat in the middle, the drawer, and what happens on each event.
import * as composer from "./composer.js";
import { $, ask, avatar, h, labelled, openMenu, renew, toast } from "./dom.js";
import * as messages from "./messages.js";
import { act, botName, chat, isPrivate, last, load, onChange, speaker, store } from "./store.js";
import * as traffic from "./traffic.js";
import { languageName, setLanguage, t, timeOf } from "./words.js";

const wide = matchMedia("(min-width: 760px)");

function remembered(key, value) {
  try {
    if (value !== undefined) localStorage.setItem(key, value);
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function paintTheme() {
  const chosen = remembered("theme");
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

// --- the list of chats ---

function showList() {
  const entries = [...store.chats.values()].filter((entry) => !entry.migrated_to);
  renew($("chats"), entries.map((entry) => {
    const id = entry.chat.id;
    const name = isPrivate(entry) ? entry.chat.first_name : entry.chat.title;
    const message = last(entry);
    const language = isPrivate(entry) && store.people.get(id).language_code;
    return h("li", {}, h("button", {
      type: "button", class: "chat-item", "aria-current": id === store.current ? "page" : null, data: { chat: id }, onclick: () => go(id),
    },
    avatar(h("span", { "aria-hidden": "true" }), name, id),
    h("span", { class: "item-main" },
      h("span", { class: "item-top" }, h("b", {}, h("bdi", {}, name)), language && h("span", { class: "tag", title: languageName(language) }, language),
        h("span", { class: "grow" }), message && h("time", {}, timeOf(message.date))),
      h("span", { class: "item-last" }, h("span", { class: "preview", dir: "auto" }, entry.typing ? `${t("typing")}…` : messages.summary(message) || about(language)),
        entry.unread > 0 && h("span", { class: "badge" }, String(entry.unread))))));
  }));
}

const about = (language) => (store.profile[language] ?? {}).short_description || t("nothingYet");

// --- the chat ---

const go = (id) => { location.hash = `chat=${id}`; };

function route() {
  const wanted = Number(location.hash.match(/chat=(-?\d+)/)?.[1]);
  const id = store.chats.has(wanted) ? wanted : wide.matches ? store.chats.keys().next().value ?? null : null;
  const phoneToChat = store.current === null && id !== null;
  store.current = id;
  document.body.classList.toggle("in-chat", id !== null);
  $("chat").hidden = id === null;
  $("nothing").hidden = id !== null;
  label();
  showList();
  if (id === null) return;
  chat().unread = 0;
  composer.restore();
  showChat();
  messages.showAll();
  if (wide.matches && phoneToChat) $("text").focus();
}

function label() {
  const person = store.current === null ? [...store.people.values()][0] : speaker();
  setLanguage(person?.language_code ?? "en");
  document.title = store.bot ? botName() : "Sandbox";
  $("list").setAttribute("aria-label", t("chats"));
  $("new-person").textContent = `+ ${t("newPerson")}`;
  $("nothing").firstChild.textContent = t("nothing");
  $("offline").textContent = t("offline");
  labelled($("theme"), "theme", t("theme"));
  labelled($("back"), "back", t("back"));
  labelled($("chat-menu"), "menu", t("menu"));
  labelled($("down"), "down", t("newBelow"));
  traffic.label();
  composer.label();
}

function status(entry) {
  if (entry.typing) return `${entry.typing.action.startsWith("upload") ? t("working") : t("typing")}…`;
  if (!store.listening) return t("absent");
  if (!isPrivate(entry)) return t(entry.standing === "member" || entry.standing === "administrator" ? "members" : "membersOnly", { count: entry.members.length });
  const { first_name: name, language_code: language } = speaker(entry);
  return t("asPerson", { name, language: languageName(language ?? "en") });
}

function showChat() {
  const entry = chat();
  const title = isPrivate(entry) ? botName() : entry.chat.title;
  $("chat-title").textContent = title;
  avatar($("chat-avatar"), title, isPrivate(entry) ? 0 : entry.chat.id);
  $("chat-status").textContent = status(entry);
  $("chat-status").classList.toggle("active", Boolean(entry.typing));
  const closed = isPrivate(entry) && ["stranger", "kicked"].includes(entry.standing);
  $("composer").hidden = closed;
  $("big").hidden = !closed;
  $("big-button").textContent = t(entry.standing === "kicked" ? "restart" : "start");
  showTopics(entry);
  composer.showCommands();
  composer.showKeyboard();
  messages.showTyping();
}

function showTopics(entry) {
  const bar = $("topics");
  bar.hidden = !entry.chat.is_forum;
  const topics = [{ id: 0, name: t("general") }, ...entry.topics];
  renew(bar, topics.map((topic) => h("button", {
    type: "button", role: "tab", "aria-selected": String((store.topics.get(entry.chat.id) ?? 0) === topic.id),
    onclick: () => { store.topics.set(entry.chat.id, topic.id); showTopics(entry); messages.showAll(); },
  }, h("bdi", {}, topic.name))));
}

const attempt = (work) => work.catch((error) => toast(error.message));

function bigButton() {
  const path = chat().standing === "kicked" ? "unblock" : "start";
  attempt(act(`people/${speaker().id}/${path}`).then(() => $("text").focus()));
}

async function deepLink() {
  const given = await ask({ title: t("deepLink"), fields: [t("payload")], confirm: t("start"), cancel: t("cancel") });
  if (given?.[0]) composer.startWith(given[0]);
}

async function newTopic(id) {
  const given = await ask({ title: t("newTopic"), fields: [t("topicName")], confirm: t("add"), cancel: t("cancel") });
  if (given?.[0]) attempt(act(`groups/${id}/open_topic`, { name: given[0], by: speaker().id }));
}

async function newPerson() {
  const given = await ask({ title: t("newPerson"), fields: [t("name"), `${t("language")} (${t("code")})`], confirm: t("add"), cancel: t("cancel") });
  if (given?.[0]) attempt(act("people", { name: given[0], language: given[1] || undefined }).then(({ person }) => { pending = person.id; }));
}
let pending = null;

function chatMenu() {
  const entry = chat();
  const id = entry.chat.id;
  const group = (name) => () => attempt(act(`groups/${id}/${name}`, { by: speaker().id }));
  const inside = ["member", "administrator"].includes(entry.standing);
  openMenu($("chat-menu"), isPrivate(entry) ? [
    ["link", t("deepLink"), deepLink],
    entry.standing === "member" && ["close", t("block"), () => attempt(act(`people/${id}/block`))],
    entry.standing === "kicked" && ["check", t("unblock"), bigButton],
    ["code", t("traffic"), () => $("traffic-toggle").click()],
  ] : [
    inside ? ["close", t("removeBot"), group("remove_bot")] : ["add", t("addBot"), group("add_bot")],
    entry.chat.type === "group" && ["query", t("migrate"), () => attempt(act(`groups/${id}/migrate`, { by: speaker().id }).then(({ chat: made }) => { pending = made.id; }))],
    entry.chat.is_forum && ["add", t("newTopic"), () => newTopic(id)],
    ["code", t("traffic"), () => $("traffic-toggle").click()],
  ]);
}

// --- events ---

function onEvent(kind, event) {
  if (kind === "loaded") return route();
  if (kind === "offline" || kind === "online") { $("offline").hidden = kind === "online"; return undefined; }
  if (kind === "call") return traffic.fetchNew();
  if (kind === "answer") return messages.answered(event);
  if (kind === "inline") return composer.inlineAnswer(event);
  if (pending && store.chats.has(pending)) { go(pending); pending = null; }
  showList();
  if (store.current === null) return undefined;
  if (event.chat === store.current) {
    if (kind === "message") messages.add(event.message);
    if (kind === "edited") messages.replace(event.message);
    if (kind === "deleted") messages.remove(event.message_id);
    if (!document.hidden) chat().unread = 0;
  }
  if (event.fresh) messages.showAll();
  if (kind === "state" && !$("log").querySelector(".msg:not(.typing), .service")) { label(); messages.showAll(); }
  return showChat();
}

paintTheme();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paintTheme);
$("theme").addEventListener("click", () => {
  remembered("theme", document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  paintTheme();
});
$("back").addEventListener("click", () => { location.hash = ""; });
$("big-button").addEventListener("click", bigButton);
$("chat-menu").addEventListener("click", chatMenu);
$("new-person").addEventListener("click", newPerson);
$("speaker").addEventListener("change", (event) => {
  store.speakers.set(store.current, Number(event.target.value));
  label();
  showChat();
  messages.showAll();
});
addEventListener("hashchange", route);
wide.addEventListener("change", () => store.bot && route());
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && store.current !== null) { chat().unread = 0; showList(); }
});
messages.setUp({ ...composer });
composer.setUp();
traffic.setUp();
onChange(onEvent);
load().catch(() => { $("offline").hidden = false; setTimeout(() => location.reload(), 1500); });
