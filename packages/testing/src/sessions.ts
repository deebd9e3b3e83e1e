import type { Session, SessionKind, SingleStep, Step, Zone } from "@strideiq/engine";
import { SECONDS_PER_KM } from "./paces.ts";

/** A session that has no id yet. */
export type SessionText = Omit<Session, "id" | "chosen">;

/** A stretch of running by distance. */
export const stretch = (zone: Zone, metres: number): SingleStep => ({
  zone,
  by: "distance",
  metres,
  seconds: (metres / 1000) * SECONDS_PER_KM[zone],
});

/** A stretch of running by time. */
export const timed = (zone: Zone, seconds: number): SingleStep => ({
  zone,
  by: "time",
  metres: (seconds / SECONDS_PER_KM[zone]) * 1000,
  seconds,
});

/** Metres and seconds of steps, repeats multiplied. */
export function totalOf(steps: readonly Step[]): { readonly metres: number; readonly seconds: number } {
  let metres = 0;
  let seconds = 0;
  for (const step of steps) {
    const inner = "repeat" in step ? totalOf(step.steps) : step;
    const times = "repeat" in step ? step.repeat : 1;
    metres += inner.metres * times;
    seconds += inner.seconds * times;
  }
  return { metres, seconds };
}

export function sessionOf(
  kind: SessionKind,
  title: string,
  quality: boolean,
  steps: readonly Step[],
): SessionText {
  return { kind, title, quality, ...totalOf(steps), steps };
}

/** A run of `metres` whose middle is `work`, easy before and after. */
function framed(kind: SessionKind, title: string, metres: number, work: Step): SessionText {
  const warmUp = 2000;
  const rest = metres - warmUp - totalOf([work]).metres;
  return sessionOf(kind, title, true, [stretch("easy", warmUp), work, stretch("easy", Math.max(0, rest))]);
}

const plain = (kind: SessionKind, title: string, zone: Zone, metres: number): SessionText =>
  sessionOf(kind, title, false, [stretch(zone, metres)]);

const strides = (metres: number): SessionText => {
  const set: Step = { repeat: 6, steps: [timed("repetition", 20), timed("recovery", 60)] };
  return sessionOf("strides", "Easy with strides", false, [
    stretch("easy", metres - totalOf([set]).metres),
    set,
  ]);
};

const longRun = (metres: number, paced: number): SessionText =>
  paced === 0
    ? plain("long", "Long run", "easy", metres)
    : sessionOf("long", "Long run with marathon pace", true, [
        stretch("easy", metres - paced - 1000),
        stretch("marathon", paced),
        stretch("easy", 1000),
      ]);

const repeats = (times: number, zone: Zone, metres: number, jog: number): Step => ({
  repeat: times,
  steps: [stretch(zone, metres), stretch("recovery", jog)],
});

const LETTERS: Readonly<Record<string, (metres: number, work: number) => SessionText>> = {
  E: (metres) => plain("easy", "Easy run", "easy", metres),
  R: (metres) => plain("recovery", "Recovery run", "recovery", metres),
  D: (metres) => plain("steady", "Steady run", "steady", metres),
  S: strides,
  L: longRun,
  T: (metres, work) =>
    framed(
      "threshold",
      "Cruise intervals of 1 km",
      metres,
      repeats(work / 1000 || 4, "threshold", 1000, 200),
    ),
  I: (metres, work) =>
    framed("interval", "Intervals of 800 m", metres, repeats(work / 800 || 5, "interval", 800, 400)),
  P: (metres) => framed("repetition", "Fast 200 m", metres, repeats(8, "repetition", 200, 200)),
  U: (metres) => framed("tune_up_race", "Tune-up race", metres, stretch("race", 5000)),
  X: (metres) => sessionOf("race", "The race", true, [stretch("race", metres)]),
};

/**
 * Reads a cell of a hand-written plan: a letter for the kind of run and its kilometres, `L18`; after a
 * slash the kilometres of work where the session has a choice, `L28/12`, `T12/8`.
 *
 * E easy, R recovery, D steady, S with strides, L long, T threshold, I interval, P repetition, U tune-up
 * race, X the goal race.
 */
export function sessionFrom(cell: string): SessionText {
  const match = /^([A-Z])([\d.]+)(?:\/([\d.]+))?$/.exec(cell);
  const write = LETTERS[match?.[1] ?? ""];
  if (match === null || write === undefined) throw new Error(`No session is written "${cell}".`);
  return write(Number(match[2]) * 1000, Number(match[3] ?? 0) * 1000);
}
