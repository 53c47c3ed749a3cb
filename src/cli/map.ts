import { readFileSync } from "node:fs";
import { runMap } from "./run-map.ts";

process.exitCode = await runMap(process.argv.slice(2), {
  read: () => readFileSync(0),
  write: (output) => void process.stdout.write(output),
});
