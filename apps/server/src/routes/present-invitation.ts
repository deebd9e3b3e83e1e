import type { Invitation } from "@strideiq/application";

/** An invitation as it travels. */
export const presentInvitation = ({ createdAt, acceptedAt, endedAt, ...invitation }: Invitation) => ({
  ...invitation,
  createdAt: createdAt.toISOString(),
  acceptedAt: acceptedAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
});
