import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { runMessages } from "../messages/runs.ts";
import buttons from "../ui/button.module.css";
import { Field, TextInput } from "../ui/field.tsx";
import { type FormErrors, useForm } from "../ui/use-form.ts";
import { keepThresholdHeartRate, refreshRuns, useThresholdHeartRate } from "./run-api.ts";
import styles from "./runs.module.css";

const words = runMessages.heart;
const WHOLE_BEATS = /^\d{2,3}$/;

type Errors = FormErrors<"beats">;

/** What zones of the heart are reckoned from: told once, and every run follows it. */
export function ThresholdHeartRate() {
  const kept = useThresholdHeartRate();
  const [isOpen, setOpen] = useState(false);
  const keep = useKeep();
  if (kept === undefined) return null;
  const close = (): void => {
    setOpen(false);
  };
  return (
    <section className={styles["card"]} aria-labelledby="heart">
      <h2 id="heart">{words.title}</h2>
      {kept !== null && <p className={styles["beats"]}>{runMessages.beats(kept)}</p>}
      {isOpen ? (
        <BeatsForm first={kept} keep={keep} onClose={close} />
      ) : (
        <>
          <p className={styles["soft"]}>{kept === null ? words.none : words.kept}</p>
          <div className={styles["ways"]}>
            <button
              type="button"
              className={buttons["plain"]}
              onClick={() => {
                setOpen(true);
              }}
            >
              {kept === null ? words.tell : words.change}
            </button>
            {kept !== null && (
              <button type="button" className={buttons["plain"]} onClick={() => void keep(null)}>
                {words.forget}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** Keeps it and has every run told anew; what is wrong otherwise. */
function useKeep(): (beats: number | null) => Promise<Errors | null> {
  const queries = useQueryClient();
  return async (beats) => {
    const kept = await keepThresholdHeartRate(beats);
    if (!kept.ok) {
      const [wrong] = kept.error.errors;
      return { fields: { beats: wrong?.message }, general: wrong === undefined ? kept.error.detail : null };
    }
    await refreshRuns(queries);
    return null;
  };
}

interface BeatsFormProps {
  readonly first: number | null;
  readonly keep: (beats: number | null) => Promise<Errors | null>;
  readonly onClose: () => void;
}

function BeatsForm({ first, keep, onClose }: BeatsFormProps) {
  const form = useForm<"beats">({
    first: { beats: first === null ? "" : String(first) },
    send: async ({ beats }) => {
      if (!WHOLE_BEATS.test(beats.trim())) return { fields: { beats: words.wrong }, general: null };
      const problems = await keep(Number(beats));
      if (problems === null) onClose();
      return problems;
    },
  });
  return (
    <form ref={form.element} onSubmit={form.submit} noValidate className={styles["tell"]}>
      <Field label={words.field} hint={words.hint} error={form.errors?.fields.beats}>
        {(input) => (
          <TextInput
            {...input}
            suffix="bpm"
            inputMode="numeric"
            value={form.typed.beats}
            onChange={(value) => {
              form.change("beats", value);
            }}
          />
        )}
      </Field>
      <p role="alert" className={styles["refused"]}>
        {form.errors?.general}
      </p>
      <div className={styles["ways"]}>
        <button type="submit" className={buttons["primary"]} aria-disabled={form.isSending}>
          {words.keep}
        </button>
        <button type="button" className={buttons["plain"]} onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
