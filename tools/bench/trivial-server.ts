import { createServer } from "node:http";
import { parentPort } from "node:worker_threads";

/** Takes a body, answers one word: no web server on this machine can do less. */
const server = createServer((request, response) => {
  request.resume().once("end", () => {
    response.writeHead(202, { "content-type": "text/plain" }).end("ok");
  });
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  parentPort?.postMessage(typeof address === "object" ? address?.port : undefined);
});
