import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createRandom, createWriter } from "./search-notes.ts";

/** Notes of one folder. */
const A_FOLDER = 50;
const SECTIONS = 8;
const ROWS = 6;
const TAGS = ["access", "audit", "boot", "cloud", "crypto", "hardware", "identity", "incident", "network", "risk"];

/** Path of the n-th note below the folder of notes. */
export function notePath(id: number): string {
  return `part-${Math.floor(id / A_FOLDER)}/note-${id}.md`;
}

/**
 * A note of about 900 words in Markdown: headings of two levels, lists, a table, a block of code and
 * links to two other notes; the same in every run.
 * @param count how many notes there are
 */
export function makeMarkdown(id: number, count: number): string {
  const say = createWriter(createRandom(id + 1));
  const sections = Array.from({ length: SECTIONS }, (_, at) => {
    const items = Array.from({ length: 4 }, () => `- **${say(1)}** ${say(8)}`);
    return `${at % 2 ? "###" : "##"} ${say(3)}\n\n${say(50)}.\n\n${items.join("\n")}\n`;
  });
  const row = () => `| ${say(2)} | ${say(3)} | ${say(4)} | ${say(2)} |`;
  const table = [row(), "| --- | --- | --- | --- |", ...Array.from({ length: ROWS }, row)].join("\n");
  const code = Array.from({ length: 10 }, (_, line) => `const name${line} = call("${say(2)}", ${line}); // ${say(3)}`);
  const links = [id + 1, id * 7 + 3].map((other) => `[${say(2)}](../${notePath(other % count)})`).join(" and ");
  return `---
title: ${say(2)} ${id}
description: ${say(12)}.
tags: [${TAGS[id % TAGS.length]}, ${TAGS[(id * 3 + 1) % TAGS.length]}]
published: "20${10 + (id % 15)}"
reviewed: 2026-0${1 + (id % 9)}-${10 + (id % 18)}
---

${say(40)}, see ${links}.

${sections.join("\n")}
## ${say(2)}

${table}

## ${say(2)}

\`\`\`ts
${code.join("\n")}
\`\`\`
`;
}

/** Writes so many notes below a folder. */
export async function writeNotes(folder: string, count: number): Promise<void> {
  for (let id = 0; id < count; id += 1) {
    const file = join(folder, notePath(id));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, makeMarkdown(id, count));
  }
}
