/** A made-up note: the text of a page, its headings and items anchored as on the site. */
export interface MadeNote {
  id: string;
  title: string;
  html: string;
  /** The words alone, for engines that index text. */
  text: string;
}

const SYLLABLES = "ba con de fen gor hi jun ka lem mo nar or pe qui ra sol tan un ver wix yo zel".split(" ");
const TOPICS =
  "access key policy boot chip cloud control encryption firewall identity incident log network patch risk secret threat token trust vault".split(
    " ",
  );

/** Numbers that look random and are the same each time (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words as text has them: few that are everywhere, many that are rare (Zipf). */
function createWords(random: () => number): () => string {
  const words = Array.from({ length: 12_000 }, (_, rank) => {
    if (rank < TOPICS.length * 8 && rank % 8 === 0) return TOPICS[rank / 8] as string;
    const length = 1 + Math.floor(random() * 3) + Math.min(2, Math.floor(rank / 3_000));
    return Array.from({ length }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join("");
  });
  return () => words[Math.floor(words.length ** random()) - 1] as string;
}

/** Makes notes of about 900 words, with 12 headings and 60 items each. */
export function* makeNotes(count: number): Generator<MadeNote> {
  const random = createRandom(20);
  const word = createWords(random);
  const words = (length: number) => Array.from({ length }, word).join(" ");
  for (let number = 0; number < count; number += 1) {
    const title = `${words(3)} ${number}`;
    const parts: string[] = [];
    const texts = [title];
    for (let section = 0; section < 12; section += 1) {
      const heading = words(3);
      const paragraph = words(25);
      const items = Array.from({ length: 5 }, () => words(9));
      texts.push(heading, paragraph, ...items);
      const list = items.map((item, index) => `<li id="s${section}--${index}">${item}</li>`).join("");
      parts.push(`<h2 id="s${section}" data-pagefind-weight="7">${heading}</h2><p>${paragraph}.</p><ul>${list}</ul>`);
    }
    yield { id: `note-${number}`, title, html: parts.join(""), text: texts.join("\n") };
  }
}
