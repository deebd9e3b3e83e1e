import {
  breachesOf,
  generatePlan,
  isRepeat,
  LAWS,
  type Plan,
  type PlanRequest,
  type Refusal,
  type Result,
  type Rulebook,
  type Session,
  type Step,
} from "@strideiq/engine";
import { isBeyondTheLaws, isPromised } from "./promise.ts";

/** What may never happen to an athlete, each with the sentence that a report says it in. */
export const FAULTS = {
  exception: "exceptions",
  broken_must: "musts broken",
  missing_verdict: "plans without a verdict of every law",
  without_nearest: "refusals without a nearest plan",
  unclean_nearest: "nearest plans that break a law",
  unknown_law: "refusals that name no law",
  broken_promise: "refusals inside the never-refused set",
  impossible_plan: "plans that the arithmetic of the laws rules out",
  id_twice: "plans with two sessions of one id",
  wrong_sum: "sessions that are not as far or as long as their steps",
  off_calendar: "plans that start in the past or miss the race",
  another_plan: "plans that differ when they are made again",
} as const;

export type FaultKind = keyof typeof FAULTS;

export interface Fault {
  readonly kind: FaultKind;
  /** What was found, for the person who looks into it. */
  readonly detail: string;
}

export type Answer = Result<Plan, Refusal>;

const fault = (kind: FaultKind, detail: string): Fault => ({ kind, detail });

export interface Audit {
  /** Null when the engine threw. */
  readonly answer: Answer | null;
  readonly faults: readonly Fault[];
}

/** Asks for a plan and looks at what comes back. An exception is a fault like others, and names its place. */
export function auditOf(request: PlanRequest, rulebook: Rulebook): Audit {
  try {
    const answer = generatePlan(request, rulebook);
    return { answer, faults: faultsOf(request, answer, rulebook) };
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { answer: null, faults: [fault("exception", detail)] };
  }
}

/** Everything that is wrong with what an athlete got; empty when all is well. */
export function faultsOf(request: PlanRequest, answer: Answer, rulebook: Rulebook): readonly Fault[] {
  return answer.ok
    ? [...planFaults(answer.value), ...impossibility(request, rulebook)]
    : refusalFaults(request, answer.error, rulebook);
}

function planFaults(plan: Plan): readonly Fault[] {
  return [
    ...breachesOf(plan.certificate).map(({ id }) => fault("broken_must", id)),
    ...missingVerdicts(plan),
    ...idsTwice(plan),
    ...sessionsOf(plan).flatMap(wrongSums),
    ...calendarFaults(plan),
  ];
}

const LAW_IDS = LAWS.map((law) => law.id).join(" ");

function missingVerdicts({ certificate }: Plan): readonly Fault[] {
  const ids = certificate.laws.map(({ id }) => id).join(" ");
  return ids === LAW_IDS ? [] : [fault("missing_verdict", ids)];
}

const sessionsOf = (plan: Plan): readonly Session[] =>
  plan.weeks.flatMap((week) => week.days).flatMap((day) => day.sessions);

function idsTwice(plan: Plan): readonly Fault[] {
  const ids = sessionsOf(plan).map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => fault("id_twice", id));
}

interface Totals {
  readonly metres: number;
  readonly seconds: number;
}

const totalsOf = (steps: readonly Step[]): Totals =>
  steps.reduce<Totals>(
    (sum, step) => {
      const { metres, seconds } = isRepeat(step) ? totalsOf(step.steps) : step;
      const times = isRepeat(step) ? step.repeat : 1;
      return { metres: sum.metres + metres * times, seconds: sum.seconds + seconds * times };
    },
    { metres: 0, seconds: 0 },
  );

function wrongSums({ id, metres, seconds, steps }: Session): readonly Fault[] {
  const total = totalsOf(steps);
  return total.metres === metres && total.seconds === seconds
    ? []
    : [fault("wrong_sum", `${id}: ${JSON.stringify(total)} is not ${JSON.stringify({ metres, seconds })}`)];
}

function calendarFaults(plan: Plan): readonly Fault[] {
  const days = plan.weeks.flatMap((week) => week.days);
  const race = days.find((day) => day.sessions.some(({ kind }) => kind === "race"));
  const first = days[0]?.date ?? "";
  return race?.date === plan.raceDate && first >= plan.request.today
    ? []
    : [fault("off_calendar", `from ${first}, race on ${race?.date ?? "no day"}`)];
}

const impossibility = (request: PlanRequest, rulebook: Rulebook): readonly Fault[] =>
  isPromised(request, rulebook) && isBeyondTheLaws(request, rulebook) ? [fault("impossible_plan", "")] : [];

const KNOWN_REASONS: readonly string[] = [...LAWS.map((law) => law.id), "horizon"];

function refusalFaults(request: PlanRequest, refusal: Refusal, rulebook: Rulebook): readonly Fault[] {
  const { law, field, nearest } = refusal;
  const isOwedPlan = isPromised(request, rulebook) && !isBeyondTheLaws(request, rulebook);
  return [
    ...(KNOWN_REASONS.includes(law) ? [] : [fault("unknown_law", law)]),
    ...(isOwedPlan ? [fault("broken_promise", `${law} ${field}`)] : []),
    ...(nearest === null
      ? [fault("without_nearest", law)]
      : planFaults(nearest.plan).map(({ kind, detail }) =>
          fault(kind === "broken_must" ? "unclean_nearest" : kind, detail),
        )),
  ];
}

/**
 * Whether the same wish, with a rulebook read anew, gives the same answer to the last byte; and whether
 * the nearest wish of a refusal, asked for by itself, gives the plan that was shown with it.
 */
export function repetitionFaults(
  request: PlanRequest,
  answer: Answer,
  freshRulebook: Rulebook,
): readonly Fault[] {
  const again = generatePlan(structuredClone(request), freshRulebook);
  const nearest = answer.ok ? null : answer.error.nearest;
  const alone = nearest === null ? null : generatePlan(structuredClone(nearest.request), freshRulebook);
  const isSame = JSON.stringify(again) === JSON.stringify(answer);
  const isSameAlone =
    alone === null || JSON.stringify(alone) === JSON.stringify({ ok: true, value: nearest?.plan });
  return [
    ...(isSame ? [] : [fault("another_plan", "made a second time")]),
    ...(isSameAlone ? [] : [fault("another_plan", "the nearest wish asked for by itself")]),
  ];
}
