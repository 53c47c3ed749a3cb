/** A made-up note, as its page and as plain text. */
export interface MadeNote {
  id: number;
  /** Address of the page without a base path. */
  url: string;
  title: string;
  html: string;
  text: string;
}

const SYLLABLES =
  "ac al an ar at ba be ca ce co da de di do el en er es fa fi ga ge go ha he in is ka ke la le lo ma me mi mo na ne no on or pa pe po ra re ri ro sa se si so ta te ti to ur va ve vi wa ze zo".split(
    " ",
  );
const TAGS = "access audit boot cloud crypto hardware identity incident network risk supply web".split(" ");
/** Different words there are; of the n-th a text has 1/n as many as of the first, as in a language. */
const WORDS = 12_000;
const SECTIONS = 6;
const DEFAULT_SEED = 20_260_101;

/** Numbers from 0 to below 1, the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The words of the notes, the most frequent first: each the same in every run. */
function makeWords(): string[] {
  const random = createRandom(DEFAULT_SEED);
  const pick = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? "";
  const words = new Set<string>();
  while (words.size < WORDS) words.add(Array.from({ length: 2 + Math.floor(random() * 3) }, pick).join(""));
  return [...words];
}

const VOCABULARY = makeWords();

/** Words of the made-up language in a row, as frequent as in a language. */
export function createWriter(random: () => number): (length: number) => string {
  const word = () => VOCABULARY[Math.floor(WORDS ** random()) - 1] ?? "";
  return (length) => Array.from({ length }, word).join(" ");
}

/** Notes of about 400 words each: six sections, each of a paragraph and a list; the same in every run. */
export function* makeNotes(count: number): Generator<MadeNote> {
  const random = createRandom(DEFAULT_SEED + 1);
  const say = createWriter(random);
  for (let id = 0; id < count; id += 1) {
    const title = say(3);
    const parts = Array.from({ length: SECTIONS }, () => ({
      head: say(3),
      body: say(30),
      items: [say(8), say(8), say(8), say(8)],
    }));
    const sections = parts.map(
      ({ head, body, items }, at) =>
        `<h2 id="s${at}">${head}</h2><p>${body}.</p><ul>${items.map((item, index) => `<li id="s${at}-${index}">${item}</li>`).join("")}</ul>`,
    );
    const tag = TAGS[id % TAGS.length] ?? "";
    const day = `20${String(15 + (id % 10))}-0${1 + (id % 9)}-15`;
    yield {
      id,
      url: `/notes/n${id}/`,
      title,
      html: `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article data-pagefind-body><h1 data-pagefind-weight="10">${title}</h1><span data-pagefind-filter="section:${TAGS[id % 5]}"></span><span data-pagefind-filter="tag:${tag}"></span><span data-pagefind-sort="reviewed:${day}"></span>${sections.join("")}</article></body></html>`,
      text: parts.flatMap(({ head, body, items }) => [head, body, ...items]).join(" "),
    };
  }
}

/** What is searched for: frequent and rare words, the beginnings of some, and pairs. All of them are found. */
export function makeQueries(): string[] {
  const at = (rank: number) => VOCABULARY[rank] ?? "";
  const single = [3, 10, 30, 60, 100, 200, 400, 700, 1000].map(at);
  const begun = [40, 150, 300, 600].map((rank) => at(rank).slice(0, -1));
  const pairs = [
    [5, 20],
    [8, 90],
    [15, 300],
    [25, 150],
    [50, 60],
    [2, 700],
    [12, 40],
  ].map((ranks) => ranks.map(at).join(" "));
  return [...single, ...begun, ...pairs];
}
