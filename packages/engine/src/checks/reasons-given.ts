import type { PlanFacts } from "../plan/measured-plan.ts";
import { type Finding, holdsOrBreaks } from "./judgement.ts";

/**
 * A finished plan says of every phase, week and session why it is there. Only what is silent is a finding; a plan
 * on its way has no phases yet, and gets its reasons with them.
 */
export function reasonFindings({ plan: { phases }, weeks, plannedDays }: PlanFacts): readonly Finding[] {
  if (phases === undefined) return [];
  const silent = phases.filter(({ why }) => why.length === 0);
  return [
    ...silent.map(({ firstWeek }) => holdsOrBreaks(false, "a phase without a reason", firstWeek)),
    ...weeks
      .filter(({ source }) => isSilent(source.why))
      .map(({ number }) => holdsOrBreaks(false, "a week without a reason", number)),
    ...plannedDays
      .filter(({ sessions }) => sessions.some(({ why }) => isSilent(why)))
      .map(({ week }) => holdsOrBreaks(false, "a session without a reason", week)),
  ];
}

const isSilent = (why: readonly unknown[] | undefined): boolean => why === undefined || why.length === 0;
