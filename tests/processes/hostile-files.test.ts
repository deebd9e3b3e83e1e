import { gzipSync } from "node:zlib";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { ActivityListAnswer, ImportReportListAnswer } from "@strideiq/contracts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveFiles } from "../../packages/activity-files/src/synthetic/strava-archive.fixture.ts";
import { zipOf } from "../../packages/activity-files/src/synthetic/zip.fixture.ts";
import type { Service } from "../../apps/server/src/compose/service.ts";
import { createVisitor, type Visitor } from "../../apps/server/src/http/call-server.fixture.ts";
import { gpxFile, imported, realFile, type RunFile } from "../../apps/server/src/runs.fixture.ts";
import { startTestService } from "../../apps/server/src/test-service.fixture.ts";

let database: TestDatabase;
let service: Service;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

const newVisitor = (): Visitor => createVisitor(() => service.address ?? "");

const MEGABYTE = 2 ** 20;
const GOOD = realFile("new-zealand-fr945.fit");
const HOUR = { metres: 10_000, seconds: 3000 };

const fileOf = (name: string, text: string): RunFile => ({ name, bytes: Buffer.from(text) });
const textOf = ({ bytes }: RunFile): string => Buffer.from(bytes).toString();
const changed = (name: string, change: (text: string) => string): RunFile =>
  fileOf(name, change(textOf(gpxFile(name, { at: "2026-11-10T07:00:00Z", ...HOUR, heartRate: 150 }))));

/** What each file was told, in a line. */
async function told(visitor: Visitor, files: readonly RunFile[]): Promise<readonly string[]> {
  const { importId } = await imported(visitor, files);
  const { json } = await visitor.call(`/v1/imports/${importId}/reports?limit=100`);
  return ImportReportListAnswer.parse(json).reports.map(
    ({ message, name, outcome }) => `${name}: ${message ?? outcome}`,
  );
}

const runsOf = async (visitor: Visitor): Promise<ActivityListAnswer["activities"]> =>
  ActivityListAnswer.parse((await visitor.call("/v1/activities?limit=100")).json).activities;

describe("files that mean harm, or nothing", { timeout: 120_000 }, () => {
  it("are each told why, whatever they unpack to and wherever they lead, and the good one beside them counts", async () => {
    const visitor = newVisitor();
    const entity = `<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY secret SYSTEM "file:///etc/passwd">]><gpx><name>&secret;</name></gpx>`;
    const zip = zipOf([
      { name: "bomb.gpx", bytes: Buffer.alloc(150 * MEGABYTE) },
      { name: "../../etc/cron.d/run.gpx", bytes: Buffer.from("x") },
      { name: "inner.zip", bytes: zipOf([]) },
      GOOD,
    ]);
    const lines = await told(visitor, [
      { name: "runs.zip", bytes: zip },
      { name: "bomb.gpx.gz", bytes: gzipSync(Buffer.alloc(150 * MEGABYTE), { level: 1 }) },
      fileOf("entities.gpx", entity),
      { name: "nothing.fit", bytes: new Uint8Array() },
      fileOf("cut.zip", "PK\u0003\u0004 and no more"),
    ]);
    expect(lines).toEqual([
      "runs.zip: bomb.gpx: Unpacked it is larger than 100 MB, the most that is read.",
      "runs.zip: ../../etc/cron.d/run.gpx: Its name leads out of the zip; for safety it was not read.",
      "runs.zip: inner.zip: It is an archive inside an archive; unpack it, and take the inner one.",
      "runs.zip: new-zealand-fr945.fit: imported",
      "bomb.gpx.gz: Unpacked it is larger than 100 MB, the most that is read.",
      "entities.gpx: It defines entities of its own, which no device does; for safety it was not read.",
      "nothing.fit: The file is empty.",
      "cut.zip: This zip file is damaged from its beginning on; download it again.",
    ]);
    expect(await runsOf(visitor)).toMatchObject([{ day: "2020-01-07", metres: 12_241.63 }]);
  });

  it("are refused by their size where they are larger than any day of running, and nothing of them is kept", async () => {
    const visitor = newVisitor();
    expect(await told(visitor, [{ name: "huge.fit", bytes: Buffer.alloc(101 * MEGABYTE) }, GOOD])).toEqual([
      "huge.fit: The file is larger than 100 MB, the most that is read.",
      "new-zealand-fr945.fit: imported",
    ]);
    const { rows } = await sql`select count(*)::int as pieces from import_pieces`.execute(database.db);
    expect(rows).toEqual([{ pieces: 0 }]);
  });

  it("keep another sport apart, say of one without a word for it that it was guessed, and a route is no run", async () => {
    const as = (name: string, type: string): RunFile =>
      changed(name, (text) => text.replace("<type>running</type>", type));
    const [rider, runner] = [newVisitor(), newVisitor()];
    await told(rider, [as("ride.gpx", "<type>cycling</type>")]);
    expect(await runsOf(rider)).toMatchObject([{ sport: "ride" }]);
    await told(runner, [as("none.gpx", "")]);
    expect(await runsOf(runner)).toMatchObject([{ sport: "run", notes: [expect.stringMatching(/sport/)] }]);
    const route = `<?xml version="1.0"?><gpx><rte><rtept lat="47" lon="8"/><rtept lat="47.1" lon="8"/></rte></gpx>`;
    expect(await told(runner, [fileOf("route.gpx", route)])).toEqual([
      "route.gpx: It holds a course, which nobody has run yet.",
    ]);
  });

  it("have their samples of nonsense left out, and the run beside them kept", async () => {
    const visitor = newVisitor();
    const broken = changed("broken.gpx", (text) =>
      text
        .replaceAll(
          /(<trkpt lat=")[\d.]+(" lon="[\d.]+"><ele>)400/g,
          (match, head: string, tail: string, at: number) =>
            at % 7 === 0 ? `${head}NaN${tail}-1e308` : match,
        )
        .replaceAll(/<hr>150<[/]hr>/g, (match, at: number) =>
          at % 3 === 0 ? "<hr>-40</hr>" : at % 3 === 1 ? "<hr>NaN</hr>" : match,
        ),
    );
    expect(await told(visitor, [broken])).toEqual(["broken.gpx: imported"]);
    const [run] = await runsOf(visitor);
    expect(run).toMatchObject({ day: "2026-11-10", averageHeartRate: 150, maxHeartRate: 150 });
    expect((run?.metres ?? 0) / HOUR.metres).toBeCloseTo(1, 1);
    expect(Math.abs(run?.ascentMetres ?? 0)).toBeLessThan(10);
  });

  it("are of no day where their clock says 1990 or 2099, and say so", async () => {
    const visitor = newVisitor();
    const clocks = ["1990-01-01T00:10:00Z", "2099-05-05T07:00:00Z"];
    const files = clocks.map((at) => gpxFile(`${at.slice(0, 4)}.gpx`, { at, ...HOUR }));
    expect(await told(visitor, files)).toEqual(["1990.gpx: imported", "2099.gpx: imported"]);
    const runs = await runsOf(visitor);
    expect(runs.map(({ day }) => day)).toEqual([null, null]);
    for (const { notes } of runs) expect(notes).toContainEqual(expect.stringMatching(/clock/));
  });

  it("are one activity where two have one id, in a file sent twice and in an archive asked for again", async () => {
    const visitor = newVisitor();
    expect(await told(visitor, [GOOD, { ...GOOD, name: "again.fit" }])).toEqual([
      "new-zealand-fr945.fit: imported",
      "again.fit: known",
    ]);
    const bytes = zipOf(archiveFiles({ activities: 6, layout: 94 }));
    const twice = await told(visitor, [
      { name: "2025.zip", bytes },
      { name: "2026.zip", bytes },
    ]);
    expect(twice.filter((line) => line.endsWith(": imported"))).toHaveLength(6);
    expect(twice.filter((line) => line.endsWith(": known"))).toHaveLength(6);
    expect(await runsOf(visitor)).toHaveLength(7);
  });

  it("are read where the archive's table is in another language", async () => {
    const visitor = newVisitor();
    const bytes = zipOf(archiveFiles({ activities: 12, layout: "german" }));
    const lines = await told(visitor, [{ name: "export.zip", bytes }]);
    expect(lines).toHaveLength(12);
    for (const line of lines) expect(line).toMatch(/: imported$/);
    const runs = await runsOf(visitor);
    expect(runs.map(({ sport }) => sport).toSorted()).toEqual([
      "ride",
      ...Array.from({ length: 11 }, () => "run"),
    ]);
  });
});
