import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newUuidV7 } from "@strideiq/adapters";
import type { Clock, RequestPlan, SignUp, UndatedRequest } from "@strideiq/application";
import { addDays, type CalendarDate } from "@strideiq/engine";

const FILE = "demo-account.txt";
const EMAIL = "demo@example.org";
const TIME_ZONE = "Europe/Berlin";

export interface DemoDeps {
  readonly signUp: SignUp;
  readonly requestPlan: RequestPlan;
  readonly clock: Pick<Clock, "today">;
  /** Where the way in is written, readable for the machine's owner alone. */
  readonly folder: string;
}

/** A made-up runner with a plan for each distance. Nothing happens where the runner is there already. */
export async function layOutDemo({ signUp, requestPlan, clock, folder }: DemoDeps): Promise<void> {
  const password = randomBytes(12).toString("base64url");
  const account = { name: "Demo Runner", email: EMAIL, password };
  // Nobody reads a letter to an address that is made up.
  const runner = await signUp(account, undefined, { isTrusted: true });
  const today = clock.today(TIME_ZONE);
  if (!runner.ok || today === undefined) return;
  const { athleteId } = runner.value;
  for (const wish of WISHES)
    await requestPlan({ ...COMMON, ...wish, raceDate: raceAfter(today, wish.weeksAway) }, () =>
      Promise.resolve({ athleteId, planId: newUuidV7(), jobId: newUuidV7() }),
    );
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, FILE), `${EMAIL}\n${password}\n`, { mode: 0o600 });
}

const raceAfter = (today: CalendarDate, weeks: number): CalendarDate => addDays(today, weeks * 7);

const COMMON = {
  weekStart: "mon",
  timeZone: TIME_ZONE,
  units: "km",
  unavailable: [],
  longRunDay: "sun",
  dayLimits: {},
  age: null,
  history: null,
  tier: null,
  weeks: null,
} as const satisfies Partial<UndatedRequest>;

/** Everyday runners; what they run stands in kilometres a week that need no build-up first. */
const WISHES = [
  wishFor("5k", 12, 40_000, 14_000),
  wishFor("10k", 14, 45_000, 16_000),
  wishFor("half_marathon", 16, 50_000, 18_000),
  wishFor("marathon", 18, 60_000, 22_000),
] as const;

function wishFor(
  distance: UndatedRequest["distance"],
  weeksAway: number,
  weeklyMetres: number,
  longestMetres: number,
) {
  return { distance, weeksAway, weeklyMetres, longestMetres, daysPerWeek: 5, result: null } as const;
}
