import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFiles } from "./read-files.ts";
import type { FileReport, FileSource } from "./report.ts";
import { readFixture } from "./synthetic/fixtures.fixture.ts";
import { gpxOf } from "./synthetic/run.fixture.ts";
import {
  archiveFiles,
  type ArchiveShape,
  syntheticRun,
  writeStravaArchive,
} from "./synthetic/strava-archive.fixture.ts";
import { type Packed, zipOf } from "./synthetic/zip.fixture.ts";

async function reports(source: FileSource, from?: number): Promise<readonly FileReport[]> {
  const all: FileReport[] = [];
  for await (const report of readFiles(source, from)) all.push(report);
  return all;
}

const outcome = ({ name, result }: FileReport): string =>
  `${name} ${result.ok ? result.value.map(({ sportWord }) => sportWord).join("+") : result.error.reason}`;

const zipped = (files: readonly Packed[]): FileSource => ({ name: "runs.zip", content: zipOf(files) });
const NEW_ZEALAND = { name: "nz.fit", bytes: readFixture("new-zealand-fr945.fit") };

describe("a zip of several files", () => {
  it("gives a message for each, and imports the good ones", async () => {
    const found = await reports(
      zipped([
        NEW_ZEALAND,
        { name: "../../etc/passwd", bytes: Buffer.from("x") },
        { name: "/tmp/run.gpx", bytes: readFixture("beach-run-runkeeper.gpx") },
        { name: "empty.fit", bytes: new Uint8Array() },
        { name: "inner.zip", bytes: zipOf([NEW_ZEALAND]) },
        { name: "__MACOSX/._nz.fit", bytes: Buffer.from("x") },
        { name: "folder/treadmill.fit", bytes: readFixture("treadmill-fr945.fit") },
      ]),
    );
    expect(found.map(outcome)).toEqual([
      "runs.zip: nz.fit running",
      "runs.zip: ../../etc/passwd unsafe_path",
      "runs.zip: /tmp/run.gpx unsafe_path",
      "runs.zip: empty.fit empty",
      "runs.zip: inner.zip archive_in_archive",
      "runs.zip: folder/treadmill.fit running",
    ]);
    expect(found.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(found.every(({ of }) => of === 6)).toBe(true);
  });

  it("goes on where it was broken off", async () => {
    const source = zipped([NEW_ZEALAND, { name: "b.gpx", bytes: readFixture("beach-run-runkeeper.gpx") }]);
    expect(await reports(source, 1)).toEqual((await reports(source)).slice(1));
    expect(await reports(source, 2)).toEqual([]);
  });

  it("is refused when it is a bomb, whatever its list says of sizes", async () => {
    const bomb = zipOf([{ name: "bomb.gpx", bytes: Buffer.alloc(150 * 2 ** 20) }, NEW_ZEALAND]);
    expect((await reports({ name: "runs.zip", content: bomb })).map(outcome)).toEqual([
      "runs.zip: bomb.gpx unpacks_too_large",
      "runs.zip: nz.fit running",
    ]);
  });

  it("is refused when it is cut off, or has nothing in it", async () => {
    const whole = zipOf([NEW_ZEALAND]);
    const cut = { name: "runs.zip", content: whole.subarray(0, whole.length / 2) };
    expect((await reports(cut)).map(outcome)).toEqual(["runs.zip unreadable"]);
    expect((await reports(zipped([]))).map(outcome)).toEqual(["runs.zip empty"]);
  });
});

describe("a file on the disk", () => {
  it("that is not there is refused like any other", async () => {
    const nowhere = join(tmpdir(), "no-such-run.fit");
    expect((await reports({ name: "run.fit", content: { path: nowhere } })).map(outcome)).toEqual([
      "run.fit missing",
    ]);
  });
});

describe("the archive of Strava", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "archive-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const written = (shape: ArchiveShape): FileSource => {
    const path = join(folder, `${shape.layout}.zip`);
    writeStravaArchive(path, shape);
    return { name: "export.zip", content: { path } };
  };

  it.each([94, 77, "german"] as const)("with the columns of %s gives every activity once", async (layout) => {
    const shape = { activities: 60, layout };
    const found = await reports(written(shape));
    const recordings = found.flatMap(({ result }) => (result.ok ? result.value : []));
    expect(found.map(({ position }) => position)).toEqual(Array.from({ length: 60 }, (_, index) => index));
    expect(recordings.map(({ id }) => id)).toEqual(
      Array.from({ length: 60 }, (_, index) => `strava-${9_000_000 + index}`),
    );
    expect(recordings.map(({ startedAt }) => startedAt)).toEqual(
      Array.from({ length: 60 }, (_, index) => syntheticRun(index, shape).startedAt),
    );
    expect(new Set(recordings.map(({ source }) => source))).toEqual(new Set(["strava_archive"]));
    expect(recordings.map(({ sportWord }) => sportWord).slice(10, 13)).toEqual(
      layout === "german" ? ["Lauf", "Radfahrt", "Lauf"] : ["Run", "Ride", "Run"],
    );
  });

  it("takes an activity that was typed in from its row, in metres", async () => {
    const typed = (await reports(written({ activities: 60, layout: 94 })))[9];
    const run = syntheticRun(9, { activities: 60, layout: 94 });
    const [recording] = typed?.result.ok === true ? typed.result.value : [];
    expect(recording).toMatchObject({ format: "table", samples: [], startedAt: run.startedAt });
    expect(recording?.totals.metres).toBeCloseTo((run.seconds / run.secondsPerKm) * 1000, 3);
    expect(recording?.totals.averageHeartRate).toBe(run.heartRate);
  });

  it("tells an activity by its row when the file is lost or damaged, and reads files without a row", async () => {
    const files = [...archiveFiles({ activities: 12, layout: 77 })]
      .filter(({ name }) => name !== "activities/7000001.gpx.gz")
      .map((file) => (file.name === "activities/7000002.gpx" ? { ...file, bytes: Buffer.from("?") } : file));
    const stray = {
      name: "activities/1.gpx",
      bytes: Buffer.from(gpxOf(syntheticRun(99, { activities: 1, layout: 77 }))),
    };
    const found = await reports({ name: "export.zip", content: zipOf([...files, stray]) });
    const faults = found.map(({ result }) => (result.ok ? result.value[0]?.faults : result.error));
    expect(faults.slice(0, 4)).toEqual([[], ["file_missing"], ["damaged"], []]);
    expect(found).toHaveLength(13);
    expect(found.at(-1)?.name).toBe("export.zip: activities/1.gpx");
  });

  it("goes on where it was broken off", async () => {
    const source = written({ activities: 60, layout: 94 });
    const [first, rest] = [await reports(source), await reports(source, 41)];
    expect(rest).toEqual(first.slice(41));
  });
});
