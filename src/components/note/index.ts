import Figure from "./Figure.astro";
import Now from "./Now.astro";
import PcrTable from "./PcrTable.astro";
import Then from "./Then.astro";

/** The components every MDX note can use without importing them. */
export const noteComponents = { Figure, Now, PcrTable, Then };
