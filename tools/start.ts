/** `npm start`: builds the page when its sources changed, then runs everything in this one process. */
import { resolve } from "node:path";
import process from "node:process";
import { buildPage } from "./starting/build-page.ts";
import { nodeProblem } from "./starting/node-version.ts";

const root = resolve(import.meta.dirname, "..");

async function start(): Promise<void> {
  const problem = nodeProblem(process.versions.node) ?? (await buildPage(root));
  if (problem !== null) {
    console.error(problem);
    process.exitCode = 1;
    return;
  }
  // Loaded only now: on an old Node the server's libraries would fail before the sentence above.
  const { runServer } = await import("../apps/server/src/compose/run-server.ts");
  await runServer(process.env, root, process.argv.slice(2));
}

await start();
