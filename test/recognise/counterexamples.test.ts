import type { FilledTable } from "../../src/tables/filled";
import { tableOf } from "../../src/tables/formats";
import type { Table } from "../../src/tables/table";
import { layOut, type Values } from "./lay-out";
import { briefly, counted, numbersOf, plain, read, square, table2, table3, table4, withText } from "./sheets";

/** Sheets that random layouts turned up on which numbers were once taken for others, each shrunk to what mattered. */

const blank = (length: number): Values[number] => new Array<null>(length).fill(null);

/** The rows in which the numbers of a table were read, from top to bottom. */
const rowsOf = ({ placement }: FilledTable) =>
  [...new Set(Object.values(placement.cells).map((position) => position!.row))].sort((a, b) => a - b);

/** The table with the text of each label in every cell that it spans. */
function spread(table: Table): Values {
  const values = layOut(table);
  for (const { row, column, rowCount, columnCount, text } of table.labels) {
    for (let r = row; r < row + rowCount; r++) for (let c = column; c < column + columnCount; c++) values[r]![c] = text;
  }
  return values;
}

/** The header of section 四 with its first outcome damaged so far that it cannot be told. */
function damagedHeader(): Values {
  const values = plain(table4).slice(0, 3);
  values[0]![0] = "行复议";
  values[1]![0] = "结果维类";
  return values;
}

describe("the numbers of section 四", () => {
  test("are not a row of 小计 under a blank row, whose label stands under an outcome that is not told", () => {
    const [found] = read([...damagedHeader(), blank(15), ["小计", ...new Array<number>(14).fill(700_000)]]);
    expect(found!.contents).toEqual({});
    expect(briefly(found!.doubts)).toContain("ambiguous … → 行政复议 (15)");
  });

  test("are not told when the only row of figures under a blank one has a label", () => {
    const [found] = read([...plain(table4).slice(0, 3), blank(15), ["小计", ...new Array<number>(14).fill(7)]]);
    expect(found!.contents).toEqual({});
    expect(briefly(found!.doubts)).toEqual(["ambiguous … → 行政复议 (15)"]);
  });

  test("are not told when two rows have labels, as those of two years", () => {
    const values = plain(table4).map((row, index) => [index === 3 ? "2022年" : null, ...row]);
    const [found] = read([...values, ["2023年", ...new Array<number>(15).fill(7)]]);
    expect(found!.contents).toEqual({});
    expect(briefly(found!.doubts)).toEqual(["ambiguous … → 行政复议 (15)"]);
    expect(numbersOf(read(values)[0]!)).toEqual(counted(table4));
  });

  test("are the first row when a row of 小计 follows that is labelled before the first column", () => {
    const values = plain(table4).map((row) => [null, ...row]);
    const [found] = read([...values, ["小计", ...new Array<number>(15).fill(7)]]);
    expect(numbersOf(found!)).toEqual(counted(table4));
  });

  test("stand under a header right below 总计 of section 三, written in each cell that it spans", () => {
    const above = plain(table3);
    const total = above.find((row) => row.includes("（七）总计"))!;
    total[2] = "（七）总计";
    above[above.length - 1]![1] = "四、结转下年度继续办理";
    above[above.length - 1]![2] = "四、结转下年度继续办理";
    const values = [...above, ...plain(table4)].map((row) => [...row, ...blank(15 - row.length)]);
    const [, found] = read(values);
    expect(found!.placement.area).toMatchObject({ row: above.length, rowCount: 4 });
    expect(numbersOf(found!)).toEqual(counted(table4));
  });
});

test("two headers of section 四 are two tables, when the numbers of the first are blank and its first label is damaged", () => {
  const first = spread(table4);
  for (let column = 0; column < 5; column++) first[0]![column] = "行政复类";
  const header = plain(table4).slice(0, 3);
  const found = read([...first, ...header, ...plain(table4)]);
  expect(found.map((one) => rowsOf(one))).toEqual([[3], [10]]);
  expect(numbersOf(found[1]!)).toEqual(counted(table4));
});

describe("tables of section 二 on one sheet", () => {
  const rowsWithNumbers = new Set(table2.numbers.map(({ row }) => row));
  const old = tableOf("2019", "section2");

  test("are two, although the first row of the first stands there twice and the first bar of the second is damaged", () => {
    const first = plain(old);
    first.splice(3, 0, [...first[2]!]);
    const second = withText(withText(spread(table2), "规章", "规办章"), "第二十条第（一）项", "第二十条第（一）办");
    const found = read(square([...first, [], ["三、收到和处理政府信息公开申请情况"], ...second]));
    expect(found).toHaveLength(2);
    expect(rowsOf(found[0]!).every((row) => row < first.length)).toBe(true);
    expect(rowsOf(found[1]!).every((row) => row > first.length)).toBe(true);
  });

  test("are two, when the rows of one are those that the other lacks: their bars come again", () => {
    const first = plain(table2).filter((row) => !["行政处罚"].includes(String(row[0])));
    const second = plain(table2).filter((row) => !["规章", "行政许可", "行政事业性收费"].includes(String(row[0])));
    second[0]![0] = "主动公开文件";
    const found = read([...first, [], ...second]);
    expect(found.map((one) => rowsOf(one).length)).toEqual([5, 3]);
  });

  test("keeps its last column when another stands below it whose labels begin there", () => {
    const below = plain(table2).map((row) => [null, null, null, ...row]);
    const found = read([
      ...spread(table2).map((row, index) =>
        row.map((text, column) => (column > 0 && rowsWithNumbers.has(index) ? 5 : text)),
      ),
      [],
      ...below,
    ]);
    expect(found.map(({ contents }) => Object.keys(contents).length)).toEqual([
      table2.numbers.length,
      table2.numbers.length,
    ]);
  });

  test("are two, when a row of each stands there twice and the second lacks its first bar and the rows under it", () => {
    const first = layOut(table2);
    first.splice(-3, 0, [...first.at(-4)!]);
    const second = plain(old).slice(4);
    second.splice(2, 0, [...second[2]!]);
    const found = read([...first, ...second]);
    expect(found.map((one) => rowsOf(one)[0]! < first.length)).toEqual([true, false]);
    expect(rowsOf(found[0]!).at(-1)).toBeLessThan(first.length);
  });

  test("is found when its bars are written in each cell and nothing is filled in", () => {
    const values = spread(table2);
    values.splice(3, 0, [...values[2]!]);
    expect(read(values)).toHaveLength(1);
  });

  test("a figure beside its header is not passed over because other figures stand beside the full rows", () => {
    const wide = plain(table2).map((row, index) => {
      const isRow = table2.numbers.some((number) => number.row === index);
      return [...row.slice(0, 3), isRow ? 70 + index : null, row[3] ?? null, isRow ? 80 + index : null, null, null];
    });
    const at = wide.findIndex(([label]) => label === "行政强制");
    wide[at] = ["行政强制", null, null, 9, null, 90, null, 91];
    const [found] = read(wide);
    expect(found!.contents["punishment.decisions"]).toEqual({
      type: "number",
      value: counted(table2)["punishment.decisions"],
    });
    expect(found!.contents["coercion.decisions"]).toBeUndefined();
  });
});

describe("tables of section 三 on one sheet", () => {
  test.each(["四结转下年度继续办理", "四、结转下年度继续办办理"])(
    "the last rows under a repeated header are not those of the table below: %s",
    (last) => {
      const first = withText(plain(table3), "四、结转下年度继续办理", last);
      const broken = [...first.slice(0, -2), ...first.slice(0, 3), ...first.slice(-2)];
      const second = withText(
        withText(plain(table3), "四、结转下年度继续办理", "四、结转下年度其续办理"),
        "（七）总计",
        "小计",
      );
      const found = read([...broken, ...second]);
      expect(found).toHaveLength(2);
      expect(rowsOf(found[0]!).at(-1)).toBe(broken.length - 1);
      expect(rowsOf(found[1]!)[0]).toBe(broken.length + 3);
      expect(numbersOf(found[0]!)).toEqual(counted(table3));
    },
  );

  test("the last rows out of order under a repeated header are not those of a blank table below", () => {
    const [header, [newly, ...rest]] = [plain(table3).slice(0, 3), plain(table3).slice(3)];
    const total = rest.splice(-2, 1);
    const first = [...header, ...rest, ...header, ...total, newly!];
    const found = read([...first, ...layOut(table3)]);
    expect(found).toHaveLength(2);
    expect(rowsOf(found[0]!).at(-1)).toBeLessThan(first.length);
    expect(rowsOf(found[1]!)[0]).toBeGreaterThan(first.length);
    expect(briefly(found[1]!.doubts)).toEqual([
      "doubled （七）总计 → （七）总计 (7)",
      "doubled 一、本年新收政府信息公开申请数量 → 一、本年新收政府信息公开申请数量 (7)",
    ]);
  });

  test("a damaged label of a group that could be a row's is none, in a row whose own label is damaged too", () => {
    const old = tableOf("2019", "section3");
    const group = "（五）不予处理";
    const own = "5.要求行政机关确认或重新出具已获取信息";
    const values = spread(old).map((row, index) => {
      const numbers = plain(old)[index]!;
      return row.map((text, column) =>
        text === group
          ? "（五）其予处理"
          : text === own
            ? "5.要求行政机关确认或重出具已获取信息"
            : (text ?? numbers[column]!),
      );
    });
    const without = values.filter((row) => !row.includes("（六）其他处理"));
    const [found] = read(without);
    expect(found!.contents["other.total"]).toBeUndefined();
    expect(found!.contents["notProcessed.5.total"]).toEqual({
      type: "number",
      value: counted(old)["notProcessed.5.total"],
    });
  });

  test("a row is not shifted into a column beyond the header that other rows fill besides their own", () => {
    // no row is full, so that none says that the column is there for all
    const values = plain(table3).map((row, index) => {
      if (index < 3) return [...row, null];
      const at = 4 + (index % 5);
      return [...row.map((value, column) => (column === at ? null : value)), 7000 + index];
    });
    const row = values[9]!;
    values[9] = [...row.slice(0, 3), null, 31, 32, 33, 34, 35, 36, 7009];
    const { key } = table3.rows[6]!;
    const [found] = read(values);
    expect(Object.keys(found!.contents).filter((cell) => cell.startsWith(`${key}.`))).toEqual([]);
  });

  test("is one, when a label without its comma is written in each cell that it spans", () => {
    const label = "二、上年结转政府信息公开申请数量";
    const [found, ...more] = read(
      spread(table3).map((row) => row.map((text) => (text === label ? "二上年结转政府信息公开申请数量" : text))),
    );
    expect(more).toEqual([]);
    expect(found!.doubts).toEqual([]);
    expect(Object.keys(found!.contents)).toHaveLength(table3.numbers.length);
  });

  test("are two, although the header of the second is damaged and its first row stands there twice", () => {
    const second = plain(table3);
    second[1] = [null, null, null, "自人", "法人或其他组织", null, null, null, null, "总计"];
    second[2] = [null, null, null, null, "商业企业", "科机构", "社会公", "法服务机构", "其他", null];
    second.splice(4, 0, [...second[3]!]);
    const first = plain(table3);
    const repeated = [...first.slice(0, 5), ...first.slice(0, 3), ...first.slice(5)];
    const found = read([...repeated, ["某局2022年政府信息公开工作年度报告"], ...second]);
    const rows = (index: number) => Object.values(found[index]!.placement.cells).map((position) => position!.row);
    expect(found).toHaveLength(2);
    expect(Math.max(...rows(0))).toBe(repeated.length - 1);
    expect(Math.min(...rows(1))).toBeGreaterThan(repeated.length);
  });

  test("are one, although the header comes again, a row stands there twice and another out of its place", () => {
    const values = plain(table3);
    const [moved] = values.splice(19, 1);
    values.splice(6, 0, moved!);
    const doubled = [...values[12]!];
    const broken = [...values.slice(0, 13), ...values.slice(0, 3), doubled, ...values.slice(13)];
    const [found, ...more] = read(broken);
    expect(more).toEqual([]);
    expect(briefly(found!.doubts).map((doubt) => doubt.split(" ")[0])).toContain("doubled");
  });

  test("a row shifted beside its header is not told by a column of other figures at the end", () => {
    const beside = (index: number) =>
      index < 2 ? [null, null] : index === 2 ? ["上年数", "检查"] : [7000 + index, null];
    const values = plain(table3).map((row, index) => [...row, ...beside(index)]);
    const at = 7;
    values[at] = [...values[at]!.slice(0, 3), null, ...values[at]!.slice(3)];
    const [found] = read(values.map((row) => [...row, ...blank(13 - row.length)]));
    const { key } = table3.rows[at - 3]!;
    expect(Object.keys(found!.contents).filter((cell) => cell.startsWith(`${key}.`))).toEqual([]);
    expect(Object.keys(found!.contents)).toHaveLength(table3.numbers.length - 7);
  });
});
