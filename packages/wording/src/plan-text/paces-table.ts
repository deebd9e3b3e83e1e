import { isRepeat, PACED_ZONES, type Plan, type Step, type Units, ZONES, type Zone } from "@strideiq/engine";
import { ZONE_EFFORTS, ZONE_NAMES } from "../names/names.ts";
import { formatPaceRange } from "../numbers/format-pace.ts";
import { splitRecovery } from "../workout/describe-steps.ts";
import { ZONE_CODES } from "../workout/short-notation.ts";
import { chosenOf } from "../workout/session-view.ts";
import { sessionsOf } from "./figures.ts";
import type { Painter } from "./painter.ts";

const isPaced = (zone: Zone): zone is (typeof PACED_ZONES)[number] =>
  PACED_ZONES.some((paced) => paced === zone);

/** The zones that this plan runs in, from slow to fast. */
function zonesOf(plan: Plan): readonly Zone[] {
  const used = new Set(
    plan.weeks
      .flatMap(sessionsOf)
      .filter(({ kind }) => kind !== "race")
      .flatMap((session) => workZonesOf(chosenOf(session).steps)),
  );
  return ZONES.filter((zone) => used.has(zone));
}

/** Recoveries between repeats are told with the session; they are nobody's target. */
const workZonesOf = (steps: readonly Step[]): readonly Zone[] =>
  steps.flatMap((step) => (isRepeat(step) ? workZonesOf(splitRecovery(step.steps).work) : [step.zone]));

const nameOf = (zone: Zone, plan: Plan): string =>
  plan.paces === null ? ZONE_NAMES[zone].replace(/ pace$/, " effort") : ZONE_NAMES[zone];

/** One line a zone: letter, name, pace where there is one, and how it feels. */
export function pacesTable(plan: Plan, units: Units, width: number, paint: Painter): readonly string[] {
  const { paces } = plan;
  const rows = zonesOf(plan).map((zone) => ({
    zone,
    name: nameOf(zone, plan),
    pace: paces === null || !isPaced(zone) ? "" : formatPaceRange(paces[zone], units),
  }));
  const paceWidth = Math.max(0, ...rows.map(({ pace }) => pace.length));
  const nameWidth = Math.max(0, ...rows.map(({ name }) => name.length));
  const heading = paces === null ? "EFFORTS" : "PACES AND EFFORTS";
  return [
    paint(heading, "bold"),
    ...rows.map(({ name, pace, zone }) => {
      const head = `${ZONE_CODES[zone].padEnd(3)}  ${name.padEnd(nameWidth)}`;
      const middle = paceWidth === 0 ? "" : `  ${pace.padEnd(paceWidth)}`;
      const effort = `  ${ZONE_EFFORTS[zone]}`;
      const fits = head.length + middle.length + effort.length <= width;
      return fits ? head + middle + paint(effort, "dim") : (head + middle).trimEnd();
    }),
  ];
}
