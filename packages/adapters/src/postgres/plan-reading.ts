import { type Choices, type PlanKey, type PlanReading, withChoices } from "@strideiq/application";
import type { Kysely } from "kysely";
import { withoutHealthWords } from "./health-words.ts";
import { DOCUMENT, planOfVersion } from "./plan-document.ts";
import type { Database } from "./schema.ts";
import { compress, type PlanState, type RenderSnapshot, saveSnapshot } from "./write-version.ts";

type Db = Kysely<Database>;

/** Whose reading it is. A coach's is rendered without words about health, and is not kept. */
type Reader = "athlete" | "coach";

/** The plan as readers know it. */
export async function readPlanRow(
  db: Db,
  key: PlanKey,
  renderSnapshot: RenderSnapshot,
  reader: Reader,
): Promise<PlanReading | undefined> {
  const row = await selectReading(db, key).executeTakeFirst();
  if (row === undefined) return undefined;
  const { current_version: version, failure, refusal, request, revision, snapshot } = row;
  if (version !== null) {
    const state = { version, revision };
    const kept = reader === "athlete" ? snapshot : null;
    const answer = kept ?? (await renderAgain(db, key, row.choices, state, renderSnapshot, reader));
    if (snapshot === null && reader === "athlete") await saveSnapshot(db, key, revision, answer);
    return { state: "ready", version, revision, snapshot: answer };
  }
  if (refusal !== null) return { state: "refused", request, refusal };
  return failure === null ? { state: "generating", jobId: row.job_id } : { state: "failed", failure };
}

/** With the answer that was rendered of it as it stands. */
const selectReading = (db: Db, { planId, athleteId }: PlanKey) =>
  db
    .selectFrom("training_plans as plan")
    .leftJoin("plan_snapshots as answer", (join) =>
      join
        .onRef("answer.plan_id", "=", "plan.id")
        .onRef("answer.athlete_id", "=", "plan.athlete_id")
        .onRef("answer.revision", "=", "plan.revision"),
    )
    .select([
      "plan.current_version",
      "plan.revision",
      "plan.choices",
      "plan.request",
      "plan.refusal",
      "plan.failure",
      "answer.snapshot",
    ])
    .select((eb) =>
      eb
        .case()
        .when("plan.state", "=", "generating")
        .then(
          eb
            .selectFrom("jobs as job")
            .select("job.id")
            .whereRef("job.plan_id", "=", "plan.id")
            .whereRef("job.athlete_id", "=", "plan.athlete_id")
            .where("job.kind", "=", "generate_plan")
            .orderBy("job.id", "desc")
            .limit(1),
        )
        .end()
        .as("job_id"),
    )
    .where("plan.id", "=", planId)
    .where("plan.athlete_id", "=", athleteId);

/** For a coach; and a plan of an older version of the service has no answer as readers know it today. */
async function renderAgain(
  db: Db,
  { planId, athleteId }: PlanKey,
  choices: Choices,
  state: PlanState,
  renderSnapshot: RenderSnapshot,
  reader: Reader,
): Promise<Buffer> {
  const version = await db
    .selectFrom("plan_versions")
    .select(DOCUMENT)
    .where("plan_id", "=", planId)
    .where("athlete_id", "=", athleteId)
    .where("version", "=", state.version)
    .executeTakeFirstOrThrow();
  const plan = withChoices(planOfVersion(version), choices);
  const shown = reader === "coach" ? withoutHealthWords(plan) : plan;
  return compress(renderSnapshot(planId, state, JSON.stringify(shown)));
}
