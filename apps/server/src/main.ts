import { resolve } from "node:path";
import process from "node:process";
import { runServer } from "./compose/run-server.ts";

await runServer(process.env, resolve(import.meta.dirname, "../../.."), process.argv.slice(2));
