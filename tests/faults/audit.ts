import { appendFileSync } from "node:fs";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { expect } from "vitest";
import type { House } from "./house.ts";
import type { Acknowledged, Visit } from "./load.ts";

/** Nothing may wait longer than this when the fault is over. */
const STUCK_SECONDS = 30;
const LOOK_MILLISECONDS = 200;

type Db = Pick<House, "db">["db"];

/** Waits until nothing is left to do, and then looks for all that was acknowledged, and for anything half or twice. */
export async function audit(
  { db }: Pick<House, "db">,
  fault: string,
  times: number,
  { visits, asked, sentAgain }: Acknowledged,
): Promise<void> {
  const settledSeconds = await settle(db);
  expect(await oddOutcomes(db), "half or twice").toEqual([]);
  expect(await plansTooMany(db, visits), "more plans than were asked for").toEqual([]);
  const promised = visits.flatMap(({ plans, exports, choices }) => [
    ...plans,
    ...exports,
    ...choices.map(({ planId, revision }) => `${planId} ${String(revision)}`),
  ]);
  const kept = await keptOnce(db);
  const lost = promised.filter((one) => !kept.has(one));
  expect(lost, "acknowledged and lost").toEqual([]);
  expect(promised.length).toBeGreaterThan(0);
  report({
    fault,
    times,
    asked,
    acknowledged: promised.length,
    found: promised.length - lost.length,
    sentAgain,
    settledSeconds,
  });
}

/** Plans and exports that are not finished with exactly one result, one line in the log and one job. */
async function oddOutcomes(db: Db): Promise<readonly unknown[]> {
  const { rows } = await sql`
    select * from (
      select id, state,
        (select count(*)::int from plan_versions where plan_id = plan.id) as results,
        (select count(*)::int from generation_logs where plan_id = plan.id) as logs,
        (select count(*)::int from jobs where plan_id = plan.id and state = 'done') as jobs
      from training_plans as plan
      union all
      select id, case state when 'done' then 'ready' else state end,
        (select count(*)::int from export_files where job_id = job.id), 1, 1
      from jobs as job where kind = 'export_data'
    ) as outcome
    where state <> 'ready' or results <> 1 or logs <> 1 or jobs <> 1`.execute(db);
  return rows;
}

/** Visitors who have another number of plans than they were promised and did not ask for. */
async function plansTooMany(db: Db, visits: readonly Visit[]): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string; readonly plans: readonly string[] }>`
    select id, array_agg(id::text) over (partition by athlete_id) as plans from training_plans`.execute(db);
  const ofSameAthlete = new Map(rows.map(({ id, plans }) => [id, plans]));
  return visits.flatMap(({ plans: [first = "", ...more], plansAsked }) => {
    const found = ofSameAthlete.get(first)?.length ?? 0;
    const most = plansAsked;
    return first === "" || (found >= 1 + more.length && found <= most)
      ? []
      : [`${first}: ${String(found)} plans, asked for ${String(most)}, promised ${String(1 + more.length)}`];
  });
}

/** Everything that is stored exactly once, under the names that it was promised by. */
async function keptOnce(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly name: string }>`
    select id::text as name from training_plans
    union all select id::text from jobs where kind = 'export_data'
    union all select plan_id || ' ' || revision from plan_adaptations group by plan_id, revision
      having count(*) = 1`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

/** How long the last job took to come to its end, in seconds. */
async function settle(db: Db): Promise<number> {
  const begun = performance.now();
  const seconds = (): number => (performance.now() - begun) / 1000;
  for (;;) {
    const left = await openWork(db).catch(() => Number.NaN);
    if (left === 0) return seconds();
    if (seconds() > STUCK_SECONDS)
      throw new Error(`${String(left)} were stuck for ${String(STUCK_SECONDS)} s`);
    await sleep(LOOK_MILLISECONDS);
  }
}

/** What waits or runs: for its athlete, and in the queue. */
async function openWork(db: Db): Promise<number> {
  const { rows } = await sql<{ readonly n: number }>`
    select (select count(*) from training_plans where state = 'generating')::int
      + (select count(*) from jobs where state in ('waiting', 'running'))::int
      + (select count(*) from pgboss.job
         where name in ('athlete-jobs', 'dead-letters') and state < 'completed')::int as n`.execute(db);
  return rows[0]?.n ?? Number.NaN;
}

/** One line of the report: what was done to the service, and what came of what it had acknowledged. */
interface FaultRow {
  readonly fault: string;
  readonly times: number;
  readonly asked: number;
  readonly acknowledged: number;
  readonly found: number;
  readonly sentAgain: number;
  readonly settledSeconds: number;
}

function report(row: FaultRow): void {
  const line = JSON.stringify(row);
  console.log(line);
  const file = process.env["STRIDEIQ_FAULTS_REPORT"];
  if (file !== undefined) appendFileSync(file, `${line}\n`);
}
