import type { APIRoute, GetStaticPaths } from "astro";
import { FORMATS } from "../../exports/formats.ts";
import { exportAtlas } from "../../site/exports.ts";

export const getStaticPaths = (() =>
  FORMATS.map(({ extension }) => ({ params: { format: extension } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => exportAtlas(params.format ?? "");
