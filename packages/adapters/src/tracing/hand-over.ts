import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import type { SpanExporter } from "@opentelemetry/sdk-trace";
import type { TracingSettings } from "./settings.ts";

/** Hands traces over to the collector. What it does not take is lost, and nobody waits for it. */
export function createHandOver({ endpoint, onProblem }: TracingSettings): SpanExporter {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  let isTroubled = false;
  return {
    export: (spans, onResult) => {
      exporter.export(spans, (result) => {
        if (result.error !== undefined && !isTroubled)
          onProblem(new Error("the collector takes no traces", { cause: result.error }));
        isTroubled = result.error !== undefined;
        onResult(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush(),
  };
}
