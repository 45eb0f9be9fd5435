// <smart-assistant>: the button in the page's corner and the conversation that it opens.
import { Connection } from "./connection.js";
import { Conversation } from "./conversation.js";
import { findLocation } from "./location.js";
import { spoken } from "./messages.js";
import { buildPanel, fitInput, keepInside, labelPanel, showUnread } from "./panel.js";
import * as store from "./store.js";
import { loadTexts, preferredLanguage } from "./texts.js";
import { dark, paint } from "./theme.js";
import { Voice } from "./voice.js";

const BASE = new URL("../../", import.meta.url);
const TEXT_LIMIT = 4000;
const NOTICE_AFTER = 2000; // a short gap in the line is not worth a word
const TYPING_SPOKEN_AFTER = 3000;
const small = matchMedia("(max-width: 520px), (max-height: 440px)");
const touch = matchMedia("(pointer: coarse)");

class SmartAssistant extends HTMLElement {
  static observedAttributes = ["data-language", "data-colour", "data-position", "data-theme"];

  #connection = new Connection(BASE);
  #conversation = null;
  #texts = null;
  #asking = null; // the text load under way, so that a slow earlier one does not win
  #parts = null;
  #voice = null;
  #agent = false; // a person answers
  #online = null;
  #caughtUp = false; // false from a lost line until the server has sent what was missed
  #changed = true; // something came in meanwhile
  #known = false; // this page has shown the conversation before, so what is new to it is worth a word
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
    this.#conversation.messages = this.#connection.pending.map((message) => asSent(message));
    this.#relabel();
    this.#paint();
    if (store.tab.get("open") && !small.matches) this.#show();
    this.#resume();
  }

  disconnectedCallback() {
    this.#connection.stop();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#parts || before === after) return;
    if (name === "data-language") this.#speakIn(preferredLanguage(after));
    else this.#paint();
  }

  // For the page's own buttons.
  open() {
    if (!this.#parts?.panel.hidden) return;
    this.#show();
    this.#focusInside();
  }

  close() {
    if (this.#parts?.panel.hidden !== false) return;
    this.#parts.panel.hidden = true;
    this.#parts.launcher.hidden = false;
    store.tab.set("open", false);
    this.#count();
    this.#parts.launcher.focus();
  }

  // A visitor who never wrote costs the server nothing until the panel opens.
  #resume() {
    const open = this.#parts?.panel.hidden === false;
    if (open || store.get("talked") || this.#connection.pending.length) this.#connection.start();
  }

  get #words() {
    return this.#texts.words;
  }

  #build() {
    this.#parts = buildPanel({
      open: () => this.open(),
      close: () => this.close(),
      key: (event) => this.#key(event),
      typed: () => fitInput(this.#parts, this.#words, TEXT_LIMIT),
      submit: (event) => this.#submit(event),
      choose: (language) => this.#choose(language),
      locate: () => this.#locate(),
      earlier: () => this.#connection.earlier(this.#conversation.oldest.id),
      newest: () => this.#conversation.toEnd(),
    });
    this.#voice = new Voice(this.#parts);
    this.#conversation = new Conversation(this.#parts, () => ({
      words: this.#words,
      language: this.#texts.language,
      locale: this.#texts.locale,
      base: BASE,
      press: (button) => this.#send({ text: button.title, choice: button.payload }),
      retry: (id) => this.#connection.retry(id),
    }));
    this.shadowRoot.append(this.#parts.root);
  }

  #listen() {
    const [connection, conversation] = [this.#connection, this.#conversation];
    const on = (type, act) => connection.addEventListener(type, ({ detail }) => act(detail));
    const sending = () => (connection.ready ? "sending" : "waiting");
    on("line", ({ online }) => this.#line(online));
    on("ready", (frame) => this.#ready(frame));
    on("message", (message) => this.#receive(message));
    on("earlier", ({ messages, more }) => conversation.prepend(messages, more));
    on("sending", ({ id }) => conversation.mark(id, { state: sending(), why: null }));
    on("sent", ({ id, message_id }) => conversation.mark(id, { state: "sent", id: message_id }));
    on("failed", (failure) => this.#failed(failure));
    on("typing", ({ on: writing }) => this.#typing(writing));
    on("state", (state) => this.#state(state));
    on("renewed", () => this.#remark(this.#words.new_session));
    on("outdated", ({ text }) => this.#voice.notice(text));
    // The keyboard of a phone covers part of the page; the panel keeps to what is left.
    for (const changing of [small, dark]) changing.addEventListener("change", () => this.#paint());
    window.visualViewport?.addEventListener("resize", () => this.#paint());
    document.addEventListener("visibilitychange", () => this.#count());
    store.watch((name) => {
      if (name === "read") this.#count();
      if (name === "talked") this.#resume(); // another tab has begun the conversation
    });
  }

  // --- what is seen and heard

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

  async #speakIn(language) {
    await this.#load(language);
    this.#relabel();
  }

  #relabel() {
    labelPanel(this.#parts, this.#texts);
    this.#showOwner();
    this.#count();
    this.#conversation.redraw();
  }

  #showOwner() {
    this.#parts.subtitle.textContent = this.#agent ? this.#words.subtitle_agent : this.#words.subtitle;
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
    this.#conversation.toEnd();
    this.#count();
  }

  // On a touch screen the text field would call up the keyboard over the greeting.
  #focusInside() {
    (touch.matches ? this.#parts.panel : this.#parts.input).focus();
  }

  // What is in view has been read, in every tab.
  #count() {
    const { last } = this.#connection;
    const inView = !this.#parts.panel.hidden && !document.hidden;
    if (inView && last > (store.get("read") ?? 0)) store.set("read", last);
    showUnread(this.#parts, this.#words, this.#conversation.unread(store.get("read") ?? 0));
  }

  // A remark of the widget's own between the messages.
  #remark(text) {
    const note = { id: this.#connection.last + 0.5, direction: "note", text, language: this.#texts.language };
    this.#conversation.push(note);
    this.#voice.say(text);
    return note;
  }

  // --- what the customer does

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return; // an input method is still at work (Chinese, Thai)
    const { input, panel } = this.#parts;
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Enter" && !event.shiftKey && event.target === input) this.#submit(event);
    else if (event.key === "Tab" && small.matches) keepInside(panel, event, this.shadowRoot.activeElement);
  }

  #submit(event) {
    event.preventDefault();
    const { input, send } = this.#parts;
    if (send.disabled) return;
    this.#send({ text: input.value.trim() });
    input.value = "";
    fitInput(this.#parts, this.#words, TEXT_LIMIT);
    input.focus();
  }

  #send(content) {
    store.set("talked", true);
    const message = this.#connection.send(content);
    this.#conversation.push(asSent(message, this.#connection.ready ? "sending" : "waiting"));
    if (!this.shadowRoot.activeElement) this.#focusInside(); // the pressed button is gone
  }

  #choose(language) {
    store.set("language", language);
    this.#connection.chooseLanguage(language);
    this.#speakIn(language);
  }

  async #locate() {
    const finding = this.#remark(this.#words.location_finding);
    const [location, problem] = await findLocation().then((place) => [place], (why) => [null, why]);
    this.#conversation.remove(finding);
    if (location) this.#send({ text: this.#words.location_message, location });
    else this.#remark(problem === "denied" ? this.#words.location_denied : this.#words.location_failed);
  }

  // --- what the server says

  #line(online) {
    if (online === this.#online) return;
    this.#online = online;
    if (online) return this.#voice.clear(this.#words.online);
    this.#voice.noticeAfter(NOTICE_AFTER, this.#words.offline);
    this.#caughtUp = false;
    this.#typing(false);
    const sending = this.#conversation.messages.filter(({ state }) => state === "sending");
    for (const { id } of sending) this.#conversation.mark(id, { state: "waiting" });
  }

  // `more` comes with a conversation of which only the newest page was sent.
  #ready({ conversation, more }) {
    this.#caughtUp = this.#known = true;
    if (conversation) store.set("talked", true);
    if (more) this.#conversation.more = true;
    if (this.#changed) this.#conversation.redraw();
    this.#changed = false;
    this.#acknowledge();
  }

  #receive(message) {
    const { id, event, direction, language } = message;
    if (event && this.#conversation.has(event)) return this.#conversation.mark(event, { id, state: "sent", language });
    if (this.#conversation.has(id)) return;
    const atEnd = this.#conversation.insert(message);
    if (direction === "out" && this.#known) this.#voice.say(`${this.#words.name}: ${spoken(message, this.#words)}`, language);
    this.#changed = !this.#caughtUp;
    if (this.#changed) return; // drawn in one go when everything is here
    if (atEnd) this.#conversation.append(message);
    else this.#conversation.redraw();
    this.#acknowledge();
  }

  #acknowledge() {
    if (this.#connection.last) this.#connection.seen();
    this.#count();
  }

  #failed({ id, text, final }) {
    this.#conversation.mark(id, { state: "failed", why: text, final });
    this.#voice.say(`${this.#words.failed}. ${text ?? ""}`);
  }

  #state({ language, chosen, owner }) {
    this.#agent = owner === "agent";
    this.#showOwner();
    // Chosen in the conversation ("ภาษาไทย"): the labels follow. A choice from the menu still under way wins.
    if (!chosen || store.get("asked") || language === this.#texts.language) return;
    store.set("language", language);
    this.#speakIn(language);
  }

  #typing(writing) {
    this.#conversation.showTyping(writing);
    clearTimeout(this.#typingTimer);
    if (writing) this.#typingTimer = setTimeout(() => this.#voice.say(this.#words.typing), TYPING_SPOKEN_AFTER);
  }
}

const asSent = (message, state = "waiting") => ({ ...message, direction: "in", author: "customer", state });

customElements.define("smart-assistant", SmartAssistant);
