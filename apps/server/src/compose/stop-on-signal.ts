import process from "node:process";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const REPEATED_MILLISECONDS = 2_000;
const STOP_MILLISECONDS = 30_000;

/**
 * Stops cleanly on Ctrl-C. The same key press can arrive twice, from the terminal and from npm, so
 * only a signal after a while means that someone has lost patience.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let askedAt: number | undefined;
  const onSignal = (): void => {
    if (askedAt !== undefined) {
      if (Date.now() - askedAt > REPEATED_MILLISECONDS) process.exit(1);
      return;
    }
    askedAt = Date.now();
    setTimeout(() => process.exit(1), STOP_MILLISECONDS).unref();
    stop().then(
      () => process.exit(0),
      (problem: unknown) => {
        console.error(problem);
        process.exit(1);
      },
    );
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
}
