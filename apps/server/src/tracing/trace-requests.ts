import type { TraceSpan, Tracing } from "@strideiq/application";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { WatchAtOnce } from "../http/at-once.ts";

/** Tells of each request by its route, as it stands in the API document: what somebody put into an address is theirs. */
export const traceRequests =
  ({ begin }: Tracing) =>
  (app: FastifyInstance): void => {
    const spans = new WeakMap<FastifyRequest, TraceSpan>();
    app.addHook("onRequest", (request, _reply, done) => {
      const { method, id, routeOptions } = request;
      const route = routeOptions.url;
      const span = begin(
        route === undefined ? method : `${method} ${route}`,
        {
          "http.request.method": method,
          ...(route === undefined ? {} : { "http.route": route }),
          "strideiq.request_id": id,
        },
        { kind: "server", carried: null },
      );
      spans.set(request, span);
      span.run(done);
    });
    // A body arrives by events of the connection, which is no part of anything: from here on it is again.
    app.addHook("preValidation", (request, _reply, done) => {
      const span = spans.get(request);
      if (span === undefined) done();
      else span.run(done);
    });
    app.addHook("onResponse", (request, { statusCode }, done) => {
      spans.get(request)?.end({ "http.response.status_code": statusCode }, statusCode >= 500);
      done();
    });
  };

/** The same of a reading that is answered before any hook is asked. */
export const traceAtOnce =
  ({ begin }: Tracing): WatchAtOnce =>
  (response, { method, route, requestId }) => {
    const facts = {
      "http.request.method": method,
      "http.route": route,
      "strideiq.request_id": requestId,
    };
    const span = begin(`${method} ${route}`, facts, { kind: "server", carried: null });
    response.once("close", () => {
      span.end({ "http.response.status_code": response.statusCode });
    });
  };
