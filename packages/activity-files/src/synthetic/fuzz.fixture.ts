import { gzipSync } from "node:zlib";
import {
  type Activity,
  activityOf,
  type ActivityRules,
  groupRuns,
  type Home,
  NO_DECISIONS,
} from "@strideiq/activity";
import { readFiles } from "../read-files.ts";
import { readFixture } from "./fixtures.fixture.ts";
import { mutated } from "./mutate-bytes.fixture.ts";
import { fitOf, gpxOf, tcxOf } from "./run.fixture.ts";
import { archiveFiles } from "./strava-archive.fixture.ts";
import { zipOf } from "./zip.fixture.ts";

const RUN = {
  startedAt: Date.UTC(2026, 4, 9, 6),
  seconds: 1800,
  everySeconds: 60,
  secondsPerKm: 300,
  latitude: 47.37,
  longitude: 8.54,
  heartRate: 145,
};

/** Small files of every kind, so that much of each is structure. */
export function seedFiles(): readonly Uint8Array[] {
  const [fit, gpx, tcx] = [fitOf(RUN), Buffer.from(gpxOf(RUN)), Buffer.from(tcxOf(RUN))];
  return [
    fit,
    gpx,
    tcx,
    gzipSync(gpx),
    gzipSync(fit),
    zipOf([
      { name: "a.fit", bytes: fit },
      { name: "b.gpx", bytes: gpx },
    ]),
    zipOf(archiveFiles({ activities: 4, layout: 94, everySeconds: 600 })),
    zipOf(archiveFiles({ activities: 4, layout: 77, everySeconds: 600 })),
    readFixture("laps-only-clock-1990-fr70.fit"),
    readFixture("half-mile-repeats-workout.fit"),
    readFixture("cut-off.fit"),
  ];
}

export interface Survived {
  readonly activities: number;
  readonly refused: number;
  readonly slowestMilliseconds: number;
}

/** Reads one broken file after the other, all the way to activities; throws when one of them breaks something. */
export async function survive(
  files: readonly Uint8Array[],
  seeds: Iterable<number>,
  home: Home,
  rules: ActivityRules,
): Promise<Survived> {
  let [activities, refused, slowestMilliseconds] = [0, 0, 0];
  for (const seed of seeds) {
    const content = mutated(files, seed);
    const began = performance.now();
    try {
      const found: Activity[] = [];
      for await (const { result } of readFiles({ name: "broken", content })) {
        if (!result.ok) refused += 1;
        else found.push(...result.value.flatMap((recording) => activityOf(recording, home, rules) ?? []));
      }
      for (const activity of found) judge(activity);
      groupRuns(found, NO_DECISIONS, rules.duplicates);
      activities += found.length;
    } catch (error) {
      throw new Error(`The file of seed ${seed} broke something.`, { cause: error });
    }
    slowestMilliseconds = Math.max(slowestMilliseconds, performance.now() - began);
  }
  return { activities, refused, slowestMilliseconds };
}

/** Whatever a file held, an activity holds amounts that can be. */
function judge({ averageHeartRate, elapsedSeconds, metres, movingSeconds, track }: Activity): void {
  const amounts = [elapsedSeconds, movingSeconds, metres ?? 0, averageHeartRate ?? 0];
  if (amounts.some((amount) => !Number.isFinite(amount) || amount < 0))
    throw new Error(`Amounts ${amounts.join()}`);
  let before = -1;
  for (const point of track) {
    if (!(point.seconds > before) || !Number.isFinite(point.metres))
      throw new Error(`Point ${JSON.stringify(point)}`);
    before = point.seconds;
  }
}
