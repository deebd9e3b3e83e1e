import fastify from "fastify";
import { describe, expect, it } from "vitest";
import { answerProblems } from "./problems.ts";

describe("a fault", () => {
  const lines: string[] = [];
  const app = fastify({ logger: { level: "error", stream: { write: (line) => lines.push(line) } } });
  answerProblems(app);
  app.get("/:code", ({ params }) => {
    const { code } = params as { readonly code: string };
    throw Object.assign(new Error("could not extend file"), { code });
  });
  const ask = async (code: string) => {
    lines.length = 0;
    const { statusCode, headers, body } = await app.inject(`/${code}`);
    const { code: problem } = JSON.parse(body) as { readonly code: string };
    return { statusCode, problem, later: headers["retry-after"], logged: lines.length };
  };

  it("of a full disk asks to come back in a minute, and whoever runs the server reads of it", async () => {
    expect(await ask("53100")).toEqual({ statusCode: 503, problem: "not_ready", later: "60", logged: 1 });
  });

  it("of a database that restarts asks to come back at once, and is nothing to be told", async () => {
    expect(await ask("57P01")).toEqual({ statusCode: 503, problem: "not_ready", later: "2", logged: 0 });
  });

  it("of our own says nothing about itself to the outside", async () => {
    expect(await ask("XX000")).toEqual({ statusCode: 500, problem: "internal", later: undefined, logged: 1 });
  });
});
