// Turns a text with the Bot API's entities into page elements. Offsets count UTF-16 units, as JavaScript strings do.
import { copyText, h, icon } from "./dom.js";
import { t, currentLanguage } from "./words.js";

const SAFE = /^(https?:|mailto:|tel:|tg:)/i;
const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

export function render(text, entities, { onLink, onCommand }) {
  const known = (entities ?? []).filter((entity) => entity.length > 0)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, known, { onLink, onCommand });
}

function build(text, start, end, entities, hooks) {
  const nodes = [];
  let at = start;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    rest = others;
    if (from >= to) continue;
    if (from > at) nodes.push(text.slice(at, from));
    const inside = others.filter((other) => other.offset < to);
    nodes.push(element(entity, text.slice(from, to), build(text, from, to, inside, hooks), hooks));
    rest = others.filter((other) => other.offset + other.length > to);
    at = to;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes.map((node, index) => (typeof node === "string" ? beside(nodes[index - 1], node, nodes[index + 1]) : node));
}

// A quote or code block stands on lines of its own: the line breaks that set it apart are not shown twice.
const BLOCKS = ["BLOCKQUOTE", "DIV"];
function beside(before, text, after) {
  const cut = BLOCKS.includes(before?.tagName) ? text.replace(/^\n/, "") : text;
  return BLOCKS.includes(after?.tagName) ? cut.replace(/\n$/, "") : cut;
}

function element(entity, text, children, hooks) {
  if (PLAIN[entity.type]) return h(PLAIN[entity.type], {}, ...children);
  switch (entity.type) {
    case "pre": return pre(entity, text, children);
    case "spoiler": return spoiler(children);
    case "blockquote": return h("blockquote", {}, ...children);
    case "expandable_blockquote": return expandable(children);
    case "text_link": return link(entity.url, children, hooks);
    case "url": return link(/^[a-z]+:/i.test(text) ? text : `https://${text}`, children, hooks);
    case "email": return link(`mailto:${text}`, children, hooks);
    case "phone_number": return link(`tel:${text}`, children, hooks);
    case "bot_command": return h("button", { type: "button", class: "inline-link", onclick: () => hooks.onCommand(text) }, ...children);
    case "mention": case "hashtag": case "cashtag": case "text_mention": return h("span", { class: "tagged" }, ...children);
    case "date_time": return h("time", { datetime: new Date(entity.unix_time * 1000).toISOString(), title: moment(entity) }, ...children);
    default: return h("span", {}, ...children);
  }
}

const moment = (entity) =>
  new Intl.DateTimeFormat(currentLanguage(), { dateStyle: "full", timeStyle: "short" }).format(entity.unix_time * 1000);

function link(url, children, hooks) {
  if (!SAFE.test(url)) return h("span", {}, ...children);
  return h("a", {
    href: url, target: "_blank", rel: "noopener noreferrer nofollow", title: url,
    onclick: (event) => { event.preventDefault(); hooks.onLink(url); },
  }, ...children);
}

function pre(entity, text, children) {
  const copy = h("button", {
    type: "button", class: "copy", "aria-label": t("copyCode"), title: t("copyCode"),
    onclick: () => copyText(text),
  }, icon("copy"));
  return h("div", { class: "pre" }, h("div", { class: "pre-head" }, entity.language ?? "", copy), h("pre", { tabindex: "0" }, ...children));
}

function spoiler(children) {
  const hidden = h("button", { type: "button", class: "spoiler", "aria-label": t("hidden") }, ...children);
  hidden.addEventListener("click", () => { hidden.classList.add("shown"); hidden.removeAttribute("aria-label"); });
  return hidden;
}

function expandable(children) {
  const more = h("button", { type: "button", class: "inline-link" }, t("showAll"));
  const quote = h("blockquote", { class: "folded" }, h("div", { class: "fold" }, ...children), more);
  more.addEventListener("click", () => { quote.classList.remove("folded"); more.remove(); });
  return quote;
}
