import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadLocale, LOCALE_IDS, zhCN } from "../../src/locales";

const root = path.resolve(__dirname, "../..");

function sourcesOf(folder: string): string {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(path.join(root, folder, name), "utf8"))
    .join("\n");
}

/** Keys in the source as they stand; of those that are put together at run time (`running.${id}`), the fixed front. */
function usedIn(source: string): { keys: Set<string>; fronts: string[] } {
  const keys = new Set([...source.matchAll(/"([A-Za-z]+\.[A-Za-z\d]+)"/g)].map(([, key]) => key!));
  const fronts = [...source.matchAll(/words\[`([A-Za-z]+\.)\$\{/g)].map(([, front]) => front!);
  return { keys, fronts };
}

test("every word of the pane is used in it", () => {
  const { keys, fronts } = usedIn(sourcesOf("src/taskpane"));
  const unused = Object.keys(zhCN.words).filter(
    (key) => !keys.has(key) && !fronts.some((front) => key.startsWith(front)),
  );
  expect(unused).toEqual([]);
});

/** The shape of a locale: every key, and what kind of thing stands there. */
function shapeOf(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [`${at}: ${typeof value}`];
  return Object.entries(value)
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([key, part]) => shapeOf(part, `${at}/${key}`));
}

test.each(LOCALE_IDS)("%s has every word, and none is empty", async (id) => {
  const locale = await loadLocale(id);
  expect(shapeOf(locale)).toEqual(shapeOf(zhCN));
  const texts = (value: unknown): string[] =>
    typeof value === "string" ? [value] : typeof value === "object" && value ? Object.values(value).flatMap(texts) : [];
  expect(texts(locale).filter((text) => text.trim() === "")).toEqual([]);
});

test("Chinese is written with full-width punctuation", () => {
  const texts = (value: unknown): string[] =>
    typeof value === "string" ? [value] : typeof value === "object" && value ? Object.values(value).flatMap(texts) : [];
  const wrong = texts({ words: zhCN.words, rules: zhCN.rules, sheet: zhCN.sheet }).filter((text) =>
    /[\p{Script=Han}][,;:?!()"]|[,;:?!()"][\p{Script=Han}]|\.\.\./u.test(text),
  );
  expect(wrong).toEqual([]);
});
