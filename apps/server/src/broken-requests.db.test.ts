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

describe("a body that is too large", () => {
  const HEAD = "POST /v1/plans HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
  const MEGABYTE = "x".repeat(1024 * 1024);
  const chunk = `100000\r\n${MEGABYTE}\r\n`;

  it.each([
    ["said beforehand", `Content-Length: ${String(10 * 1024 * 1024)}`, MEGABYTE, ""],
    ["found out while it comes", "Transfer-Encoding: chunked", chunk, "0\r\n\r\n"],
  ])("is answered to who reads only after sending all ten megabytes, %s", async (_what, size, part, end) => {
    const socket = createConnection(Number(new URL(service.address ?? "").port), "127.0.0.1").pause();
    const send = (text: string): Promise<void> =>
      new Promise((fulfil, reject) => {
        socket.once("error", reject);
        socket.write(text, () => {
          socket.off("error", reject);
          fulfil();
        });
      });
    await send(`${HEAD}${size}\r\n\r\n`);
    for (let parts = 0; parts < 10; parts += 1) await send(part);
    await send(end);
    let heard = "";
    for await (const text of socket.setEncoding("utf8")) heard += String(text);
    expectProblem(heard, 413, "body_too_large");
  });

  it("is not read to its end where there is none", async () => {
    const { port } = new URL(service.address ?? "");
    const socket = createConnection(Number(port), "127.0.0.1");
    socket.write(`${HEAD}Content-Length: 9000000000\r\n\r\n`);
    const send = (): void =>
      void socket.write(MEGABYTE, (error) => {
        if (!(error instanceof Error)) send();
      });
    socket.on("error", () => undefined);
    const closed = new Promise((fulfil) => socket.once("close", fulfil));
    send();
    await closed;
    expect(socket.bytesWritten).toBeLessThan(200 * 1024 * 1024);
  });
});
