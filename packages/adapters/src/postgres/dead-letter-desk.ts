import type { Administrator, DeadLetter, DeadLetterDesk } from "@strideiq/application";
import type { Kysely, Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import type { Database } from "./schema.ts";

export interface DeadLetterDeskDeps {
  readonly db: Kysely<Database>;
  readonly box: {
    readonly list: DeadLetterDesk["list"];
    readonly find: (letterId: string) => Promise<DeadLetter | undefined>;
    /** Moves the job back into its queue, as part of the transaction. */
    readonly putBack: (letterId: string, transaction: Transaction<Database>) => Promise<boolean>;
  };
}

/** Has jobs done again that were given up: the queue's entry, what waits for it, and the audit, all or none. */
export const createDeadLetterDesk = ({ db, box }: DeadLetterDeskDeps): DeadLetterDesk => ({
  list: box.list,
  replay: async (letterId, by) => {
    const letter = await box.find(letterId);
    if (letter === undefined) return false;
    const putBack = async (tx: Transaction<Database>): Promise<boolean> => {
      if (!(await box.putBack(letterId, tx))) return false;
      await reopen(tx, letter);
      await noteReplay(tx, letter, by);
      return true;
    };
    const athleteId = idIn(letter.job, "athleteId");
    // In the athlete's name, if it is an athlete's: the locks on rows know no administrator.
    return athleteId === undefined ? db.transaction().execute(putBack) : asAthlete(db, athleteId, putBack);
  },
});

/** The plan and the job that had failed wait again. */
async function reopen(tx: Transaction<Database>, { job }: DeadLetter): Promise<void> {
  const [planId, athleteId] = [idIn(job, "planId"), idIn(job, "athleteId")];
  if (athleteId === undefined) return;
  if (planId !== undefined)
    await tx
      .updateTable("training_plans")
      .set({ state: "generating", failure: null, settled_at: null })
      .where("id", "=", planId)
      .where("athlete_id", "=", athleteId)
      .where("state", "=", "failed")
      .execute();
  const jobId = idIn(job["trace"], "jobId");
  if (jobId !== undefined)
    await tx
      .updateTable("jobs")
      .set((eb) => ({ state: "waiting", finished_at: null, revision: eb("revision", "+", 1) }))
      .where("id", "=", jobId)
      .where("athlete_id", "=", athleteId)
      .where("state", "=", "failed")
      .execute();
}

async function noteReplay(
  tx: Transaction<Database>,
  { letterId, queue, attempts }: DeadLetter,
  { accountId, requestId }: Administrator,
): Promise<void> {
  await tx
    .insertInto("audit_log")
    .values({
      actor_kind: "account",
      actor_id: accountId,
      action: "job.replay",
      subject_kind: "dead_letter",
      subject_id: letterId,
      before: JSON.stringify({ queue, attempts }),
      request_id: requestId,
    })
    .execute();
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function idIn(value: unknown, name: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const id: unknown = Reflect.get(value, name);
  return typeof id === "string" && UUID.test(id) ? id : undefined;
}
