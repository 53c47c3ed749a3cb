import { findChromium } from "./chromium.ts";

/** Runs once before the browser tests; the workers inherit the environment it leaves. */
export default function prepare(): void {
  process.env.CHROMIUM_PATH = findChromium();
}
