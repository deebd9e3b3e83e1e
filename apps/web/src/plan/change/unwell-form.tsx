import { addDays, type CalendarDate, type Plan } from "@strideiq/engine";
import { useState } from "react";
import { changeMessages as say } from "../../messages/changes.ts";
import type { ToldKind } from "../day-notes.ts";
import styles from "./change.module.css";
import { DayField, Form } from "./form-parts.tsx";
import { type Spell, spellOf } from "./spell.ts";

const KINDS = ["pain", "illness", "red_flag"] as const satisfies readonly ToldKind[];

interface UnwellFormProps {
  readonly plan: Pick<Plan, "raceDate">;
  readonly today: CalendarDate;
  readonly onTell: (spell: Spell) => void;
}

/** What it is, since when, and until when where that is known: with a warning sign nobody knows. */
export function UnwellForm({ plan, today, onTell }: UnwellFormProps) {
  const [kind, setKind] = useState<ToldKind>("pain");
  const [since, setSince] = useState<string>(today);
  const [until, setUntil] = useState("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const hasEnd = kind !== "red_flag";
  const typed = (set: (text: string) => void) => (text: string) => {
    set(text);
    setProblem(undefined);
  };
  return (
    <Form
      onSubmit={() => {
        const spell = spellOf(kind, since, hasEnd ? until : "", { today, race: plan.raceDate });
        setProblem("problem" in spell ? spell.problem : undefined);
        if (!("problem" in spell)) onTell(spell);
      }}
    >
      <Kinds kind={kind} onChange={setKind} />
      <div className={styles["pair"]}>
        <DayField label={say.since} value={since} error={problem} max={today} onChange={typed(setSince)} />
        {hasEnd && (
          <DayField
            label={say.until}
            hint={say.untilHint}
            value={until}
            max={addDays(plan.raceDate, -1)}
            onChange={typed(setUntil)}
          />
        )}
      </div>
      <p className={styles["note"]}>{say.lost}</p>
      <p className={styles["note"]}>{say.medical}</p>
    </Form>
  );
}

interface KindsProps {
  readonly kind: ToldKind;
  readonly onChange: (kind: ToldKind) => void;
}

const Kinds = ({ kind, onChange }: KindsProps) => (
  <fieldset className={styles["choices"]}>
    <legend className="visually-hidden">{say.unwellKind}</legend>
    {KINDS.map((one) => (
      <label key={one} className={styles["choice"]}>
        <input
          type="radio"
          name="unwell"
          checked={one === kind}
          onChange={() => {
            onChange(one);
          }}
        />
        <span>
          <b>{say.unwell[one].name}</b>
          <small>{say.unwell[one].says}</small>
        </span>
      </label>
    ))}
  </fieldset>
);
