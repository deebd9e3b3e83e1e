import {
  flagsOf,
  generatePlan,
  LAWS,
  type LawVerdict,
  type Plan,
  type PlanWeek,
  parseCalendarDate,
  printPlan,
  type Rulebook,
  type StandardPlan,
  standardPlanName,
  standardRequest,
} from "@strideiq/engine";
import { realRulebook } from "@strideiq/testing";

export const GOLDEN_FOLDER = "tests/golden";

/** A Sunday, as most races are; fixed, so that only a change of the rules changes a file. */
const RACE_DATE = "2027-04-18";

export interface GoldenFile {
  /** `marathon-18-weeks-mid.txt` */
  readonly name: string;
  readonly plan: Plan;
  readonly text: string;
}

/** Every standard plan, generated now, in the notation in which it is read by eye and compared. */
export function goldenFiles(): readonly GoldenFile[] {
  const rulebook = realRulebook();
  return rulebook.standardPlans.map((standard) => {
    const plan = planOf(standard, rulebook);
    return {
      name: `${standardPlanName(standard)}.txt`,
      plan,
      text: `${remarksOn(plan)}\n${printPlan(plan)}`,
    };
  });
}

function planOf(standard: StandardPlan, rulebook: Rulebook): Plan {
  const raceDate = parseCalendarDate(RACE_DATE);
  if (!raceDate.ok) throw new Error(`${RACE_DATE} is no day.`);
  const plan = generatePlan(standardRequest(standard, raceDate.value), rulebook);
  if (!plan.ok) throw new Error(`${standardPlanName(standard)} is refused by ${plan.error.law}.`);
  return plan.value;
}

/** What the eye looks for first: the peaks, and the laws that have something to say. */
function remarksOn(plan: Plan): string {
  const kilometres = (metres: number): string => `${(metres / 1000).toFixed(1)}km`;
  const biggest = highest(plan.weeks, ({ targetMetres }) => targetMetres);
  const longest = highest(plan.weeks, longestRunOf);
  const remarks = [
    `# biggest week ${kilometres(biggest.metres)} (W${biggest.week}), longest run ${kilometres(longest.metres)} (W${longest.week})`,
    ...flagsOf(plan.certificate).map(flagRemark),
  ];
  return remarks.join("\n");
}

function flagRemark({ id, weeks = [] }: LawVerdict): string {
  const name = LAWS.find((law) => law.id === id)?.name ?? "";
  return ["# flag", id, name, ...weeks.map((week) => `W${week}`)].join(" ");
}

function highest(
  weeks: readonly PlanWeek[],
  metresOf: (week: PlanWeek) => number,
): { readonly week: number; readonly metres: number } {
  const [first] = weeks
    .map((week) => ({ week: week.week, metres: metresOf(week) }))
    .toSorted((a, b) => b.metres - a.metres);
  return first ?? { week: 0, metres: 0 };
}

/** The goal race left out. */
const longestRunOf = ({ days }: PlanWeek): number =>
  Math.max(
    0,
    ...days.flatMap(({ sessions }) => sessions.map((one) => (one.kind === "race" ? 0 : one.metres))),
  );
