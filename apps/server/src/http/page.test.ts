import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { servePage } from "./page.ts";

let folder: string;
let app: FastifyInstance;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-page-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Plans</title>");
  writeFileSync(join(folder, "assets", "app-1a2b.js"), "run()");
  app = Fastify();
  await servePage(app, folder, () => []);
});

afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, accept = "text/html") => app.inject({ url, headers: { accept } });

describe("the page", () => {
  it("is at the root, and at every address that the page itself routes", async () => {
    for (const url of ["/", "/plans/019aaaaa-0000-7000-8000-000000000000", "/plans?week=3"]) {
      const { statusCode, body, headers } = await get(url);
      expect([url, statusCode, body]).toEqual([url, 200, "<!doctype html><title>Plans</title>"]);
      expect(headers["cache-control"]).toBe("no-cache");
    }
  });

  it("may keep files whose name tells their content for ever", async () => {
    const { headers, statusCode } = await get("/assets/app-1a2b.js", "*/*");
    expect([statusCode, headers["cache-control"]]).toEqual([200, "public, max-age=31536000, immutable"]);
  });

  it.each([
    ["/v1/unknown", "text/html"],
    ["/assets/gone.js", "text/html"],
    ["/plans/1", "application/json"],
    ["/../package.json", "text/html"],
  ])("is not the answer to %s for %s", async (url, accept) => {
    const { statusCode, headers } = await get(url, accept);
    expect(statusCode).toBe(404);
    expect(headers["content-type"]).toMatch(/problem\+json/);
  });
});
