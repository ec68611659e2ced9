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
  // Undefined where there never was a channel; false when it closed before we listened.
  if (process.connected === false) request();
  else process.once("disconnect", request);
}
