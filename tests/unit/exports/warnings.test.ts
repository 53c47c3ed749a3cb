import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { claimWarning } from "../../../src/exports/warnings.node.ts";

test("a note is warned of once, whichever thread asks", async () => {
  expect([claimWarning("a"), claimWarning("a"), claimWarning("b")]).toEqual([true, false, true]);
  const path = JSON.stringify(new URL("../../../src/exports/warnings.node.ts", import.meta.url).href);
  const program = `import(${path}).then(({ claimWarning }) =>
    require("node:worker_threads").parentPort.postMessage(["a", "c", "c"].map(claimWarning)))`;
  const worker = new Worker(program, { eval: true });
  expect(await once(worker, "message")).toEqual([[false, true, false]]);
  expect(claimWarning("c")).toBe(false);
});
