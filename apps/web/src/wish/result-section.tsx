import { RACE_DISTANCES, type Units } from "@strideiq/engine";
import { formatClock, formatPace, RACE_NAMES } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { Locked } from "../session/locked.tsx";
import { useFeature } from "../session/session.ts";
import { classes } from "../ui/classes.ts";
import { Field, FieldGroup, TextInput } from "../ui/field.tsx";
import type { ResultKind, WishDraft } from "./draft.ts";
import { Choice } from "./inputs.tsx";
import { Question } from "./question.tsx";
import { resultMetres } from "./race-metres.ts";
import { readRaceTime } from "./read-time.ts";
import type { SectionProps } from "./section.ts";
import styles from "./wish-form.module.css";

const KINDS: readonly ResultKind[] = ["none", ...RACE_DISTANCES, "other"];

const kindName = (kind: ResultKind): string => {
  if (kind === "none") return messages.wish.noResult;
  return kind === "other" ? messages.wish.otherResult : RACE_NAMES[kind];
};

export const ResultSection = (props: SectionProps) => {
  const { draft, change, errors } = props;
  const { allowed } = useFeature("plan.pace_integration");
  return (
    <Question id="result" title={messages.wish.result} lead={allowed ? messages.wish.resultLead : ""}>
      {!allowed && <Locked feature="plan.pace_integration" />}
      <FieldGroup
        label={messages.wish.resultRace}
        error={draft.resultKind === "none" ? errors.result : undefined}
      >
        <div className={classes(styles["races"], styles["raced"])}>
          {KINDS.map((resultKind) => (
            <Choice
              key={resultKind}
              type="radio"
              name="result"
              checked={draft.resultKind === resultKind}
              isDisabled={!allowed && resultKind !== "none"}
              onChange={() => {
                change({ resultKind });
              }}
            >
              <b>{kindName(resultKind)}</b>
            </Choice>
          ))}
        </div>
      </FieldGroup>
      {draft.resultKind !== "none" && <ResultFields {...props} />}
    </Question>
  );
};

const ResultFields = ({ draft, change, errors, units }: SectionProps) => (
  <div className={styles["pair"]}>
    {draft.resultKind === "other" && (
      <Field label={messages.wish.resultDistance}>
        {(input) => (
          <TextInput
            {...input}
            inputMode="decimal"
            suffix={units}
            value={draft.resultDistance}
            onChange={(resultDistance) => {
              change({ resultDistance });
            }}
          />
        )}
      </Field>
    )}
    <Field label={messages.wish.resultTime} hint={resultEcho(draft, units)} error={errors.result}>
      {(input) => (
        <TextInput
          {...input}
          placeholder={messages.wish.resultTimePlaceholder}
          value={draft.resultTime}
          onChange={(resultTime) => {
            change({ resultTime });
          }}
        />
      )}
    </Field>
  </div>
);

/** What was understood, while it is typed: the time in full and the pace it means. */
function resultEcho(draft: WishDraft, units: Units): string {
  const metres = resultMetres(draft, units);
  const seconds = readRaceTime(draft.resultTime, metres);
  if (!seconds.ok) return messages.wish.resultTimeHint;
  if (metres === null) return formatClock(seconds.value);
  return messages.wish.resultIs(
    formatClock(seconds.value),
    formatPace((seconds.value / metres) * 1000, units),
  );
}
