import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { asAthlete, asCoach } from "./athlete-scope.ts";
import { createInvitations } from "./invitation-repository.ts";
import { countRows, tablesWithColumn } from "./testing/catalog.ts";
import { type FullAthlete, storeFullAthlete } from "./testing/full-athlete.fixture.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;
let tables: readonly string[];
let ada: FullAthlete;
let ben: FullAthlete;
let coach: FullAthlete;
let invitation: string;

const COACHED = ["plan_versions", "planned_workouts", "training_plans"];

beforeAll(async () => {
  database = await createTestDatabase();
  tables = await tablesWithColumn(database.db, "athlete_id");
  ada = await storeFullAthlete(database.db, "Ada");
  ben = await storeFullAthlete(database.db, "Ben");
  coach = await storeFullAthlete(database.db, "Cara");
  await sql`delete from coach_invitations`.execute(database.db);
});
afterAll(() => database.close());
beforeEach(async () => {
  await sql`delete from coach_invitations`.execute(database.db);
  await sql`update accounts set role = 'coach', banned = false where id = ${coach.accountId}`.execute(
    database.db,
  );
  const made = await invitations().invite(ada, {
    id: newUuidV7(),
    email: "Cara@example.org",
    athleteName: "Ada",
  });
  if ("type" in made) throw new Error(made.type);
  invitation = made.id;
});

const invitations = () => createInvitations(database.app, () => new Date());

/** What a query without any condition shows a coach, by table, where it is anything. */
const seen = async (): Promise<Readonly<Record<string, number>>> => {
  const counts = await asCoach(database.app, coach.accountId, (tx) => countRows(tx, [...tables, "athletes"]));
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
};
const accept = () => invitations().accept({ coachId: coach.accountId }, invitation);

describe("the locks on rows, before a coach", () => {
  it("show of an athlete nothing but the invitation until it is accepted", async () => {
    expect(await seen()).toEqual({ coach_invitations: 1 });
  });

  it("show plans and calendar of who invited, to a query that forgets to ask whose they are, and nothing of others", async () => {
    await accept();
    const shown = await seen();
    expect(Object.keys(shown).toSorted()).toEqual(["coach_invitations", ...COACHED]);
    const whose = await asCoach(database.app, coach.accountId, async (tx) =>
      Promise.all(
        COACHED.map(async (table) => {
          const { rows } = await sql<{ readonly athlete_id: string }>`
            select distinct athlete_id from ${sql.table(table)}`.execute(tx);
          return rows.map(({ athlete_id }) => athlete_id);
        }),
      ),
    );
    expect(whose).toEqual(COACHED.map(() => [ada.athleteId]));
    expect(whose.flat()).not.toContain(ben.athleteId);
  });

  it("let a coach change none of it, even with no condition at all", async () => {
    await accept();
    await asCoach(database.app, coach.accountId, async (tx) => {
      for (const table of ["training_plans", "planned_workouts", "plan_snapshots"]) {
        const { numAffectedRows } = await sql`delete from ${sql.table(table)}`.execute(tx);
        expect(numAffectedRows).toBe(0n);
      }
      const { numAffectedRows } = await sql`update training_plans set revision = revision + 1`.execute(tx);
      expect(numAffectedRows).toBe(0n);
    });
  });

  it.each([
    ["the athlete ended it", () => invitations().endAsAthlete(ada, invitation)],
    ["the coach ended it", () => invitations().endAsCoach({ coachId: coach.accountId }, invitation)],
    ["the account is no coach's", () => setAccount(sql`role = 'athlete'`)],
    ["the account is an administrator's", () => setAccount(sql`role = 'admin'`)],
    ["the account was banned", () => setAccount(sql`banned = true`)],
  ])("close when %s", async (_why, happen) => {
    await accept();
    expect(Object.keys(await seen())).toHaveLength(1 + COACHED.length);
    await happen();
    expect(Object.keys(await seen()).filter((table) => table !== "coach_invitations")).toEqual([]);
  });

  it("let nobody invite themselves, or accept for another", async () => {
    const planted = asCoach(database.app, coach.accountId, (tx) =>
      tx
        .insertInto("coach_invitations")
        .values({
          id: newUuidV7(),
          athlete_id: ben.athleteId,
          athlete_name: "Ben",
          email: "cara@example.org",
        })
        .execute(),
    );
    await expect(planted).rejects.toThrow(/row-level security/);
    const moved = asCoach(database.app, coach.accountId, (tx) =>
      sql`update coach_invitations set athlete_id = ${ben.athleteId}`.execute(tx),
    );
    await expect(moved).rejects.toThrow(/permission denied/);
    const given = asCoach(database.app, coach.accountId, (tx) =>
      sql`update coach_invitations set state = 'accepted', accepted_at = now(), coach_id = ${ben.accountId}`.execute(
        tx,
      ),
    );
    await expect(given).rejects.toThrow(/row-level security/);
    expect(await asCoach(database.app, ben.accountId, (tx) => countRows(tx, ["coach_invitations"]))).toEqual({
      coach_invitations: 0,
    });
  });

  it("keep what an athlete sees as it was", async () => {
    await accept();
    const own = await asAthlete(database.app, coach.athleteId, (tx) => countRows(tx, COACHED));
    const { rows } = await sql<{ readonly n: number }>`
      select count(*)::int as n from planned_workouts where athlete_id = ${coach.athleteId}`.execute(
      database.db,
    );
    expect(own["planned_workouts"]).toBe(rows[0]?.n);
  });
});

const setAccount = (change: ReturnType<typeof sql>) =>
  sql`update accounts set ${change} where id = ${coach.accountId}`.execute(database.db);
