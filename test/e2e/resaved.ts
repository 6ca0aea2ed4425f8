import { read, type CellObject, type WorkBook } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { checkFile } from "../../src/batch/check-file";
import { verifyFile } from "../../src/batch/verify-file";
import { zhCN } from "../../src/locales";
import { markedRule } from "../../src/rules/formula";
import { readWorkbook } from "../../src/xlsx";

/** One thing that an export has, before and after another program saved it. */
export interface Comparison {
  what: string;
  before: string;
  after: string;
}

const REPORT = zhCN.sheet.report.sheet;

const unescape = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** How many of our conditional formats there are, by rule. */
export function flagsIn(bytes: Uint8Array): string {
  const found = new Map<string, number>();
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (!name.startsWith("xl/worksheets/sheet")) continue;
    for (const [, formula] of strFromU8(part).matchAll(/<cfRule\b[^>]*>.*?<formula>([^<]*)<\/formula>/gs)) {
      const rule = markedRule(unescape(formula!));
      if (rule) found.set(rule, (found.get(rule) ?? 0) + 1);
    }
  }
  return [...found].sort().map(([rule, count]) => `${rule}×${count}`).join(" "); // prettier-ignore
}

function cellsOf(book: WorkBook): CellObject[] {
  return Object.values(book.Sheets[REPORT] ?? {}).filter((cell): cell is CellObject => typeof cell === "object");
}

/** Where the links of the report sheet lead. */
function linksIn(book: WorkBook): string {
  return cellsOf(book)
    .flatMap(({ l }) => (l?.Target ? [l.Target.replace(/^#/, "").replaceAll("$", "")] : []))
    .join(" ");
}

function textIn(book: WorkBook, text: string): string {
  return cellsOf(book).some(({ v }) => typeof v === "string" && v.includes(text)) ? "有" : "没有";
}

async function sealOf(bytes: Uint8Array): Promise<string> {
  const { status } = await verifyFile("", () => Promise.resolve(bytes), zhCN.sheet.stamp.digest);
  return status ? zhCN.record.describeSeal(status) : "没有校验戳";
}

function propertiesOf(bytes: Uint8Array): string {
  const { custom } = readWorkbook(bytes).properties;
  return `${Object.keys(custom).filter((name) => name.startsWith("勾稽")).length} 项`;
}

/** What of an export is still there in a file that another program made of it. */
export async function compareResaved(
  original: Uint8Array,
  resaved: Uint8Array,
  explanation: string,
): Promise<Comparison[]> {
  const [before, after] = [read(original), read(resaved)];
  const check = (bytes: Uint8Array) => checkFile("", bytes, { blankIsZero: false });
  const [first, second] = [check(original), check(resaved)];
  const rulesOf = ({ tables }: typeof first) =>
    tables.flatMap((table) => table.check.findings.map(({ rule }) => rule)).sort().join(" "); // prettier-ignore
  const explainedIn = ({ record }: typeof first) => record?.explanations.entries.map(({ text }) => text).join() ?? "";
  return [
    { what: "条件格式标记", before: flagsIn(original), after: flagsIn(resaved) },
    { what: "校验结果中的链接", before: linksIn(before), after: linksIn(after) },
    { what: "校验结果中的核实说明", before: textIn(before, explanation), after: textIn(after, explanation) },
    { what: "随文件保存的核实说明", before: explainedIn(first), after: explainedIn(second) },
    { what: "文档属性", before: propertiesOf(original), after: propertiesOf(resaved) },
    { what: "校验戳", before: await sealOf(original), after: await sealOf(resaved) },
    { what: "校验结论", before: first.verdict, after: second.verdict },
    { what: "问题", before: rulesOf(first), after: rulesOf(second) },
  ];
}

/** The pages of a PDF as LibreOffice writes it, in millimetres. */
export function pagesOf(pdf: Uint8Array): { width: number; height: number }[] {
  const text = Buffer.from(pdf).toString("latin1");
  const points = (value: string) => Math.round((Number(value) / 72) * 25.4);
  return [...text.matchAll(/\/Type\s*\/Page\b[^>]*?\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/gs)].map((match) => ({
    width: points(match[1]!),
    height: points(match[2]!),
  }));
}
