import type {
  ChangedPlan,
  ChoiceChange,
  CurrentPlan,
  LedgerEntry,
  PlanChangedMeanwhile,
  PlanKey,
  VersionChange,
} from "@strideiq/application";
import { withChoices } from "@strideiq/application";
import { type Plan, type Session, tellsOfHealth } from "@strideiq/engine";
import { type Kysely, type QueryCreator, type Selectable, sql, type SqlBool } from "kysely";
import { oneAsAthlete } from "./athlete-scope.ts";
import { consentOf } from "./health-consent.ts";
import { chosenColumns, daysOf, sessionIn } from "./plan-rows.ts";
import type { Database } from "./schema.ts";
import {
  clearedWorkouts,
  compress,
  prepareVersion,
  type RenderSnapshot,
  storedAnswer,
  storedVersion,
  storedWorkouts,
  type Taken,
} from "./write-version.ts";

export interface WriteChangeDeps {
  readonly db: Kysely<Database>;
  readonly renderSnapshot: RenderSnapshot;
  readonly newId: () => string;
}

type Writer = QueryCreator<Database & Taken>;
type Written = Promise<ChangedPlan | PlanChangedMeanwhile>;

/** A count that has to be made, so that the days of the version before are gone by then. */
const AFTER_CLEARING = sql<SqlBool>`(select count(*) from cleared) >= 0`;

/** Stores a new version, its days, its answer and its line of the ledger, in one statement: all or nothing. */
export async function append(
  { db, renderSnapshot, newId }: WriteChangeDeps,
  key: PlanKey,
  standing: CurrentPlan,
  change: VersionChange,
): Written {
  const state = { version: standing.version + 1, revision: standing.revision + 1 };
  const { id = newId(), plan, kind, diff } = change;
  const prepared = { ...state, plan, reason: kind, choices: standing.choices };
  const version = prepareVersion(key, prepared, renderSnapshot);
  const days = daysOf(plan);
  const columns = {
    current_version: state.version,
    first_date: days?.first ?? null,
    last_date: days?.last ?? null,
  };
  return oneAsAthlete(db, key.athleteId, async (one) => {
    const stored = taking(one, key, standing, columns, namesHealth(plan))
      .with("cleared", (next) => clearedWorkouts(next))
      .with("stored_version", (next) => storedVersion(next, version))
      .with("stored_answer", (next) => storedAnswer(next, state.revision, version.snapshot))
      .with("stored_workouts", (next) => storedWorkouts(next, version, AFTER_CLEARING));
    return finish(one, key, stored, { id, standing, state, change, kind, diff });
  });
}

/** Stores a choice, what is shown of it, and its line of the ledger, in one statement. */
export async function choose(
  { db, renderSnapshot, newId }: WriteChangeDeps,
  key: PlanKey,
  standing: CurrentPlan,
  change: ChoiceChange,
): Written {
  const { sessionId, from, to } = change;
  const state = { version: standing.version, revision: standing.revision + 1 };
  const choices = { ...standing.choices, [sessionId]: to };
  const plan = withChoices(standing.plan, choices);
  const session = sessionIn(plan, sessionId);
  const snapshot = compress(renderSnapshot(key.planId, state, JSON.stringify(plan)));
  const entry = { id: newId(), standing, state, change, kind: "option", diff: { sessionId, from, to } };
  return oneAsAthlete(db, key.athleteId, async (one) => {
    const stored = taking(one, key, standing, { choices: JSON.stringify(choices) }).with(
      "stored_answer",
      (next) => storedAnswer(next, state.revision, snapshot),
    );
    const shown = session === undefined ? stored : stored.with("shown", (next) => shownChoice(next, session));
    return finish(one, key, shown, entry);
  });
}

interface Advance {
  readonly current_version?: number;
  readonly first_date?: Selectable<Database["training_plans"]>["first_date"];
  readonly last_date?: Selectable<Database["training_plans"]>["last_date"];
  readonly choices?: string;
}

const namesHealth = ({ changes = [] }: Plan): boolean => tellsOfHealth(changes.at(-1)?.done ?? null);

/**
 * Takes the plan to its next revision, if nobody was faster. The row stays locked until the end, and so does the consent
 * by which words about health are stored: whoever withdraws it at this moment finds them.
 */
const taking = (
  db: Kysely<Database>,
  { planId, athleteId }: PlanKey,
  { revision }: CurrentPlan,
  changed: Advance,
  needsConsent = false,
): Writer =>
  db.with("taken", (one) => {
    const own = one
      .updateTable("training_plans")
      .set({ ...changed, revision: revision + 1 })
      .where("id", "=", planId)
      .where("athlete_id", "=", athleteId)
      .where("state", "=", "ready")
      .where("revision", "=", revision);
    const agreed = needsConsent ? own.where(({ exists }) => exists(consentOf(one, athleteId))) : own;
    return agreed.returning(["id", "athlete_id"]);
  });

interface Entry {
  readonly id: string;
  readonly standing: CurrentPlan;
  readonly state: ChangedPlan;
  readonly change: Pick<VersionChange, "actor" | "reason" | "undoes">;
  readonly kind: string;
  readonly diff: LedgerEntry["diff"];
}

/** Does it all, with the line of the ledger; what was overtaken is not done. */
async function finish(db: Kysely<Database>, key: PlanKey, stored: Writer, entry: Entry): Written {
  const { undoes } = entry.change;
  const told = stored.with("told", (next) => storedEntry(next, entry));
  const undone =
    undoes === undefined ? told : told.with("undone", (next) => undoneEntry(next, undoes, entry.id));
  const taken = await undone.selectFrom("taken").select("taken.id").executeTakeFirst();
  return taken === undefined ? overtaken(db, key) : entry.state;
}

const storedEntry = (db: Writer, { id, standing, state, change, kind, diff }: Entry) =>
  db
    .insertInto("plan_adaptations")
    .columns([
      "plan_id",
      "athlete_id",
      "id",
      "kind",
      "actor_kind",
      "actor_id",
      "reason",
      "from_version",
      "to_version",
      "revision",
      "diff",
    ])
    .expression((eb) =>
      eb
        .selectFrom("taken")
        .select([
          "taken.id as plan_id",
          "taken.athlete_id",
          eb.cast<string>(eb.val(id), "uuid").as("id"),
          eb.cast<string>(eb.val(kind), "text").as("kind"),
          eb.cast<Entry["change"]["actor"]["kind"]>(eb.val(change.actor.kind), "text").as("actor_kind"),
          eb.cast<string | null>(eb.val(change.actor.id), "uuid").as("actor_id"),
          eb.cast<string>(eb.val(change.reason), "text").as("reason"),
          eb.cast<number>(eb.val(standing.version), "integer").as("from_version"),
          eb.cast<number>(eb.val(state.version), "integer").as("to_version"),
          eb.cast<number>(eb.val(state.revision), "integer").as("revision"),
          eb.cast<string>(eb.val(JSON.stringify(diff)), "jsonb").as("diff"),
        ]),
    );

const undoneEntry = (db: Writer, undoes: string, by: string) =>
  db
    .updateTable("plan_adaptations")
    .from("taken")
    .set({ undone_by: by })
    .where("plan_adaptations.id", "=", undoes)
    .whereRef("plan_adaptations.plan_id", "=", "taken.id")
    .whereRef("plan_adaptations.athlete_id", "=", "taken.athlete_id");

const shownChoice = (db: Writer, session: Session) =>
  db
    .updateTable("planned_workouts")
    .from("taken")
    .set(chosenColumns(session))
    .where("planned_workouts.session_id", "=", session.id)
    .whereRef("planned_workouts.plan_id", "=", "taken.id")
    .whereRef("planned_workouts.athlete_id", "=", "taken.athlete_id");

async function overtaken(
  db: Kysely<Database>,
  { planId, athleteId }: PlanKey,
): Promise<PlanChangedMeanwhile> {
  const row = await db
    .selectFrom("training_plans")
    .select("revision")
    .where("id", "=", planId)
    .where("athlete_id", "=", athleteId)
    .executeTakeFirst();
  return { type: "PlanChangedMeanwhile", revision: row?.revision ?? 0 };
}
