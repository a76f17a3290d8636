// Small helpers. Every text enters the page as a text node: nothing a bot or person writes is ever read as HTML.
import { t } from "./words.js";

export const $ = (id) => document.getElementById(id);

export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child || child === 0));
  return element;
}

const PATHS = {
  back: "M15 5l-7 7 7 7", send: "M4 12l16-8-6 16-3-6z", menu: "M12 5v.01M12 12v.01M12 19v.01", down: "M6 9l6 6 6-6",
  attach: "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4L14 7.6",
  theme: "M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z", code: "M8 7l-5 5 5 5M16 7l5 5-5 5", close: "M6 6l12 12M18 6L6 18",
  slash: "M7 4h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3zM14 8l-4 8", link: "M8 16L17 7M9 7h8v8", copy: "M9 9h10v10H9zM5 15V5h10", query: "M4 12h14M13 7l5 5-5 5",
  reply: "M10 7L4 12l6 5M4 12h10a6 6 0 0 1 6 6", edit: "M4 20l1-5L16 4l4 4L9 19z", file: "M7 3h7l5 5v13H7zM14 3v5h5",
  voice: "M6 10v4M10 6v12M14 8v8M18 10v4", photo: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4", add: "M12 5v14M5 12h14",
  check: "M5 13l4 4L19 7", more: "M5 12v.01M12 12v.01M19 12v.01", sticker: "M12 3a9 9 0 1 0 9 9h-5a4 4 0 0 1-4-4z",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("glyph", ...(PATHS[name].includes(".01") ? ["dots"] : []));
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function labelled(button, name, label) {
  button.replaceChildren(icon(name));
  button.setAttribute("aria-label", label);
  button.title = label;
}

export function avatar(element, name, seed) {
  const letters = [...new Intl.Segmenter().segment(name.trim())].map((part) => part.segment);
  element.textContent = (letters[0] ?? "?").toUpperCase();
  element.className = `avatar hue${Math.abs(Number(seed)) % 4}`;
  return element;
}

// Draws a list anew, but not under a finger: the press would be lost.
export function renew(list, items) {
  list.next = items;
  if (list.matches(":active")) setTimeout(() => list.next === items && renew(list, items), 50);
  else list.replaceChildren(...items);
}

export function toast(text) {
  const element = h("div", { class: "toast" }, text);
  $("toasts").append(element);
  setTimeout(() => element.remove(), 4000);
}

// A question in the middle of the page; resolves to the fields' values, or null when it was put away.
export function ask({ title, text, fields = [], confirm, cancel }) {
  const dialog = $("dialog");
  return new Promise((resolve) => {
    const inputs = fields.map((field) => h("input", { class: "field", placeholder: field, "aria-label": field, maxlength: 64 }));
    const form = h(
      "form", { method: "dialog" },
      title && h("h2", { id: "dialog-title" }, title),
      text && h("p", { dir: "auto" }, text),
      ...inputs,
      h("div", { class: "choices" },
        cancel && h("button", { type: "button", class: "quiet", onclick: () => dialog.close("") }, cancel),
        h("button", { value: "yes", class: "loud" }, confirm)),
    );
    dialog.replaceChildren(form);
    dialog.setAttribute("aria-label", title || text);
    dialog.returnValue = "";
    dialog.onclose = () => resolve(dialog.returnValue === "yes" ? inputs.map((input) => input.value.trim()) : null);
    dialog.showModal();
  });
}

// A menu beside the element that opened it; items are [icon, label, action] or nothing.
export function openMenu(anchor, items) {
  const menu = $("menu");
  const close = () => {
    menu.hidden = true;
    document.removeEventListener("pointerdown", outside, true);
    anchor.setAttribute("aria-expanded", "false");
  };
  const outside = (event) => menu.contains(event.target) || close();
  menu.replaceChildren(...items.filter(Boolean).map(([glyph, label, action]) =>
    h("button", { type: "button", role: "menuitem", onclick: () => { close(); action(); } }, icon(glyph), label)));
  menu.onkeydown = (event) => {
    const buttons = [...menu.children];
    const at = buttons.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") { close(); anchor.focus(); }
    if (step) { event.preventDefault(); buttons[(at + step + buttons.length) % buttons.length].focus(); }
  };
  menu.hidden = false;
  anchor.setAttribute("aria-expanded", "true");
  const from = anchor.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(from.right - size.width, innerWidth - size.width - 8))}px`;
  menu.style.top = `${from.bottom + size.height + 8 > innerHeight ? Math.max(8, from.top - size.height - 4) : from.bottom + 4}px`;
  menu.firstChild?.focus();
  document.addEventListener("pointerdown", outside, true);
}

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("copied"));
  } catch {
    toast(text); // no leave to use the clipboard: then at least it can be read
  }
}
