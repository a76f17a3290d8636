// What the page knows of the sandbox, kept true by the event stream. Views listen; nothing else changes the data.
const listeners = new Set();

export const store = {
  bot: null, profile: {}, people: new Map(), chats: new Map(), listening: false,
  current: null, speakers: new Map(), topics: new Map(), answers: new Map(),
};

export const onChange = (listener) => listeners.add(listener);
const tell = (kind, data = {}) => listeners.forEach((listener) => listener(kind, data));

export async function get(path) {
  const response = await fetch(`/sandbox/${path}`, { cache: "no-store" });
  const body = await response.json();
  if (!response.ok) throw new Error(body.error);
  return body;
}

export async function act(path, fields = {}) {
  const response = await fetch(`/sandbox/${path}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(fields),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(body.error);
  return body;
}

export const chat = (id = store.current) => store.chats.get(id);
export const isPrivate = (entry) => entry.chat.type === "private";

// Who acts in a chat: its person, or in a group the one that was chosen.
export function speaker(entry = chat()) {
  if (isPrivate(entry)) return store.people.get(entry.chat.id);
  return store.people.get(store.speakers.get(entry.chat.id) ?? entry.members[0]);
}

export const botName = () => {
  const person = store.current === null ? null : speaker();
  const code = person?.language_code ?? "";
  return store.profile[code]?.name || store.profile[""]?.name || store.bot.first_name;
};

export const last = (entry) => [...entry.messages.values()].pop();

export async function load() {
  const state = await get("state");
  store.chats.clear();
  takeState(state);
  await Promise.all([...store.chats.values()].map(loadMessages));
  tell("loaded");
  follow(state.last);
}

async function loadMessages(entry) {
  const full = await get(`chats/${entry.chat.id}`);
  for (const message of full.messages) entry.messages.set(message.message_id, message);
  entry.messages = new Map([...entry.messages].sort(([a], [b]) => a - b)); // newer ones may have come meanwhile
}

function takeState(state) {
  Object.assign(store, { bot: state.bot, profile: state.profile, listening: state.listening });
  store.people = new Map(state.people.map((person) => [person.id, person]));
  for (const fresh of state.chats) {
    const known = store.chats.get(fresh.chat.id) ?? { messages: new Map(), unread: 0, typing: null, draft: "" };
    store.chats.set(fresh.chat.id, Object.assign(known, fresh));
  }
}

let refreshing = null;
function refresh() {
  refreshing ??= get("state").then(async (state) => {
    refreshing = null;
    const strangers = state.chats.filter((fresh) => !store.chats.has(fresh.chat.id));
    takeState(state);
    await Promise.all(strangers.map((fresh) => loadMessages(store.chats.get(fresh.chat.id))));
    tell("state", { fresh: strangers.some((fresh) => fresh.chat.id === store.current) });
  }).catch(() => { refreshing = null; });
}

function follow(after) {
  const source = new EventSource(`/sandbox/events?after=${after}`);
  source.onmessage = (event) => take(JSON.parse(event.data));
  source.onerror = () => { source.close(); tell("offline"); comeBack(); };
}

function comeBack() {
  setTimeout(() => load().then(() => tell("online"), comeBack), 1000);
}

function take(event) {
  const entry = store.chats.get(event.chat);
  switch (event.kind) {
    case "message": case "edited": return entry ? takeMessage(entry, event) : refresh();
    case "deleted": entry?.messages.delete(event.message_id); return tell("deleted", event);
    case "action": if (entry) startTyping(entry, event); return undefined;
    case "keyboard": if (entry) entry.keyboard = event.keyboard; return tell("state", event);
    case "answer": store.answers.set(event.press, event); return tell("answer", event);
    case "inline": store.answers.set(event.question, event); return tell("inline", event);
    case "call": return tell("call", event);
    case "reaction": if (entry) takeReaction(entry, event); return undefined;
    case "listening": store.listening = true; return tell("state");
    case "press": return undefined;
    case "gap": return location.reload();
    default: return refresh();
  }
}

function takeMessage(entry, event) {
  const { message } = event;
  const fresh = event.kind === "message";
  const old = entry.messages.get(message.message_id);
  if (old?.reactions) message.reactions = old.reactions;
  entry.messages.set(message.message_id, message);
  if (message.from.is_bot) stopTyping(entry);
  if (fresh && (event.chat !== store.current || document.hidden)) entry.unread += 1;
  if (message.forum_topic_created || message.forum_topic_closed || message.new_chat_members) refresh();
  tell(event.kind, event);
}

function takeReaction(entry, event) {
  const message = entry.messages.get(event.message_id);
  if (!message) return;
  message.reactions = { ...message.reactions, [event.by]: event.reaction[0]?.emoji };
  tell("edited", { chat: event.chat, message });
}

function startTyping(entry, event) {
  stopTyping(entry);
  if (event.action !== "cancel") {
    entry.typing = { action: event.action, timer: setTimeout(() => { stopTyping(entry); tell("state"); }, 5000) };
  }
  tell("state");
}

function stopTyping(entry) {
  if (entry.typing) clearTimeout(entry.typing.timer);
  entry.typing = null;
}
