// The list of messages: in order, drawn, and scrolled as a reader wants it.
import { h } from "./dom.js";
import { choices, draw } from "./messages.js";

const SUGGESTIONS = ["suggestion_price", "suggestion_compare", "suggestion_charging", "suggestion_person"];
const SAME_RUN = 300_000; // messages of one side within this time share one line with the time of day
const NEAR_END = 60; // pixels

export class Conversation {
  messages = []; // those that the server has not acknowledged yet at the end
  more = false; // there is something before the first of them
  #following = true; // the end is in view
  #height = 0;
  #parts;
  #context;

  // `context()`: what drawing needs, in the present language.
  constructor(parts, context) {
    this.#parts = parts;
    this.#context = context;
    parts.log.addEventListener("scroll", () => this.#scrolled());
    // A growing text field, a notice or a phone's keyboard take room away: the end stays in view.
    new ResizeObserver(() => this.#resized()).observe(parts.log);
  }

  get oldest() {
    return this.messages.find(({ id }) => Number.isInteger(id));
  }

  has(id) {
    return this.messages.some((message) => message.id === id);
  }

  unread(read) {
    return this.messages.filter(({ direction, id }) => direction === "out" && id > read).length;
  }

  // Puts a message where it belongs, without drawing it; tells whether that is the end.
  insert(message) {
    const later = this.messages.findIndex(({ id }) => !(id < message.id));
    this.messages.splice(later < 0 ? this.messages.length : later, 0, message);
    return later < 0;
  }

  // What the customer just did goes to the end, and into view.
  push(message) {
    this.messages.push(message);
    this.append(message);
    this.toEnd();
  }

  prepend(messages, more) {
    const { log } = this.#parts;
    const fromEnd = log.scrollHeight - log.scrollTop;
    this.more = more;
    this.messages.unshift(...messages);
    this.redraw();
    log.scrollTop = log.scrollHeight - fromEnd;
    log.focus(); // the button may be gone
  }

  remove(message) {
    this.messages.splice(this.messages.indexOf(message), 1);
    message.node.remove();
  }

  // Changes a message, and what is seen of it.
  mark(id, change) {
    const message = this.messages.find((each) => each.id === id);
    if (!message) return;
    const before = message.node;
    Object.assign(message, change);
    if (!before) return;
    const focused = before.contains(before.getRootNode().activeElement);
    this.#draw(message).classList.toggle("more", before.classList.contains("more"));
    before.replaceWith(message.node);
    if (focused) (message.node.querySelector("button") ?? this.#parts.log).focus();
  }

  redraw() {
    const { list, earlier } = this.#parts;
    const atEnd = this.#atEnd();
    list.replaceChildren();
    earlier.hidden = !this.more;
    if (!this.more) list.append(this.#greeting());
    for (const message of this.messages) this.#place(message);
    if (atEnd) this.toEnd();
  }

  append(message) {
    const atEnd = this.#atEnd();
    this.#place(message);
    const { log, newest } = this.#parts;
    if (!atEnd) newest.hidden = false;
    else if (message.node.offsetHeight < log.clientHeight - NEAR_END) this.toEnd();
    else log.scrollTop = message.node.offsetTop - 12; // a long answer is read from its start
  }

  showTyping(writing) {
    const atEnd = this.#atEnd();
    this.#parts.typing.hidden = !writing;
    if (writing && atEnd) this.toEnd();
  }

  toEnd() {
    const { log, newest } = this.#parts;
    newest.hidden = true;
    this.#following = true;
    log.scrollTop = log.scrollHeight;
  }

  #place(message) {
    const previous = this.messages[this.messages.indexOf(message) - 1];
    if (message.direction === "in") this.#dropChoices();
    if (previous && sameRun(previous, message)) previous.node?.classList.add("more");
    this.#parts.list.append(this.#draw(message));
  }

  #draw(message) {
    message.node = draw(message, this.#context());
    message.node.classList.toggle("failed", message.state === "failed");
    return message.node;
  }

  // Seen before anything is said, and part of no conversation.
  #greeting() {
    const context = this.#context();
    const offered = this.messages.length ? [] : SUGGESTIONS.map((name) => ({ title: context.words[name] }));
    return h(
      "li",
      { class: "message theirs", lang: context.language },
      h("p", { class: "bubble" }, context.words.greeting),
      choices(offered, context),
    );
  }

  // Quick replies answer the newest message; once the customer has said something they are gone.
  #dropChoices() {
    for (const old of this.#parts.list.querySelectorAll(".choices")) old.remove();
  }

  #atEnd() {
    const { log } = this.#parts;
    return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
  }

  #resized() {
    this.#height = this.#parts.log.clientHeight;
    if (this.#following) this.toEnd();
  }

  #scrolled() {
    if (this.#parts.log.clientHeight !== this.#height) return; // only the room changed: that comes next
    this.#following = this.#atEnd();
    if (this.#following) this.#parts.newest.hidden = true;
  }
}

const sameRun = (one, other) =>
  one.direction === other.direction && one.state !== "failed" && new Date(other.at) - new Date(one.at) < SAME_RUN;
