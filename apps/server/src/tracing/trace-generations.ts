import type { Generate, Tracing } from "@strideiq/application";

/** The same generator, which tells how long the engine took and what became of the wish. */
export const traceGenerations =
  ({ begin }: Tracing) =>
  (generate: Generate): Generate =>
  (request) => {
    const span = begin("generate plan", {});
    try {
      const plan = span.run(() => generate(request));
      span.end(
        plan.ok
          ? { "strideiq.outcome": "ready" }
          : { "strideiq.outcome": "refused", "strideiq.law": plan.error.law },
      );
      return plan;
    } catch (problem) {
      span.end({ "strideiq.outcome": "failed" }, true);
      throw problem;
    }
  };
