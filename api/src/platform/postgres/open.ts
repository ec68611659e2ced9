import { join } from "node:path";
import { migrate } from "../migrations.ts";
import type { Settings } from "../settings.ts";
import { type Log, startEmbeddedPostgres } from "./embedded.ts";
import { productDatabase } from "./product-database.ts";

export type OpenDatabase = {
  /** The owner's address: for migrations, restores and the job queue's own tables. */
  ownerUrl: string;
  /** What the product works through. */
  appUrl: string;
  /** Stops the embedded server, if it is ours. */
  stop(): Promise<void>;
};

/** The database the settings name, or one of our own in the data folder: running and migrated. */
export async function openDatabase(settings: Settings, log: Log): Promise<OpenDatabase> {
  const { databaseUrl, databaseAppUrl } = settings;
  if (databaseUrl) {
    const { appUrl } = await migrate({ ownerUrl: databaseUrl, appUrl: databaseAppUrl, log });
    return { ownerUrl: databaseUrl, appUrl, stop: async () => {} };
  }
  const server = await startEmbeddedPostgres({ dataDir: join(settings.data, "postgres"), log });
  try {
    const ownerUrl = await productDatabase(server.adminUrl, { fresh: settings.fresh });
    const { appUrl } = await migrate({ ownerUrl, log });
    return { ownerUrl, appUrl, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
