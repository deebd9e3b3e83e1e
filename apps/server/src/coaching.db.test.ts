import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import {
  AccountAnswer,
  CalendarAnswer,
  InvitationAnswer,
  InvitationListAnswer,
  PlanAnswer,
  PlanListAnswer,
  Problem,
} from "@strideiq/contracts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { type Answer, createVisitor, send, type Visitor } from "./http/call-server.fixture.ts";
import { nextEmail, readyPlan, signedUp } from "./people.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database, { signInsPerMinute: 10_000 });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");
const codeOf = ({ status, json }: Answer): readonly [number, string] => [status, Problem.parse(json).code];

interface Person {
  readonly visitor: Visitor;
  readonly email: string;
  readonly athleteId: string;
}

async function person(role: "athlete" | "coach" = "athlete"): Promise<Person> {
  const visitor = newVisitor();
  const email = nextEmail();
  const { athleteId } = AccountAnswer.parse((await signedUp(visitor, email)).json);
  await sql`update accounts set role = ${role} where email = ${email}`.execute(database.db);
  return { visitor, email, athleteId };
}

const invite = async (athlete: Person, coach: Person): Promise<string> => {
  const answer = await send(athlete.visitor, "POST", "/v1/coaches", { email: coach.email.toUpperCase() });
  expect(answer.status).toBe(201);
  return InvitationAnswer.parse(answer.json).id;
};
const accept = (coach: Person, id: string): Promise<Answer> =>
  send(coach.visitor, "POST", `/v1/coach/invitations/${id}/accept`);
const invitationsTo = async ({ visitor }: Person) =>
  InvitationListAnswer.parse((await visitor.call("/v1/coach/invitations")).json).invitations;
const season = "from=2026-11-23&to=2027-04-18";
const auditOf = async ({ athleteId }: Person): Promise<readonly string[]> =>
  (
    await database.db
      .selectFrom("audit_log")
      .select("action")
      .where("subject_id", "=", athleteId)
      .orderBy("id")
      .execute()
  ).map(({ action }) => action);

describe("a coach", () => {
  it("sees plans and calendar of an athlete from the invitation's acceptance to its end, and both are audited", async () => {
    const [athlete, coach] = [await person(), await person("coach")];
    const { planId, plan } = await readyPlan(athlete.visitor);
    const at = `/v1/coach/athletes/${athlete.athleteId}`;
    const paths = [`${at}/plans`, `${at}/plans/${planId}`, `${at}/calendar?${season}`];
    const id = await invite(athlete, coach);
    expect(await invitationsTo(coach)).toMatchObject([{ id, athleteName: "Ada", state: "open" }]);
    for (const path of paths) expect(codeOf(await coach.visitor.call(path))).toEqual([404, "not_coached"]);

    expect((await accept(coach, id)).json).toMatchObject({ state: "accepted", athleteId: athlete.athleteId });
    expect((await accept(coach, id)).status).toBe(200);
    const [list = "", one = "", calendar = ""] = paths;
    expect(PlanListAnswer.parse((await coach.visitor.call(list)).json).plans).toMatchObject([{ planId }]);
    expect(PlanAnswer.parse((await coach.visitor.call(one)).json)).toMatchObject({ plan });
    const days = CalendarAnswer.parse((await coach.visitor.call(calendar)).json).sessions;
    expect(days).toEqual(
      CalendarAnswer.parse((await athlete.visitor.call(`/v1/calendar?${season}`)).json).sessions,
    );
    const backwards = await coach.visitor.call(`${at}/calendar?from=2027-02-01&to=2027-01-01`);
    expect(codeOf(backwards)).toEqual([422, "invalid_request"]);

    const ended = await send(athlete.visitor, "DELETE", `/v1/coaches/${id}`);
    expect(ended.json).toMatchObject({ state: "ended", endedBy: "athlete" });
    for (const path of paths) expect(codeOf(await coach.visitor.call(path))).toEqual([404, "not_coached"]);
    expect(await invitationsTo(coach)).toEqual([]);
    expect(await auditOf(athlete)).toEqual(["coach.invited", "coach.accepted", "coach.ended"]);
  });

  it("sees nothing else of that athlete, changes nothing, and sees nothing of anybody else", async () => {
    const [athlete, other, coach] = [await person(), await person(), await person("coach")];
    const { planId } = await readyPlan(athlete.visitor);
    const foreign = await readyPlan(other.visitor);
    await accept(coach, await invite(athlete, coach));
    const alien = `/v1/coach/athletes/${other.athleteId}`;
    const mixed = `/v1/coach/athletes/${athlete.athleteId}/plans/${foreign.planId}`;
    for (const path of [
      `${alien}/plans`,
      `${alien}/plans/${foreign.planId}`,
      `${alien}/calendar?${season}`,
      mixed,
    ])
      expect(codeOf(await coach.visitor.call(path))).toEqual([404, "not_coached"]);
    for (const path of ["", "/versions", "/changes", "/completions"])
      expect((await coach.visitor.call(`/v1/plans/${planId}${path}`)).status).toBe(404);
    expect((await send(coach.visitor, "DELETE", `/v1/plans/${planId}`)).status).toBe(404);
    const wish = { wish: { kind: "resume" } };
    expect((await send(coach.visitor, "POST", `/v1/plans/${planId}/changes`, wish)).status).toBe(404);
    expect((await coach.visitor.call("/v1/plans")).json).toMatchObject({ plans: [] });
  });

  it("may decline, or end what was accepted, and may be invited again then", async () => {
    const [athlete, coach] = [await person(), await person("coach")];
    const declined = await invite(athlete, coach);
    expect(codeOf(await send(athlete.visitor, "POST", "/v1/coaches", { email: coach.email }))).toEqual([
      409,
      "invited_already",
    ]);
    expect((await send(coach.visitor, "DELETE", `/v1/coach/invitations/${declined}`)).status).toBe(200);
    expect(codeOf(await accept(coach, declined))).toEqual([404, "invitation_not_found"]);
    const again = await invite(athlete, coach);
    await accept(coach, again);
    expect((await send(coach.visitor, "DELETE", `/v1/coach/invitations/${again}`)).status).toBe(200);
    expect((await coach.visitor.call(`/v1/coach/athletes/${athlete.athleteId}/plans`)).status).toBe(404);
    const { invitations } = InvitationListAnswer.parse((await athlete.visitor.call("/v1/coaches")).json);
    expect(invitations.map(({ id, state, endedBy }) => [id, state, endedBy])).toEqual([
      [again, "ended", "coach"],
      [declined, "ended", "coach"],
    ]);
  });

  it("sees nobody any more when the role is taken away", async () => {
    const [athlete, coach] = [await person(), await person("coach")];
    await readyPlan(athlete.visitor);
    await accept(coach, await invite(athlete, coach));
    const path = `/v1/coach/athletes/${athlete.athleteId}/plans`;
    expect((await coach.visitor.call(path)).status).toBe(200);
    await sql`update accounts set role = 'athlete' where email = ${coach.email}`.execute(database.db);
    expect(codeOf(await coach.visitor.call(path))).toEqual([404, "not_coached"]);
    // By the database's own hand, of which a process hears a moment later.
    const invitations = async (): Promise<unknown> =>
      codeOf(await coach.visitor.call("/v1/coach/invitations"));
    await expect.poll(invitations, { timeout: 2_000 }).toEqual([403, "coach_only"]);
  });
});

describe("an invitation", () => {
  it("is nobody's but the athlete's and the coach's", async () => {
    const [athlete, coach, other, stranger] = [
      await person(),
      await person("coach"),
      await person("coach"),
      await person(),
    ];
    const id = await invite(athlete, coach);
    expect(codeOf(await accept(other, id))).toEqual([404, "invitation_not_found"]);
    expect((await send(other.visitor, "DELETE", `/v1/coach/invitations/${id}`)).status).toBe(404);
    expect(codeOf(await accept(stranger, id))).toEqual([403, "coach_only"]);
    expect((await send(stranger.visitor, "DELETE", `/v1/coach/invitations/${id}`)).status).toBe(403);
    expect((await send(stranger.visitor, "DELETE", `/v1/coaches/${id}`)).status).toBe(404);
    expect((await send(newVisitor(), "DELETE", `/v1/coaches/${id}`)).status).toBe(404);
    expect((await newVisitor().call("/v1/coaches")).json).toEqual({ invitations: [], next: null });
    expect(await invitationsTo(coach)).toMatchObject([{ id, state: "open" }]);
  });

  it("needs somebody with an account, and reaches the coach as a letter that names no address of the athlete", async () => {
    const guest = newVisitor();
    await readyPlan(guest);
    expect(codeOf(await send(guest, "POST", "/v1/coaches", { email: "x@example.org" }))).toEqual([
      401,
      "sign_in_needed",
    ]);
    const [athlete, coach] = [await person(), await person("coach")];
    await invite(athlete, coach);
    const letter = await database.db
      .selectFrom("mail_outbox")
      .selectAll()
      .where("recipient", "=", coach.email)
      .executeTakeFirstOrThrow();
    expect(letter.kind).toBe("coach_invitation");
    expect(`${letter.subject} ${letter.body ?? ""}`).not.toContain(athlete.email);
  });

  it("goes with the account of either", async () => {
    const [athlete, coach, second] = [await person(), await person("coach"), await person("coach")];
    await accept(coach, await invite(athlete, coach));
    await accept(second, await invite(athlete, second));
    expect((await send(coach.visitor, "DELETE", "/v1/me")).status).toBe(200);
    const left = InvitationListAnswer.parse((await athlete.visitor.call("/v1/coaches")).json).invitations;
    expect(left.map(({ email }) => email)).toEqual([second.email]);
    expect((await send(athlete.visitor, "DELETE", "/v1/me")).status).toBe(200);
    expect(await invitationsTo(second)).toEqual([]);
  });
});
