import type { QueryClient } from "@tanstack/react-query";
import type { ApiProblem } from "../../api/client.ts";
import { isForStrangers, looksRunOut } from "../../session/session.ts";
import type { Wanted } from "../change/wanted.ts";
import { refreshPlan } from "./plan-cache.ts";

/** What was open over a plan, with what had been typed into it. */
export type KeptOpen =
  | { readonly sheet: "change"; readonly wanted: Wanted; readonly reason: string }
  | { readonly sheet: "history" };

const kept = new Map<string, KeptOpen>();

/**
 * After an answer that a stranger would get. Where the owner's session has run out, or its cookie is gone, the page
 * asks to sign in; what was open waits for whoever comes back, and opens again.
 */
export async function keepForOwner(
  client: QueryClient,
  planId: string,
  problem: ApiProblem,
  open: KeptOpen,
): Promise<void> {
  if (!isForStrangers(problem)) return;
  kept.set(planId, open);
  if (!(await looksRunOut(client))) await refreshPlan(client, planId);
}

export const keptOpen = (planId: string): KeptOpen | null => kept.get(planId) ?? null;

export const forgetKept = (planId: string): void => {
  kept.delete(planId);
};
