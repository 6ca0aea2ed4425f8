import { createHash } from "node:crypto";
import { read } from "@e965/xlsx";
import { checkFile } from "../../../src/batch/check-file";
import { verifyFile } from "../../../src/batch/verify-file";
import { zhCN } from "../../../src/locales";
import { SECTION_NAMES } from "../../../src/tables/sections";
import { SECTIONS, tableOf } from "../../../src/tables/formats";
import { cellAddress } from "../../../src/tables/address";
import { COMPLETE_REPORTS } from "../../fixtures/reports";
import { makeWorkbook } from "../../fixtures/workbooks";
import { saveAsWps } from "../../fixtures/wps";
import { fixture } from "../../xlsx/make";
import { patchWorkbook, readWorkbook } from "../../../src/xlsx";
import { rawEntries } from "../../xlsx/zip-parts";
import { officialWorkbook } from "../official-file";
import { saveAsExcelJs } from "../programs";
import { remember, sealFile } from "../sealed-file";

const report = COMPLETE_REPORTS.find(({ id }) => id === "015-hangzhou-2025")!;
const plain = makeWorkbook(report);
const DIGEST = zhCN.sheet.stamp.digest;
const verify = async (bytes: Uint8Array) => (await verifyFile("", () => Promise.resolve(bytes), DIGEST)).status;

const SUBJECT = {
  rule: "S2.VALID",
  table: { section: "section2", format: "2021", unit: report.unit, year: report.year },
  detail: "",
  figures: [],
} as const;
const remark = { text: "因机构改革划入三件", by: null, at: "2026-01-31T01:05:00Z" };
const explain = (bytes: Uint8Array) =>
  remember(bytes, (record) => ({ ...record, explanations: record.explanations.explain(SUBJECT, remark) }));

test("the digest can be computed by anybody who reads docs/decisions/record.md, with another reader", async () => {
  const sealed = await sealFile(plain);
  const book = read(sealed, { type: "array" });
  const blocks = SECTIONS.map((section) => {
    const sheet = book.Sheets[SECTION_NAMES[section].sheet]!;
    const lines = tableOf("2021", section).numbers.map(({ key, row, column }) => {
      const cell = sheet[cellAddress({ row: row + 1, column })] as { v: number };
      return JSON.stringify([key, `n${cell.v}`]);
    });
    return [JSON.stringify([section, "2021", report.unit, report.year]), ...lines.sort()].join("\n");
  });
  const text = ["gouji-seal/1", ...blocks.sort()].join("\n") + "\n";
  const digest = createHash("sha256").update(text).digest("hex");
  // that reader takes the names of properties for Latin letters
  expect(Object.values(read(sealed, { type: "array", bookProps: true }).Custprops!)).toContain(`SHA-256:${digest}`);
});

test("sealing leaves everything that is not ours byte for byte, the second time as the first", async () => {
  const OURS =
    /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/workbook\.xml\.rels|docProps\/custom\.xml|customXml\/)/;
  for (const name of [
    "excel-comments.xlsx",
    "excel-tables.xlsx",
    "excel-pictures.xlsx",
    "google-sheets.xlsx",
    "libreoffice.xlsx",
    "wps-11.xlsx",
    "wps-7.xlsx",
  ]) {
    const before = fixture(name);
    const once = await sealFile(before);
    const twice = await sealFile(explain(once));
    const kept = (bytes: Uint8Array) => rawEntries(bytes).filter((entry) => !OURS.test(entry.name));
    for (const after of [once, twice]) {
      expect(kept(after).map((entry) => entry.name)).toEqual(kept(before).map((entry) => entry.name));
      kept(after).forEach(({ raw }, index) => expect(raw.equals(kept(before)[index]!.raw)).toBe(true));
    }
  }
});

test("a workbook that is sealed again has one seal, and keeps its explanations", async () => {
  const bytes = await sealFile(explain(await sealFile(plain)));
  const { record } = checkFile("", bytes, { blankIsZero: false });
  expect(record?.explanations.entries).toHaveLength(1);
  expect(rawEntries(bytes).filter(({ name }) => name.startsWith("customXml/item"))).toHaveLength(2);
  expect(await verify(bytes)).toMatchObject({ state: "unchanged" });
});

test("a library that drops custom XML and properties leaves a workbook that is neither sealed nor explained, never a wrong one", async () => {
  const saved = await saveAsExcelJs(await sealFile(explain(plain)));
  expect(await verify(saved)).toBeNull();
  const { record, verdict } = checkFile("", saved, { blankIsZero: false });
  expect(record).toMatchObject({ problem: null, seal: null });
  expect(record?.explanations.entries).toEqual([]);
  expect(verdict).toBe("pass");
});

test("what was written over in the manner of WPS keeps its seal and its explanations, and can be sealed anew beside WPS's own properties", async () => {
  const saved = saveAsWps(await sealFile(explain(await officialWorkbook())));
  expect(await verify(saved)).toMatchObject({ state: "unchanged" });
  const { record } = checkFile("", saved, { blankIsZero: false });
  expect(record?.explanations.entries).toHaveLength(1);
  const again = await sealFile(saved);
  expect(await verify(again)).toMatchObject({ state: "unchanged" });
  expect(Object.keys(readWorkbook(again).properties.custom)).toEqual(
    expect.arrayContaining([DIGEST, "ICV", "KSOProductBuildVer"]),
  );
  const sheets = (bytes: Uint8Array) => rawEntries(bytes).filter(({ name }) => /^xl\/(?!_rels)/.test(name));
  expect(sheets(again).map(({ raw }) => raw)).toEqual(sheets(saved).map(({ raw }) => raw));
  const changed = patchWorkbook(saved, {
    cells: [{ sheet: SECTION_NAMES.section3.sheet, row: 5, column: 3, value: 1 }],
  });
  expect(await verify(changed)).toMatchObject({ state: "changed" });
});
