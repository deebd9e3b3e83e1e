import type { Authority, Reason, ReasonKind } from "@strideiq/engine";
import { explainAdjustment } from "../explain/explain-adjustment.ts";
import { lawWordsOf } from "../names/law-words.ts";
import { tieUnits } from "../numbers/tie-units.ts";
import { ATHLETE_SAYINGS, PHASE_SAYINGS } from "./phase-sayings.ts";
import { type ReasonOf, type ReasonOptions, type Say, sayFor, type Sayings } from "./say.ts";
import { EASY_SESSION_SAYINGS, KEY_SESSION_SAYINGS, REST_SAYINGS } from "./session-sayings.ts";
import { WEEK_SAYINGS } from "./week-sayings.ts";

const SAYINGS: Sayings<ReasonKind> = {
  ...PHASE_SAYINGS,
  ...ATHLETE_SAYINGS,
  ...WEEK_SAYINGS,
  ...KEY_SESSION_SAYINGS,
  ...EASY_SESSION_SAYINGS,
  ...REST_SAYINGS,
  adjusted: (reason, { units }) => explainAdjustment(reason, units),
};

/** A reason whose kind is known to the compiler, whichever it is. */
type Told<Kind extends ReasonKind> = { readonly [K in Kind]: { readonly kind: K } & ReasonOf<K> }[Kind];

const tell = <Kind extends ReasonKind>(reason: Told<Kind>, say: Say): string =>
  SAYINGS[reason.kind](reason, say);

/**
 * A reason in one or two short sentences. Every number in it is one of the reason's own, and no line breaks
 * between a number and its unit.
 */
export const reasonText = (reason: Reason, options: ReasonOptions): string =>
  tieUnits(tell(reason, sayFor(options)));

const RULE_NAMES: Readonly<Record<string, string>> = {
  program: "what each phase trains",
  mesocycles: "how the weeks are shared out",
  return: "after a break",
  race_day: "how a race is run well",
  quality: "hard days a week",
  touches: "strides beside easy running",
  beside_running: "beside running",
};

/** What decided: `law I6, a threshold block that grows`, `rule: what each phase trains`, `your long-run day`. */
export function authorityText(authority: Authority): string {
  if ("law" in authority) {
    const name = lawWordsOf(authority.law)?.name;
    return name === undefined ? "" : `law ${authority.law}, ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  }
  if ("rule" in authority) return `rule: ${RULE_NAMES[authority.rule] ?? authority.rule}`;
  return "your wish";
}
