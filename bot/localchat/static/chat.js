// The chat page: shows what happens in one chat of a person's, and does what the person does there.
import { Composer } from "./composer.js";
import { alertOf, askPlace, choose, formOf } from "./dialogs.js";
import { inShort, messageElement } from "./messages.js";
import { deepLink, element } from "./words.js";

const $ = (id) => document.getElementById(id);
const log = $("log");
const TYPING_SECONDS = 5;
const TOAST_SECONDS = 4;

let seat = null;          // who looks and where: {user, bot, chat, chats, …}
let events = null;
const pressed = new Map();  // callback id → its button, or the answer that came first
const shown = new Map();    // message id → its element
const composer = new Composer((words, replyTo) => say(words, replyTo));

// ---------------------------------------------------------------- messages

function show(message, { arriving = true } = {}) {
  if (shown.has(message.message_id)) return replace(message);
  const stays = nearEnd();
  log.querySelector(".welcome")?.remove();
  separateDays(message);
  const made = messageElement(message, seat);
  shown.set(message.message_id, made);
  log.append(made);
  const mine = message.from?.id === seat.user.id;
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
  const made = messageElement(message, seat);
  old.replaceWith(made);
  shown.set(message.message_id, made);
  if (focused >= 0) (made.querySelectorAll(".key")[focused] ?? made.querySelector(".key") ?? composer).focus();
  if (stays) toEnd();
}

function keyIndex(within) {
  return [...within.querySelectorAll(".key")].indexOf(document.activeElement);
}

function remove(id) {
  const gone = shown.get(id);
  if (!gone) return;
  if (gone.contains(document.activeElement)) composer.focus();
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
  const own = seat.chat.type === "private";
  const start = own ? [element("button", { type: "button", onclick: () => say("/start") }, "Start")] : [];
  log.append(element("section", { class: "welcome" },
    element("h2", {}, own ? `Good day, ${seat.user.first_name.toLowerCase()}.` : nameOf(seat.chat)),
    element("p", { dir: "auto" }, own
      ? description || "This is a conversation with the bot, as it will look in Telegram."
      : `Nothing was said in this ${seat.chat.topic ? "topic" : seat.chat.type === "channel" ? "channel" : "group"} yet.`),
    ...start));
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

function seek({ detail: id }) {
  const found = shown.get(id);
  if (!found) return toast("The message is not shown here");
  found.scrollIntoView({ block: "center" });
  found.animate([{ opacity: 0.4 }, { opacity: 1 }], 600);
}

// ---------------------------------------------------------------- talking to the server

async function ask(path, options = {}) {
  const response = await fetch(path, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? "The preview does not answer.");
  return answer;
}

async function attempt(action) {
  try { return await action(); } catch (error) { toast(error.message); return null; }
}

const at = (user, chat) => ({ user: user.id, chat: chat.id, ...(chat.topic && { topic: chat.topic }) });
const here = () => at(seat.user, seat.chat);
const asked = (place) => new URLSearchParams(place);
const isHere = (chat) => keyOf(chat) === keyOf(seat.chat);

function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return attempt(() => ask(path, { method: "POST", headers, body: JSON.stringify({ ...here(), ...body }) }));
}

function say(words, replyTo = null) {
  return post("/chat/say", { text: words, reply_to: replyTo?.message_id });
}

async function press({ target: button, detail: { message, action } }) {
  button.setAttribute("aria-busy", "true");
  const sent = await post("/chat/press", { message_id: message.message_id, action });
  const id = sent?.callback_query_id;
  const early = pressed.get(id);
  if (early) answered(early, button);
  else if (sent) pressed.set(id, button);
  else button.removeAttribute("aria-busy");
  setTimeout(() => button.removeAttribute("aria-busy"), 10000);
}

/** The bot's answer to a press; of what others pressed nothing is shown. */
function answered(answer, button = pressed.get(answer.callback_query_id)) {
  if (!button) return void pressed.set(answer.callback_query_id, answer);
  pressed.delete(answer.callback_query_id);
  button.removeAttribute("aria-busy");
  if (answer.text && answer.alert) alertOf(answer.text);
  else if (answer.text) toast(answer.text);
  else if (answer.url) start({ detail: deepLink(answer.url) ?? {} });
}

async function upload(file) {
  const form = await attempt(() => formOf(file));
  if (!form) return;
  for (const [name, value] of Object.entries(here())) form.append(name, value);
  await attempt(() => ask("/chat/document", { method: "POST", body: form }));
}

async function copy({ detail: words }) {
  await attempt(() => navigator.clipboard.writeText(words).then(() => toast("Copied")));
}

/** The deeds of a message: reply where one may write, forward to where one may. */
function offerDeeds({ detail: message }) {
  const reply = seat.chats.some((chat) => isHere(chat) && chat.may_write)
    ? [["Reply", () => composer.reply(message, inShort(message))]] : [];
  const places = message.has_protected_content ? [] : seat.chats.filter((chat) => chat.may_write);
  choose([...reply, ...places.map((chat) => [`Forward to ${nameOf(chat)}`, async () => {
    if (await post("/chat/forward", { message_id: message.message_id, to: chat.id, to_topic: chat.topic })) toast(`Forwarded to ${nameOf(chat)}`);
  }])]);
}

/** A link into the private chat with the bot: there its words are said. */
async function start({ detail: { bot, payload } }) {
  if (bot?.toLowerCase() !== seat.bot.username.toLowerCase()) return toast(`@${bot} is not here`);
  if (seat.chat.type !== "private") {
    history.pushState(null, "", hashOf(seat.user, seat.chats[0]));
    await open();
  }
  return say(`/start ${payload}`);
}

// ---------------------------------------------------------------- where the page is

const keyOf = ({ id, topic }) => topic ? `${id}/${topic}` : String(id);
const nameOf = (chat) => chat.title ?? seat.bot.first_name;
const slug = (name) => encodeURIComponent(name.toLowerCase().replaceAll(" ", "-"));
const hashOf = (person, chat) => `#${slug(person.first_name)}${chat?.title ? `/${slug(chat.title)}` : ""}`;

let opening = 0;          // how often the page was asked to open: an older answer is none
/** Opens what the address names after its #: a person, and after a / one of their chats. */
async function open() {
  const turn = ++opening;
  events?.close();
  const [person, place] = location.hash.slice(1).split("/");
  let state = await attempt(() => ask("/chat/state"));
  const user = state?.people.find((known) => slug(known.first_name) === person) ?? state?.people[0];
  state &&= await attempt(() => ask(`/chat/state?user=${user.id}`));
  const chat = state?.chats.find((known) => known.title && slug(known.title) === place) ?? state?.chats[0];
  if (turn !== opening) return;
  if (!chat) return void setTimeout(open, 1000);
  const there = at(user, chat);
  const catchUp = await listening(there);  // first: what happens while the chat is read is not to be missed
  state = await attempt(() => ask(`/chat/state?${asked(there)}`));
  if (turn !== opening) return;
  if (!state) return void setTimeout(open, 1000);
  seat = state;
  $("bot-name").textContent = seat.bot.first_name;
  document.title = `${nameOf(seat.chat)} · local preview`;
  offerPeople();
  offerChats();
  const silent = !state.chats.some((one) => isHere(one) && one.may_write);
  $("form").hidden = silent;
  $("silent").hidden = !silent;
  shown.clear();
  pressed.clear();
  composer.reply(null);
  lastDay = "";
  log.replaceChildren();
  if (state.earlier) log.append(element("div", { class: "day" }, `${state.earlier} earlier messages are not shown`));
  state.messages.forEach((message) => show(message, { arriving: false }));
  if (!state.messages.length) welcome(state.description);
  toEnd();
  composer.offer(state.commands);
  catchUp();
}

/** Resolves once what happens there is heard, to what shows what was heard by then: after that all is shown. */
function listening(there) {
  let lost = false, waiting = [];
  const mine = new EventSource(`/chat/events?${asked(there)}`);
  events = mine;
  const on = (kind, act) => mine.addEventListener(kind, ({ data }) => {
    const told = JSON.parse(data);
    if (waiting) waiting.push(() => act(told)); else act(told);
  });
  const catchUp = () => { waiting.forEach((each) => each()); waiting = null; };
  on("message", show);
  on("edit", replace);
  on("delete", (gone) => remove(gone.message_id));
  on("answer", (answer) => answered(answer));
  on("typing", () => typing(TYPING_SECONDS));
  on("commands", async () => { composer.offer((await ask(`/chat/state?${asked(here())}`)).commands); });
  mine.onerror = () => {
    lost = true;
    $("connection").textContent = "Connecting again…";
  };
  return new Promise((opened) => {
    mine.onopen = () => {
      $("connection").textContent = "";
      if (lost) open();   // what was missed is read anew
      opened(catchUp);
    };
  });
}

/** Both as they are chosen now: the page may still be on its way to the one when the other is chosen. */
function goWhereChosen() {
  const person = seat.people.find((one) => String(one.id) === $("people").querySelector("input:checked").value);
  location.hash = hashOf(person, seat.chats.find((one) => keyOf(one) === $("chats").value));
}

function offerPeople() {
  const group = $("people");
  const people = seat.people.map((one) => {
    const box = element("input", { type: "radio", name: "people", value: one.id, checked: one.id === seat.user.id });
    box.addEventListener("change", goWhereChosen);
    return element("label", {}, box, element("span", {}, one.first_name));
  });
  const focused = group.contains(document.activeElement);
  group.replaceChildren(group.firstElementChild, ...people);
  if (focused) group.querySelector("input:checked")?.focus();
}

function offerChats() {
  $("chats").replaceChildren(...seat.chats.map((one) => element("option",
    { value: keyOf(one), selected: isHere(one) }, one.title ?? "Private")));
}

// ---------------------------------------------------------------- what passes

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
  $("typing").textContent = seconds ? `${seat.bot.first_name} is writing…` : "";
  if (seconds) typingTimer = setTimeout(() => typing(0), seconds * 1000);
}

// ---------------------------------------------------------------- listening

const deeds = { command: (event) => say(event.detail), start, seek, deeds: offerDeeds, press, "copy-words": copy };
for (const [kind, act] of Object.entries(deeds)) log.addEventListener(kind, act);
$("attach").addEventListener("click", () => choose([
  ["Photo, voice or document", () => $("file").click()],
  ["Sticker 👍", () => post("/chat/sticker", { emoji: "👍" })],
  ["Location", () => askPlace((place) => post("/chat/location", place))],
]));
$("file").addEventListener("change", async () => {
  const [file] = $("file").files;
  $("file").value = "";
  if (file) await upload(file);
});
$("newest").addEventListener("click", toEnd);
log.addEventListener("scroll", () => { if (nearEnd()) $("newest").hidden = true; });
$("chats").addEventListener("change", goWhereChosen);
window.addEventListener("hashchange", open);
window.addEventListener("pagehide", () => events?.close());

open().then(() => composer.focus());
