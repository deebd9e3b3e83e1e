import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Units } from "@strideiq/engine";
import { fetchPlan } from "../api/client.ts";
import type { PlanAnswer } from "@strideiq/contracts";
import { storedPlanId, storedUnits } from "../preferences/preferences.ts";
import { useStored } from "../preferences/stored.ts";
import { RefusalPage } from "../refusal/refusal-page.tsx";
import { isForStrangers, looksRunOut } from "../session/session.ts";
import { useToday } from "../wish/use-today.ts";
import { connection, isSilent } from "./data/connection.ts";
import { fetchCompletions } from "./data/plan-api.ts";
import { completionsKey, planKey } from "./data/plan-cache.ts";
import { dayOfPlan } from "./plan-view.ts";
import { LivePlanPage } from "./live-plan-page.tsx";
import { Progress } from "./progress.tsx";
import { PlanAway, Trouble } from "./trouble.tsx";
import { canWatch, watchJob } from "./watch-job.ts";

/** How often to ask while the job runs and nobody tells of it: plans take milliseconds, the queue a little longer. */
const POLL_MS = 300;
/** How often to ask although the server tells: what stands between may hold its words back. */
const DOUBT_MS = 3000;
/** How often to look whether a silent server is back. */
const RETRY_MS = 2000;

type Fetched = Awaited<ReturnType<typeof fetchPlan>>;

function nextLookMs(fetched: Fetched | undefined, isHeardOf: boolean): number | false {
  if (fetched === undefined) return false;
  if (fetched.ok) {
    if (fetched.value.status !== "generating") return false;
    return isHeardOf && fetched.value.jobId !== null ? DOUBT_MS : POLL_MS;
  }
  return fetched.error.status === 0 || fetched.error.status >= 500 ? RETRY_MS : false;
}

/**
 * A plan that was read once stays on the page when the server falls silent: what one looks at does not
 * vanish under one's eyes.
 */
async function readPlan(client: QueryClient, planId: string): Promise<Fetched> {
  const fetched = await fetchPlan(planId);
  const before = client.getQueryData<Fetched>(planKey(planId));
  const isLost = !fetched.ok && isSilent(fetched.error) && before?.ok === true;
  connection.write(isLost ? "down" : "up");
  return isLost ? before : fetched;
}

/** Reads a plan, and what was told of it, before it is drawn. */
export const readAhead = (planId: string, client: QueryClient): Promise<unknown> =>
  Promise.all([
    client.query({ queryKey: planKey(planId), queryFn: () => readPlan(client, planId) }),
    client.query({ queryKey: completionsKey(planId), queryFn: () => fetchCompletions(planId) }),
  ]);

interface PlanLoaderProps {
  readonly planId: string;
  /** The day that it opens at, as an address names it. */
  readonly day?: string | undefined;
}

/** One plan by its address, whatever state it is in. */
export function PlanLoader({ planId, day }: PlanLoaderProps) {
  const client = useQueryClient();
  const [isHeardOf, setHeardOf] = useState(canWatch);
  const { data } = useQuery({
    queryKey: planKey(planId),
    queryFn: () => readPlan(client, planId),
    refetchOnWindowFocus: "always",
    refetchInterval: ({ state }) => nextLookMs(state.data, isHeardOf),
  });
  const jobId = data?.ok === true && data.value.status === "generating" ? data.value.jobId : null;
  useEffect(() => {
    if (jobId === null || !isHeardOf) return undefined;
    const look = (): void => void client.invalidateQueries({ queryKey: planKey(planId) });
    return watchJob(jobId, look, () => {
      setHeardOf(false);
    });
  }, [client, isHeardOf, jobId, planId]);

  const isReady = data?.ok === true && data.value.status === "ready";
  useEffect(() => {
    if (isReady) storedPlanId.write(planId);
  }, [isReady, planId]);

  const isStranger = data?.ok === false && isForStrangers(data.error);
  useEffect(() => {
    if (isStranger) void looksRunOut(client);
  }, [isStranger, client]);

  if (data === undefined) return <Progress />;
  if (data.ok) return <Answer answer={data.value} day={day} />;
  if (!isSilent(data.error)) return <Trouble problem={data.error} />;
  return <PlanAway onAsk={() => void client.invalidateQueries({ queryKey: planKey(planId) })} />;
}

interface AnswerProps extends Pick<PlanLoaderProps, "day"> {
  readonly answer: PlanAnswer;
}

function Answer({ answer, day }: AnswerProps) {
  const [units] = useStored(storedUnits);
  switch (answer.status) {
    case "generating":
      return <Progress />;
    case "ready":
      return <Ready standing={answer} units={units} day={day} />;
    case "refused":
      return <RefusalPage refusal={answer.refusal} units={units} />;
    case "failed":
      return <Trouble problem={null} />;
  }
}

interface ReadyProps extends Pick<PlanLoaderProps, "day"> {
  readonly standing: Extract<PlanAnswer, { status: "ready" }>;
  readonly units: Units;
}

function Ready({ standing, units, day }: ReadyProps) {
  const today = useToday(standing.plan.request.timeZone);
  const opensAt = dayOfPlan(standing.plan, day);
  return <LivePlanPage standing={standing} units={units} today={today} opensAt={opensAt} />;
}
