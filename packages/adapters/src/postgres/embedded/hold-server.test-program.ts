/** A process of its own for the tests: starts or attaches, says where, and holds until it is told to leave. */
import process from "node:process";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";

const started = await startEmbeddedPostgres({
  folder: process.argv[2] ?? "",
  database: "strideiq",
  durable: false,
});
if (!started.ok) throw new Error(started.error.type);
console.log(started.value.url);
process.once("SIGTERM", () => {
  void started.value.stop().then(() => process.exit(0));
});
