import { describe, expect, it } from "vitest";
import { type EmbeddedPostgresProblem, explainEmbeddedPostgresProblem } from "./problem.ts";

const PROBLEMS: readonly (readonly [EmbeddedPostgresProblem, string, string])[] = [
  [{ type: "NoBinaries", platform: "aix on ppc64" }, "aix on ppc64", "DATABASE_URL"],
  [{ type: "FolderNotWritable", folder: "/srv/plans" }, "/srv/plans", "DATA_DIR"],
  [{ type: "DidNotStart", folder: "/srv/plans", log: "no space left" }, "/srv/plans", "no space left"],
];

describe("an embedded PostgreSQL that cannot serve", () => {
  it.each(PROBLEMS)("says in a sentence what is wrong (%o)", (problem, what, cureOrCause) => {
    const sentence = explainEmbeddedPostgresProblem(problem);
    expect(sentence).toMatch(/^[A-Z]/);
    expect(sentence).toContain(what);
    expect(sentence).toContain(cureOrCause);
  });
});
