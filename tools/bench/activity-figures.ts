import {
  type Activity,
  activityOf,
  type ActivityRules,
  beatsOf,
  bestEffortsOf,
  groupRuns,
  type Home,
  loadOf,
  matchSessions,
  NO_DECISIONS,
  NO_LINKS,
  type PlannedSession,
  plannedSessionsOf,
  type RunSummary,
  secondsByPaceZone,
} from "@strideiq/activity";
import { readActivityFile } from "@strideiq/activity-files";
import { addDays, type CalendarDate, generatePlan, type Plan, type Rulebook } from "@strideiq/engine";
import { bareFit, bareXml } from "../../packages/activity-files/src/synthetic/bare.fixture.ts";
import { fitOf, gpxOf } from "../../packages/activity-files/src/synthetic/run.fixture.ts";
import { createDice } from "../../packages/activity-files/src/synthetic/mutate-bytes.fixture.ts";
import { likelyAthletes } from "./athletes.ts";
import type { Figure } from "./figure.ts";
import { quantile } from "./quantile.ts";

const ROUNDS = 15;
const ACTIVITIES = 5000;
const PLAN_DAYS = 3 * 365;
const LONG_RUN = {
  startedAt: Date.UTC(2026, 4, 9, 6),
  seconds: 3 * 3600,
  everySeconds: 1,
  secondsPerKm: 330,
  latitude: 47.37,
  longitude: 8.54,
  heartRate: 145,
};

/** How long it takes to read, weigh and match what was run, beside the libraries alone. */
export function activityFigures(rulebook: Rulebook, rules: ActivityRules): readonly Figure[] {
  const plan = aPlan(rulebook);
  const home = { timeZone: "Europe/Zurich", today: plan.request.today };
  const [fit, gpx] = [fitOf(LONG_RUN), Buffer.from(gpxOf(LONG_RUN))];
  const analysed = (): void => {
    for (const activity of readRuns(fit, home, rules)) analyse(activity, plan, rules);
  };
  return [
    {
      ...compared("3-hour FIT at 1 Hz: decoded and analysed", "FIT library alone", analysed, () =>
        bareFit(fit),
      ),
      aim: 700,
    },
    compared(
      "3-hour FIT at 1 Hz: read",
      "FIT library alone",
      () => readActivityFile(fit),
      () => bareFit(fit),
    ),
    compared(
      "3-hour GPX at 1 Hz: read",
      "XML library alone",
      () => readActivityFile(gpx),
      () => bareXml(gpx),
    ),
    matchingFigure(plan, rules),
  ];
}

function compared(name: string, limitName: string, ours: () => unknown, bare: () => unknown): Figure {
  const [made, least]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    least.push(timed(bare));
    made.push(timed(ours));
  }
  return {
    name,
    value: quantile(made, 0.5),
    unit: "ms",
    limit: { name: limitName, value: quantile(least, 0.5) },
  };
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function readRuns(bytes: Uint8Array, home: Home, rules: ActivityRules): readonly Activity[] {
  const read = readActivityFile(bytes);
  return read.ok ? read.value.flatMap((recording) => activityOf(recording, home, rules) ?? []) : [];
}

function analyse(activity: Activity, { paces }: Plan, rules: ActivityRules): void {
  groupRuns([activity], NO_DECISIONS, rules.duplicates);
  loadOf(activity, { paces, thresholdHeartRate: null }, rules);
  bestEffortsOf(activity, rules);
  if (paces !== null) secondsByPaceZone(beatsOf(activity, rules.elevation), paces);
}

function aPlan(rulebook: Rulebook): Plan {
  for (const request of likelyAthletes(20, rulebook)) {
    const plan = generatePlan(request, rulebook);
    if (plan.ok && plan.value.paces !== null) return plan.value;
  }
  throw new Error("None of these athletes has a plan.");
}

/** Plans one after the other for three years, and five thousand activities over the same days. */
function matchingFigure(plan: Plan, rules: ActivityRules): Figure {
  const sessions = threeYearsOf(plan);
  const runs = manyRuns(sessions[0]?.day ?? plan.raceDate);
  const rounds = Array.from({ length: ROUNDS }, () =>
    timed(() => matchSessions(sessions, runs, NO_LINKS, rules.matching)),
  );
  const copies = Array.from({ length: ROUNDS }, () => timed(() => structuredClone({ sessions, runs })));
  return {
    name: `${ACTIVITIES} activities matched with ${sessions.length} sessions of three years`,
    value: quantile(rounds, 0.5),
    unit: "ms",
    aim: 1000,
    limit: { name: "structuredClone of both", value: quantile(copies, 0.5) },
  };
}

function threeYearsOf(plan: Plan): readonly PlannedSession[] {
  const sessions = plannedSessionsOf(plan);
  const length = plan.weeks.length * 7;
  return Array.from({ length: Math.ceil(PLAN_DAYS / length) }, (_, turn) =>
    sessions.map((session) => ({
      ...session,
      id: `p${turn}-${session.id}`,
      day: addDays(session.day, turn * length),
    })),
  ).flat();
}

function manyRuns(first: CalendarDate): readonly RunSummary[] {
  const dice = createDice(1);
  return Array.from({ length: ACTIVITIES }, (_, index): RunSummary => {
    const day = addDays(first, dice(PLAN_DAYS));
    const minutes = 20 + dice(100);
    const startAt = Date.parse(`${day}T00:00:00Z`) + (5 + dice(16)) * 3_600_000;
    return {
      id: `r${index}`,
      day,
      sport: dice(8) === 0 ? "ride" : "run",
      startAt,
      endAt: startAt + minutes * 60_000,
      metres: minutes * 180,
      movingSeconds: minutes * 60,
      fastShare: dice(100) / 200,
      marker: null,
    };
  });
}
