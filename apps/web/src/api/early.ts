/** What was asked for before the page's code had been read, by its address; each answer is taken once. */
const underWay = new Map<string, Promise<Response>>();

/** Asks while the code is still on its way: what it will want to know is then there already. */
export function askEarly(paths: readonly string[]): void {
  for (const path of paths) {
    const answer = fetch(path, { headers: { accept: "application/json" } });
    // Whoever takes it hears of a failure.
    answer.catch(() => undefined);
    underWay.set(path, answer);
  }
}

/** `fetch`, which gives the answer that was asked for early where there is one. */
export const fetchOrTake: typeof fetch = (input, init) => {
  const path = typeof input === "string" && (init?.method ?? "GET") === "GET" ? input : "";
  const early = underWay.get(path);
  underWay.delete(path);
  return early ?? fetch(input, init);
};

let code: Promise<unknown> = Promise.resolve();

/** Notes that a part of the page is being loaded. One that cannot be is said by the page that needs it. */
export function loadEarly(part: Promise<unknown>): void {
  code = part.catch(() => undefined);
}

/** Until it has come with its style sheets: a second import of the same part would wait for its code alone. */
export const earlyPart = (): Promise<unknown> => code;
