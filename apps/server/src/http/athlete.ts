import { LOCAL_ATHLETE_ID } from "@strideiq/application";
import type { FastifyRequest } from "fastify";

/** Whose request this is. The one place that knows; until accounts exist everybody is the local athlete. */
export const athleteOf = (_request: FastifyRequest): string => LOCAL_ATHLETE_ID;
