import { join } from "node:path";
import { PlanAnswer } from "@strideiq/contracts";
import type { Page } from "playwright-core";
import { REPOSITORY } from "./server.ts";

/** A recording of a real runner; the README beside it says whose. */
export const realRun = (name: string): string => join(REPOSITORY, "tests/fixtures/activities", name);

export interface RunFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

interface MadeUpRun {
  /** When it began, such as `2026-11-24T06:00:00Z`. */
  readonly at: string;
  readonly metres: number;
  readonly seconds: number;
  readonly type?: "running" | "walking";
}

const METRES_OF_A_DEGREE = 111_195;
const STEP_SECONDS = 10;

/** A run north from Berlin at an even pace, a point every ten seconds, as GPX. */
export function gpxRun(name: string, { at, metres, seconds, type = "running" }: MadeUpRun): RunFile {
  const steps = Math.floor(seconds / STEP_SECONDS);
  const points = Array.from({ length: steps + 1 }, (_, index) => {
    const latitude = 52.5 + (index / steps) * (metres / METRES_OF_A_DEGREE);
    const time = new Date(Date.parse(at) + index * STEP_SECONDS * 1000).toISOString();
    return `<trkpt lat="${latitude.toFixed(7)}" lon="13.4"><time>${time}</time></trkpt>`;
  });
  const text = `<?xml version="1.0"?><gpx version="1.1" creator="Test" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>${type}</type><trkseg>${points.join("")}</trkseg></trk></gpx>`;
  return { name, mimeType: "application/gpx+xml", buffer: Buffer.from(text) };
}

const LATER = { timeout: 60_000 };

/** Gives files to the page of runs as a hand does, and waits for what became of them. */
export async function importFiles(
  page: Page,
  files: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0],
): Promise<void> {
  await page.getByLabel("Choose files").setInputFiles(files);
  await page.getByRole("button", { name: "Undo this import" }).first().waitFor(LATER);
}

/** The plan that the page shows, as the server has it. */
export async function readyPlan(page: Page) {
  const answer = PlanAnswer.parse(
    await (await page.request.get(`/v1${new URL(page.url()).pathname}`)).json(),
  );
  if (answer.status !== "ready") throw new Error(answer.status);
  return answer.plan;
}

/** The sessions of a plan that are run on a day, as they would be run. */
export function sessionOn(plan: Awaited<ReturnType<typeof readyPlan>>, day: string) {
  const days = plan.weeks.flatMap((week) => week.days);
  const session = days.find(({ date }) => date === day)?.sessions[0];
  if (session === undefined) throw new Error(`Nothing is planned on ${day}.`);
  return session;
}

interface Stretch {
  readonly metres: number;
  readonly seconds: number;
}

/** The same at the pace of each stretch, a lap for each as a watch cuts them that follows a workout, as TCX. */
export function tcxRun(name: string, startAt: string, stretches: readonly Stretch[]): RunFile {
  let [metres, seconds] = [0, 0];
  const momentOf = (second: number): string => new Date(Date.parse(startAt) + second * 1000).toISOString();
  const laps = stretches.map((stretch) => {
    const steps = Math.max(1, Math.round(stretch.seconds / 5));
    const points = Array.from({ length: steps + 1 }, (_, index) => {
      const [at, far] = [
        seconds + (stretch.seconds * index) / steps,
        metres + (stretch.metres * index) / steps,
      ];
      return `<Trackpoint><Time>${momentOf(at)}</Time><DistanceMeters>${far.toFixed(1)}</DistanceMeters></Trackpoint>`;
    });
    const lap = `<Lap StartTime="${momentOf(seconds)}"><TotalTimeSeconds>${String(stretch.seconds)}</TotalTimeSeconds><DistanceMeters>${String(stretch.metres)}</DistanceMeters><Track>${points.join("")}</Track></Lap>`;
    [metres, seconds] = [metres + stretch.metres, seconds + stretch.seconds];
    return lap;
  });
  const text = `<?xml version="1.0"?><TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities><Activity Sport="Running"><Id>${startAt}</Id>${laps.join("")}</Activity></Activities></TrainingCenterDatabase>`;
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(text) };
}
