/** Runs a job at once or, while it is under way, once more after it: the last word always counts. */
export function oneAtATime(job: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let asked = false;
  const run = async (): Promise<void> => {
    do {
      asked = false;
      await job();
    } while (wasAsked());
    running = undefined;
  };
  const wasAsked = (): boolean => asked;
  return () => {
    asked = running !== undefined;
    running ??= run();
    return running;
  };
}
