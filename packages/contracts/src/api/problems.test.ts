import { describe, expect, it } from "vitest";
import { PROBLEMS } from "./problem-list.ts";
import { Problem, problemOf } from "./problems.ts";

describe("the catalogue of problems", () => {
  it("says of each problem what happened and what to do, in sentences", () => {
    for (const { status, title, cure } of Object.values(PROBLEMS)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title).toMatch(/^[A-Z].*\.$/);
      expect(cure).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("writes a problem that its own schema reads", () => {
    const problem = problemOf("invalid_request", [{ field: "raceDate", message: "It has passed." }]);
    expect(Problem.parse(problem)).toEqual(problem);
    expect(problem).toMatchObject({ status: 422, code: "invalid_request" });
    expect(Problem.safeParse({ ...problem, code: "unheard_of" }).success).toBe(false);
  });
});
