import { FORMATS, SECTIONS, tableOf } from "../../src/tables/formats";
import { layOut, placeAt, type Values } from "./lay-out";
import { briefly, counted, numbersOf, plain, read, square, table2, table3, table4 } from "./sheets";

describe("layouts", () => {
  test("two tables side by side, and two reports one under the other", () => {
    const other = layOut(table3, Object.fromEntries(table3.numbers.map(({ key }, index) => [key, 1000 + index])));
    const beside = plain(table3).map((row, index) => [...row, null, ...other[index]!]);
    expect(read(beside).map((one) => numbersOf(one)["granted.total"])).toEqual([21, 1020]);
    const below = read([
      ["甲局2022年政府信息公开工作年度报告"],
      ...plain(table3),
      ["乙局2022年政府信息公开工作年度报告"],
      ...other,
    ]);
    expect(below.map((one) => [one.placement.unit, one.doubts, numbersOf(one)["granted.total"]])).toEqual([
      ["甲局", [], 21],
      ["乙局", [], 1020],
    ]);
  });

  test.each([1, 2, 3, 6])("tables beside each other, with %i columns between", (gap) => {
    const pairs = [
      [table4, table4],
      [table3, table4],
      [table4, table3],
      [table4, table2],
      [table2, table4],
      [table2, table3],
    ] as const;
    for (const [left, right] of pairs) {
      const [a, b] = [plain(left), plain(right)];
      const rows = Array.from({ length: Math.max(a.length, b.length) }, (_, index) => [
        ...(a[index] ?? new Array<null>(left.columnCount).fill(null)),
        ...new Array<null>(gap).fill(null),
        ...(b[index] ?? []),
      ]);
      const found = read(rows);
      expect(found.map(({ placement }) => placement.table.section)).toEqual([left.section, right.section]);
      expect(found.map((one) => [numbersOf(one), one.doubts])).toEqual([
        [counted(left), []],
        [counted(right), []],
      ]);
    }
  });

  test("a page break with the header, the title and the group's label repeated", () => {
    const values = plain(table3);
    const broken = [
      ...values.slice(0, 12),
      ["某局2022年政府信息公开工作年度报告（续）"],
      [null],
      ...values.slice(0, 3),
    ];
    const rest = values
      .slice(12)
      .map((row, index) => (index === 0 ? ["三、本年度办理结果", "（三）不予公开", ...row.slice(2)] : row));
    const [found, ...more] = read([["某局2022年政府信息公开工作年度报告"], ...broken, ...rest]);
    expect(more).toEqual([]);
    expect(numbersOf(found!)).toEqual(counted(table3));
    expect(found!.doubts).toEqual([]);
  });

  test("columns for 序号 and 备注, blank rows and columns in between, checks beside and below", () => {
    const values = plain(table3).flatMap((row, index) => {
      const line = [
        index < 3 ? (index === 2 ? "序号" : null) : index - 2,
        ...row.slice(0, 5),
        null,
        ...row.slice(5),
        index === 2 ? "检查" : index < 2 ? null : "√",
      ];
      return index % 6 === 5 ? [line, []] : [line];
    });
    values.push(["检查", null, null, null, 0, 0, null, 0, 0, 0, 0, 0]);
    const [found] = read(placeAt(square(values) as Values, 5, 2));
    expect(numbersOf(found!)).toEqual(counted(table3));
    expect(found!.doubts).toEqual([]);
  });

  test("a column with figures and no header is told once", () => {
    const values = plain(table3).map((row, index) => (index < 3 ? row : [...row, 0]));
    const [found] = read(values);
    expect(numbersOf(found!)).toEqual(counted(table3));
    expect(briefly(found!.doubts)).toEqual(["unknown 0 → … (0)"]);
  });

  test("a row that could stand under its header or beside it is not read", () => {
    const values = plain(table3).map((row, index) => (index < 3 ? row : [...row, 0]));
    values[10]![3] = null;
    const [found] = read(values);
    expect(briefly(found!.doubts).sort()).toEqual(
      ["ambiguous 4.保护第三方合法权益 → 4.保护第三方合法权益 (7)", "unknown 0 → … (0)"].sort(),
    );
    expect(found!.contents["denied.3.total"]).toBeDefined();
    expect(found!.contents["denied.4.total"]).toBeUndefined();
  });

  test("numbers in front of labels in a column of their own, labels in each cell that they span", () => {
    const filled = plain(table3);
    for (const { row, column, rowCount, columnCount, text } of table3.labels) {
      for (let r = row; r < row + rowCount; r++)
        for (let c = column; c < column + columnCount; c++) filled[r]![c] = text;
    }
    expect(numbersOf(read(filled)[0]!)).toEqual(counted(table3));
    const apart = plain(table3).map((row) => {
      const match = /^(\d\.)(.*)$/.exec(String(row[2] ?? ""));
      return match
        ? [row[0]!, row[1]!, match[1]!, match[2]!, ...row.slice(3)]
        : [...row.slice(0, 2), null, ...row.slice(2)];
    });
    const [found] = read(apart);
    expect(numbersOf(found!)).toEqual(counted(table3));
    expect(found!.doubts).toEqual([]);
  });

  test("the numbers of section 四 are the first row of figures; two such rows are not told apart", () => {
    const values = plain(table4);
    const blank: Values[number] = new Array<null>(15).fill(null);
    expect(numbersOf(read([...values.slice(0, 3), blank, ...values.slice(3)])[0]!)).toEqual(counted(table4));
    expect(numbersOf(read([...values, ["检查", ...new Array<number>(14).fill(0)]])[0]!)).toEqual(counted(table4));
    const [found] = read([...values, new Array<number>(15).fill(7)]);
    expect(found!.contents).toEqual({});
    expect(briefly(found!.doubts)).toEqual(["ambiguous … → 行政复议 (15)"]);
  });

  test("an empty template is found, with its cells to be filled", () => {
    for (const table of FORMATS.flatMap((format) => SECTIONS.map((section) => tableOf(format, section)))) {
      const [found] = read(placeAt(layOut(table), 3, 1));
      expect(Object.keys(found!.placement.cells)).toEqual(table.numbers.map(({ key }) => key));
      expect(found!.doubts).toEqual([]);
      expect(new Set(Object.values(found!.contents).map((content) => content!.type))).toEqual(new Set(["blank"]));
    }
  });

  test("the area reaches from the first header cell to the last number, and contents keep what they mean", () => {
    const values = placeAt(plain(table4), 7, 4);
    values[10]![4] = "１２件";
    const [found] = read(values);
    expect(found!.placement.area).toEqual({ row: 7, column: 4, rowCount: 4, columnCount: 15 });
    expect(found!.contents["review.upheld"]).toEqual({
      type: "text",
      text: "１２件",
      meant: { number: "12", how: ["fullWidth", "unit"], unit: "piece" },
    });
  });
});

describe("what is damaged is found, what is none is left alone", () => {
  test("a table of which little is left is reported with all that is missing", () => {
    const values: Values = [
      ["xx", null, null, "自然人", "yy", "科研机构"],
      ["二、上年结转政府信息公开申请数量", null, null, 1, 2, 3],
      [null, null, "4.保护第三方合法权益", 4, 5, 6],
      [null, null, "7.属于行政执法案卷", 7, 8, 9],
    ];
    const [found] = read(values);
    expect(numbersOf(found!)).toEqual({
      "carriedOver.naturalPerson": 1,
      "carriedOver.research": 3,
      "denied.4.naturalPerson": 4,
      "denied.4.research": 6,
      "denied.7.naturalPerson": 7,
      "denied.7.research": 9,
    });
    expect(found!.doubts.filter(({ fault }) => fault === "missing").flatMap(({ cells }) => cells)).toHaveLength(
      found!.placement.table.numbers.length - 6,
    );
  });

  test.each<[string, Values]>([
    ["nothing", []],
    [
      "other tables",
      [
        ["单位", "行政许可", "行政处罚", "行政强制"],
        ["甲局", 1, 2, 3],
        ["乙局", 4, 5, 6],
      ],
    ],
    [
      "a summary by department",
      [
        ["单位", "新收", "予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "总计"],
        ["甲局", 1, 1, 0, 0, 0, 0, 1],
      ],
    ],
    [
      "a list of results",
      [
        ["予以公开", 1],
        ["部分公开", 2],
        ["不予公开", 3],
        ["无法提供", 4],
        ["不予处理", 5],
        ["总计", 15],
      ],
    ],
    ["instructions", table3.rows.map(({ labels }) => [labels.at(-1)!, "按实际办理结果填写。"])],
    ["the narrative", [["三、收到和处理政府信息公开申请情况"], ["本年新收政府信息公开申请12件，予以公开10件。"]]],
  ])("%s", (_, values) => {
    expect(read(values)).toEqual([]);
  });
});
