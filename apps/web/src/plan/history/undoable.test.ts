import { describe, expect, it } from "vitest";
import { isBuiltOn, undoable } from "./undoable.ts";

type Change = Parameters<typeof undoable>[0][number];

const made: Change = { id: "made", kind: "generated", fromVersion: 1, toVersion: 1, undoneBy: null };
const change = (id: string, toVersion: number, rest: Partial<Change> = {}): Change => ({
  ...made,
  id,
  kind: "move",
  fromVersion: toVersion - 1,
  toVersion,
  ...rest,
});
const undoing = (id: string, toVersion: number): Change => change(id, toVersion, { kind: "undone" });

const openOf = (changes: readonly Change[], version: number) => [...undoable(changes, version)];

describe("the changes that can be taken back", () => {
  it("are the newest and any choice of an option; how a plan was made is none", () => {
    const choice = change("choice", 1, { kind: "option", fromVersion: 1 });
    const changes = [change("swap", 3), choice, change("move", 2), made];
    expect(openOf(changes, 3)).toEqual(["swap", "choice"]);
    expect(isBuiltOn(changes, undoable(changes, 3))).toBe(true);
    expect(openOf([made], 1)).toEqual([]);
    expect(isBuiltOn([made], undoable([made], 1))).toBe(false);
  });

  it("are the one before, once the newest is undone", () => {
    const undone = change("swap", 3, { undoneBy: "back" });
    const changes = [undoing("back", 4), undone, change("move", 2), made];
    expect(openOf(changes, 4)).toEqual(["back", "move"]);
    expect(isBuiltOn(changes, undoable(changes, 4))).toBe(false);
  });

  it("are only the last undoing when everything is undone", () => {
    const changes = [
      undoing("back to the start", 5),
      undoing("back", 4),
      change("swap", 3, { undoneBy: "back" }),
      change("move", 2, { undoneBy: "back to the start" }),
      made,
    ];
    expect(openOf(changes, 5)).toEqual(["back to the start"]);
    expect(isBuiltOn(changes, undoable(changes, 5))).toBe(false);
  });
});
