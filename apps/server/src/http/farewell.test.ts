import Fastify from "fastify";
import { describe, expect, it } from "vitest";
import { endConnections, sayFarewell } from "./farewell.ts";

describe("a server that is about to stop", () => {
  it("says in every answer, one that is under way included, that the connection ends with it", async () => {
    const app = Fastify();
    endConnections(app);
    let goOn: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    app.get("/slow", async () => {
      await wait;
      return "done";
    });
    app.get("/fast", () => "done");
    expect((await app.inject("/fast")).headers.connection).toBe("keep-alive");
    const slow = app.inject("/slow");
    sayFarewell(app);
    goOn();
    expect((await slow).headers.connection).toBe("close");
    expect((await app.inject("/fast")).headers.connection).toBe("close");
    await app.close();
  });
});
