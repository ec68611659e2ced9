/**
 * Calls `stop` once, when the process is asked to end: Ctrl-C, SIGTERM, a closed terminal, or the death of the bootstrap
 * that started us (its IPC channel closes). A second request, or a failed stop, ends the process at once.
 */
export function onStopRequest(stop: () => Promise<void>): void {
  let asked = false;
  const request = () => {
    if (asked) process.exit(1);
    asked = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, request);
  if (process.connected) process.once("disconnect", request);
}
