export default {
  "find.label": "A screen, a shift, a request number or a command",
  "find.hint": "Screen, shift, request number…",
  "find.none": "Nothing found for “{text}”. Try another word.",
  "find.screen": "screen",
  "find.command": "command",
  "find.language": "Switch to Chinese",
  "find.dark": "Switch to dark",
  "find.light": "Switch to light",
  "find.credentials": "Look at the credentials of volunteer {number}",
};
