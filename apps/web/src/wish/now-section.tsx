import { VOLUME_TIERS, type VolumeTier } from "@strideiq/engine";
import { RACE_PHRASES } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { Field, FieldGroup, TextInput } from "../ui/field.tsx";
import { Segmented } from "../ui/segmented.tsx";
import type { WishDraft } from "./draft.ts";
import { proposalOf, type ToldByRuns } from "./from-runs.ts";
import { Choice } from "./inputs.tsx";
import { Question } from "./question.tsx";
import type { SectionProps } from "./section.ts";
import styles from "./wish-form.module.css";

const words = messages.wish;

/** How much is run now: a level in words, the numbers, or what the runner's own runs say. */
export const NowSection = (props: SectionProps) => {
  const { draft, change, runs, units } = props;
  return (
    <Question id="now" number={3} title={words.now} lead={words.nowLead}>
      <Segmented
        legend={words.volumeLegend}
        options={[
          ...(runs === null ? [] : [{ value: "runs", label: words.volumeRuns } as const]),
          { value: "unknown", label: words.volumeUnknown },
          { value: "known", label: words.volumeKnown },
        ]}
        value={draft.volume}
        onChange={(volume) => {
          change(volume === "runs" && runs !== null ? proposalOf(runs, units) : { volume });
        }}
      />
      {draft.volume === "runs" && runs !== null ? (
        <FromRuns {...props} runs={runs} />
      ) : draft.volume === "unknown" ? (
        <InWords {...props} />
      ) : (
        <Numbers {...props} />
      )}
    </Question>
  );
};

/** What the runs propose, where it comes from, and room to know better. */
const FromRuns = ({ runs, ...props }: SectionProps & { readonly runs: ToldByRuns }) => {
  const { draft, change, errors } = props;
  const { longest, tier, volume, weekly } = draft;
  // What stands there as a proposal is the runner's own from the first word on.
  const changeOwn = (changes: Partial<WishDraft>): void => {
    change({ volume, weekly, longest, tier, ...changes });
  };
  return (
    <>
      <Source runs={runs} />
      <Numbers {...props} runs={runs} change={changeOwn} />
      <FieldGroup
        label={words.runs.level}
        hint={
          runs.tier === null
            ? undefined
            : words.runs.levelHint(messages.levels[runs.tier].name, RACE_PHRASES[draft.distance])
        }
        error={errors.tier}
      >
        <Levels
          chosen={tier === "" ? (runs.tier ?? "") : tier}
          onChoose={(one) => {
            changeOwn({ tier: one === runs.tier ? "" : one });
          }}
        />
      </FieldGroup>
    </>
  );
};

const Source = ({ runs: { cappedWeeks, sources, weeks } }: { readonly runs: ToldByRuns }) => (
  <div className={styles["source"]} role="note">
    <p>
      <b>
        {words.runs.title(
          weeks.reduce((sum, week) => sum + week.runs, 0),
          weeks.length,
        )}
      </b>
    </p>
    <p>{words.runs.from(sources.map((source) => words.runs.sources[source]))}</p>
    {cappedWeeks > 0 && <p>{words.runs.capped(cappedWeeks)}</p>}
  </div>
);

const Numbers = ({ draft, change, errors, units }: SectionProps) => (
  <div className={styles["pair"]}>
    <Field label={words.weekly} hint={words.weeklyHint} error={errors.weeklyMetres}>
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
    <Field label={words.longest} hint={words.longestHint} error={errors.longestMetres}>
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

const InWords = ({ draft, change, errors }: SectionProps) => (
  <FieldGroup label={words.level} hint={words.levelHint} error={errors.tier}>
    <Levels
      chosen={draft.tier}
      onChoose={(tier) => {
        change({ volume: "unknown", tier });
      }}
    />
  </FieldGroup>
);

interface LevelsProps {
  readonly chosen: VolumeTier | "";
  readonly onChoose: (tier: VolumeTier) => void;
}

const Levels = ({ chosen, onChoose }: LevelsProps) => (
  <div className={styles["levels"]}>
    {VOLUME_TIERS.map((tier) => (
      <Choice
        key={tier}
        type="radio"
        name="tier"
        checked={chosen === tier}
        onChange={() => {
          onChoose(tier);
        }}
      >
        <b>{messages.levels[tier].name}</b>
        <small>{messages.levels[tier].says}</small>
      </Choice>
    ))}
  </div>
);
