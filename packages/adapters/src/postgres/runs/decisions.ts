import {
  type Activity,
  asToldSport,
  type DuplicateDecisions,
  type IdPair,
  type Links,
  onToldDay,
  sessionKey,
} from "@strideiq/activity";
import type { Decision, PlanKey } from "@strideiq/application";
import { sql, type Transaction } from "kysely";
import type { Database } from "../schema.ts";

type Tx = Transaction<Database>;

/** What the athlete decided of recordings. */
export async function decisionsOf(tx: Tx, athleteId: string): Promise<DuplicateDecisions> {
  const rows = await tx
    .selectFrom("activity_decisions")
    .select(["kind", "activity_id", "other_id"])
    .where("athlete_id", "=", athleteId)
    .orderBy("activity_id")
    .orderBy("other_id")
    .execute();
  const pairs = (wanted: "same" | "different"): readonly IdPair[] =>
    rows
      .filter(({ kind }) => kind === wanted)
      .map(({ activity_id, other_id }): IdPair => [activity_id, other_id]);
  return {
    same: pairs("same"),
    different: pairs("different"),
    preferred: rows.filter(({ kind }) => kind === "preferred").map(({ activity_id }) => activity_id),
  };
}

/** A later word on the same recordings takes the place of an earlier one. */
export async function decideByHand(tx: Tx, athleteId: string, decision: Decision): Promise<void> {
  const isPair = "pair" in decision;
  const [first, second] = isPair
    ? decision.pair.toSorted((a, b) => (a < b ? -1 : 1))
    : [decision.activityId, decision.activityId];
  if (first === undefined || second === undefined) return;
  await tx
    .deleteFrom("activity_decisions")
    .where("athlete_id", "=", athleteId)
    .where("kind", "in", isPair ? ["same", "different"] : [decision.kind])
    .where("activity_id", "=", first)
    .where("other_id", "=", second)
    .execute();
  await tx
    .insertInto("activity_decisions")
    .values({
      athlete_id: athleteId,
      kind: decision.kind,
      activity_id: first,
      other_id: second,
      day: decision.kind === "day" ? decision.day : null,
      sport: decision.kind === "sport" ? decision.sport : null,
    })
    .execute();
  if (decision.kind === "day" || decision.kind === "sport") await putAsTold(tx, athleteId, [first]);
}

/** Makes activities what their athlete told of day and sport, whatever their files say. */
export async function putAsTold(tx: Tx, athleteId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const told = await tx
    .selectFrom("activities as one")
    .innerJoin("activity_decisions as told", (join) =>
      join
        .onRef("told.athlete_id", "=", "one.athlete_id")
        .onRef("told.activity_id", "=", "one.id")
        .on("told.kind", "in", ["day", "sport"]),
    )
    .select(["one.id", "one.summary", "told.day", "told.sport"])
    .where("one.athlete_id", "=", athleteId)
    .where("one.id", "in", ids)
    .execute();
  const changed = new Map<string, Activity>();
  for (const { day, id, sport, summary } of told) {
    const before = changed.get(id) ?? summary;
    const moved = day === null ? before : onToldDay(before, day);
    changed.set(id, sport === null ? moved : asToldSport(moved, sport));
  }
  for (const [id, activity] of changed) {
    const at = activity.start === null ? null : new Date(activity.start.at);
    await tx
      .updateTable("activities")
      .set({
        summary: JSON.stringify(activity),
        sport: activity.sport,
        start_at: at,
        day: activity.start?.day ?? null,
        ...(at === null ? {} : { sort_at: at }),
      })
      .where("athlete_id", "=", athleteId)
      .where("id", "=", id)
      .execute();
  }
}

/** The links by hand, sessions by their key. */
export async function linksOf(tx: Tx, athleteId: string): Promise<Links> {
  const rows = await tx
    .selectFrom("session_links")
    .select(["plan_id", "session_id", "activity_id", "kind"])
    .where("athlete_id", "=", athleteId)
    .orderBy("plan_id")
    .orderBy("session_id")
    .orderBy("activity_id")
    .execute();
  const linked = new Map<string, string[]>();
  const unlinked: { readonly sessionId: string; readonly runId: string }[] = [];
  for (const { activity_id, kind, plan_id, session_id } of rows) {
    const key = sessionKey(plan_id, session_id);
    if (kind === "unlinked") unlinked.push({ sessionId: key, runId: activity_id });
    else linked.set(key, [...(linked.get(key) ?? []), activity_id]);
  }
  return { linked: [...linked].map(([sessionId, runIds]) => ({ sessionId, runIds })), unlinked };
}

/** Whether the plan of this athlete has such a session now. */
export async function hasSession(
  tx: Tx,
  { athleteId, planId }: PlanKey,
  sessionId: string,
): Promise<boolean> {
  const found = await tx
    .selectFrom("planned_workouts")
    .select("session_id")
    .where("plan_id", "=", planId)
    .where("athlete_id", "=", athleteId)
    .where("session_id", "=", sessionId)
    .executeTakeFirst();
  return found !== undefined;
}

/** An activity is one session at most: a new link takes it from where it was. */
export async function linkByHand(
  tx: Tx,
  { athleteId, planId }: PlanKey,
  sessionId: string,
  activityId: string,
): Promise<void> {
  await tx
    .deleteFrom("session_links")
    .where("athlete_id", "=", athleteId)
    .where("activity_id", "=", activityId)
    .where(({ and, eb, or }) =>
      or([eb("kind", "=", "linked"), and([eb("plan_id", "=", planId), eb("session_id", "=", sessionId)])]),
    )
    .execute();
  // Who says which run it was has run it, whatever was told before.
  await tx
    .deleteFrom("workout_completions")
    .where("athlete_id", "=", athleteId)
    .where("plan_id", "=", planId)
    .where("session_id", "=", sessionId)
    .where("source", "=", "manual")
    .where("state", "=", "skipped")
    .execute();
  await tx
    .insertInto("session_links")
    .values({
      plan_id: planId,
      session_id: sessionId,
      activity_id: activityId,
      athlete_id: athleteId,
      kind: "linked",
    })
    .execute();
}

/** Takes an activity from the sessions that it was linked to or found to be, for good. */
export async function unlinkByHand(tx: Tx, athleteId: string, activityId: string): Promise<void> {
  await tx
    .updateTable("session_links")
    .set({ kind: "unlinked" })
    .where("athlete_id", "=", athleteId)
    .where("activity_id", "=", activityId)
    .execute();
  await sql`
    insert into session_links (plan_id, session_id, activity_id, athlete_id, kind)
    select plan_id, session_id, ${activityId}::uuid, athlete_id, 'unlinked'
    from workout_completions
    where athlete_id = ${athleteId} and source = 'matched' and review -> 'runIds' ? ${activityId}
    on conflict (plan_id, session_id, activity_id) do update set kind = 'unlinked'
  `.execute(tx);
}
