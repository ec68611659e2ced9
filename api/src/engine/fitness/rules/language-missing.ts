import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

function lacksLanguages({ person, work }: Case) {
  const languages = work.languages.filter((language) => !person.languages.includes(language));
  return languages.length > 0 ? { languages } : null;
}

export const languageMissing = rule({
  code: "LANGUAGE_MISSING",
  stage: "skill",
  overridable: false,
  obstacle: lacksLanguages,
  sentence: {
    "zh-CN": (f, say) => `需要会${say.names(f.languages)}。如会，请在个人资料中补充语言。`,
    en: (f, say) => `Needs ${say.names(f.languages)}. Add the language to the profile if you speak it.`,
  },
  short: { "zh-CN": () => "语言不符", en: () => "language needed" },
});
