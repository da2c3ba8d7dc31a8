// Text with entities → nodes. What a click means is told to whoever listens: "command" and "start".

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** Tells what the person asks of the page: it bubbles up to the conversation. */
export function tell(from, kind, detail) {
  from.dispatchEvent(new CustomEvent(kind, { detail, bubbles: true }));
}

const INLINE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** An entity that reaches out of the one around it is cut in two there. */
export function formatted(words, entities, start = 0, end = words.length) {
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
    case "blockquote": return element("blockquote", { class: "quote", dir: "auto" }, ...children);
    case "expandable_blockquote": return folding(children);
    case "text_link": return link(entity.url, {}, ...children);
    case "url": return link(/^[a-z]+:/i.test(words) ? words : `https:` + `//${words}`, {}, ...children);
    case "bot_command": {
      const made = element("button", { type: "button", class: "command", dir: "ltr" }, ...children);
      made.addEventListener("click", () => tell(made, "command", words));
      return made;
    }
    case "spoiler": return spoiler(children);
    case "date_time": return moment(entity, children);
    default: return element(INLINE[entity.type] ?? "span", {}, ...children);
  }
}

/** A link that leaves the page, in a tab of its own; one into a bot's private chat is told as "start". */
export function link(address, attributes, ...children) {
  if (!/^(https?|tg):/i.test(address)) return element("span", attributes, ...children);
  const made = element("a", { ...attributes, href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
  const start = deepLink(address);
  if (start) made.addEventListener("click", (event) => { event.preventDefault(); tell(made, "start", start); });
  return made;
}

/** `t.me/NAME?start=WORDS`, or as tg: has it; null for any other address. */
export function deepLink(address) {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const asked = url.searchParams;
  if (url.protocol === "tg:") return asked.has("start") ? { bot: asked.get("domain"), payload: asked.get("start") } : null;
  return url.hostname === "t.me" && asked.has("start") ? { bot: url.pathname.slice(1), payload: asked.get("start") } : null;
}

/** A moment in the reader's own zone, where a format asks for it: w weekday, d/D date, t/T time, r how long ago. */
function moment(entity, children) {
  const at = new Date(entity.unix_time * 1000);
  const form = entity.date_time_format ?? "";
  const asked = {};
  if (form.includes("w") || form.includes("W")) asked.weekday = form.includes("W") ? "long" : "short";
  if (/d/i.test(form)) Object.assign(asked, { day: "numeric", month: form.includes("D") ? "long" : "short", year: "numeric" });
  if (/t/i.test(form)) Object.assign(asked, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, form.includes("T") ? { second: "2-digit" } : {});
  const words = form === "r" ? ago(at) : Object.keys(asked).length ? at.toLocaleString([], asked) : null;
  return element("time", { datetime: at.toISOString(), title: at.toLocaleString() }, ...(words === null ? children : [words]));
}

function ago(at) {
  const seconds = (at - Date.now()) / 1000;
  const [unit, size] = [["day", 86400], ["hour", 3600], ["minute", 60]].find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  return new Intl.RelativeTimeFormat([], { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

function folding(children) {
  const fold = element("span", { class: "fold" }, ...children);
  const quote = element("blockquote", { class: "quote folded", dir: "auto" }, fold);
  const more = element("button", {
    type: "button", class: "unfold", "aria-expanded": "false",
    onclick: () => {
      const folded = quote.classList.toggle("folded");
      more.setAttribute("aria-expanded", String(!folded));
      more.textContent = folded ? "Unfold" : "Fold";
    },
  }, "Unfold");
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
