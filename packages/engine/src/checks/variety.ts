import { workText } from "../plan/pieces.ts";
import type { PlanFacts, RunFacts, WeekFacts } from "../plan/measured-plan.ts";
import { sum } from "../plan/facts.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atLeast, atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

type Limits = LawLimits["I9"];

export const variety = defineLaw({
  id: "I9",
  name: "variety",
  sentence:
    "No two weeks in a row are identical, no quality session returns more than once unchanged, and easy days differ in length.",
  reason: "The body answers to what is new to it, and the mind does too.",
  severity: "default",
  quantity: "count",
  shape: "plan",
  judge: (facts, limits) =>
    judgementOf(
      [
        ...weekFindings(facts.weeks),
        ...sessionFindings(facts, limits),
        ...facts.weeks.flatMap((week) => easyFindings(week, limits)),
      ],
      "the plan is too short to repeat itself",
    ),
});

function weekFindings(weeks: readonly WeekFacts[]): readonly Finding[] {
  return weeks
    .filter((week, index) => {
      const before = weeks[index - 1];
      return before?.metres === week.metres && textOfWeek(before) === textOfWeek(week);
    })
    .map((week) => atMost(1, 0, "flag", { week: week.number, why: "the same week as the one before" }));
}

const textOfWeek = ({ days }: WeekFacts): string =>
  days
    .map(({ runs }) => runs.map((run) => `${run.kind}${String(run.metres)}${workText(run.pieces)}`).join("+"))
    .join("|");

/** Tapers sharpen with what is known, and a race is not a session. */
function sessionFindings({ weeks }: PlanFacts, { sameSessionMax }: Limits): readonly Finding[] {
  const counts = new Map<string, number>();
  const findings: Finding[] = [];
  for (const { source, days } of weeks) {
    if (source.kind === "taper" || source.kind === "race") continue;
    for (const run of days.flatMap((day) => day.runs)) {
      if (!run.quality || run.kind === "tune_up_race") continue;
      const text = `${run.kind}${workText(run.pieces)}`;
      const count = (counts.get(text) ?? 0) + 1;
      counts.set(text, count);
      const more = { week: run.week, why: "a quality session that keeps returning unchanged" };
      findings.push(atMost(count, sameSessionMax, "flag", more));
    }
  }
  return findings;
}

const isEasyRun = (run: RunFacts): boolean => !run.quality && run.kind !== "long";

/** Race week is too small to vary. */
function easyFindings(week: WeekFacts, { easyDaysMin, easyVariationMin }: Limits): readonly Finding[] {
  if (week.touchesRaceWeek) return [];
  const days = week.days
    .filter((day) => day.runs.length > 0 && day.runs.every(isEasyRun))
    .map((day) => sum(day.runs, (run) => run.metres));
  if (days.length < easyDaysMin) return [];
  const variation = Math.max(...days) / Math.max(1, Math.min(...days)) - 1;
  return [
    atLeast(variation, easyVariationMin, "flag", {
      quantity: "share",
      week: week.number,
      why: "easy days of one length",
    }),
  ];
}
