import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ActionId } from "../../src/actions/action";
import type { Limit, Progress } from "../../src/actions/state";
import { loadLocale, LOCALE_IDS, zhCN } from "../../src/locales";

const root = path.resolve(__dirname, "../..");

function sourcesOf(folder: string): string {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(path.join(root, folder, name), "utf8"))
    .join("\n");
}

/** Endings of the keys that are put together at run time; the compiler sees to it that all of a kind have their words. */
const ENDINGS: Record<string, readonly string[]> = {
  "action.": ["validate", "insert", "export"],
  "running.": Object.keys({
    insert: 0,
    insertSample: 0,
    insertExercise: 0,
    fill: 0,
    validate: 0,
    export: 0,
    mark: 0,
    unmark: 0,
    goTo: 0,
    goToCell: 0,
    explain: 0,
    withdrawExplanation: 0,
    objectToExplanation: 0,
    acceptExplanation: 0,
    show: 0,
    accept: 0,
    trust: 0,
    distrust: 0,
    setReviewing: 0,
    setOptions: 0,
    recalculate: 0,
    refresh: 0,
  } satisfies Record<ActionId, 0>),
  "limit.": Object.keys({ noDownload: 0, noCollectionEvents: 0, noPageLayout: 0 } satisfies Record<Limit, 0>),
  "progress.": Object.keys({
    sheets: 0,
    suspects: 0,
    report: 0,
    file: 0,
    mark: 0,
    unmark: 0,
  } satisfies Record<Progress["step"], 0>),
  "help.": ["error", "warning", "unfilled", "hint"],
  "suspect.": ["certain", "likely", "likeliest"],
};

/** The keys in the source: those that stand there, and those that are put together (`running.${id}`). */
function usedIn(source: string): Set<string> {
  const whole = [...source.matchAll(/"([A-Za-z]+\.[A-Za-z\d]+)"/g)].map(([, key]) => key!);
  const fronts = [...source.matchAll(/words\[`([A-Za-z]+\.)\$\{/g)].map(([, front]) => front!);
  return new Set([...whole, ...fronts.flatMap((front) => (ENDINGS[front] ?? []).map((ending) => front + ending))]);
}

test("every word of the pane is used in it", () => {
  const used = usedIn(sourcesOf("src/taskpane"));
  expect(Object.keys(zhCN.words).filter((key) => !used.has(key))).toEqual([]);
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
  const wrong = texts({ words: zhCN.words, rules: zhCN.rules, record: zhCN.record, sheet: zhCN.sheet }).filter((text) =>
    /[\p{Script=Han}][,;:?!()"]|[,;:?!()"][\p{Script=Han}]|\.\.\./u.test(text),
  );
  expect(wrong).toEqual([]);
});
