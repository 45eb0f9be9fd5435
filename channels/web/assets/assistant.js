// <smart-assistant>: the button in the page's corner and the conversation that it opens.
import { Connection } from "./connection.js";
import { h, icon } from "./dom.js";
import { choices, draw, spoken } from "./messages.js";
import * as store from "./store.js";
import { loadTexts, preferredLanguage } from "./texts.js";
import { paint } from "./theme.js";

const BASE = new URL("../../", import.meta.url);
const TEXT_LIMIT = 4000;
const SUGGESTIONS = ["suggestion_price", "suggestion_compare", "suggestion_charging", "suggestion_person"];
const NOTICE_AFTER = 2000; // a short gap in the line is not worth a word
const SPOKEN_FOR = 20_000;
const small = matchMedia("(max-width: 520px), (max-height: 440px)");
const touch = matchMedia("(pointer: coarse)");

class SmartAssistant extends HTMLElement {
  static observedAttributes = ["data-language", "data-colour", "data-position", "data-theme"];

  #connection = new Connection(BASE);
  #messages = []; // in the order of the conversation; those not acknowledged yet at the end
  #texts = null;
  #parts = {};
  #more = false;
  #agent = false;
  #asking = null; // the text load under way, so that a slow earlier one does not win
  #online = null;
  #caughtUp = false; // false from a lost line until the server has sent what was missed
  #changed = true; // something came in meanwhile
  #known = false; // this page has shown the conversation before, so what is new to it is worth a word
  #following = true; // the end of the conversation is in view
  #noticeTimer = 0;
  #typingTimer = 0;

  async connectedCallback() {
    if (this.shadowRoot) return this.#resume();
    this.attachShadow({ mode: "open" });
    const [sheet] = await Promise.all([
      fetch(new URL("widget.css", import.meta.url)).then((response) => response.text()),
      this.#load(preferredLanguage(this.dataset.language)),
    ]);
    const styles = new CSSStyleSheet();
    styles.replaceSync(sheet);
    this.shadowRoot.adoptedStyleSheets = [styles];
    this.#build();
    this.#listen();
    this.#label();
    this.#paint();
    this.#messages = this.#connection.pending.map((message) => asSent(message));
    this.#redraw();
    if (store.tab.get("open") && !small.matches) this.#show();
    this.#resume();
  }

  disconnectedCallback() {
    this.#connection.stop();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#parts.root || before === after) return;
    if (name === "data-language") this.#load(preferredLanguage(after)).then(() => this.#relabel());
    else this.#paint();
  }

  // For the page's own buttons.
  open() {
    if (!this.#parts.panel?.hidden) return;
    this.#show();
    this.#focusInside();
  }

  close() {
    if (this.#parts.panel?.hidden !== false) return;
    this.#parts.panel.hidden = true;
    this.#parts.launcher.hidden = false;
    store.tab.set("open", false);
    this.#count();
    this.#parts.launcher.focus();
  }

  // A visitor who never wrote costs the server nothing until the panel opens.
  #resume() {
    if (store.get("talked") || this.#connection.pending.length || this.#parts.panel?.hidden === false) {
      this.#connection.start();
    }
  }

  get #words() {
    return this.#texts.words;
  }

  get #context() {
    return {
      words: this.#words,
      language: this.#texts.language,
      locale: this.#texts.locale,
      base: BASE,
      press: (button) => this.#send({ text: button.title, choice: button.payload }),
      retry: (id) => this.#connection.retry(id),
    };
  }

  // --- the frame around the conversation

  #build() {
    const parts = this.#parts;
    parts.live = h("div", { class: "sr", "aria-live": "polite", "aria-relevant": "additions" });
    parts.title = h("h2", { id: "title" });
    parts.subtitle = h("p");
    parts.language = h("select", { onchange: () => this.#choose(parts.language.value) });
    parts.close = h("button", { type: "button", class: "round", onclick: () => this.close() }, icon("close"));
    parts.notice = h("p", { class: "notice", hidden: true });
    parts.earlier = h("button", { type: "button", class: "earlier", hidden: true, onclick: () => this.#askEarlier() });
    parts.list = h("ol", { role: "list" });
    parts.typing = h("div", { class: "typing", "aria-hidden": "true", hidden: true }, h("span"), h("span"), h("span"));
    parts.newest = h("button", { type: "button", class: "newest", hidden: true, onclick: () => this.#toEnd() });
    parts.log = h(
      "div",
      { class: "log", role: "region", tabindex: "0", onscroll: () => this.#scrolled() },
      parts.earlier,
      parts.list,
      parts.typing,
      parts.newest,
    );
    parts.location = h("button", { type: "button", class: "round", onclick: () => this.#locate() }, icon("pin"));
    parts.input = h("textarea", { rows: "1", enterkeyhint: "send", oninput: () => this.#typed() });
    parts.send = h("button", { class: "round send", disabled: true }, icon("send"));
    parts.over = h("p", { class: "over", id: "over", hidden: true });
    parts.form = h("form", { onsubmit: (event) => this.#submit(event) }, parts.location, parts.input, parts.send);
    parts.panel = h(
      "section",
      { class: "panel", role: "dialog", "aria-labelledby": "title", tabindex: "-1", hidden: true },
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
      parts.form,
    );
    parts.badge = h("span", { class: "badge", "aria-hidden": "true", hidden: true });
    parts.launcher = h(
      "button",
      { type: "button", class: "launcher", "aria-haspopup": "dialog", onclick: () => this.open() },
      icon("chat"),
      parts.badge,
    );
    parts.root = h("div", { class: "root" }, parts.live, parts.launcher, parts.panel);
    this.shadowRoot.append(parts.root);
  }

  #listen() {
    const connection = this.#connection;
    const on = (type, act) => connection.addEventListener(type, ({ detail }) => act(detail));
    on("line", ({ online }) => this.#line(online));
    on("ready", (frame) => this.#ready(frame));
    on("message", (message) => this.#receive(message));
    on("earlier", ({ messages, more }) => this.#prepend(messages, more));
    on("sending", ({ id }) => this.#mark(id, { state: connection.ready ? "sending" : "waiting", why: null }));
    on("sent", ({ id, message_id }) => this.#mark(id, { state: "sent", id: message_id }));
    on("failed", ({ id, text, final }) => this.#mark(id, { state: "failed", why: text, final }));
    on("typing", ({ on: writing }) => this.#typing(writing));
    on("state", (state) => this.#state(state));
    on("renewed", () => this.#system(this.#words.new_session));
    on("outdated", ({ text }) => {
      clearTimeout(this.#noticeTimer);
      this.#notice(text);
    });
    this.#parts.panel.addEventListener("keydown", (event) => this.#key(event));
    for (const query of [small, matchMedia("(prefers-color-scheme: dark)")]) {
      query.addEventListener("change", () => this.#paint());
    }
    document.addEventListener("visibilitychange", () => this.#count());
    store.watch((name) => {
      if (name === "read") this.#count();
      if (name === "talked") this.#resume(); // another tab has begun the conversation
    });
    // A growing text field, a notice or a phone's keyboard take room away: the end stays in view.
    new ResizeObserver(() => this.#following && this.#toEnd()).observe(this.#parts.log);
    // The keyboard of a phone covers part of the page; the panel keeps to what is left.
    window.visualViewport?.addEventListener("resize", () => this.#paint());
  }

  #label() {
    const { parts, words } = { parts: this.#parts, words: this.#words };
    parts.root.lang = this.#texts.language;
    parts.title.textContent = words.name;
    parts.subtitle.textContent = this.#agent ? words.subtitle_agent : words.subtitle;
    parts.input.placeholder = words.placeholder;
    parts.earlier.textContent = words.earlier;
    parts.newest.textContent = words.new_message;
    const labels = { close: "close", log: "messages", location: "location", input: "input", send: "send", language: "language" };
    for (const [part, word] of Object.entries(labels)) parts[part].setAttribute("aria-label", words[word]);
    for (const part of ["close", "location", "send"]) parts[part].title = words[labels[part]];
    parts.language.replaceChildren(
      ...Object.entries(this.#texts.languages).map(([code, name]) => h("option", { value: code, lang: code }, name)),
    );
    parts.language.value = this.#texts.language;
    this.#count();
  }

  #paint() {
    const { root, panel } = this.#parts;
    paint(this, root);
    panel.setAttribute("aria-modal", String(small.matches));
    root.style.setProperty("--visible", `${window.visualViewport?.height ?? innerHeight}px`);
  }

  #show() {
    const { panel, launcher } = this.#parts;
    panel.hidden = false;
    launcher.hidden = true;
    store.tab.set("open", true);
    this.#connection.start();
    this.#toEnd();
    this.#count();
  }

  // On a touch screen the text field would call up the keyboard over the greeting.
  #focusInside() {
    (touch.matches ? this.#parts.panel : this.#parts.input).focus();
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return; // an input method is still at work (Chinese, Thai)
    const { input, panel } = this.#parts;
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Enter" && !event.shiftKey && event.target === input) this.#submit(event);
    else if (event.key === "Tab" && small.matches) keepInside(panel, event, this.shadowRoot.activeElement);
  }

  // --- what the customer does

  #typed() {
    const { input, over, send } = this.#parts;
    const excess = [...input.value.trim()].length - TEXT_LIMIT;
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight + 2}px`;
    over.hidden = excess <= 0;
    over.textContent = excess > 0 ? this.#words.over_limit.replace("{count}", excess) : "";
    input.setAttribute("aria-invalid", String(excess > 0));
    if (excess > 0) input.setAttribute("aria-describedby", "over");
    else input.removeAttribute("aria-describedby");
    send.disabled = excess > 0 || !input.value.trim();
  }

  #submit(event) {
    event.preventDefault();
    const { input, send } = this.#parts;
    if (send.disabled) return;
    this.#send({ text: input.value.trim() });
    input.value = "";
    this.#typed();
    input.focus();
  }

  #send(content) {
    store.set("talked", true);
    const message = asSent(this.#connection.send(content), this.#connection.ready ? "sending" : "waiting");
    this.#messages.push(message);
    this.#append(message);
    this.#toEnd();
    if (!this.shadowRoot.activeElement) this.#focusInside(); // the pressed button is gone
  }

  #choose(language) {
    store.set("language", language);
    this.#connection.chooseLanguage(language);
    this.#load(language).then(() => this.#relabel());
  }

  #locate() {
    const { words } = this.#texts;
    if (!navigator.geolocation) return this.#system(words.location_failed);
    const done = this.#system(words.location_finding);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        done();
        this.#send({ text: words.location_message, location: { latitude, longitude } });
      },
      ({ code, PERMISSION_DENIED }) => {
        done();
        this.#system(code === PERMISSION_DENIED ? words.location_denied : words.location_failed);
      },
      { timeout: 15_000, maximumAge: 60_000 },
    );
  }

  #askEarlier() {
    const oldest = this.#messages.find((message) => Number.isInteger(message.id));
    if (oldest) this.#connection.earlier(oldest.id);
  }

  // --- what the server says

  #line(online) {
    if (online === this.#online) return;
    this.#online = online;
    clearTimeout(this.#noticeTimer);
    if (!online) {
      this.#caughtUp = false;
      this.#typing(false);
      for (const message of this.#messages) {
        if (message.state === "sending") this.#mark(message.id, { state: "waiting" });
      }
      this.#noticeTimer = setTimeout(() => this.#notice(this.#words.offline), NOTICE_AFTER);
    } else if (!this.#parts.notice.hidden) {
      this.#parts.notice.hidden = true;
      this.#speak(this.#words.online);
    }
  }

  // `more` comes with a conversation from its newest page only: there is something before it.
  #ready({ conversation, more }) {
    this.#caughtUp = this.#known = true;
    if (conversation) store.set("talked", true);
    if (more) this.#more = true;
    if (this.#changed) this.#redraw();
    this.#changed = false;
    this.#acknowledge();
  }

  #receive(message) {
    const mine = message.event && this.#messages.find(({ id }) => id === message.event);
    if (mine) return this.#mark(message.event, { id: message.id, state: "sent", language: message.language });
    if (this.#messages.some(({ id }) => id === message.id)) return;
    const later = this.#messages.findIndex(({ id }) => !(id < message.id));
    this.#messages.splice(later < 0 ? this.#messages.length : later, 0, message);
    if (message.direction === "out" && this.#known) {
      this.#speak(`${this.#words.name}: ${spoken(message, this.#words)}`, message.language);
    }
    this.#changed = !this.#caughtUp;
    if (this.#changed) return; // drawn in one go when everything is here
    if (later < 0) this.#append(message);
    else this.#redraw();
    this.#acknowledge();
  }

  #acknowledge() {
    if (this.#connection.last) this.#connection.seen();
    this.#count();
  }

  #prepend(messages, more) {
    const { log } = this.#parts;
    const fromEnd = log.scrollHeight - log.scrollTop;
    this.#more = more;
    this.#messages.unshift(...messages);
    this.#redraw();
    log.scrollTop = log.scrollHeight - fromEnd;
    log.focus(); // the button may be gone
  }

  #mark(id, change) {
    const message = this.#messages.find((each) => each.id === id);
    if (!message) return;
    const node = message.node;
    Object.assign(message, change);
    if (node) this.#replace(node, message);
    if (change.state === "failed") this.#speak(`${this.#words.failed}. ${change.why ?? ""}`);
  }

  #state({ language, chosen, owner }) {
    this.#agent = owner === "agent";
    this.#parts.subtitle.textContent = this.#agent ? this.#words.subtitle_agent : this.#words.subtitle;
    // Chosen in the conversation ("ภาษาไทย"): the labels follow. A choice from the menu still under way wins.
    if (!chosen || store.get("asked") || language === this.#texts.language) return;
    store.set("language", language);
    this.#load(language).then(() => this.#relabel());
  }

  #typing(writing) {
    const atEnd = this.#atEnd();
    this.#parts.typing.hidden = !writing;
    if (writing && atEnd) this.#toEnd();
    clearTimeout(this.#typingTimer);
    if (writing) this.#typingTimer = setTimeout(() => this.#speak(this.#words.typing), 3000);
  }

  // --- drawing

  async #load(language) {
    const asking = (this.#asking = loadTexts(language));
    try {
      const texts = await asking;
      if (this.#asking === asking) this.#texts = texts;
    } catch (error) {
      if (!this.#texts) throw error; // nothing can be shown without words; later, the present ones stay
      console.warn("smart assistant:", error);
    }
    this.#connection.language = this.#texts.language;
  }

  #relabel() {
    this.#label();
    this.#redraw();
  }

  #redraw() {
    const { list, earlier } = this.#parts;
    const atEnd = this.#atEnd();
    list.replaceChildren();
    earlier.hidden = !this.#more;
    if (!this.#more) list.append(this.#greeting());
    this.#messages.forEach((message) => this.#append(message, false));
    if (atEnd) this.#toEnd();
  }

  #greeting() {
    const { words, language } = this.#texts;
    const offered = this.#messages.length ? [] : SUGGESTIONS.map((name) => ({ title: words[name] }));
    return h(
      "li",
      { class: "message theirs", lang: language },
      h("p", { class: "bubble" }, words.greeting),
      choices(offered, this.#context),
    );
  }

  #append(message, follow = true) {
    const { list } = this.#parts;
    const atEnd = this.#atEnd();
    const previous = this.#messages[this.#messages.indexOf(message) - 1];
    if (message.direction === "in") this.#dropChoices();
    if (previous && sameRun(previous, message)) previous.node?.classList.add("more");
    message.node = draw(message, this.#context);
    message.node.classList.toggle("failed", message.state === "failed");
    list.append(message.node);
    if (!follow) return;
    const { log, newest } = this.#parts;
    if (!atEnd) newest.hidden = false;
    else if (message.node.offsetHeight > log.clientHeight - 60) log.scrollTop = message.node.offsetTop - 12; // read on from its start
    else this.#toEnd();
  }

  #replace(node, message) {
    const focused = node.contains(this.shadowRoot.activeElement);
    message.node = draw(message, this.#context);
    message.node.classList.toggle("failed", message.state === "failed");
    message.node.classList.toggle("more", node.classList.contains("more"));
    node.replaceWith(message.node);
    if (focused) (message.node.querySelector("button") ?? this.#parts.log).focus();
  }

  // Quick replies answer the newest message; once the customer has said something they are gone.
  #dropChoices() {
    for (const old of this.#parts.list.querySelectorAll(".choices")) old.remove();
  }

  // A remark of the widget's own between the messages; the result takes it away again.
  #system(text) {
    const note = { id: this.#connection.last + 0.5, direction: "note", text, language: this.#texts.language };
    this.#messages.push(note);
    this.#append(note);
    this.#toEnd();
    this.#speak(text);
    return () => {
      this.#messages.splice(this.#messages.indexOf(note), 1);
      note.node.remove();
    };
  }

  #notice(text) {
    this.#parts.notice.textContent = text;
    this.#parts.notice.hidden = false;
    this.#speak(text);
  }

  #speak(text, language) {
    const line = h("p", { lang: language }, text);
    this.#parts.live.append(line);
    setTimeout(() => line.remove(), SPOKEN_FOR);
  }

  #atEnd() {
    const { log } = this.#parts;
    return log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  }

  #toEnd() {
    const { log, newest } = this.#parts;
    newest.hidden = true;
    this.#following = true;
    log.scrollTop = log.scrollHeight;
  }

  #scrolled() {
    this.#following = this.#atEnd();
    if (this.#following) this.#parts.newest.hidden = true;
  }

  #count() {
    const { panel, badge, launcher } = this.#parts;
    if (!panel.hidden && !document.hidden) {
      if (this.#connection.last > (store.get("read") ?? 0)) store.set("read", this.#connection.last);
    }
    const read = store.get("read") ?? 0;
    const unread = this.#messages.filter(({ direction, id }) => direction === "out" && id > read).length;
    badge.hidden = !unread;
    badge.textContent = unread > 99 ? "99+" : unread;
    const count = unread ? `. ${this.#words.unread.replace("{count}", unread)}` : "";
    launcher.setAttribute("aria-label", this.#words.open + count);
  }
}

const asSent = (message, state = "waiting") => ({ ...message, direction: "in", author: "customer", state });

const sameRun = (one, other) =>
  one.direction === other.direction && one.state !== "failed" && new Date(other.at) - new Date(one.at) < 300_000;

function keepInside(panel, event, active) {
  const stops = [...panel.querySelectorAll("a[href], button:enabled, select, textarea, [tabindex='0']")];
  const shown = stops.filter((stop) => stop.offsetParent);
  const [first, last] = [shown[0], shown[shown.length - 1]];
  if (event.shiftKey ? active !== first && active !== panel : active !== last) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}

customElements.define("smart-assistant", SmartAssistant);
