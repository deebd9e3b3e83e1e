import { z } from "zod";
import { PROBLEMS } from "./problem-list.ts";

export type ProblemCode = keyof typeof PROBLEMS;

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

export const PROBLEM_MEDIA_TYPE = "application/problem+json";

export const FieldError = z
  .strictObject({ field: z.string(), message: z.string() })
  .meta({ description: "A field of the request, what is wrong with it, and what would be right." });
export type FieldError = z.infer<typeof FieldError>;

/** The body of every answer that is no success (RFC 9457). */
export const Problem = z.strictObject({
  type: z.string().meta({ example: "urn:strideiq:problem:invalid_request" }),
  code: z
    .string()
    .refine(isProblemCode)
    .meta({ enum: Object.keys(PROBLEMS) }),
  title: z.string(),
  status: z.int(),
  detail: z.string().meta({ description: "The cure." }),
  errors: z.array(FieldError).optional(),
  key: z.string().optional().meta({ description: "The flag that was asked for, below /ofrep." }),
  errorCode: z.string().optional().meta({ description: "The problem as OFREP calls it, below /ofrep." }),
  requestId: z.string().optional().meta({ description: "Names the request in our logs." }),
});
export type Problem = z.infer<typeof Problem>;

/** The problem as it travels. */
export function problemOf(code: ProblemCode, errors?: readonly FieldError[], requestId?: string): Problem {
  const { status, title, cure } = PROBLEMS[code];
  return {
    type: `urn:strideiq:problem:${code}`,
    code,
    title,
    status,
    detail: cure,
    ...(errors === undefined ? {} : { errors: [...errors] }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}
