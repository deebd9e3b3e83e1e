import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { ImportAnswer, ImportReportListAnswer } from "@strideiq/contracts";
import { expect } from "vitest";
import { send, type Visitor } from "./http/call-server.fixture.ts";
import { root } from "./test-service.fixture.ts";

export interface RunFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A recording of a real runner; tests/fixtures/activities/README.md says whose. */
export const realFile = (name: string): RunFile => ({
  name,
  bytes: readFileSync(join(root, "tests/fixtures/activities", name)),
});

export interface MadeUpRun {
  /** When it began, such as `2026-12-01T07:00:00Z`. */
  readonly at: string;
  readonly metres: number;
  readonly seconds: number;
  /** How far it lies from other runs of that hour. */
  readonly longitude?: number;
  /** Beats a minute all the way; without it there was no strap. */
  readonly heartRate?: number;
}

/** Metres of a degree of latitude. */
const DEGREE_METRES = 111_195;

/** A run north from Zurich at an even pace as GPX, a point every five seconds. */
export function gpxFile(
  name: string,
  { at, heartRate, longitude = 8.54, metres, seconds }: MadeUpRun,
): RunFile {
  const beating = heartRate === undefined ? "" : `<extensions><hr>${String(heartRate)}</hr></extensions>`;
  const points = Array.from({ length: Math.floor(seconds / 5) + 1 }, (_, index) => {
    const latitude = 47.3 + ((index * 5) / seconds) * (metres / DEGREE_METRES);
    const time = new Date(Date.parse(at) + index * 5000).toISOString();
    return `<trkpt lat="${latitude.toFixed(7)}" lon="${longitude.toFixed(5)}"><ele>400</ele><time>${time}</time>${beating}</trkpt>`;
  });
  const text = `<?xml version="1.0"?><gpx version="1.1" creator="Test" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>${points.join("")}</trkseg></trk></gpx>`;
  return { name, bytes: Buffer.from(text) };
}

/** Sends half of a file, and then what is asked for: the rest, or nothing more. */
export async function sendHalf(address: string, cookie: string, bytes: Uint8Array) {
  const headers = { cookie, "content-type": "application/octet-stream", "content-length": bytes.length };
  const sending = request(address, { method: "PUT", headers });
  const status = new Promise<number>((resolve) => {
    sending.on("error", () => {
      resolve(0);
    });
    sending.on("response", (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
  const half = bytes.length / 2;
  await new Promise<void>((resolve) => {
    sending.write(bytes.subarray(0, half), () => {
      resolve();
    });
  });
  return {
    hangUp: () => sending.destroy(),
    finish: () => {
      sending.end(bytes.subarray(half));
      return status;
    },
  };
}

/** Sends files as one import, starts it, and waits for its end. */
export async function imported(visitor: Visitor, files: readonly RunFile[]): Promise<ImportAnswer> {
  const opened = await send(visitor, "POST", "/v1/imports", { timeZone: "Europe/Zurich" });
  expect(opened.status).toBe(201);
  const address = `/v1/imports/${ImportAnswer.parse(opened.json).importId}`;
  for (const [position, { bytes, name }] of files.entries()) {
    const sent = await visitor.call(`${address}/files/${String(position)}?name=${encodeURIComponent(name)}`, {
      method: "PUT",
      rawBody: bytes,
      headers: { "content-type": "application/octet-stream" },
    });
    expect(sent.json).toEqual({ position, bytes: bytes.length });
  }
  expect((await send(visitor, "POST", `${address}/start`)).status).toBe(202);
  await expect
    .poll(async () => (await visitor.call(address)).json, { timeout: 60_000, interval: 50 })
    .toHaveProperty("finishedAt", expect.stringMatching(/^20/));
  return ImportAnswer.parse((await visitor.call(address)).json);
}

/** What became of each file, in a word. */
export async function outcomesOf(visitor: Visitor, importId: string): Promise<readonly string[]> {
  const { json } = await visitor.call(`/v1/imports/${importId}/reports?limit=100`);
  return ImportReportListAnswer.parse(json).reports.map(
    ({ name, outcome, reason }) => `${name} ${outcome}${reason === null ? "" : ` ${reason}`}`,
  );
}
