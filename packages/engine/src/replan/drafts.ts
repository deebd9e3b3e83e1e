import { lastEasyDay } from "../checks/back-after-a-break.ts";
import { returnRowOf } from "../checks/return-row.ts";
import { breaksIn, isSuspended } from "../plan/change-facts.ts";
import type { PlanWeek } from "../plan/plan.ts";
import { type ChangedWish, raceWishedIn } from "../plan/plan-change.ts";
import { isRunKind } from "../plan/quality.ts";
import { epochDay } from "../units/calendar-date.ts";
import { adaptDrafts, withHealthWord } from "./adapt.ts";
import { blockDrafts } from "./block-days.ts";
import { easedFrom, gentleFrom } from "./closed-days.ts";
import type { ChangeContext, Draft } from "./context.ts";
import { withFewerHard } from "./fewer-hard.ts";
import { longRunDayDrafts } from "./long-run-day.ts";
import { moveDrafts } from "./move.ts";
import { pauseDrafts } from "./pause.ts";
import { raceDateDrafts } from "./race-date.ts";
import { repeatDrafts } from "./repeat-week.ts";
import { resumeDrafts } from "./resume.ts";
import { soonerObstacle } from "./sooner-race.ts";
import { swapDrafts } from "./swap.ts";
import { daysOf } from "./weeks.ts";

/** The ways to answer a change, from the one that touches least to the one that builds most anew. */
export function* draftsFor(wish: ChangedWish, context: ChangeContext): Iterable<Draft> {
  const { plan, change } = context;
  const drafts = gently(draftsOf(wish, context), context);
  if (!isSuspended([...(plan.changes ?? []), change])) {
    yield* drafts;
    return;
  }
  // Law C5: whatever else is asked for, nothing but easy running until the athlete resumes more.
  for (const draft of drafts)
    yield {
      ...draft,
      weeks: gentleFrom(draft.weeks, epochDay(change.from), context),
      adjustments: withHealthWord(draft.adjustments ?? plan.adjustments, change.done?.health?.kind),
    };
}

/**
 * Law C2: whatever stands in the first days back from a break is as easy as these have to be, and of the hard sessions
 * of the first week back as many are run easily as the break has cost.
 */
function* gently(drafts: Iterable<Draft>, context: ChangeContext): Iterable<Draft> {
  const { plan, change, rulebook } = context;
  const changes = [...(plan.changes ?? []), change];
  for (const draft of drafts) {
    const breaks = breaksIn({ ...plan, weeks: draft.weeks, changes }, rulebook.laws);
    const weeks = breaks.reduce((gentle, one) => {
      const row = returnRowOf(one.days, rulebook.laws.C2);
      if (row === null) return gentle;
      const end = lastEasyDay(one.firstRun, row, runDaysOf(gentle));
      return withFewerHard(easedFrom(gentle, one.firstRun, end, context), one, row, context);
    }, draft.weeks);
    yield { ...draft, weeks };
  }
}

const runDaysOf = (weeks: readonly PlanWeek[]): readonly number[] =>
  daysOf(weeks)
    .filter(({ sessions }) => sessions.some(({ kind }) => isRunKind(kind)))
    .map(({ date }) => epochDay(date));

function draftsOf(wish: ChangedWish, context: ChangeContext): Iterable<Draft> {
  const race = raceWishedIn(wish);
  if (race !== null && soonerObstacle(context.plan, race, context.rulebook) !== null) return [];
  switch (wish.kind) {
    case "move":
      return moveDrafts(wish, context);
    case "swap":
      return swapDrafts(wish, context);
    case "block_days":
      return blockDrafts(wish.days, context);
    case "pause":
      return pauseDrafts(wish, context);
    case "repeat_week":
      return repeatDrafts(wish, context);
    case "long_run_day":
      return longRunDayDrafts(wish.weekday, context);
    case "race_date":
      return raceDateDrafts(wish.date, context);
    case "adapt":
      return adaptDrafts(context);
    case "resume":
      return resumeDrafts(context);
  }
}

/** A move or swap is what it is; everything else may ask runs to give way in size. */
export const mayMend = ({ kind }: ChangedWish): boolean => kind !== "move" && kind !== "swap";
