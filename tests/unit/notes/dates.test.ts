import { expect, test } from "vitest";
import { formatDate, guessDate, guessDay, machineDate, parseDate, restoreDays } from "../../../src/notes/dates.ts";

test.each([
  ["2015", "2015"],
  [2015, "2015"],
  ["2015-03", "2015-03"],
  ["2016-02-29", "2016-02-29"],
  [new Date("2015-03-04"), "2015-03-04"],
  ["2013/2016", "2013/2016"],
  [" 2015-03 ", "2015-03"],
  ["2016/2013", undefined],
  ["2016/2016", undefined],
  ["2013/2016/01", undefined],
  ["2015-02-29", undefined],
  ["2015-13", undefined],
  ["15", undefined],
  ["March 2015", undefined],
  [2015.5, undefined],
  [new Date(Number.NaN), undefined],
])("%s is the date %s", (written, date) => expect(parseDate(written)).toBe(date));

test.each([
  ["2015/3/4", "2015-03-04"],
  ["2015.12", "2015-12"],
  ["2015-3", "2015-03"],
  ["2015/30/4", undefined],
  ["12015/3/4", undefined],
  ["soon", undefined],
  [undefined, undefined],
])("%s probably means %s", (written, date) => expect(guessDate(written)).toBe(date));

test.each([
  ["2024-05", "2024-05-01"],
  [2024, "2024-01-01"],
  ["2013/2016", undefined],
  ["2024/5/3", "2024-05-03"],
  ["soon", undefined],
])("%s is probably the day %s", (written, day) => expect(guessDay(written)).toBe(day));

test("a date is shown as exactly as it is known", () => {
  expect(["2015", "2015-03", "2015-03-04", "2013/2016"].map(formatDate)).toEqual([
    "2015",
    "March 2015",
    "4 March 2015",
    "2013–2016",
  ]);
});

test("programs are told dates, and no span of years, which they do not know", () => {
  expect(["2015", "2015-03", "2015-03-04", "2013/2016"].map(machineDate)).toEqual([
    "2015",
    "2015-03",
    "2015-03-04",
    undefined,
  ]);
});

test("a year that a component is given as a number is shown, too", () => {
  expect([formatDate(2015), machineDate(2015)]).toEqual(["2015", "2015"]);
});

test("days are as they are written, which a parser may have made others of", () => {
  const fields = {
    published: new Date("2015-03-02"),
    reviewed: new Date("2016-02-03"),
    title: "A",
    other: new Date(0),
  };
  const source = "title: A\npublished:  2015-02-30 # so\r\nreviewed: 2016-02-03\nother: 1970-01-01T00:00:00Z\n";
  expect(restoreDays(fields, source)).toEqual({
    published: "2015-02-30",
    reviewed: "2016-02-03",
    title: "A",
    other: new Date(0),
  });
});
