import type { IncomingHttpHeaders } from "node:http";
import { networkInterfaces } from "node:os";
import type { ProblemCode } from "@strideiq/contracts";
import type { FastifyInstance } from "fastify";
import { sendProblem } from "./problems.ts";

const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];
const WILDCARD_HOSTS = ["0.0.0.0", "::"];

/** The host names under which this server may be addressed, given where it listens. */
export function knownHosts(listenHost: string, alsoAllowed: readonly string[]): ReadonlySet<string> {
  const own = WILDCARD_HOSTS.includes(listenHost) ? machineAddresses() : [bracketed(listenHost)];
  return new Set([...LOOPBACK_HOSTS, ...own, ...alsoAllowed].map((host) => host.toLowerCase()));
}

const machineAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).map(({ address }) => bracketed(address)),
  );

const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host);

/**
 * Refuses requests under a foreign host name (a website whose name was pointed at this machine) and requests that
 * another website's page makes, unless its origin is listed.
 */
export function refuseForeigners(app: FastifyInstance, known: KnownNames): void {
  app.addHook("onRequest", (request, reply, done) => {
    const foreign = whatIsForeign(request.headers, known);
    if (foreign === undefined) done();
    else void sendProblem(reply, foreign);
  });
}

export interface KnownNames {
  readonly hosts: ReadonlySet<string>;
  readonly origins: ReadonlySet<string>;
}

export function whatIsForeign(
  { host, origin }: IncomingHttpHeaders,
  { hosts, origins }: KnownNames,
): ProblemCode | undefined {
  if (host === undefined || !hosts.has(nameOf(host))) return "foreign_host";
  const isForeign = origin !== undefined && !isSameHost(origin, host) && !origins.has(origin);
  return isForeign ? "foreign_origin" : undefined;
}

const nameOf = (host: string): string => host.replace(/:\d+$/, "").toLowerCase();

function isSameHost(origin: string, host: string): boolean {
  const url = URL.parse(origin);
  return url !== null && url.host === host.toLowerCase();
}
