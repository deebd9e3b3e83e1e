import Fastify from "fastify";
import { describe, expect, it } from "vitest";
import { logOptions, withoutSecrets } from "./log-options.ts";

describe("a line of the log", () => {
  it.each([
    ["a database address", "no answer from postgres://ada:hunter22@127.0.0.1/plans", "hunter22"],
    ["a mail link", 'open "http://localhost/reset?token=abcDEF123456789"', "abcDEF123456789"],
    ["the administrator's link", "http://localhost/admin/welcome#abcDEF123456789", "abcDEF123456789"],
    ["a guest's cookie", "cookie strideiq.guest=0190.1700.abcdef was strange", "0190.1700.abcdef"],
    ["a password's hash", "stored $argon2id$v=19$m=65536$abc", "m=65536"],
    ["a key", "Authorization: Bearer sk_live_12345678", "sk_live_12345678"],
    ["a quoted password", String.raw`{\"password\":\"correct horse battery\"}`, "correct"],
  ])("does not tell %s", (_what, line, secret) => {
    expect(withoutSecrets(line)).not.toContain(secret);
    expect(withoutSecrets(line)).toContain("[removed]");
  });

  it("leaves everything else as it is", () => {
    const line = '{"level":40,"reqId":"0190aaaa","route":"/v1/plans/:planId","msg":"slow token bucket"}';
    expect(withoutSecrets(line)).toBe(line);
  });

  it("has no secret by its name either, and of an error neither its values nor its rows", () => {
    const lines: string[] = [];
    const stream = { write: (line: string) => void lines.push(line) };
    const { log } = Fastify({ logger: logOptions("info", stream, "api") });
    log.info({ password: "hunter22", user: { token: "hunter22" } }, "signed in");
    const problem = Object.assign(new Error("duplicate key", { cause: new Error("was there") }), {
      code: "23505",
      detail: "Key (email)=(ada@example.org) already exists.",
    });
    log.error({ err: problem }, "failed");
    expect(lines.join("")).not.toMatch(/hunter22|ada@example/);
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({
      role: "api",
      err: { code: "23505", message: "duplicate key", cause: { message: "was there" } },
    });
  });
});
