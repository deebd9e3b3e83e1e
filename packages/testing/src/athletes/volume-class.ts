import type { PlanRequest } from "@strideiq/engine";

/** Lower edges of the classes, in kilometres a week. */
const EDGES_KM = [0, 20, 30, 45, 65, 90, 120] as const;

const nameOfClass = (index: number): string => {
  const from = EDGES_KM[index] ?? 0;
  const to = EDGES_KM[index + 1];
  if (to === undefined) return `${String(from)} km and more`;
  return from === 0 ? `under ${String(to)} km` : `${String(from)} to ${String(to)} km`;
};

/** How far athletes run a week before their plan, from the least to the most; the last are unknown. */
export const VOLUME_CLASSES: readonly string[] = [
  ...EDGES_KM.map((_, index) => nameOfClass(index)),
  "unknown",
];

/** The class of an athlete by the mean weekly distance of the request. */
export function volumeClassOf({ weeklyMetres }: Pick<PlanRequest, "weeklyMetres">): string {
  if (weeklyMetres === null) return "unknown";
  return nameOfClass(EDGES_KM.findLastIndex((km) => weeklyMetres >= km * 1000));
}
