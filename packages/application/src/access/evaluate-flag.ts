import {
  FLAG_ATTRIBUTES,
  type Feature,
  type FlagAttribute,
  type FlagContext,
  type FlagVerdict,
} from "@strideiq/access";
import { err, ok, type Result } from "@strideiq/engine";
import type { Visitor } from "../accounts/visitor.ts";
import { type CheckAccessDeps, contextOf } from "./check-access.ts";

/** A context as somebody sends it: whose feature is asked for, and what is known of them. */
export type SentContext = Readonly<Record<string, unknown>>;

/** Only a service may say who somebody else is. */
export interface ForeignContext {
  readonly type: "ForeignContext";
  readonly field: string;
}

export type EvaluateFlags = (
  visitor: Visitor | undefined,
  features: readonly Feature[],
  sent: SentContext,
) => Promise<Result<readonly FlagVerdict[], ForeignContext>>;

/**
 * How flags stand for whoever asks. Who that is the session says; of what is sent along only the race distance counts,
 * since it is of the question and not of the asker. A service, by its key, asks for others and describes them.
 */
export const createEvaluateFlags =
  (deps: CheckAccessDeps): EvaluateFlags =>
  async (visitor, features, sent) => {
    const context = await contextFor(visitor, sent, deps);
    if (!context.ok) return context;
    return ok(await Promise.all(features.map((feature) => deps.flags.ask(feature, context.value))));
  };

async function contextFor(
  visitor: Visitor | undefined,
  { targetingKey, ...sent }: SentContext,
  deps: CheckAccessDeps,
): Promise<Result<FlagContext, ForeignContext>> {
  const told = Object.fromEntries(
    Object.entries(sent).filter(([name, value]) => isAttribute(name) && typeof value === "string"),
  ) as FlagContext["attributes"];
  if (visitor?.kind === "api_key")
    return ok({ athleteId: typeof targetingKey === "string" ? targetingKey : undefined, attributes: told });
  const { context } = await contextOf(visitor, deps);
  if (targetingKey !== undefined && targetingKey !== context.athleteId)
    return err({ type: "ForeignContext", field: "context.targetingKey" });
  const claimed = Object.entries(told).find(
    ([name, value]) => name !== "distance" && value !== context.attributes[name as FlagAttribute],
  );
  if (claimed !== undefined) return err({ type: "ForeignContext", field: `context.${claimed[0]}` });
  return ok({ ...context, attributes: { ...told, ...context.attributes } });
}

const isAttribute = (name: string): name is FlagAttribute =>
  FLAG_ATTRIBUTES.some((attribute) => attribute === name);
