import type { AuditActor, AuditEntry, Visitor } from "@strideiq/application";

/** Who a visitor is to the audit. */
export function actorOf(visitor: Visitor): AuditActor {
  switch (visitor.kind) {
    case "guest":
      return { kind: "guest", id: visitor.athleteId };
    case "account":
      return { kind: "account", id: visitor.account.id };
    case "api_key":
      return { kind: "api_key", id: visitor.keyId };
  }
}

/** Somebody took along everything that is kept of the athlete. */
export const exportedBy = (visitor: Visitor, requestId: string): AuditEntry => ({
  actor: actorOf(visitor),
  action: "data.exported",
  subject: { kind: "athlete", id: visitor.athleteId },
  requestId,
});
