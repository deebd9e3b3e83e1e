import { performance } from "node:perf_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import { err, ok, type Result } from "@strideiq/engine";
import type { FastifyInstance } from "fastify";
import { sayFarewell } from "../http/farewell.ts";
import type { Configuration } from "./configuration.ts";

/** Opens the port and says under which address the page is; the error is a sentence for the terminal. */
export async function listen(
  app: FastifyInstance,
  { host, port }: Configuration,
): Promise<Result<string, string>> {
  // Right before the port is closed, after all that takes time.
  app.addHook("preClose", () => allAreAccepted(app));
  try {
    await app.listen({ host, port });
    return ok(addressOf(host, openPort(app) ?? port));
  } catch (problem) {
    const sentence = SENTENCES.get(codeOf(problem));
    if (sentence === undefined) throw problem;
    return err(sentence(host, port));
  }
}

/** The port that the system chose when 0 was asked for. */
function openPort(app: FastifyInstance): number | undefined {
  const address = app.server.address();
  return address === null || typeof address === "string" ? undefined : address.port;
}

const FAREWELL_MILLISECONDS = 1_000;
const IDLE_MILLISECONDS = 50;
const QUIET_MILLISECONDS = 2;
const QUIET_AFTER_MILLISECONDS = 2_000;

/**
 * Stops listening and waits for the answers that are under way. Each answer from now on says that its connection ends
 * with it. A connection that nothing is asked on is kept for a second: a request may be on its way on it already.
 */
export async function closeApp(app: FastifyInstance): Promise<void> {
  sayFarewell(app);
  const { server } = app;
  const closeIdle = server.closeIdleConnections.bind(server);
  // Closing a server ends its idle connections at once; here it is done below.
  server.closeIdleConnections = () => undefined;
  let idle: NodeJS.Timeout | undefined;
  const farewell = setTimeout(() => {
    closeIdle();
    idle = setInterval(closeIdle, IDLE_MILLISECONDS);
  }, FAREWELL_MILLISECONDS);
  try {
    await app.close();
  } finally {
    clearTimeout(farewell);
    clearInterval(idle);
  }
}

/**
 * The system greets whoever comes; they wait to be accepted, one in each turn, and are cut off when nobody listens any
 * more. So listening ends after a turn in which nobody was waiting, and so short that nobody can have come since. Where
 * there is none within two seconds, some may be cut off.
 */
async function allAreAccepted({ server }: FastifyInstance): Promise<void> {
  const latest = performance.now() + QUIET_AFTER_MILLISECONDS;
  let accepted = 0;
  const count = (): void => void (accepted += 1);
  server.on("connection", count);
  // The first turn may have begun before now, and end without looking who waits.
  await nextTurn();
  let began: number;
  let before: number;
  do {
    began = performance.now();
    before = accepted;
    await nextTurn();
  } while ((accepted > before || performance.now() - began > QUIET_MILLISECONDS) && began < latest);
  server.off("connection", count);
}

const SENTENCES: ReadonlyMap<string, (host: string, port: number) => string> = new Map([
  [
    "EADDRINUSE",
    (_host, port) =>
      `Port ${String(port)} is taken by another program; end it, or choose another with PORT=${String(port === 65_535 ? 4747 : port + 1)}.`,
  ],
  [
    "EACCES",
    (_host, port) => `This user may not open port ${String(port)}; choose one above 1023 with PORT=4747.`,
  ],
  [
    "EADDRNOTAVAIL",
    (host) => `This machine has no address ${host}; unset HOST, or set it to one of its own.`,
  ],
  ["ENOTFOUND", (host) => `The host name ${host} is not known; unset HOST, or set it to an address.`],
]);

const codeOf = (problem: unknown): string =>
  problem instanceof Error && "code" in problem ? String(problem.code) : "";

const WILDCARDS = new Set(["0.0.0.0", "::", ""]);

function addressOf(host: string, port: number): string {
  const shown = WILDCARDS.has(host) ? "localhost" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${String(port)}`;
}
