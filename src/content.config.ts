import { createRequire } from "node:module";
import type * as Collections from "./site/collections.ts";

// Node reads these modules itself: Vite would first turn each of some seventy, and Astro's own behind `astro:content`,
// into a form that is used for this alone, which is a quarter of the time of a small build. Who changes one of them
// starts `npm run dev` anew.
export const { collections } = createRequire(import.meta.url)("./site/collections.ts") as typeof Collections;
