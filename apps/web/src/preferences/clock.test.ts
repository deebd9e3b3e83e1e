import { beforeAll, describe, expect, it, vi } from "vitest";

beforeAll(() => {
  const addEventListener = (): void => undefined;
  vi.stubGlobal("window", {
    navigator: { language: "en-US@posix" },
    localStorage: undefined,
    addEventListener,
  });
});

describe("a moment in the reader's words", () => {
  it("has twelve hours or twenty-four, as the reader chose, and midnight is no hour 24", async () => {
    const { formatMoment } = await import("./clock.ts");
    const at = (hour: number): string => new Date(2026, 11, 10, hour, 5).toISOString();
    expect(formatMoment(at(14), "24")).toBe("10 Dec, 14:05");
    expect(formatMoment(at(9), "24")).toBe("10 Dec, 09:05");
    expect(formatMoment(at(0), "24")).toBe("10 Dec, 00:05");
    expect(formatMoment(at(14), "12")).toMatch(/^10 Dec, 2:05\s?pm$/);
    expect(formatMoment(at(0), "12")).toMatch(/^10 Dec, 12:05\s?am$/);
  });

  it("has twenty-four hours where the browser's language cannot be read", async () => {
    const { storedClock } = await import("./clock.ts");
    expect(storedClock.read()).toBe("24");
  });
});
