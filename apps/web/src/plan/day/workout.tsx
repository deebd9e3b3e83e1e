import { isRepeat, type Plan, type SessionOption, type Step, type Units } from "@strideiq/engine";
import { describeSteps, formatPaceRange, ZONE_NAMES } from "@strideiq/wording";
import { messages } from "../../messages.ts";
import { classes } from "../../ui/classes.ts";
import { amountOf, effortOf, paceOf } from "../session-words.ts";
import { StepProfile } from "../step-profile.tsx";
import { stimulusOf } from "../stimulus.ts";
import colours from "../stimulus.module.css";
import styles from "./session-sheet.module.css";

interface WorkoutProps {
  readonly option: SessionOption;
  readonly plan: Plan;
  readonly units: Units;
}

/** What to run: the picture of it, and every step with its pace and its effort. */
export function Workout({ option, plan, units }: WorkoutProps) {
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
