import { join } from "node:path";
import { deliverBySmtp, deliverToFolder } from "@strideiq/adapters";
import type { Configuration } from "./configuration.ts";
import type { People } from "./people.ts";

const ROUND_MILLISECONDS = 2_000;

/** Delivers the mail that waits, every two seconds: by SMTP when that is configured, else into a folder. */
export function openPostOffice(
  { outbox }: People,
  { smtpUrl, mailFrom, dataFolder }: Configuration,
  onProblem: (problem: unknown) => void,
): { readonly close: () => Promise<void> } {
  const deliver =
    smtpUrl === undefined ? deliverToFolder(join(dataFolder, "outbox")) : deliverBySmtp(smtpUrl, mailFrom);
  let round: Promise<unknown> = Promise.resolve();
  let isUnderWay = false;
  const timer = setInterval(() => {
    if (isUnderWay) return;
    isUnderWay = true;
    round = outbox
      .deliverAll(deliver)
      .catch(onProblem)
      .finally(() => {
        isUnderWay = false;
      });
  }, ROUND_MILLISECONDS);
  return {
    close: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
