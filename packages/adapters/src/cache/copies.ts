import { hash } from "node:crypto";
import type {
  Clock,
  CopyChange,
  FindPlanInHand,
  FindVisitor,
  HearOfChanges,
  PlanKey,
  PlanReading,
  PlanRepository,
  Visitor,
} from "@strideiq/application";
import { createKeptCopies, type CopyUse } from "./kept-copies.ts";
import { createSharedPlans, type SharedPlansDeps, type SharedUse } from "./shared-plans.ts";

/** What a process keeps copies of, so that a calendar is read without a question to the database. */
export interface Copies {
  readonly findPlan: (find: PlanRepository["find"]) => PlanRepository["find"];
  readonly findVisitor: (find: FindVisitor) => FindVisitor;
  /** A plan and its reader, where both are there and may be used at this moment. */
  readonly inHand: FindPlanInHand;
  /** Resolves when this process has heard of everything that was stored before: its own readers see what it wrote. */
  readonly caughtUp: () => Promise<void>;
  readonly use: () => CopiesUse;
  readonly stop: () => Promise<void>;
}

export interface CopiesUse {
  readonly process: Readonly<Record<"plans" | "visitors", CopyUse>>;
  /** What lies outside of the process, if anything does. */
  readonly shared: { readonly plans?: SharedUse };
}

export interface CopiesDeps {
  readonly hearOfChanges: HearOfChanges;
  readonly now: Clock["now"];
  /** Room for copies of plans; 0 keeps no copies at all. */
  readonly bytesMax: number;
  /** A place outside of the process that a plan is read from which has no copy in it. */
  readonly shared?: SharedPlansDeps;
}

/** Beside the bytes of an answer: its key, its place in the order, and the objects around it. */
const ENTRY_BYTES = 500;
/** A session or a guest's cookie that runs out is noticed this much later at the latest. */
const VISITOR_MILLISECONDS = 60_000;
const VISITORS_SHARE = 1 / 8;

/** Copies of finished plans and of who somebody is, kept right by what the database tells. */
export function openCopies({ hearOfChanges, now, bytesMax, shared: place }: CopiesDeps): Copies {
  if (bytesMax === 0) return NO_COPIES;
  const shared = place && createSharedPlans(place);
  const isHearing = (): boolean => hearing.isHearing();
  const plans = createKeptCopies<PlanReading | undefined>({ bytesMax, kept: keptPlan, isHearing });
  const visitors = createKeptCopies<Visitor | undefined>({
    bytesMax: bytesMax * VISITORS_SHARE,
    kept: keptVisitor,
    isHearing,
    goodFor: { milliseconds: VISITOR_MILLISECONDS, now },
  });
  const hear = (change: CopyChange): void => {
    if (change.type === "plan") {
      plans.forget(change.planId);
      shared?.forget(change.planId);
    } else if (change.type === "person") visitors.forget(change.id);
    else {
      plans.forgetAll();
      visitors.forgetAll();
    }
  };
  const hearing = hearOfChanges(hear);
  return {
    findPlan: (find) => {
      const findOutside = shared?.findPlan(find) ?? find;
      return (key) => plans.read(planName(key), () => findOutside(key), key.planId);
    },
    findVisitor: (find) => (papers) =>
      // A key is looked up each time: its use is noted.
      papers.authorization === undefined ? visitors.read(nameOf(papers), () => find(papers)) : find(papers),
    inHand: (papers, planId) => {
      const visitor = papers.authorization === undefined ? visitors.look(nameOf(papers)) : undefined;
      if (visitor === undefined) return undefined;
      const plan = plans.look(planName({ athleteId: visitor.athleteId, planId }));
      if (plan?.state !== "ready") return undefined;
      visitors.countHit();
      plans.countHit();
      return { visitor, plan };
    },
    caughtUp: hearing.caughtUp,
    use: () => ({
      process: { plans: plans.use(), visitors: visitors.use() },
      shared: shared === undefined ? {} : { plans: shared.use() },
    }),
    stop: hearing.stop,
  };
}

/** A plan that is not ready will be another any moment. */
const keptPlan = (reading: PlanReading | undefined) =>
  reading?.state === "ready" ? { bytes: reading.snapshot.byteLength + ENTRY_BYTES } : undefined;

function keptVisitor(visitor: Visitor | undefined) {
  if (visitor === undefined || visitor.kind === "api_key") return undefined;
  const tags = visitor.kind === "account" ? [visitor.athleteId, visitor.account.id] : [visitor.athleteId];
  return { bytes: ENTRY_BYTES, tags };
}

const planName = ({ athleteId, planId }: PlanKey): string => `${athleteId} ${planId}`;

/** The same papers are the same visitor; what they are is a secret that is not kept. */
const nameOf = ({ cookies, guestId }: Parameters<FindVisitor>[0]): string =>
  hash("sha256", `${guestId ?? ""}\n${cookies ?? ""}`, "base64");

const NOTHING: CopyUse = { hit: 0, miss: 0, bypassed: 0, bytes: 0 };

const NO_COPIES: Copies = {
  findPlan: (find) => find,
  findVisitor: (find) => find,
  inHand: () => undefined,
  caughtUp: () => Promise.resolve(),
  use: () => ({ process: { plans: NOTHING, visitors: NOTHING }, shared: {} }),
  stop: () => Promise.resolve(),
};
