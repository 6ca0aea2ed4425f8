import { FORMATS, SECTIONS, tableOf } from "../../src/tables/formats";
import { REPORTS, type Report } from "../fixtures/reports";
import { layOut, type Values } from "./lay-out";
import { asPasted, briefly, numbersOf, plain, read, table2, table4, withText } from "./sheets";

describe("published reports", () => {
  const cases = REPORTS.flatMap((report) =>
    SECTIONS.flatMap((section) => {
      const shown = report.tables[section];
      return shown ? [[report.id, section, tableOf(shown.format, section), shown.numbers] as const] : [];
    }),
  );

  test.each(cases)("%s, %s alone on a sheet", (_id, _section, table, numbers) => {
    const [found, ...more] = read(layOut(table, numbers));
    expect(more).toEqual([]);
    expect(numbersOf(found!)).toEqual(numbers);
    expect(found!.doubts).toEqual([]);
    if (table.section !== "section4") expect(found!.placement.table).toBe(table);
  });

  const wholeOf = (report: Report) =>
    SECTIONS.flatMap((section) => {
      const shown = report.tables[section];
      return shown ? [{ section, shown, table: tableOf(shown.format, section) }] : [];
    });

  test.each(REPORTS.map((report) => [report.id, report] as const))("%s, the whole report on one sheet", (_, report) => {
    const values: Values = [
      [`${report.unit}${report.year}年政府信息公开工作年度报告`],
      [null],
      ["一、总体情况"],
      ["本年度工作如下。"],
    ];
    for (const { shown, table } of wholeOf(report))
      values.push(["主动公开等情况如下："], ...layOut(table, shown.numbers), [null]);
    values.push(["五、存在的主要问题及改进情况"], ["一是公开不够及时。"]);
    const found = read(values);
    expect(found.map((one) => [one.placement.table.section, numbersOf(one), one.doubts])).toEqual(
      wholeOf(report).map(({ section, shown }) => [section, shown.numbers, []]),
    );
    for (const { placement } of found)
      expect(placement).toMatchObject({ unit: report.unit.replaceAll(" ", ""), year: report.year });
  });

  test("新郑市辛店镇2020年, as its text was pasted: rows beside their header, one number too many", () => {
    const report = REPORTS.find(({ id }) => id === "000-xindian-2020")!;
    const { shown, table } = wholeOf(report)[1]!;
    const [section3] = read(
      withText(asPasted(table, shown.numbers), "2.其他法律行政法规禁止公开", "2.其他法律法规禁止公开"),
    );
    expect(numbersOf(section3!)).toEqual(shown.numbers);
    expect(briefly(section3!.doubts)).toEqual([
      "altered 2.其他法律法规禁止公开 → 2.其他法律行政法规禁止公开 (0)",
      "shifted （一）予以公开 → （一）予以公开 (0)",
      "shifted 1.属于国家秘密 → 1.属于国家秘密 (0)",
      "missing … → （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） (0)",
    ]);
    const table4 = tableOf("2019", "section4");
    const rows = layOut(table4, report.tables.section4!.numbers);
    rows[3]!.push(0);
    const [section4] = read(rows);
    expect(numbersOf(section4!)).toEqual(report.tables.section4!.numbers);
    expect(briefly(section4!.doubts)).toEqual(["unknown 0 → … (0)"]);
  });
});

describe("the two formats are told apart by their rows", () => {
  test.each(
    FORMATS.flatMap((format) => (["section2", "section3"] as const).map((section) => [section, format] as const)),
  )("%s of %s, whatever the year in the title", (section, format) => {
    for (const year of [2020, 2023]) {
      const table = tableOf(format, section);
      const [found] = read([[`某局${year}年政府信息公开工作年度报告`], ...layOut(table)]);
      expect(found!.placement.table).toBe(table);
      expect(found!.placement.year).toBe(year);
    }
  });

  test("section 四 is the same in both; the year tells, or the tables beside it, or it is taken as new", () => {
    const formatOf = (values: Values, sheet?: string) => read(values, sheet).at(-1)!.placement.table.format;
    expect(formatOf(plain(table4))).toBe("2021");
    expect(formatOf(plain(table4), "表四 2020")).toBe("2019");
    expect(formatOf([["2019年度"], ...plain(table4)])).toBe("2019");
    expect(formatOf([...layOut(tableOf("2019", "section3")), [null], ...plain(table4)])).toBe("2019");
  });

  test("a mix is taken for the format that most labels fit, and nothing of the other is read into it", () => {
    const values = withText(plain(table2), "行政规范性文件", "规范性文件");
    values[1] = ["信息内容", "本年新", "本年新", "对外公开总数量"];
    const [found] = read(values);
    expect(found!.placement.table.format).toBe("2021");
    expect(Object.keys(found!.contents)).toEqual([
      "licensing.decisions",
      "punishment.decisions",
      "coercion.decisions",
      "fees.amount",
    ]);
    expect(found!.doubts.flatMap(({ cells }) => cells)).toHaveLength(6);
  });
});
