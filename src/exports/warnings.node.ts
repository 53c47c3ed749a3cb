import { getEnvironmentData, setEnvironmentData } from "node:worker_threads";

const KEY = "warnings-claimed";
/** Far more notes than are warned of. */
const MOST = 16_384;

/** Digests of the notes that were warned of, in memory that a program shares with the threads it starts. */
const claimed = new Int32Array(shareMemory());

function shareMemory(): SharedArrayBuffer {
  const shared: unknown = getEnvironmentData(KEY);
  if (shared instanceof SharedArrayBuffer) return shared;
  const memory = new SharedArrayBuffer(MOST * Int32Array.BYTES_PER_ELEMENT);
  setEnvironmentData(KEY, memory);
  return memory;
}

/** Whether a note is still to be warned of; true once for each, whichever thread asks. */
export function claimWarning(id: string): boolean {
  const name = digest(id);
  for (let step = 0; step < MOST; step += 1) {
    const before = Atomics.compareExchange(claimed, (Math.abs(name) + step) % MOST, 0, name);
    if (before === 0) return true;
    if (before === name) return false;
  }
  return true;
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/); never 0, which stands for no note. */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0 || 1;
}
