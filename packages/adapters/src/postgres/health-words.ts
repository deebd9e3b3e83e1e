import type { Plan } from "@strideiq/engine";
import { tellsOfHealth } from "@strideiq/engine";
import { sql, type Transaction } from "kysely";
import { DOCUMENT, packedDocument, planOfVersion } from "./plan-document.ts";
import type { Database } from "./schema.ts";

/** As versions of before say it of a plan in which hard running rests. */
const AFTER = "after pain or illness nothing but easy running is asked for";
const RESTING = "while hard running rests, nothing but easy running is asked for";

/** The plan without what it was told about health: it says that easy running was asked for, and not why. */
export const withoutHealthWords = (plan: Plan): Plan => ({
  ...plan,
  adjustments: plan.adjustments.map((one) => (one.law === "C5" ? { ...one, asked: "caution" } : one)),
  certificate: JSON.parse(JSON.stringify(plan.certificate).replaceAll(AFTER, RESTING)) as Plan["certificate"],
  ...(plan.changes === undefined ? {} : { changes: plan.changes.map(quietly) }),
});

const quietly = (change: NonNullable<Plan["changes"]>[number]): NonNullable<Plan["changes"]>[number] =>
  !change.done?.health
    ? change
    : { ...change, done: { ...change.done, health: { ...change.done.health, kind: "caution" } } };

/** Takes such words out of all that is kept of an athlete, once no consent is in force; it stays locked by its caller. */
export async function forgetHealthWords(tx: Transaction<Database>, athleteId: string): Promise<void> {
  const rows = await tx
    .selectFrom("plan_versions")
    .select(["plan_id", "version", ...DOCUMENT])
    .where("athlete_id", "=", athleteId)
    .where("version", ">", 1)
    .execute();
  const telling = rows.flatMap((row) => {
    const plan = planOfVersion(row);
    const { changes = [] } = plan;
    if (!changes.some(({ done }) => tellsOfHealth(done))) return [];
    const packed = packedDocument(JSON.stringify(withoutHealthWords(plan)));
    return [{ ...row, packed, isTold: tellsOfHealth(changes.at(-1)?.done ?? null) }];
  });
  await sql`select forget_health_words(
    ${athleteId},
    ${telling.map((row) => row.plan_id)}::uuid[],
    ${telling.map(({ version }) => version)}::integer[],
    ${telling.map(({ isTold }) => isTold)}::boolean[],
    ${telling.map(({ packed }) => packed)}::bytea[]
  )`.execute(tx);
}
