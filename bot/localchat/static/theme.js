// Light or dark: as the system has it, until the button chooses. Runs before anything is shown.
"use strict";
{
  const page = document.documentElement;
  const put = (theme) => { if (theme) page.dataset.theme = theme; };
  try { put(localStorage.getItem("theme")); } catch { /* a browser that keeps nothing */ }
  document.addEventListener("click", ({ target }) => {
    if (!target.closest("#theme")) return;
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    put((page.dataset.theme ?? system) === "dark" ? "light" : "dark");
    try { localStorage.setItem("theme", page.dataset.theme); } catch { /* as above */ }
  });
}
