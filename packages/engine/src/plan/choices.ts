import type { Plan, Session } from "./plan.ts";

/** Which option each session is run as; null leaves it as it is. */
export type Choose = (session: Session) => Session["chosen"] | null;

/**
 * The plan with other options chosen. A session without a second option stays as it is; targets, reasons and
 * the certificate are those of the plan as it was.
 */
export const withChoices = (plan: Plan, choose: Choose): Plan => ({
  ...plan,
  weeks: plan.weeks.map((week) => ({
    ...week,
    days: week.days.map((day) => ({
      ...day,
      sessions: day.sessions.map((session) => {
        const chosen = session.optionB === undefined ? null : choose(session);
        return chosen === null || chosen === session.chosen ? session : { ...session, chosen };
      }),
    })),
  })),
});

/** Its distance by the option that is shorter. */
export const metresLeastOf = ({ metres, optionB }: Pick<Session, "metres" | "optionB">): number =>
  Math.min(metres, optionB?.metres ?? metres);

/** Its distance by the option that is further. */
export const metresMostOf = ({ metres, optionB }: Pick<Session, "metres" | "optionB">): number =>
  Math.max(metres, optionB?.metres ?? metres);
