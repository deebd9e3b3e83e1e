import { hasFasterRunning } from "../plan/doses.ts";
import { sum } from "../plan/facts.ts";
import type { RunFacts, WeekFacts } from "../plan/measured-plan.ts";
import { workPiecesOf } from "../plan/pieces.ts";
import { besideOf } from "./calendar.ts";
import { dayLimitReason } from "./day-limit.ts";
import type { SessionReason } from "./session-reason.ts";
import { shareOf } from "./share.ts";
import type { Story } from "./story.ts";

/** Why an easy run: what is fast in it, what it follows, what it leads to, or the distance it adds. */
export function easyReasons(run: RunFacts, week: WeekFacts, story: Story): readonly SessionReason[] {
  const told = [
    ...touchReasons(run, week),
    ...secondLongest(run, week),
    ...besideReasons(run, story),
    ...dayLimitReason(run, story),
  ];
  const isLong = told.some(({ kind }) => kind === "second_longest");
  return told.length > 0 && (isLong || told.some(({ kind }) => kind !== "day_limit"))
    ? told
    : [...told, easyDistance(run, week, story)];
}

/** Strides and hill sprints; in the taper they are the touch of speed that every week keeps. */
function touchReasons(run: RunFacts, week: WeekFacts): readonly SessionReason[] {
  if (!hasFasterRunning(run.doses)) return [];
  const pieces = workPiecesOf(run.pieces);
  const { daysToRace } = run;
  const workSeconds = sum(pieces, ({ seconds }) => seconds);
  if (week.source.phase === "taper") return [{ kind: "taper_touch", law: "T4", workSeconds, daysToRace }];
  const pieceSeconds = Math.max(...pieces.map(({ seconds }) => seconds));
  const isUphill = run.ground === "hills";
  return [{ kind: "strides", rule: "touches", pieces: pieces.length, pieceSeconds, isUphill }];
}

function secondLongest(run: RunFacts, { runs, longRun }: WeekFacts): readonly SessionReason[] {
  if (run.kind !== "medium_long" || longRun === null || longRun.metres === 0) return [];
  if (runs.some((other) => other !== longRun && other.metres > run.metres)) return [];
  const { metres } = run;
  return [
    {
      kind: "second_longest",
      law: "L2",
      metres,
      longRunMetres: longRun.metres,
      share: shareOf(metres, longRun.metres),
    },
  ];
}

/** The day before the race, after something hard, or before it. */
function besideReasons(run: RunFacts, { facts }: Story): readonly SessionReason[] {
  if (facts.dayAt.get(run.epochDay + 1)?.runs.some(({ isGoalRace }) => isGoalRace) === true)
    return [{ kind: "race_eve", law: "S2", metres: run.metres }];
  const after = besideOf(run, -1, facts);
  if (after !== null) return [{ kind: "easy_after", law: after.session === "long" ? "L7" : "H1", after }];
  const before = besideOf(run, 1, facts);
  if (before === null) return [];
  return [{ kind: "easy_before", law: before.session === "long" ? "L2" : "H1", before }];
}

const easyDistance = ({ metres }: RunFacts, week: WeekFacts, { easyShares }: Story): SessionReason => ({
  kind: "easy_distance",
  law: "I1",
  metres,
  weekMetres: week.metres,
  easyShare: easyShares.get(week.number) ?? 1,
});
