import type { APIRoute } from "astro";
import { escapeMarkdown } from "../notes/escape-markdown.ts";
import { getSections } from "../site/sections.ts";
import { SITE } from "../site/site.ts";
import { withBase } from "../site/url.ts";

/** A list of the notes' Markdown for programs that read (https://llmstxt.org). */
export const GET: APIRoute = async ({ site }) => {
  const absolute = (path: string) => new URL(path, site).href;
  const lines = [`# ${SITE.name}`, "", `> ${SITE.claim}`];
  for (const { title, notes } of await getSections()) {
    lines.push("", `## ${escapeMarkdown(title || "Notes")}`, "");
    for (const note of notes) {
      const link = `[${escapeMarkdown(note.title)}](${absolute(withBase(`notes/${note.id}.md`))})`;
      lines.push(`- ${[link, escapeMarkdown(note.description)].filter(Boolean).join(": ")}`);
    }
  }
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
};
