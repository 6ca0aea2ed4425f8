import { createHash } from "node:crypto";
import fc from "fast-check";
import { digestOf } from "../../../src/batch/record-part/digest";
import { canonicalText, explanationsText, objectionsText } from "../../../src/record/seal/canonical-text";
import { compareSeal, type SealNote } from "../../../src/record/seal/compare";
import { takeDown } from "../../../src/record/seal/take-down";
import type { Explanation } from "../../../src/record/explanation";
import type { CellKey } from "../../../src/tables/table";
import type { FilledTable } from "../../../src/tables/filled";
import { tableOf } from "../../../src/tables/formats";
import { fillTable, placeTable, type Given } from "../../locales/filled";

const section4 = (given: Given = {}, sheet = "表四", unit = "某镇", year = 2023): FilledTable =>
  fillTable({ ...placeTable(tableOf("2021", "section4"), sheet), unit, year }, given);
const section3 = (given: Given = {}): FilledTable => fillTable(placeTable(tableOf("2021", "section3")), given);

const told = (change: SealNote): string => {
  switch (change.kind) {
    case "cell":
      return `${change.filled.placement.sheet} ${change.key} ${JSON.stringify(change.before)} → ${JSON.stringify(change.now)}`;
    case "title":
      return `${change.filled.placement.sheet} ${change.sealed.unit} ${change.sealed.year} → ${change.now.unit} ${change.now.year}`;
    case "missing":
      return `missing ${change.sealed.sheet}`;
    case "added":
      return `added ${change.filled.placement.sheet}`;
    case "explanations":
    case "propertiesLost":
    case "units":
      return change.kind;
    case "objections":
      return `${change.refused} refused, ${change.retracted} taken back`;
    case "property":
      return `${change.name} ${change.before} → ${change.now}`;
    case "computed":
      return `computed ${change.keys.join(" ")}`;
  }
};
const changes = (before: FilledTable[], now: FilledTable[]) => compareSeal(before.map(takeDown), now).map(told);

test("the texts of explanations and of objections are what docs/decisions/record.md says", () => {
  const { section, format, unit, year } = takeDown(section4());
  const explanation = {
    subject: {
      rule: "S2.VALID",
      table: { section, format, unit, year },
      detail: "",
      figures: [{ key: "a.b", code: "n1" }] as const,
    },
    text: "当年废止",
    by: null,
    at: "2026-01-31T01:05:00Z",
    objection: null,
    retracted: [],
    fault: null,
  } satisfies Explanation;
  const objection = { text: "请写明依据", by: null, at: "2026-02-01T00:00:00Z" };
  const line = '["S2.VALID","section4","2021","某镇",2023,"",[["a.b","n1"]],"当年废止",null,"2026-01-31T01:05:00Z"]';
  expect(explanationsText([explanation])).toBe(`gouji-explanations/1\n${line}\n`);
  expect(explanationsText([{ ...explanation, objection }])).toBe(explanationsText([explanation]));
  const retracted = [{ ...objection, text: "请附公告", retracted: { by: "王五", at: "2026-02-02T00:00:00Z" } }];
  const [refused, takenBack] = [
    [line, "请写明依据", null, "2026-02-01T00:00:00Z"],
    [line, "请附公告", null, "2026-02-01T00:00:00Z", "王五", "2026-02-02T00:00:00Z"],
  ].map((one) => JSON.stringify(one));
  expect(objectionsText([explanation])).toBe("gouji-objections/1\n");
  expect(objectionsText([{ ...explanation, objection, retracted }])).toBe(
    `gouji-objections/1\n${refused}\n${takenBack}\n`,
  );
});

test("the canonical text is what docs/decisions/record.md says, and the digest is its SHA-256", async () => {
  const tables = [takeDown(section4({ "review.upheld": 2, "review.total": "２件\n" }))];
  const lines = canonicalText(tables).split("\n");
  expect(lines.slice(0, 4)).toEqual([
    "gouji-seal/1",
    '["section4","2021","某镇",2023]',
    '["directLitigation.corrected","n0"]',
    '["directLitigation.otherOutcome","n0"]',
  ]);
  expect(lines).toContain('["review.total","t２件\\n"]');
  expect(lines).toHaveLength(2 + 15 + 1);
  expect(await digestOf(tables)).toBe(createHash("sha256").update(canonicalText(tables)).digest("hex"));
});

test("nothing changed when only sheets, places or their order did", async () => {
  const before = [section3({ "granted.total": 3 }), section4({ "review.total": 1 })];
  const moved = section4({ "review.total": 1 }, "改名");
  moved.placement.area = { ...moved.placement.area, row: 30 };
  const now = [moved, section3({ "granted.total": 3 })];
  expect(changes(before, now)).toEqual([]);
  expect(await digestOf(now.map(takeDown))).toBe(await digestOf(before.map(takeDown)));
});

test("exactly the cells are told that changed, with what stood there", () => {
  const before = [section3({ "granted.total": 3, "denied.1.total": 0 }), section4()];
  const now = [section3({ "granted.total": 4, "denied.1.total": null }), section4({ "review.total": "0" })];
  expect(changes(before, now)).toEqual([
    '表三 granted.total {"type":"number","value":3} → {"type":"number","value":4}',
    '表三 denied.1.total {"type":"number","value":0} → {"type":"blank"}',
    '表四 review.total {"type":"number","value":0} → {"type":"text","text":"0"}',
  ]);
});

test("a cell that lost its row is told, and one whose row came back", () => {
  const whole = section3({ "granted.total": 3 });
  const contents = { ...whole.contents };
  delete contents["granted.total"];
  expect(changes([whole], [{ ...whole, contents }])).toEqual(['表三 granted.total {"type":"number","value":3} → null']);
  expect(changes([{ ...whole, contents }], [whole])).toEqual(['表三 granted.total null → {"type":"number","value":3}']);
});

test("tables that went and came, and another unit or year in the title", () => {
  expect(changes([section3(), section4()], [section4()])).toEqual(["missing 表三"]);
  expect(changes([section4()], [section3(), section4()])).toEqual(["added 表三"]);
  expect(changes([section4()], [section4({}, "表四", "某乡", 2024)])).toEqual(["表四 某镇 2023 → 某乡 2024"]);
});

test("of several tables of one kind each is found again, wherever its sheet went", () => {
  const town = (name: string, total: number) => section4({ "review.total": total }, name, name);
  const before = [town("甲镇", 1), town("乙镇", 2), town("丙镇", 3)];
  const now = [town("丙镇", 3), town("甲镇", 1), section4({ "review.total": 9 }, "乙", "乙镇")];
  expect(changes(before, now)).toEqual(['乙 review.total {"type":"number","value":2} → {"type":"number","value":9}']);
});

test("tables without a title are told apart by their sheets, else by their numbers", () => {
  const plain = (sheet: string, total: number, upheld = 0): FilledTable => {
    const filled = section4({ "review.total": total, "review.upheld": upheld }, sheet);
    const placement = { ...filled.placement };
    delete placement.unit;
    delete placement.year;
    return { ...filled, placement };
  };
  const before = [plain("A", 1, 7), plain("B", 2, 8)];
  expect(changes(before, [plain("B", 1, 7), plain("A", 2, 8)])).toEqual([]);
  expect(changes(before, [plain("C", 3, 8), plain("D", 4, 7)])).toEqual([
    'D review.total {"type":"number","value":1} → {"type":"number","value":4}',
    'C review.total {"type":"number","value":2} → {"type":"number","value":3}',
  ]);
});

test("whatever cells change, exactly these are told, and the digest changes with them", async () => {
  const keys = tableOf("2021", "section3").numbers.map(({ key }) => key);
  const given = fc.dictionary(
    fc.constantFrom(...keys),
    fc.oneof(fc.nat(3), fc.constant(null), fc.constantFrom("1", "/")),
  );
  await fc.assert(
    fc.asyncProperty(given, given, async (first, second) => {
      const [before, now] = [section3(first), section3(second)];
      const expected = keys.filter(
        (key) => (first[key] === undefined ? 0 : first[key]) !== (second[key] === undefined ? 0 : second[key]),
      );
      const found = compareSeal([takeDown(before)], [now]).map((change) => (change as { key?: CellKey }).key);
      expect(found).toEqual(expected);
      const [one, other] = [await digestOf([takeDown(before)]), await digestOf([takeDown(now)])];
      expect(one === other).toBe(expected.length === 0);
    }),
    { numRuns: 60 },
  );
});
