import type { ExportFormat } from "./format.ts";
import { json } from "./json.ts";
import { svg } from "./svg.ts";

/** Every format a map can be saved in; pages, menus, addresses, tests and docs follow from this list. */
export const FORMATS: readonly ExportFormat[] = [svg, json];
