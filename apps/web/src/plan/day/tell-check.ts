import { CompletionBody } from "@strideiq/contracts";
import { placeProblems, type TellProblems } from "./tell-draft.ts";

/** What the server's own schema says of what is to be told, at the fields of the form. */
export function checkTold(body: CompletionBody): TellProblems {
  const { error } = CompletionBody.safeParse(body);
  return placeProblems(
    (error?.issues ?? []).map(({ path, message }) => ({ field: path.join("."), message })),
  );
}
