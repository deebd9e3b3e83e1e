import { useQueryClient } from "@tanstack/react-query";
import { actMessages as say } from "../messages/acts.ts";
import { useStored } from "../preferences/stored.ts";
import buttons from "../ui/button.module.css";
import { RemarkIcon } from "../ui/icons.tsx";
import { connection } from "./data/connection.ts";
import { outboxOf, settleConflict } from "./data/outbox.ts";
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
  const settle = (keepMine: boolean): void => {
    settleConflict(client, planId, keepMine);
  };
  return (
    <div role="status">
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
          <RemarkIcon size={15} /> <span>{say.conflict}</span>
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
