import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { run } from "../../src/cli/run";
import { PrintError } from "../../src/cli/output";
import { goujiOn, makeTerminal } from "./terminal";

const suqian = makeWorkbook(COMPLETE_REPORTS.find(({ id }) => id === "008-suqian-2023")!);
const FILES = { "县/a.xlsx": suqian, "去年/a.xlsx": suqian };

test.each([
  [["check", "县", "--xlsx", "结果.csv"], "--xlsx 结果.csv"],
  [["rollup", "县", "-o", "汇总.txt"], "-o 汇总.txt"],
  [["rollup", "县", "-o", "汇总.xlsm"], "-o 汇总.xlsm"],
  [["rollup", "县", "-o", "汇总"], "-o 汇总"],
  [["import", "年报.txt", "-o", "年报.xls"], "-o 年报.xls"],
  [["check", "县", "--xlsx", "夹/.xlsx"], "--xlsx 夹/.xlsx"],
])(
  "%j wrote a workbook under a name that no program opens it by: it is refused before anything is done",
  async (words, named) => {
    const { status, out, err, written } = await goujiOn(FILES, ...words);
    expect([status, out, written.size]).toEqual([2, "", 0]);
    expect(err).toBe(
      `${named}：写出的是 Excel 工作簿，文件名要以 .xlsx 结尾。没有检查，也没有写出。\n用法见 gouji --help。\n`,
    );
  },
);

test.each([
  [["verify", "县", "--xlsx", "a.xlsx"], "verify 没有 --xlsx 这个选项。"],
  [["check", "县", "-o", "a.xlsx"], "check 没有 -o 这个选项。"],
  [["rollup", "县", "-o", "a.xlsx", "--json"], "rollup 没有 --json 这个选项。"],
  [["check", "县", "--xlsx"], "--xlsx 后面缺少内容。"],
  [["check", "--xlsx", "--json", "县"], "--xlsx 后面缺少内容。"],
  [["check", "县", "--xlsx", "a.xlsx", "--xlsx", "b.xlsx"], "--xlsx 只能写一次。"],
  [["check", "县", "--json=no"], "选项不对：--json=no。"],
  [["check", "--previous", "去年", "县"], "没有写出本年的文件或文件夹：--previous 后面的“去年 县”都算作上年报告。"],
])(
  "%j was passed over in part, or refused with all of the help: one sentence tells what is wrong",
  async (words, told) => {
    const { status, err, written } = await goujiOn(FILES, ...words);
    expect([status, written.size]).toEqual([2, 0]);
    expect(err).toContain(told);
    expect(err.trimEnd().split("\n")).toHaveLength(2);
  },
);

test("what is wrong with the words is told in the language that they ask for", async () => {
  const { err } = await goujiOn(FILES, "chekc", "县", "--language", "en-US");
  expect(err).toContain('no command "chekc"');
});

test("a file that is named twice is checked and added once, and that is said", async () => {
  for (const words of [
    ["check", "县", "县/a.xlsx"],
    ["rollup", "县", "县/a.xlsx", "-o", "汇总.xlsx"],
  ]) {
    const { status, out } = await goujiOn(FILES, ...words);
    expect(status).toBe(0);
    expect(out).toContain("同一个文件重复列出，只计一次：县/a.xlsx。\n");
    expect(out).toMatch(/共 1 个文件|汇总 1 个单位/);
  }
  const { out } = await goujiOn(FILES, "verify", "县", "县/a.xlsx", "--json");
  expect(JSON.parse(out)).toMatchObject({
    remarks: [{ code: "sameFile", files: ["县/a.xlsx"] }],
    summary: { files: 1 },
  });
});

describe("a fault of ours showed a raw stack trace", () => {
  async function fail(...words: string[]) {
    const { terminal, out, err, written } = makeTerminal(FILES);
    terminal.readFile = () => Promise.reject(new TypeError("x is not a function", { cause: new RangeError("deep") }));
    const status = await run(words, terminal);
    return { status, out: out.join(""), err: err.join(""), written };
  }

  test("it is one sentence: what happened, that it is no verdict, what was not written, how to learn more", async () => {
    const { status, err, written } = await fail("check", "县", "--xlsx", "结果.xlsx");
    expect([status, written.size]).toEqual([3, 0]);
    expect(err).toMatch(
      /^程序出错，没有做完（.*TypeError: x is not a function）。这不是校验结论，结果.xlsx 没有写出。请加上 --debug 再运行一次，把显示的内容告诉管理员。\n$/,
    );
    const english = await fail("verify", "县", "--language=en-US");
    expect(english.status).toBe(3);
    expect(english.err).toMatch(
      /^The program failed and did not finish \(.*\)\. This is no verdict\. Run it again with --debug/,
    );
  });

  test("its details are shown when they are asked for, with what it comes from", async () => {
    const { status, err } = await fail("verify", "县", "--debug");
    expect(status).toBe(3);
    expect(err).toMatch(/请把以下内容告诉管理员：\nTypeError: x is not a function\n {4}at /);
    expect(err).toContain("RangeError: deep");
  });
});

describe("what cannot be written", () => {
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

  test.each([
    ["ENOENT", "结果.xlsx 没有写出：文件夹不存在（ENOENT）。\n"],
    ["EISDIR", "结果.xlsx 没有写出：这是一个文件夹（EISDIR）。\n"],
    ["EXYZ", "结果.xlsx 没有写出：无法写入（EXYZ）。\n"],
  ])("is known before thousands of files are checked: %s", async (code, told) => {
    const { terminal, out, err } = makeTerminal(FILES);
    terminal.tryWriting = failing(code);
    expect(await run(["check", "县", "--xlsx", "结果.xlsx"], terminal)).toBe(2);
    expect([out.join(""), err.join("")]).toEqual(["", told]);
  });

  test("is told when the disk is full at the end", async () => {
    const { terminal, err } = makeTerminal(FILES);
    terminal.writeFile = failing("ENOSPC");
    expect(await run(["rollup", "县", "-o", "汇总.xlsx"], terminal)).toBe(2);
    expect(err.join("")).toBe("汇总.xlsx 没有写出：磁盘已满（ENOSPC）。\n");
  });

  test("is told where it is the text that is shown, and the workbook is written all the same", async () => {
    const { terminal, err, written } = makeTerminal(FILES);
    terminal.out = () => Promise.reject(new PrintError("ENOSPC", {}));
    expect(await run(["check", "县", "--xlsx", "结果.xlsx"], terminal)).toBe(2);
    expect(err.join("")).toBe("结果没有全部显示或存下：磁盘已满（ENOSPC）。\n");
    expect([...written.keys()]).toEqual(["结果.xlsx"]);
  });
});
