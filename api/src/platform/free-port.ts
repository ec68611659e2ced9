import { once } from "node:events";
import { createServer } from "node:net";

/** Throws what listening would throw: asked first, because a city takes some time to make. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, "listening");
  probe.close();
  await once(probe, "close");
}
