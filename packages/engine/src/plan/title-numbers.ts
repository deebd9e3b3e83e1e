import { isRepeat, type SessionOption, type Step } from "./plan.ts";

const METRES_BY_UNIT = { km: 1000, m: 1, mi: 1609.344 } as const;
const SECONDS_BY_UNIT = { min: 60, s: 1, h: 3600 } as const;

/** Units written out, as whoever writes a session by hand may have them. */
const SPELLED_OUT = {
  kilometre: "km",
  metre: "m",
  mile: "mi",
  minute: "min",
  second: "s",
  hour: "h",
} as const;

type Unit = keyof typeof METRES_BY_UNIT | keyof typeof SECONDS_BY_UNIT;

/** `12 km`, `8 x 400 m`, `3 × 10 min`: a number directly before a unit of distance or time. */
const HAS_DIGIT = /\d/;
const MEASURE = /(\d+(?:[.,]\d+)?)[\s-]?(?:(km|mi|min|m|s|h)|(kilometre|metre|mile|minute|second|hour)s?)\b/g;

/**
 * Measures in a title, or in the effort of a step, that are none of the session's: neither its total, nor a step, nor
 * all work of one zone. A number agrees when it is right to the precision it is written with.
 */
export function strangeNumbersIn(
  option: Pick<SessionOption, "title" | "metres" | "seconds" | "steps">,
): readonly string[] {
  const texts = [option.title, ...effortsIn(option.steps)].filter((text) => HAS_DIGIT.test(text));
  if (texts.length === 0) return [];
  const known = knownAmounts(option);
  return texts.flatMap((text) => strangeIn(text, known));
}

const effortsIn = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step) => (isRepeat(step) ? effortsIn(step.steps) : (step.effort ?? [])));

function strangeIn(written: string, known: Amounts): readonly string[] {
  const strange: string[] = [];
  for (const [text, digits = "", short, long = ""] of written.matchAll(MEASURE)) {
    const unit = short ?? (isSpelledOut(long) ? SPELLED_OUT[long] : "");
    if (!isUnit(unit)) continue;
    const precision = 10 ** -(digits.split(/[.,]/)[1]?.length ?? 0);
    const value = Number(digits.replace(",", "."));
    const isKnown = amountsIn(unit, known).some((amount) => Math.abs(amount - value) <= precision / 2 + 1e-9);
    if (!isKnown) strange.push(text);
  }
  return strange;
}

interface Amounts {
  readonly metres: Set<number>;
  readonly seconds: Set<number>;
}

function knownAmounts({ metres, seconds, steps }: Omit<SessionOption, "kind" | "title">): Amounts {
  const known: Amounts = { metres: new Set([metres]), seconds: new Set([seconds]) };
  const byZone = new Map<string, { metres: number; seconds: number }>();
  const visit = (step: Step, times: number): void => {
    if (isRepeat(step)) {
      for (const inner of step.steps) visit(inner, times * step.repeat);
      return;
    }
    known.metres.add(step.metres);
    known.seconds.add(step.seconds);
    const total = byZone.get(step.zone) ?? { metres: 0, seconds: 0 };
    total.metres += step.metres * times;
    total.seconds += step.seconds * times;
    byZone.set(step.zone, total);
  };
  for (const step of steps) visit(step, 1);
  for (const total of byZone.values()) {
    known.metres.add(total.metres);
    known.seconds.add(total.seconds);
  }
  return known;
}

const isSpelledOut = (text: string): text is keyof typeof SPELLED_OUT => text in SPELLED_OUT;

const isUnit = (text: string): text is Unit => text in METRES_BY_UNIT || text in SECONDS_BY_UNIT;

const isDistance = (unit: Unit): unit is keyof typeof METRES_BY_UNIT => unit in METRES_BY_UNIT;

function amountsIn(unit: Unit, { metres, seconds }: Amounts): readonly number[] {
  if (isDistance(unit)) return [...metres].map((amount) => amount / METRES_BY_UNIT[unit]);
  const size = SECONDS_BY_UNIT[unit];
  return [...seconds].map((amount) => amount / size);
}
