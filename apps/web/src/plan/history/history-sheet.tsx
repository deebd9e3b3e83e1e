import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ChangeListAnswer, PlanAnswer } from "@strideiq/contracts";
import { useState } from "react";
import { changeMessages } from "../../messages/changes.ts";
import { formatMoment, storedClock } from "../../preferences/clock.ts";
import { storedUnits } from "../../preferences/preferences.ts";
import { useStored } from "../../preferences/stored.ts";
import { Locked } from "../../session/locked.tsx";
import { useFeature } from "../../session/session.ts";
import buttons from "../../ui/button.module.css";
import { classes } from "../../ui/classes.ts";
import { UndoIcon } from "../../ui/icons.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { idOfRow, rowInWords } from "../change/happens.ts";
import { sessionRows } from "../change/session-rows.ts";
import { undoChange } from "../change/undo.ts";
import { whyNot } from "../change/why-not.ts";
import { keepForOwner } from "../data/kept.ts";
import { sayNotice } from "../data/notice.ts";
import { fetchChanges, sendRestore } from "../data/plan-api.ts";
import { noteOwnRevision, refreshPlan, tellOtherTabs } from "../data/plan-cache.ts";
import { NoticeBar } from "../notice-bar.tsx";
import { isBuiltOn, undoable } from "./undoable.ts";
import styles from "./history.module.css";

const say = changeMessages.ledger;

interface HistorySheetProps {
  readonly standing: Extract<PlanAnswer, { status: "ready" }>;
  readonly isOverlaid: boolean;
  readonly onOverlay: (isOverlaid: boolean) => void;
  readonly onClose: () => void;
}

type Change = ChangeListAnswer["changes"][number];

const SHOWN = 100;
/** A change of so few sessions is told session by session. */
const TOLD_MAX = 3;

/** Every change with its reason, newest first, and the way back from each. */
export function HistorySheet({ standing, isOverlaid, onOverlay, onClose }: HistorySheetProps) {
  const { planId, revision } = standing;
  const client = useQueryClient();
  const { allowed } = useFeature("plan.versions");
  const { data } = useQuery({
    enabled: allowed,
    queryKey: ["changes", planId, revision],
    queryFn: async () => {
      const read = await fetchChanges(planId, SHOWN);
      if (!read.ok) await keepForOwner(client, planId, read.error, { sheet: "history" });
      return read;
    },
  });
  const changes = data?.ok === true ? data.value.changes : [];
  const open = undoable(changes, standing.version);
  return (
    <Sheet labelledBy="history-title" onClose={onClose}>
      <h2 id="history-title" className={styles["title"]}>
        {say.title}
      </h2>
      {!allowed && <Locked feature="plan.versions" />}
      {allowed && standing.version > 1 && (
        <label className={styles["overlay"]}>
          <input
            type="checkbox"
            checked={isOverlaid}
            onChange={(event) => {
              onOverlay(event.target.checked);
            }}
          />
          {say.overlay}
        </label>
      )}
      {data?.ok === false && <p role="alert">{data.error.title}</p>}
      {data?.ok === true && changes.length === 0 && <p>{say.empty}</p>}
      {isBuiltOn(changes, open) && <p className={styles["hint"]}>{say.undoOrder}</p>}
      <ol className={styles["changes"]}>
        {changes.map((change) => (
          <Entry
            key={change.id}
            change={change}
            canUndo={open.has(change.id)}
            onUndo={() => void undoChange(client, planId, change.id)}
          />
        ))}
      </ol>
      {allowed && standing.version > 1 && (
        <Restore
          onRestore={async () => {
            const restored = await sendRestore(planId, revision, 1);
            if (restored.ok) noteOwnRevision(planId, restored.value.revision);
            else await keepForOwner(client, planId, restored.error, { sheet: "history" });
            await refreshPlan(client, planId);
            if (restored.ok) tellOtherTabs(planId);
            sayNotice(
              restored.ok
                ? changeMessages.notices.restored
                : changeMessages.notices.notUndone(whyNot(restored.error)),
            );
          }}
        />
      )}
      <NoticeBar isInside />
    </Sheet>
  );
}

interface EntryProps {
  readonly change: Change;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
}

function Entry({ change, canUndo, onUndo }: EntryProps) {
  const { kind, by, reason, diff, undoneBy, createdAt } = change;
  const [clock] = useStored(storedClock);
  const name = say.kinds[kind] ?? kind;
  const [units] = useStored(storedUnits);
  const rows = "sessionId" in diff ? [] : sessionRows(diff.sessions);
  const count = "sessionId" in diff ? 1 : rows.length;
  return (
    <li className={classes(styles["change"], undoneBy !== null && styles["undone"])}>
      <div>
        <b>{name}</b>
        {reason !== name && <p>{reason}</p>}
        {kind !== "generated" && count <= TOLD_MAX && (
          <ul className={styles["sessions"]}>
            {rows.map((row) => (
              <li key={idOfRow(row)}>{rowInWords(row, units).join(" ")}</li>
            ))}
          </ul>
        )}
        <small>
          {formatMoment(createdAt, clock)} · {say.by[by]}
          {kind !== "generated" && ` · ${say.sessions(count)}`}
          {undoneBy !== null && ` · ${say.isUndone}`}
        </small>
      </div>
      {canUndo && (
        <button type="button" className={buttons["plain"]} aria-label={say.undo(name)} onClick={onUndo}>
          <UndoIcon size={14} /> {say.undoShort}
        </button>
      )}
    </li>
  );
}

function Restore({ onRestore }: { readonly onRestore: () => Promise<void> }) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <button
        type="button"
        className={buttons["plain"]}
        onClick={() => {
          setAsked(true);
        }}
      >
        {say.restore}
      </button>
    );
  return (
    <div className={styles["sure"]} role="group" aria-label={say.restore}>
      <p>{say.restoreSure}</p>
      <button
        type="button"
        className={buttons["primary"]}
        onClick={() => {
          setAsked(false);
          void onRestore();
        }}
      >
        {say.restoreYes}
      </button>
      <button
        type="button"
        className={buttons["plain"]}
        onClick={() => {
          setAsked(false);
        }}
      >
        {changeMessages.cancel}
      </button>
    </div>
  );
}
