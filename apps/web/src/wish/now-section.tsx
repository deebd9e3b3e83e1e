import { VOLUME_TIERS } from "@strideiq/engine";
import { messages } from "../messages.ts";
import { Field, FieldGroup, TextInput } from "../ui/field.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Choice } from "./inputs.tsx";
import { Question } from "./question.tsx";
import type { SectionProps } from "./section.ts";
import styles from "./wish-form.module.css";

/** How much is run now: a level in words, or the numbers. */
export const NowSection = (props: SectionProps) => {
  const { draft, change } = props;
  return (
    <Question id="now" number={3} title={messages.wish.now} lead={messages.wish.nowLead}>
      <Segmented
        legend={messages.wish.volumeLegend}
        options={[
          { value: "unknown", label: messages.wish.volumeUnknown },
          { value: "known", label: messages.wish.volumeKnown },
        ]}
        value={draft.volume}
        onChange={(volume) => {
          change({ volume });
        }}
      />
      {draft.volume === "known" ? <KnownVolume {...props} /> : <Levels {...props} />}
    </Question>
  );
};

const KnownVolume = ({ draft, change, errors, units }: SectionProps) => (
  <div className={styles["pair"]}>
    <Field label={messages.wish.weekly} hint={messages.wish.weeklyHint} error={errors.weeklyMetres}>
      {(input) => (
        <TextInput
          {...input}
          inputMode="decimal"
          suffix={units}
          value={draft.weekly}
          onChange={(weekly) => {
            change({ weekly });
          }}
        />
      )}
    </Field>
    <Field label={messages.wish.longest} hint={messages.wish.longestHint} error={errors.longestMetres}>
      {(input) => (
        <TextInput
          {...input}
          inputMode="decimal"
          suffix={units}
          value={draft.longest}
          onChange={(longest) => {
            change({ longest });
          }}
        />
      )}
    </Field>
  </div>
);

const Levels = ({ draft, change, errors }: SectionProps) => (
  <FieldGroup label={messages.wish.level} hint={messages.wish.levelHint} error={errors.tier}>
    <div className={styles["levels"]}>
      {VOLUME_TIERS.map((tier) => (
        <Choice
          key={tier}
          type="radio"
          name="tier"
          checked={draft.tier === tier}
          onChange={() => {
            change({ tier });
          }}
        >
          <b>{messages.levels[tier].name}</b>
          <small>{messages.levels[tier].says}</small>
        </Choice>
      ))}
    </div>
  </FieldGroup>
);
