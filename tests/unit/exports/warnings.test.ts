import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { claimWarning } from "../../../src/exports/warnings.node.ts";

test("a font package is warned of once, whichever thread asks", async () => {
  const asked = ["noto-sans-sc", "noto-sans-sc", "noto-sans-thai", ""];
  expect(asked.map(claimWarning)).toEqual([true, false, true, true]);
  const path = JSON.stringify(new URL("../../../src/exports/warnings.node.ts", import.meta.url).href);
  const program = `import(${path}).then(({ claimWarning }) => require("node:worker_threads").parentPort.postMessage(
    ["noto-sans-sc", "", "noto-sans-kr", "noto-sans-kr"].map(claimWarning)))`;
  const worker = new Worker(program, { eval: true });
  expect(await once(worker, "message")).toEqual([[false, false, true, false]]);
  expect(claimWarning("noto-sans-kr")).toBe(false);
});
