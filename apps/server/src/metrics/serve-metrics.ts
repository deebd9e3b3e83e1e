import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { err, ok, type Result } from "@strideiq/engine";
import type { Metrics } from "./metrics.ts";

export interface MetricsServer {
  /** Where the figures can be read. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/**
 * Serves `/metrics` at a port of its own, which no proxy hands on: figures of a business are nobody else's.
 * A worker, which answers no requests, has one as well. The error is a sentence for the terminal.
 */
export async function serveMetrics(
  metrics: Metrics,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Result<MetricsServer, string>> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404, { "content-type": "text/plain" }).end("Figures are at GET /metrics.\n");
      return;
    }
    metrics.read().then(
      (text) => response.writeHead(200, { "content-type": metrics.contentType }).end(text),
      // Prometheus counts it as "down", which is what an operator wants to hear of a database that is away.
      () => response.writeHead(503, { "content-type": "text/plain" }).end("The database does not answer.\n"),
    );
  });
  const problem = await new Promise<Error | undefined>((fulfil) => {
    server.once("error", fulfil);
    server.listen(port, host, () => {
      fulfil(undefined);
    });
  });
  if (problem !== undefined)
    return err(
      `METRICS_PORT ${String(port)} on ${host} cannot be listened on (${problem.message}); choose another.`,
    );
  const address = `http://${host}:${String(portOf(server.address()))}/metrics`;
  const stop = (): Promise<void> =>
    new Promise((fulfil) => {
      server.close(() => {
        fulfil();
      });
      server.closeAllConnections();
    });
  return ok({ address, stop });
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === "object" && address !== null ? address.port : 0;
