import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { examineInThread } from "./examine-in-thread.ts";

const CONFIG = join(import.meta.dirname, "../../../../../config");
const read = (name: string) => ({ name, text: readFileSync(join(CONFIG, name), "utf8") });
const standing = { planRules: read("plan_rules.yaml"), workoutLibrary: read("workout_library.yaml") };
const files = { draft: standing, standing, plugins: [] };

describe("a draft that is judged", { timeout: 120_000 }, () => {
  it("leaves the process free to answer while two rulebooks are read", async () => {
    const work = examineInThread(files);
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 5);
    const first = await work.next();
    clearInterval(turning);
    expect(first).toEqual({ done: false, value: { done: 0, total: 224 } });
    // To read them takes a second, in which nobody else would have a turn.
    expect(turns).toBeGreaterThan(20);
    await work.return(NOTHING);
  });

  it("is not judged any further when nobody listens any more", async () => {
    const work = examineInThread(files);
    await work.next();
    expect(await work.return(NOTHING)).toEqual({ done: true, value: NOTHING });
    expect(await work.next()).toEqual({ done: true, value: undefined });
  });

  it("ends with the mistakes of what cannot be read", async () => {
    const planRules = { name: "plan_rules.yaml", text: "version: [\n" };
    const { done, value } = await examineInThread({ ...files, draft: { ...standing, planRules } }).next();
    expect([done, value]).toMatchObject([true, { problems: [{ file: "plan_rules.yaml" }], plans: [] }]);
  });

  it("that breaks its thread breaks the check, and not the process", async () => {
    const broken = { ...files, plugins: [null as never] };
    await expect(examineInThread(broken).next()).rejects.toThrow(TypeError);
  });
});

const NOTHING = { problems: [], plans: [], athletes: null as never };
