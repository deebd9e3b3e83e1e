import type { Plan } from "../plan/plan.ts";
import type { ChangedWish, PlanChange } from "../plan/plan-change.ts";
import type { ChangeRequest } from "./change-request.ts";
import { isRace, sessionsOn, withPlaces } from "./weeks.ts";

/**
 * The plan as it was, where a change takes back the last one: a moved session goes home, two swapped days
 * swap again. Null for every other change. The certificate is still that of the changed plan.
 */
export function reversedBy({ plan, done, wish }: ChangeRequest): Plan | null {
  const last = plan.changes?.at(-1);
  if (last === undefined || done !== null || last.done !== null || !takesBack(wish, last)) return null;
  const { changes = [], ...rest } = plan;
  const left = changes.slice(0, -1);
  const weeks = withPlaces(plan.weeks, placesOf(wish, plan));
  return { ...rest, weeks, ...(left.length === 0 ? {} : { changes: left }) };
}

function takesBack(wish: ChangedWish, { wish: last, movedFrom }: PlanChange): boolean {
  if ("respace" in wish || "respace" in last) return false;
  if (wish.kind === "move")
    return last.kind === "move" && last.session === wish.session && movedFrom === wish.to;
  if (wish.kind !== "swap" || last.kind !== "swap") return false;
  return last.days.every((day) => wish.days.includes(day));
}

function placesOf(wish: ChangedWish, { weeks }: Plan): ReadonlyMap<string, Plan["raceDate"]> {
  if (wish.kind === "move") return new Map([[wish.session, wish.to]]);
  if (wish.kind !== "swap") return new Map();
  const [one, other] = wish.days;
  const to = (
    from: Plan["raceDate"],
    date: Plan["raceDate"],
  ): readonly (readonly [string, Plan["raceDate"]])[] =>
    sessionsOn(weeks, from)
      .filter((session) => !isRace(session))
      .map(({ id }) => [id, date]);
  return new Map([...to(one, other), ...to(other, one)]);
}
