import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { ImportAnswer } from "@strideiq/contracts";
import { writeStravaArchive } from "../../packages/activity-files/src/synthetic/strava-archive.fixture.ts";
import type { Figure } from "./figure.ts";
import { call, closeConnections } from "./http.ts";
import { quantile } from "./quantile.ts";
import { startServer, startTrivialServer } from "./server.ts";
import { postUntilReady } from "./waiting-times.ts";

const ACTIVITIES = 5000;
/** Half an hour to an hour and a half each, with a sample every ten seconds: what counts here is how many they are. */
const EVERY_SECONDS = 10;
const READS_A_SECOND = 10;
const READ_MILLISECONDS_MAX = 100;
const MEGABYTES_MAX = 300;

/**
 * An archive of ten years read by the one process that also answers, while its athlete looks at the calendar: how
 * long, how much memory at most, and how soon the calendar comes.
 */
export async function archiveFigures(bodies: readonly string[]): Promise<readonly Figure[]> {
  const server = await startServer();
  const trivial = await startTrivialServer();
  try {
    const path = join(server.folder, "export.zip");
    writeStravaArchive(path, { activities: ACTIVITIES, layout: 94, everySeconds: EVERY_SECONDS });
    const { visitors } = await postUntilReady(server.address, bodies.slice(0, 1));
    const cookie = visitors[0]?.cookie ?? "";
    const address = `${server.address}${await openImport(server.address, path, cookie)}`;
    const before = peakMegabytes(server.pid);
    const began = performance.now();
    await post(`${address}/start`, cookie);
    const { bare, calendar, ended } = await readMeanwhile(server.address, trivial.address, address, cookie);
    const milliseconds = performance.now() - began;
    if (ended.outcomes.imported !== ACTIVITIES)
      throw new Error(`Of ${ACTIVITIES} activities these were imported: ${JSON.stringify(ended.outcomes)}`);
    const name = `archive of ${ACTIVITIES} (${Math.round(statSync(path).size / 1e6)} MB)`;
    return [
      {
        name: `${name}: activities read, judged and stored`,
        value: (ACTIVITIES / milliseconds) * 1000,
        unit: "/s",
      },
      {
        name: `${name}: memory of the process at most`,
        value: peakMegabytes(server.pid),
        unit: "MB",
        aim: MEGABYTES_MAX,
        limit: { name: "the same process before", value: before },
      },
      ...[0.5, 0.99].map((share) => ({
        name: `${name}: calendar meanwhile, p${share * 100} of ${calendar.length}`,
        value: quantile(calendar, share),
        unit: "ms" as const,
        ...(share === 0.99 ? { aim: READ_MILLISECONDS_MAX } : {}),
        limit: { name: "bare round trip", value: quantile(bare, share) },
      })),
    ];
  } finally {
    closeConnections();
    await server.stop();
    await trivial.stop();
  }
}

/** The most memory that a process has had, as Linux counts it. */
function peakMegabytes(pid: number): number {
  const [, kilobytes = "NaN"] =
    /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

/** Opens an import and sends the archive; its path. */
async function openImport(server: string, path: string, cookie: string): Promise<string> {
  const opened = await fetch(`${server}/v1/imports`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify({ timeZone: "Europe/Zurich" }),
  });
  const { importId } = ImportAnswer.parse(await opened.json());
  const sent = await fetch(`${server}/v1/imports/${importId}/files/0?name=export.zip`, {
    method: "PUT",
    headers: { cookie, "content-type": "application/octet-stream" },
    body: readFileSync(path),
  });
  if (!sent.ok) throw new Error(`The archive was answered with ${sent.status}.`);
  return `/v1/imports/${importId}`;
}

async function post(url: string, cookie: string): Promise<void> {
  const { status } = await fetch(url, { method: "POST", headers: { cookie } });
  if (status !== 202) throw new Error(`POST ${url} answered ${status}`);
}

interface Meanwhile {
  readonly calendar: readonly number[];
  readonly bare: readonly number[];
  readonly ended: ImportAnswer;
}

/** Looks at the calendar at a steady pace until the import has ended. */
async function readMeanwhile(
  server: string,
  trivial: string,
  address: string,
  cookie: string,
): Promise<Meanwhile> {
  const [calendar, bare]: [number[], number[]] = [[], []];
  for (let turn = 0; ; turn += 1) {
    const began = performance.now();
    calendar.push(
      await timed(() => call(`${server}/v1/calendar?from=2026-11-23&to=2027-05-01`, undefined, cookie)),
    );
    bare.push(await timed(() => call(trivial)));
    if (turn % READS_A_SECOND === 0) {
      const answer = await fetch(address, { headers: { cookie } });
      const ended = ImportAnswer.parse(await answer.json());
      if (ended.finishedAt !== null) return { calendar, bare, ended };
    }
    await sleep(Math.max(0, 1000 / READS_A_SECOND - (performance.now() - began)));
  }
}

async function timed(work: () => Promise<{ readonly status: number }>): Promise<number> {
  const began = performance.now();
  // A connection that stood idle is closed by the server at any moment: then the read is made once more, and takes both.
  const { status } = await work().catch(() => {
    closeConnections();
    return work();
  });
  if (status >= 300) throw new Error(`answered ${status}`);
  return performance.now() - began;
}
