import {
  isRepeat,
  type Plan,
  type Session,
  type SessionOption,
  type Step,
  type Units,
} from "@strideiq/engine";
import {
  chosenOf,
  contrastText,
  describeSteps,
  formatLongDate,
  formatPaceRange,
  reasonText,
  SESSION_KIND_NAMES,
  ZONE_NAMES,
} from "@strideiq/wording";
import { messages } from "../messages.ts";
import buttons from "../ui/button.module.css";
import { classes } from "../ui/classes.ts";
import { LeftIcon, RightIcon } from "../ui/icons.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { type DatedSession, datedSessions } from "./plan-view.ts";
import styles from "./session-sheet.module.css";
import { amountOf, effortOf, paceOf, sizeOf } from "./session-words.ts";
import { StepProfile } from "./step-profile.tsx";
import { stimulusOf, stimulusOfKind } from "./stimulus.ts";
import colours from "./stimulus.module.css";

interface SessionSheetProps {
  readonly plan: Plan;
  readonly units: Units;
  readonly sessionId: string;
  readonly onChange: (sessionId: string) => void;
  readonly onClose: () => void;
}

/** One session in full: what to run, how fast or how hard, and what it is for. */
export function SessionSheet({ plan, units, sessionId, onChange, onClose }: SessionSheetProps) {
  const all = datedSessions(plan);
  const index = all.findIndex(({ session }) => session.id === sessionId);
  const dated = all[index];
  if (dated === undefined) return null;
  const chosen = chosenOf(dated.session);
  const { optionB } = dated.session;
  const other = dated.session.chosen === "b" ? dated.session : optionB;
  return (
    <Sheet
      labelledBy="session-title"
      onClose={onClose}
      actions={<Neighbours before={all[index - 1]} after={all[index + 1]} onChange={onChange} />}
    >
      <SessionHead dated={dated} units={units} />
      <Workout option={chosen} plan={plan} units={units} />
      <Purpose option={chosen} plan={plan} />
      <Why session={dated.session} plan={plan} units={units} />
      {other !== undefined && (
        <section className={styles["other"]} aria-labelledby="option-b">
          <h3 id="option-b">
            {messages.session.optionB}: {other.title}
          </h3>
          <p className={styles["lead"]}>
            {messages.session.optionBLead}
            {dated.session.contrast !== undefined &&
              ` ${contrastText(dated.session.contrast, { units, estimated: plan.paces === null })}`}
          </p>
          <Workout option={other} plan={plan} units={units} />
          {other.workout !== chosen.workout && <Purpose option={other} plan={plan} />}
        </section>
      )}
    </Sheet>
  );
}

interface NeighboursProps {
  readonly before: DatedSession | undefined;
  readonly after: DatedSession | undefined;
  readonly onChange: (sessionId: string) => void;
}

const Neighbours = ({ before, after, onChange }: NeighboursProps) => (
  <>
    <button
      type="button"
      className={buttons["icon"]}
      aria-label={messages.session.previous}
      disabled={before === undefined}
      onClick={() => {
        if (before !== undefined) onChange(before.session.id);
      }}
    >
      <LeftIcon size={18} />
    </button>
    <button
      type="button"
      className={buttons["icon"]}
      aria-label={messages.session.next}
      disabled={after === undefined}
      onClick={() => {
        if (after !== undefined) onChange(after.session.id);
      }}
    >
      <RightIcon size={18} />
    </button>
  </>
);

function SessionHead({ dated, units }: { readonly dated: DatedSession; readonly units: Units }) {
  const { day, session, week } = dated;
  const chosen = chosenOf(session);
  const size = sizeOf(session, units);
  return (
    <header className={styles["head"]}>
      <p className={styles["when"]}>
        {formatLongDate(day.date)} · {messages.plan.weekNumber(week.week)}
      </p>
      <h2 id="session-title">{chosen.title}</h2>
      <p className={styles["figures"]}>
        <b className={classes(styles["size"], colours[stimulusOfKind(chosen.kind)])}>
          {size.main} {size.unit}
        </b>
        <span>{size.also}</span>
        {SESSION_KIND_NAMES[chosen.kind] !== chosen.title && <span>{SESSION_KIND_NAMES[chosen.kind]}</span>}
      </p>
    </header>
  );
}

/** What the library says of this workout. The race has no definition, and needs few words. */
function Purpose({ option, plan }: { readonly option: SessionOption; readonly plan: Plan }) {
  const card = option.workout === undefined ? undefined : plan.workouts[option.workout];
  const text = card?.purpose ?? (option.kind === "race" ? messages.session.racePurpose : "");
  return text === "" ? null : <p className={styles["purpose"]}>{text}</p>;
}

interface WhyProps {
  readonly session: Session;
  readonly plan: Plan;
  readonly units: Units;
}

/** Why it stands here, in the plan's own numbers. */
function Why({ session, plan, units }: WhyProps) {
  if (session.why === undefined || session.why.length === 0) return null;
  return (
    <section className={styles["why"]} aria-labelledby="why">
      <h3 id="why">{messages.session.why}</h3>
      <ul>
        {session.why.map((reason) => (
          <li key={reason.kind}>{reasonText(reason, { units, estimated: plan.paces === null })}</li>
        ))}
      </ul>
    </section>
  );
}

interface WorkoutProps {
  readonly option: SessionOption;
  readonly plan: Plan;
  readonly units: Units;
}

function Workout({ option, plan, units }: WorkoutProps) {
  const line = describeSteps(option.steps, units, { byEffort: plan.paces === null });
  return (
    <div className={styles["workout"]}>
      <StepProfile
        steps={option.steps}
        kind={option.kind}
        height={88}
        isCropped
        label={messages.session.picture(line)}
      />
      <Steps steps={option.steps} option={option} plan={plan} units={units} />
    </div>
  );
}

const Steps = ({ steps, ...rest }: WorkoutProps & { readonly steps: readonly Step[] }) => (
  <ol className={styles["steps"]}>
    {steps.map((step, i) => (
      <StepRow key={i} step={step} {...rest} />
    ))}
  </ol>
);

function StepRow({ step, option, plan, units }: WorkoutProps & { readonly step: Step }) {
  if (isRepeat(step))
    return (
      <li className={styles["repeat"]}>
        <p className={styles["times"]}>{messages.session.times(step.repeat)}</p>
        <Steps steps={step.steps} option={option} plan={plan} units={units} />
      </li>
    );
  const pace = paceOf(step, plan.paces);
  return (
    <li className={classes(styles["step"], colours[stimulusOf(step.zone, option.kind)])}>
      <b>{amountOf(step, units)}</b>
      <span>
        {ZONE_NAMES[step.zone]}
        <small>{effortOf(step)}</small>
      </span>
      {pace !== null && <span className={styles["pace"]}>{formatPaceRange(pace, units)}</span>}
    </li>
  );
}
