import { benchBuild } from "./build.ts";
import { benchExports } from "./exports.ts";
import { benchLighthouse } from "./lighthouse.ts";
import { benchMap, makeOutline } from "./map.ts";
import { benchSearch } from "./search.ts";

const BENCHES: Record<string, () => Promise<void>> = {
  map: () => benchMap(numbers[0]),
  lighthouse: benchLighthouse,
  exports: () => benchExports(makeOutline),
  search: benchSearch,
  build: () => benchBuild(numbers),
};
const numbers = process.argv.slice(2).map(Number).filter(Number.isFinite);
const names = process.argv.slice(2).filter((name) => !Number.isFinite(Number(name)));
const unknown = names.filter((name) => !BENCHES[name]);
if (names.length === 0 || unknown.length > 0) {
  console.error(`npm run bench -- ${Object.keys(BENCHES).join(" | ")}`);
  process.exitCode = 1;
} else {
  for (const name of names) await BENCHES[name]?.();
}
