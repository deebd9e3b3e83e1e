import { plural } from "./words.ts";

/** What was run, and how it comes in. */
export const runMessages = {
  title: "Your runs",
  missing: "There is no such run here",
  missingLead: "Perhaps it was removed, or the address was shortened. Your other runs are where they were.",
  lead: "Give the files of your watch, or the whole archive of Strava as it is. Your sessions turn to done by themselves.",
  drop: "Drop files here",
  dropLead: "FIT, TCX or GPX, also .gz, or a zip of them. You can drop them on your calendar, too.",
  choose: "Choose files",
  sending: (done: number, of: number) => `Sending file ${String(Math.min(done + 1, of))} of ${String(of)}`,
  reading: (done: number, of: number | null) =>
    of === null ? `${String(done)} read` : `${String(done)} of ${String(of)} read`,
  waiting: "Waiting to be read",
  imported: ({ imported, known, refused, too_little }: Outcomes) =>
    [
      imported > 0 ? `${plural(imported, "file", "files")} imported` : "",
      known > 0 ? `${plural(known, "file", "files")} known already` : "",
      refused + too_little > 0 ? `${plural(refused + too_little, "file", "files")} refused` : "",
    ]
      .filter((part) => part !== "")
      .join(", ") || "Nothing was in it",
  undo: "Undo this import",
  known: "known already",
  imports: "Imports",
  more: (count: number) => `and ${plural(count, "file", "files")} more`,
  list: "Runs",
  none: "Nothing yet. What you import stands here.",
  older: "Older ones",
  duplicate: "second recording of a run, does not count",
  noDay: "day unknown",
  plannedAs: "a session of your plan",
  back: "All runs",
  toPlan: "To the plan",
  remove: "Delete this run",
  original: "The file it came from",
  beats: (value: number) => `${String(value)} bpm`,
  chart: {
    title: "Over the run",
    hint: "Point at a curve to read it.",
    targets: "The pace that was asked for, where the work was.",
    pace: "Pace",
    heartRate: "Heart rate",
    altitude: "Height",
    unit: { heartRate: "bpm", altitude: "m" },
    picture: (name: string, low: string, high: string) => `${name} over the run, from ${low} to ${high}`,
  },
  laps: {
    title: "Laps",
    lap: "Lap",
    distance: "Distance",
    time: "Time",
    pace: "Pace",
    heartRate: "Beats",
    planned: "Planned",
    unplanned: "–",
    asked: (time: string, pace: string | null) => (pace === null ? time : `${time} at ${pace}`),
  },
  session: {
    title: "The session it was",
    asPlanned: (title: string, distance: string, day: string) => `${title}, ${distance}, ${day}`,
    volume: "How long",
    volumeOf: { distance: "of the distance", time: "of the time" },
    share: (percent: number, of: string) => `${String(percent)} % ${of}`,
    intent: "How hard",
    scores: { nailed: "Nailed", close: "Close", missed: "Missed" },
    notIt: "It was not this session",
    steps: "Each piece of work",
    planned: "Planned",
    target: "Target",
    done: "Run",
    verdicts: {
      on_target: "on target",
      too_fast: "too fast",
      too_slow: "too slow",
      not_done: "not run",
      no_target: "no pace asked",
    },
  },
  tell: {
    title: "Ran without a watch?",
    open: "Tell of a run",
    send: "Keep this run",
    fields: { day: "Day", distance: "Distance", time: "Time", effort: "Effort, 1 to 10 (optional)" },
    wrong: {
      day: "Give the day of the run.",
      distance: "Give a distance such as 8.5, or leave it empty.",
      time: "Give a time such as 45:00 or 1:45:00.",
      effort: "Give a number from 1, very easy, to 10, all you had.",
    },
  },
  heart: {
    title: "Your heart rate at threshold",
    none: "With it each run that has heart rate tells its time in five zones, and its load where it has no pace to go by.",
    kept: "Zones, load and the word on easy runs go by it, those of earlier runs too.",
    field: "Beats a minute",
    hint: "What your heart does over an hour as fast as you can. A way to find it: run half an hour alone, evenly and as hard as you can hold, and take the mean of the last twenty minutes.",
    tell: "Tell it",
    change: "Change it",
    keep: "Keep it",
    cancel: "Leave it",
    forget: "Forget it",
    wrong: "Give whole beats a minute, from 80 to 220.",
  },
  choices: {
    day: "When was it?",
    dayField: "Day",
    dayKeep: "Keep this day",
    which: "Was it one of these sessions?",
    whichLead: "What you say here stays so.",
    session: (title: string, distance: string, day: string) => `${title}, ${distance}, ${day}`,
    recordings: "Other recordings",
    believe: "Believe this recording",
    same: "It is the same run",
    apart: "It is another run",
  },
  sport: {
    which: "Which sport was it?",
    another: (sport: string) => `${sport}: was it another sport?`,
    lead: "What you say here stays so, and holds for your weeks and best efforts, too.",
    other: "Something else",
  },
  says: {
    title: "What it says",
    load: "Load",
    loadHint: "An hour at your threshold is 100.",
    level: "Pace on the level",
    zones: "Time in the zones of your plan",
    beatZones: "Time in zones of your heart rate (beats a minute)",
    beatZone: (zone: number, from: number | null, to: number | null) =>
      `Zone ${String(zone)}, ${beatsBetween(from, to)}`,
    efforts: "Best efforts of this run",
    best: (distance: string) => `Best ${distance}`,
    from: {
      pace: "by pace",
      heart_rate: "by heart rate",
      effort: "by effort",
      assumed: "by time alone",
    },
  },
  facts: { distance: "Distance", time: "Time", pace: "Pace", ascent: "Climb", heartRate: "Heart rate" },
} as const;

interface Outcomes {
  readonly imported: number;
  readonly known: number;
  readonly refused: number;
  readonly too_little: number;
}

const beatsBetween = (from: number | null, to: number | null): string => {
  if (from === null) return `up to ${String(to)}`;
  return to === null ? `from ${String(from)}` : `${String(from)}–${String(to)}`;
};
