// One dialog for all questions and alerts; Escape closes it, and the focus stays inside.

import { $, element } from "./dom.js";

export function ask({ title, body = [], options = [], input = null, ok = null, cancel = "Cancel" }) {
  const dialog = $("dialog");
  $("dialog-title").textContent = title;
  const field = input && element("input", { type: "text", "aria-label": input.label, placeholder: input.label });
  if (field) field.value = input.value ?? "";
  const choices = options.map(({ value, label }) =>
    element("button", { type: "submit", class: "choice", value }, label));
  $("dialog-body").replaceChildren(...body, ...(field ? [field] : []), ...choices);
  const buttons = [];
  if (cancel) buttons.push(element("button", { type: "button", class: "quiet", onclick: () => dialog.close("") }, cancel));
  if (ok) buttons.unshift(element("button", { type: "submit", class: "primary", value: "ok" }, ok));
  $("dialog-buttons").replaceChildren(...buttons);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => {
      const answer = dialog.returnValue;
      if (!answer) resolve(null);
      else resolve(field ? field.value : answer);
    };
  });
}

export function alertBox(words) {
  return ask({ title: "Dueto", body: [element("p", { class: "alert" }, words)], ok: "OK", cancel: null });
}
