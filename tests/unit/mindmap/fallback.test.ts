import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as fontkit from "fontkit";
import { expect, test } from "vitest";
import { fallbackAdvance } from "../../../src/mindmap/fallback.ts";

const require = createRequire(import.meta.url);
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

test.each([
  [
    "arabic",
    "noto-sans-arabic",
    "العربية هنا وحدة المنصة الموثوقة الأمن السيبراني للمؤسسات سجل القياس والتحقق سلامة الإقلاع مفتاح التصديق شبكة ضبط سياسة تحت ثبت كثيف تدقيق بيانات هوية",
  ],
  [
    "hebrew",
    "noto-sans-hebrew",
    "אבטחת מידע בענן מודול פלטפורמה מהימנה הצפנה נתונים זהות גישה ביקורת אתחול מפתח חתימה שמש טעם",
  ],
  [
    "cyrillic",
    "noto-sans",
    "Доверенный платформенный модуль безопасность облака шифрование журнал подпись машина жёсткий щит широко мышь ЩИТ ШУМ",
  ],
  ["greek", "noto-sans", "Αξιόπιστη πλατφόρμα ασφάλεια νέφους κρυπτογράφηση δεδομένα ώμος ψωμί ΜΩΡΟ"],
])("words in %s have room, and not far too much", (script, family, words) => {
  const file = require.resolve(`@fontsource/${family}/files/${family}-${script}-400-normal.woff2`);
  const font = fontkit.create(readFileSync(file)) as fontkit.Font;
  const ratios = words.split(" ").map((word) => {
    const reckoned = Array.from(graphemes.segment(word), ({ segment }) => fallbackAdvance(segment));
    const set = font.layout(word).advanceWidth / font.unitsPerEm;
    return { word, ratio: reckoned.reduce((sum, each) => sum + each, 0) / set };
  });
  expect(ratios.filter(({ ratio }) => ratio < 1)).toEqual([]);
  expect(ratios.reduce((sum, { ratio }) => sum + ratio, 0) / ratios.length).toBeLessThan(1.5);
});
