import type { CalendarEntry, CalendarRangeProblem, ReadCalendar } from "@strideiq/application";
import { CompactCalendarAnswer, CalendarAnswer, CalendarQuery, type FieldError } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";

export interface CalendarRoutesOptions {
  readonly doorman: Doorman;
  readonly readCalendar: ReadCalendar;
}

const tags = ["calendar"];

export const calendarRoutes: FastifyPluginAsyncZod<CalendarRoutesOptions> = async (
  app,
  { doorman, readCalendar },
) => {
  app.get(
    "/v1/calendar",
    {
      schema: {
        tags,
        summary: "The sessions between two days",
        querystring: CalendarQuery,
        response: { 200: CalendarAnswer },
      },
    },
    async (request, reply) => {
      const { from, to } = request.query;
      const visitor = await doorman.visitorOf(request);
      const read = await readCalendar(visitor?.athleteId ?? NOBODY, from, to);
      if (!read.ok) return sendProblem(reply, "invalid_request", [explainRange(read.error)]);
      return { from, to, sessions: [...read.value] };
    },
  );
  app.get(
    "/v1/calendar/compact",
    {
      schema: {
        tags,
        summary: "The sessions between two days in fewer bytes, a list of values each",
        querystring: CalendarQuery,
        response: { 200: CompactCalendarAnswer },
      },
    },
    async (request, reply) => {
      const { from, to } = request.query;
      const visitor = await doorman.visitorOf(request);
      const read = await readCalendar(visitor?.athleteId ?? NOBODY, from, to);
      if (!read.ok) return sendProblem(reply, "invalid_request", [explainRange(read.error)]);
      return { from, to, ...compact(read.value) };
    },
  );
  return Promise.resolve();
};

function compact(entries: readonly CalendarEntry[]): Omit<CompactCalendarAnswer, "from" | "to"> {
  const plans = [...new Set(entries.map(({ planId }) => planId))];
  return {
    plans,
    columns: ["date", "plan", "sessionId", "kind", "quality", "metres", "title"],
    sessions: entries.map(({ date, planId, sessionId, kind, quality, metres, title }) => [
      date,
      plans.indexOf(planId),
      sessionId,
      kind,
      quality,
      metres,
      title,
    ]),
  };
}

/** An athlete that there is not: the range is judged all the same, and the days are empty. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Which day of a range is wrong, and what would be right. */
export function explainRange(problem: CalendarRangeProblem): FieldError {
  switch (problem.type) {
    case "RangeEndsBeforeItBegins":
      return { field: "to", message: "The last day is before the first. Exchange them." };
    case "RangeTooLong":
      return {
        field: "to",
        message: `The days are too many. Ask for at most ${String(problem.daysMax)} at once.`,
      };
  }
}
