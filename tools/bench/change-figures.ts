import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Figure } from "./figure.ts";
import { call, change } from "./http.ts";
import { quantile } from "./quantile.ts";
import { postUntilReady } from "./waiting-times.ts";

const CHANGES_A_SECOND = 50;
const CHANGE_SECONDS = 20;
const CHANGE_MILLISECONDS_MAX = 50;
/** Each plan rests for some seconds between two of its changes, so that they do not meet. */
const PLANS = 160;
/** How many are tried to find so many plans that can be changed in both ways. */
const TRIED = 200;

/** Changes at a steady pace, an option and a move in turn: each takes what it takes, the next begins on time. */
export async function changeFigures(
  address: string,
  bodies: readonly string[],
  trivial: string,
): Promise<readonly Figure[]> {
  const { visitors } = await postUntilReady(address, bodies.slice(0, TRIED));
  const found: Changeable[] = [];
  for (const { path, cookie } of visitors) {
    const one = found.length < PLANS ? await changeable(`${address}${path}`, cookie ?? "") : undefined;
    if (one !== undefined) found.push(one);
  }
  const made: boolean[] = [];
  const house = await paced(async (turn) => {
    made[turn] = await changeOne(found, turn);
  });
  const bare = await paced(() => call(trivial, "{}"));
  const kinds = [
    ["choosing an option", 0],
    ["moving a session", 1],
  ] as const;
  const latencies = kinds.flatMap(([name, rest]) =>
    [0.5, 0.99].map((share) => ({
      name: `${name}, ${CHANGES_A_SECOND} changes a second: p${share * 100}`,
      value: quantile(
        house.filter((_, turn) => turn % 2 === rest),
        share,
      ),
      unit: "ms" as const,
      ...(share === 0.99 ? { aim: CHANGE_MILLISECONDS_MAX } : {}),
      limit: { name: "bare round trip", value: quantile(bare, share) },
    })),
  );
  const late = made.filter((isMade) => !isMade).length;
  return [
    ...latencies,
    {
      name: `changes of ${found.length} plans that met another and were refused`,
      value: late,
      unit: "",
      aim: 0,
    },
  ];
}

/** A plan with a session that can be run in two ways, and one that can be moved there and back. */
interface Changeable {
  readonly path: string;
  readonly cookie: string;
  readonly optional: string;
  readonly movable: string;
  readonly days: readonly [string, string];
}

/** Options of one half of the plans and moves in the other half, in turn: nobody changes a plan twice at a moment. */
function changeOne(plans: readonly Changeable[], turn: number): Promise<boolean> {
  const [step, half] = [Math.floor(turn / 2), Math.floor(plans.length / 2)];
  const isMove = turn % 2 === 1;
  const round = Math.floor(step / half);
  const plan = plans[(step % half) + (isMove ? half : 0)];
  if (plan === undefined) throw new Error("No plan can be changed.");
  const { path, cookie, optional, days } = plan;
  if (isMove) return change("POST", `${path}/changes`, moveOf(plan, days[(round + 1) % 2] ?? ""), cookie);
  const option = round % 2 === 0 ? "b" : "a";
  return change("PUT", `${path}/sessions/${optional}/option`, { option }, cookie);
}

const moveOf = ({ movable }: Pick<Changeable, "movable">, to: string) => ({
  wish: { kind: "move", session: movable, to },
});

async function paced(work: (turn: number) => Promise<unknown>): Promise<readonly number[]> {
  const begun = performance.now();
  const times: Promise<number>[] = [];
  for (let turn = 0; turn < CHANGES_A_SECOND * CHANGE_SECONDS; turn += 1) {
    await sleep(Math.max(0, begun + (turn * 1_000) / CHANGES_A_SECOND - performance.now()));
    const started = performance.now();
    times.push(work(turn).then(() => performance.now() - started));
  }
  return Promise.all(times);
}

interface Session {
  readonly id: string;
  readonly kind: string;
  readonly optionB?: unknown;
}

interface ReadyAnswer {
  readonly plan: {
    readonly weeks: readonly {
      readonly days: readonly { readonly date: string; readonly sessions: readonly Session[] }[];
    }[];
  };
}

/** Tries moves of easy runs to free days of their weeks, until one goes there and back. */
async function changeable(path: string, cookie: string): Promise<Changeable | undefined> {
  const response = await fetch(path, { headers: { cookie } });
  const { plan } = (await response.json()) as ReadyAnswer;
  const sessions = plan.weeks.flatMap(({ days }) => days).flatMap((day) => day.sessions);
  const optional = sessions.find(({ optionB }) => optionB !== undefined)?.id;
  if (optional === undefined) return undefined;
  for (const { days } of plan.weeks.slice(2, 8)) {
    const free = days.find((day) => day.sessions.length === 0);
    const home = days.find((day) => day.sessions[0]?.kind === "easy");
    const movable = home?.sessions[0]?.id;
    if (free === undefined || home === undefined || movable === undefined) continue;
    const days2 = [home.date, free.date] as const;
    if (await goesThereAndBack(path, cookie, movable, days2))
      return { path, cookie, optional, movable, days: days2 };
  }
  return undefined;
}

async function goesThereAndBack(
  path: string,
  cookie: string,
  movable: string,
  [home, free]: readonly [string, string],
): Promise<boolean> {
  for (const to of [free, home]) {
    const answer = await fetch(`${path}/changes`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify(moveOf({ movable }, to)),
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) return false;
  }
  return true;
}
