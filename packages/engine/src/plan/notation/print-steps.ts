import { isRepeat, type RepeatStep, type SingleStep, type Step } from "../plan.ts";
import { printMetres, printSeconds } from "./amounts.ts";
import { JOG, REST_ZONES, ZONE_SYMBOLS } from "./symbols.ts";

/**
 * Steps in one line, as a coach writes them: `2km E, 4 x 8min T (2min jog), 2km E`. Each step shows what
 * it prescribes; what follows from a pace is left out.
 */
export const printSteps = (steps: readonly Step[]): string => steps.map(printStep).join(", ");

const printStep = (step: Step): string => (isRepeat(step) ? printRepeat(step) : printSingle(step));

function printSingle(step: SingleStep, symbol = ZONE_SYMBOLS[step.zone]): string {
  const amount = step.by === "distance" ? printMetres(step.metres) : printSeconds(step.seconds);
  const effort = step.effort === undefined ? "" : ` ${JSON.stringify(step.effort)}`;
  return `${amount} ${symbol}${effort}`;
}

/** What a runner recovers in stands in parentheses behind the work; work of several steps in brackets. */
function printRepeat({ repeat, steps }: RepeatStep): string {
  const last = steps.at(-1);
  const rest = steps.length > 1 && last !== undefined && isRest(last) ? last : null;
  const work = rest === null ? steps : steps.slice(0, -1);
  return `${repeat} x ${printWork(work)}${rest === null ? "" : ` (${printRest(rest)})`}`;
}

function printWork(steps: readonly Step[]): string {
  const [only] = steps;
  return steps.length === 1 && only !== undefined && !isRepeat(only)
    ? printSingle(only)
    : `[${printSteps(steps)}]`;
}

const isRest = (step: Step): step is SingleStep => !isRepeat(step) && REST_ZONES.includes(step.zone);

const printRest = (step: SingleStep): string =>
  printSingle(step, step.zone === "easy" ? JOG : ZONE_SYMBOLS[step.zone]);
