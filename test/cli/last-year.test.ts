import { COMPLETE_REPORTS, type Report } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

/** Two years of one unit; what was carried forward is what was carried over. */
const [before, now] = ["008-suqian-2023", "009-suqian-2024"].map((id) =>
  COMPLETE_REPORTS.find((candidate) => candidate.id === id)!,
);

function withChanges({ tables, ...report }: Report, changes: Record<string, number | string>): Uint8Array {
  return makeWorkbook({ ...report, tables }, (section, key, value) =>
    section === "section3" && key in changes ? changes[key] : value,
  );
}

const carried = now!.tables.section3!.numbers;
const nine = (key: "naturalPerson" | "total") => carried[`carriedOver.${key}`]! + 9;

interface Told {
  suspects: {
    group: number;
    cells: { key: string; suggested: string | null }[];
    evidence: string[];
    message: string;
  }[];
  unlocated: { reason: string; atLeast: number; keys: string[]; message: string }[];
  findings: { rule: string }[];
}

async function told(changes: Record<string, number | string>, ...more: string[]): Promise<Told> {
  const files = { "2023.xlsx": makeWorkbook(before!), "2024.xlsx": withChanges(now!, changes) };
  const { out } = await goujiOn(files, "check", "2024.xlsx", ...more, "--json");
  return (JSON.parse(out) as { files: Told[] }).files[0]!;
}

const PREVIOUS = ["--previous", "2023.xlsx"];

test("last year's report tells which of several ways puts a table right", async () => {
  const changes = { "carriedOver.naturalPerson": nine("naturalPerson"), "carriedOver.total": nine("total") };
  const alone = await told(changes);
  expect(alone.suspects.length).toBeGreaterThan(1);
  const { suspects } = await told(changes, ...PREVIOUS);
  expect(suspects.map(({ cells }) => cells.map(({ key, suggested }) => [key, suggested]))).toEqual([
    [
      ["carriedOver.naturalPerson", `${carried["carriedOver.naturalPerson"]}`],
      ["carriedOver.total", `${carried["carriedOver.total"]}`],
    ],
  ]);
  expect(suspects[0]!.evidence).toContain("followsLastYear");
  expect(suspects[0]!.message).toContain("按上年报告应为此数");
});

test("cells are suspected where only last year's report is against them, none of them for certain", async () => {
  const changes = {
    "carriedOver.naturalPerson": nine("naturalPerson"),
    "carriedOver.total": nine("total"),
    "carriedForward.naturalPerson": carried["carriedForward.naturalPerson"]! + 9,
    "carriedForward.total": carried["carriedForward.total"]! + 9,
  };
  expect((await told(changes)).suspects).toEqual([]);
  const { suspects, findings } = await told(changes, ...PREVIOUS);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(["X.CARRY"]));
  expect(suspects.length).toBeGreaterThan(0);
  expect(suspects).toEqual(suspects.map((suspect) => ({ ...suspect, certain: false })));
});

test("what stands in a cell besides a number counts as it does without last year's report", async () => {
  const changes = { "granted.naturalPerson": `${carried["granted.naturalPerson"]}件` };
  const alone = await told(changes);
  expect(alone.suspects.map(({ evidence }) => evidence)).toEqual([["asText"]]);
  expect((await told(changes, ...PREVIOUS)).suspects).toEqual(alone.suspects);
});

test("blank cells are named, and that they count as 0 is said", async () => {
  const files = {
    "空格.xlsx": makeWorkbook(now!, (section, key, value) =>
      section === "section3" && key.startsWith("granted.") ? undefined : value,
    ),
  };
  const { out } = await goujiOn(files, "check", "空格.xlsx");
  expect(out).toContain("未填：D7、E7、F7、G7、H7、I7、J7\n");
  const zero = await goujiOn(files, "check", "空格.xlsx", "--blank-is-zero");
  expect(zero.out).toContain("空着的格按 0 计。");
  const json = JSON.parse((await goujiOn(files, "check", "空格.xlsx", "--blank-is-zero", "--json")).out) as object;
  expect(json).toMatchObject({ blankIsZero: true });
});

test("a table with too many errors says so, how many there are at least, and what must change in any case", async () => {
  const noise = Object.fromEntries(Object.keys(carried).map((key, index) => [key, (index * index * 7) % 97]));
  const { suspects, unlocated } = await told({ ...noise, "granted.research": -3 });
  expect(suspects).toEqual([]);
  expect(unlocated).toMatchObject([{ reason: "tooMany", keys: ["granted.research"] }]);
  expect(unlocated[0]!.message).toContain(`至少 ${unlocated[0]!.atLeast} 格有误`);
});
