import type { ApiProblem } from "../../api/client.ts";
import { createWatched } from "../../preferences/stored.ts";

/** Whether the server answered when it was last asked. */
export const connection = createWatched<"up" | "down">("up");

/** No answer, or one that will be another in a moment: worth asking again. */
export const isSilent = ({ status }: ApiProblem): boolean => status === 0 || status >= 502;
