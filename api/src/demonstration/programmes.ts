import { beijing2020 } from "./beijing-2020.ts";

/** The five campaigns of spring 2020, which every city of a demonstration runs again. */
export const programmes = beijing2020.campaigns.map(({ id, name, nameZh }) => ({ code: id, nameEn: name, nameZh }));
