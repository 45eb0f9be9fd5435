// The frame around the conversation: the launcher, the window with its header, the form; and their labels.
import { h, icon } from "./dom.js";

const LABELS = {
  close: "close",
  log: "messages",
  location: "location",
  input: "input",
  send: "send",
  language: "language",
};
const TOOLTIPS = ["close", "location", "send"];

// `act`: what the controls do, by name.
export function buildPanel(act) {
  const button = (className, onclick, ...children) =>
    h("button", { type: "button", class: className, onclick }, ...children);
  const parts = {
    live: h("div", { class: "sr", "aria-live": "polite", "aria-relevant": "additions" }),
    title: h("h2", { id: "title" }),
    subtitle: h("p"),
    language: h("select", { onchange: () => act.choose(parts.language.value) }),
    close: button("round", act.close, icon("close")),
    notice: h("p", { class: "notice", hidden: true }),
    earlier: button("earlier", act.earlier),
    list: h("ol", { role: "list" }),
    typing: h("div", { class: "typing", "aria-hidden": "true", hidden: true }, h("span"), h("span"), h("span")),
    newest: button("newest", act.newest),
    location: button("round", act.locate, icon("pin")),
    input: h("textarea", { rows: "1", enterkeyhint: "send", oninput: act.typed }),
    send: h("button", { class: "round send", disabled: true }, icon("send")),
    over: h("p", { class: "over", id: "over", hidden: true }),
    badge: h("span", { class: "badge", "aria-hidden": "true", hidden: true }),
  };
  parts.earlier.hidden = parts.newest.hidden = true;
  parts.log = h(
    "div",
    { class: "log", role: "region", tabindex: "0" },
    parts.earlier,
    parts.list,
    parts.typing,
    parts.newest,
  );
  parts.panel = h(
    "section",
    { class: "panel", role: "dialog", "aria-labelledby": "title", tabindex: "-1", hidden: true, onkeydown: act.key },
    h(
      "header",
      {},
      h("div", {}, parts.title, parts.subtitle),
      h("span", { class: "language" }, icon("globe"), parts.language),
      parts.close,
    ),
    parts.notice,
    parts.log,
    parts.over,
    h("form", { onsubmit: act.submit }, parts.location, parts.input, parts.send),
  );
  parts.launcher = button("launcher", act.open, icon("chat"), parts.badge);
  parts.launcher.setAttribute("aria-haspopup", "dialog");
  parts.root = h("div", { class: "root" }, parts.live, parts.launcher, parts.panel);
  return parts;
}

export function labelPanel(parts, { words, language, languages }) {
  parts.root.lang = language;
  parts.title.textContent = words.name;
  parts.input.placeholder = words.placeholder;
  parts.earlier.textContent = words.earlier;
  parts.newest.textContent = words.new_message;
  for (const [part, word] of Object.entries(LABELS)) parts[part].setAttribute("aria-label", words[word]);
  for (const part of TOOLTIPS) parts[part].title = words[LABELS[part]];
  parts.language.replaceChildren(
    ...Object.entries(languages).map(([code, name]) => h("option", { value: code, lang: code }, name)),
  );
  parts.language.value = language;
}

export function showUnread({ badge, launcher }, words, unread) {
  badge.hidden = !unread;
  badge.textContent = unread > 99 ? "99+" : unread;
  const count = unread ? `. ${words.unread.replace("{count}", unread)}` : "";
  launcher.setAttribute("aria-label", words.open + count);
}

// The text field as high as its text, and a word when that is too long to be sent.
export function fitInput({ input, over, send }, words, limit) {
  const excess = [...input.value.trim()].length - limit;
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight + 2}px`;
  over.hidden = excess <= 0;
  over.textContent = excess > 0 ? words.over_limit.replace("{count}", excess) : "";
  input.setAttribute("aria-invalid", String(excess > 0));
  if (excess > 0) input.setAttribute("aria-describedby", "over");
  else input.removeAttribute("aria-describedby");
  send.disabled = excess > 0 || !input.value.trim();
}

// Tab goes round inside the window where it covers the whole page.
export function keepInside(panel, event, active) {
  const stops = [...panel.querySelectorAll("a[href], button:enabled, select, textarea, [tabindex='0']")];
  const shown = stops.filter((stop) => stop.offsetParent);
  const [first, last] = [shown[0], shown[shown.length - 1]];
  if (event.shiftKey ? active !== first && active !== panel : active !== last) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
