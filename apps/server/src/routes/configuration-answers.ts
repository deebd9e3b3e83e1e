import type { ConfigurationHead, ConfigurationProblem } from "@strideiq/application";
import type { FieldError, ProblemCode } from "@strideiq/contracts";
import type { FastifyRequest } from "fastify";
import type { Doorman } from "../http/athlete.ts";

/** The account of a coach, or of an administrator; undefined for everybody else. */
export async function coachOf(doorman: Doorman, request: FastifyRequest): Promise<string | undefined> {
  const visitor = await doorman.visitorOf(request);
  return visitor?.kind === "account" && visitor.account.role !== "athlete" ? visitor.account.id : undefined;
}

/** What a refusal of the store is called on the wire. */
export const REFUSALS = {
  NotFound: "configuration_not_found",
  NotDraft: "configuration_in_force",
  ChangedMeanwhile: "configuration_changed",
  NotChecked: "configuration_unchecked",
} as const satisfies Readonly<Record<string, ProblemCode>>;

/** Each mistake at its place: `plan_rules.yaml:12:5`. */
export const placed = (problems: readonly ConfigurationProblem[]): readonly FieldError[] =>
  problems.map(({ file, line, column, message }) => ({
    field: `${file}:${String(line)}:${String(column)}`,
    message,
  }));

export const presentHead = ({ state, createdAt, publishedAt, ...head }: ConfigurationHead) => ({
  ...head,
  status: state,
  createdAt: createdAt.toISOString(),
  publishedAt: publishedAt?.toISOString() ?? null,
});
