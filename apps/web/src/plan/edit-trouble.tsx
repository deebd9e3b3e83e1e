import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import type { CompletionAnswer } from "@strideiq/contracts";
import type { Result } from "@strideiq/engine";
import type { ApiProblem } from "../api/client.ts";
import { actMessages as say } from "../messages/acts.ts";
import { dayMessages } from "../messages/day.ts";
import { awaitedPart } from "../shell/patience.ts";
import { useStored } from "../preferences/stored.ts";
import buttons from "../ui/button.module.css";
import { RemarkIcon } from "../ui/icons.tsx";
import { connection } from "./data/connection.ts";
import type { Edit } from "./data/edit.ts";
import { outboxOf, settleConflict } from "./data/outbox.ts";
import { completionsKey } from "./data/plan-cache.ts";
import styles from "./edit-trouble.module.css";

interface EditTroubleProps {
  readonly planId: string;
  /** Why what was told could not be read. */
  readonly unread: string | null;
}

/** What stands between an edit and the server, and that nothing of it is lost. */
export function EditTrouble({ planId, unread }: EditTroubleProps) {
  const client = useQueryClient();
  const box = outboxOf(planId);
  const [edits] = useStored(box.edits);
  const [conflict] = useStored(box.conflict);
  const [state] = useStored(connection);
  const [isAwaited] = useStored(awaitedPart);
  const settle = (keepMine: boolean): void => {
    settleConflict(client, planId, keepMine);
  };
  return (
    <div role="status" className={styles["troubles"]}>
      {isAwaited && (
        <p className={styles["trouble"]}>
          <RemarkIcon size={15} /> <span>{say.partAway}</span>
        </p>
      )}
      {state === "down" && (
        <p className={styles["trouble"]}>
          <RemarkIcon size={15} /> <span>{say.waiting(edits.length)}</span>
        </p>
      )}
      {unread !== null && state !== "down" && (
        <p className={styles["trouble"]}>
          <RemarkIcon size={15} /> <span>{say.unread(unread)}</span>
        </p>
      )}
      {conflict !== null && (
        <div className={styles["trouble"]}>
          <RemarkIcon size={15} /> <span>{say.conflict(theirsOf(client, planId, conflict))}</span>
          <button
            type="button"
            className={buttons["plain"]}
            onClick={() => {
              settle(true);
            }}
          >
            {say.keepMine}
          </button>
          <button
            type="button"
            className={buttons["plain"]}
            onClick={() => {
              settle(false);
            }}
          >
            {say.keepTheirs}
          </button>
        </div>
      )}
    </div>
  );
}

/** What the other tab told, in its own words where it has some. */
function theirsOf(client: QueryClient, planId: string, { sessionId }: Edit): string {
  const read = client.getQueryData<Result<readonly CompletionAnswer[], ApiProblem>>(completionsKey(planId));
  const told = read?.ok === true ? read.value.find((one) => one.sessionId === sessionId) : undefined;
  if (told === undefined) return say.nothingTold;
  const state = dayMessages.tell.said[told.state];
  return told.note === null ? `${state}.` : `${state}. “${told.note}”`;
}
