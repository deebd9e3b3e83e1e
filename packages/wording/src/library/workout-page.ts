import {
  type DoseRules,
  type Rulebook,
  type Rung,
  VOLUME_TIERS,
  type WorkoutDefinition,
  type Zone,
  ZONES,
} from "@strideiq/engine";
import { PHASE_NAMES, RACE_NAMES, SESSION_KIND_NAMES, TIER_NAMES, ZONE_NAMES } from "../names/names.ts";
import { formatDuration } from "../numbers/format-duration.ts";
import {
  PROGRESSION_TEXTS,
  ROLE_TEXTS,
  STIMULUS_NAMES,
  STRUCTURE_TEXTS,
  SURFACE_TEXTS,
} from "./library-words.ts";
import { rungText } from "./rung-text.ts";

/** The part of a rulebook that a page about a workout reads. */
export type LibraryRules = Pick<
  Rulebook,
  "workouts" | "contraindications" | "stops" | "fuelling" | "quality"
>;

/** A page of `docs/workouts`: what a session is, for whom, how much of it and when not, in Markdown. */
export function workoutPage(workout: WorkoutDefinition, rules: LibraryRules): string {
  const lines = [
    `# ${workout.title} · ${workout.id}`,
    workout.purpose,
    `**Feel:** ${workout.feel}`,
    ROLE_TEXTS[workout.role],
    factTable(workout),
    ...workSection(workout, rules),
    ...fuellingSection(workout, rules),
    ...partnerSection(workout, rules),
    ...stopSection(workout, rules),
    `**Source:** ${workout.source}`,
  ];
  return `${lines.join("\n\n")}\n`;
}

/** The page that lists the whole library, by kind of session. */
export function workoutIndexPage({ workouts, fuelling, stops }: LibraryRules): string {
  const kinds = [...new Set(workouts.map(({ kind }) => kind))];
  const sections = kinds.flatMap((kind) => [
    `## ${SESSION_KIND_NAMES[kind]}`,
    table(
      ["workout", "what for", "in the block", "who takes it"],
      workouts
        .filter((workout) => workout.kind === kind)
        .map((workout) => [
          `[${workout.title}](${workout.id}.md)`,
          workout.purpose,
          PROGRESSION_TEXTS[workout.progress],
          workout.role,
        ]),
    ),
  ]);
  const lines = [
    "# Workouts",
    `${String(workouts.length)} definitions, before they are scaled to a runner. Primary ones are written into ` +
      "plans by the engine, options stand beside one as option B, the rest of the library waits to be chosen.",
    ...sections,
    `**Fuelling:** ${fuelling.source}. **Stops:** ${stops.source}.`,
  ];
  return `${lines.join("\n\n")}\n`;
}

function factTable(workout: WorkoutDefinition): string {
  const { stimulus, structure, surface, phases, distances, tiers, progress } = workout;
  const zones = workZonesOf(workout).map((zone) => ZONE_NAMES[zone]);
  return table(
    ["", ""],
    [
      ...(stimulus === null ? [] : [["trains", STIMULUS_NAMES[stimulus]]]),
      ...(zones.length === 0 ? [] : [["work in", zones.join(", ")]]),
      ["structure", `${STRUCTURE_TEXTS[structure]}, ${SURFACE_TEXTS[surface]}`],
      ["progresses by", PROGRESSION_TEXTS[progress]],
      ["phases", phases.map((phase) => PHASE_NAMES[phase]).join(", ")],
      ["races", distances.map((distance) => RACE_NAMES[distance]).join(", ")],
      ["runners", tiers.map((tier) => TIER_NAMES[tier]).join(", ")],
      ["counts as quality", workout.quality ? "yes" : "no"],
    ],
  );
}

function workZonesOf({ rungs }: WorkoutDefinition): readonly Zone[] {
  const zones = new Set(rungs.flatMap(workPieces).map(({ zone }) => zone));
  return ZONES.filter((zone) => zones.has(zone));
}

const workPieces = ({ set }: Rung): Rung["set"] => set.filter(({ recovery }) => recovery !== true);

function workSection(workout: WorkoutDefinition, { quality }: LibraryRules): readonly string[] {
  if (workout.rungs.length === 0) return [];
  const dose = workout.stimulus === null ? undefined : quality.doses[workout.stimulus];
  return [
    "## How it is cut",
    workout.rungs.map((rung) => `- ${rungText(rung)}`).join("\n"),
    ...(dose === undefined ? [] : doseLines(workout, dose)),
  ];
}

/** Time at intensity first: the tier bounds the minutes, the week's distance says how many of them. */
function doseLines({ tiers }: WorkoutDefinition, dose: DoseRules): readonly string[] {
  const rows = VOLUME_TIERS.filter((tier) => tiers.includes(tier)).map((tier) => {
    const { min, max } = dose.seconds[tier];
    const share = dose.shareOfWeek[tier];
    return [TIER_NAMES[tier], `${formatDuration(min)} to ${formatDuration(max)}`, percent(share)];
  });
  return [
    "## How much of it",
    `A block begins at ${percent(dose.firstShare)} of the full dose and grows to all of it; no session holds ` +
      `more than ${percent(dose.shareOfWeekMax)} of the week.`,
    table(["runner", "full dose", "guided by this share of the week"], rows),
    `**Source of the dose:** ${dose.source}`,
  ];
}

function fuellingSection(
  { fuelling: need }: WorkoutDefinition,
  { fuelling }: LibraryRules,
): readonly string[] {
  if (need === null) return [];
  const { min, max } = fuelling.gramsPerHour[need];
  const why = need === "rehearsal" ? ", as you will on race day" : "";
  return [
    "## On the way",
    `When it lasts longer than ${formatDuration(fuelling.fromSeconds)}: ${String(min)} to ${String(max)} g of ` +
      `carbohydrate an hour${why}. Source: ${fuelling.source}.`,
  ];
}

function partnerSection({ partners }: WorkoutDefinition, { workouts }: LibraryRules): readonly string[] {
  const others = partners.flatMap((id) => workouts.find((other) => other.id === id) ?? []);
  if (others.length === 0) return [];
  const items = others.map(
    ({ id, title, structure, surface }) =>
      `- [${title}](${id}.md): ${STRUCTURE_TEXTS[structure]}, ${SURFACE_TEXTS[surface]}`,
  );
  return ["## What may stand in its place", items.join("\n")];
}

function stopSection(
  { notIf, quality }: WorkoutDefinition,
  { contraindications, stops }: LibraryRules,
): readonly string[] {
  const all = new Set([...notIf, ...stops.everySession, ...(quality ? stops.qualitySessions : [])]);
  return ["## Not when", [...all].map((id) => `- ${contraindications[id]}`).join("\n")];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const percent = (share: number): string => `${String(Math.round(share * 1000) / 10)} %`;
