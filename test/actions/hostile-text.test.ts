import { onSheet, readSheet } from "../excel/read";
import { REQUEST, start, type Started } from "./start";

const MARKUP = "<img src=x onerror=alert(1)>";

let at: Started;
beforeEach(async () => {
  at = await start();
});
afterEach(() => at.dispose());

/** What Excel calculates on a sheet, and the texts there. A text that begins with "=" is its own value. */
const activeOn = (name: string) =>
  readSheet(name, (sheet) => {
    const range = sheet.getUsedRange();
    range.load("formulas,values");
    return () => {
      const values = (range.values as unknown[][]).flat().map(String);
      const formulas = (range.formulas as unknown[][]).flat().map(String);
      return { formulas: formulas.filter((cell, at) => cell.startsWith("=") && cell !== values[at]), texts: values };
    };
  });

test("a formula is told from a text", async () => {
  await onSheet("Sheet1", (sheet) => {
    sheet.getRange("A1:A2").values = [["=1+1"], ["'=1+1"]];
  });
  expect(await activeOn("Sheet1")).toEqual({ formulas: ["=1+1"], texts: ["2", "=1+1"] });
});

test.each(['=HYPERLINK("https://x.example","政府")', "+1+1", "-2+3", "@SUM(1)", "=cmd|'/c calc'!A1", "\t=1+1", MARKUP])(
  "the unit %p stands in titles, report and file name as a text",
  async (unit) => {
    await at.app.run("insert", { ...REQUEST, unit, sections: ["section4"] });
    await at.app.run("validate", undefined);
    for (const sheet of ["表四", "校验结果"]) expect((await activeOn(sheet)).formulas).toEqual([]);
    expect(at.host.value("表四", "A1")).toContain(unit.trim());
  },
);

test.each(["=1+1", "@a", "-1+2", "<b>x</b>", "a'b"])(
  "a sheet named %p is named in the report as a text",
  async (name) => {
    await at.app.run("insert", { ...REQUEST, sections: ["section4"] });
    await at.host.renameSheet("表四", name);
    await at.caughtUp();
    await at.app.run("validate", undefined);
    const { formulas, texts } = await activeOn("校验结果");
    expect(formulas).toEqual([]);
    expect(texts.some((text) => text.includes(name))).toBe(true);
  },
);

test("a label that could be a formula is quoted in the report as a text", async () => {
  await at.app.run("insert", { ...REQUEST, sections: ["section3"] });
  await onSheet("表三", (sheet) => {
    sheet.getRange("A5").values = [["'=1+1 一、本年新收政府信息公开申请数量"]];
  });
  await at.caughtUp();
  await at.app.run("validate", undefined);
  expect((await activeOn("校验结果")).formulas).toEqual([]);
});
