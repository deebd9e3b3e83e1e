import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { end, type ServerProcess, startServer } from "./server-process.ts";

let folder: string;
let server: ServerProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-stopping-"));
});
afterEach(async () => {
  if (server?.child.exitCode === null && server.child.signalCode === null) await end(server, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const WISH = JSON.stringify({
  distance: "10k",
  raceDate: "2027-04-18",
  daysPerWeek: 5,
  weeklyMetres: 45_000,
  longestMetres: 16_000,
});

interface Sent {
  readonly connected: boolean;
  readonly status: number | undefined;
  readonly planId: string | undefined;
  readonly cookie: string | undefined;
}

/** Asks on a connection of its own; a status of undefined means that no answer came. */
const ask = (address: string): Promise<Sent> =>
  new Promise((resolve) => {
    let connected = false;
    const lost = (): void => {
      resolve({ connected, status: undefined, planId: undefined, cookie: undefined });
    };
    const headers = { "content-type": "application/json", "content-length": String(WISH.length) };
    const asked = request(`${address}/v1/plans`, { method: "POST", headers, agent: false }, (response) => {
      response.resume();
      response.once("error", lost);
      response.once("end", () => {
        const { location, "set-cookie": cookies } = response.headers;
        const planId = location?.replace("/v1/plans/", "");
        resolve({ connected, status: response.statusCode, planId, cookie: cookies?.[0]?.split(";")[0] });
      });
    });
    asked.once("socket", (socket) => {
      socket.once("connect", () => (connected = true));
    });
    asked.once("error", lost);
    asked.end(WISH);
  });

it(
  "answers every request that it took before it was told to stop, and loses nothing that it accepted",
  { timeout: 120_000 },
  async () => {
    server = await startServer({ DATA_DIR: folder });
    const { address } = server;
    const early = Array.from({ length: 60 }, () => ask(address));
    await Promise.race(early);
    const stopped = end(server, "SIGTERM");
    const late = Array.from({ length: 10 }, () => ask(address));
    expect(await stopped).toBe(0);
    const answers = await Promise.all(early);
    expect(answers.filter(({ status }) => status !== 202)).toEqual([]);
    // Whoever comes when it no longer listens is refused, and may ask elsewhere; none is answered with an error.
    const afterwards = await Promise.all(late);
    expect(afterwards.filter(({ status }) => status !== undefined && status !== 202)).toEqual([]);

    server = await startServer({ DATA_DIR: folder });
    const again = server.address;
    const accepted = [...answers, ...afterwards].filter(({ status }) => status === 202);
    for (const { planId, cookie } of accepted) {
      const read = async (): Promise<unknown> => {
        const response = await fetch(`${again}/v1/plans/${planId ?? ""}`, {
          headers: { cookie: cookie ?? "" },
        });
        return ((await response.json()) as { readonly status?: unknown }).status;
      };
      await expect.poll(read, { timeout: 30_000, interval: 100 }).toBe("ready");
    }
    expect(await end(server, "SIGTERM")).toBe(0);
  },
);

it("ends the streams of those who wait, so that stopping takes no time", { timeout: 60_000 }, async () => {
  server = await startServer({ DATA_DIR: folder, ROLE: "api" });
  const { address } = server;
  const { cookie } = await ask(address);
  const headers = { cookie: cookie ?? "" };
  const { jobs } = (await (await fetch(`${address}/v1/jobs`, { headers })).json()) as {
    readonly jobs: readonly { readonly jobId: string }[];
  };
  const stream = await fetch(`${address}/v1/jobs/${jobs[0]?.jobId ?? ""}/events`, { headers });
  const told = stream.text();
  await sleep(200);
  const begun = performance.now();
  expect(await end(server, "SIGTERM")).toBe(0);
  expect(await told).toContain('"status":"waiting"');
  expect(performance.now() - begun).toBeLessThan(10_000);
});
