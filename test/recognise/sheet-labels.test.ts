import { checkTable } from "../../src/rules/check";
import { tableOf } from "../../src/tables/formats";
import type { SectionId } from "../../src/tables/table";
import type { Values } from "./lay-out";
import { briefly, counted, numbersOf, plain, read, table2, table3, table4, withText } from "./sheets";

const NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

describe("labels", () => {
  test.each([
    ["", "总计"],
    [" ", "总计"],
    ["总计", ""],
    ["总计", "\u3000"],
  ])(
    "are read wherever in their merged cells they stand, with an empty text in the others: %j over %j",
    (upper, lower) => {
      const values = plain(table3);
      values[1]![9] = upper;
      values[2]![9] = lower;
      const [found] = read(values);
      expect(numbersOf(found!)).toEqual(counted(table3));
      expect(found!.doubts).toEqual([]);
    },
  );

  test.each<[SectionId, "2019" | "2021", string, string]>([
    ["section3", "2021", "2.其他法律行政法规禁止公开", "2.其他法律法规禁止公开"],
    ["section3", "2021", "2.其他法律行政法规禁止公开", "2.其他法律行政止公开"],
    ["section3", "2021", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"],
    ["section3", "2021", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.逾期不补正"],
    ["section3", "2021", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.逾期不缴费"],
    ["section3", "2021", "6.属于四类过程性信息", "5.属于四类过程性信息"],
    ["section3", "2021", "（七）总计", "（七）合计"],
    ["section2", "2021", "现行有效件数", "现行有效件"],
    ["section2", "2021", "本年制发件数", "本年发件数"],
    ["section2", "2021", "规章", "规章(设区的市、自治州人民政府应提供相关数据)"],
    ["section2", "2021", "本年收费金额（单位：万元）", "本年收费金额（单位：元）"],
    ["section2", "2019", "采购总金额", "采购总金额（单位：万元，保留4位小数）"],
    ["section4", "2021", "未经复议直接起诉", "未经复议直接诉讼"],
  ])("of %s of %s: %s written as %s is known and told", (section, format, official, written) => {
    const table = tableOf(format, section);
    const [found] = read(withText(plain(table), official, written));
    expect(numbersOf(found!)).toEqual(counted(table));
    expect(briefly(found!.doubts)).toEqual([`altered ${written} → ${official} (0)`]);
  });

  test.each<[string, string]>([
    ["本年增/减", "本年增\\减"],
    ["本年新\n制作数量", "本年新制作数量"],
    ["采购总金额", "采购总金额(万元)"],
    ["第二十条第（八）项", "第二十條第(八)項"],
    ["其他对外管理服务事项", " 其他對外管理\n服務事項 "],
  ])("%j written as %j says the same", (official, written) => {
    const table = tableOf("2019", "section2");
    const [found] = read(withText(plain(table), official, written));
    expect(numbersOf(found!)).toEqual(counted(table));
    expect(found!.doubts).toEqual([]);
  });

  test("本年新 | 本年新, cut off behind the line break, is told by the order of the columns", () => {
    const table = tableOf("2019", "section2");
    const values = plain(table);
    values[1] = ["信息内容", "本年新", "本年新", "对外公开总数量"];
    const [found] = read(values);
    expect(numbersOf(found!)).toEqual(counted(table));
    expect(briefly(found!.doubts)).toEqual([
      "altered 本年新 → 本年新\n制作数量 (0)",
      "altered 本年新 → 本年新\n公开数量 (0)",
    ]);
  });

  test("a label that fits two rows is reported, and the numbers of neither are read", () => {
    // 本年…结转 is as near to 本年新收 as to 上年结转.
    const values = withText(
      withText(plain(table3), "一、本年新收政府信息公开申请数量", "本年收转政府信息公开申请数量"),
      "二、上年结转政府信息公开申请数量",
      null,
    );
    const [found] = read(values);
    const lost = found!.doubts.flatMap(({ cells }) => cells);
    expect(briefly(found!.doubts)).toContain("ambiguous 本年收转政府信息公开申请数量 → … (0)");
    expect(lost).toHaveLength(14);
    for (const key of lost) expect(found!.contents[key]).toBeUndefined();
  });

  test("其他 is a row only under （六）其他处理", () => {
    const values = plain(table3);
    const at = (label: string) => values.findIndex((row) => row.includes(label));
    const moved = [...values];
    const [other] = moved.splice(at("3.其他"), 1);
    moved.splice(at("2.重复申请"), 0, other!);
    const [found] = read(moved);
    expect(briefly(found!.doubts)).toEqual(
      expect.arrayContaining(["ambiguous 3.其他 → … (0)", "missing … → 3.其他 (7)"]),
    );
    expect(numbersOf(found!)["other.3.total"]).toBeUndefined();
    expect(numbersOf(found!)["notProcessed.2.total"]).toBe(counted(table3)["notProcessed.2.total"]);
  });

  test("a row that is missing, one that stands there twice, and one that is not official are told", () => {
    const values = plain(table3);
    const row = (label: string) => values.findIndex((line) => line.includes(label));
    const strange: Values[number] = [null, null, "9.属于其他情形", 1, 1, 1, 1, 1, 1, 6];
    values.splice(row("8.属于行政查询事项") + 1, 0, strange, [...values[row("8.属于行政查询事项")]!]);
    values.splice(row("2.重复申请"), 1);
    const [found] = read(values);
    expect(briefly(found!.doubts).sort()).toEqual([
      "doubled 8.属于行政查询事项 → 8.属于行政查询事项 (7)",
      "missing … → 2.重复申请 (7)",
      "unknown 9.属于其他情形 → … (0)",
    ]);
    expect(Object.keys(found!.contents)).toHaveLength(table3.numbers.length - 14);
  });

  test("numbers in a row or column without a label are told where they stand, blank ones are left alone", () => {
    const row = plain(table3);
    row.splice(9, 0, [null, null, null, 5, null, null, null, null, null, 7]);
    const column = plain(table3).map((line, index) => [...line.slice(0, 5), index === 4 ? 4 : null, ...line.slice(5)]);
    const under = plain(table3);
    under.splice(3, 0, [null, null, null, 3, null, null, null, null, null, 3]);
    const second = plain(table2).map(([label, ...line], index) => [label!, index === 2 ? 5 : null, ...line]);
    const fourth = plain(table4).map((line, index) => [...line.slice(0, 4), index === 3 ? 5 : null, ...line.slice(4)]);
    const told = [row, column, under, second, fourth].map((values) => {
      const [found] = read(values);
      const [doubt, ...more] = found!.doubts;
      const { findings } = checkTable(found!, { blankIsZero: false });
      const severities = findings.flatMap(({ kind, severity }) => (kind === "label" ? [severity] : []));
      return [doubt!.fault, doubt!.found, doubt!.position, more.length, severities.join()];
    });
    expect(told).toEqual([
      ["unlabelled", "5", { row: 9, column: 3 }, 0, "error"],
      ["unlabelled", "4", { row: 4, column: 5 }, 0, "error"],
      ["unlabelled", "3", { row: 3, column: 3 }, 0, "error"],
      ["unlabelled", "5", { row: 2, column: 1 }, 0, "error"],
      ["unlabelled", "5", { row: 3, column: 4 }, 0, "error"],
    ]);
    const blank = plain(table3).map((line) => [...line.slice(0, 5), null, ...line.slice(5)]);
    blank.splice(9, 0, new Array<null>(11).fill(null));
    // the numbers of columns under the header are none of the table's
    blank.splice(3, 0, [null, null, null, 1, 2, null, 3, 4, 5, 6, 7]);
    expect(read(blank)[0]!.doubts).toEqual([]);
  });

  test.each<[string | null, string]>([
    [null, "missing … → 行政复议 (0)"],
    ["复议", "altered 复议 → 行政复议 (0)"],
  ])("one group's label of section 四 as %j costs no number: the others tell which it is", (written, doubt) => {
    const [found] = read(withText(plain(table4), "行政复议", written));
    expect(numbersOf(found!)).toEqual(counted(table4));
    expect(briefly(found!.doubts)).toEqual([doubt]);
    expect(found!.doubts[0]!.position).toEqual({ row: 0, column: 0 });
    // with an outcome missing as well, nothing tells whose the others are
    const values = withText(withText(plain(table4), "行政复议", null), "尚未审结", null);
    expect(read(values)[0]!.contents["review.upheld"]).toBeUndefined();
  });

  test("the rule that is printed in the header is missed where it stood", () => {
    const [found] = read(withText(plain(table3), NOTE, null));
    expect(numbersOf(found!)).toEqual(counted(table3));
    expect(found!.doubts).toEqual([{ fault: "missing", expected: [NOTE], cells: [], position: { row: 0, column: 0 } }]);
  });

  test("a row split into parts of its own is not read as the whole", () => {
    const table = tableOf("2019", "section2");
    const values = plain(table).map(([label, ...rest]) => [label!, null, ...rest]);
    const at = values.findIndex(([label]) => label === "其他对外管理服务事项");
    values[at] = ["其他对外管理服务事项", "行政检查", 1, 0, 5];
    values.splice(at + 1, 0, [null, "行政确认", 2, 0, 6]);
    const [found] = read(values);
    expect(briefly(found!.doubts).sort()).toEqual([
      "unknown 行政检查 → 其他对外管理服务事项 (3)",
      "unknown 行政确认 → … (0)",
    ]);
    expect(Object.keys(found!.contents).filter((key) => key.startsWith("otherServices"))).toEqual([]);
  });

  test("a header label that is missing costs its column and no other", () => {
    const [found] = read(withText(plain(table3), "科研机构", "科技馆"));
    const lost = table3.rows.map(({ key }) => `${key}.research`);
    expect(briefly(found!.doubts)).toEqual(["unknown 科技馆 → … (0)", "missing … → 科研机构 (25)"]);
    // told where it would stand
    expect(found!.doubts[1]!.position).toEqual({ row: 2, column: 5 });
    expect(Object.keys(counted(table3)).filter((key) => !(key in found!.contents))).toEqual(lost);
  });

  test("headers that are gone are looked for beside those that are left, or over the numbers", () => {
    const gone = (...labels: string[]) => {
      const values = plain(table3).map((row) => row.map((text) => (labels.includes(String(text)) ? null : text)));
      return read(values)[0]!
        .doubts.filter(({ cells }) => cells.length > 0)
        .map(({ position }) => position);
    };
    expect(gone("自然人")).toEqual([{ row: 2, column: 3 }]);
    expect(gone("总计")).toEqual([{ row: 2, column: 9 }]);
    const [found] = read([["某局2022年政府信息公开工作年度报告"], ...plain(table3).slice(3)]);
    expect(found!.doubts.find(({ expected }) => expected.includes("自然人"))!.position).toEqual({ row: 0, column: 1 });
  });

  test("a remark far beside the header is none of the table's labels, nor part of its area", () => {
    const values = plain(table3).map((row, index) =>
      index === 1 ? [...row, ...new Array<null>(8).fill(null), "填报说明：本表由办公室填写"] : row,
    );
    const [found] = read(values);
    expect(found!.doubts).toEqual([]);
    expect(found!.placement.area).toEqual({ row: 0, column: 0, rowCount: 28, columnCount: 10 });
    const beside = plain(table4).map((row, index) =>
      index === 0 ? [...row, null, null, null, null, "数据截至12月31日"] : row,
    );
    const [fourth] = read(beside);
    expect(fourth!.doubts).toEqual([]);
    expect(fourth!.placement.area.columnCount).toBe(15);
  });

  test("labels of groups that are missing cost no number", () => {
    const [found] = read(withText(withText(plain(table3), "（三）不予公开", null), "法人或其他组织", null));
    expect(numbersOf(found!)).toEqual(counted(table3));
    expect(briefly(found!.doubts)).toEqual(["missing … → （三）不予公开 (0)", "missing … → 法人或其他组织 (0)"]);
  });
});
