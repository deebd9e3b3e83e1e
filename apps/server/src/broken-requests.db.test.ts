import { createConnection } from "node:net";
import { createTestDatabase, type TestDatabase } from "@strideiq/adapters";
import { Problem } from "@strideiq/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "./compose/service.ts";
import { createVisitor } from "./http/call-server.fixture.ts";
import { type OpenApi, operationsOf } from "./http/open-api.fixture.ts";
import { startTestService } from "./test-service.fixture.ts";

let database: TestDatabase;
let service: Service;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startTestService(database, { requestsPerMinute: 1_000_000 });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

/** Sends text as it is, and reads until the server ends the connection. */
const sendRaw = (text: string): Promise<string> =>
  new Promise((fulfil, reject) => {
    const socket = createConnection(Number(new URL(service.address ?? "").port), "127.0.0.1");
    let heard = "";
    socket.setEncoding("utf8");
    socket.on("data", (part: string) => (heard += part));
    socket.on("end", () => {
      fulfil(heard);
    });
    socket.on("error", reject);
    socket.write(text);
  });

const get = (path: string, headers = ""): string =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`;

function expectProblem(heard: string, status: number, code: string): void {
  const [head = "", body = ""] = heard.split("\r\n\r\n");
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
  expect(head).toMatch(/content-type: application\/problem\+json/i);
  expect(head).toMatch(/x-content-type-options: nosniff/i);
  expect(head).toMatch(/content-security-policy: /i);
  expect(head).toMatch(/x-request-id: \S{8}/i);
  expect(Problem.parse(JSON.parse(body))).toMatchObject({ status, code });
}

describe("a request that no route sees", () => {
  it.each([
    ["an address that cannot be decoded", get("/v1/plans/%ff"), 400, "bad_request"],
    ["an id of 5,000 characters", get(`/v1/plans/${"x".repeat(5_000)}`), 400, "bad_request"],
    ["20 kB of headers", get("/v1/plans", `X-Long: ${"x".repeat(20_000)}\r\n`), 431, "headers_too_large"],
    ["no HTTP at all", "hello\r\n\r\n", 400, "bad_request"],
  ])(
    "with %s is answered with a problem, and hears nothing of what it sent",
    async (_what, text, status, code) => {
      const heard = await sendRaw(text);
      expectProblem(heard, status, code);
      expect(heard).not.toContain("xxxx");
    },
  );

  it("is answered with a problem that the document names, at every address with something in it", async () => {
    const document = (await createVisitor(() => service.address ?? "").call("/openapi.json")).json as OpenApi;
    const addressed = operationsOf(document).filter(({ path }) => path.includes("{"));
    expect(addressed.length).toBeGreaterThan(40);
    for (const { method, path, document: operation } of addressed) {
      for (const code of ["bad_request", "headers_too_large"])
        expect(operation["x-problem-codes"]).toContain(code);
      const broken = path.replaceAll(/\{\w+\}/g, "%c0%af");
      expectProblem(await sendRaw(get(broken).replace("GET", method)), 400, "bad_request");
    }
  });
});
