import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SignedUp } from "@strideiq/application";
import { type CalendarDate, err, ok, parseCalendarDate } from "@strideiq/engine";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DemoDeps, layOutDemo } from "./demo.ts";

const ATHLETE = "019ab000-0000-7000-8000-000000000001";
const PLANS = 4;
const SIGNED_UP: SignedUp = {
  account: { id: ATHLETE, name: "Demo Runner", email: "demo@example.org", role: "athlete" },
  cookies: [],
  athleteId: ATHLETE,
};

let folder: string;
/** The password that the account was made with. */
let password: string | undefined;
let plans: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-demo-"));
  [password, plans] = [undefined, []];
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const deps = (): DemoDeps => ({
  folder,
  clock: { today: () => day("2026-11-23") },
  signUp: (account) => {
    if (password !== undefined) return Promise.resolve(err({ type: "EmailTaken" }));
    password = account.password;
    return Promise.resolve(ok(SIGNED_UP));
  },
  signIn: (credentials) =>
    Promise.resolve(
      credentials.password === password
        ? ok({ ...SIGNED_UP, tookOver: false })
        : err({ type: "WrongCredentials" }),
    ),
  requestPlan: async (_, forAthlete) => {
    const { planId, jobId } = await forAthlete();
    plans.push(planId);
    return ok({ planId, jobId });
  },
});

/** What a start does that is killed when it asks for its third plan. */
const killed = (): DemoDeps => ({
  ...deps(),
  requestPlan: (wish, forAthlete) =>
    plans.length < 2 ? deps().requestPlan(wish, forAthlete) : Promise.reject(new Error("killed")),
});

const files = (): readonly string[] => readdirSync(folder);
const wayIn = (): string => readFileSync(join(folder, "demo-account.txt"), "utf8");

describe("the made-up runner", () => {
  it("is finished by the next start when one was killed between its sign-up and its last plan", async () => {
    await expect(layOutDemo(killed())).rejects.toThrow("killed");
    await layOutDemo(deps());
    expect(wayIn()).toBe(`demo@example.org\n${String(password)}\n`);
    expect(new Set(plans).size).toBe(PLANS);
    expect(files()).toEqual(["demo-account.txt"]);
  });

  it("gets a new way in when a start was killed before its file was written to the end", async () => {
    writeFileSync(join(folder, "demo-account.unfinished"), "demo@example.org\nhalf");
    await layOutDemo(deps());
    expect(password).not.toBe("half");
    expect(wayIn()).toBe(`demo@example.org\n${String(password)}\n`);
  });

  it("is left alone once it is there, with the way in that it has", async () => {
    await layOutDemo(deps());
    const before = wayIn();
    await layOutDemo(deps());
    expect(wayIn()).toBe(before);
    expect(plans).toHaveLength(PLANS);
    expect(files()).toEqual(["demo-account.txt"]);
  });
});
