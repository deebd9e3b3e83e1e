/**
 * The time of a row, in milliseconds since 1970: `May 9, 2022, 7:23:02 PM`, in UTC, and in the athlete's
 * language: `9 mai 2022 à 19:23:02`, `09.05.2022, 19:23:02`. Null when it cannot be read with certainty: in
 * `05/09/2022` nobody knows which is the month.
 */
export function stravaTime(text: string): number | null {
  const clock = /(?<![\d.])(\d{1,2})[:.](\d{2})[:.](\d{2})(?!\d)(?:\s*([ap])[.]?\s?m)?/iu.exec(text);
  const day = dayIn(clock === null ? text : text.replace(clock[0], " "));
  if (day === null || clock === null) return null;
  const hour = hourOf(Number(clock[1]), clock[4] ?? halfBefore(text));
  const at = Date.UTC(day.year, day.month - 1, day.day, hour, Number(clock[2]), Number(clock[3]));
  return isSameDay(at, day) ? at : null;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `31 February` would quietly become March. */
function isSameDay(at: number, { day, month }: Day): boolean {
  const date = new Date(at);
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1;
}

/** Korean and Chinese say before the clock which half of the day it is. */
const halfBefore = (text: string): string | undefined =>
  /오전|上午|午前/u.test(text) ? "a" : /오후|下午|午後/u.test(text) ? "p" : undefined;

const hourOf = (hour: number, half: string | undefined): number =>
  half === undefined ? hour : (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);

function dayIn(text: string): Day | null {
  const numeric = /(\d{4})(?:[-年.]|년)\s?(\d{1,2})(?:[-月.]|월)\s?(\d{1,2})/u.exec(text);
  if (numeric) return { year: Number(numeric[1]), month: Number(numeric[2]), day: Number(numeric[3]) };
  const dotted = /(\d{1,2})[.]\s?(\d{1,2})[.]\s?(\d{4})/.exec(text);
  if (dotted) return { day: Number(dotted[1]), month: Number(dotted[2]), year: Number(dotted[3]) };
  const year = /\b(\d{4})\b/.exec(text)?.[1];
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(text)?.[1];
  const month = monthIn(text);
  return year === undefined || day === undefined || month === null
    ? null
    : { year: Number(year), month, day: Number(day) };
}

const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "nb", "da", "fi", "pl", "cs", "ru", "tr"];
const FORMS = ["long", "short"] as const;

/** The first three letters decide in most languages; where two months share them, more are asked. */
function monthIn(text: string): number | null {
  for (const word of text.toLowerCase().match(/\p{L}{3,}/gu) ?? []) {
    const month = MONTHS.get(word);
    if (month !== undefined) return month;
  }
  return null;
}

/** Every way in which the platform writes the name of a month in one of the languages, alone or in a date. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) =>
    FORMS.flatMap((month) =>
      [{ month }, { month, day: "numeric" } as const].flatMap((options) => {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
        return Array.from({ length: 12 }, (_, index): [string, number] => {
          const parts = format.formatToParts(Date.UTC(2021, index, 9));
          const name = parts.find(({ type }) => type === "month")?.value ?? "";
          return [name.toLowerCase().replace(/[.]$/, ""), index + 1];
        });
      }),
    ),
  ),
);
