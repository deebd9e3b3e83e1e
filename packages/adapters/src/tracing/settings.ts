import type { Tracing } from "@strideiq/application";

export interface TracingSettings {
  /** Where a collector takes OTLP by HTTP, such as `http://127.0.0.1:4318`. */
  readonly endpoint: string;
  readonly serviceName: string;
  /** Of all traces, from 0 to 1. */
  readonly share: number;
  /** Hears when traces cannot be handed over, once until they can be again. */
  readonly onProblem: (problem: unknown) => void;
}

export interface OpenTracing extends Tracing {
  /** Hands over what is left, unless that takes long. */
  readonly stop: () => Promise<void>;
}
