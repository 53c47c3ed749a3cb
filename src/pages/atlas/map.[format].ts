import type { APIRoute, GetStaticPaths } from "astro";
import { exportAtlas, SITE_FORMATS } from "../../site/exports.ts";

export const getStaticPaths = (() =>
  SITE_FORMATS.map(({ extension }) => ({ params: { format: extension } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => exportAtlas(params.format ?? "");
