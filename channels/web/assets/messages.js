// Draws one message: text, picture, table, cards and quick replies.
import { h, icon, link, linked, safeUrl } from "./dom.js";

// `context`: words, locale, base, press(button), retry(id).
export function draw(message, context) {
  const { words } = context;
  if (message.direction === "note") return h("li", { class: "system", lang: message.language }, message.text);
  const mine = message.direction === "in";
  const reply = message.reply ?? {};
  const author = mine ? words.you : message.author === "agent" ? words.agent : words.assistant;
  return h(
    "li",
    { class: mine ? "message mine" : "message theirs", lang: message.language },
    h("span", { class: "sr", lang: context.language }, author + ": "),
    picture(reply, context),
    message.text && h("p", { class: "bubble" }, ...linked(message.text, words.new_tab)),
    reply.table && table(reply.table),
    cards(reply.cards ?? [], context),
    links(reply.links ?? [], context),
    choices(reply.buttons ?? [], context),
    h("p", { class: "meta", lang: context.language }, ...meta(message, context)),
  );
}

function meta(message, { words, locale, retry }) {
  const at = new Date(message.at);
  const today = at.toDateString() === new Date().toDateString();
  const form = today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
  const time = h("time", { datetime: message.at }, new Intl.DateTimeFormat(locale, form).format(at));
  if (message.direction !== "in") return [time];
  const state = h("span", { class: "state" }, " · " + words[message.state ?? "sent"]);
  if (message.state !== "failed") return [time, state];
  const again = !message.final && h("button", { type: "button", onclick: () => retry(message.id) }, words.retry);
  return [time, state, ...(again ? [" ", again] : []), ...(message.why ? [h("span", { class: "why" }, message.why)] : [])];
}

function picture({ image, alt }, { base }) {
  const src = image && safeUrl(image, base);
  if (!src) return null;
  const shown = h("img", { src, alt: alt ?? "", loading: "lazy", referrerpolicy: "no-referrer" });
  shown.addEventListener("error", () => shown.remove());
  return shown;
}

// A region that can be scrolled sideways must be reachable by keyboard, and have a name.
function table({ columns, rows, caption }) {
  return h(
    "div",
    { class: "table", role: "region", tabindex: "0", "aria-label": caption },
    h(
      "table",
      {},
      caption && h("caption", {}, caption),
      h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name)))),
      h(
        "tbody",
        {},
        ...rows.map(([first, ...rest]) =>
          h("tr", {}, h("th", { scope: "row" }, first), ...rest.map((cell) => h("td", {}, ...linked(cell)))),
        ),
      ),
    ),
  );
}

function cards(list, context) {
  if (!list.length) return null;
  const { words } = context;
  const row = h("ul", { class: "cards", tabindex: "0" }, ...list.map((each) => card(each, context)));
  if (list.length === 1) return row;
  const move = (name, sign) => {
    const step = () => row.scrollBy({ left: sign * row.firstElementChild.offsetWidth });
    return h("button", { type: "button", class: "round", "aria-label": words[name], onclick: step }, icon(sign < 0 ? "back" : "next"));
  };
  return h(
    "div",
    { class: "carousel", role: "group", "aria-label": words.cards },
    row,
    h("div", { class: "moves" }, move("previous", -1), move("next", 1)),
  );
}

function card({ title, subtitle, image, alt, link: address, buttons = [] }, context) {
  const { words, press } = context;
  const href = address && safeUrl(address, context.base);
  return h(
    "li",
    {},
    picture({ image, alt }, context),
    h("strong", {}, title),
    subtitle && h("span", { class: "subtitle" }, subtitle),
    href && link(href, words.details, words.new_tab),
    ...buttons.map((each) => h("button", { type: "button", class: "choice", onclick: () => press(each) }, each.title)),
  );
}

function links(list, { words, base }) {
  const shown = list.map(({ title, url }) => ({ title, href: safeUrl(url, base) })).filter(({ href }) => href);
  if (!shown.length) return null;
  return h("ul", { class: "links" }, ...shown.map(({ title, href }) => h("li", {}, link(href, title, words.new_tab))));
}

export function choices(buttons, { words, press, language }) {
  if (!buttons.length) return null;
  return h(
    "div",
    { class: "choices", role: "group", "aria-label": words.suggestions },
    ...buttons.map((each) => h("button", { type: "button", class: "choice", onclick: () => press(each) }, each.title)),
  );
}

// What a screen reader says of a new message.
export function spoken({ text, reply }, words) {
  const { table, cards = [], buttons = [] } = reply ?? {};
  const parts = [text, table?.caption, ...cards.map((card) => card.title)];
  if (buttons.length) parts.push(`${words.suggestions}: ${buttons.map((button) => button.title).join(", ")}`);
  return parts.filter(Boolean).join(". ");
}
