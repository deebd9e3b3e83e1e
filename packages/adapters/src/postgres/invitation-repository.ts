import type { AnsweredInvitation, Clock, Invitation, Invitations } from "@strideiq/application";
import type { Kysely, Selectable, Transaction } from "kysely";
import { asAthlete, asCoach } from "./athlete-scope.ts";
import type { CoachInvitationsTable } from "./schema/athletes.ts";
import type { Database } from "./schema.ts";

type Tx = Transaction<Database>;
type Row = Selectable<CoachInvitationsTable>;

/** Invitations in PostgreSQL. */
export const createInvitations = (db: Kysely<Database>, now: Clock["now"]): Invitations => ({
  invite: ({ athleteId }, { id, email, athleteName }) =>
    asAthlete(db, athleteId, async (tx) => {
      const address = email.trim().toLowerCase();
      await tx
        .insertInto("coach_invitations")
        .values({ id, athlete_id: athleteId, athlete_name: athleteName, email: address })
        // Sent again under its id, or sent twice at once: one stands.
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const row = await own(tx, athleteId).where("id", "=", id).executeTakeFirst();
      return row === undefined ? { type: "InvitedAlready" } : toInvitation(row);
    }),
  ofAthlete: ({ athleteId }, { after, limit }) =>
    asAthlete(db, athleteId, async (tx) => {
      const all = own(tx, athleteId).orderBy("id", "desc").limit(limit);
      return (await (after === undefined ? all : all.where("id", "<", after)).execute()).map(toInvitation);
    }),
  endAsAthlete: ({ athleteId }, id) =>
    asAthlete(db, athleteId, async (tx) => {
      const standing = await own(tx, athleteId).where("id", "=", id).forUpdate().executeTakeFirst();
      return standing && end(tx, standing, "athlete", now());
    }),
  ofCoach: ({ coachId }, { after, limit }) =>
    asCoach(db, coachId, async (tx) => {
      const all = (await ofCoach(tx, coachId))
        .where("state", "<>", "ended")
        .orderBy("id", "desc")
        .limit(limit);
      return (await (after === undefined ? all : all.where("id", "<", after)).execute()).map(toInvitation);
    }),
  accept: ({ coachId }, id) =>
    asCoach(db, coachId, async (tx) => {
      const standing = await (await ofCoach(tx, coachId)).where("id", "=", id).forUpdate().executeTakeFirst();
      if (standing?.state === "accepted") return { invitation: toInvitation(standing), isNews: false };
      if (standing?.state !== "open") return undefined;
      const row = await tx
        .updateTable("coach_invitations")
        .set({ state: "accepted", coach_id: coachId, accepted_at: now() })
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirstOrThrow();
      return { invitation: toInvitation(row), isNews: true };
    }),
  endAsCoach: ({ coachId }, id) =>
    asCoach(db, coachId, async (tx) => {
      const found = (await ofCoach(tx, coachId)).where("id", "=", id);
      // Locked where it can still be written; what was declined is only read.
      const standing = (await found.forUpdate().executeTakeFirst()) ?? (await found.executeTakeFirst());
      return standing && end(tx, standing, "coach", now());
    }),
});

async function end(tx: Tx, standing: Row, by: "athlete" | "coach", at: Date): Promise<AnsweredInvitation> {
  if (standing.state === "ended") return { invitation: toInvitation(standing), isNews: false };
  const row = await tx
    .updateTable("coach_invitations")
    .set({ state: "ended", ended_at: at, ended_by: by })
    .where("id", "=", standing.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { invitation: toInvitation(row), isNews: true };
}

const own = (tx: Tx, athleteId: string) =>
  tx.selectFrom("coach_invitations").selectAll().where("athlete_id", "=", athleteId);

/** Sent to the address of the account, or accepted by it. */
async function ofCoach(tx: Tx, coachId: string) {
  const account = await tx
    .selectFrom("accounts")
    .select("email")
    .where("id", "=", coachId)
    .executeTakeFirst();
  return tx
    .selectFrom("coach_invitations")
    .selectAll()
    .where(({ or, and, eb }) =>
      or([
        eb("coach_id", "=", coachId),
        and([eb("coach_id", "is", null), eb("email", "=", account?.email ?? "")]),
      ]),
    );
}

const toInvitation = (row: Row): Invitation => ({
  id: row.id,
  athleteId: row.athlete_id,
  athleteName: row.athlete_name,
  email: row.email,
  state: row.state,
  createdAt: row.created_at,
  acceptedAt: row.accepted_at,
  endedAt: row.ended_at,
  endedBy: row.ended_by,
});
