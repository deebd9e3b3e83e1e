import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createShared, type SharedStored } from "./stored.ts";

const parse = (text: string | null): readonly string[] => JSON.parse(text ?? "[]") as readonly string[];
const tab = (): SharedStored<readonly string[]> => createShared("unsent", parse);
const add = (shared: SharedStored<readonly string[]>, word: string): void => {
  shared.update((words) => [...words, word]);
};

let kept: Map<string, string>;
let hear: (() => void)[];

beforeEach(() => {
  kept = new Map();
  hear = [];
  vi.stubGlobal("window", {
    addEventListener: (_: string, listener: () => void) => hear.push(listener),
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => kept.set(key, text),
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("what two tabs write", () => {
  it("holds what both have put in, though neither had heard of the other", () => {
    const [one, other] = [tab(), tab()];
    add(one, "easy run");
    add(other, "long run");
    expect(other.read()).toEqual(["easy run", "long run"]);
    expect(parse(kept.get("unsent") ?? null)).toEqual(["easy run", "long run"]);
    expect(one.latest()).toEqual(["easy run", "long run"]);
  });

  it("is shown by a tab as soon as it hears of it", () => {
    const [one, other] = [tab(), tab()];
    const shown = vi.fn();
    other.subscribe(shown);
    add(one, "easy run");
    for (const listener of hear) listener();
    expect(shown).toHaveBeenCalledOnce();
    expect(other.read()).toEqual(["easy run"]);
  });

  it("is held by the page alone where the browser takes nothing", () => {
    vi.spyOn(window.localStorage, "setItem").mockImplementation(() => {
      throw new Error("full");
    });
    const one = tab();
    add(one, "easy run");
    add(one, "long run");
    expect(one.latest()).toEqual(["easy run", "long run"]);
  });
});
