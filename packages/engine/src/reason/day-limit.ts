import type { RunFacts } from "../plan/measured-plan.ts";
import type { SessionReason } from "./session-reason.ts";
import type { Story } from "./story.ts";

/** A run that takes this share of its day's limit was held back by it, or nearly. */
const FILLS = 0.9;

/** Law S5: the day has no room for more. */
export function dayLimitReason(
  { seconds, weekday }: RunFacts,
  { facts: { plan } }: Pick<Story, "facts">,
): readonly SessionReason[] {
  const limitSeconds = plan.request.dayLimits[weekday];
  if (limitSeconds === undefined || seconds < limitSeconds * FILLS) return [];
  return [{ kind: "day_limit", law: "S5", weekday, seconds, limitSeconds }];
}
