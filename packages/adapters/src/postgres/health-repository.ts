import type { Consent, Consents, Questionnaire, Questionnaires } from "@strideiq/application";
import { parseCalendarDate } from "@strideiq/engine";
import type { Kysely, Selectable, Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import { consentOf } from "./health-consent.ts";
import { forgetHealthWords } from "./health-words.ts";
import type { AthleteQuestionnairesTable, ConsentsTable } from "./schema/athletes.ts";
import type { Database } from "./schema.ts";

type Tx = Transaction<Database>;

/** Consents in PostgreSQL. A withdrawn one stays on record; what it covered does not. */
export const createConsents = (db: Kysely<Database>): Consents => ({
  list: ({ athleteId }, { after, limit }) =>
    asAthlete(db, athleteId, async (tx) => {
      const all = ownConsents(tx, athleteId).orderBy("id", "desc").limit(limit);
      return (await (after === undefined ? all : all.where("id", "<", after)).execute()).map(toConsent);
    }),
  give: ({ athleteId }, id, textVersion) =>
    asAthlete(db, athleteId, async (tx) => {
      // Two at once come one after the other.
      await tx.selectFrom("athletes").select("id").where("id", "=", athleteId).forUpdate().execute();
      const standing = await inForce(tx, athleteId);
      if (standing?.text_version === textVersion) return toConsent(standing);
      if (standing !== undefined) await end(tx, athleteId, standing.id);
      const row = await tx
        .insertInto("consents")
        .values({ id, athlete_id: athleteId, kind: "health_data", text_version: textVersion })
        .returningAll()
        .executeTakeFirstOrThrow();
      if (standing !== undefined)
        await tx
          .updateTable("athlete_questionnaires")
          .set({ consent_id: id })
          .where("athlete_id", "=", athleteId)
          .where("consent_id", "=", standing.id)
          .execute();
      return toConsent(row);
    }),
  coversPlans: ({ athleteId }) =>
    asAthlete(db, athleteId, async (tx) => (await consentOf(tx, athleteId).executeTakeFirst()) !== undefined),
  withdraw: ({ athleteId }, id) =>
    asAthlete(db, athleteId, async (tx) => {
      const row = await ownConsents(tx, athleteId).where("id", "=", id).forUpdate().executeTakeFirst();
      if (row === undefined) return undefined;
      await tx
        .updateTable("athlete_questionnaires")
        .set({ health_answers: null, consent_id: null })
        .where("athlete_id", "=", athleteId)
        .where("consent_id", "=", id)
        .execute();
      if (row.withdrawn_at === null) await end(tx, athleteId, id);
      // Who writes into a plan with the consent's leave holds it until the end: what is written is found here.
      await forgetHealthWords(tx, athleteId);
      return toConsent(await ownConsents(tx, athleteId).where("id", "=", id).executeTakeFirstOrThrow());
    }),
});

/** Questionnaires in PostgreSQL. A new telling is a new row. */
export const createQuestionnaires = (db: Kysely<Database>): Questionnaires => ({
  list: ({ athleteId }, { after, limit }) =>
    asAthlete(db, athleteId, async (tx) => {
      const all = ownAnswers(tx, athleteId).orderBy("id", "desc").limit(limit);
      return (await (after === undefined ? all : all.where("id", "<", after)).execute()).map(toQuestionnaire);
    }),
  add: ({ athleteId }, { id, answers, healthAnswers }) =>
    asAthlete(db, athleteId, async (tx) => {
      // A consent that is being withdrawn at this moment is waited for.
      await tx.selectFrom("athletes").select("id").where("id", "=", athleteId).forUpdate().execute();
      const consent = healthAnswers === null ? undefined : await inForce(tx, athleteId);
      if (healthAnswers !== null && consent === undefined) return { type: "ConsentNeeded" };
      await tx
        .insertInto("athlete_questionnaires")
        .values({
          id,
          athlete_id: athleteId,
          answers: JSON.stringify(answers),
          health_answers: healthAnswers === null ? null : JSON.stringify(healthAnswers),
          consent_id: consent?.id ?? null,
        })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
      return toQuestionnaire(await ownAnswers(tx, athleteId).where("id", "=", id).executeTakeFirstOrThrow());
    }),
});

const ownConsents = (tx: Tx, athleteId: string) =>
  tx.selectFrom("consents").selectAll().where("athlete_id", "=", athleteId);

const ownAnswers = (tx: Tx, athleteId: string) =>
  tx.selectFrom("athlete_questionnaires").selectAll().where("athlete_id", "=", athleteId);

const inForce = (tx: Tx, athleteId: string) =>
  ownConsents(tx, athleteId).where("withdrawn_at", "is", null).forUpdate().executeTakeFirst();

async function end(tx: Tx, athleteId: string, id: string): Promise<void> {
  await tx
    .updateTable("consents")
    .set({ withdrawn_at: new Date() })
    .where("athlete_id", "=", athleteId)
    .where("id", "=", id)
    .execute();
}

function toConsent(row: Selectable<ConsentsTable>): Consent {
  const textVersion = parseCalendarDate(row.text_version);
  if (!textVersion.ok) throw new Error(`consent ${row.id} is to no text`);
  return {
    id: row.id,
    kind: row.kind,
    textVersion: textVersion.value,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
  };
}

const toQuestionnaire = (row: Selectable<AthleteQuestionnairesTable>): Questionnaire => ({
  id: row.id,
  answers: row.answers,
  healthAnswers: row.health_answers,
  createdAt: row.created_at,
});
