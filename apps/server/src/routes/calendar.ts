import type { CalendarRangeProblem, ReadCalendar } from "@strideiq/application";
import { CalendarAnswer, CalendarQuery, type FieldError, Problem } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { athleteOf } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";

export interface CalendarRoutesOptions {
  readonly readCalendar: ReadCalendar;
}

export const calendarRoutes: FastifyPluginAsyncZod<CalendarRoutesOptions> = async (app, { readCalendar }) => {
  app.get(
    "/v1/calendar",
    {
      schema: {
        summary: "The sessions between two days",
        querystring: CalendarQuery,
        response: { 200: CalendarAnswer, 422: Problem },
      },
    },
    async (request, reply) => {
      const { from, to } = request.query;
      const read = await readCalendar(athleteOf(request), from, to);
      if (!read.ok) return sendProblem(reply, "invalid_request", [explain(read.error)]);
      return { from, to, sessions: [...read.value] };
    },
  );
  return Promise.resolve();
};

function explain(problem: CalendarRangeProblem): FieldError {
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
