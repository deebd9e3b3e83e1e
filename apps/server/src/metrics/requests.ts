import type { FastifyInstance } from "fastify";
import { Counter, Histogram, type Registry } from "prom-client";
import type { WatchAtOnce } from "../http/at-once.ts";

/** In seconds: the aims of the service (50 ms, 100 ms, 500 ms) are borders, so that an alert can ask for them. */
const BORDERS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What belongs to no route, such as a mistyped address, is one row: an address is nothing to count by. */
const NO_ROUTE = "none";

/** Watches what the application answers, and what is answered in front of it. */
export interface RequestWatch {
  readonly watchRequests: (app: FastifyInstance) => void;
  readonly watchAtOnce: WatchAtOnce;
}

/** Times requests by route, as it stands in the API document, and by the hundreds of their status. */
export function createRequestWatch(registry: Registry): RequestWatch {
  const duration = new Histogram({
    name: "strideiq_http_request_duration_seconds",
    help: "Time from a request to its answer, by method, route and class of status",
    labelNames: ["method", "route", "status"],
    buckets: BORDERS,
    registers: [registry],
  });
  const atOnce = new Counter({
    name: "strideiq_http_at_once_total",
    help: "Requests answered from what is in hand, before the application is asked; they are timed with all others",
    registers: [registry],
  });
  const note = (method: string, route: string, code: number, milliseconds: number): void => {
    const status = `${String(Math.floor(code / 100))}xx`;
    duration.observe({ method, route, status }, milliseconds / 1000);
  };
  return {
    watchRequests: (app) => {
      app.addHook("onResponse", (request, reply, done) => {
        note(request.method, request.routeOptions.url ?? NO_ROUTE, reply.statusCode, reply.elapsedTime);
        done();
      });
    },
    watchAtOnce: (response, { method, route }) => {
      const began = performance.now();
      response.once("finish", () => {
        atOnce.inc();
        note(method, route, response.statusCode, performance.now() - began);
      });
    },
  };
}
