import { sum } from "../plan/facts.ts";
import type { ChangeFacts, DayFacts, PlanFacts, RunFacts } from "../plan/measured-plan.ts";
import type { PlanChange } from "../plan/plan-change.ts";
import { CHANGE_UNKNOWN, NO_CHANGE } from "./change-law.ts";
import { atMost, type Finding, judgementOf, notApplicable, unlessPassed } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { itemAt } from "../result/item-at.ts";

export const missedStaysMissed = defineLaw({
  id: "C1",
  name: "missed-stays-missed",
  sentence:
    "A missed session is never stacked onto another: no day, session or week becomes more than it was planned to be.",
  reason: "A plan that makes up for lost days does so when the legs are least ready for it.",
  severity: "must",
  quantity: "distance",
  shape: "change",
  judge: (facts, limits) => {
    const { change } = facts;
    if (change === null) return NO_CHANGE;
    if (!losesTraining(change)) return notApplicable("no training was lost");
    if (change.before === null) return CHANGE_UNKNOWN;
    return judgementOf(
      [
        ...dayFindings(facts, change, change.before),
        ...sessionFindings(facts, change, change.before, limits),
        ...weekFindings(facts, change, change.before, limits),
        ...unlessPassed(lostLongRunFindings(facts, change, change.before)),
      ],
      "no day is left",
    );
  },
});

/** Whether a change gives up training, or tells that some was missed. */
export const losesTraining = ({ last }: { readonly last: PlanChange }): boolean =>
  ["block_days", "pause", "adapt"].includes(last.wish.kind) ||
  (last.done?.sessions.some(({ status }) => status === "skipped") ?? false);

const comingOf = (facts: PlanFacts, from: number): readonly DayFacts[] =>
  facts.days.filter((day) => day.epochDay >= from);

function dayFindings(after: PlanFacts, { from }: ChangeFacts, before: PlanFacts): readonly Finding[] {
  const most = Math.max(1, ...comingOf(before, from).map((day) => day.runs.length));
  return comingOf(after, from).map((day) =>
    atMost(day.runs.length, most, "breach", {
      quantity: "count",
      week: day.week,
      why: "two runs where one was planned",
    }),
  );
}

function sessionFindings(
  after: PlanFacts,
  { from }: ChangeFacts,
  before: PlanFacts,
  { days }: PlanFacts["rules"]["laws"]["C1"],
): readonly Finding[] {
  const planned = new Map(before.runs.map((run): readonly [string, RunFacts] => [run.session.id, run]));
  return after.runs.flatMap((run) => {
    const old = planned.get(run.session.id);
    if (run.epochDay < from || run.epochDay >= from + days) return [];
    if (old === undefined || run.isGoalRace) return [];
    return [atMost(run.metres, old.metres, "breach", { week: run.week, why: "a session grew" })];
  });
}

/** The days still to come of the weeks that begin in the fortnight after the change. */
function weekFindings(
  after: PlanFacts,
  { from }: ChangeFacts,
  before: PlanFacts,
  { days, weekShareMax }: PlanFacts["rules"]["laws"]["C1"],
): readonly Finding[] {
  const planned = new Map(before.days.map((day) => [day.epochDay, metresOn(day)]));
  return after.weeks.flatMap((week) => {
    const coming = week.days.filter((day) => day.epochDay >= from);
    if (coming.length === 0 || itemAt(week.days, 0).epochDay >= from + days) return [];
    const most = sum(coming, (day) => planned.get(day.epochDay) ?? 0) * weekShareMax;
    return [atMost(sum(coming, metresOn), most, "breach", { week: week.number, why: "a week grew" })];
  });
}

/** A week without the long run that it was to have: no other run of it takes that over under another name. */
function lostLongRunFindings(after: PlanFacts, { from }: ChangeFacts, before: PlanFacts): readonly Finding[] {
  return after.weeks.flatMap((week) => {
    const first = itemAt(week.days, 0).epochDay;
    const planned = before.weeks.find(({ days }) => days[0]?.epochDay === first);
    if (planned === undefined || planned.longRun === null || week.longRun !== null) return [];
    const most = Math.max(0, ...planned.runs.filter(isOther).map((run) => run.metresMost));
    const coming = week.runs.filter((run) => isOther(run) && run.epochDay >= from);
    const why = "a run took over the distance of a lost long run";
    return coming.map((run) => atMost(run.metres, most, "breach", { week: week.number, why }));
  });
}

const isOther = ({ kind }: RunFacts): boolean => kind !== "long" && kind !== "tune_up_race";

const metresOn = (day: DayFacts): number => sum(day.runs, (run) => (run.isGoalRace ? 0 : run.metres));
