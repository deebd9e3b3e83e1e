import { describe, expect, it } from "vitest";
import { knownHosts } from "./local-only.ts";

describe("the names of this server", () => {
  it("are those of the loopback, and nothing else by itself", () => {
    expect([...knownHosts("127.0.0.1", [])].toSorted()).toEqual(["127.0.0.1", "[::1]", "localhost"]);
  });

  it("grow by the address it is told to listen on, and by the names it is told to allow", () => {
    const names = knownHosts("192.168.1.20", ["Runner.local"]);
    expect(names.has("192.168.1.20")).toBe(true);
    expect(names.has("runner.local")).toBe(true);
    expect(names.has("192.168.1.21")).toBe(false);
  });

  it("are the machine's own addresses when it listens on all of them, and no foreign name", () => {
    const names = knownHosts("0.0.0.0", []);
    expect(names.has("127.0.0.1")).toBe(true);
    expect(names.has("0.0.0.0")).toBe(false);
    expect(names.has("rebound.example")).toBe(false);
  });
});
