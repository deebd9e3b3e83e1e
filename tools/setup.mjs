// Runs before `npm start` and `npm test`, on whatever Node the machine has.
// It keeps to old syntax, so that an old Node reads it far enough to be told what is missing.
import process from "process";

const NODE_LEAST = [20, 19];

const [major, minor] = process.versions.node.split(".").map(Number);

if (major < NODE_LEAST[0] || (major === NODE_LEAST[0] && minor < NODE_LEAST[1])) {
  process.stderr.write(
    `StrideIQ needs Node ${NODE_LEAST.join(".")} or newer to set itself up, and this is Node ` +
      `${process.versions.node}. Install a current Node and run the same command again.\n`,
  );
  process.exit(1);
}

import("./install.mjs")
  .then(({ install }) => install())
  .then((problem) => {
    if (problem === null) return;
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
  });
