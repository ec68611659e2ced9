/** What became of the last input. `device`: the server did not answer, it is kept here. `stale`: another window saved meanwhile. */
export type Keeping =
  | { state: "nothing" | "saving" | "device" | "stale" }
  /** When the server kept it. */
  | { state: "saved"; at: string };

export type Kept = { version: number; savedAt: string };

export type DraftKeeper<Draft> = {
  keep: (draft: Draft) => void;
  /** Sends what waits now; resolves when nothing is under way. */
  flush: () => Promise<void>;
  /** Nothing more is sent; resolves when nothing is under way. */
  stop: () => Promise<void>;
  /** Another version was read: what is kept next follows it. */
  follow: (version: number | null) => void;
};

/** Long enough that a sentence is one save. */
const QUIET = 800;

/** Saves the newest draft once input has been quiet for 800 ms, one save at a time, each naming the version that it follows. */
export function createDraftKeeper<Draft>(options: {
  version: number | null;
  save: (draft: Draft, version: number | null) => Promise<Kept | "stale">;
  tell: (keeping: Keeping) => void;
}): DraftKeeper<Draft> {
  let { version } = options;
  let waiting: { draft: Draft } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  const send = async () => {
    while (waiting && !stopped) {
      const { draft } = waiting;
      waiting = undefined;
      options.tell({ state: "saving" });
      try {
        const kept = await options.save(draft, version);
        if (kept === "stale") return options.tell({ state: "stale" });
        version = kept.version;
        if (!waiting) options.tell({ state: "saved", at: kept.savedAt });
      } catch {
        waiting ??= { draft };
        return options.tell({ state: "device" });
      }
    }
  };
  const flush = async () => {
    clearTimeout(timer);
    await running;
    running = send();
    await running;
    running = undefined;
  };
  return {
    keep(draft) {
      waiting = { draft };
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(() => void flush(), QUIET);
    },
    flush,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
    follow(next) {
      version = next;
    },
  };
}
