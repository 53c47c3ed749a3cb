import type { APIRoute, GetStaticPaths } from "astro";
import { exportAtlasCard, HAS_PICTURES } from "../../site/exports.ts";

export const getStaticPaths = (() => (HAS_PICTURES ? [{ params: { card: "card" } }] : [])) satisfies GetStaticPaths;

export const GET: APIRoute = () => exportAtlasCard();
