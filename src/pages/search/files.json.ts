import type { APIRoute } from "astro";
import type { FileKind } from "../../client/site-search-files.ts";
import { FORMATS } from "../../exports/formats.ts";

/** The kinds of files that a query may name. */
export const GET: APIRoute = () =>
  Response.json(FORMATS.map(({ extension, label }) => ({ extension, label }) satisfies FileKind));
