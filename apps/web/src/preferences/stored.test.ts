import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createOfTab, createOwn, createStored, type Stored } from "./stored.ts";

const parse = (text: string | null): readonly string[] => JSON.parse(text ?? "[]") as readonly string[];
const tab = (): Stored<readonly string[]> => createStored("unsent", parse);
const add = (shared: Stored<readonly string[]>, word: string): void => {
  shared.update((words) => [...words, word]);
};

let kept: Map<string, string>;
let hear: (() => void)[];

const storageOf = (texts: Map<string, string>) => ({
  getItem: (key: string) => texts.get(key) ?? null,
  setItem: (key: string, text: string) => texts.set(key, text),
});
/** What follows happens in another tab: it has a storage of its own beside that of the browser. */
const openTab = (own = new Map<string, string>()): void => {
  vi.stubGlobal("window", {
    addEventListener: (_: string, listener: () => void) => hear.push(listener),
    localStorage: storageOf(kept),
    sessionStorage: storageOf(own),
  });
};

beforeEach(() => {
  kept = new Map();
  hear = [];
  openTab();
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

describe("a setting", () => {
  it("that is chosen in one tab holds in the others at once", () => {
    const units = (): Stored<string> => createStored<string>("units", (text) => text ?? "km");
    const [one, other] = [units(), units()];
    one.write("mi");
    for (const listener of hear) listener();
    expect(other.read()).toBe("mi");
  });
});

describe("what is being typed", () => {
  const draft = () => createOwn<string>("draft", (text) => text ?? "");

  it("stays in its tab when another tab types something else, also over a reload", () => {
    const own = new Map<string, string>();
    openTab(own);
    const one = draft();
    one.write("marathon");
    openTab();
    const other = draft();
    expect(other.read()).toBe("marathon");
    other.write("half marathon");
    for (const listener of hear) listener();
    expect(one.read()).toBe("marathon");
    openTab(own);
    expect(draft().read()).toBe("marathon");
  });

  it("is there again in a tab that is opened later", () => {
    draft().write("marathon");
    openTab();
    expect(draft().read()).toBe("marathon");
  });

  it("may belong to its tab alone, and outlives a reload there", () => {
    const own = new Map<string, string>();
    const note = () => createOfTab<string>("note", (text) => text ?? "");
    openTab(own);
    note().write("windy");
    expect(note().read()).toBe("windy");
    openTab();
    expect(note().read()).toBe("");
    openTab(own);
    expect(note().read()).toBe("windy");
    expect(kept.size).toBe(0);
  });
});
