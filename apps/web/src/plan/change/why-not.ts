import type { ApiProblem } from "../../api/client.ts";

/** Why, and what can be done instead, where the server says so; else what went wrong. */
export const whyNot = ({ title, errors }: ApiProblem): string =>
  errors.length === 0 ? title : errors.map(({ message }) => message).join(" ");
