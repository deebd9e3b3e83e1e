import { hasFasterRunning } from "../plan/doses.ts";
import { sum } from "../plan/facts.ts";
import type { OptionFacts, PlanFacts } from "../plan/measured-plan.ts";
import { holdsInterval, holdsRepetition, holdsThreshold } from "../plan/stimulus.ts";
import type { LawLimits, QualityWords, SessionQuotas } from "../rulebook/law-limits.ts";
import { isFinishPlan, ONLY_TO_FINISH } from "./finish-plan.ts";
import { atLeast, judgementOf, notApplicable, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { scaledQuota } from "./quota.ts";

type Limits = LawLimits["I8"];

export const enoughKeySessions = defineLaw({
  id: "I8",
  name: "enough-key-sessions",
  sentence:
    "The plan holds enough threshold, interval and repetition sessions for its race; very small weeks hold one fast touch each instead.",
  reason: "What the race asks for must be trained often enough to grow.",
  severity: "must",
  quantity: "count",
  shape: "plan",
  judge: (facts, limits) => {
    if (facts.plan.tier === "builder") return notApplicable("builders run nothing faster than strides");
    if (isFinishPlan(facts)) return notApplicable(ONLY_TO_FINISH);
    return judgementOf(
      meanBuildWeek(facts) < limits.smallWeekMetres
        ? touchFindings(facts)
        : quotaFindings(facts, limits.sessions[facts.plan.distance], limits),
      "too few weeks for any quota",
    );
  },
});

/** Weeks after base that are not cut back, not tapered. */
function meanBuildWeek({ weeks, peakWeekMetres }: PlanFacts): number {
  const build = weeks.filter(({ source }) => source.kind === "build" && source.phase !== "base");
  return build.length === 0 ? peakWeekMetres : sum(build, (week) => week.metres) / build.length;
}

function quotaFindings(facts: PlanFacts, quotas: SessionQuotas, limits: Limits): readonly Finding[] {
  const { fullWeeks } = facts;
  const every = (weeks: number | null): number => (weeks === null ? 0 : fullWeeks / weeks);
  const least = (quota: number): number => scaledQuota(quota, fullWeeks, limits);
  const threshold = sessionsOf(facts, holdsThreshold);
  const rows = [
    [threshold, least(every(quotas.thresholdEveryWeeks)), "breach", "few threshold sessions"],
    [threshold, least(every(quotas.thresholdEveryWeeksAim)), "flag", "few threshold sessions"],
    [
      sessionsOf(facts, holdsInterval),
      least(Math.max(quotas.intervalsMin, every(quotas.intervalEveryWeeks))),
      "breach",
      "few interval sessions",
    ],
    [sessionsOf(facts, holdsRepetition), least(quotas.repetitionsMin), "breach", "no repetition session"],
  ] as const;
  return rows
    .filter(([, quota]) => quota > 0)
    .map(([count, quota, below, why]) => atLeast(count, quota, below, { why }));
}

/** Sessions that are of this kind whichever option is run; mixed ones count for each. */
const sessionsOf = (
  { runs, rules }: PlanFacts,
  holds: (option: OptionFacts, words: QualityWords) => boolean,
): number =>
  sum(runs, ({ quality, options }) =>
    quality && options.every((option) => holds(option, rules.laws.H1)) ? 1 : 0,
  );

/** Race week is the concern of law T4. */
function touchFindings({ weeks }: PlanFacts): readonly Finding[] {
  return weeks
    .filter((week) => week.source.phase !== "base" && !week.touchesRaceWeek)
    .map((week) => {
      const touches = sum(week.runs, (run) => (hasFasterRunning(run.doses) ? 1 : 0));
      return atLeast(touches, 1, "breach", { week: week.number, why: "a week without a fast touch" });
    });
}
