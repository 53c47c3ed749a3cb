import type { APIRoute } from "astro";
import { shape, toXml } from "../mindmap/shape.ts";
import { SITE } from "../site/site.ts";
import { withBase } from "../site/url.ts";

/** Lets browsers offer the site's search (OpenSearch 1.1 description document). */
export const GET: APIRoute = ({ site }) => {
  const template = `${new URL(withBase("search/"), site).href}?q={searchTerms}`;
  const document = shape("OpenSearchDescription", { xmlns: "http://a9.com/-/spec/opensearch/1.1/" }, [
    shape("ShortName", {}, ["Mindmaps"]),
    shape("Description", {}, [SITE.claim]),
    shape("InputEncoding", {}, ["UTF-8"]),
    shape("Url", { type: "text/html", method: "get", template }),
  ]);
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${toXml(document)}\n`, {
    headers: { "Content-Type": "application/opensearchdescription+xml" },
  });
};
