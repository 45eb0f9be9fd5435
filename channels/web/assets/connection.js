// The line to the server: the session, the socket with its reconnects, and the messages that wait for an answer.
import * as store from "./store.js";

const PROTOCOL = 1;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
const PING_EVERY = 25_000;
const PATIENCE = 10_000; // for a pong, and for the acknowledgement of a message

const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

// Events: "line" (online: bool) · "ready" · "message" · "sending" · "sent" · "failed" · "typing" · "state" ·
// "earlier" · "renewed" (a new session had to begin) · "outdated" (the page must be reloaded).
export class Connection extends EventTarget {
  last = 0; // the newest message that this page has
  ready = false;
  language = null; // of the widget's own words, for the server's error texts
  #base;
  #socket = null;
  #waits = 0;
  #renewing = false;
  #timers = {};
  #pending = new Map(); // id → message, in the order in which they were written
  #stopped = true;

  constructor(base) {
    super();
    this.#base = base;
    this.#adopt();
    addEventListener("online", () => this.#again());
    addEventListener("offline", () => this.#drop());
    document.addEventListener("visibilitychange", () => document.hidden || this.#check());
    store.watch((name) => name === "session" && this.#sessionChanged());
  }

  get pending() {
    return [...this.#pending.values()];
  }

  start() {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#connect();
  }

  stop() {
    this.#stopped = true;
    this.#drop();
  }

  send(content) {
    const message = { id: newId(), at: new Date().toISOString(), ...content };
    this.#pending.set(message.id, message);
    store.set("pending:" + message.id, message);
    this.start();
    this.#transmit(message);
    return message;
  }

  retry(id) {
    const message = this.#pending.get(id);
    if (!message) return;
    if (this.ready && !message.silent) return this.#transmit(message);
    // Nobody answered, so the line may be dead: a fresh one sends all that waits, and brings what was missed.
    this.#drop();
    this.#again();
  }

  chooseLanguage(language) {
    store.set("asked", language); // goes with the next message, unless the server confirms it before
    if (this.ready) this.#write({ type: "language", language });
  }

  // Several replies arrive at once: one word for all of them will do.
  seen() {
    this.#timers.seen ??= setTimeout(() => {
      this.#timers.seen = null;
      this.#write({ type: "seen", id: this.last });
    }, 50);
  }

  earlier(before) {
    this.#write({ type: "earlier", before });
  }

  // Messages that were written before a reload, here or in another tab. Sending one twice is harmless: the id
  // stays the same.
  #adopt() {
    const kept = store.names("pending:").map(store.get).filter((message) => message?.id);
    kept.sort((one, other) => one.at.localeCompare(other.at));
    for (const message of kept) this.#pending.set(message.id, message);
  }

  async #token() {
    const fetchToken = async () => {
      const kept = store.get("session");
      if (kept) return kept;
      const response = await fetch(new URL("widget/session", this.#base), { method: "POST", credentials: "omit" });
      if (!response.ok) throw new Error(`session: ${response.status}`);
      const { token } = await response.json();
      store.set("session", token);
      return token;
    };
    // Two tabs that open at once must not begin two sessions.
    return navigator.locks ? navigator.locks.request("smart-assistant:session", fetchToken) : fetchToken();
  }

  async #connect() {
    clearTimeout(this.#timers.wait);
    if (this.#stopped || this.#socket) return;
    const socket = (this.#socket = { line: null }); // holds the place while the token is fetched
    this.#timers.pong = setTimeout(() => this.#drop(), PATIENCE);
    try {
      const token = await this.#token();
      if (this.#socket !== socket) return;
      const address = new URL("widget/socket", this.#base);
      address.protocol = address.protocol.replace("http", "ws");
      const line = new WebSocket(address);
      socket.line = line;
      line.onopen = () =>
        line.send(
          JSON.stringify({ v: PROTOCOL, type: "hello", token, last: this.last, language: this.language ?? undefined }),
        );
      line.onmessage = ({ data }) => this.#socket === socket && this.#receive(JSON.parse(data));
      line.onclose = () => this.#socket === socket && this.#lost();
    } catch (error) {
      console.warn("smart assistant:", error);
      if (this.#socket === socket) this.#lost();
    }
  }

  #drop() {
    if (!this.#socket) return;
    const { line } = this.#socket;
    this.#lost();
    line?.close();
  }

  #lost() {
    this.#socket = null;
    this.ready = false;
    for (const name of ["ping", "pong"]) {
      clearTimeout(this.#timers[name]);
      this.#timers[name] = null;
    }
    for (const message of this.#pending.values()) clearTimeout(message.timer);
    this.#tell("line", { online: false });
    clearTimeout(this.#timers.wait);
    if (this.#stopped) return;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#waits++) * (0.5 + Math.random() / 2);
    this.#timers.wait = setTimeout(() => this.#connect(), wait);
  }

  #again() {
    if (this.#stopped || this.#socket) return;
    this.#waits = 0;
    this.#connect();
  }

  // A line may be dead without saying so, as after a laptop's sleep: ask, and give up when nobody answers.
  #check() {
    this.#again();
    if (!this.ready) return;
    this.#write({ type: "ping" });
    this.#timers.pong ??= setTimeout(() => this.#drop(), PATIENCE);
  }

  #sessionChanged() {
    if (this.#stopped) return;
    const token = store.get("session");
    const identity = (text) => text?.split(".")[1];
    if (!token || identity(token) === this.identity) return;
    this.last = 0;
    this.#drop();
    this.#again();
  }

  #write(frame) {
    if (this.#socket?.line?.readyState === WebSocket.OPEN) this.#socket.line.send(JSON.stringify(frame));
  }

  #transmit(message) {
    clearTimeout(message.timer);
    this.#tell("sending", { id: message.id });
    if (!this.ready) return; // goes out as soon as the line stands
    const { id, text, choice, location } = message;
    message.asked = store.get("asked") ?? undefined;
    this.#write({ type: "message", id, text, choice, location, language: message.asked });
    message.silent = false;
    message.timer = setTimeout(() => {
      message.silent = true;
      this.#tell("failed", { id, text: null });
      this.#check();
    }, PATIENCE);
  }

  #receive(frame) {
    clearTimeout(this.#timers.pong);
    this.#timers.pong = null;
    clearTimeout(this.#timers.ping);
    this.#timers.ping = setTimeout(() => this.#check(), PING_EVERY);
    switch (frame.type) {
      case "ready":
        return this.#begin(frame);
      case "message":
        this.#settle(frame.message.event);
        this.last = Math.max(this.last, frame.message.id);
        return this.#tell("message", frame.message);
      case "ack":
        if (this.#pending.get(frame.id)?.asked === store.get("asked")) store.remove("asked");
        this.#settle(frame.id);
        return this.#tell("sent", frame);
      case "state":
        if (frame.chosen && frame.language === store.get("asked")) store.remove("asked");
        return this.#tell("state", frame);
      case "typing":
      case "earlier":
        return this.#tell(frame.type, frame);
      case "expired":
        return this.#renew();
      case "error":
        if (frame.code === "version") {
          this.stop();
          this.#tell("outdated", frame);
        } else if (frame.id) {
          clearTimeout(this.#pending.get(frame.id)?.timer);
          if (!frame.again) this.#settle(frame.id); // the server will never take this one
          this.#tell("failed", { id: frame.id, text: frame.text, final: !frame.again });
        } else console.warn("smart assistant:", frame.code, frame.text);
    }
  }

  // The server does not know our session any more. Once only without a pause: were the new one refused too, the
  // usual waiting applies.
  #renew() {
    store.remove("session");
    this.last = 0;
    this.#drop();
    if (!this.#renewing) this.#again();
    this.#renewing = true;
  }

  #begin(frame) {
    if (frame.token) store.set("session", frame.token);
    if (this.#renewing) this.#tell("renewed", {});
    this.#renewing = false;
    this.identity = store.get("session")?.split(".")[1];
    this.ready = true;
    this.#waits = 0;
    this.#tell("line", { online: true });
    this.#tell("ready", frame);
    const asked = store.get("asked");
    if (asked && frame.conversation) this.#write({ type: "language", language: asked });
    for (const message of this.#pending.values()) this.#transmit(message);
  }

  #settle(id) {
    const message = id && this.#pending.get(id);
    if (!message) return;
    clearTimeout(message.timer);
    this.#pending.delete(id);
    store.remove("pending:" + id);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
