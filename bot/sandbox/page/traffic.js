// The drawer for developers: every request of the bot and every webhook delivery, as they went over the wire.
import { $, h, labelled } from "./dom.js";
import { get } from "./store.js";
import { t } from "./words.js";

const KEPT = 300;
let newest = 0;
let busy = false;
let again = false;

export function setUp() {
  $("traffic-toggle").addEventListener("click", () => toggle());
  $("traffic-close").addEventListener("click", () => { toggle(false); $("traffic-toggle").focus(); });
  $("traffic-filter").addEventListener("input", filter);
  $("traffic").addEventListener("keydown", (event) => event.key === "Escape" && $("traffic-close").click());
}

export function label() {
  $("traffic-title").textContent = t("traffic");
  labelled($("traffic-toggle"), "code", t("traffic"));
  labelled($("traffic-close"), "close", t("close"));
  $("traffic-filter").placeholder = t("filter");
  $("traffic-filter").setAttribute("aria-label", t("filter"));
}

function toggle(open = $("traffic").hidden) {
  $("traffic").hidden = !open;
  document.body.classList.toggle("with-traffic", open);
  $("traffic-toggle").setAttribute("aria-expanded", String(open));
  if (open) fetchNew();
}

export async function fetchNew() {
  if ($("traffic").hidden) return;
  if (busy) { again = true; return; }
  busy = true;
  try {
    const { calls } = await get(`traffic?after=${newest}`);
    if (calls.length) show(calls);
    else if (!newest) $("calls").replaceChildren(h("li", { class: "hint" }, t("noTraffic")));
  } finally {
    busy = false;
  }
  if (again) { again = false; fetchNew(); }
}

function show(calls) {
  const list = $("calls");
  list.querySelector(".hint")?.remove();
  newest = calls.at(-1).seq;
  list.prepend(...calls.map(item).reverse());
  while (list.children.length > KEPT) list.lastChild.remove();
  filter();
}

function item(call) {
  const good = call.status >= 200 && call.status < 300;
  const time = new Date(call.at * 1000).toLocaleTimeString([], { hour12: false });
  const body = h("div", { class: "wire" });
  const details = h("details", {},
    h("summary", {}, h("span", { class: `status ${good ? "good" : "bad"}` }, String(call.status || "—")), h("b", {}, call.method),
      h("span", { class: "brief" }, brief(call)), h("time", {}, time)),
    body);
  details.addEventListener("toggle", () => details.open && !body.firstChild && body.append(
    h("h3", {}, call.method === "webhook" ? t("update") : t("request")), h("pre", { tabindex: "0" }, pretty(call.params)),
    h("h3", {}, `${t("answer")} · ${call.ms} ms`), h("pre", { tabindex: "0" }, pretty(call.answer))));
  return h("li", { data: { words: `${call.method} ${JSON.stringify(call.params)} ${JSON.stringify(call.answer)}`.toLowerCase() } }, details);
}

function brief(call) {
  const update = call.method === "webhook" ? call.params : call.answer?.result?.[0];
  const [kind, inside] = Object.entries(update ?? {}).find(([name]) => name !== "update_id") ?? [];
  const heard = inside?.from && `${kind}: ${inside.text ?? inside.data ?? inside.query ?? ""}`;
  return String(call.params.text ?? call.params.caption ?? call.answer?.description ?? heard ?? "").slice(0, 80);
}

function pretty(value) {
  const opened = typeof value === "object" && value ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, open(item)])) : open(value);
  return typeof opened === "string" ? opened : JSON.stringify(opened, null, 2);
}

function open(item) {
  if (typeof item !== "string" || !/^[[{]/.test(item)) return item;
  try {
    return JSON.parse(item);
  } catch {
    return item;
  }
}

function filter() {
  const wanted = $("traffic-filter").value.toLowerCase();
  for (const entry of $("calls").children) entry.hidden = Boolean(wanted) && !(entry.dataset.words ?? "").includes(wanted);
}
