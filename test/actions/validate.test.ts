import { reportSubjectOf } from "../../src/record/subject";
import { REQUEST, start, zeros, type Started } from "./start";
import { onSheet, protectStructure, readSheet } from "../excel/read";

const REPORT = "校验结果";

let at: Started;
beforeEach(async () => {
  at = await start();
});
afterEach(() => at.dispose());

const insertFilled = async () => {
  await at.app.run("insert", { ...REQUEST, sections: ["section3"] });
  await at.host.paste("表三", "D5", zeros(23, 7));
};
const validate = () => at.app.run("validate", undefined);
const readReport = (name = REPORT) =>
  readSheet(name, (sheet) => {
    const range = sheet.getUsedRange(true);
    range.load("values");
    return () => range.values as (string | number)[][];
  });
const links = (name: string, rows: number[]) =>
  readSheet(name, (sheet) => {
    const cells = rows.map((row) => sheet.getRange(`D${row}`));
    for (const cell of cells) cell.load("hyperlink,values");
    return () => cells.map(({ hyperlink, values }) => [hyperlink?.documentReference, (values as string[][])[0]![0]]);
  });

test("one click writes a sheet with unit, year, time, rules, verdict, counts and every finding with its link", async () => {
  await insertFilled();
  await at.host.type("表三", "J7", 3);
  const result = await validate();
  expect(result).toEqual({ verdict: "fail", sheet: REPORT });
  const rows = await readReport();
  expect(rows[0]![0]).toBe("政府信息公开工作年度报告统计表校验结果");
  expect(rows.slice(1, 9).map(([label, , value]) => [label, value])).toEqual([
    ["填报单位", "新郑市辛店镇"],
    ["报告年度", 2020],
    ["校验时间", expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d（本机时间）$/) as string],
    ["规则版本", "1.2.0"],
    ["校验结论", expect.stringMatching(/./) as string],
    ["问题数量", "强制性 2 个，核实性 2 个（其中待说明 2 个），提示性 0 个"],
    ["校验范围", "1 张表，未填 0 格，无法判定的关系 0 条"],
    ["上年比对", "没有选择上年报告，未比对。"],
  ]);
  expect(rows[10]![0]).toBe("一、问题");
  expect(rows[11]).toEqual(["序号", "类别", "审核关系", "位置", "问题说明"]);
  expect(rows.slice(12, 16).map(([number, , rule, place]) => [number, rule, place])).toEqual([
    [1, "行合计\nS3.ROW", "表三!D7:J7"],
    [2, "办理结果合计\nS3.RESULTS", "表三!J7:J26"],
    [3, "报表齐全\nF.MISSING", "新郑市辛店镇 2020 年度"],
    [4, "报表齐全\nF.MISSING", "新郑市辛店镇 2020 年度"],
  ]);
  expect(rows[14]![4]).toBe("报表不全。工作簿中没有表二（主动公开政府信息情况）。");
  expect(rows[12]![4]).toMatch(/3/);
  expect(await links(REPORT, [13, 14, 15, 16])).toEqual([
    ["表三!D7:J7", "表三!D7:J7"],
    ["表三!J7:J26", "表三!J7:J26"],
    [undefined, "新郑市辛店镇 2020 年度"],
    [undefined, "新郑市辛店镇 2020 年度"],
  ]);
  expect(at.host.sheets()).toEqual(["Sheet1", "表三", REPORT]);
});

test("it is rewritten, also under another name, and nothing of the old one is left", async () => {
  await at.app.run("insertSample", undefined);
  await at.host.type("表三", "J7", 3);
  await validate();
  await at.host.renameSheet(REPORT, "结果留存");
  await at.host.type("表三", "J7", 0);
  expect(await validate()).toEqual({ verdict: "pass", sheet: "结果留存" });
  const rows = await readReport("结果留存");
  expect(rows[10]![0]).toBe("没有发现问题。");
  expect(rows.slice(11).map(([note]) => note)).toEqual([expect.stringContaining("请勿在本页填写")]);
  expect((await links("结果留存", [13, 14, 15, 16])).map(([link]) => link ?? null)).toEqual([null, null, null, null]);
  expect(at.host.sheets()).toHaveLength(5);
});

test("what is probably wrong follows, with what would put it right and why", async () => {
  await at.app.run("insertSample", undefined);
  await at.host.type("表三", "D7", 3);
  await validate();
  const rows = await readReport();
  const from = rows.findIndex(([heading]) => String(heading).startsWith("二、疑似错格"));
  expect(rows[from + 1]).toEqual(["组号", "把握", "改法", "位置", "依据"]);
  expect(rows[from + 2]!.slice(0, 4)).toEqual([1, expect.any(String), "D7 3 → 0", "表三!D7"]);
  expect(await links(REPORT, [from + 3])).toEqual([["表三!D7", "表三!D7"]]);
  const table = at.app.getState().tables.find(({ filled }) => filled.placement.sheet === "表三")!;
  await at.app.run("trust", { tableId: table.id, key: "granted.naturalPerson" });
  await validate();
  expect(await readReport()).toContainEqual(["", "确认无误", "D7 3", "表三!D7", "填报人确认此格无误，不作疑似错格。"]);
});

test("rules that could not be decided are told last, with the cells that they lack", async () => {
  await at.app.run("insertSample", undefined);
  await at.host.type("表三", "D7", "");
  await validate();
  const rows = await readReport();
  const from = rows.findIndex(([heading]) => String(heading).startsWith("三、无法判定的关系"));
  expect(rows.slice(from + 2, from + 4)).toEqual([
    [1, "1 处", "行合计\nS3.ROW", "表三!D7", "D7 没有数字。"],
    [2, "1 处", "办理结果合计\nS3.RESULTS", "表三!D7", "D7 没有数字。"],
  ]);
});

test("explanations stand below their warnings, and nothing in them becomes a formula", async () => {
  await insertFilled();
  const { reports } = at.app.getState();
  const subject = reportSubjectOf(reports[0]!.findings[0]!, reports[0]!);
  await at.app.run("explain", { subject, text: "=1+1 这两张表另行报送，不在本工作簿中。", by: "张三" });
  await validate();
  const rows = await readReport();
  expect(rows[12]!.slice(1, 3)).toEqual(["核实性\n已说明", "报表齐全\nF.MISSING"]);
  expect(rows[13]).toEqual([
    "",
    "",
    "核实说明",
    "",
    expect.stringMatching(/^=1\+1 这两张表另行报送，不在本工作簿中。\n张三 \d/) as string,
  ]);
  expect(rows[14]!.slice(1, 3)).toEqual(["核实性\n待说明", "报表齐全\nF.MISSING"]);
});

test("a sheet of that name which is not ours is left alone", async () => {
  await insertFilled();
  await at.host.addSheet(REPORT);
  await at.host.type(REPORT, "A1", "我的记录");
  expect((await validate()).sheet).toBe("校验结果（2）");
  expect((await validate()).sheet).toBe("校验结果（2）");
  expect(at.host.value(REPORT, "A1")).toBe("我的记录");
});

test("when the report was deleted it is written anew", async () => {
  await insertFilled();
  await validate();
  await at.host.deleteSheet(REPORT);
  expect((await validate()).sheet).toBe(REPORT);
  expect((await validate()).sheet).toBe(REPORT);
  expect(at.host.sheets()).toEqual(["Sheet1", "表三", REPORT]);
});

test("nothing that stands in a cell becomes a formula in the report", async () => {
  await at.app.run("insert", { ...REQUEST, sections: ["section4"], unit: "=1+1" });
  await at.host.paste("表四", "A5", [["'=2+2"]]);
  await validate();
  const formulas = await readSheet(REPORT, (sheet) => {
    const range = sheet.getUsedRange(true);
    range.load("formulas,values");
    return () => ({ formulas: range.formulas.flat(), values: range.values.flat() });
  });
  expect(formulas.formulas).toEqual(formulas.values);
  expect(formulas.values).toContain("=1+1");
});

test("the sheet that a person looks at stays", async () => {
  await insertFilled();
  await at.host.select("表三", "F9");
  await validate();
  const address = await readSheet("表三", ({ context }) => {
    const cell = context.workbook.getActiveCell();
    cell.load("address");
    return () => cell.address;
  });
  expect(address).toBe("表三!F9");
});

test("a workbook without tables is told so, and gets no sheet", async () => {
  await expect(validate()).rejects.toMatchObject({ code: "NoTables" });
  expect(at.app.getState().failure).toMatchObject({ code: "NoTables", action: "validate" });
  expect(at.host.sheets()).toEqual(["Sheet1"]);
});

test("a report that is protected is named, and the list is up to date all the same", async () => {
  await insertFilled();
  await validate();
  await onSheet(REPORT, (sheet) => sheet.protection.protect());
  await at.host.type("表三", "J7", 3);
  await expect(validate()).rejects.toMatchObject({ code: "SheetProtected", details: { sheet: REPORT } });
  expect(at.app.getState().summary.verdict).toBe("fail");
});

test("where no sheet may be added the list is up to date, and the error says why there is no report", async () => {
  await insertFilled();
  await protectStructure();
  await expect(validate()).rejects.toMatchObject({ code: "WorkbookProtected" });
  expect(at.app.getState().summary).toMatchObject({ tables: 1, findings: { error: 0 } });
});

test("our own writing is not taken for a table, and does not make the live check run on and on", async () => {
  await insertFilled();
  await validate();
  await at.caughtUp();
  at.host.counters.reset();
  await at.caughtUp();
  await at.caughtUp();
  expect(at.host.counters.batches).toBe(0);
  expect(at.app.getState().tables).toHaveLength(1);
});
