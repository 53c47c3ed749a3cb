import { z } from "zod";
import { field, optional } from "./rules.ts";

const word = z.string().min(1);

/** What a term of the glossary may hold. */
export const glossaryTerm = field(
  z.strictObject({
    /** As the notes write it, in small letters unless it is a name. */
    term: field(word, "the term, in quotation marks where it is a number", "term: TPM"),
    /** What an acronym stands for. */
    expansion: optional(word, "what the term stands for", "expansion: Trusted Platform Module"),
    /** One plain sentence. */
    definition: field(word, "one plain sentence", "definition: Chip that keeps keys."),
    /** Other names a reader may look for; none of them is linked in notes. */
    synonyms: optional(z.array(z.coerce.string()), "a list of other names", "synonyms: [TPM 2.0]"),
    /** Names of other things, old ones among them, from which search leads to the term. */
    related: optional(z.array(z.coerce.string()), "a list of names of other things", "related: [IPMI]"),
    /** How the term is often mistyped, for search. */
    misspellings: optional(z.array(z.coerce.string()), "a list of words", "misspellings: [tmp]"),
  }),
  "a term with its definition",
  "- term: TPM, and definition: … below it",
);

/** A term of the glossary, checked. */
export type GlossaryTerm = z.infer<typeof glossaryTerm>;
