import { weeksBefore } from "./weekly-high.ts";
import { atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { isLostDay, isReturnWeek } from "../plan/change-facts.ts";
import type { PlanFacts } from "../plan/measured-plan.ts";

/** The chronic load is the mean of this many weeks, the judged one included. */
const MONTH = 4;

export const weekAgainstItsMonth = defineLaw({
  id: "V3",
  name: "week-against-its-month",
  sentence: "No week is far above the mean of the four weeks that end with it, once four weeks are known.",
  reason: "A body carries what it is used to; the ratio of a week to its month tells how sudden a week is.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: (facts, { ratioMax, ratioAim, weekMetresMin }) => {
    const before = weeksBefore(facts, MONTH - 1);
    const least = [...before, ...facts.weeks.map((week) => week.metresLeast)];
    const findings: Finding[] = [];
    facts.weeks.forEach(({ number: week, metresMost }, index) => {
      const end = before.length + index;
      if (end < MONTH - 1 || isReturning(facts, index)) return;
      let sum = metresMost;
      for (let back = 1; back < MONTH; back += 1) sum += least[end - back] ?? 0;
      const mean = sum / MONTH;
      if (mean < weekMetresMin) return;
      const hard = atMost(metresMost / mean, ratioMax, "breach", { week });
      findings.push(hard.verdict === "breach" ? hard : atMost(metresMost / mean, ratioAim, "flag", { week }));
    });
    return judgementOf(findings, "no four weeks in a row are known, or all of them are small");
  },
});

/** A month with a break in it says nothing: the way back is set by law C2, growth from there by V1. */
const isReturning = ({ weeks, change }: PlanFacts, index: number): boolean =>
  weeks.slice(Math.max(0, index - MONTH + 1), index + 1).some((week) => {
    const lost = week.days.filter((day) => isLostDay(change, day)).length;
    return isReturnWeek(week, change) || (lost > 0 && lost >= week.runDays);
  });
