import type { Contrast, Way, WorkForm } from "./contrast.ts";
import type { OptionFacts } from "./measured-plan.ts";
import { workPiecesOf } from "./pieces.ts";

/** Pieces whose lengths lie this close together are equal: derived times may differ by a fraction. */
const EQUAL_SECONDS = 5;

/** What sets two ways to run a session apart; null where they are of one kind. */
export function contrastOf(a: OptionFacts, b: OptionFacts): Contrast | null {
  const ways = { a: wayOf(a), b: wayOf(b) };
  if (a.ground !== b.ground) return { by: "ground", ...ways };
  if (ways.a.form !== ways.b.form || !isSameMix(ways.a, ways.b)) return { by: "form", ...ways };
  return a.kind === b.kind ? null : { by: "kind", ...ways };
}

function wayOf({ kind, ground, metres, pieces }: OptionFacts): Way {
  const work = workPiecesOf(pieces);
  const seconds = work.map((piece) => piece.seconds);
  return {
    kind,
    ground,
    form: formOf(seconds, new Set(work.map(({ zone }) => zone)).size),
    zones: [...new Set(work.map(({ zone }) => zone))],
    pieces: work.length,
    longestSeconds: Math.round(Math.max(0, ...seconds)),
    workSeconds: Math.round(seconds.reduce((sum, one) => sum + one, 0)),
    metres,
  };
}

function formOf(seconds: readonly number[], zones: number): WorkForm {
  if (seconds.length < 2) return seconds.length === 0 ? "plain" : "continuous";
  if (zones > 1) return "zones";
  return Math.max(...seconds) - Math.min(...seconds) <= EQUAL_SECONDS ? "broken" : "mixed";
}

/** Work in several zones is told apart by which they are; one zone is told apart by law O1. */
const isSameMix = (a: Way, b: Way): boolean => a.form !== "zones" || a.zones.join() === b.zones.join();
