import { expect, test } from "vitest";
import { isPage, isRoute } from "../../../src/site/routes.ts";

test.each([
  "/",
  "/tags/boot/",
  "/tags/boot/2",
  "/search/a/",
  "/glossary/",
  "/atlas/map.svg",
  "/rss.xml",
  "/404.html",
  "/favicon.svg",
  "/sitemap-index.xml",
  "/pagefind/pagefind.js",
])("%s is a page", (path) => {
  expect([isRoute(path), isPage(path)]).toEqual([true, true]);
});

test.each(["/glossary/tpm/", "/atlas/map/", "/favicon.svg/no"])("%s begins as a page does, and is none", (path) => {
  expect([isRoute(path), isPage(path)]).toEqual([true, false]);
});

test.each(["/notes/a/", "/nowhere/", "glossary/"])("%s is none of the site's other pages", (path) => {
  expect(isRoute(path)).toBe(false);
});
