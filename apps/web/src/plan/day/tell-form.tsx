import type { CompletionBody } from "@strideiq/contracts";
import { type CalendarDate, parseCalendarDate, type Session, type Units } from "@strideiq/engine";
import { useEffect, useRef, useState } from "react";
import { dayMessages as say } from "../../messages/day.ts";
import buttons from "../../ui/button.module.css";
import { Field, FieldGroup, TextInput } from "../../ui/field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { focusFirstProblem } from "../../ui/use-form.ts";
import type { Told } from "../data/edit.ts";
import { sizeInWords } from "../session-words.ts";
import type { KeptDraft } from "./kept-draft.ts";
import {
  bodyOfDraft,
  draftOf,
  inUnits,
  isSameDraft,
  type TellDraft,
  type TellProblems,
} from "./tell-draft.ts";
import styles from "./tell.module.css";

interface TellFormProps {
  readonly session: Session;
  readonly doneOn: CalendarDate;
  readonly units: Units;
  readonly told: Told | undefined;
  readonly today: CalendarDate;
  /** What was wrong when it was sent before. */
  readonly firstProblems: TellProblems;
  /** Revision of what was told; what is saved was written on top of the one that the form began with. */
  readonly basis: number;
  /** What was typed before and is not told yet. */
  readonly kept: KeptDraft | null;
  readonly onKeep: (kept: KeptDraft | null) => void;
  readonly onSave: (body: CompletionBody, basis: number) => void;
}

/** Everything there is to say of a session; nothing of it has to be said. */
export function TellForm({
  session,
  doneOn,
  today,
  units,
  told,
  firstProblems,
  basis,
  kept,
  onKeep,
  onSave,
}: TellFormProps) {
  const [first] = useState<TellDraft>(() => draftOf(told, doneOn, units));
  const [draft, setDraft] = useState(() => (kept === null ? first : inUnits(kept.draft, kept.units, units)));
  const [problems, setProblems] = useState(firstProblems);
  const check = useCheck();
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    focusFirstProblem(element.current);
  }, [problems]);
  const [firstBasis] = useState(kept?.basis ?? basis);
  const change = (part: Partial<TellDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    onKeep(isSameDraft(next, first) ? null : { draft: next, units, basis: firstBasis });
  };
  return (
    <form
      ref={element}
      className={styles["form"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { body, problems: own } = bodyOfDraft(draft, units, today);
        const found = body === null ? own : check(body);
        setProblems(found);
        if (body !== null && Object.keys(found).length === 0) onSave(body, firstBasis);
      }}
    >
      <Segmented
        legend={say.tell.state}
        options={[
          { value: "done", label: say.tell.done },
          { value: "partly_done", label: say.tell.partly },
          { value: "skipped", label: say.tell.skipped },
        ]}
        value={draft.state}
        onChange={(state) => {
          change({ state });
        }}
      />
      {draft.state !== "skipped" && (
        <RanFields
          draft={draft}
          problems={problems}
          session={session}
          units={units}
          today={today}
          onChange={change}
        />
      )}
      <Note value={draft.note} error={problems.note} onChange={change} />
      {problems.general !== undefined && (
        <p role="alert" className={styles["problem"]}>
          {problems.general}
        </p>
      )}
      <button type="submit" className={buttons["primary"]}>
        {say.tell.save}
      </button>
    </form>
  );
}

interface NoteProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (part: Pick<TellDraft, "note">) => void;
}

const Note = ({ value, error, onChange }: NoteProps) => (
  <Field label={say.tell.note} hint={say.tell.noteHint} error={error}>
    {(described) => (
      <textarea
        {...described}
        className={styles["text"]}
        rows={3}
        maxLength={2000}
        value={value}
        onChange={(event) => {
          onChange({ note: event.target.value });
        }}
      />
    )}
  </Field>
);

type Check = (body: CompletionBody) => TellProblems;

/** The server's own schema, read when the form opens; until it has come the server alone judges. */
function useCheck(): Check {
  const [check, setCheck] = useState<Check>(() => () => ({}));
  useEffect(() => {
    import("./tell-check.ts").then(
      ({ checkTold }) => {
        setCheck(() => checkTold);
      },
      () => undefined,
    );
  }, []);
  return check;
}

interface RanFieldsProps {
  readonly draft: TellDraft;
  readonly problems: TellProblems;
  readonly session: Session;
  readonly units: Units;
  readonly today: CalendarDate;
  readonly onChange: (part: Partial<TellDraft>) => void;
}

const RanFields = ({ draft, problems, session, units, today, onChange }: RanFieldsProps) => (
  <>
    <Effort
      value={draft.effort}
      onChange={(effort) => {
        onChange({ effort });
      }}
    />
    <div className={styles["pair"]}>
      <Field
        label={say.tell.distance}
        hint={say.tell.planned(sizeInWords(session, units))}
        error={problems.distance}
      >
        {(described) => (
          <TextInput
            {...described}
            inputMode="decimal"
            suffix={units}
            value={draft.distance}
            onChange={(distance) => {
              onChange({ distance });
            }}
          />
        )}
      </Field>
      <Field label={say.tell.time} hint={say.tell.timeHint} error={problems.time}>
        {(described) => (
          <TextInput
            {...described}
            inputMode="text"
            value={draft.time}
            onChange={(time) => {
              onChange({ time });
            }}
          />
        )}
      </Field>
    </div>
    <Field label={say.tell.day} error={problems.day}>
      {(described) => (
        <TextInput
          {...described}
          type="date"
          max={today}
          value={draft.doneOn}
          onChange={(text) => {
            const day = parseCalendarDate(text);
            if (day.ok) onChange({ doneOn: day.value });
          }}
        />
      )}
    </Field>
  </>
);

const EFFORTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

interface EffortProps {
  readonly value: number | null;
  readonly onChange: (value: number) => void;
}

/** A scale from one to ten, the ends in words. */
const Effort = ({ value, onChange }: EffortProps) => (
  <FieldGroup label={say.tell.effort}>
    <div className={styles["scale"]}>
      {EFFORTS.map((effort) => (
        <label key={effort}>
          <input
            type="radio"
            name="effort"
            checked={effort === value}
            aria-label={say.tell.effortName(effort)}
            onChange={() => {
              onChange(effort);
            }}
          />
          <span>{effort}</span>
        </label>
      ))}
    </div>
    <p className={styles["ends"]} aria-hidden="true">
      {say.tell.effortEnds.map((end) => (
        <span key={end}>{end}</span>
      ))}
    </p>
  </FieldGroup>
);
