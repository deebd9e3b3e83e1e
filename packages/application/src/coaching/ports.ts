import type { CalendarDate } from "@strideiq/engine";
import type { Page } from "../page.ts";
import type { PlanSummary } from "../plans/list-plans.ts";
import type { AthleteScope, CalendarEntry, PlanKey, PlanReading } from "../plans/plan-record.ts";

/** An athlete lets a coach look at plans and calendar. */
export interface Invitation {
  readonly id: string;
  readonly athleteId: string;
  readonly athleteName: string;
  /** Where the coach was invited; the account of this address can accept. */
  readonly email: string;
  readonly state: "open" | "accepted" | "ended";
  readonly createdAt: Date;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedBy: "athlete" | "coach" | null;
}

export interface InvitedAlready {
  readonly type: "InvitedAlready";
}

export interface NewInvitation {
  readonly id: string;
  readonly email: string;
  readonly athleteName: string;
}

/** The account of a coach. There is no lookup of a coach without it. */
export interface CoachScope {
  readonly coachId: string;
}

/** An invitation after somebody answered it; no news when it stood like that before. */
export interface AnsweredInvitation {
  readonly invitation: Invitation;
  readonly isNews: boolean;
}

/** Who invited whom. Either side ends it, and the other sees that at once. */
export interface Invitations {
  /** What is there under this id already stays as it is. */
  readonly invite: (scope: AthleteScope, wanted: NewInvitation) => Promise<Invitation | InvitedAlready>;
  /** Newest first; the cursor is an id. */
  readonly ofAthlete: (scope: AthleteScope, page: Page<string>) => Promise<readonly Invitation[]>;
  readonly endAsAthlete: (scope: AthleteScope, id: string) => Promise<AnsweredInvitation | undefined>;
  /** Those that wait for this coach's answer and those that were accepted, newest first. */
  readonly ofCoach: (scope: CoachScope, page: Page<string>) => Promise<readonly Invitation[]>;
  readonly accept: (scope: CoachScope, id: string) => Promise<AnsweredInvitation | undefined>;
  readonly endAsCoach: (scope: CoachScope, id: string) => Promise<AnsweredInvitation | undefined>;
}

/** What a coach sees of an athlete who invited them; undefined for anybody else's. */
export interface CoachView {
  /** Newest first; the cursor is an id. */
  readonly plans: (
    scope: CoachScope & AthleteScope,
    page: Page<string>,
  ) => Promise<readonly PlanSummary[] | undefined>;
  readonly plan: (key: CoachScope & PlanKey) => Promise<PlanReading | undefined>;
  readonly calendar: (
    scope: CoachScope & AthleteScope,
    from: CalendarDate,
    to: CalendarDate,
  ) => Promise<readonly CalendarEntry[] | undefined>;
}
