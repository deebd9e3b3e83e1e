import type { OpenTracing, TracingSettings } from "./settings.ts";

/** Begins to tell traces. The library for it is read here and not before: who wants none does not pay for it. */
export async function openTracing(settings: TracingSettings): Promise<OpenTracing> {
  const { startTracing } = await import("./start-tracing.ts");
  return startTracing(settings);
}
