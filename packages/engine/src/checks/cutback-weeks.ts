import { needsMastersRecovery } from "../athlete/masters.ts";
import type { PlanFacts, WeekFacts } from "../plan/measured-plan.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atLeast, atMost, judgementOf, unlessPassed, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

type Limits = LawLimits["V5"];

export const cutbackWeeks = defineLaw({
  id: "V5",
  name: "cutback-weeks",
  sentence:
    "A lighter week comes every three to four weeks, labelled as a cutback, never two in a row and never so deep that it becomes a break.",
  reason: "Training is taken up in the lighter week; without one, fatigue hides the fitness.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: (facts, limits) =>
    judgementOf(
      [
        ...unlessPassed(existenceFindings(facts, limits)),
        ...labelFindings(facts.weeks, limits),
        ...cutbackFindings(facts.weeks, limits),
        ...streakFindings(facts, limits),
      ],
      "a short plan without a cutback",
    ),
});

function existenceFindings({ weeks }: PlanFacts, { requiredFromWeeks }: Limits): readonly Finding[] {
  if (weeks.length < requiredFromWeeks) return [];
  const cutbacks = weeks.filter((week) => week.source.kind === "cutback").length;
  return [atLeast(cutbacks, 1, "breach", { quantity: "count", why: "the plan has no cutback week" })];
}

/** A build week well under the three before it is a cutback that nobody was told of. */
function labelFindings(weeks: readonly WeekFacts[], { labelledFrom }: Limits): readonly Finding[] {
  const findings: Finding[] = [];
  weeks.forEach((week, index) => {
    const highest = Math.max(
      0,
      ...weeks.slice(Math.max(0, index - 3), index).map((other) => other.metresMost),
    );
    if (highest === 0 || week.source.kind !== "build") return;
    const depth = 1 - week.metresLeast / highest;
    if (depth > labelledFrom)
      findings.push(
        atMost(depth, labelledFrom, "breach", {
          week: week.number,
          why: "a lighter week is called a build week",
        }),
      );
  });
  return findings;
}

function cutbackFindings(weeks: readonly WeekFacts[], limits: Limits): readonly Finding[] {
  const findings: Finding[] = [];
  let lastBuild: WeekFacts | null = null;
  weeks.forEach((week, index) => {
    if (week.source.kind === "build") lastBuild = week;
    if (week.source.kind !== "cutback") return;
    if (weeks[index - 1]?.source.kind === "cutback")
      findings.push({
        verdict: "breach",
        measured: 2,
        limit: 1,
        quantity: "count",
        week: week.number,
        why: "two cutbacks in a row",
      });
    findings.push(...depthFindings(week, lastBuild, limits));
  });
  return findings;
}

function depthFindings(week: WeekFacts, build: WeekFacts | null, limits: Limits): readonly Finding[] {
  const more = { week: week.number };
  const quality = unlessPassed([
    atMost(week.qualityDays, limits.qualityMax, "flag", {
      ...more,
      quantity: "count",
      why: "more than one quality session in a cutback",
    }),
  ]);
  if (build === null || build.metres === 0) return quality;
  const deepest = 1 - week.metresLeast / build.metresMost;
  const lightest = 1 - week.metresMost / build.metresLeast;
  const findings = [
    ...quality,
    atMost(deepest, limits.depthMax, "breach", more),
    atLeast(lightest, limits.labelledFrom, "breach", { ...more, why: "a cutback that is hardly lighter" }),
    atLeast(lightest, limits.depth.min, "flag", more),
    atMost(deepest, limits.depth.max, "flag", more),
  ];
  if (week.longRun === null || build.longRun === null) return findings;
  const why = "the long run of a cutback is outside its range";
  return [
    ...findings,
    ...unlessPassed([
      atLeast(week.longRun.metresLeast / build.longRun.metresMost, limits.longRunShare.min, "flag", {
        ...more,
        why,
      }),
      atMost(week.longRun.metresMost / build.longRun.metresLeast, limits.longRunShare.max, "flag", {
        ...more,
        why,
      }),
    ]),
  ];
}

function streakFindings({ plan, weeks }: PlanFacts, limits: Limits): readonly Finding[] {
  const byTier = limits.streakMax[plan.tier];
  const most = needsMastersRecovery(plan.request, limits)
    ? Math.min(byTier, limits.mastersStreakMax)
    : byTier;
  const findings: Finding[] = [];
  let streak = 0;
  for (const week of weeks) {
    streak = week.source.kind === "build" || week.source.kind === "tune_up" ? streak + 1 : 0;
    if (streak > most)
      findings.push(
        atMost(streak, most, "flag", {
          quantity: "weeks",
          week: week.number,
          why: "too many build weeks without a cutback",
        }),
      );
  }
  return findings;
}
