/** A day, a month or a year: YYYY-MM-DD, YYYY-MM or YYYY. */
const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Two years between which it was, as an ISO 8601 interval: YYYY/YYYY. */
const YEARS = /^(\d{4})\/(\d{4})$/;

/**
 * Writes what YAML made of a date (a number for a year, a `Date` for a day) as the author meant it.
 * @returns YYYY, YYYY-MM, YYYY-MM-DD or YYYY/YYYY, or undefined when it is no time of the calendar
 */
export function parseDate(written: string | number | Date): string | undefined {
  if (written instanceof Date) return Number.isNaN(written.valueOf()) ? undefined : written.toISOString().slice(0, 10);
  const date = String(written).trim();
  const [, first, last] = YEARS.exec(date) ?? [];
  if (first && last) return first < last ? date : undefined;
  const [, year, month = "01", day = "01"] = PARTIAL_DATE.exec(date) ?? [];
  if (!year) return undefined;
  // A day that does not exist (30 February) would come out as another one.
  const whole = `${year}-${month}-${day}`;
  const time = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(time.valueOf()) && time.toISOString().startsWith(whole) ? date : undefined;
}

/** A field of front matter that is a day, and nothing else. */
const DAY_FIELD = /^([\w-]+):[ \t]*(\d{4}-\d\d-\d\d)[ \t]*(?:#.*)?\r?$/gm;

/**
 * Gives days back as they are written: a parser of YAML 1.1 makes 2 March of 30 February.
 * @param fields what the parser made of the front matter
 * @param source the front matter
 */
export function restoreDays<Fields extends object>(fields: Fields, source: string): Fields {
  const days = new Map(Array.from(source.matchAll(DAY_FIELD), ([, name, day]) => [name, day]));
  const restored = Object.entries(fields).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Date ? (days.get(name) ?? value) : value,
  ]);
  return Object.fromEntries(restored) as Fields;
}

/**
 * What an author probably meant by a date that is not written as one: "2015/3/4" → "2015-03-04".
 * @returns undefined when that cannot be told
 */
export function guessDate(written: unknown): string | undefined {
  const [, year, ...rest] = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?!\d)/.exec(String(written)) ?? [];
  return year && parseDate([year, ...rest.filter(Boolean).map((part) => part.padStart(2, "0"))].join("-"));
}

/** The day that a date of any precision was probably meant to be: of a month or a year its first. */
export function guessDay(written: unknown): string | undefined {
  const date = /^\d{4}$/.test(String(written)) ? String(written) : guessDate(written);
  const [year, month = "01", day = "01"] = date?.split("-") ?? [];
  return year && [year, month, day].join("-");
}

/**
 * A date for people, no more precise than it is known: "2015", "March 2015", "4 March 2015", "2013–2016".
 * @param written a year may be a number, as components are given it: `date={2015}`
 */
export function formatDate(written: string | number): string {
  const date = String(written);
  if (YEARS.test(date)) return date.replace("/", "–");
  const [year, month, day] = date.split("-");
  if (!month) return date;
  return (day ? DAY : MONTH).format(new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`));
}

const WORDS = { timeZone: "UTC", year: "numeric", month: "long" } as const;
// Made once: that takes longer than all they format.
const MONTH = new Intl.DateTimeFormat("en-GB", WORDS);
const DAY = new Intl.DateTimeFormat("en-GB", { ...WORDS, day: "numeric" });

/** A date as HTML's `datetime` has it, which knows no span of years: undefined for one. */
export function machineDate(written: string | number): string | undefined {
  const date = String(written);
  return YEARS.test(date) ? undefined : date;
}
