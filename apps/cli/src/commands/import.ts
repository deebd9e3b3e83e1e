import {
  type Activity,
  activityOf,
  type ActivityRules,
  type FileRefusal,
  groupRuns,
  historyOf,
  type Home,
  NO_DECISIONS,
  NO_LINKS,
  type Recording,
  reviewPlan,
  withoutTrack,
} from "@strideiq/activity";
import { readFiles } from "@strideiq/activity-files";
import { addDays, type CalendarDate, parseCalendarDate, type Plan, type Units } from "@strideiq/engine";
import { readActivityRules } from "../config.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { messagesOf, readPlan } from "../read-plan.ts";
import { printable, type Terminal } from "../terminal.ts";
import { localToday, systemTimeZone } from "../today.ts";
import { writeWhole } from "../write-file.ts";
import { importText } from "./import-text.ts";
import type { Imported, ImportedFile } from "./imported.ts";
import { toJson } from "./plan.ts";

export interface ImportOptions {
  readonly plan?: string;
  readonly today?: string;
  readonly timeZone?: string;
  readonly units?: Units;
  readonly thresholdHeartRate?: string;
  readonly doneOut?: string;
  readonly format?: "text" | "json";
}

/** `strideiq import`: what files are, what they say, and with a plan what they were of it. Nothing is stored. */
export async function importCommand(
  names: readonly string[],
  options: ImportOptions,
  config: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const rules = await readActivityRules(config);
  if (!rules.ok) return tellAll(rules.error, terminal, EXIT.unreadable);
  const plan = options.plan === undefined ? null : await readPlan(options.plan);
  if (plan?.ok === false)
    return tellAll(
      messagesOf(plan.error).map((message) => `${options.plan ?? ""}: ${message}`),
      terminal,
      EXIT.unreadable,
    );
  const told = readHome(options, plan?.value ?? null);
  if (told.home === null) return tellAll(told.faults, terminal, EXIT.usage);
  const imported = await importFiles(
    names,
    plan?.value ?? null,
    told.home,
    told.thresholdHeartRate,
    rules.value,
  );
  return handOut(imported, plan?.value ?? null, options, terminal);
}

interface ToldHome {
  readonly home: Home | null;
  readonly thresholdHeartRate: number | null;
  readonly faults: readonly string[];
}

/** Where and when the athlete is: as told, as the plan was wished for, or as the system says. */
function readHome(options: ImportOptions, plan: Plan | null): ToldHome {
  const timeZone = options.timeZone ?? plan?.request.timeZone ?? systemTimeZone();
  const now = localToday(timeZone);
  const asked = options.today === undefined ? null : parseCalendarDate(options.today);
  const today = asked === null ? now : asked.ok ? asked.value : null;
  const beats = options.thresholdHeartRate === undefined ? null : Number(options.thresholdHeartRate);
  const faults = [
    ...(now === null ? [`--time-zone: there is no zone ${printable(timeZone)}.`] : []),
    ...(asked?.ok === false ? ["--today: give a date such as 2027-04-18."] : []),
    ...(beats !== null && !(beats >= 60 && beats <= 230)
      ? ["--threshold-heart-rate: give beats a minute, 60 to 230."]
      : []),
  ];
  const home = now === null || today === null || faults.length > 0 ? null : { timeZone, today };
  return { home, thresholdHeartRate: beats, faults };
}

async function importFiles(
  names: readonly string[],
  plan: Plan | null,
  home: Home,
  thresholdHeartRate: number | null,
  rules: ActivityRules,
): Promise<Imported> {
  const files: ImportedFile[] = [];
  const known = new Map<string, Activity>();
  for (const name of names)
    for await (const report of readFiles({ name, content: { path: name } })) {
      const file = importedFile(report.name, report.result, home, rules);
      files.push({ ...file, activities: file.activities.map(withoutTrack) });
      // A track takes thousands of times the room of its run, and only a session's steps are looked for in it.
      for (const activity of file.activities)
        known.set(activity.id, plan !== null && isOf(plan, activity) ? activity : withoutTrack(activity));
    }
  const runs = groupRuns([...known.values()], NO_DECISIONS, rules.duplicates);
  const athlete = { paces: plan?.paces ?? null, thresholdHeartRate };
  return {
    files,
    runs,
    history: historyOf(
      runs.map(({ activity }) => activity),
      home.today,
      rules,
    ),
    review: plan === null ? null : reviewPlan(plan, runs, NO_LINKS, home.today, athlete, rules),
  };
}

function importedFile(
  name: string,
  result:
    | { readonly ok: true; readonly value: readonly Recording[] }
    | { readonly ok: false; readonly error: FileRefusal },
  home: Home,
  rules: ActivityRules,
): ImportedFile {
  if (!result.ok) return { name, activities: [], isTooLittle: false, faults: [], refusal: result.error };
  const activities = result.value.flatMap((recording) => activityOf(recording, home, rules) ?? []);
  const faults = [...new Set(result.value.flatMap((recording) => recording.faults))];
  return { name, activities, isTooLittle: activities.length === 0, faults, refusal: null };
}

function isOf({ raceDate, weeks }: Plan, { start }: Activity): boolean {
  const first: CalendarDate | undefined = weeks[0]?.days[0]?.date;
  return (
    start !== null &&
    first !== undefined &&
    start.day >= addDays(first, -1) &&
    start.day <= addDays(raceDate, 1)
  );
}

async function handOut(
  imported: Imported,
  plan: Plan | null,
  options: ImportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const units = options.units ?? plan?.request.units ?? "km";
  terminal.out(options.format === "json" ? toJson(documentOf(imported)) : importText(imported, plan, units));
  if (options.doneOut !== undefined && imported.review !== null) {
    const { extra, sessions } = imported.review.done;
    const done = toJson({ sessions, extra, health: null, evidence: [] });
    const fault = await writeWhole(options.doneOut, done);
    if (fault !== null) return tellAll([fault], terminal, EXIT.unreadable);
  }
  const isWhole = imported.files.every(({ isTooLittle, refusal }) => refusal === null && !isTooLittle);
  return isWhole ? EXIT.done : EXIT.unreadable;
}

function documentOf({ files, history, review, runs }: Imported): unknown {
  return {
    files,
    activities: runs.map(({ activity, duplicates }) => ({
      ...withoutTrack(activity),
      duplicates: duplicates.map(({ id }) => id),
    })),
    history,
    review: review && {
      matching: review.matching,
      completions: review.completions,
      adherence: review.adherence.plan,
      weeks: [...review.adherence.byWeek].map(([week, adherence]) => ({ week, ...adherence })),
      done: review.done,
    },
  };
}

function tellAll(sentences: readonly string[], terminal: Terminal, code: ExitCode): ExitCode {
  sentences.forEach(terminal.complain);
  return code;
}
