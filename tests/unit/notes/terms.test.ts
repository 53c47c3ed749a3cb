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
    expect(linked("<p>Analyses of a chassis.</p>", "analysis")).toEqual(["Analyses → analysis"]);
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

  it("prefers a longer name, whatever signs it has", () => {
    expect(linked("<p>A SOC 2 report of C++ and CI/CD.</p>", "SOC 2", "SOC 2 report", "C++", "CI/CD", "CI")).toEqual([
      "SOC 2 report → soc-2-report",
      "C++ → c",
      "CI/CD → cicd",
    ]);
  });

  it("takes what names stand for as it is written", () => {
    const names = ["SOC = System and Organization Controls", "CSF = NIST Cybersecurity framework"];
    expect(linked("<p>Each system and Organization Controls.</p>", ...names)).toEqual([]);
    expect(linked("<p>The NIST Cybersecurity framework.</p>", ...names)).toEqual([
      "NIST Cybersecurity framework → csf",
    ]);
  });

  it("leaves parts of words, headings and code alone", () => {
    expect(linked("<p>vTPM TPMx TPM-like</p>", "TPM")).toEqual([]);
    for (const element of ["h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "kbd", "a", "figure", "svg", "math"])
      expect(linked(`<${element}>TPM</${element}>`, "TPM"), element).toEqual([]);
    expect(linked("<table><tr><th>TPM</th></tr></table>", "TPM")).toEqual([]);
  });

  it("leaves the words around them as they are, and explains them to those who only hear the page", () => {
    const pcr = { term: "PCR", expansion: "Platform Configuration Register", definition: "Holds hashes." };
    const index = indexTerms(anchorTerms([{ term: "TPM", definition: "A chip." }, pcr]));
    const root = parseHtml("<p>A TPM, with a <em>PCR</em> of a PCR</p><p>TPM</p>");
    if (index) expect(linkTerms(root, index, "/glossary/").map(({ term }) => term)).toEqual(["TPM", "PCR"]);
    expect(serializeHtml(root)).toBe(
      '<p>A <a class="term" href="/glossary/#tpm" aria-description="A chip.">TPM</a>, with a ' +
        '<em><a class="term" href="/glossary/#pcr" aria-description="Platform Configuration Register: Holds hashes.">PCR</a></em>' +
        " of a PCR</p><p>TPM</p>",
    );
  });

  it("sorts them as people do, with an anchor for each", () => {
    const terms = anchorTerms(["SOC 10", "éclair", "C++", "SOC 2", "C"].map((term) => ({ term, definition: "x" })));
    expect(terms.map(({ id }) => id)).toEqual(["c", "c-1", "éclair", "soc-2", "soc-10"]);
  });

  it("says what a term stands for where it is short, and not again where it is written out", () => {
    const term = { term: "BMC", expansion: "Baseboard management controller", definition: "A chip." };
    const index = indexTerms(anchorTerms([term]));
    for (const [words, explained] of [
      ["BMC", "baseboard management controller: A chip."],
      ["baseboard management controller", "A chip."],
      ["baseboard management controllers", "A chip."],
    ]) {
      const root = parseHtml(`<p>A ${words}</p>`);
      if (index) linkTerms(root, index, "/glossary/");
      expect(serializeHtml(root).toLowerCase()).toContain(`aria-description="${explained?.toLowerCase()}"`);
    }
  });

  it("capitalises words and no names", () => {
    expect(["root of trust", "vTPM chip", "x2APIC", "SOC report"].map(capitalise)).toEqual([
      "Root of trust",
      "vTPM chip",
      "x2APIC",
      "SOC report",
    ]);
  });
});
