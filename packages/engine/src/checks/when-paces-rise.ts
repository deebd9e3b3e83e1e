import type { ChangeFacts, PlanFacts } from "../plan/measured-plan.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { epochDay } from "../units/calendar-date.ts";
import { NO_CHANGE } from "./change-law.ts";
import { atMost, type Finding, holdsOrBreaks, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

type Limits = LawLimits["C4"];

export const whenPacesRise = defineLaw({
  id: "C4",
  name: "when-paces-rise",
  sentence:
    "Paces rise only on a race, a time trial or two independent signs, by one index point in four weeks at most, and never in the last three weeks.",
  reason: "Paces ahead of the legs turn training into racing; what is proved may be used.",
  severity: "must",
  quantity: "count",
  shape: "change",
  judge: (facts, limits) => {
    const { change, plan } = facts;
    if (change === null) return NO_CHANGE;
    if (plan.rpi === null) return notApplicable("no race result, and so no paces");
    if (change.last.rpi === null) return notApplicable("no paces before the change");
    const risen = plan.rpi - change.last.rpi;
    if (risen <= 0) return judgementOf([atMost(risen, limits.pointsMax, "breach")], "");
    return judgementOf(riseFindings(facts, change, plan.rpi, limits), "");
  },
});

function riseFindings(
  { plan }: PlanFacts,
  change: ChangeFacts,
  rpi: number,
  limits: Limits,
): readonly Finding[] {
  const recent = change.changes.filter(({ from }) => change.from - epochDay(from) < limits.days);
  const lowest = Math.min(...recent.flatMap((one) => one.rpi ?? []));
  const daysToRace = epochDay(plan.raceDate) - change.from;
  return [
    atMost(rpi - lowest, limits.pointsMax, "breach", { why: "paces rise too fast" }),
    holdsOrBreaks(daysToRace > limits.lastDays, "paces rise shortly before the race"),
    holdsOrBreaks(isProved(change, limits), "nothing proves faster paces"),
  ];
}

/** A race or time trial, or signs on as many different days as count for one. */
function isProved({ last, from }: ChangeFacts, { signsMin, days }: Limits): boolean {
  const recent = (last.done?.evidence ?? []).filter(({ date }) => from - epochDay(date) <= days);
  const signDays = new Set(recent.map(({ date }) => date));
  return recent.some(({ kind }) => kind !== "sign") || signDays.size >= signsMin;
}
