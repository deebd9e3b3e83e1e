import { err, ok, type Result } from "@strideiq/engine";
import { type ASTNode, Environment } from "@marcbachmann/cel-js";

/** What is wrong with an expression, and where in it: characters from its beginning. */
export interface ExpressionProblem {
  readonly offset: number;
  readonly message: string;
}

/** Whether the rule holds for a week of a plan. Throws where it cannot be told, as after a division by nothing. */
export type Expression = (facts: WeekFacts) => boolean;

/** What a rule sees of a week. Distances in kilometres, times in minutes: what coaches write. */
export interface WeekFacts {
  readonly plan: { readonly distance: string; readonly tier: string; readonly weeks: number };
  readonly week: {
    readonly number: number;
    readonly toRace: number;
    readonly phase: string;
    readonly kind: string;
    readonly km: number;
    readonly longKm: number;
    readonly qualityDays: number;
    readonly runDays: number;
    readonly sessions: readonly SessionFacts[];
  };
}

interface SessionFacts {
  readonly kind: string;
  readonly workout: string;
  readonly km: number;
  readonly minutes: number;
  readonly quality: boolean;
}

const COST_MAX = 2_000;
/** Sessions in a week, at most: two a day. */
const LIST_LENGTH = 14;
const LOOPS = new Set(["all", "exists", "exists_one", "map", "filter"]);

const environment = new Environment({
  limits: { maxAstNodes: 200, maxDepth: 20, maxListElements: 30, maxMapEntries: 10, maxCallArguments: 6 },
})
  .registerType("Session", {
    fields: { kind: "string", workout: "string", km: "double", minutes: "double", quality: "bool" },
  })
  .registerType("Plan", { fields: { distance: "string", tier: "string", weeks: "double" } })
  .registerType("Week", {
    fields: {
      number: "double",
      toRace: "double",
      phase: "string",
      kind: "string",
      km: "double",
      longKm: "double",
      qualityDays: "double",
      runDays: "double",
      sessions: "list<Session>",
    },
  })
  .registerVariable("plan", "Plan")
  .registerVariable("week", "Week");

/** Reads an expression of the Common Expression Language (CEL) that is true or false, cheap, and cannot hang. */
export function readExpression(text: string): Result<Expression, ExpressionProblem> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const banned = findBanned(parsed.value.ast);
  // Regular expressions can take for ever.
  if (banned !== undefined)
    return err({ offset: banned.start, message: "uses matches; compare whole words instead" });
  const checked = parsed.value.check();
  if (!checked.valid) return err(problemOf(checked.error));
  if (checked.type !== "bool")
    return err({ offset: 0, message: `is ${checked.type ?? "something else"}; expected true or false` });
  const cost = costOf(parsed.value.ast);
  if (cost > COST_MAX)
    return err({
      offset: 0,
      message: `costs ${String(cost)} steps; at most ${String(COST_MAX)} are allowed`,
    });
  const run = parsed.value;
  return ok((facts) => run({ ...facts }) === true);
}

function parse(text: string): Result<ReturnType<Environment["parse"]>, ExpressionProblem> {
  try {
    return ok(environment.parse(text));
  } catch (problem) {
    return err(problemOf(problem));
  }
}

function problemOf(problem: unknown): ExpressionProblem {
  const message = problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : "unreadable";
  return { offset: startOf(problem), message: `cannot be read: ${message}` };
}

function startOf(problem: unknown): number {
  if (typeof problem !== "object" || problem === null || !("range" in problem)) return 0;
  const { range } = problem;
  return typeof range === "object" && range !== null && "start" in range && typeof range.start === "number"
    ? range.start
    : 0;
}

/** Steps that it takes at most: what stands in a loop counts for each session of a full week. */
function costOf(node: ASTNode): number {
  const inside = childrenOf(node).reduce((sum, child) => sum + costOf(child), 1);
  const isLoop = node.op === "rcall" && LOOPS.has(node.args[0]);
  return isLoop ? inside * LIST_LENGTH : inside;
}

function findBanned(node: ASTNode): ASTNode | undefined {
  if ((node.op === "rcall" || node.op === "call") && node.args[0] === "matches") return node;
  for (const child of childrenOf(node)) {
    const found = findBanned(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function childrenOf({ args }: ASTNode): readonly ASTNode[] {
  const flat: readonly unknown[] = Array.isArray(args) ? args.flat(3) : [args];
  return flat.filter(isNode);
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === "object" && value !== null && "op" in value && "args" in value;
