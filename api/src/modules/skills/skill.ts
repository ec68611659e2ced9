export interface SkillRow {
  readonly id: number;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What a skill is about: a subject and grade, a language pair, an approach. `code` as in engine/fitness/specialism.ts. */
export interface SpecialismRow extends SkillRow {
  readonly skillId: number;
}
