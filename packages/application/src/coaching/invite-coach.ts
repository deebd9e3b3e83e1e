import type { PostMail } from "../accounts/ports.ts";
import type { AthleteScope } from "../plans/plan-record.ts";
import type { Invitation, Invitations, InvitedAlready, NewInvitation } from "./ports.ts";

interface InviteCoachDeps {
  readonly invitations: Pick<Invitations, "invite">;
  readonly postMail: PostMail;
  readonly publicUrl: () => string;
}

/** Invites a coach by address and tells them by letter; whether there is such an account is told nobody. */
export type InviteCoach = (
  scope: AthleteScope & { readonly accountId: string },
  wanted: NewInvitation,
) => Promise<Invitation | InvitedAlready>;

export const createInviteCoach =
  ({ invitations, postMail, publicUrl }: InviteCoachDeps): InviteCoach =>
  async (scope, wanted) => {
    const invited = await invitations.invite(scope, wanted);
    if ("type" in invited) return invited;
    await postMail({
      // It goes with the account of whoever wrote it.
      accountId: scope.accountId,
      kind: "coach_invitation",
      recipient: invited.email,
      subject: "An athlete invites you as a coach",
      text: letter(wanted.athleteName, publicUrl()),
    });
    return invited;
  };

const letter = (name: string, url: string): string =>
  `An athlete by the name of “${name.replaceAll(/\s+/g, " ")}” would like you to look at their training plans and calendar.

Sign in at ${url} with this address and accept the invitation there. Without an account, make one with this address and ask the administrator of the server for the role of a coach.

If you do not know who this is, there is nothing to be done.
`;
