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

const longRun = (metres: number, paced: number, zone: "marathon" | "half_marathon"): SessionText =>
  paced === 0
    ? plain("long", "Long run", "easy", metres)
    : sessionOf("long", "Long run with race pace", true, [
        stretch("easy", metres - paced - 1000),
        stretch(zone, paced),
        stretch("easy", 1000),
      ]);

const progressive = (metres: number, steady: number): SessionText =>
  sessionOf("long", "Long run with a steady finish", false, [
    stretch("easy", metres - steady),
    stretch("steady", steady),
  ]);

/** Work in equal pieces with jogs between them, or in one piece. */
const cut = (zone: Zone, jog: number, pieces: Work): Step =>
  pieces.times === 1 ? stretch(zone, pieces.metres) : repeats(pieces.times, zone, pieces.metres, jog);

const repeats = (times: number, zone: Zone, metres: number, jog: number): Step => ({
  repeat: times,
  steps: [stretch(zone, metres), stretch("recovery", jog)],
});

/** How the work of a session is cut; undefined leaves it to the letter. */
interface Work {
  readonly times: number;
  readonly metres: number;
}

type Write = (metres: number, work: Work | undefined) => SessionText;

/** The usual cut: kilometre repeats in shorter sessions, one unbroken piece in longer ones. */
const thresholdWork = (metres: number): Work =>
  metres < 10_500 ? { times: 4, metres: 1000 } : { times: 1, metres: 5000 };

const LETTERS: Readonly<Record<string, Write>> = {
  E: (metres) => plain("easy", "Easy run", "easy", metres),
  R: (metres) => plain("recovery", "Recovery run", "recovery", metres),
  D: (metres) => plain("steady", "Steady run", "steady", metres),
  S: strides,
  L: (metres, work) => longRun(metres, work?.metres ?? 0, "marathon"),
  H: (metres, work) => longRun(metres, work?.metres ?? 0, "half_marathon"),
  G: (metres, work) => progressive(metres, work?.metres ?? 4000),
  M: (metres, work) =>
    framed("race_pace", "Marathon pace", metres, cut("marathon", 0, work ?? { times: 1, metres: 6000 })),
  T: (metres, work = thresholdWork(metres)) =>
    framed(
      "threshold",
      work.times === 1 ? "Tempo run" : "Cruise intervals",
      metres,
      cut("threshold", 200, work),
    ),
  I: (metres, work = { times: 5, metres: 800 }) =>
    framed("interval", "Intervals", metres, cut("interval", 400, work)),
  P: (metres, work = { times: 8, metres: 200 }) =>
    framed("repetition", "Fast repeats", metres, cut("repetition", 200, work)),
  U: (metres) => framed("tune_up_race", "Tune-up race", metres, stretch("race", 5000)),
  X: (metres) => sessionOf("race", "The race", true, [stretch("race", metres)]),
};

/** Kilometres of work in the letter's own pieces, `12`, or pieces of their own, `3x1.6`. */
function workOf(text: string | undefined, letter: string): Work | undefined {
  if (text === undefined) return undefined;
  const [first = "", second] = text.split("x");
  if (second !== undefined) return { times: Number(first), metres: Number(second) * 1000 };
  const piece = PIECE_METRES[letter];
  const metres = Number(first) * 1000;
  return piece === undefined ? { times: 1, metres } : { times: metres / piece, metres: piece };
}

const PIECE_METRES: Readonly<Record<string, number>> = { T: 1000, I: 800, P: 200 };

const KEY_LETTERS = "LHGMTIP";

/**
 * Reads a cell of a hand-written plan: a letter for the kind of run and its kilometres, `L18`; after a
 * slash the work where the session has a choice, in kilometres or as pieces: `L28/12`, `T12/8`, `T10/3x1.6`.
 * Key sessions come with the option B of the same work on other ground.
 *
 * E easy, R recovery, D steady, S with strides, L long, H long with half-marathon pace, G long with a
 * steady finish, M marathon pace,
 * T threshold, I interval, P repetition, U tune-up race, X the goal race.
 */
export function sessionFrom(cell: string): SessionText {
  const match = /^([A-Z])([\d.]+)(?:\/([\dx.]+))?$/.exec(cell);
  const letter = match?.[1] ?? "";
  const write = LETTERS[letter];
  if (match === null || write === undefined) throw new Error(`No session is written "${cell}".`);
  const session = write(Number(match[2]) * 1000, workOf(match[3], letter));
  return KEY_LETTERS.includes(letter) ? withOptionB(session) : session;
}

/** The same steps on another ground. */
export const withOptionB = (session: SessionText): SessionText => {
  const { kind, title, metres, seconds, steps } = session;
  const ground = kind === "long" ? "on trails" : "on a hilly course";
  return { ...session, optionB: { kind, title: `${title} ${ground}`, metres, seconds, steps } };
};

export function withoutOptionB(session: Session): Session {
  const { id, kind, title, quality, metres, seconds, estimated, steps, chosen } = session;
  const plain = { id, kind, title, quality, metres, seconds, steps, chosen };
  return estimated === undefined ? plain : { ...plain, estimated };
}
