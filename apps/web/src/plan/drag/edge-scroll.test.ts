import { describe, expect, it } from "vitest";
import { edgeSpeed } from "./edge-scroll.ts";

describe("a session held near the edge of the screen", () => {
  it("scrolls the page the faster the nearer it is, and not at all in the middle", () => {
    expect(edgeSpeed(450, 900)).toBe(0);
    expect(edgeSpeed(80, 900)).toBeLessThan(0);
    expect(edgeSpeed(10, 900)).toBeLessThan(edgeSpeed(80, 900));
    expect(edgeSpeed(890, 900)).toBeGreaterThan(edgeSpeed(820, 900));
    expect(edgeSpeed(2000, 900)).toBe(edgeSpeed(900, 900));
  });
});
