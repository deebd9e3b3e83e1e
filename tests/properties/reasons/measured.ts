import {
  explainDay,
  type Plan,
  type PlanDay,
  type PlanPhase,
  type PlanWeek,
  type Reason,
} from "@strideiq/engine";
import { realRulebook } from "@strideiq/testing";
import { EXPECTED_OF_PHASES } from "./measured-phases.ts";
import { EXPECTED_OF_RUNS } from "./measured-runs.ts";
import { EXPECTED_OF_WEEKS } from "./measured-weeks.ts";
import { type PlanRead, readPlan, type RunRead } from "./reading.ts";

const rulebook = realRulebook();

/** Where a reason stands. */
export interface Place {
  readonly read: PlanRead;
  readonly phase: PlanPhase;
  /** The week of the reason; of a phase its first one. */
  readonly week: PlanWeek;
  readonly day: PlanDay | null;
  readonly run: RunRead | null;
}

/** What the numbers of a reason should be, each under its name, measured anew where the reason stands. */
export type Expected<Kind extends Reason["kind"]> = {
  readonly [K in Kind]: (reason: Extract<Reason, { kind: K }>, place: Place) => unknown;
};

const EXPECTED: Expected<Reason["kind"]> = {
  ...EXPECTED_OF_PHASES,
  ...EXPECTED_OF_WEEKS,
  ...EXPECTED_OF_RUNS,
};

/** A reason with the place that it is told at. */
export interface Told {
  readonly reason: Reason;
  readonly place: Place;
}

/** Every reason of a plan, in its place. */
export function toldIn(plan: Plan): readonly Told[] {
  const read = readPlan(plan);
  const runOf = new Map(read.runs.map((run) => [run.session, run]));
  const all = (reasons: readonly Reason[] = [], place: Place): readonly Told[] =>
    reasons.map((reason) => ({ reason, place }));
  return plan.phases.flatMap((phase) => {
    const weeks = plan.weeks.filter(({ week }) => week >= phase.firstWeek && week <= phase.lastWeek);
    return weeks.flatMap((week, index) => {
      const at = { read, phase, week, day: null, run: null };
      return [
        ...(index === 0 ? all(phase.why, at) : []),
        ...all(week.why, at),
        ...week.days.flatMap((day) =>
          day.sessions.flatMap((session) =>
            all(session.why, { ...at, day, run: runOf.get(session) ?? null }),
          ),
        ),
      ];
    });
  });
}

/** Every reason of a day without a run. */
export function restToldIn(plan: Plan): readonly Told[] {
  const read = readPlan(plan);
  return plan.weeks.flatMap((week) =>
    week.days.flatMap((day) => {
      const explained = day.sessions.length > 0 ? null : explainDay(plan, day.date, rulebook);
      const { phase, rest = [] } = explained ?? {};
      if (phase === undefined) return [];
      return rest.map((reason) => ({ reason, place: { read, phase, week, day, run: null } }));
    }),
  );
}

/** Where a reason says another number than the plan, the request or the rulebook holds, or one that nobody measures. */
export function contradictionsOf({ reason, place }: Told): readonly string[] {
  // A reason meets the measure of its own kind: what the compiler cannot see in a union is in the type of the table.
  const measure = EXPECTED[reason.kind] as (reason: Reason, place: Place) => unknown;
  const expected = measure(reason, place);
  return differences(reason, expected).map(
    (difference) => `week ${place.week.week} ${place.run?.session.id ?? ""} ${reason.kind}${difference}`,
  );
}

/** Shares are told to the ten-thousandth, everything else to the metre and second. */
const NEAR = 1e-4;

function differences(told: unknown, measured: unknown, path = ""): readonly string[] {
  if (typeof told === "number") {
    const isTrue =
      typeof measured === "number" && Math.abs(told - measured) <= NEAR * Math.max(1, Math.abs(told));
    return isTrue ? [] : [`${path} says ${String(told)}, the plan ${String(measured)}`];
  }
  if (typeof told !== "object" || told === null) return [];
  const parts = new Map<string, unknown>(
    typeof measured === "object" && measured !== null ? Object.entries(measured) : [],
  );
  return Object.entries(told).flatMap(([key, value]) => differences(value, parts.get(key), `${path}.${key}`));
}
