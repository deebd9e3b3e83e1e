import type { QueryClient } from "@tanstack/react-query";
import { changeMessages as say } from "../../messages/changes.ts";
import { keepForOwner } from "../data/kept.ts";
import { sayNotice } from "../data/notice.ts";
import { fetchChanges, sendUndo } from "../data/plan-api.ts";
import { noteOwnRevision, refreshPlan, standingOf, tellOtherTabs } from "../data/plan-cache.ts";
import { whyNot } from "./why-not.ts";

/** Takes one change back, and says how that went. */
export async function undoChange(client: QueryClient, planId: string, changeId: string): Promise<void> {
  const revision = standingOf(client, planId)?.revision ?? 0;
  const undone = await sendUndo(planId, revision, changeId);
  if (undone.ok) noteOwnRevision(planId, undone.value.revision);
  else await keepForOwner(client, planId, undone.error, { sheet: "history" });
  await refreshPlan(client, planId);
  if (undone.ok) tellOtherTabs(planId);
  sayNotice(undone.ok ? say.notices.undone : say.notices.notUndone(whyNot(undone.error)));
}

/** Takes back what was changed last. */
export async function undoLatest(client: QueryClient, planId: string): Promise<void> {
  const found = await fetchChanges(planId, 1);
  const latest = found.ok ? found.value.changes[0] : undefined;
  if (latest !== undefined) await undoChange(client, planId, latest.id);
  else if (!found.ok) sayNotice(say.notices.notUndone(whyNot(found.error)));
}
