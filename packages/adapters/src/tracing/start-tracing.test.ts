import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as later } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { traceJob, withTrace } from "../queue/trace-job.ts";
import { type Collector, startCollector, type ToldSpan } from "./collector.fixture.ts";
import { openTracing } from "./open-tracing.ts";
import type { OpenTracing } from "./settings.ts";

let collector: Collector;
let tracing: OpenTracing;
let problems: unknown[];

const open = (share: number, endpoint = collector.endpoint): Promise<OpenTracing> =>
  openTracing({ endpoint, serviceName: "strideiq", share, onProblem: (problem) => problems.push(problem) });

beforeEach(async () => {
  problems = [];
  collector = await startCollector();
  tracing = await open(1);
});
afterEach(async () => {
  await tracing.stop();
  await collector.stop();
});

const told = (name: string): ToldSpan | undefined => collector.spans.find((span) => span.name === name);

describe("a trace", () => {
  it("leads from what was asked to its parts, which know the request and the job", async () => {
    const request = tracing.begin("request", { "strideiq.request_id": "r1", "http.route": "/v1/plans" });
    request.run(() => {
      const part = tracing.begin("part", { "strideiq.outcome": "ready" });
      part.run(() => {
        tracing.tellEnded("statement", { "db.query.text": "select 1" }, 5, false);
      });
      part.end({ "strideiq.job_id": "j1" });
    });
    request.end({}, true);
    await tracing.stop();

    const [root, part, statement] = ["request", "part", "statement"].map(told);
    expect([part?.parentSpanId, statement?.parentSpanId]).toEqual([root?.spanId, part?.spanId]);
    expect([...(part?.attributes ?? [])]).toEqual([
      ["strideiq.request_id", "r1"],
      ["strideiq.outcome", "ready"],
      ["strideiq.job_id", "j1"],
    ]);
    expect(statement?.attributes.get("strideiq.request_id")).toBe("r1");
    expect(statement?.attributes.get("http.route")).toBeUndefined();
  });

  it("is not told of what outlives it, or of what belongs to none", async () => {
    tracing.tellEnded("statement", {}, 5, false);
    expect(tracing.carry()).toBeUndefined();
    const request = tracing.begin("request", {});
    request.run(() => {
      request.end();
      tracing.tellEnded("statement", {}, 5, true);
    });
    await tracing.stop();
    expect(collector.spans.map(({ name }) => name)).toEqual(["request"]);
  });

  it("goes on where it was carried to, and begins anew where what was carried makes no sense", async () => {
    const request = tracing.begin("request", {}, { kind: "server" });
    const carried = request.run(() => tracing.carry());
    request.end();
    expect(carried).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/);
    tracing.begin("far", {}, { kind: "consumer", carried: carried ?? null }).end();
    tracing.begin("lost", {}, { carried: "00-rubbish" }).end();
    await tracing.stop();
    expect(told("far")?.parentSpanId).toBe(told("request")?.spanId);
    expect(told("lost")?.parentSpanId).toBeUndefined();
  });

  it("is told of none where a share of nothing was asked for, wherever it is carried to", async () => {
    const none = await open(0);
    const request = none.begin("request", {});
    const carried = request.run(() => none.carry());
    request.end();
    expect(carried).toMatch(/-00$/);
    tracing.begin("far", {}, { carried: carried ?? null }).end();
    await none.stop();
    await tracing.stop();
    expect(collector.spans).toEqual([]);
  });
});

describe("a job", () => {
  const named = { queue: "plans", jobId: "j1", requestId: "r1" };

  it("is a part of the request that asked for it", async () => {
    const request = tracing.begin("request", {});
    const data = request.run(() => withTrace(tracing, { kind: "generate_plan" }));
    request.end();
    await traceJob(tracing, named, data, () => Promise.resolve());
    await tracing.stop();
    const job = told("job generate_plan");
    expect(job?.parentSpanId).toBe(told("request")?.spanId);
    expect(job?.attributes.get("strideiq.job_id")).toBe("j1");
    expect(job?.attributes.get("strideiq.request_id")).toBe("r1");
  });

  it("is named by its queue when it says nothing itself, and says what kind of mistake ended it", async () => {
    const work = () => Promise.reject(new TypeError("of Ada's"));
    await expect(traceJob(tracing, { queue: "plans", jobId: "j2" }, null, work)).rejects.toThrow("Ada");
    await tracing.stop();
    expect(told("job plans")?.attributes.get("error.type")).toBe("TypeError");
    expect(collector.texts.join()).not.toContain("Ada");
  });

  it("is done all the same when nobody asked for traces, and carries nothing", async () => {
    const data = { kind: "generate_plan" };
    expect(withTrace(undefined, data)).toBe(data);
    expect(withTrace(tracing, data)).toBe(data);
    await traceJob(undefined, named, data, () => Promise.resolve());
    await tracing.stop();
    expect(collector.spans).toEqual([]);
  });
});

describe("a collector", () => {
  it("that refuses is told of", async () => {
    const refusing = createServer((_, response) => response.writeHead(400).end("Ada's mistake"));
    await new Promise<void>((fulfil) => refusing.listen(0, "127.0.0.1", fulfil));
    const { port } = refusing.address() as AddressInfo;
    const refused = await open(1, `http://127.0.0.1:${String(port)}/`);
    refused.begin("request", {}).end();
    await refused.stop();
    refusing.close();
    expect(problems).toMatchObject([{ message: "the collector takes no traces" }]);
  });

  it("that is away holds nobody up who wants to end", async () => {
    const away = await open(1, "http://127.0.0.1:9");
    away.begin("request", {}).end();
    const left = await Promise.race([away.stop(), later(10_000).then(() => "still waiting")]);
    expect(left).toBeUndefined();
  });
});
