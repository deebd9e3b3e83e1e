import type { FastifyInstance } from "fastify";
import { Histogram, type Registry } from "prom-client";

/** In seconds: the aims of the service (50 ms, 100 ms, 500 ms) are borders, so that an alert can ask for them. */
const BORDERS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What belongs to no route, such as a mistyped address, is one row: an address is nothing to count by. */
const NO_ROUTE = "none";

/** Times requests by route, as it stands in the API document, and by the hundreds of their status. */
export const watchRequests = (registry: Registry): ((app: FastifyInstance) => void) => {
  const duration = new Histogram({
    name: "strideiq_http_request_duration_seconds",
    help: "Time from a request to its answer, by method, route and class of status",
    labelNames: ["method", "route", "status"],
    buckets: BORDERS,
    registers: [registry],
  });
  return (app) => {
    app.addHook("onResponse", (request, reply, done) => {
      const route = request.routeOptions.url ?? NO_ROUTE;
      const status = `${String(Math.floor(reply.statusCode / 100))}xx`;
      duration.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
      done();
    });
  };
};
