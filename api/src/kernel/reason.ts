/** The two languages that every sentence exists in. */
export type Locale = "zh-CN" | "en";

/** Values behind a reason. Names that end in `At` hold instants, in `Minutes` whole minutes. Never personal data. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** One reason why something may not be, as data; its sentence in each language is kept beside its rule. */
export interface Reason {
  /** UPPER_SNAKE, stable: clients and catalogues depend on it. */
  readonly code: string;
  readonly facts: Facts;
}
