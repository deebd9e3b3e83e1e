/** A job whose status is none of these changes no more. */
const GOES_ON = /"status":"(waiting|running)"/;

/**
 * Hears from the server when a job is finished, or that it cannot be heard of; the answer stops listening. The browser
 * would come again by itself after a break: the page then asks instead, until it is loaded anew.
 */
export function watchJob(jobId: string, onFinished: () => void, onLost: () => void): () => void {
  const source = new EventSource(`/v1/jobs/${jobId}/events`);
  const stop = (): void => {
    source.close();
  };
  source.addEventListener("job", ({ data }: MessageEvent<string>) => {
    if (GOES_ON.test(data)) return;
    stop();
    onFinished();
  });
  source.addEventListener("error", () => {
    stop();
    onLost();
  });
  return stop;
}

/** Whether this browser can listen. */
export const canWatch = (): boolean => "EventSource" in globalThis;
