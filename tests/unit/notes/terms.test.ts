import { describe, expect, it } from "vitest";
import { parseHtml, serializeHtml } from "../../../src/notes/html.ts";
import { anchorTerms, capitalise, indexTerms, linkTerms } from "../../../src/notes/terms.ts";

/** The words of a text that lead to the glossary, with the anchors they lead to; of a term "name = what it stands for". */
function linked(html: string, ...names: string[]): string[] {
  const terms = names.map((name) => {
    const [term = "", expansion] = name.split(" = ");
    return { term, expansion, definition: `What ${term} is.` };
  });
  const index = indexTerms(anchorTerms(terms));
  const root = parseHtml(html);
  if (index) linkTerms(root, index, "/glossary/");
  return [...serializeHtml(root).matchAll(/href="\/glossary\/#([^"]*)"[^>]*>([^<]*)</g)].map(
    ([, anchor, words]) => `${words} → ${anchor}`,
  );
}

describe("linking terms", () => {
  it("links the first use of each, as it is written there", () => {
    expect(linked("<p>A TPM and another TPM, with a PCR.</p>", "TPM", "PCR")).toEqual(["TPM → tpm", "PCR → pcr"]);
  });

  it("finds a common noun also at the beginning of a sentence", () => {
    expect(linked("<p>Sealing binds.</p><p>No more sealing.</p>", "sealing")).toEqual(["Sealing → sealing"]);
  });

  it("takes a name with a capital for nothing else than the name", () => {
    expect(linked("<p>Each artifact of a detective.</p>", "Artifact", "Detective")).toEqual([]);
    expect(linked("<p>Detective finds it.</p>", "Artifact", "Detective")).toEqual(["Detective → detective"]);
  });

  it("finds plurals", () => {
    const html = "<p>HSMs hold keys, roots of trust begin, permission boundaries limit, landing zones wait.</p>";
    expect(linked(html, "HSM", "root of trust", "permission boundary", "landing zone")).toEqual([
      "HSMs → hsm",
      "roots of trust → root-of-trust",
      "permission boundaries → permission-boundary",
      "landing zones → landing-zone",
    ]);
    const others = "<p>Hashes, proxies, relays, software bills of materials and policies of least privilege.</p>";
    const names = ["hash", "proxy", "relay", "SBOM = Software bill of materials", "policy of least privilege"];
    expect(linked(others, ...names)).toEqual([
      "Hashes → hash",
      "proxies → proxy",
      "relays → relay",
      "software bills of materials → sbom",
      "policies of least privilege → policy-of-least-privilege",
    ]);
  });

  it("finds what a term stands for, as a sentence has it", () => {
    const html =
      "<p>A baseboard management controller.</p><p>Trusted Platform Modules, no trusted platform module.</p>";
    expect(linked(html, "BMC = Baseboard management controller", "TPM = Trusted Platform Module")).toEqual([
      "baseboard management controller → bmc",
      "Trusted Platform Modules → tpm",
    ]);
  });

  it("finds a name whose words stand on two lines or keep together", () => {
    expect(linked("<p>A root of\ntrust, a landing&nbsp;zone.</p>", "root of trust", "landing zone")).toEqual([
      "root of\ntrust → root-of-trust",
      "landing\u00a0zone → landing-zone",
    ]);
  });

  it("prefers a term of its own to another's plural", () => {
    expect(linked("<p>About CSFs.</p>", "CSF", "CSFs")).toEqual(["CSFs → csfs"]);
  });

  it("leaves parts of words, headings and code alone", () => {
    expect(linked("<h2>TPM</h2><p><code>TPM</code> vTPM TPMx TPM-like</p>", "TPM")).toEqual([]);
  });

  it("explains them to those who only hear the page", () => {
    const index = indexTerms(anchorTerms([{ term: "TPM", definition: "A chip." }]));
    const root = parseHtml("<p>TPM</p>");
    if (index) linkTerms(root, index, "/glossary/");
    expect(serializeHtml(root)).toContain('aria-description="A chip."');
  });

  it("capitalises words and no names", () => {
    expect(["root of trust", "vTPM", "x2APIC", "SOC report"].map(capitalise)).toEqual([
      "Root of trust",
      "vTPM",
      "x2APIC",
      "SOC report",
    ]);
  });
});
