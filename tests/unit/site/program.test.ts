import { globSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { digestProgram, listProgram } from "../../../src/site/program.ts";
import { THREAD_PROGRAM } from "../../../src/site/threads.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";

let folder = "";
const write = (name: string, source: string) => writeFileSync(join(folder, name), source);
const entry = () => join(folder, "entry.ts");

beforeAll(() => {
  folder = temporaryFolder();
});
beforeEach(() => {
  write("entry.ts", 'import { a } from "./a.ts";\nimport "./b.ts";\nimport type { Z } from "./z.ts";\n');
  write("a.ts", 'import {\n  type C,\n  c,\n} from "./c.ts";\nexport const a = async () => import("./d.ts");\n');
  write("b.ts", 'import { join } from "node:path";\nexport * from "./a.ts";\nexport const B = "./none.ts";\n');
  write("c.ts", 'import { a } from "./a.ts";\n');
  write("d.ts", "");
  write("z.ts", "");
});

test("a program is what its first file imports, at once or later, but not for types alone", () => {
  const names = listProgram(entry()).map((path) => relative(folder, path));
  expect(names.toSorted()).toEqual(["a.ts", "b.ts", "c.ts", "d.ts", "entry.ts"]);
});

test.each(["entry.ts", "a.ts", "b.ts", "c.ts", "d.ts"])("its digest changes with %s", (name) => {
  const before = digestProgram(entry());
  expect(digestProgram(entry())).toBe(before);
  write(name, `${name === "entry.ts" ? 'import "./a.ts";' : ""} changed`);
  expect(digestProgram(entry())).not.toBe(before);
});

test("its digest does not change with what it does not run", () => {
  const before = digestProgram(entry());
  write("z.ts", "changed");
  expect(digestProgram(entry())).toBe(before);
});

test("of the threads of a build, it holds all that writes files of maps", () => {
  const program = listProgram(THREAD_PROGRAM).map((path) => relative(resolve("src"), path).split(sep).join("/"));
  expect(program).toEqual(expect.arrayContaining(["site/note-thread.ts", "site/maps.ts", "site/font.ts"]));
  const writers = globSync(["exports/*.ts", "mindmap/**/*.ts"], { cwd: "src" }).map((path) =>
    path.split(sep).join("/"),
  );
  const others = writers.filter((path) => !program.includes(path));
  // Cards are a route's own, and of some files nothing but types is taken.
  expect(others.toSorted()).toEqual(["exports/card.node.ts", "exports/pdfkit.d.ts", "exports/platform.ts"]);
});
