import { ConsentAnswer, type PlanAnswer } from "@strideiq/contracts";
import { expect } from "vitest";
import { type Answer, send, type Visitor } from "./http/call-server.fixture.ts";
import { marathonWish, settledPlan } from "./test-service.fixture.ts";

export const password = "correct horse battery";

let people = 0;
/** An address that nobody has used yet. */
export const nextEmail = (): string => `runner${String((people += 1))}@example.org`;

/** Makes an account for the visitor, who is signed in then. */
export async function signedUp(visitor: Visitor, email = nextEmail()): Promise<Answer> {
  const answer = await send(visitor, "POST", "/v1/accounts", { name: "Ada", email, password });
  expect(answer.status).toBe(201);
  return answer;
}

export type Ready = Extract<PlanAnswer, { status: "ready" }>;

/** A plan of the visitor that was made. */
export async function readyPlan(visitor: Visitor, wish = marathonWish): Promise<Ready> {
  const answer = await settledPlan(visitor, wish);
  if (answer.status !== "ready") throw new Error(answer.status);
  return answer;
}

/** A session of the plan that can be run in two ways. */
export function optionalSession({ plan }: Ready): string {
  const session = plan.weeks
    .flatMap(({ days }) => days)
    .flatMap(({ sessions }) => sessions)
    .find(({ optionB }) => optionB !== undefined);
  if (session === undefined) throw new Error("a plan without a second way");
  return session.id;
}

/** Agrees to what is told about health being kept, in plans, too; the id of the consent. */
export async function agreed(visitor: Visitor): Promise<string> {
  const consent = { kind: "health_data", textVersion: "2026-11-24" };
  const given = await send(visitor, "POST", "/v1/consents", consent);
  expect(given.status).toBe(201);
  return ConsentAnswer.parse(given.json).id;
}
