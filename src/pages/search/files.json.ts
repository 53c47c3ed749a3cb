import type { APIRoute } from "astro";
import type { FileKind } from "../../client/search/files.ts";
import { SITE_FORMATS } from "../../site/exports.ts";

/** The kinds of files that a query may name. */
export const GET: APIRoute = () =>
  Response.json(SITE_FORMATS.map(({ extension, label }) => ({ extension, label }) satisfies FileKind));
