export * from "./postgres/embedded/embedded-postgres.ts";
export * from "./postgres/embedded/problem.ts";
