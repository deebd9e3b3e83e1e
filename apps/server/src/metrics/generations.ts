import type { Generate } from "@strideiq/application";
import { Counter, Histogram, type Registry } from "prom-client";

/** In seconds: a plan takes 5 ms, the search for a refused wish's nearest plan some hundred. */
const BORDERS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1];

/** Counts what the engine makes: plans by what laws remarked on them, refusals by the law that stands in the way. */
export const watchGenerations = (registry: Registry): ((generate: Generate) => Generate) => {
  const registers = [registry];
  const duration = new Histogram({
    name: "strideiq_generation_duration_seconds",
    help: "Time the engine takes for a wish, by what becomes of it",
    labelNames: ["outcome"],
    buckets: BORDERS,
    registers,
  });
  const refusals = new Counter({
    name: "strideiq_refusals_total",
    help: "Wishes that could not be kept, by the law that stands in the way",
    labelNames: ["law"],
    registers,
  });
  const flags = new Counter({
    name: "strideiq_law_flags_total",
    help: "Plans made on which a law has a remark, by law",
    labelNames: ["law"],
    registers,
  });
  return (generate) => (request) => {
    const end = duration.startTimer();
    const plan = generateOrTell(generate, request, () => end({ outcome: "failed" }));
    end({ outcome: plan.ok ? "ready" : "refused" });
    if (!plan.ok) refusals.inc({ law: plan.error.law });
    else
      for (const { id, verdict } of plan.value.certificate.laws)
        if (verdict === "flag") flags.inc({ law: id });
    return plan;
  };
};

function generateOrTell(
  generate: Generate,
  request: Parameters<Generate>[0],
  onFailure: () => void,
): ReturnType<Generate> {
  try {
    return generate(request);
  } catch (problem) {
    onFailure();
    throw problem;
  }
}
