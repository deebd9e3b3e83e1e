import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfiguration } from "./configuration.ts";

const root = resolve(import.meta.dirname, "../../../..");

describe("the environment", () => {
  it("may say nothing: then the server is for this machine alone", () => {
    expect(readConfiguration({}, root)).toMatchObject({
      ok: true,
      value: {
        host: "127.0.0.1",
        port: 4747,
        role: "all",
        allowedHosts: [],
        allowedOrigins: [],
        demo: false,
      },
    });
  });

  it("lists the websites whose pages may use the API, as browsers name them", () => {
    const listed = "https://app.example.org,http://localhost:5173";
    expect(readConfiguration({ ALLOWED_ORIGINS: listed }, root)).toMatchObject({
      value: { allowedOrigins: ["https://app.example.org", "http://localhost:5173"] },
    });
  });

  it("tells its figures to nobody, unless it has a port for them", () => {
    expect(readConfiguration({}, root)).toMatchObject({ value: { metrics: undefined } });
    expect(readConfiguration({ METRICS_PORT: "9464" }, root)).toMatchObject({
      value: { metrics: { host: "127.0.0.1", port: 9464 } },
    });
    expect(readConfiguration({ METRICS_PORT: "94640" }, root)).toMatchObject({
      error: ['METRICS_PORT is "94640"; choose a whole number from 0 to 65535.'],
    });
  });

  it("tells traces to nobody, unless OpenTelemetry's own variable names a collector", () => {
    for (const none of [
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: "" },
      { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318", OTEL_SDK_DISABLED: "true" },
    ])
      expect(readConfiguration(none, root)).toMatchObject({ value: { tracing: undefined } });
    const asked = {
      OTEL_EXPORTER_OTLP_ENDPOINT: "https://otel.example.org/otlp",
      OTEL_SERVICE_NAME: "plans",
    };
    expect(readConfiguration({ ...asked, OTEL_TRACES_SAMPLER_ARG: "0.25" }, root)).toMatchObject({
      value: { tracing: { endpoint: "https://otel.example.org/otlp", serviceName: "plans", share: 0.25 } },
    });
    const wrong = { OTEL_EXPORTER_OTLP_ENDPOINT: "localhost:4318", OTEL_TRACES_SAMPLER_ARG: "25 %" };
    expect(readConfiguration(wrong, root)).toEqual({
      ok: false,
      error: [
        'OTEL_TRACES_SAMPLER_ARG is "25 %"; write a share from 0 to 1.',
        "OTEL_EXPORTER_OTLP_ENDPOINT is no address; write it as http://127.0.0.1:4318.",
      ],
    });
  });

  it("names a Redis to share, or none", () => {
    for (const none of [{}, { REDIS_URL: "" }])
      expect(readConfiguration(none, root)).toMatchObject({ value: { redisUrl: undefined } });
    for (const redisUrl of ["redis://127.0.0.1:6379", "rediss://:secret@cache.example.org:6380/1"])
      expect(readConfiguration({ REDIS_URL: redisUrl }, root)).toMatchObject({ value: { redisUrl } });
    for (const wrong of ["localhost:6379", "http://localhost:6379", "6379"])
      expect(readConfiguration({ REDIS_URL: wrong }, root)).toEqual({
        ok: false,
        error: ["REDIS_URL is no address; write it as redis://user:password@host:6379."],
      });
  });

  it.each([
    "*",
    "null",
    "app.example.org",
    "https://app.example.org/",
    "https://app.example.org/page",
    "https://App.example.org",
    "https://app.example.org:443",
    "https://app.example.org, https://other.example",
    "file:///page.html",
  ])("is refused when a website is written as %s, which no browser would send", (origins) => {
    expect(readConfiguration({ ALLOWED_ORIGINS: origins }, root)).toEqual({
      ok: false,
      error: [expect.stringContaining("ALLOWED_ORIGINS")],
    });
  });

  it("is answered with all that is wrong with it at once, a sentence each", () => {
    const wrong = {
      PORT: "70000",
      ROLE: "both",
      LOG_LEVEL: "loud",
      ENVIRONMENT: "moon",
      TODAY: "2026-02-30",
      TRUST_PROXY: "maybe",
      PUBLIC_URL: "ftp://plans.example.org",
      PLANS_PER_MINUTE: "many",
      REQUESTS_PER_MINUTE: "-1",
      SIGN_INS_PER_MINUTE: "1.5",
      DEMO: "yes",
      DATABASE_URL: "postgres://localhost/plans",
    };
    const read = readConfiguration(wrong, root);
    const sentences = read.ok ? [] : read.error;
    const named = Object.keys(wrong).filter((name) => sentences.some((text) => text.startsWith(name)));
    expect(named.toSorted()).toEqual(
      Object.keys(wrong)
        .filter((name) => name !== "DEMO" && name !== "DATABASE_URL")
        .toSorted(),
    );
    expect(sentences).toHaveLength(named.length + 1);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it("has a page that names every variable that is read, and no other", () => {
    const source = readFileSync(resolve(import.meta.dirname, "configuration.ts"), "utf8");
    const read = [...source.matchAll(/env\["([A-Z_]+)"\]/g)].map(([, name]) => name);
    const page = readFileSync(resolve(root, "docs/settings.md"), "utf8");
    const named = [...page.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual([...new Set(read)].toSorted());
  });
});
