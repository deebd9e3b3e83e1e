import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { planJsonSchema, planJsonSchemaFile } from "./plan-json-schema.ts";

describe("planJsonSchema", () => {
  it("is published as it is in the code", () => {
    const { path, text } = planJsonSchemaFile();
    expect(readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8")).toBe(text);
  });

  it("names the document and asks for every field of it", () => {
    expect(planJsonSchema()).toMatchObject({
      $id: "strideiq.plan/1",
      title: "StrideIQ training plan",
      properties: { schema: { const: "strideiq.plan/1" } },
      required: [
        "schema",
        "distance",
        "tier",
        "daysPerWeek",
        "raceDate",
        "request",
        "paces",
        "rpi",
        "provenance",
        "phases",
        "weeks",
        "workouts",
        "adjustments",
        "certificate",
      ],
    });
  });
});
