import { unzipSync } from "fflate";
import { readWorkbook } from "../../src/xlsx";
import { protectStructure } from "../excel/read";
import { saveDownloads, type Download } from "./downloads";
import { REQUEST, start, type Started } from "./start";
import { makeBook } from "./untouched-book";

let original: Uint8Array;
let at: Started;
let saved: readonly Download[];

beforeAll(async () => {
  original = await makeBook();
});
beforeEach(async () => {
  saved = saveDownloads();
  at = await start({ bytes: original });
});
afterEach(() => at.dispose());

const exportFile = (evenIfNotPassed?: boolean) =>
  at.app.run("export", evenIfNotPassed === undefined ? {} : { evenIfNotPassed });
const savedBytes = () => saved[0]!.bytes;

test("a workbook that passed is offered under its unit, year and verdict, with its seal for people to see", async () => {
  await at.app.run("insertSample", undefined);
  expect(await exportFile()).toEqual({
    fileName: "新郑市辛店镇-2020-校验通过.xlsx",
    verdict: "pass",
    sheet: "校验结果",
    way: "download",
  });
  expect(saved.map(({ name }) => name)).toEqual(["新郑市辛店镇-2020-校验通过.xlsx"]);
  const { custom } = readWorkbook(await savedBytes()).properties;
  expect(custom).toEqual({
    "勾稽 填报单位": "新郑市辛店镇",
    "勾稽 报告年度": 2020,
    "勾稽 校验时间": { date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string },
    "勾稽 规则版本": "1.2.0",
    "勾稽 校验结论": expect.stringMatching(/通过/) as string,
    "勾稽 问题数量": expect.stringContaining("3 张表") as string,
    "勾稽 校验范围": "表二（2019 年版）表二!A2:D19；表三（2019 年版）表三!A2:J27；表四（2019 年版）表四!A2:O5",
    "勾稽 上年比对": "没有选择上年报告，未比对。",
    "勾稽 数据摘要": expect.stringMatching(/^SHA-256:[0-9a-f]{64}$/) as string,
    "勾稽 说明": expect.stringContaining("不是电子签名") as string,
  });
  for (const value of Object.values(custom)) expect(JSON.stringify(value).length).toBeLessThanOrEqual(255);
});

test("an older report is rewritten first, so that file and stamp say the same", async () => {
  await at.app.run("insertSample", undefined);
  await at.host.type("表三", "J7", 3);
  await at.app.run("validate", undefined);
  expect(at.host.value("校验结果", "C13")).toBe("行合计\nS3.ROW");
  await at.host.type("表三", "J7", 0);
  await exportFile();
  expect([at.host.value("校验结果", "A11"), at.host.value("校验结果", "C13")]).toEqual(["没有发现问题。", ""]);
});

test("everything but the seal comes out byte for byte", async () => {
  await at.app.run("insertSample", undefined);
  await exportFile();
  const before = unzipSync(original);
  const after = unzipSync(await savedBytes());
  const ours = ["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "docProps/custom.xml"];
  expect(Object.keys(after).filter((name) => !(name in before))).toEqual([
    "customXml/item1.xml",
    "customXml/itemProps1.xml",
    "customXml/_rels/item1.xml.rels",
    "docProps/custom.xml",
  ]);
  for (const [name, bytes] of Object.entries(before)) {
    if (ours.includes(name)) continue;
    expect([name, Buffer.compare(after[name]!, bytes)]).toEqual([name, 0]);
  }
});

test("one that did not pass is refused until the person insists, and is named so", async () => {
  await at.app.run("insertSample", undefined);
  await at.host.type("表三", "J7", 3);
  await expect(exportFile()).rejects.toMatchObject({
    code: "NotPassed",
    details: { verdict: "fail", errors: 2, blanks: 0 },
  });
  expect(saved).toEqual([]);
  expect(await exportFile(true)).toMatchObject({ fileName: "新郑市辛店镇-2020-未通过.xlsx", verdict: "fail" });
});

test("what was typed just before is checked first, also when the live check has not come to it yet", async () => {
  await at.app.run("insertSample", undefined);
  const typed = at.host.type("表三", "J7", 3);
  await expect(exportFile()).rejects.toMatchObject({ code: "NotPassed" });
  await typed;
});

test("an unfinished one is not one that passed", async () => {
  await at.app.run("insert", REQUEST);
  await expect(exportFile()).rejects.toMatchObject({
    code: "NotPassed",
    details: { verdict: "incomplete", blanks: 198 },
  });
});

test("a workbook without tables is told so", async () => {
  await expect(exportFile(true)).rejects.toMatchObject({ code: "NoTables" });
});

test("a unit's name cannot lead the file astray", async () => {
  await at.app.run("insert", { ...REQUEST, unit: "../某/单位:一\\二*", sections: ["section4"] });
  const { fileName } = await exportFile(true);
  expect(fileName).not.toMatch(/[\\/:*]/);
  expect(fileName).toMatch(/^_某_单位_一_二_-2020-/);
});

test("a workbook whose structure is protected is exported without a report sheet, and that is said", async () => {
  await at.app.run("insertSample", undefined);
  await protectStructure();
  expect(await exportFile()).toMatchObject({ verdict: "pass", sheet: null, way: "download" });
  expect(at.host.sheets()).not.toContain("校验结果");
  expect(readWorkbook(await savedBytes()).properties.custom["勾稽 填报单位"]).toBe("新郑市辛店镇");
});

test("where nothing can be downloaded the copy is opened", async () => {
  await at.app.run("insertSample", undefined);
  const platform = { value: Office.PlatformType.Mac };
  const context = Object.create(Office.context, { platform }) as typeof Office.context;
  Object.assign(globalThis, { Office: Object.create(Office, { context: { value: context } }) as typeof Office });
  expect(await exportFile()).toMatchObject({ way: "opened", verdict: "pass" });
  await at.host.settled();
  expect(saved).toEqual([]);
  expect(at.host.opened).toHaveLength(1);
  expect(readWorkbook(at.host.opened[0]!).properties.custom["勾稽 填报单位"]).toBe("新郑市辛店镇");
});

test("bytes that are no workbook are told so, and nothing is offered", async () => {
  await at.dispose();
  at = await start({ bytes: new TextEncoder().encode("not a workbook") });
  await at.app.run("insertSample", undefined);
  await expect(exportFile()).rejects.toMatchObject({ code: "BadWorkbook", details: { reason: "notAnXlsx" } });
  expect(saved).toEqual([]);
});
