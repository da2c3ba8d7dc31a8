// The chat page: shows what happens in one person's chat with the bot, and does what the person does.
"use strict";

const $ = (id) => document.getElementById(id);
const log = $("log"), text = $("text"), list = $("commands");
const TYPING_SECONDS = 5;
const TOAST_SECONDS = 4;

let user = null;          // who writes
let bot = null;
let commands = [];
let choice = -1;          // the marked command
let events = null;
let pressed = new Map();  // callback id → its button
const shown = new Map();  // message id → its element

// ---------------------------------------------------------------- making elements

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

const INLINE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** Text with entities → nodes. An entity that reaches out of the one around it is cut in two there. */
function formatted(words, entities, start = 0, end = words.length) {
  const nodes = [];
  const waiting = entities.map((e) => ({ ...e, end: e.offset + e.length }))
    .sort((a, b) => a.offset - b.offset || b.end - a.end);
  let at = start, afterBlock = false;
  const plain = (upTo, beforeBlock) => {
    let piece = words.slice(at, upTo);
    if (afterBlock) piece = piece.replace(/^\n/, "");   // a block ends its line by itself
    if (beforeBlock) piece = piece.replace(/\n$/, "");
    if (piece) nodes.push(piece);
    at = upTo;
  };
  while (waiting.length) {
    const entity = waiting.shift();
    const inside = [];
    while (waiting.length && waiting[0].offset < entity.end) {
      const inner = waiting.shift();
      const cut = Math.min(inner.end, entity.end);
      inside.push({ ...inner, length: cut - inner.offset });
      if (inner.end > cut) waiting.unshift({ ...inner, offset: cut, length: inner.end - cut });
    }
    const block = BLOCKS.has(entity.type);
    plain(entity.offset, block);
    nodes.push(marked(entity, formatted(words, inside, entity.offset, entity.end), words.slice(entity.offset, entity.end)));
    at = entity.end;
    afterBlock = block;
  }
  plain(end, false);
  return nodes;
}

function marked(entity, children, words) {
  switch (entity.type) {
    case "blockquote": return element("blockquote", { class: "quote" }, ...children);
    case "expandable_blockquote": return folding(children);
    case "text_link": return link(entity.url, children);
    case "url": return link(words, children);
    case "email": return link(`mailto:${words}`, children);
    case "bot_command":
      return element("button", { type: "button", class: "command", onclick: () => say(words) }, ...children);
    case "spoiler": return spoiler(children);
    case "date_time": return moment(entity, children);
    default: return element(INLINE[entity.type] ?? "span", {}, ...children);
  }
}

/** A moment in the reader's own zone, where a format asks for it: w weekday, d/D date, t/T time, r how long ago. */
function moment(entity, children) {
  const at = new Date(entity.unix_time * 1000);
  const form = entity.date_time_format ?? "";
  const asked = {};
  if (form.includes("w") || form.includes("W")) asked.weekday = form.includes("W") ? "long" : "short";
  if (/d/i.test(form)) Object.assign(asked, { day: "numeric", month: form.includes("D") ? "long" : "short", year: "numeric" });
  if (/t/i.test(form)) Object.assign(asked, { hour: "2-digit", minute: "2-digit" }, form.includes("T") ? { second: "2-digit" } : {});
  const words = form === "r" ? ago(at) : Object.keys(asked).length ? at.toLocaleString([], asked) : null;
  return element("time", { datetime: at.toISOString(), title: at.toLocaleString() }, ...(words === null ? children : [words]));
}

function ago(at) {
  const seconds = (at - Date.now()) / 1000;
  const [unit, size] = [["day", 86400], ["hour", 3600], ["minute", 60]].find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  return new Intl.RelativeTimeFormat([], { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

function link(address, children) {
  if (!/^(https?|mailto|tel|tg):/i.test(address)) return element("span", {}, ...children);
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function folding(children) {
  const fold = element("span", { class: "fold" }, ...children);
  const quote = element("blockquote", { class: "quote folded" }, fold);
  const more = element("button", {
    type: "button", class: "unfold", "aria-expanded": "false",
    onclick: () => {
      const folded = quote.classList.toggle("folded");
      more.setAttribute("aria-expanded", String(!folded));
      more.textContent = folded ? "Show more" : "Show less";
    },
  }, "Show more");
  quote.append(more);
  // A quotation of three lines or fewer has nothing to unfold; known once it is laid out.
  requestAnimationFrame(() => { more.hidden = fold.scrollHeight <= fold.clientHeight + 1; });
  return quote;
}

function spoiler(children) {
  const hidden = element("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text: show" }, ...children);
  const open = () => {
    hidden.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
  };
  hidden.addEventListener("click", open);
  hidden.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(); } });
  return hidden;
}

// ---------------------------------------------------------------- messages

function messageElement(message) {
  const mine = message.from?.id === user.id;
  const words = message.text ?? message.caption ?? "";
  const parts = [];
  if (message.forward_origin) {
    const from = message.forward_origin.sender_user_name ?? message.forward_origin.sender_user?.first_name ?? "elsewhere";
    parts.push(element("div", { class: "forwarded" }, `Forwarded from ${from}`));
  }
  if (message.reply_to_message) {
    const quoted = message.quote?.text ?? message.reply_to_message.text ?? message.reply_to_message.caption ?? "a message";
    parts.push(element("p", { class: "answered" }, quoted));
  }
  if (message.document) parts.push(documentElement(message.document));
  if (words) {
    const content = formatted(words, message.entities ?? message.caption_entities ?? []);
    parts.push(element("div", { class: "words", dir: "auto" }, ...content));
  }
  const at = new Date(message.date * 1000);
  const clock = at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  parts.push(element("div", { class: "meta" }, message.edit_date ? `edited ${clock}` : clock));
  const author = element("span", { class: "unseen" }, mine ? "You: " : `${bot.first_name}: `);
  const made = element("article", { class: mine ? "message mine" : "message", "data-id": message.message_id },
    element("div", { class: "bubble" }, author, ...parts));
  const rows = message.reply_markup?.inline_keyboard;
  if (rows?.length) made.append(keyboard(message, rows));
  return made;
}

function documentElement(file) {
  const size = file.file_size < 1024 ? `${file.file_size} bytes` : `${Math.ceil(file.file_size / 1024)} KB`;
  return element("div", { class: "document" }, element("div", {}, file.file_name, element("small", {}, size)));
}

function keyboard(message, rows) {
  return element("div", { class: "buttons", role: "group", "aria-label": "Buttons" },
    ...rows.map((row) => element("div", { class: "row" }, ...row.map((button) => key(message, button)))));
}

function key(message, button) {
  const look = button.style ? `key ${button.style}` : "key";
  if (button.url) return element("a", { class: look, href: button.url, target: "_blank", rel: "noopener noreferrer" }, `${button.text} ↗`);
  const made = element("button", { type: "button", class: look }, button.text);
  made.addEventListener("click", () => {
    if (button.copy_text) return copy(button.copy_text.text);
    return press(made, message, button.callback_data);
  });
  return made;
}

function show(message, { arriving = true } = {}) {
  if (shown.has(message.message_id)) return replace(message);
  const stays = nearEnd();
  log.querySelector(".welcome")?.remove();
  separateDays(message);
  const made = messageElement(message);
  shown.set(message.message_id, made);
  log.append(made);
  const mine = message.from?.id === user.id;
  if (!mine) typing(0);
  if (!arriving) return;
  if (mine) toEnd();
  else if (stays) follow();
  else $("newest").hidden = false;
}

function replace(message) {
  const old = shown.get(message.message_id);
  if (!old) return show(message);
  const stays = nearEnd();
  const focused = old.contains(document.activeElement) ? keyIndex(old) : -1;
  const made = messageElement(message);
  old.replaceWith(made);
  shown.set(message.message_id, made);
  if (focused >= 0) (made.querySelectorAll(".key")[focused] ?? made.querySelector(".key") ?? text).focus();
  if (stays) toEnd();
}

function keyIndex(within) {
  return [...within.querySelectorAll(".key")].indexOf(document.activeElement);
}

function remove(id) {
  const gone = shown.get(id);
  if (!gone) return;
  if (gone.contains(document.activeElement)) text.focus();
  gone.remove();
  shown.delete(id);
}

let lastDay = "";
function separateDays(message) {
  const day = new Date(message.date * 1000).toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });
  if (day !== lastDay) log.append(element("div", { class: "day" }, day));
  lastDay = day;
}

function welcome(description) {
  log.append(element("section", { class: "welcome" },
    element("h2", {}, `Good day, ${user.first_name.toLowerCase()}.`),
    element("p", {}, description || "This is a conversation with the bot, as it will look in Telegram."),
    element("button", { type: "button", onclick: () => say("/start") }, "Start")));
}

/** Scrolls with what arrives, and no further than the question: a long answer is read from its beginning. */
function follow() {
  const questions = log.querySelectorAll(".mine");
  const question = questions[questions.length - 1];
  const top = question ? question.offsetTop - log.offsetTop - 12 : 0;
  const end = log.scrollHeight - log.clientHeight;
  log.scrollTop = question && top >= log.scrollTop ? Math.min(top, end) : end;
  $("newest").hidden = nearEnd();
}

const nearEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 120;
function toEnd() {
  log.scrollTop = log.scrollHeight;
  $("newest").hidden = true;
}

// ---------------------------------------------------------------- talking to the server

async function ask(path, options = {}) {
  const response = await fetch(path, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? "The preview does not answer.");
  return answer;
}

const post = (path, body) => ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

async function attempt(action) {
  try { return await action(); } catch (error) { toast(error.message); return null; }
}

function say(words) {
  return attempt(() => post("/chat/say", { user: user.id, text: words }));
}

async function press(button, message, action) {
  button.setAttribute("aria-busy", "true");
  const answer = await attempt(() => post("/chat/press", { user: user.id, message_id: message.message_id, action }));
  if (answer) pressed.set(answer.callback_query_id, button);
  else button.removeAttribute("aria-busy");
  setTimeout(() => button.removeAttribute("aria-busy"), 10000);
}

function upload(file) {
  const form = new FormData();
  form.append("user", user.id);
  form.append("file", file);
  return attempt(() => ask("/chat/document", { method: "POST", body: form }));
}

async function copy(words) {
  await attempt(() => navigator.clipboard.writeText(words).then(() => toast("Copied")));
}

async function open(id) {
  events?.close();
  const state = await attempt(() => ask(`/chat/state?user=${id}`));
  if (!state) return void setTimeout(() => open(id), 1000);
  ({ user, bot, commands } = state);
  $("bot-name").textContent = bot.first_name;
  document.title = `${bot.first_name} · local preview`;
  people(state.people);
  shown.clear();
  pressed.clear();
  lastDay = "";
  log.replaceChildren();
  if (state.earlier) log.append(element("div", { class: "day" }, `${state.earlier} earlier messages are not shown`));
  state.messages.forEach((message) => show(message, { arriving: false }));
  if (!state.messages.length) welcome(state.description);
  toEnd();
  suggest();
  listen();
}

function listen() {
  let lost = false;
  const mine = new EventSource(`/chat/events?user=${user.id}`);
  events = mine;
  const on = (kind, act) => mine.addEventListener(kind, (event) => act(JSON.parse(event.data)));
  on("message", show);
  on("edit", replace);
  on("delete", (gone) => remove(gone.message_id));
  on("answer", answered);
  on("typing", () => typing(TYPING_SECONDS));
  on("commands", async () => { commands = (await ask(`/chat/state?user=${user.id}`)).commands; suggest(); });
  mine.onopen = () => {
    $("connection").textContent = "";
    if (lost) open(user.id);   // what was missed is read anew
  };
  mine.onerror = () => {
    lost = true;
    $("connection").textContent = "Connecting again…";
  };
}

function answered(answer) {
  pressed.get(answer.callback_query_id)?.removeAttribute("aria-busy");
  pressed.delete(answer.callback_query_id);
  if (!answer.text) return;
  if (!answer.alert) return toast(answer.text);
  $("alert-text").textContent = answer.text;
  $("alert").showModal();
}

let toastTimer = 0;
function toast(words) {
  const box = $("toast");
  box.textContent = words;
  box.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.classList.remove("shown"), TOAST_SECONDS * 1000);
}

let typingTimer = 0;
function typing(seconds) {
  clearTimeout(typingTimer);
  $("typing").textContent = seconds ? `${bot.first_name} is writing…` : "";
  if (seconds) typingTimer = setTimeout(() => typing(0), seconds * 1000);
}

// ---------------------------------------------------------------- people

function people(known) {
  const chosen = known.map((person) => {
    const box = element("input", { type: "radio", name: "person", value: person.id, checked: person.id === user.id });
    box.addEventListener("change", () => { location.hash = person.first_name.toLowerCase(); });
    return element("label", {}, box, element("span", {}, person.first_name));
  });
  const focused = $("people").contains(document.activeElement);
  $("people").replaceChildren($("people").firstElementChild, ...chosen);
  if (focused) $("people").querySelector("input:checked")?.focus();
}

async function choosePerson() {
  const state = await attempt(() => ask("/chat/state"));
  if (!state) return void setTimeout(choosePerson, 1000);
  const wanted = decodeURIComponent(location.hash.slice(1));
  const person = state.people.find((known) => known.first_name.toLowerCase() === wanted) ?? state.people[0];
  return open(person.id);
}

// ---------------------------------------------------------------- the list of commands

function fitting() {
  const typed = /^\/(\S*)$/.exec(text.value);
  return typed ? commands.filter((known) => known.command.startsWith(typed[1].toLowerCase())) : [];
}

function suggest() {
  const found = fitting();
  choice = found.length ? 0 : -1;
  list.replaceChildren(...found.map((known, index) => element("li", {
    role: "option", id: `command-${index}`, onclick: () => choose(known),
    onmousedown: (event) => event.preventDefault(),
  }, element("b", {}, `/${known.command}`), element("span", {}, known.description))));
  list.hidden = !found.length;
  mark();
}

function mark() {
  [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === choice)));
  const item = list.children[choice];
  if (item && !list.hidden) {
    item.scrollIntoView({ block: "nearest" });
    text.setAttribute("aria-activedescendant", item.id);
  } else {
    text.removeAttribute("aria-activedescendant");
  }
}

function hideList() {
  list.hidden = true;
  mark();
}

function choose(known) {
  text.value = "";
  resize();
  hideList();
  say(`/${known.command}`);
}

function steer(event) {
  const found = fitting();
  if (list.hidden || !found.length) return false;
  switch (event.key) {
    case "ArrowDown": choice = (choice + 1) % found.length; break;
    case "ArrowUp": choice = (choice - 1 + found.length) % found.length; break;
    case "Home": choice = 0; break;
    case "End": choice = found.length - 1; break;
    case "Escape": hideList(); return true;
    case "Tab":
      if (event.shiftKey) return false;
      text.value = `/${found[choice].command} `;
      resize();
      hideList();
      return true;
    case "Enter": choose(found[choice]); return true;
    default: return false;
  }
  mark();
  return true;
}

// ---------------------------------------------------------------- the composer

function resize() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight}px`;
}

async function submit() {
  const words = text.value.trim();
  if (!words) return;
  text.value = "";
  resize();
  hideList();
  if (!(await say(words)) && !text.value) {
    text.value = words;   // not sent: given back
    resize();
  }
}

text.addEventListener("input", () => { resize(); suggest(); });
text.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (steer(event)) event.preventDefault();
  else if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); submit(); }
});
text.addEventListener("blur", hideList);
$("form").addEventListener("submit", (event) => { event.preventDefault(); submit(); text.focus(); });
$("menu").addEventListener("mousedown", (event) => event.preventDefault());
$("menu").addEventListener("click", () => {
  const close = !list.hidden;
  text.focus();
  if (close) return hideList();
  if (!text.value.startsWith("/")) text.value = "/";
  return suggest();
});
$("attach").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", async () => {
  const [file] = $("file").files;
  $("file").value = "";
  if (file) await upload(file);
});
$("newest").addEventListener("click", toEnd);
log.addEventListener("scroll", () => { if (nearEnd()) $("newest").hidden = true; });
window.addEventListener("hashchange", choosePerson);
window.addEventListener("pagehide", () => events?.close());

choosePerson().then(() => text.focus({ preventScroll: true }));
