// A message → its element. What a click means is told: "seek", "deeds", "press", "copy".
import { element, formatted, link, tell } from "./words.js";

/** `seat` is who looks and where: {user, bot, chat}. */
export function messageElement(message, seat) {
  const mine = message.from?.id === seat.user.id;
  const parts = [authorElement(message, seat, mine)];
  if (message.forward_origin) parts.push(element("div", { class: "forwarded" }, `Forwarded from ${originOf(message)}`));
  if (message.reply_to_message) parts.push(answeredElement(message));
  if (message.document) parts.push(documentElement(message.document));
  parts.push(...mediaElements(message));
  const words = wordsOf(message);
  if (words) {
    const content = formatted(words, message.entities ?? message.caption_entities ?? []);
    parts.push(element("div", { class: "words", dir: "auto" }, ...content));
  }
  parts.push(metaElement(message));
  const made = element("article", { class: mine ? "message mine" : "message", "data-id": message.message_id },
    element("div", { class: "bubble" }, ...parts));
  const rows = message.reply_markup?.inline_keyboard;
  if (rows?.length) made.append(keyboard(message, rows));
  return made;
}

export const wordsOf = (message) => message.text ?? message.caption ?? "";

/** What a message is called where it is shown in a line. */
export function inShort(message) {
  const kind = ["photo", "voice", "sticker", "location", "document"].find((name) => message[name]);
  return wordsOf(message) || (kind ? `A ${kind}` : "A message");
}

/** In a private chat the side tells who writes; elsewhere the name stands above. */
function authorElement(message, { chat, bot }, mine) {
  if (mine) return element("span", { class: "unseen" }, "You: ");
  if (chat.type === "private") return element("span", { class: "unseen" }, `${bot.first_name}: `);
  return element("div", { class: "author" }, message.from?.first_name ?? chat.title);
}

function originOf({ forward_origin: origin }) {
  return origin.sender_user_name ?? origin.sender_user?.first_name ?? origin.chat?.title ?? "elsewhere";
}

function answeredElement(message) {
  const quoted = message.quote?.text ?? inShort(message.reply_to_message);
  const made = element("button", { type: "button", class: "answered", dir: "auto", title: "Show the message" }, quoted);
  made.addEventListener("click", () => tell(made, "seek", message.reply_to_message.message_id));
  return made;
}

function documentElement(file) {
  const size = file.file_size < 1024 ? `${file.file_size} bytes` : `${Math.ceil(file.file_size / 1024)} KB`;
  return element("div", { class: "document" }, element("div", {}, file.file_name, element("small", {}, size)));
}

function mediaElements({ photo, voice, sticker, location }) {
  const made = [];
  if (photo) {
    const { file_id: id, width, height } = photo[photo.length - 1];
    made.push(element("img", { class: "photo", src: `/chat/files/${id}`, alt: "Photo", width, height }));
  }
  if (voice) made.push(element("audio", { controls: true, preload: "none", src: `/chat/files/${voice.file_id}` }));
  if (sticker) made.push(element("div", { class: "sticker", role: "img", "aria-label": `Sticker ${sticker.emoji}` }, sticker.emoji));
  if (location) made.push(element("div", { class: "place" }, `Location ${location.latitude}, ${location.longitude}`));
  return made;
}

function metaElement(message) {
  const clock = new Date(message.date * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const deeds = element("button", { type: "button", class: "deeds", "aria-label": "Reply or forward", title: "Reply or forward" }, "⋯");
  deeds.addEventListener("click", () => tell(deeds, "deeds", message));
  return element("div", { class: "meta" }, deeds, element("span", {}, message.edit_date ? `edited ${clock}` : clock));
}

function keyboard(message, rows) {
  return element("div", { class: "buttons", role: "group", "aria-label": "Buttons" },
    ...rows.map((row) => element("div", { class: "row" }, ...row.map((button) => key(message, button)))));
}

function key(message, button) {
  const look = button.style ? `key ${button.style}` : "key";
  if (button.url) return link(button.url, { class: look, dir: "auto" }, `${button.text} ↗`);
  const made = element("button", { type: "button", class: look, dir: "auto" }, button.text);
  made.addEventListener("click", () => (button.copy_text
    ? tell(made, "copy-words", button.copy_text.text)
    : tell(made, "press", { message, action: button.callback_data })));
  return made;
}
