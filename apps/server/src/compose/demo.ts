import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { uuidV7Of } from "@strideiq/adapters";
import type { Clock, RequestPlan, SignIn, SignUp, UndatedRequest } from "@strideiq/application";
import { addDays, type CalendarDate } from "@strideiq/engine";

const FILE = "demo-account.txt";
/** The same file while the runner is being laid out: who finds it goes on where another start was ended. */
const UNFINISHED = "demo-account.unfinished";
const EMAIL = "demo@example.org";
const TIME_ZONE = "Europe/Berlin";

export interface DemoDeps {
  readonly signUp: SignUp;
  readonly signIn: SignIn;
  readonly requestPlan: RequestPlan;
  readonly clock: Pick<Clock, "today">;
  /** Where the way in is written, readable for the machine's owner alone. */
  readonly folder: string;
}

/**
 * A made-up runner with a plan for each distance. Nothing happens where the runner is there already, unless a start was
 * ended in the middle: the way in is written down before anything that needs it.
 */
export async function layOutDemo({ signUp, signIn, requestPlan, clock, folder }: DemoDeps): Promise<void> {
  const unfinished = join(folder, UNFINISHED);
  const begun = passwordIn(await readFile(unfinished, "utf8").catch(() => ""));
  const password = begun ?? randomBytes(12).toString("base64url");
  if (begun === undefined) {
    await mkdir(folder, { recursive: true });
    await writeFile(unfinished, `${EMAIL}\n${password}\n`, { mode: 0o600, flush: true });
  }
  // Nobody reads a letter to an address that is made up.
  const made = await signUp({ name: "Demo Runner", email: EMAIL, password }, undefined, { isTrusted: true });
  const runner = made.ok || begun === undefined ? made : await signIn({ email: EMAIL, password }, undefined);
  const today = clock.today(TIME_ZONE);
  if (!runner.ok || today === undefined) {
    await rm(unfinished);
    return;
  }
  await requestPlans(requestPlan, runner.value.athleteId, today);
  await rename(unfinished, join(folder, FILE));
}

/** Undefined for a file that was not written to its end: nobody has that password yet. */
const passwordIn = (text: string): string | undefined => /^\S+\n(\S+)\n$/.exec(text)?.[1];

/** A plan of each distance, once, however often it is asked for. */
async function requestPlans(requestPlan: RequestPlan, athleteId: string, today: CalendarDate): Promise<void> {
  const madeAt = Number.parseInt(athleteId.replaceAll("-", "").slice(0, 12), 16);
  for (const [index, { weeksAway, ...wish }] of WISHES.entries()) {
    const idOf = (what: string): string => uuidV7Of(madeAt + index, `${athleteId} ${wish.distance} ${what}`);
    await requestPlan({ ...COMMON, ...wish, raceDate: raceAfter(today, weeksAway) }, () =>
      Promise.resolve({ athleteId, planId: idOf("plan"), jobId: idOf("job") }),
    );
  }
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
