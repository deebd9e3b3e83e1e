import { PLAN_SCHEMA } from "@strideiq/engine";
import { z } from "zod";
import { PlanDocument } from "./plan-document.ts";

/** The plan document as JSON Schema (2020-12), for readers in any language. */
export function planJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(PlanDocument);
  return {
    $schema,
    $id: PLAN_SCHEMA,
    title: "StrideIQ training plan",
    description:
      "One training plan for one goal race, in metres, seconds and calendar days. " +
      "Whether the plan is safe is told by its certificate, not by this schema.",
    ...schema,
  };
}

/** A generated file of the repository; the path is relative to its root. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

export const planJsonSchemaFile = (): GeneratedFile => ({
  path: "docs/schema/plan-1.schema.json",
  text: `${JSON.stringify(planJsonSchema(), null, 2)}\n`,
});
