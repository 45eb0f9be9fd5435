// Small helpers to build elements. Text goes in as text only: nothing here parses markup.
const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  chat: "M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-8l-5 4v-4H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM7.5 11h.01M12 11h.01M16.5 11h.01",
  close: "M6 6l12 12M18 6L6 18",
  send: "M5 12h14M13 6l6 6-6 6",
  pin: "M12 21c4-4.5 7-7.8 7-11a7 7 0 1 0-14 0c0 3.2 3 6.5 7 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  down: "M12 5v14M6 13l6 6 6-6",
};

// h("button", { class: "send", onclick: act }, "Send"): null and false attributes and children are left out.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value == null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

// Web addresses, mail addresses and telephone numbers (with a country code, a leading 0, or 1-300 / 1-800).
const LINK =
  /(https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+)|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(^|[^\w.,/-])((?:\+\d{1,3}|0|1[ -]?(?:300|800))[\d -]{6,14}\d)(?![\w-])/gi;

export function safeUrl(address, base) {
  try {
    const url = new URL(address, base);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

// Plain text as nodes, what looks like a link made one.
export function linked(text, newTab) {
  const nodes = [];
  let done = 0;
  for (const match of text.matchAll(LINK)) {
    const [, web, mail, before, phone] = match;
    const shown = (web ?? mail ?? phone).replace(/[.,;:!?'")\]]+$/, "");
    const href = web ? safeUrl(shown) : mail ? "mailto:" + shown : "tel:" + shown.replace(/[^\d+]/g, "");
    if (!href) continue;
    const at = match.index + (before?.length ?? 0);
    nodes.push(text.slice(done, at), link(href, shown, web && newTab));
    done = at + shown.length;
  }
  nodes.push(text.slice(done));
  return nodes.filter((node) => node !== "");
}

// A link away from this page says so to those who cannot see its new tab.
export function link(href, shown, newTab) {
  if (!newTab) return h("a", { href, rel: "noopener" }, shown);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer" }, shown, h("span", { class: "sr" }, ` (${newTab})`));
}
