import type { PlanRequest } from "../athlete/request.ts";
import type { LawId } from "../rulebook/law-limits.ts";

/** The field of a wish that gives a law room: what a refusal asks the athlete to change. */
export const LAW_FIELDS: readonly { readonly id: LawId; readonly field: keyof PlanRequest }[] = [
  { id: "E1", field: "weeklyMetres" },
  { id: "E2", field: "longestMetres" },
  { id: "E3", field: "daysPerWeek" },
  { id: "E4", field: "daysPerWeek" },
  { id: "S2", field: "unavailable" },
  { id: "S3", field: "unavailable" },
  { id: "S4", field: "daysPerWeek" },
  { id: "S5", field: "dayLimits" },
  { id: "V1", field: "raceDate" },
  { id: "V4", field: "weeklyMetres" },
  { id: "V5", field: "raceDate" },
  { id: "V6", field: "raceDate" },
  { id: "L1", field: "raceDate" },
  { id: "L2", field: "daysPerWeek" },
  { id: "L3", field: "raceDate" },
  { id: "L4", field: "raceDate" },
  { id: "L5", field: "weeklyMetres" },
  { id: "L6", field: "distance" },
  { id: "L7", field: "unavailable" },
  { id: "H1", field: "unavailable" },
  { id: "H2", field: "unavailable" },
  { id: "T1", field: "raceDate" },
  { id: "T2", field: "raceDate" },
  { id: "T3", field: "unavailable" },
];
