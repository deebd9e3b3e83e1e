import { hasFasterRunning } from "../plan/doses.ts";
import type { RunFacts, WeekFacts } from "../plan/measured-plan.ts";
import { neighbourOf } from "./calendar.ts";
import { dayLimitReason } from "./day-limit.ts";
import type { BlockStep, SessionReason } from "./session-reason.ts";
import { shareOf } from "./share.ts";
import { lastStepBefore, type Story, type Work } from "./story.ts";

/** Why a hard session: its place in its block, and why this day. */
export function hardReasons(run: RunFacts, week: WeekFacts, story: Story): readonly SessionReason[] {
  return [
    ...rehearsalReason(run, story),
    ...workReasons(run, week, story),
    spacedDay(run, story),
    ...dayLimitReason(run, story),
  ];
}

/** A step of its block in a build week, less of what is known in any other. */
export function workReasons(run: RunFacts, week: WeekFacts, story: Story): readonly SessionReason[] {
  const work = story.works.get(run);
  if (work === undefined) return [];
  const step = blockStep(run, work, week, story);
  if (step !== null) return [step];
  const usualSeconds = lastStepBefore(run, work, story)?.seconds ?? null;
  const law = week.source.kind === "cutback" ? "V5" : "T4";
  if (law === "T4" && !hasFasterRunning(run.doses)) return [];
  const { effort, seconds: workSeconds, zone } = work;
  return [{ kind: "light_session", law, effort, zone, workSeconds, usualSeconds }];
}

function blockStep(run: RunFacts, work: Work, week: WeekFacts, story: Story): BlockStep | null {
  const place = story.blocks.get(run);
  if (place === undefined || week.metres === 0) return null;
  const { last, step, steps } = place;
  return {
    kind: "block_step",
    law: lawOf(work, story),
    effort: work.effort,
    zone: work.zone,
    isLong: run.kind === "long",
    step,
    steps,
    workSeconds: work.seconds,
    workMetres: work.metres,
    weekMetres: week.metres,
    share: shareOf(work.metres, week.metres),
    pieceSeconds: work.pieceSeconds,
    last: last === null ? null : { workSeconds: last.seconds, pieceSeconds: last.pieceSeconds },
  };
}

/** The law that asks for the block; where none does, the one that says how much of it a week carries. */
function lawOf({ effort }: Work, { facts }: Story): BlockStep["law"] {
  if (effort === "threshold") return "I6";
  if (effort === "race_pace") return "I7";
  const { intervalEveryWeeks, repetitionsMin } = facts.rules.laws.I8.sessions[facts.plan.distance];
  const asked = effort === "interval" ? intervalEveryWeeks !== null : repetitionsMin > 0;
  return asked ? "I8" : "I4";
}

/** Law I7: the last big block at race pace, at the time when it still counts and no longer tires. */
export function rehearsalReason(run: RunFacts, { facts, works }: Story): readonly SessionReason[] {
  const { distance } = facts.plan;
  if (distance !== "marathon" && distance !== "half_marathon") return [];
  const { marathon, halfMarathon } = facts.rules.laws.I7;
  const days = distance === "marathon" ? marathon.rehearsalDays : halfMarathon.lastDays;
  if (run.daysToRace < days.min || run.daysToRace > days.max) return [];
  const blocks = [...works].filter(([{ kind }, { effort }]) => kind === "long" && effort === "race_pace");
  const largest = Math.max(0, ...blocks.map(([, { metres }]) => metres));
  const last = blocks.findLast(
    ([{ daysToRace }, { metres }]) => daysToRace >= days.min && metres >= largest * marathon.rehearsalShare,
  );
  if (last?.[0] !== run) return [];
  return [
    {
      kind: "rehearsal",
      law: "I7",
      workMetres: last[1].metres,
      raceMetres: facts.rules.races[distance].metres,
      daysToRace: run.daysToRace,
    },
  ];
}

const spacedDay = (run: RunFacts, { facts }: Story): SessionReason => ({
  kind: "spaced_day",
  law: "H1",
  weekday: run.weekday,
  before: neighbourOf(run, -1, facts),
  after: neighbourOf(run, 1, facts),
});
