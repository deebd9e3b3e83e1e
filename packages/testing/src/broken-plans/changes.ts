import {
  type ChangedWish,
  type Done,
  type LawId,
  type PlanChange,
  type PlanUnderLaw,
} from "@strideiq/engine";
import { aPlan, onDate } from "../a-plan.ts";

/** A change with one thing wrong: the plan before, the plan after with its change, and what it breaks. */
export interface BrokenChange {
  /** What was done, as the end of "a change ...". */
  readonly story: string;
  readonly before: PlanUnderLaw;
  readonly after: PlanUnderLaw;
  readonly breaks: readonly LawId[];
}

const NOTHING: Done = { sessions: [], extra: [], health: null, evidence: [] };

/** The plan with a change added to what became of it. */
export function withChange(
  plan: PlanUnderLaw,
  from: string,
  wish: ChangedWish,
  done: Partial<Done> | null = null,
): PlanUnderLaw {
  const change: PlanChange = {
    from: onDate(from),
    wish,
    movedFrom: null,
    done: done === null ? null : { ...NOTHING, ...done },
    rpi: 46,
    idsGiven: 0,
  };
  return { ...plan, changes: [...(plan.changes ?? []), change] };
}

const brokenChange = (story: string, after: PlanUnderLaw, ...breaks: readonly LawId[]): BrokenChange => ({
  story,
  before: aPlan(),
  after,
  breaks,
});

const adapt = { kind: "adapt" } as const;
/** Monday to Thursday of the seventh week. */
const pause = { kind: "pause", first: onDate("2027-01-04"), last: onDate("2027-01-07") } as const;
const skippedTuesday = { sessions: [{ session: "w6d2", status: "skipped" }] } as const;
const farSunday = {
  sessions: [{ session: "w5d7", status: "done", metres: 22_000, seconds: 8800 }],
} as const;
const pain = { health: { kind: "pain", date: onDate("2026-12-27") } } as const;

export const BROKEN_CHANGES = {
  C1: [
    brokenChange(
      "that makes up for a missed Tuesday on Wednesday",
      withChange(aPlan({ 6: "- T9 E12 - I9 E8 G16" }), "2026-12-30", adapt, skippedTuesday),
      "C1",
    ),
  ],
  C2: [
    brokenChange(
      "that comes back from four days off with intervals",
      withChange(aPlan({ 7: "- - - - I10/4x1 E9 L17" }), "2027-01-04", pause),
      "C2",
    ),
  ],
  C3: [
    brokenChange(
      "that leaves the next long run as it was after one of 22 km",
      withChange(aPlan(), "2026-12-28", adapt, farSunday),
      "C3",
    ),
  ],
  C4: [
    brokenChange(
      "that raises the paces because they feel slow",
      withChange({ ...aPlan(), rpi: 46.5 }, "2026-12-28", adapt),
      "C4",
    ),
    brokenChange(
      "that raises the paces by two points after a race",
      withChange({ ...aPlan(), rpi: 48 }, "2026-12-28", adapt, {
        evidence: [{ kind: "race", date: onDate("2026-12-27") }],
      }),
      "C4",
    ),
    brokenChange(
      "that raises the paces twelve days before the race",
      withChange({ ...aPlan(), rpi: 46.5 }, "2027-02-02", adapt, {
        evidence: [{ kind: "time_trial", date: onDate("2027-02-01") }],
      }),
      "C4",
    ),
  ],
  C5: [
    brokenChange(
      "that goes on with quality in spite of pain",
      withChange(aPlan(), "2026-12-28", adapt, pain),
      "C5",
    ),
  ],
} satisfies Record<string, readonly BrokenChange[]>;
