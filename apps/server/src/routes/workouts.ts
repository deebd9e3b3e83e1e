import { WorkoutAnswer, WorkoutListAnswer, WorkoutListQuery, WorkoutParams } from "@strideiq/contracts";
import type { WorkoutDefinition, WorkoutLibrary } from "@strideiq/engine";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { sendProblem } from "../http/problems.ts";
import { shownPage } from "./page-of.ts";

export interface WorkoutRoutesOptions {
  /** That of the configuration in force, which can be another at the next request. */
  readonly library: () => Pick<WorkoutLibrary, "workouts" | "contraindications">;
}

const tags = ["workouts"];

/** The library of workouts, to be read by anybody. */
export const workoutRoutes: FastifyPluginAsyncZod<WorkoutRoutesOptions> = async (app, { library }) => {
  app.get(
    "/v1/workouts",
    {
      config: { anybody: true },
      schema: {
        tags,
        summary: "The workouts of the library, by id",
        querystring: WorkoutListQuery,
        response: { 200: WorkoutListAnswer },
      },
    },
    (request) => {
      const { after = "", limit, ...wanted } = request.query;
      const page = library()
        .workouts.filter((workout) => workout.id > after && fits(workout, wanted))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .slice(0, limit + 1);
      const { items, next } = shownPage(page, request.query, ({ id }) => id);
      return {
        workouts: items.map(({ id, title, kind, quality, stimulus, purpose }) => ({
          id,
          title,
          kind,
          quality,
          stimulus,
          purpose,
        })),
        next,
      };
    },
  );

  app.get(
    "/v1/workouts/:workoutId",
    {
      config: { anybody: true, problems: ["workout_not_found"] },
      schema: {
        tags,
        summary: "One workout, before it is scaled to a runner",
        params: WorkoutParams,
        response: { 200: WorkoutAnswer },
      },
    },
    async (request, reply) => {
      const { workouts, contraindications } = library();
      const workout = workouts.find(({ id }) => id === request.params.workoutId);
      if (workout === undefined) return sendProblem(reply, "workout_not_found");
      return present(workout, contraindications);
    },
  );
  return Promise.resolve();
};

type Wanted = Pick<WorkoutListQuery, "kind" | "stimulus" | "phase" | "distance">;

const fits = (workout: WorkoutDefinition, { kind, stimulus, phase, distance }: Wanted): boolean =>
  (kind === undefined || workout.kind === kind) &&
  (stimulus === undefined || workout.stimulus === stimulus) &&
  (phase === undefined || workout.phases.includes(phase)) &&
  (distance === undefined || workout.distances.includes(distance));

function present(workout: WorkoutDefinition, sentences: WorkoutLibrary["contraindications"]): WorkoutAnswer {
  const {
    frame: _,
    fuelling: _fuelling,
    notIf,
    rungs,
    phases,
    distances,
    tiers,
    partners,
    ...rest
  } = workout;
  return {
    ...rest,
    phases: [...phases],
    distances: [...distances],
    tiers: [...tiers],
    partners: [...partners],
    rungs: rungs.map(({ times, set }) => ({ times, set: set.map((piece) => ({ ...piece })) })),
    stops: notIf.map((stop) => sentences[stop]),
  };
}
