// Where a person writes: text, replies and edits, the command menu, inline mode, attachments, the reply keyboard.
import { $, h, icon, labelled, openMenu, toast } from "./dom.js";
import { act, chat, isPrivate, speaker, store } from "./store.js";
import { t } from "./words.js";

const MAX = 4096;
const INLINE_PAUSE = 250;
const ONE_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
let about = null; // { kind: "reply" | "edit", message }
let question = null;
let inlineTimer = 0;
let chosen = -1;

const field = () => $("text");

export function setUp() {
  $("composer").addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  field().addEventListener("input", () => { grow(); suggest(); });
  field().addEventListener("keydown", onKey);
  field().addEventListener("paste", () => setTimeout(grow));
  $("commands").addEventListener("click", () => { field().value = "/"; field().focus(); suggest(); });
  $("attach").addEventListener("click", attach);
}

export function label() {
  field().placeholder = t("message");
  field().setAttribute("aria-label", t("message"));
  labelled($("send"), about?.kind === "edit" ? "check" : "send", about?.kind === "edit" ? t("save") : t("send"));
  labelled($("commands"), "slash", t("commands"));
  labelled($("attach"), "attach", t("attach"));
}

function onKey(event) {
  const list = $("results");
  if (!list.hidden && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    return highlight(chosen + (event.key === "ArrowDown" ? 1 : -1));
  }
  if (event.key === "Escape") return hideResults() || setAbout(null);
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    if (!list.hidden && chosen >= 0) return list.children[chosen].click();
    return submit();
  }
  if (event.key === "ArrowUp" && !field().value) {
    const own = [...chat().messages.values()].filter((message) => message.from.id === speaker().id && message.text).pop();
    if (own) { event.preventDefault(); edit(own); }
  }
  return undefined;
}

function grow() {
  const area = field();
  area.style.height = "auto";
  area.style.height = `${Math.min(area.scrollHeight, 160)}px`;
  $("composer").classList.toggle("filled", area.value.trim() !== "");
  chat().draft = area.value;
}

export function restore() {
  setAbout(null);
  field().value = chat().draft;
  grow();
  hideResults();
}

async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error.message);
    return undefined;
  }
}

const place = () => ({ chat: store.current, topic: store.topics.get(store.current) || undefined });

async function submit() {
  const text = field().value.trim();
  if (!text) return;
  if ([...text].length > MAX) { toast(t("tooLong")); return; }
  const now = about;
  field().value = "";
  setAbout(null);
  grow();
  hideResults();
  if (now?.kind === "edit") await attempt(() => act(`people/${speaker().id}/edit`, { chat: store.current, message: now.message.message_id, text }));
  else await sendText(text, now?.message);
}

export const sendText = (text, replyTo) => attempt(() => act(`people/${speaker().id}/send`, { ...place(), text, reply_to: replyTo?.message_id }));

export const startWith = (payload) => attempt(() => act(`people/${speaker().id}/start`, { payload }));

export function reply(message) { setAbout({ kind: "reply", message }); field().focus(); }

export function edit(message) {
  setAbout({ kind: "edit", message });
  field().value = message.text;
  grow();
  field().focus();
}

function setAbout(next) {
  const leaving = about?.kind === "edit" && !next;
  about = next;
  const box = $("context");
  box.hidden = !next;
  if (leaving) { field().value = ""; grow(); }
  if (next) {
    const close = h("button", { type: "button", class: "icon", onclick: () => setAbout(null) });
    labelled(close, "close", t("cancel"));
    box.replaceChildren(icon(next.kind), h("span", { class: "context-text" }, h("b", {}, next.kind === "edit" ? t("edit") : next.message.from.first_name),
      h("span", { dir: "auto" }, next.message.text ?? next.message.caption ?? "…")), close);
  }
  label();
}

// --- commands and inline results above the field ---

function suggest() {
  const text = field().value;
  const inline = text.match(/^@(\w+)\s([^]*)$/);
  clearTimeout(inlineTimer);
  if (inline && inline[1].toLowerCase() === store.bot.username.toLowerCase() && store.bot.supports_inline_queries) {
    inlineTimer = setTimeout(() => ask(inline[2].trim()), INLINE_PAUSE);
    return;
  }
  const commands = chat().commands[speaker().id] ?? [];
  const typed = text.match(/^\/(\w*)$/);
  const found = typed ? commands.filter((item) => item.command.startsWith(typed[1].toLowerCase())) : [];
  showResults(found.map((item) => option(`/${item.command}`, item.description, () => { take(""); sendText(`/${item.command}`); })), t("commands"));
}

const take = (text) => { field().value = text; grow(); hideResults(); };

export function askInline(query) {
  take(`@${store.bot.username} ${query}`);
  field().focus();
  suggest();
}

async function ask(query) {
  const asked = await attempt(() => act(`people/${speaker().id}/inline`, { chat: store.current, query }));
  if (!asked) return;
  question = asked.question;
  if (store.answers.has(question)) inlineAnswer(store.answers.get(question)); // it was faster than our own request
}

export function inlineAnswer(event) {
  if (event.question !== question) return;
  store.answers.delete(question);
  const options = event.results.map((result) => option(result.title, result.description ?? "", async () => {
    take("");
    await attempt(() => act(`people/${speaker().id}/choose`, { ...place(), question: event.question, result: result.id }));
  }));
  if (!options.length) options.push(h("div", { class: "option empty" }, t("noResults")));
  const { text, start_parameter: payload } = event.button ?? {};
  if (payload) options.unshift(option(text, "", () => { take(""); startWith(payload); }));
  showResults(options, t("inlineHint"), payload ? 1 : 0);
}

function option(title, text, action) {
  return h("button", { type: "button", class: "option", role: "option", onclick: action }, h("b", { dir: "auto" }, title), h("span", { dir: "auto" }, text));
}

function showResults(options, name, first) {
  const list = $("results");
  list.classList.toggle("inline", first >= 0);
  list.replaceChildren(...options);
  list.setAttribute("aria-label", name);
  list.hidden = !options.length;
  highlight(options.length ? first ?? 0 : -1);
}

function hideResults() {
  const open = !$("results").hidden;
  $("results").hidden = true;
  question = null;
  chosen = -1;
  return open;
}

function highlight(index) {
  const options = [...$("results").children];
  chosen = options.length ? (index + options.length) % options.length : -1;
  options.forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
  options[chosen]?.scrollIntoView({ block: "nearest" });
}

// --- attachments and the reply keyboard ---

function attach() {
  const sendFile = (fields) => attempt(() => act(`people/${speaker().id}/file`, { ...place(), caption: field().value.trim(), ...fields }).then(() => take("")));
  const pick = (kind, accept) => {
    const input = h("input", { type: "file", accept });
    input.onchange = async () => {
      const file = input.files[0];
      const url = await new Promise((resolve) => { const reader = new FileReader(); reader.onload = () => resolve(reader.result); reader.readAsDataURL(file); });
      sendFile({ kind, name: file.name, mime: file.type || "application/octet-stream", data: url.split(",")[1] });
    };
    input.click();
  };
  openMenu($("attach"), [
    ["photo", t("photo"), () => pick("photo", "image/png,image/jpeg,image/gif,image/webp")],
    ["file", t("document"), () => pick("document")],
    ["voice", t("voice"), () => sendFile({ kind: "voice", name: "voice.ogg", mime: "audio/ogg", data: btoa("OggS sandbox"), caption: "" })],
    ["sticker", t("sticker"), () => sendFile({ kind: "sticker", name: "sticker.png", mime: "image/png", data: ONE_PIXEL, emoji: "👍" })],
  ]);
}

export function showKeyboard() {
  const markup = chat().keyboard;
  const box = $("keyboard");
  const rows = markup?.keyboard ?? [];
  box.hidden = !rows.length;
  box.replaceChildren(...rows.map((row) => h("div", { class: "key-row" }, ...row.map((button) =>
    h("button", { type: "button", class: "key", onclick: () => { sendText(button.text); if (markup.one_time_keyboard) box.hidden = true; } }, h("bdi", {}, button.text))))));
  if (markup?.input_field_placeholder) field().placeholder = markup.input_field_placeholder;
}

export function showCommands() {
  const commands = chat().commands[speaker().id] ?? [];
  $("commands").hidden = !commands.length;
  const select = $("speaker");
  const entry = chat();
  select.hidden = isPrivate(entry);
  if (isPrivate(entry)) return;
  select.setAttribute("aria-label", t("writeAs"));
  select.title = t("writeAs");
  select.replaceChildren(...entry.members.map((id) => h("option", { value: id, selected: id === speaker().id }, store.people.get(id).first_name)));
}
