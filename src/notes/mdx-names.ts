/** What stands in quotes, as the path of a module does. */
const QUOTED = /(["'`])(?:\\.|(?!\1)[^\\])*\1/gs;

/**
 * Tells which names the imports and exports of an MDX note bring.
 * @param modules their code
 */
export function namesOf(modules: readonly string[]): (name: string) => boolean {
  const names = new Set(
    modules
      .join("\n")
      .replace(QUOTED, '""')
      .match(/[\p{L}\p{N}_$]+/gu),
  );
  return (name) => names.has(name);
}
