import {
  isRepeat,
  type Plan,
  type PlanDay,
  type PlanWeek,
  type Reason,
  type Session,
  type SessionOption,
  type Step,
  type Stress,
  type Zone,
} from "@strideiq/engine";

/** The zones of an effort; in a session of repetitions short pieces count too, elsewhere they are strides. */
const ZONES: Readonly<Record<Stress, readonly Zone[]>> = {
  endurance: [],
  race_pace: ["marathon", "half_marathon"],
  threshold: ["threshold"],
  interval: ["interval", "ten_k"],
  repetition: ["repetition"],
};

const chosen = (session: Session): SessionOption =>
  session.chosen === "b" && session.optionB !== undefined ? session.optionB : session;

interface Amount {
  readonly metres: number;
  readonly seconds: number;
}

/** What steps hold of some zones, repeats written out. */
function amountIn(steps: readonly Step[], zones: readonly Zone[]): Amount {
  let [metres, seconds] = [0, 0];
  for (const step of steps) {
    const times = isRepeat(step) ? step.repeat : 1;
    const one = isRepeat(step)
      ? amountIn(step.steps, zones)
      : zones.includes(step.zone)
        ? step
        : { metres: 0, seconds: 0 };
    metres += one.metres * times;
    seconds += one.seconds * times;
  }
  return { metres, seconds };
}

const metresOf = (days: readonly PlanDay[]): number =>
  days
    .flatMap(({ sessions }) => sessions)
    .filter(({ kind }) => kind !== "race")
    .reduce((total, session) => total + chosen(session).metres, 0);

/** Where a reason says something else than the plan holds; the plan is read here by the steps alone. */
export function contradictionsIn(plan: Plan): readonly string[] {
  return plan.weeks.flatMap((week, index) => [
    ...(week.why ?? []).flatMap((reason) => weekFaults(reason, week, plan.weeks[index - 1])),
    ...week.days.flatMap((day, at) =>
      day.sessions.flatMap((session) =>
        (session.why ?? []).flatMap((reason) => sessionFaults(reason, session, week, week.days[at - 1])),
      ),
    ),
  ]);
}

type Check = readonly [what: string, said: number, measured: number];

const faults = (reason: Reason, where: string, checks: readonly Check[]): readonly string[] =>
  checks
    .filter(([, said, measured]) => Math.abs(said - measured) > 1e-3 * Math.max(1, Math.abs(measured)))
    .map(
      ([what, said, measured]) => `${where}, ${reason.kind}: ${what} is said ${said}, measured ${measured}`,
    );

function weekFaults(reason: Reason, week: PlanWeek, before: PlanWeek | undefined): readonly string[] {
  const where = `week ${week.week}`;
  const metres = metresOf(week.days);
  const checks: Check[] = [];
  if ("metres" in reason && reason.kind !== "long_step") checks.push(["the week", reason.metres, metres]);
  if (reason.kind === "build_week" && before !== undefined)
    checks.push(["growth", reason.growth, metres / reason.lastMetres - 1]);
  if (reason.kind === "build_week" && before?.kind === "build")
    checks.push(["the week before", reason.lastMetres, metresOf(before.days)]);
  if (reason.kind === "cutback_week" && before?.kind === "build") {
    checks.push(["the week before", reason.buildMetres, metresOf(before.days)]);
    checks.push(["depth", reason.depth, 1 - metres / metresOf(before.days)]);
  }
  return faults(reason, where, checks);
}

function sessionFaults(
  reason: Reason,
  session: Session,
  week: PlanWeek,
  yesterday: PlanDay | undefined,
): readonly string[] {
  const { metres, seconds, steps } = chosen(session);
  const checks: Check[] = [];
  if ("metres" in reason) checks.push(["its distance", reason.metres, metres]);
  if ("weekMetres" in reason && typeof reason.weekMetres === "number")
    checks.push(["its week", reason.weekMetres, metresOf(week.days)]);
  if (reason.kind === "day_limit" || reason.kind === "long_hours")
    checks.push(["its time", reason.seconds, seconds]);
  if (reason.kind === "block_step" || reason.kind === "light_session") {
    const work = amountIn(steps, ZONES[reason.effort]);
    checks.push(["its work", reason.workSeconds, work.seconds]);
    if (reason.kind === "block_step") {
      checks.push(["its work in metres", reason.workMetres, work.metres]);
      checks.push(["its share", reason.share, work.metres / metresOf(week.days)]);
    }
  }
  if (reason.kind === "easy_after" && yesterday !== undefined) {
    const run = yesterday.sessions.find(({ kind }) => kind === reason.after.session);
    checks.push(["yesterday's run", reason.after.metres, run === undefined ? 0 : chosen(run).metres]);
  }
  return faults(reason, session.id, checks);
}
