// Runs before the first paint; src/lib/preferences.ts owns the same keys afterwards.
(() => {
  const root = document.documentElement;
  let chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem("shouwang.preferences")) ?? {};
  } catch {
    // Storage refused or damaged: the defaults are fine.
  }
  const night = matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = chosen.theme === "light" || chosen.theme === "dark" ? chosen.theme : night ? "dark" : "light";
  if (chosen.text === "large") root.dataset.text = "large";
  root.lang = chosen.locale === "en" ? "en" : "zh-CN";
})();
