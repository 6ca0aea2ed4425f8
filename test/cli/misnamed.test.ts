import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { documentXml, makeDocx, paragraph } from "../batch/report-file/docx";
import { goujiOn } from "./terminal";

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10, 0, 0, 0, 13]);
const docx = makeDocx("", { "word/document.xml": documentXml(paragraph("说明")) });

const FILES: Readonly<Record<string, Uint8Array>> = {
  "说明.docx": strToU8("这是一份说明。"),
  "说明.pdf": strToU8("这是一份说明。"),
  "网页.doc": strToU8("<html><body>年报</body></html>"),
  "说明.xlsx": strToU8("这是一份说明。"),
  "扫描.xlsx": png,
  "扫描.pdf": strToU8("%PDF-1.7\n"),
  "扫描件.xls": strToU8("%PDF-1.7\n"),
  "年报.xlsx": docx,
  "年报.pdf": docx,
  "年报.docx": docx,
  "包.xlsx": zipSync({ "年报.txt": strToU8("x") }),
  "空.xlsx": new Uint8Array(),
  "加密.docx": new Uint8Array(readFileSync("test/fixtures/xlsx/excel-password.xlsx")),
  "说明.txt": strToU8("这是一份说明。"),
  "页.html": strToU8("<html><body>年报</body></html>"),
  "表.csv": strToU8("甲,乙\n1,2\n"),
};

const linesOf = async (...words: string[]) => (await goujiOn(FILES, ...words)).out.split("\n");

test.each([
  ["说明.docx", /^ {2}这是文本文件，只是文件名写成了 \.docx，其中没有年度报告的表格。请打开看看是不是发错了文件/],
  ["说明.pdf", /^ {2}这是文本文件，只是文件名写成了 \.pdf，/],
  ["网页.doc", /^ {2}这是网页，只是文件名写成了 \.doc，/],
  ["说明.xlsx", /^ {2}这是文本文件，不是 \.xlsx 工作簿。请打开看看是不是发错了文件/],
  ["扫描.xlsx", /^ {2}这是图片，不是 \.xlsx 工作簿。请找到年报的网页或 Word 文件/],
  ["扫描件.xls", /^ {2}这是 PDF 文件，不是 \.xlsx 工作簿。.*转为 \.docx/],
  ["年报.xlsx", /^ {2}这是 Word 文档，不是 \.xlsx 工作簿。/],
  ["年报.pdf", /^ {2}这是 Word 文档，只是文件名写成了 \.pdf，/],
  ["包.xlsx", /^ {2}这是压缩包，不是 \.xlsx 工作簿。请先解压/],
  ["空.xlsx", /^ {2}文件是空的，不是 \.xlsx 工作簿。请重新获取文件。/],
  ["加密.docx", /^ {2}文件设有打开密码，无法读取。/],
])(
  "%s was told as a report without tables, or by what its name promises: it is told as what it is",
  async (file, told) => {
    const [first, second] = await linesOf("check", file);
    expect(first).toBe(`${file}：无法读取`);
    expect(second).toMatch(told);
  },
);

test.each(["年报.docx", "说明.txt", "页.html"])("%s is what it is called, and has no tables", async (file) => {
  const [first, second] = await linesOf("check", file);
  expect(first).toBe(`${file}：未完成`);
  expect(second).toContain("没有找到年度报告的表格");
});

test.each([
  ["扫描.pdf", "这是 PDF 文件"],
  ["年报.docx", "这是 Word 文档"],
  ["页.html", "这是网页"],
  ["表.csv", "这是文本文件"],
  ["扫描.xlsx", "这是图片"],
])(
  "verify told how to save %s as a workbook, in which there would be no seal: it tells where the seal is",
  async (file, what) => {
    const [first, second] = await linesOf("verify", file);
    expect(first).toBe(`${file}：无法读取`);
    expect(second).toBe(`  ${what}，不是 .xlsx 工作簿。校验戳只在导出的 .xlsx 工作簿里，请核对那个文件。`);
  },
);
