import { addDays, type CalendarDate, parseCalendarDate, type Session } from "@strideiq/engine";
import { useState } from "react";
import { changeMessages } from "../../messages/changes.ts";
import { Locked } from "../../session/locked.tsx";
import { useFeature } from "../../session/session.ts";
import buttons from "../../ui/button.module.css";
import { Field, TextInput } from "../../ui/field.tsx";
import type { PlanActs } from "../acts.ts";
import styles from "./change.module.css";

const say = changeMessages.sheet;

interface SessionChangesProps {
  readonly session: Session;
  readonly date: CalendarDate;
  readonly today: CalendarDate;
  readonly raceDate: CalendarDate;
  readonly consider: NonNullable<PlanActs["consider"]>;
  /** The sheet gives way to the answer. */
  readonly onLeave: () => void;
}

/** Another day for this session, or none: for whoever does not drag. */
export function SessionChanges({ session, date, today, raceDate, consider, onLeave }: SessionChangesProps) {
  const [to, setTo] = useState<string>(addDays(date, 1));
  const { allowed } = useFeature("plan.dynamic_adaptation");
  if (!allowed)
    return (
      <section className={styles["answer"]} aria-labelledby="session-changes">
        <h3 id="session-changes">{say.title}</h3>
        <Locked feature="plan.dynamic_adaptation" />
      </section>
    );
  return (
    <section className={styles["answer"]} aria-labelledby="session-changes">
      <h3 id="session-changes">{say.title}</h3>
      <form
        className={styles["pair"]}
        onSubmit={(event) => {
          event.preventDefault();
          const day = parseCalendarDate(to);
          if (!day.ok) return;
          onLeave();
          consider({ kind: "move", session: session.id, to: day.value });
        }}
      >
        <Field label={say.moveTo}>
          {(described) => (
            <TextInput
              {...described}
              type="date"
              value={to}
              min={today}
              max={addDays(raceDate, -1)}
              onChange={setTo}
            />
          )}
        </Field>
        <button type="submit" className={buttons["plain"]} style={{ alignSelf: "end" }}>
          {say.move}
        </button>
      </form>
      <div className={styles["buttons"]}>
        <button
          type="button"
          className={buttons["plain"]}
          onClick={() => {
            onLeave();
            consider({ kind: "block_days", days: [date] });
          }}
        >
          {say.free}
        </button>
      </div>
      <p className={styles["note"]}>{say.freeHint}</p>
    </section>
  );
}
