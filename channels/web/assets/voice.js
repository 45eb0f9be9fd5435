// What the widget says of itself: for screen readers in its one live region, for all in the bar under the header.
import { h } from "./dom.js";

const SPOKEN_FOR = 20_000;

export class Voice {
  #parts;
  #waiting = 0;

  constructor(parts) {
    this.#parts = parts;
  }

  say(text, language) {
    const line = h("p", { lang: language }, text);
    this.#parts.live.append(line);
    setTimeout(() => line.remove(), SPOKEN_FOR);
  }

  notice(text) {
    clearTimeout(this.#waiting);
    this.#parts.notice.textContent = text;
    this.#parts.notice.hidden = false;
    this.say(text);
  }

  noticeAfter(pause, text) {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.notice(text), pause);
  }

  // Takes the notice away and says why, if there was one.
  clear(text) {
    clearTimeout(this.#waiting);
    if (this.#parts.notice.hidden) return;
    this.#parts.notice.hidden = true;
    this.say(text);
  }
}
