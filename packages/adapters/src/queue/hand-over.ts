import type { AthleteJob } from "@strideiq/application";
import { fromKysely, type KyselyTransactionLike } from "pg-boss";

type Send = (job: AthleteJob, transaction: KyselyTransactionLike) => Promise<void>;

/**
 * Gives all jobs of one athlete to another, inside the transaction that moves what they are about. A job under
 * way finds nothing of its athlete any more, so that it is sent anew.
 */
export const createHandOver =
  (send: Send) =>
  async (fromId: string, toId: string, transaction: KyselyTransactionLike): Promise<void> => {
    const db = fromKysely(transaction);
    // A job that waits is not begun meanwhile.
    await db.executeSql(`select 1 from pgboss.job where data ->> 'athleteId' = $1 for update`, [fromId]);
    const { rows } = await db.executeSql(
      `delete from pgboss.job where data ->> 'athleteId' = $1 and state = 'active' returning data`,
      [fromId],
    );
    await db.executeSql(
      `update pgboss.job
       set data = jsonb_set(data, '{athleteId}', to_jsonb($2::text)),
         singleton_key = case when singleton_key = $1 then $2 else singleton_key end
       where data ->> 'athleteId' = $1`,
      [fromId, toId],
    );
    await db.executeSql(
      `update pgboss.queue set singletons_active = array_remove(singletons_active, $1)
       where $1 = any (singletons_active)`,
      [fromId],
    );
    for (const { data } of rows as readonly { readonly data: AthleteJob }[])
      await send({ ...data, athleteId: toId }, transaction);
  };
