import { join } from "node:path";
import { deliverBySmtp, deliverToFolder, sweep } from "@strideiq/adapters";
import type { Configuration } from "./configuration.ts";
import type { People } from "./people.ts";
import type { Store } from "./store.ts";

const MAIL_MILLISECONDS = 2_000;
const SWEEP_MILLISECONDS = 3_600_000;

export interface Chores {
  /** Ends them; one that is under way comes to its end. */
  readonly stop: () => Promise<void>;
}

/**
 * What a worker does beside its jobs: it delivers the mail that waits (by SMTP when that is configured, else
 * into a folder), and sweeps out what has run out. Several workers may; each row is done by one.
 */
export function startChores(
  { db }: Store,
  { outbox }: People,
  { smtpUrl, mailFrom, dataFolder }: Configuration,
  onProblem: (problem: unknown) => void,
): Chores {
  const deliver =
    smtpUrl === undefined ? deliverToFolder(join(dataFolder, "outbox")) : deliverBySmtp(smtpUrl, mailFrom);
  const chores = [
    every(MAIL_MILLISECONDS, () => outbox.deliverAll(deliver), onProblem),
    every(SWEEP_MILLISECONDS, () => sweep(db), onProblem),
  ];
  return {
    stop: async () => {
      await Promise.all(chores.map((stop) => stop()));
    },
  };
}

/** Does the work again and again, never twice at once, beginning now. */
function every(
  milliseconds: number,
  work: () => Promise<unknown>,
  onProblem: (problem: unknown) => void,
): () => Promise<void> {
  let round: Promise<void> | undefined;
  const start = (): void => {
    round ??= work()
      .then(() => undefined, onProblem)
      .finally(() => {
        round = undefined;
      });
  };
  const timer = setInterval(start, milliseconds);
  start();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
