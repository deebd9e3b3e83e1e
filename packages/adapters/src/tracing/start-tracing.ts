import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { defaultResource, resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { TraceFacts, TraceSpan } from "@strideiq/application";
import { createHandOver } from "./hand-over.ts";
import type { OpenTracing, TracingSettings } from "./settings.ts";

/** What a statement or a name may be long. */
const TEXT_MAX = 1_000;
const STOP_MILLISECONDS = 2_000;

const KINDS = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER } as const;

/** What is under way, and which of its facts belong to all that is a part of it. */
interface Here {
  readonly span: Span;
  readonly facts: TraceFacts;
}

/**
 * Traces of this process by OpenTelemetry. Nothing is registered for the whole process: libraries that would tell
 * of themselves, with texts and addresses that nobody has looked at, find nobody to tell it to.
 */
export function startTracing(settings: TracingSettings): OpenTracing {
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ "service.name": settings.serviceName })),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(settings.share) }),
    spanLimits: { attributeValueLengthLimit: TEXT_MAX },
    spanProcessors: [new BatchSpanProcessor({ exporter: createHandOver(settings) })],
  });
  const tracer = provider.getTracer("strideiq");
  const places = new AsyncLocalStorage<Here>();
  /** A timer that was set by a request outlives it, and is no part of it any more. */
  const here = (): Here | undefined => {
    const place = places.getStore();
    return place?.span.isRecording() === true ? place : undefined;
  };

  const begin: OpenTracing["begin"] = (name, facts, { kind, carried } = {}) => {
    // The unsampled, too, lead on: what is a part of them is told just as little.
    const place = carried === undefined ? places.getStore() : undefined;
    const parent = place === undefined ? contextOf(carried) : trace.setSpan(ROOT_CONTEXT, place.span);
    const all = { ...shared(place?.facts), ...facts };
    const spanKind = kind === undefined ? SpanKind.INTERNAL : KINDS[kind];
    const span = tracer.startSpan(name, { kind: spanKind, attributes: attributes(all) }, parent);
    return spanOf(span, (work) => places.run({ span, facts: all }, work));
  };

  return {
    begin,
    tellEnded: (name, facts, milliseconds, isFault) => {
      const place = here();
      if (place === undefined) return;
      const end = Date.now();
      const told = attributes({ ...shared(place.facts), ...facts });
      const options = { kind: SpanKind.CLIENT, startTime: end - milliseconds, attributes: told };
      const span = tracer.startSpan(name, options, trace.setSpan(ROOT_CONTEXT, place.span));
      if (isFault) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(end);
    },
    carry: () => {
      const context = places.getStore()?.span.spanContext();
      return context && `00-${context.traceId}-${context.spanId}-0${String(context.traceFlags & 1)}`;
    },
    stop: () => atMost(STOP_MILLISECONDS, provider.shutdown()),
  };
}

const spanOf = (span: Span, run: TraceSpan["run"]): TraceSpan => ({
  run,
  end: (facts = {}, isFault = false) => {
    span.setAttributes(attributes(facts));
    if (isFault) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  },
});

const shared = (facts: TraceFacts = {}): TraceFacts => {
  const { "strideiq.request_id": requestId, "strideiq.job_id": jobId } = facts;
  return {
    ...(requestId === undefined ? {} : { "strideiq.request_id": requestId }),
    ...(jobId === undefined ? {} : { "strideiq.job_id": jobId }),
  };
};

const attributes = (facts: TraceFacts): Attributes => ({ ...facts });

/** As the W3C writes it down: version, trace, span, and whether it is told. */
const CARRIED = /^00-([\da-f]{32})-([\da-f]{16})-0([01])$/;

function contextOf(carried: string | null | undefined): Context {
  const [, traceId, spanId, flag] = CARRIED.exec(carried ?? "") ?? [];
  if (traceId === undefined || spanId === undefined) return ROOT_CONTEXT;
  const context = { traceId, spanId, traceFlags: Number(flag), isRemote: true };
  return trace.setSpanContext(ROOT_CONTEXT, context);
}

/** A collector that is away holds up no process that wants to end. */
async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let limit: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((fulfil) => {
    limit = setTimeout(fulfil, milliseconds);
  });
  await Promise.race([work.catch(() => undefined), tooLong]);
  clearTimeout(limit);
}
