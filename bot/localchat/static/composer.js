// Where the person writes: the text, the list of commands, and the message that is replied to.
import { element } from "./words.js";

const $ = (id) => document.getElementById(id);

export class Composer {
  /** `say(words, replyTo)` resolves to null where it was not sent. */
  constructor(say) {
    this.say = say;
    this.text = $("text");
    this.list = $("commands");
    this.commands = [];
    this.choice = -1;       // the marked command
    this.replyTo = null;
    this.#listen();
  }

  #listen() {
    const { text } = this;
    text.addEventListener("input", () => { this.#resize(); this.#suggest(); });
    text.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (this.#steer(event)) event.preventDefault();
      else if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); this.#submit(); }
      else if (event.key === "Escape") this.reply(null);
    });
    text.addEventListener("blur", () => this.#hideList());
    $("form").addEventListener("submit", (event) => { event.preventDefault(); this.#submit(); text.focus(); });
    $("menu").addEventListener("mousedown", (event) => event.preventDefault());
    $("menu").addEventListener("click", () => {
      const close = !this.list.hidden;
      text.focus();
      if (close) return this.#hideList();
      if (!text.value.startsWith("/")) text.value = "/";
      return this.#suggest();
    });
    $("no-reply").addEventListener("click", () => { this.reply(null); text.focus(); });
  }

  offer(commands) {
    this.commands = commands;
    this.#suggest();
  }

  /** What is sent next answers that message; null: none. */
  reply(message, words = "") {
    this.replyTo = message;
    $("reply").hidden = !message;
    $("reply-words").textContent = words;
    if (message) this.text.focus();
  }

  focus() { this.text.focus({ preventScroll: true }); }

  #fitting() {
    const typed = /^\/(\S*)$/.exec(this.text.value);
    return typed ? this.commands.filter((known) => known.command.startsWith(typed[1].toLowerCase())) : [];
  }

  #suggest() {
    const found = this.#fitting();
    this.choice = found.length ? 0 : -1;
    this.list.replaceChildren(...found.map((known, index) => element("li", {
      role: "option", id: `command-${index}`, onclick: () => this.#choose(known),
      onmousedown: (event) => event.preventDefault(),
    }, element("b", {}, `/${known.command}`), element("span", { dir: "auto" }, known.description))));
    this.list.hidden = !found.length;
    this.#mark();
  }

  #mark() {
    [...this.list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === this.choice)));
    const item = this.list.children[this.choice];
    if (item && !this.list.hidden) {
      item.scrollIntoView({ block: "nearest" });
      this.text.setAttribute("aria-activedescendant", item.id);
    } else {
      this.text.removeAttribute("aria-activedescendant");
    }
  }

  #hideList() {
    this.list.hidden = true;
    this.#mark();
  }

  #choose(known) {
    this.text.value = `/${known.command}`;
    this.#submit();
  }

  /** Whether the key moved through the list of commands. */
  #steer(event) {
    const found = this.#fitting();
    if (this.list.hidden || !found.length) return false;
    switch (event.key) {
      case "ArrowDown": this.choice = (this.choice + 1) % found.length; break;
      case "ArrowUp": this.choice = (this.choice - 1 + found.length) % found.length; break;
      case "Home": this.choice = 0; break;
      case "End": this.choice = found.length - 1; break;
      case "Escape": this.#hideList(); return true;
      case "Tab":
        if (event.shiftKey) return false;
        this.text.value = `/${found[this.choice].command} `;
        this.#resize();
        this.#hideList();
        return true;
      case "Enter": this.#choose(found[this.choice]); return true;
      default: return false;
    }
    this.#mark();
    return true;
  }

  #resize() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight}px`;
  }

  async #submit() {
    const words = this.text.value.trim(), { replyTo } = this;
    if (!words) return;
    this.text.value = "";
    this.#resize();
    this.#hideList();
    this.reply(null);
    if (!(await this.say(words, replyTo)) && !this.text.value) {
      this.text.value = words;   // not sent: given back
      this.#resize();
    }
  }
}
