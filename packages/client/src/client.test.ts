import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createClient } from "./create-client.ts";
import { followJob, waitForPlan } from "./follow-job.ts";

type Handler = (request: IncomingMessage, response: ServerResponse, turn: number) => void;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server that answers as told; what it was asked stands in `asked`. */
async function serve(handler: Handler) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    handler(request, response, asked.length);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address === null || typeof address === "string" ? 0 : address.port;
  return { asked, server: `http://127.0.0.1:${String(port)}` };
}

const json = (response: ServerResponse, status: number, body: unknown, headers = {}): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
};

const planId = "0190a0e0-0000-7000-8000-000000000001";
const jobId = "0190a0e0-0000-7000-8000-000000000002";
const notReady = { code: "not_ready", title: "Not yet.", detail: "Wait.", status: 503 };
const job = (revision: number, status: string) => ({ jobId, planId, revision, status });

describe("a question to the API", () => {
  it("fills the address, says what may follow it, and shows the key", async () => {
    const { asked, server } = await serve((_request, response) => {
      json(response, 200, { versions: [], next: null });
    });
    const { ask } = createClient({ server, apiKey: "sk_1" });
    const answer = await ask("GET /v1/plans/{planId}/versions", {
      path: { planId: "a/b" },
      query: { limit: 5 },
    });
    expect(answer).toMatchObject({ ok: true, value: { status: 200, body: { versions: [] } } });
    expect(asked[0]?.url).toBe("/v1/plans/a%2Fb/versions?limit=5");
    expect(asked[0]?.headers.authorization).toBe("Bearer sk_1");
  });

  it("tells for which state a change is meant, and gives each change a key of its own", async () => {
    const { asked, server } = await serve((_request, response) => {
      json(response, 200, { planId, version: 2, revision: 2 }, { etag: 'W/"x-2"' });
    });
    const { ask } = createClient({ server });
    const question = { path: { planId }, body: { version: 1 }, ifMatch: 'W/"x-1"' };
    const answer = await ask("POST /v1/plans/{planId}/restore", question);
    await ask("POST /v1/plans/{planId}/restore", question);
    await ask("POST /v1/plans/{planId}/restore", { ...question, idempotencyKey: "mine" });
    expect(answer.ok && answer.value.etag).toBe('W/"x-2"');
    expect(asked[0]?.headers["if-match"]).toBe('W/"x-1"');
    const keys = asked.map(({ headers }) => headers["idempotency-key"]);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys[2]).toBe("mine");
  });

  it("is asked again with the same key when the connection breaks or the server is starting", async () => {
    const { asked, server } = await serve((request, response, turn) => {
      if (turn === 1) request.socket.destroy();
      else if (turn === 2) json(response, 503, notReady, { "retry-after": "2" });
      else json(response, 202, { planId, jobId, status: "generating" }, { location: `/v1/plans/${planId}` });
    });
    const { ask } = createClient({ server, pauses: [1, 1] });
    const body = { distance: "marathon", raceDate: "2027-04-18", daysPerWeek: 5 } as const;
    const answer = await ask("POST /v1/plans", { body });
    expect(answer).toMatchObject({ ok: true, value: { status: 202, location: `/v1/plans/${planId}` } });
    expect(new Set(asked.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(asked).toHaveLength(3);
  });

  it("is not asked again when that could do something twice", async () => {
    const { asked, server } = await serve((_request, response) => {
      json(response, 503, notReady);
    });
    const { ask } = createClient({ server, pauses: [1, 1] });
    const body = { email: "ada@example.org", password: "correct horse battery" };
    expect(await ask("POST /v1/sessions", { body })).toMatchObject({
      error: { code: "not_ready", status: 503 },
    });
    expect(asked).toHaveLength(1);
  });
});

describe("what goes wrong", () => {
  it("is a problem with its code, its fields and the time to wait", async () => {
    const errors = [{ field: "raceDate", message: "It has passed." }, { field: 7 }];
    const { server } = await serve((_request, response) => {
      const problem = { code: "invalid_request", title: "No.", detail: "Mend it.", errors, requestId: "r1" };
      json(response, 422, problem, { "retry-after": "7" });
    });
    expect(await createClient({ server }).ask("GET /v1/me")).toEqual({
      ok: false,
      error: {
        status: 422,
        code: "invalid_request",
        title: "No.",
        detail: "Mend it.",
        errors: [{ field: "raceDate", message: "It has passed." }],
        retryAfterSeconds: 7,
        requestId: "r1",
      },
    });
  });

  it("is said plainly when a proxy's page comes back, whatever its status", async () => {
    const { server } = await serve((_request, response, turn) => {
      response.writeHead(turn === 1 ? 502 : 200, { "retry-after": "soon" }).end("<html>");
    });
    const { ask } = createClient({ server });
    expect(await ask("GET /v1/me")).toMatchObject({ error: { code: "unreadable", status: 502 } });
    expect(await ask("GET /v1/me")).toMatchObject({ error: { code: "unreadable", retryAfterSeconds: null } });
  });

  it("is said plainly when nobody answers, and when the one who asked has gone", async () => {
    const { server } = await serve(() => undefined);
    const nobody = createClient({ server: "http://127.0.0.1:9", pauses: [] });
    expect(await nobody.ask("GET /v1/me")).toMatchObject({ error: { code: "offline", status: 0 } });
    const silent = createClient({ server, pauses: [] });
    const signal = AbortSignal.timeout(20);
    expect(await silent.ask("GET /v1/me", { signal })).toMatchObject({ error: { code: "aborted" } });
  });
});

describe("waiting for a plan", () => {
  it("hears of each step, in pieces as they come, and reads the plan at the end", async () => {
    const { asked, server } = await serve((request, response) => {
      if (request.url === `/v1/plans/${planId}`) {
        json(response, 200, { planId, status: "failed", reason: "é" });
        return;
      }
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(
        `: waiting\n\nid: 1\nevent: job\ndata: ${JSON.stringify(job(1, "waiting"))}\n\nid: 2\ndat`,
      );
      setTimeout(() => response.end(`a: ${JSON.stringify(job(2, "done"))}\n\n`), 20);
    });
    const heard: string[] = [];
    const onProgress = ({ status }: { readonly status: string }): number => heard.push(status);
    const plan = await waitForPlan(createClient({ server }), { planId, jobId }, { onProgress });
    expect(plan).toEqual({ ok: true, value: { planId, status: "failed", reason: "é" } });
    expect(heard).toEqual(["waiting", "done"]);
    expect(asked).toHaveLength(2);
  });

  it("asks now and then where no events get through, and comes back with what it has seen", async () => {
    const { asked, server } = await serve((request, response, turn) => {
      if (request.url?.endsWith("/events") === true && turn === 1) {
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.write(`data: ${JSON.stringify(job(1, "waiting"))}\n\n`);
        setTimeout(() => request.socket.destroy(), 10);
      } else if (request.url?.endsWith("/events") === true) json(response, 504, {});
      else json(response, 200, job(turn, turn < 4 ? "running" : "cancelled"));
    });
    const followed = await followJob(createClient({ server }), jobId, { pauseMilliseconds: 1 });
    expect(followed).toMatchObject({ ok: true, value: { status: "cancelled" } });
    expect(asked[2]?.headers["last-event-id"]).toBe("2");
  });

  it("ends with the problem when there is no such job, or nobody waits any more", async () => {
    const { server } = await serve((_request, response) => {
      json(response, 404, { code: "job_not_found", title: "No.", detail: "", status: 404 });
    });
    const client = createClient({ server });
    expect(await waitForPlan(client, { planId, jobId })).toMatchObject({ error: { code: "job_not_found" } });
    const signal = AbortSignal.abort();
    expect(await followJob(client, jobId, { signal })).toMatchObject({ error: { code: "aborted" } });
  });
});
