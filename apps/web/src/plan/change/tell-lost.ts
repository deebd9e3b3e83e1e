import type { QueryClient } from "@tanstack/react-query";
import { addEdit } from "../data/outbox.ts";

/** Tells of sessions what the plan has heard, that they were not run, so that the calendar says the same; gives the way back. */
export function tellLost(client: QueryClient, planId: string, sessions: readonly string[]): () => void {
  for (const sessionId of sessions)
    addEdit(client, planId, { kind: "told", sessionId, told: { state: "skipped", note: null }, basis: 0 });
  return () => {
    for (const sessionId of sessions) addEdit(client, planId, { kind: "untold", sessionId, basis: 1 });
  };
}
