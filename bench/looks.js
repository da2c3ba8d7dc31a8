// What is wrong with how the open page looks: text that is cut, overlaps other text, or is hard to read.
// Answers lines that say what and where; none where all is well. Only what stands in the window is looked at.
() => {
  const LEAST = 4.5;     // WCAG 2's contrast for text of a usual size
  const SLACK = 1.5;     // pixels: an edge of a letter
  const dialog = document.querySelector("dialog[open]");
  const wrong = new Set();

  const shown = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.visibility === "hidden" || style.display === "none" || style.opacity === "0") return false;
      if (at.matches(".unseen, [hidden], .spoiler:not(.open)")) return false;
    }
    return true;
  };

  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { rgb: [r, g, b], alpha: a / 255 };
  };
  const over = (above, below) => above.rgb.map((part, i) => part * above.alpha + below[i] * (1 - above.alpha));
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const layer = rgba(getComputedStyle(at).backgroundColor);
      layers.push(layer);
      if (layer.alpha === 1) break;
    }
    return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (element) => {
    const below = ground(element);
    const [a, b] = [light(over(rgba(getComputedStyle(element).color), below)), light(below)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };

  // Where an end is cut on purpose, the whole is one click away.
  const folded = ".folded .fold, .answered, #reply-words";
  const cutBy = (element, box) => {
    if (element.closest(folded)) return null;
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at), edge = at.getBoundingClientRect();
      const across = style.overflowX !== "visible", along = ["hidden", "clip"].includes(style.overflowY);
      if (across && (box.left < edge.left - SLACK || box.right > edge.right + SLACK)) return at;
      if (along && (box.top < edge.top - 2 * SLACK || box.bottom > edge.bottom + 2 * SLACK)) return at;
    }
    return box.left < -SLACK || box.right > innerWidth + SLACK ? document.body : null;
  };

  // Whether a word goes on in the next line, as the narrow button wants it.
  const broken = (node) => [...node.data.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].some(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
  });

  const pieces = [];
  const walker = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, element = node.parentElement;
    if (!node.data.trim() || element.closest("script, style, option") || !shown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.bottom > 0 && box.top < innerHeight);
    if (!boxes.length) continue;
    const words = `“${node.data.trim().slice(0, 40)}”`;
    const between = contrast(element);
    if (between < LEAST) wrong.add(`${words}: contrast ${between.toFixed(2)}`);
    if (element.closest(".key") && broken(node)) wrong.add(`${words}: a word is broken`);
    for (const box of boxes) {
      const cutter = cutBy(element, box);
      if (cutter) wrong.add(`${words}: cut by ${cutter.className || cutter.id || cutter.tagName}`);
      pieces.push({ node, element, words, box });
    }
  }

  const layer = (element) => element.closest("#commands, #toast, dialog");
  const seen = (element, box) => {   // not what is scrolled away under the masthead or the composer
    const scrolled = element.closest("#log")?.getBoundingClientRect();
    return !scrolled || (box.top >= scrolled.top - SLACK && box.bottom <= scrolled.bottom + SLACK);
  };
  const standing = pieces.filter(({ element, box }) => seen(element, box) && !element.closest(folded));
  standing.forEach((one, i) => standing.slice(i + 1).forEach((other) => {
    if (one.node === other.node || layer(one.element) !== layer(other.element)) return;
    const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const along = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
    if (across > 2 && along > Math.min(one.box.height, other.box.height) / 3) wrong.add(`${one.words} overlaps ${other.words}`);
  }));
  if (document.documentElement.scrollHeight > innerHeight) wrong.add(`the page is ${document.documentElement.scrollHeight} high`);
  if (document.documentElement.scrollWidth > innerWidth) wrong.add(`the page is ${document.documentElement.scrollWidth} wide`);
  return [...wrong];
}
