import { expect, test } from "./site.ts";

/** What readers type, and a place that must be among the first three. */
const QUERIES: readonly (readonly [query: string, place: string])[] = [
  ["remote attestation", "hardware/tpm/#remote-attestation"],
  ["attestaton", "hardware/tpm/#remote-attestation"],
  ["secure boot", "hardware/tpm/#measured-boot-and-secure-boot"],
  ["secureboot", "hardware/tpm/#measured-boot-and-secure-boot"],
  ["pcr 7", "hardware/pcr/#pcr-table"],
  ["pcr7", "hardware/pcr/#pcr-table"],
  ["PolicyPCR", "hardware/pcr/#binding-a-secret"],
  ["luks", "hardware/tpm/#practice"],
  ["tpm in the cloud", "hardware/tpm/#tpms-in-public-clouds"],
  ["trusted platform module", "hardware/tpm/"],
  ["ROCA", "hardware/tpm/#weak-points"],
  ["sonic", "hardware/ocp-bare-metal/#networking"],
  ["openbmc", "hardware/ocp-bare-metal/#managing-bare-metal"],
  ["caliptra", "hardware/ocp-bare-metal/#hardware-security-since"],
  ["redfish", "hardware/ocp-bare-metal/#managing-bare-metal"],
  ["optical discs", "hardware/ocp-bare-metal/#archive-storage"],
  ["complience", "cloud/aws-compliance/"],
  ["hippa", "cloud/aws-compliance/#health"],
  ["SAS 70", "cloud/aws-compliance/#soc-reports"],
  ["soc 2", "cloud/aws-compliance/#soc-reports"],
  ["fedramp", "cloud/aws-compliance/#fedramp"],
  ["fips 140-3", "cloud/aws-compliance/#fips-140"],
  ["pci dss", "cloud/aws-compliance/#pci-dss"],
  ["cmmc", "cloud/aws-compliance/#us-government"],
  ["shared responsability", "cloud/aws-security/#shared-responsibility"],
  ["iam", "cloud/aws-security/#identity"],
  ["guardduty", "cloud/aws-security/#detection"],
  ["service control policy", "cloud/aws-security/#foundations"],
  ["object lock", "cloud/aws-security/#data-protection"],
  ["game days", "cloud/aws-security/#incident-response"],
  ["xsa-108", "cloud/xen-xsa-108/"],
  ["x2apic", "cloud/xen-xsa-108/#the-bug"],
  ["embargo", "cloud/xen-xsa-108/#disclosure"],
  ["nitro hypervisor", "cloud/xen-xsa-108/#what-changed-after"],
  ["simpledb", "cloud/cloud-principles/#data-services"],
  ["dead letter queue", "cloud/cloud-principles/#decouple-components"],
  ["design for failure", "cloud/cloud-principles/#design-for-failure"],
  ["prompt injection", "ciso/ai/"],
  ["insider risk", "ciso/#hr-and-legal"],
  ["key custody", "ciso/blockchain/"],
  ["hundred days", "ciso/mergers-and-acquisitions/"],
  ["budget", "ciso/#budget"],
];

/** Share of the queries that must be answered. */
const SHARE = 0.95;

test(`${QUERIES.length} queries of readers bring what was meant among the first three`, async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("./search/");
  const field = page.getByRole("combobox", { name: "Search the notes" });
  const missed: string[] = [];
  for (const [query, place] of QUERIES) {
    await field.fill("");
    await field.fill(query);
    await expect(page).toHaveURL((url) => url.searchParams.get("q") === query);
    await expect(page.locator(".search-said")).toHaveText(/ on \d+ pages?|Nothing found/);
    await expect.poll(() => page.locator(".search-place[href]").first().getAttribute("href")).not.toBeNull();
    // The heading a place stands under is the place; the page's parts come in the order of the page.
    const first = await page.evaluate(() => {
      const places = [...document.querySelectorAll<HTMLAnchorElement>(".search-place[href*='#'], .search-place[href]")];
      return places.slice(0, 3).map((link) => {
        const { pathname, hash } = new URL(link.href);
        return `${pathname.replace(/^.*?\/(?:notes|glossary)\//, "")}${hash.replace(/--.*$/, "")}`;
      });
    });
    if (!first.some((found) => (place.includes("#") ? found === place : found.startsWith(place)))) {
      missed.push(`${query}: wanted ${place}, found ${first.join(" ")}`);
    }
  }
  console.log(`${QUERIES.length - missed.length} of ${QUERIES.length} queries answered\n${missed.join("\n")}`);
  expect(missed.length / QUERIES.length, missed.join("\n")).toBeLessThanOrEqual(1 - SHARE);
});
