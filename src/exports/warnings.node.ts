import { getEnvironmentData, setEnvironmentData } from "node:worker_threads";
import { FAMILIES } from "./fallback-families.ts";

const KEY = "font packages warned of";

/**
 * A flag for each font package, in memory that a program shares with the threads it starts. Who starts threads that may
 * warn reads this module before, so that there is one such memory.
 */
const flags = new Int32Array(shareMemory());

function shareMemory(): SharedArrayBuffer {
  const shared: unknown = getEnvironmentData(KEY);
  if (shared instanceof SharedArrayBuffer) return shared;
  const memory = new SharedArrayBuffer((FAMILIES.length + 1) * Int32Array.BYTES_PER_ELEMENT);
  setEnvironmentData(KEY, memory);
  return memory;
}

/**
 * Whether a font package is still to be warned of: true once for each, whichever thread asks.
 * @param family "" for letters that no package has
 */
export function claimWarning(family: string): boolean {
  return Atomics.exchange(flags, FAMILIES.indexOf(family) + 1, 1) === 0;
}
