import { type Logger, pino } from "pino";

/**
 * What may be logged is said here: names of operations, codes, ids, counts and times. Bodies, variables, headers,
 * contacts and names of people never are; the redaction is a second wall, not the rule.
 */
export const openLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        "*.phone",
        "*.email",
        "*.contact",
        "*.code_plain",
        "*.token",
        "*.cookie",
        "*.authorization",
        "*.variables",
      ],
      remove: true,
    },
  });
