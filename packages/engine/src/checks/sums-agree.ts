import { sum } from "../plan/facts.ts";
import type { OptionFacts, PlanFacts, WeekFacts } from "../plan/measured-plan.ts";
import { strangeNumbersIn } from "../plan/title-numbers.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { changeFindings } from "./changes-agree.ts";
import { atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { reasonNumberFindings } from "./reasons-agree.ts";
import { reasonFindings } from "./reasons-given.ts";

type Limits = LawLimits["S6"];

export const sumsAgree = defineLaw({
  id: "S6",
  name: "sums-agree",
  sentence:
    "The days add up to the week's target, the steps to their session, a number in a title or an effort is a number of the session, everything says why it is there with the numbers of the plan, and changes agree with the dates.",
  reason: "A plan that says one thing and adds up to another is believed in neither.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: (facts, limits) => {
    const findings: Finding[] = [];
    for (const week of facts.weeks) findings.push(...weekFindings(week, limits));
    findings.push(...sessionFindings(facts, limits), ...changeFindings(facts));
    findings.push(...reasonFindings(facts), ...reasonNumberFindings(facts));
    return judgementOf(findings, "the plan holds no run");
  },
});

function weekFindings(week: WeekFacts, { weekShare, mixShare }: Limits): readonly Finding[] {
  const target = week.source.targetMetres;
  const more = { week: week.number };
  const off = (metres: number): number => shareOff(metres + week.raceMetres, target);
  return [
    atMost(off(week.metres), weekShare, "breach", more),
    atMost(Math.max(off(week.metresLeast), off(week.metresMost)), mixShare, "breach", more),
  ];
}

function sessionFindings({ runs }: PlanFacts, limits: Limits): readonly Finding[] {
  const findings: Finding[] = [];
  for (const run of runs) {
    const more = { week: run.week };
    for (const option of run.options)
      findings.push(
        atMost(stepsOff(option), limits.stepShare, "breach", { ...more, why: "steps and session disagree" }),
      );
    if (run.session.chosen === "b" && run.session.optionB === undefined)
      findings.push({
        verdict: "breach",
        measured: 0,
        limit: 1,
        quantity: "count",
        ...more,
        why: "the chosen option does not exist",
      });
    const titles = [run.session, run.session.optionB].filter((option) => option !== undefined);
    const strange = sum(titles, (option) => strangeNumbersIn(option).length);
    if (strange > 0)
      findings.push({
        verdict: "breach",
        measured: strange,
        limit: 0,
        quantity: "count",
        ...more,
        why: "a number in a title or an effort is not in the session",
      });
  }
  return findings;
}

const stepsOff = ({ metres, seconds, doses }: OptionFacts): number =>
  Math.max(shareOff(doses.totalMetres, metres), shareOff(doses.totalSeconds, seconds));

const shareOff = (measured: number, stated: number): number => {
  if (measured === stated) return 0;
  return stated === 0 ? 1 : Math.abs(measured / stated - 1);
};
