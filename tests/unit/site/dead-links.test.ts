import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { tellDeadLinks } from "../../../src/site/dead-links.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";

/** What the terminal says of a note, tagged "Secure boot", in a site whose glossary has TPM. */
function tell(address: string, shown: string[] = [], source = `---\ntitle: A\n---\n\n[x](${address})\n`): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a.md"), source);
  const text = { titleAnchor: "_top", links: [], anchors: [], addresses: [address], shown };
  const note = { id: "a", title: "A", path: "a.md", url: "/notes/a/", ...text, front: { tags: ["Secure boot"] } };
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  tellDeadLinks([note], [], [{ term: "TPM", definition: "A chip.", id: "tpm" }], folder);
  const said = warn.mock.calls.join("\n");
  warn.mockRestore();
  return said;
}

test.each(["/tags/secure-boot/", "/tags/secure-boot/2/", "/glossary/#tpm", "/search/?q=a#b", "/favicon.svg"])(
  "nothing is said of %s",
  (address) => {
    expect(tell(address)).toBe("");
  },
);

test.each([
  ["/tags/secure-bot/", "a tag that a note has → write /tags/secure-boot/"],
  ["/tags/anything/", "a tag that a note has → write /tags/"],
  ["/glossary/#tmp", "a term of the glossary → write /glossary/#tpm"],
  ["/glossary/#%74%6D%70", "a term of the glossary → write /glossary/#tpm"],
  ["/glossary/#anything", "a term of the glossary → add the term to glossary.yaml"],
  ["/glossary/tpm/", "an address of the site → mend it, or take the link out"],
])("%s is told with its line and mend", (address, mend) => {
  expect(tell(address)).toContain(`a.md:5  found a link to ${address}, expected ${mend}`);
});

test.each([
  ["fields that name it, with the line ends of Windows", "---\r\ntitle: /tags/no/\r\n---\r\n\r\n"],
  ["fields that name it, with the line ends of old Macs", "---\rtitle: /tags/no/\r---\r\r"],
  ["a byte order mark", "\ufeff---\ntitle: /tags/no/\n---\n\n"],
  ["an empty line", "\n---\ntitle: /tags/no/\n---\n"],
  ["code between other marks", "~~~md\n```\n[x](/tags/no/)\n~~~\n"],
  ["code between longer marks", "````md\n```\n[x](/tags/no/)\n````\n"],
  ["code in a list item", "- ```md\n  [x](/tags/no/)\n  ```\n\n"],
])("a link is told with its line behind %s", (_, before) => {
  expect(tell("/tags/no/", [], `${before}[x](/tags/no/)\n`)).toContain("a.md:5 ");
});

test("pictures are looked for among the site's files", () => {
  expect(tell("/", ["/favicon.svg"])).toBe("");
  expect(tell("/", ["/no/x.png"])).toContain("the picture /no/x.png, where there is no such file");
});

test("where a build is to end for them, dead links are thrown", () => {
  vi.stubEnv("DEAD_LINKS", "stop");
  expect(() => tell("/tags/anything/")).toThrow("a.md:5  found a link to /tags/anything/");
  expect(tell("/tags/secure-boot/")).toBe("");
  // Places in the code are no help to authors.
  expect(() => tell("/tags/anything/")).toThrow(expect.not.objectContaining({ stack: expect.anything() as string }));
  vi.unstubAllEnvs();
});
