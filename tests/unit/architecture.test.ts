import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/**
 * The rooms of `src` and what each may import: other rooms, files of them, or files of the room's own
 * neighbours. A room may always import itself. Read from top to bottom, a note never turns back.
 */
const ROOMS: Record<string, readonly string[]> = {
  notes: [],
  outline: [],
  mindmap: ["outline"],
  // Labels and notes are written as Markdown alike.
  exports: ["outline", "mindmap", "notes/escape-markdown.ts"],
  site: ["notes", "outline", "mindmap", "exports", "components/note"],
  cli: [
    "notes",
    "outline",
    "mindmap",
    "exports",
    "site/maps.ts",
    "site/markdown.ts",
    "site/pictures.ts",
    "site/read-outline.ts",
  ],
  search: [],
  // Threads are started, and given what they need, as soon as there is a build, before any page is.
  integrations: ["notes", "search", "exports/viewer.node.ts", "site/threads.ts"],
  client: [
    "outline",
    "mindmap",
    "exports",
    "styles",
    "notes/cut-preview.ts",
    "notes/hash.ts",
    "notes/nearest.ts",
    "search/places.ts",
    "search/words.ts",
    "search/query.ts",
    "search/regions.ts",
    "search/correct.ts",
  ],
  components: ["notes", "outline", "mindmap", "exports", "site", "search", "client", "styles"],
  layouts: ["notes", "outline", "mindmap", "exports", "site", "search", "client", "styles", "components"],
  pages: ["notes", "outline", "mindmap", "exports", "site", "search", "client", "styles", "components", "layouts"],
  styles: [],
  // Astro looks for the collections here; Node reads them there.
  "content.config.ts": ["site/collections.ts"],
};

/**
 * Rooms that run anywhere: without Astro, without Node and without a page. So does what the client loads of other
 * rooms, which is in no list: it is found by following what is imported.
 */
const PURE = ["notes", "outline", "mindmap", "exports"];
/** Rooms that are made for a page. */
const OF_PAGES = ["client", "styles"];

/** In `exports`, what needs Node says so in its name. */
const NODE_FILE = /^exports\/.*\.node\.ts$/;

/** Rooms that may ask Astro for the collections (`astro:content`) and for rendering. */
const ASTRO_ROOMS = new Set([
  "site",
  "cli",
  "search",
  "integrations",
  "components",
  "layouts",
  "pages",
  "content.config.ts",
]);

const DOM_NAMES = new Set(
  `window document navigator location history localStorage sessionStorage self customElements HTMLElement SVGElement
  DOMParser XMLSerializer CSSStyleDeclaration MutationObserver ResizeObserver IntersectionObserver CustomEvent Image
  getComputedStyle requestAnimationFrame cancelAnimationFrame matchMedia addEventListener dispatchEvent alert`.split(
    /\s+/,
  ),
);

/** What may lie in the top folder of the repository. */
const TOP_ENTRIES = `.ci .editorconfig .gitattributes .github .gitignore .prettierignore .prettierrc.json LICENSE
  LICENSE-content README.md .astro.env astro.config.mjs biome.json content cspell.json docs knip.json package-lock.json package.json
  playwright.config.ts public src tests tsconfig.json vitest.config.ts`.split(/\s+/);

const LONGEST_FILE = 250;

const root = join(import.meta.dirname, "../..");
const files = globSync("src/**/*.{ts,mjs,astro,css}", { cwd: root })
  .map((path) => path.split(sep).join("/").slice("src/".length))
  .map((path) => ({ path, room: path.split("/")[0] ?? "", source: readFileSync(join(root, "src", path), "utf8") }));

/** The scripts of a file: all of it, or an Astro component's front matter and its client scripts. */
function scripts(path: string, source: string): string {
  if (!path.endsWith(".astro")) return path.endsWith(".css") ? "" : source;
  const front = /^---\n(.*?)\n---/s.exec(source)?.[1] ?? "";
  return [front, ...source.matchAll(/<script[^>]*>(.*?)<\/script>/gs)]
    .map((part) => (typeof part === "string" ? part : part[1]))
    .join("\n");
}

/** Everything a file imports: at once or later, as code, as types or by pattern; styles by `@import`. */
function imports(path: string, source: string): string[] {
  const found = ts.preProcessFile(scripts(path, source), true, true).importedFiles.map(({ fileName }) => fileName);
  const globs = [...source.matchAll(/import\.meta\.glob(?:<[^(]*>)?\(\s*["'`]([^"'`]+)/g)].map(
    ([, pattern = ""]) => pattern,
  );
  const sheets = path.endsWith(".css")
    ? [...source.matchAll(/@import\s+(?:url\()?["']([^"']+)/g)].map(([, sheet = ""]) => sheet)
    : [];
  return [...found, ...globs, ...sheets];
}

/** Path below `src` of what a file imports; undefined for packages. */
function resolveImport(from: string, to: string): string | undefined {
  if (to.startsWith("/src/")) return to.slice("/src/".length);
  return to.startsWith(".") ? posix.join(posix.dirname(from), to) : undefined;
}

/** Files of ours that a file runs: at once, whatever it takes of them but types, and if asked for also later. */
function runs(path: string, late: boolean): string[] {
  const tree = ts.createSourceFile(path, scripts(path, sourceOf(path)), ts.ScriptTarget.Latest, true);
  const found: ts.Node[] = [];
  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) {
      found.push(statement.moduleSpecifier);
    }
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier && !statement.isTypeOnly) {
      found.push(statement.moduleSpecifier);
    }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      found.push(...node.arguments);
    }
    ts.forEachChild(node, visit);
  };
  if (late) visit(tree);
  const names = found.flatMap((node) => (ts.isStringLiteral(node) ? node.text.replace(/\?.*/, "") : []));
  return names.flatMap((to) => resolveImport(path, to) ?? []);
}

function sourceOf(path: string): string {
  return files.find((file) => file.path === path)?.source ?? "";
}

/** Everything that is run where these files are. */
function reach(paths: readonly string[], follow: (path: string) => readonly string[]): Set<string> {
  const reached = new Set<string>();
  const open = [...paths];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const to of follow(path)) {
      if (reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  }
  return reached;
}

function isIn(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}

/** Names of the page's world that a file uses without having brought them in itself. */
function domNames(path: string, source: string): string[] {
  const tree = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const own = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const named = "name" in parent && parent.name === node;
      if (named && !ts.isPropertyAccessExpression(parent)) own.add(node.text);
      else if (!named && !ts.isQualifiedName(parent) && !ts.isBindingElement(parent) && DOM_NAMES.has(node.text))
        used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return [...used].filter((name) => !own.has(name));
}

test("finds every kind of import, and every name of the page", () => {
  const script = `import a from "./a.ts"; import type { B } from "./b.ts"; export { c } from "./c.ts";
    type D = import("./d.ts").D; const e = import("./e.ts"); const f = import.meta.glob("./f/*.ts");
    const { document: own } = {}; const location = own.window; window.open(location);`;
  expect(imports("x.ts", script)).toEqual(["./a.ts", "./b.ts", "./c.ts", "./d.ts", "./e.ts", "./f/*.ts"]);
  const component =
    '---\nimport A from "./A.astro";\n---\n<p>import "./text.ts"</p>\n<script>import "./b.ts";</script>';
  expect(imports("X.astro", component)).toEqual(["./A.astro", "./b.ts"]);
  expect(imports("x.css", '@import "./y.css";')).toEqual(["./y.css"]);
  expect(domNames("x.ts", script)).toEqual(["window"]);
});

describe("rooms", () => {
  test("each has its line in the table", () => {
    expect(files.filter(({ room }) => !(room in ROOMS)).map(({ path }) => path)).toEqual([]);
  });

  test("are those that the README leads through", () => {
    const told = readFileSync(join(root, "README.md"), "utf8").matchAll(/`src\/([\w-]+)`(?=[^\n|]*\|)/g);
    const folders = Object.keys(ROOMS).filter((room) => !room.includes("."));
    expect(Array.from(told, ([, room]) => room).toSorted()).toEqual(folders.toSorted());
  });

  test.each(Object.entries(ROOMS))("%s imports nothing but what it may", (room, allowed) => {
    const wrong = files
      .filter((file) => file.room === room)
      .flatMap(({ path, source }) =>
        imports(path, source).flatMap((to) => {
          const target = resolveImport(path, to);
          if (target === undefined) return [];
          return isIn(target, [room, ...allowed]) ? [] : [`${path} → ${target}`];
        }),
      );
    expect(wrong).toEqual([]);
  });

  test("only those that may ask Astro do", () => {
    const wrong = files
      .filter(({ room }) => !ASTRO_ROOMS.has(room))
      .flatMap(({ path, source }) => imports(path, source).map((to) => ({ path, to })))
      .filter(({ to }) => /^astro([:/]|$)|^@astrojs\//.test(to));
    expect(wrong).toEqual([]);
  });
});

describe("pure rooms, and what the client loads of others,", () => {
  const client = files.filter(({ room }) => room === "client").map(({ path }) => path);
  const loaded = reach(client, (path) => runs(path, true));
  const pure = files.filter(({ path }) => isIn(path, PURE) || (loaded.has(path) && !isIn(path, OF_PAGES)));

  test("are known", () => {
    expect([...loaded]).toEqual(expect.arrayContaining(["search/query.ts", "search/spelling.ts", "notes/hash.ts"]));
  });

  test("import nothing of Node", () => {
    const wrong = pure
      .filter(({ path }) => loaded.has(path) || !NODE_FILE.test(path))
      .flatMap(({ path, source }) => imports(path, source).map((to) => ({ path, to })))
      .filter(({ to }) => to.startsWith("node:") || /\.node\.ts$/.test(to));
    expect(wrong).toEqual([]);
  });

  test("use nothing of the page", () => {
    expect(
      pure.map(({ path, source }) => ({ path, uses: domNames(path, source) })).filter(({ uses }) => uses.length),
    ).toEqual([]);
  });
});

test("no file needs, to begin with, one that needs it", () => {
  const runsAtOnce = new Map(files.map(({ path }) => [path, runs(path, false)]));
  const circular = files.filter(({ path }) => reach([path], (each) => runsAtOnce.get(each) ?? []).has(path));
  expect(circular.map(({ path }) => path)).toEqual([]);
});

test("no file is too long to be read in one go", () => {
  const long = files.map(({ path, source }) => ({ path, lines: source.split("\n").length - 1 }));
  expect(long.filter(({ lines }) => lines > LONGEST_FILE)).toEqual([]);
});

test("nothing unexpected lies in the top folder", () => {
  const tracked = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);
  const entries = new Set(tracked.map((path) => path.split("/")[0] ?? ""));
  expect([...entries].filter((entry) => !TOP_ENTRIES.includes(entry))).toEqual([]);
});
