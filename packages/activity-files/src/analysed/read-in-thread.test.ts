import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gunzipSync } from "node:zlib";
import { type AnalysedFile, readTrack } from "@strideiq/activity";
import { onDate, realActivityRules } from "@strideiq/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFixture } from "../synthetic/fixtures.fixture.ts";
import { writeStravaArchive } from "../synthetic/strava-archive.fixture.ts";
import { openReadingThread, type ReadingThread } from "./read-in-thread.ts";

const HOME = { timeZone: "Europe/Zurich", today: onDate("2026-11-22") };
let folder: string;
let thread: ReadingThread;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-thread-"));
  thread = openReadingThread();
  writeFileSync(join(folder, "nz.fit"), readFixture("new-zealand-fr945.fit"));
  writeFileSync(join(folder, "text.txt"), "no run");
  writeStravaArchive(join(folder, "archive.zip"), { activities: 12, layout: 94 });
});
afterAll(async () => {
  await thread.close();
  rmSync(folder, { recursive: true });
});

async function read(name: string, from = 0): Promise<readonly AnalysedFile[]> {
  const files: AnalysedFile[] = [];
  const source = { name, content: { path: join(folder, name) } };
  for await (const file of thread.read({ source, from, home: HOME, rules: realActivityRules() }))
    files.push(file);
  return files;
}

describe("a thread that reads", () => {
  it("gives a run's amounts, its whole track and the file as it came", async () => {
    const [file] = await read("nz.fit");
    const [run] = file?.activities ?? [];
    expect(run?.activity).toMatchObject({ start: { day: "2020-01-07" }, metres: 12_241.63, track: [] });
    const track = readTrack(gunzipSync(run?.track ?? "").toString());
    expect(track.length).toBeGreaterThan(1000);
    expect(track.at(-1)?.metres).toBeCloseTo(12_241.63, -2);
    const seconds = run?.speeds.reduce((sum, [, time]) => sum + time, 0) ?? 0;
    expect(seconds / (run?.activity.movingSeconds ?? 1)).toBeCloseTo(1, 1);
    const original = gunzipSync(file?.original ?? "");
    expect(original.equals(readFixture("new-zealand-fr945.fit"))).toBe(true);
  });

  it("says of a file that is none why", async () => {
    expect(await read("text.txt")).toMatchObject([
      { refusal: { reason: "unknown_format" }, activities: [], original: null },
    ]);
  });

  it("hands over the bytes of a run and of its file, and none of what they were unpacked in", async () => {
    for (const { activities, original } of await read("archive.zip"))
      for (const bytes of [original, ...activities.map(({ track }) => track)])
        expect(bytes?.buffer.byteLength).toBe(bytes?.byteLength);
  });

  it("lets go of each file once it was handed over, so that memory stays flat however long an archive is", async () => {
    const source = { name: "archive.zip", content: { path: join(folder, "archive.zip") } };
    const seen: WeakRef<AnalysedFile>[] = [];
    for await (const file of thread.read({ source, from: 0, home: HOME, rules: realActivityRules() }))
      seen.push(new WeakRef(file));
    setFlagsFromString("--expose-gc");
    await new Promise((resolve) => setImmediate(resolve));
    runInNewContext("gc()");
    expect(seen.filter((file) => file.deref() !== undefined).length).toBeLessThan(3);
  });

  it("reads one source after the other, and goes on in an archive where it was broken off", async () => {
    const whole = await read("archive.zip");
    expect(whole.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, index) => index));
    const rest = await read("archive.zip", 9);
    expect(rest.map(({ activities }) => activities[0]?.activity.id)).toEqual(
      whole.slice(9).map(({ activities }) => activities[0]?.activity.id),
    );
  });
});
