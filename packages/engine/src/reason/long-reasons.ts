import { longRunInsideOf } from "../plan/long-run-kind.ts";
import { workPiecesOf } from "../plan/pieces.ts";
import type { RunFacts, WeekFacts } from "../plan/measured-plan.ts";
import { sum } from "../plan/facts.ts";
import { dayLimitReason } from "./day-limit.ts";
import { rehearsalReason, workReasons } from "./hard-reasons.ts";
import type { Reason } from "./reason.ts";
import type { SessionReason } from "./session-reason.ts";
import { shareOf } from "./share.ts";
import type { Story } from "./story.ts";

/** Why a long run of this length, with this inside, on this day. */
export function longReasons(run: RunFacts, week: WeekFacts, story: Story): readonly Reason[] {
  return [
    ...rehearsalReason(run, story),
    ...lengthReasons(run, week, story),
    ...insideReasons(run, week, story),
    ...limitReasons(run, story),
    ...dayReasons(run, story),
    ...shareReasons(run, week),
  ];
}

function lengthReasons(run: RunFacts, week: WeekFacts, story: Story): readonly SessionReason[] {
  if (week.longRun !== run) return [];
  const { metres } = run;
  const step = story.stairs.get(week.number);
  if (step !== undefined) return [step];
  const { facts } = story;
  if (week.source.kind === "cutback") {
    const last = facts.longRuns.findLast(
      (other) => other.epochDay < run.epochDay && story.stairs.has(other.week),
    );
    if (last === undefined) return [];
    return [
      {
        kind: "long_cutback",
        law: "V5",
        metres,
        lastMetres: last.metres,
        share: shareOf(metres, last.metres),
      },
    ];
  }
  const peakMetres = facts.peakLongRun?.metres ?? 0;
  if (week.source.phase !== "taper" || peakMetres === 0) return [];
  const { daysToRace } = run;
  return [
    { kind: "long_taper", law: "L4", metres, peakMetres, share: shareOf(metres, peakMetres), daysToRace },
  ];
}

/** Work at race pace is a step of its own block; a finish or hills make a long run of another kind. */
function insideReasons(run: RunFacts, week: WeekFacts, story: Story): readonly SessionReason[] {
  if (run.quality) return workReasons(run, week, story);
  const inside = longRunInsideOf(run, story.facts.rules.laws.H1);
  if (inside === "easy") return [];
  const workSeconds = sum(workPiecesOf(run.pieces), ({ seconds }) => seconds);
  return [{ kind: "long_inside", law: "L9", inside, workSeconds }];
}

/** A long run this close to what a runner should spend on it does not grow any more. */
const NEAR_LIMIT = 0.96;

function limitReasons(run: RunFacts, story: Story): readonly SessionReason[] {
  const { plan, rules } = story.facts;
  const { secondsMax, secondsAim } = rules.laws.L6;
  const limits = [secondsAim[plan.distance], secondsMax[plan.distance]];
  const limitSeconds = limits.find(
    (limit) => limit !== null && run.seconds >= limit * NEAR_LIMIT && run.seconds <= limit,
  );
  const hours: readonly SessionReason[] =
    limitSeconds === undefined || limitSeconds === null
      ? []
      : [{ kind: "long_hours", law: "L6", seconds: run.seconds, limitSeconds }];
  return [...hours, ...dayLimitReason(run, story)];
}

/** The day that was wished for, or the wish that gave way. */
function dayReasons({ weekday }: RunFacts, { facts: { plan } }: Story): readonly Reason[] {
  if (weekday === plan.request.longRunDay) return [{ kind: "wished_day", wish: "longRunDay", weekday }];
  return plan.adjustments
    .filter(({ wish, given }) => wish === "long_run_day" && given === weekday)
    .map((adjustment) => ({ kind: "adjusted", ...adjustment }));
}

const shareReasons = ({ metres }: RunFacts, week: WeekFacts): readonly SessionReason[] =>
  week.metres === 0
    ? []
    : [
        {
          kind: "long_share",
          law: "L5",
          metres,
          weekMetres: week.metres,
          share: shareOf(metres, week.metres),
        },
      ];
