import { type Look, lookAt } from "./look-at.ts";
import { screens } from "./screens.ts";

// Every screen and its states on a narrow phone in English; with LOOKS=all every screen in Chinese too.

const english: Look = { locale: "en", width: 360 };
const chinese: Look = { locale: "zh-CN", width: 390 };

lookAt(screens, ({ state }) => {
  if (state === "desk") return [];
  return process.env.LOOKS === "all" && !state ? [english, chinese] : [english];
});
