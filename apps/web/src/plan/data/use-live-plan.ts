import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { Plan } from "@strideiq/engine";
import { useStored } from "../../preferences/stored.ts";
import { planWithEdits, type TalesBySession, talesWithEdits } from "./edit.ts";
import { fetchCompletions } from "./plan-api.ts";
import { basisIn, completionsKey, onOtherTab, refreshPlan } from "./plan-cache.ts";
import { type Review, useReviewOf } from "../review/review.ts";
import { outboxOf, resumeSending } from "./outbox.ts";

/** The plan with the choices that are on their way, and what was told of its sessions. */
export interface LivePlan {
  readonly plan: Plan;
  readonly tales: TalesBySession;
  /** Why what was told could not be read; null where it was. */
  readonly unread: string | null;
  /** Revision of what was told of each session: what the next words are said on top of. */
  readonly basisOf: (sessionId: string) => number;
  /** Beside what was run; null while that is not known. */
  readonly review: Review | null;
}

/** How often to look again for what could not be read. */
const RETRY_MS = 2000;

export function useLivePlan(planId: string, stored: Plan): LivePlan {
  const client = useQueryClient();
  const [edits] = useStored(outboxOf(planId).edits);
  const { data, dataUpdatedAt } = useQuery({
    queryKey: completionsKey(planId),
    queryFn: () => fetchCompletions(planId),
    refetchOnWindowFocus: "always",
    refetchInterval: ({ state }) => (state.data?.ok === false ? RETRY_MS : false),
  });
  useEffect(() => {
    const send = (): void => {
      resumeSending(client, planId);
    };
    send();
    window.addEventListener("online", send);
    const stop = onOtherTab(planId, () => void refreshPlan(client, planId));
    return () => {
      window.removeEventListener("online", send);
      stop();
    };
  }, [client, planId]);
  const { timeZone } = stored.request;
  const review = useReviewOf({ planId, timeZone, heardAt: dataUpdatedAt });
  const completions = useMemo(() => (data?.ok === true ? data.value : []), [data]);
  const unread = data?.ok === false ? data.error.title : null;
  const plan = useMemo(() => planWithEdits(stored, edits), [stored, edits]);
  const tales = useMemo(() => talesWithEdits(completions, edits), [completions, edits]);
  return useMemo(
    () => ({
      plan,
      tales,
      unread,
      review,
      basisOf: (sessionId) => basisIn(completions, sessionId),
    }),
    [plan, tales, completions, unread, review],
  );
}
