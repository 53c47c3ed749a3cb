import { z } from "zod";

/** A term of the glossary. */
export const glossaryTerm = z.strictObject({
  /** As the notes write it. */
  term: z.string().min(1),
  /** What an acronym stands for. */
  expansion: z.string().min(1).optional(),
  /** One plain sentence. */
  definition: z.string().min(1),
  /** Other names a reader may look for; none of them is linked in notes. */
  synonyms: z.array(z.coerce.string()).optional(),
  /** How the term is often mistyped, for search. */
  misspellings: z.array(z.coerce.string()).optional(),
});

export type GlossaryTerm = z.infer<typeof glossaryTerm>;
