import type { Logger } from "pino";
import type { Jobs } from "./jobs.ts";
import type { Limiter } from "./limits/limiter.ts";
import type { Hub } from "./live/hub.ts";
import type { Mailer } from "./mail.ts";
import type { Metrics } from "./metrics.ts";
import type { Secrets } from "./secrets.ts";
import type { Threads } from "./threads.ts";

/** The outside world, opened once a process. */
export interface Platform {
  readonly mode: "demonstration" | "production";
  readonly publicUrl: string;
  /** How long one operation may take. */
  readonly deadlineMs: number;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly secrets: Secrets;
  readonly mailer: Mailer;
  /** Where a letter for this contact goes; null when there is no way to reach it (no SMS gateway is set). */
  readonly addressOf: (kind: "phone" | "email", contact: string) => string | null;
  /** The path where signing in with the city's identity service begins; null when there is none. */
  readonly singleSignOn: string | null;
  readonly hub: Hub;
  readonly jobs: Jobs;
  readonly limiter: Limiter;
  readonly metrics: Metrics;
  readonly threads: Threads;
}
