import { EVIDENCE_KINDS, HEALTH_KINDS } from "../plan/plan-change.ts";
import { parseCalendarDate } from "../units/calendar-date.ts";
import type { ChangeProblem } from "./change-request.ts";

/** Whether a value from outside has a form; otherwise the path to the first part that has not. */
type Form = (value: unknown, path: string) => string | null;

/** What types promise about a change, tried: a caller that is no TypeScript may send anything at all. */
interface Arrived {
  readonly from: unknown;
  readonly done: unknown;
  readonly wish: unknown;
}

/** The first part of a change that does not have its form, by its path; null where all have. */
export function shapeProblem({ from, done, wish }: Arrived): ChangeProblem | null {
  const unreadable = (field: ChangeProblem["field"], path: string | null): ChangeProblem | null =>
    path === null ? null : { type: "ChangeProblem", field, problem: "unreadable", value: path };
  return (
    unreadable("from", text(from, "from")) ??
    (done === null ? null : unreadable("done", DONE(done, "done"))) ??
    unreadable("wish", wishForm(wish, "wish"))
  );
}

const when =
  (is: (value: unknown) => boolean): Form =>
  (value, path) =>
    is(value) ? null : path;

const text: Form = when((value) => typeof value === "string");
const number: Form = when((value) => typeof value === "number" && Number.isFinite(value));
const date: Form = when((value) => typeof value === "string" && parseCalendarDate(value).ok);

const oneOf = (...words: readonly unknown[]): Form => when((value) => words.includes(value));

const maybe =
  (form: Form): Form =>
  (value, path) =>
    value === undefined ? null : form(value, path);

const orNull =
  (form: Form): Form =>
  (value, path) =>
    value === null ? null : form(value, path);

/** A list of things of one form, no longer than anybody has runs or days to tell of. */
const listOf =
  (form: Form): Form =>
  (value, path) => {
    if (!isList(value) || value.length > LIST_MAX) return path;
    for (const [index, item] of value.entries()) {
      const wrong = form(item, `${path}[${String(index)}]`);
      if (wrong !== null) return wrong;
    }
    return null;
  };

const LIST_MAX = 1000;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const objectOf =
  (fields: Readonly<Record<string, Form>>): Form =>
  (value, path) => {
    if (typeof value !== "object" || value === null || isList(value)) return path;
    const own = new Map<string, unknown>(Object.entries(value));
    for (const [field, form] of Object.entries(fields)) {
      const wrong = form(own.get(field), `${path}.${field}`);
      if (wrong !== null) return wrong;
    }
    return null;
  };

/** The object whose `field` says of which form it is. */
const byWord =
  (field: string, forms: Readonly<Record<string, Form>>): Form =>
  (value, path) => {
    const known = new Map(Object.entries(forms));
    const word = objectOf({ [field]: oneOf(...known.keys()) })(value, path);
    if (word !== null || typeof value !== "object" || value === null) return word ?? path;
    const said = new Map<string, unknown>(Object.entries(value)).get(field);
    return known.get(String(said))?.(value, path) ?? null;
  };

const RUN = { metres: number, seconds: number };
const nothing: Form = () => null;

const DONE = objectOf({
  sessions: listOf(
    byWord("status", {
      skipped: objectOf({ session: text }),
      done: objectOf({ session: text, ...RUN }),
    }),
  ),
  extra: listOf(objectOf({ date, ...RUN })),
  health: orNull(objectOf({ kind: oneOf(...HEALTH_KINDS), date })),
  evidence: listOf(objectOf({ kind: oneOf(...EVIDENCE_KINDS), date })),
});

const respace = maybe(oneOf(true));
const pair: Form = (value, path) =>
  listOf(text)(value, path) ?? (isList(value) && value.length === 2 ? null : path);

/** Whether a day or a weekday exists is a question of its own, with an answer of its own. */
const wishForm = byWord("kind", {
  move: objectOf({ session: text, to: text, respace }),
  swap: objectOf({ days: pair, respace }),
  block_days: objectOf({ days: listOf(text) }),
  pause: objectOf({ first: date, last: date, raceDate: maybe(date) }),
  repeat_week: objectOf({ week: number, raceDate: maybe(date) }),
  long_run_day: objectOf({ weekday: text }),
  race_date: objectOf({ date: text }),
  adapt: nothing,
  resume: nothing,
});
