import { type Choose, err, ok, type Plan, type Result } from "@strideiq/engine";

/** Options to choose: one for all sessions, or one for each that is named. */
export interface Choices {
  readonly all: "a" | "b" | null;
  readonly byId: ReadonlyMap<string, "a" | "b">;
}

const isOption = (text: string | undefined): text is "a" | "b" => text === "a" || text === "b";

/** Reads `b` (every session that has one), `s012=b,s020=a` (these sessions), or both. */
export function readChoices(texts: readonly string[]): Result<Choices, string> {
  let all: Choices["all"] = null;
  const byId = new Map<string, "a" | "b">();
  for (const text of texts.flatMap((one) => one.split(","))) {
    const [id = "", option] = text.trim().split("=");
    if (option === undefined && isOption(id)) all = id;
    else if (id !== "" && isOption(option)) byId.set(id, option);
    else return err(`--choose: "${text}" names no option. Write b for all sessions, or s012=b for one.`);
  }
  return ok({ all, byId });
}

/** How these choices fall on a session. */
export const choiceOf =
  ({ all, byId }: Choices): Choose =>
  ({ id }) =>
    byId.get(id) ?? all;

/** Sessions that were named and that the plan does not have. */
export const strangersIn = ({ byId }: Choices, { weeks }: Plan): readonly string[] => {
  const ids = new Set(weeks.flatMap((week) => week.days).flatMap((day) => day.sessions.map(({ id }) => id)));
  return [...byId.keys()].filter((id) => !ids.has(id));
};
