// Dialogs: a message's deeds, what can be attached, an alert of the bot's.
import { element } from "./words.js";

const $ = (id) => document.getElementById(id);

export function alertOf(words) {
  $("alert-text").textContent = words;
  $("alert").showModal();
}

/** Buttons by label → what they do; the dialog closes with the choice. */
export function choose(choices) {
  const dialog = $("choices");
  $("choices-list").replaceChildren(...choices.map(([label, act]) => element("button", {
    type: "button", onclick: () => { dialog.close(); act(); },
  }, label)));
  dialog.showModal();
}

/** Asks for a place on the map; `act({latitude, longitude})` where one is given. */
export function askPlace(act) {
  const dialog = $("where");
  dialog.onclose = () => {
    if (dialog.returnValue === "send") act({ latitude: Number($("latitude").value), longitude: Number($("longitude").value) });
  };
  dialog.returnValue = "";
  dialog.showModal();
}

const PICTURE = /^image\/(jpeg|png|webp|gif)$/, SOUND = /^audio\//;

/** The form that sends a file: a picture as a photo, a sound as a voice message, else a document. */
export async function formOf(file) {
  const form = new FormData();
  if (PICTURE.test(file.type)) {
    const { width, height } = await createImageBitmap(file);
    for (const [name, value] of Object.entries({ as: "photo", width, height })) form.append(name, value);
  } else if (SOUND.test(file.type)) {
    const sound = await new OfflineAudioContext(1, 1, 44100).decodeAudioData(await file.arrayBuffer());
    for (const [name, value] of Object.entries({ as: "voice", seconds: Math.round(sound.duration) })) form.append(name, value);
  }
  form.append("file", file);
  return form;
}
