/** How the message of an error begins that a file of the index which did not come is the cause of. */
export const NOT_LOADED = "not loaded";

/** Why there is no answer, as a sentence for the reader. */
export function explainFailure(error: unknown): string {
  if (!navigator.onLine) return "You are offline, so the search index cannot be fetched.";
  const reason = String(error);
  if (!reason.includes(NOT_LOADED) && /wasm|webassembly|compile/i.test(reason))
    return "This browser does not let search run: WebAssembly is blocked here.";
  return "The search index could not be loaded; it may be missing from this site.";
}
