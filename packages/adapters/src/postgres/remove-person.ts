import type { RemovePerson } from "@strideiq/application";
import { type Kysely, sql, type Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import type { Database } from "./schema.ts";

export interface RemovePersonDeps {
  readonly db: Kysely<Database>;
  /** Removes every job of an athlete from the queue, as part of the transaction. */
  readonly forgetJobs: (athleteId: string, transaction: Transaction<Database>) => Promise<void>;
  /** Removes what was laid out for an address, or written by its account, where letters are kept as files. */
  readonly forgetLetters: (address: string, accountId: string) => Promise<void>;
}

const TRIES_MAX = 5;
const DEADLOCK = "40P01";

/** Removes people from PostgreSQL: row, jobs, letters and names in the audit go in one transaction. */
export const createRemovePerson =
  (deps: RemovePersonDeps): RemovePerson =>
  async (person, requestId) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await asAthlete(deps.db, person.athleteId, (tx) => removeOnce(tx, deps, person, requestId));
      } catch (problem) {
        // A worker that writes into a plan of the athlete can hold what is to go, and wait for what is held here.
        if (tries >= TRIES_MAX || codeOf(problem) !== DEADLOCK) throw problem;
      }
    }
  };

const codeOf = (problem: unknown): unknown =>
  problem instanceof Error && "code" in problem ? problem.code : undefined;

async function removeOnce(
  tx: Transaction<Database>,
  deps: RemovePersonDeps,
  { athleteId, accountId }: Parameters<RemovePerson>[0],
  requestId: string,
): ReturnType<RemovePerson> {
  if (accountId !== undefined && (await isLastAdmin(tx, accountId))) return "last_admin";
  // Who writes for the athlete at this moment is waited for; who comes later finds nobody to write for.
  await tx.selectFrom("athletes").select("id").where("id", "=", athleteId).forUpdate().execute();
  await deps.forgetJobs(athleteId, tx);
  if (accountId === undefined)
    await tx.deleteFrom("athletes").where("id", "=", athleteId).where("account_id", "is", null).execute();
  else await removeAccount(tx, deps, accountId);
  const ids = accountId === undefined ? [athleteId] : [athleteId, accountId];
  await sql`select forget_in_audit(${ids}::uuid[])`.execute(tx);
  const kind = accountId === undefined ? "guest" : "account";
  await tx
    .insertInto("audit_log")
    .values({
      actor_kind: "system",
      actor_id: null,
      action: `${kind}.deleted`,
      subject_kind: kind,
      subject_id: "deleted",
      before: null,
      after: null,
      request_id: requestId,
    })
    .execute();
  return "removed";
}

/** Locks all administrators, in the order in which a change of roles does. */
async function isLastAdmin(tx: Transaction<Database>, accountId: string): Promise<boolean> {
  const admins = await tx
    .selectFrom("accounts")
    .select("id")
    .where("role", "=", "admin")
    .forUpdate()
    .execute();
  return admins.length === 1 && admins[0]?.id === accountId;
}

/** The athlete and all that is its own go with the account: the tables see to that. */
async function removeAccount(
  tx: Transaction<Database>,
  { forgetLetters }: RemovePersonDeps,
  accountId: string,
): Promise<void> {
  const account = await tx
    .selectFrom("accounts")
    .select("email")
    .where("id", "=", accountId)
    .forUpdate()
    .executeTakeFirst();
  // Reset links name the account in a text.
  await tx.deleteFrom("verifications").where("value", "=", accountId).execute();
  if (account !== undefined) {
    await sql`select forget_invitations(${account.email})`.execute(tx);
    await tx
      .deleteFrom("mail_outbox")
      .where((eb) => eb.or([eb(sql`lower(recipient)`, "=", account.email), eb("account_id", "=", accountId)]))
      .execute();
    // Before the end of the transaction: whoever is killed here still has the account, and can try again. A letter that
    // was being handed over has been waited for.
    await forgetLetters(account.email, accountId);
  }
  await tx.deleteFrom("accounts").where("id", "=", accountId).execute();
}
