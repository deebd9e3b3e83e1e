/** `npm run build`: the page, unless it is made of the present sources already. */
import { resolve } from "node:path";
import process from "node:process";
import { buildPage } from "./starting/build-page.ts";

const problem = await buildPage(resolve(import.meta.dirname, ".."));
if (problem !== null) {
  console.error(problem);
  process.exitCode = 1;
}
