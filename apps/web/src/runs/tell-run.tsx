import { parseCalendarDate, type Units } from "@strideiq/engine";
import { parseDistance, parseTime } from "@strideiq/wording";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ApiProblem } from "../api/client.ts";
import { runMessages } from "../messages/runs.ts";
import { storedUnits } from "../preferences/preferences.ts";
import { useStored } from "../preferences/stored.ts";
import buttons from "../ui/button.module.css";
import { Field, TextInput } from "../ui/field.tsx";
import { type FormErrors, useForm } from "../ui/use-form.ts";
import { browserTimeZone, todayIn } from "../wish/race-date.ts";
import { refreshRuns, tellRun, type ToldRun } from "./run-api.ts";
import styles from "./runs.module.css";

const words = runMessages.tell;
const FIELDS = ["day", "distance", "time", "effort"] as const;
type FieldName = (typeof FIELDS)[number];
type Errors = FormErrors<FieldName>;

/** A run that no device recorded. */
export function TellRun() {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles["card"]} aria-labelledby="tell">
      <h2 id="tell">{words.title}</h2>
      {isOpen ? (
        <TellForm
          onTold={() => {
            setOpen(false);
          }}
        />
      ) : (
        <button
          type="button"
          className={buttons["plain"]}
          onClick={() => {
            setOpen(true);
          }}
        >
          {words.open}
        </button>
      )}
    </section>
  );
}

function TellForm({ onTold }: { readonly onTold: () => void }) {
  const [units] = useStored(storedUnits);
  const queries = useQueryClient();
  const form = useForm<FieldName>({
    first: { day: todayIn(browserTimeZone()), distance: "", time: "", effort: "" },
    send: async (typed) => {
      const read = readRun(typed, units);
      if ("fields" in read) return read;
      const told = await tellRun(read);
      if (!told.ok) return errorsOf(told.error);
      await refreshRuns(queries);
      onTold();
      return null;
    },
  });
  return (
    <form ref={form.element} onSubmit={form.submit} noValidate className={styles["tell"]}>
      {FIELDS.map((name) => (
        <Field key={name} label={words.fields[name]} error={form.errors?.fields[name]}>
          {(input) => (
            <TextInput
              {...input}
              type={name === "day" ? "date" : "text"}
              {...(name === "distance" ? { suffix: units, inputMode: "decimal" } : {})}
              {...(name === "time" ? { placeholder: "45:00" } : {})}
              value={form.typed[name]}
              onChange={(value) => {
                form.change(name, value);
              }}
            />
          )}
        </Field>
      ))}
      <p role="alert" className={styles["refused"]}>
        {form.errors?.general}
      </p>
      <button type="submit" className={buttons["primary"]} aria-disabled={form.isSending}>
        {words.send}
      </button>
    </form>
  );
}

/** What was typed as a run, or what is wrong with it. */
function readRun(typed: Readonly<Record<FieldName, string>>, units: Units): ToldRun | Errors {
  const day = parseCalendarDate(typed.day);
  const metres = typed.distance.trim() === "" ? null : parseDistance(typed.distance, units);
  const seconds = parseTime(typed.time);
  const effort = typed.effort.trim() === "" ? null : Number(typed.effort);
  const isEffort = effort === null || (effort >= 1 && effort <= 10);
  if (day.ok && (metres === null || metres.ok) && seconds.ok && isEffort)
    return { day: day.value, metres: metres?.value ?? null, seconds: seconds.value, effort };
  return {
    general: null,
    fields: {
      ...(day.ok ? {} : { day: words.wrong.day }),
      ...(metres === null || metres.ok ? {} : { distance: words.wrong.distance }),
      ...(seconds.ok ? {} : { time: words.wrong.time }),
      ...(isEffort ? {} : { effort: words.wrong.effort }),
    },
  };
}

const FIELD_OF: Readonly<Record<string, FieldName>> = {
  day: "day",
  metres: "distance",
  seconds: "time",
  effort: "effort",
};

function errorsOf({ detail, errors }: ApiProblem): Errors {
  const known = errors.flatMap(({ field, message }) => {
    const name = FIELD_OF[field];
    return name === undefined ? [] : [[name, message] as const];
  });
  return { fields: Object.fromEntries(known), general: known.length === 0 ? detail : null };
}
