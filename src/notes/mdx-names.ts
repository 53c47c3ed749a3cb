const NAME = /[\p{L}\p{N}_$]+/gu;

/**
 * What binds names, without what it is given where that may be text: rather too much than too little, since a name
 * that is missed would stop a build.
 */
const BINDINGS = [
  /\bimport\s[^'"]*?\bfrom\b/g,
  /\bexport\s*(?:\{[^}]*\}|\*\s*as\s+[\p{L}\p{N}_$]+)/gu,
  /\b(?:const|let|var)\s+(?:\{[\s\S]*?\}\s*=|\[[\s\S]*?\]\s*=|[^;'"`\n]*)/g,
  /\b(?:function\b\s*\*?|class\b)\s*[\p{L}\p{N}_$]+/gu,
  // The second of several in one declaration.
  /[\p{L}\p{N}_$]+\s*=(?![=>])/gu,
];

/**
 * Tells which names the imports and exports of an MDX note bring.
 * @param modules their code
 */
export function namesOf(modules: readonly string[]): (name: string) => boolean {
  const code = modules.join("\n");
  const names = new Set(BINDINGS.flatMap((binding) => code.match(binding) ?? []).flatMap((bound) => bound.match(NAME)));
  return (name) => names.has(name);
}
