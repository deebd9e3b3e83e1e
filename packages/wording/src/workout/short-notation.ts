import {
  isRepeat,
  type Session,
  type SessionKind,
  type SingleStep,
  type Step,
  type Units,
  type Zone,
} from "@strideiq/engine";
import { distanceNumber } from "../numbers/format-distance.ts";
import { splitRecovery } from "./describe-steps.ts";
import { chosenOf, leavesOf, shortSessionSize } from "./session-view.ts";

/** One session as a table shows it: `12 T 4x8'`. */
export interface ShortSession {
  readonly size: string;
  readonly code: string;
  /** What is inside, where it is more than one pace: `4x8'`, `12k M`; empty otherwise. */
  readonly detail: string;
}

/** Letters for the zones, as training books use them. */
export const ZONE_CODES: Readonly<Record<Zone, string>> = {
  walk: "W",
  recovery: "Rec",
  easy: "E",
  steady: "S",
  marathon: "M",
  half_marathon: "HM",
  threshold: "T",
  ten_k: "10K",
  interval: "I",
  repetition: "R",
  sprint: "X",
  race: "RP",
};

const KIND_CODES: Readonly<Record<Exclude<SessionKind, "race_pace">, string>> = {
  easy: "E",
  recovery: "Rec",
  long: "L",
  medium_long: "ML",
  steady: "S",
  progression: "P",
  threshold: "T",
  interval: "I",
  repetition: "R",
  hills: "H",
  fartlek: "F",
  strides: "E",
  tune_up_race: "TUNE-UP",
  race: "RACE",
  cross_training: "XT",
  strength: "ST",
};

/** Zones that a run may be made of without needing a note about its inside. */
const PLAIN: readonly Zone[] = ["walk", "recovery", "easy"];
const WALKED: readonly Zone[] = ["walk"];

/** The letters under which a session stands in the table; race-pace sessions go by the pace they train. */
export function sessionCode(session: Session): string {
  const { kind, steps } = chosenOf(session);
  if (kind !== "race_pace") return KIND_CODES[kind];
  const zone = leavesOf(steps).find((step) => !PLAIN.includes(step.zone))?.zone;
  return ZONE_CODES[zone ?? "race"];
}

/** A session in short notation. */
export function shortNotation(session: Session, units: Units): ShortSession {
  const code = sessionCode(session);
  const { kind, steps } = chosenOf(session);
  const detail = kind === "race" || kind === "tune_up_race" ? "" : workOf(steps, code, units);
  return { size: shortSessionSize(session, units), code, detail };
}

function workOf(steps: readonly Step[], code: string, units: Units): string {
  const untold = isRunWalk(steps) ? WALKED : PLAIN;
  return steps
    .map((step) => pieceOf(step, code, units, untold))
    .filter((piece) => piece !== "")
    .join("+");
}

/** Whether easy running is broken by walking: then each piece of it is told, for the sum would read as one run. */
const isRunWalk = (steps: readonly Step[]): boolean =>
  steps.some((step, index) =>
    isRepeat(step)
      ? leavesOf([step]).every(({ zone }) => PLAIN.includes(zone))
      : step.zone === "walk" && index > 0 && index < steps.length - 1,
  );

function pieceOf(step: Step, code: string, units: Units, untold: readonly Zone[]): string {
  if (!isRepeat(step)) return untold.includes(step.zone) ? "" : amountOf(step, code, units);
  const { work } = splitRecovery(step.steps);
  const inner = work.map((piece) =>
    isRepeat(piece) ? pieceOf(piece, code, units, untold) : amountOf(piece, code, units),
  );
  return `${String(step.repeat)}x${inner.length === 1 ? (inner[0] ?? "") : `(${inner.join("+")})`}`;
}

/** The zone is named only where the session's own letter, or the shortness of the piece, does not say it. */
function amountOf(step: SingleStep, code: string, units: Units): string {
  const zone = ZONE_CODES[step.zone];
  const understood = zone === code || ["E", "H", "F"].includes(code);
  const amount = step.by === "time" ? shortSeconds(step.seconds) : shortMetres(step.metres, units);
  return understood ? amount : `${amount} ${zone}`;
}

function shortSeconds(seconds: number): string {
  const total = Math.round(seconds);
  if (total <= 90 && total % 60 !== 0) return `${String(total)}"`;
  const rest = total % 60;
  return `${String(Math.floor(total / 60))}'${rest === 0 ? "" : String(rest).padStart(2, "0")}`;
}

const shortMetres = (metres: number, units: Units): string =>
  metres < 2000 && metres % 100 === 0 && (units === "mi" || metres !== 1000)
    ? String(metres)
    : `${distanceNumber(metres, units)}${units === "km" ? "k" : "mi"}`;
