import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

const Value = z.union([
  z.object({ stringValue: z.string() }).transform(({ stringValue }) => stringValue),
  z.object({ intValue: z.coerce.number() }).transform(({ intValue }) => intValue),
]);

const Traces = z.object({
  resourceSpans: z.array(
    z.object({
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              attributes: z
                .array(z.object({ key: z.string(), value: Value }))
                .transform((pairs) => new Map(pairs.map(({ key, value }) => [key, value]))),
            }),
          ),
        }),
      ),
    }),
  ),
});

export type ToldSpan = z.infer<typeof Traces>["resourceSpans"][number]["scopeSpans"][number]["spans"][number];

export interface Collector {
  readonly endpoint: string;
  readonly spans: ToldSpan[];
  /** All that has come, as it came. */
  readonly texts: string[];
  readonly stop: () => Promise<void>;
}

/** Takes traces as a collector of OpenTelemetry does: OTLP in JSON by HTTP. */
export async function startCollector(): Promise<Collector> {
  const spans: ToldSpan[] = [];
  const texts: string[] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const bytes = Buffer.concat(parts);
      const text = (request.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes).toString(
        "utf8",
      );
      texts.push(`${request.url ?? ""} ${text}`);
      const { resourceSpans } = Traces.parse(JSON.parse(text));
      spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((fulfil) => server.listen(0, "127.0.0.1", fulfil));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${String(port)}`,
    spans,
    texts,
    stop: () =>
      new Promise((fulfil) => {
        server.close(() => {
          fulfil();
        });
        server.closeAllConnections();
      }),
  };
}
