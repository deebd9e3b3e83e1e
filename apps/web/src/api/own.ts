import type { Answers } from "@strideiq/client";
import type { Result } from "@strideiq/engine";
import { useQuery } from "@tanstack/react-query";
import { healthConsent } from "../messages/consent.ts";
import { type ApiProblem, ask } from "./client.ts";

type Told<Operation extends keyof Answers> = Result<Answers[Operation], ApiProblem>;

export type Consent = Answers["GET /v1/consents"]["consents"][number];
export type ApiKey = Answers["GET /v1/api-keys"]["apiKeys"][number];

/** More than anybody has of either; both lists are newest first. */
const SHOWN = 100;

export const CONSENTS = ["consents"];
export const useConsents = (enabled = true): Told<"GET /v1/consents"> | undefined =>
  useQuery({
    queryKey: CONSENTS,
    queryFn: () => ask("GET /v1/consents", { query: { limit: SHOWN } }),
    enabled,
  }).data;

export const API_KEYS = ["api-keys"];
export const useApiKeys = (): Told<"GET /v1/api-keys"> | undefined =>
  useQuery({ queryKey: API_KEYS, queryFn: () => ask("GET /v1/api-keys", { query: { limit: SHOWN } }) }).data;

export const withdrawConsent = (consentId: string): Promise<Told<"POST /v1/consents/{consentId}/withdraw">> =>
  ask("POST /v1/consents/{consentId}/withdraw", { path: { consentId } });

export const agreeToHealthData = (): Promise<Told<"POST /v1/consents">> =>
  ask("POST /v1/consents", { body: { kind: "health_data", textVersion: healthConsent.day } });

/** Agrees to it, and hands over the answer that this browser has kept, where it was asked. */
export async function giveConsent(health: "" | "no" | "yes"): Promise<Result<unknown, ApiProblem>> {
  const given = await agreeToHealthData();
  if (!given.ok || health === "") return given;
  return ask("POST /v1/questionnaires", {
    body: { answers: {}, healthAnswers: { oneOrMoreSigns: health === "yes" } },
  });
}

export const revokeKey = (apiKeyId: string): Promise<Told<"POST /v1/api-keys/{apiKeyId}/revoke">> =>
  ask("POST /v1/api-keys/{apiKeyId}/revoke", { path: { apiKeyId } });

export const createKey = (name: string, scopes: ("read" | "write")[]): Promise<Told<"POST /v1/api-keys">> =>
  ask("POST /v1/api-keys", { body: { name, scopes } });

export const removeMe = (): Promise<Told<"DELETE /v1/me">> => ask("DELETE /v1/me");
