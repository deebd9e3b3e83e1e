import type { DayFacts, RunFacts, WeekFacts } from "../plan/measured-plan.ts";
import type { Session } from "../plan/plan.ts";
import { isRunKind } from "../plan/quality.ts";
import { movedReason } from "./changed-days.ts";
import { easyReasons } from "./easy-reasons.ts";
import { hardReasons } from "./hard-reasons.ts";
import { longReasons } from "./long-reasons.ts";
import { raceReasons } from "./race-reasons.ts";
import type { Reason } from "./reason.ts";
import type { SessionReason } from "./session-reason.ts";
import type { Story } from "./story.ts";

/** A runner reads no more. */
const REASONS_MAX = 3;

/** Why a session is this session, on this day, at this size: the most telling reasons first. */
export function sessionReasonsOf(
  session: Session,
  day: DayFacts,
  week: WeekFacts,
  story: Story,
): readonly Reason[] {
  const run = day.runs.find((other) => other.session === session);
  if (run === undefined || !isRunKind(run.kind)) return [besideRunning(session)];
  return [...movedReason(run, story), ...reasonsOfRun(run, week, story)].slice(0, REASONS_MAX);
}

function reasonsOfRun(run: RunFacts, week: WeekFacts, story: Story): readonly Reason[] {
  switch (run.kind) {
    case "race":
      return raceReasons(run, story);
    case "tune_up_race":
      return [{ kind: "tune_up_race", law: "H5", metres: run.metres, daysToRace: run.daysToRace }];
    case "long":
      return longReasons(run, week, story);
    default:
      return run.quality ? hardReasons(run, week, story) : easyReasons(run, week, story);
  }
}

const besideRunning = ({ chosen, optionB, seconds }: Session): SessionReason => ({
  kind: "beside_running",
  rule: "beside_running",
  seconds: chosen === "b" ? (optionB?.seconds ?? seconds) : seconds,
});
