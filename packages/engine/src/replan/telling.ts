import { type Breach, breachesOf, certifyFacts } from "../checks/certify.ts";
import type { PlanFacts } from "../plan/measured-plan.ts";
import type { ChangedWish } from "../plan/plan-change.ts";
import type { LawId } from "../rulebook/law-limits.ts";
import { isLawId } from "../generate/law-fields.ts";

/** What stands next to a session that changes its day: the race, then what is hard beside it. */
const BESIDE_A_DAY: readonly LawId[] = [
  ...(["S1", "S2", "S3", "S5", "T6", "H1", "L7", "H3", "H5", "H2", "L2", "H4", "T5", "T4"] as const),
];

/** What weeks to a race are measured by: its taper, its long runs, and how fast they climb. */
const ON_THE_WAY: readonly LawId[] = ["S1", "C5", "C2", "T1", "T2", "L4", "L1", "L3", "V1", "V3", "V6", "V7"];

const TOLD_FIRST: Readonly<Record<ChangedWish["kind"], readonly LawId[]>> = {
  move: BESIDE_A_DAY,
  swap: BESIDE_A_DAY,
  long_run_day: ["S5", "L7", "H1", "H3", "L2"],
  block_days: ON_THE_WAY,
  pause: ON_THE_WAY,
  repeat_week: ON_THE_WAY,
  race_date: ON_THE_WAY,
  adapt: ON_THE_WAY,
  resume: ON_THE_WAY,
};

/** What follows from the others: told only where nothing else stands against a wish. */
const TOLD_LAST: readonly LawId[] = ["S4", "S6", "S7", "S9", "E3", "O1", "O2", "I2"];

/** Of all laws that stand against a wish the one that its runner understands it by. */
export function tellingBreach(facts: PlanFacts, wish: ChangedWish, first: Breach): Breach {
  const found = breachesOf(certifyFacts(facts)).flatMap((one) =>
    isLawId(one.id) ? [{ ...one, id: one.id }] : [],
  );
  const rankOf = (id: LawId): number => {
    const early = TOLD_FIRST[wish.kind].indexOf(id);
    return early >= 0 ? early : BEHIND + (TOLD_LAST.includes(id) ? 1 : 0);
  };
  const ranked = found.map((breach) => ({ breach, rank: rankOf(breach.id) }));
  return ranked.toSorted((a, b) => a.rank - b.rank)[0]?.breach ?? first;
}

/** Behind every law that is told first. */
const BEHIND = 1000;
