import { isReturnWeek } from "../plan/change-facts.ts";
import type { PlanUnderLaw } from "../plan/measured-plan.ts";
import { phasesOf } from "../reason/phases.ts";
import { PHASES } from "../plan/vocabulary.ts";
import { atMost, holdsOrBreaks, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const phasesInOrder = defineLaw({
  id: "S7",
  name: "phases-in-order",
  sentence:
    "Every week has a phase, the phases follow one another in order, and each holds only sessions that belong there.",
  reason: "A phase is a purpose; a purpose that comes and goes trains nothing.",
  severity: "must",
  quantity: "count",
  shape: "plan",
  judge: ({ plan, weeks, change }, { kinds }) => {
    const findings: Finding[] = [...spanFindings(plan)];
    let reached = 0;
    for (const week of weeks) {
      const begins = week.days[0]?.epochDay;
      if (begins !== undefined && change?.courseStarts.includes(begins) === true) reached = 0;
      const phase = PHASES.indexOf(week.source.phase);
      findings.push(holdsOrBreaks(phase >= reached, "the phases go back", week.number));
      reached = Math.max(reached, phase);
      if (week.source.kind === "return" && !isReturnWeek(week, change))
        findings.push(holdsOrBreaks(false, "a week of return without a break before it", week.number));
      const allowed = kinds[week.source.phase];
      const strangers = week.days
        .flatMap((day) => day.sessions)
        .filter(
          ({ kind, optionB }) =>
            !allowed.includes(kind) || (optionB !== undefined && !allowed.includes(optionB.kind)),
        );
      const why = "a session has no place in its phase";
      findings.push(atMost(strangers.length, 0, "breach", { week: week.number, why }));
    }
    return judgementOf(findings, "the plan has no weeks");
  },
});

/** The phases that a finished plan tells of are those of its weeks, from the first to the last. */
function spanFindings({ phases, weeks }: PlanUnderLaw): readonly Finding[] {
  if (phases === undefined) return [];
  const spans = phasesOf(weeks);
  const isAlike =
    spans.length === phases.length &&
    spans.every(({ phase, firstWeek, lastWeek }, index) => {
      const told = phases[index];
      return told?.phase === phase && told.firstWeek === firstWeek && told.lastWeek === lastWeek;
    });
  return isAlike ? [] : [holdsOrBreaks(false, "the phases that are told of are not those of the weeks")];
}
