import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeMessages as say } from "../../messages/changes.ts";
import { useFeature } from "../../session/session.ts";
import { connection, isSilent } from "../data/connection.ts";
import type { TalesBySession } from "../data/edit.ts";
import { keepForOwner, type KeptOpen } from "../data/kept.ts";
import { sayNotice } from "../data/notice.ts";
import { sendChange } from "../data/plan-api.ts";
import { noteOwnRevision, refreshPlan, tellOtherTabs } from "../data/plan-cache.ts";
import { tellLost } from "./tell-lost.ts";
import { lostWithout } from "./told-done.ts";
import type { Wanted } from "./wanted.ts";
import { undoLatest } from "./undo.ts";

interface Confirm {
  readonly confirm: (revision: number, wanted: Wanted, reason: string, words: string) => Promise<void>;
  readonly isSending: boolean;
  readonly problem: string | null;
}

/** Makes a change for the state that was looked at; where that is no more, the new state is asked about. */
export function useConfirm(
  planId: string,
  open: KeptOpen,
  tales: TalesBySession,
  onDone: () => void,
): Confirm {
  const client = useQueryClient();
  const canUndo = useFeature("plan.versions").allowed;
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const confirm: Confirm["confirm"] = async (revision, wanted, reason, words) => {
    if (isSending) return;
    setSending(true);
    setProblem(null);
    const body = { ...wanted, ...(reason === "" ? {} : { reason }) };
    const made = await sendChange(planId, revision, body);
    setSending(false);
    if (!made.ok && isSilent(made.error)) {
      connection.write("down");
      setProblem(say.noAnswer);
      return;
    }
    connection.write("up");
    if (made.ok) noteOwnRevision(planId, made.value.revision);
    else await keepForOwner(client, planId, made.error, open);
    await refreshPlan(client, planId);
    if (!made.ok) {
      // Why not is asked anew: that answer is told in the reader's units, and with another way.
      if (made.error.code === "change_refused")
        await client.invalidateQueries({ queryKey: ["what-if", planId] });
      if (made.error.status !== 412) setProblem(made.error.title);
      return;
    }
    tellOtherTabs(planId);
    const tellBack = tellLost(client, planId, lostWithout(wanted, tales));
    const undo = (): void => {
      tellBack();
      void undoLatest(client, planId);
    };
    sayNotice(say.notices.done(words), canUndo ? undo : undefined);
    onDone();
  };
  return { confirm, isSending, problem };
}
