/** What the site says of itself; the one place to change it. */
export const SITE = {
  name: "Security Mindmaps",
  claim: "Long security papers, drawn so that you remember them.",
  lang: "en",
  author: "The Security Mindmaps authors",
  licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
} as const;
