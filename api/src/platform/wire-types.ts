import pg from "pg";

/** Instants arrive as Date, days as 'YYYY-MM-DD' text: a day has no instant. */
export function wireTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text));
  types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  return types;
}
