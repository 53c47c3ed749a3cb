import { expect, test } from "vitest";
import { writeForFeed } from "../../../src/notes/feed.ts";

const url = new URL("https://example.org/maps/notes/a/");

test("away from its page, a note's addresses are whole and its page's furniture is gone", () => {
  const html =
    '<h2 id="x"><a href="#x" data-permalink="">X</a></h2>' +
    '<p><a href="/maps/notes/b/#y">b</a> <a class="term" href="#x" aria-description="y">x</a> <a href="mailto:a@example.org">mail</a></p>' +
    '<img src="/maps/_astro/p.webp" srcset="/maps/_astro/p.webp 1x,\n  /maps/_astro/q,w_2.webp 2x">' +
    '<div class="table" tabindex="0"><table></table></div>' +
    '<figure class="code-block"><copy-code></copy-code><pre>code</pre></figure>';
  expect(writeForFeed(html, url)).toBe(
    '<h2 id="x">X</h2>' +
      '<p><a href="https://example.org/maps/notes/b/#y">b</a> <a class="term" href="https://example.org/maps/notes/a/#x">x</a> <a href="mailto:a@example.org">mail</a></p>' +
      '<img src="https://example.org/maps/_astro/p.webp" srcset="https://example.org/maps/_astro/p.webp 1x, https://example.org/maps/_astro/q,w_2.webp 2x">' +
      '<div class="table"><table></table></div>' +
      '<figure class="code-block"><pre>code</pre></figure>',
  );
});

test("a drawing in the colours of its page is told in words", () => {
  const drawing =
    '<div class="figure-drawing"><svg role="img" aria-label="Two &amp; three"><path d="M0 0"></path></svg></div>';
  expect(writeForFeed(`<figure class="figure">${drawing}<figcaption>c</figcaption></figure>`, url)).toBe(
    '<figure class="figure">Two &#x26; three<figcaption>c</figcaption></figure>',
  );
});

test("what is no address stays as it is", () => {
  expect(writeForFeed('<a href="http://[">x</a>', url)).toBe('<a href="http://[">x</a>');
});
