import type { ChangeListAnswer } from "@strideiq/contracts";

type Change = Pick<
  ChangeListAnswer["changes"][number],
  "id" | "kind" | "fromVersion" | "toVersion" | "undoneBy"
>;

/**
 * Which changes can be taken back one by one: any choice, and the one whose plan is the plan that stands.
 * An undoing makes a plan stand again, so that the change before comes next.
 */
export function undoable(changes: readonly Change[], version: number): ReadonlySet<string> {
  const same = new Map<number, number>();
  const first = (number: number): number => same.get(number) ?? number;
  for (const one of changes.toReversed()) {
    const undone = changes.find(({ undoneBy }) => undoneBy === one.id);
    const isVersion = one.toVersion > one.fromVersion;
    if (undone !== undefined && isVersion) same.set(one.toVersion, first(undone.fromVersion));
  }
  const standing = changes.filter(({ kind, undoneBy }) => kind !== "generated" && undoneBy === null);
  const open = standing.filter(
    ({ kind, toVersion }) => kind === "option" || first(toVersion) === first(version),
  );
  return new Set(open.map(({ id }) => id));
}

/** Whether something was changed that other changes stand on. */
export const isBuiltOn = (changes: readonly Change[], open: ReadonlySet<string>): boolean =>
  changes.some(
    ({ id, kind, undoneBy }) =>
      kind !== "generated" && kind !== "undone" && undoneBy === null && !open.has(id),
  );
