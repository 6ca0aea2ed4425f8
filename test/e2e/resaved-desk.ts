import { read, type CellObject, type WorkBook } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { ownFileOf } from "../../src/batch/own-file";
import { SECTION_NAMES } from "../../src/tables/sections";
import { parseAddress, patchWorkbook } from "../../src/xlsx";
import { goujiOn } from "../cli/terminal";
import { addressOf, lastYearsFile } from "./explained-report";
import { flagsIn, type Comparison } from "./resaved";

/** Every cell that shows something: sheet, address and value. */
function cellsOf({ SheetNames, Sheets }: WorkBook): string[] {
  return SheetNames.flatMap((name) =>
    Object.entries(Sheets[name]!).flatMap(([address, cell]) => {
      const { v } = cell as CellObject;
      return address.startsWith("!") || v === undefined || v === "" ? [] : [`${name}!${address} ${String(v)}`];
    }),
  );
}

/** How many cells are as they were; `before` all are. */
function compareCells(before: WorkBook, after: WorkBook): Comparison {
  const [all, now] = [cellsOf(before), new Set(cellsOf(after))];
  const kept = all.filter((cell) => now.has(cell)).length;
  const strangers = now.size - kept;
  const same = (count: number, more: number) => `${count} 格${more > 0 ? `，另多出 ${more} 格` : ""}`;
  return { what: "各格的内容", before: same(all.length, 0), after: same(kept, strangers) };
}

function linkCount({ SheetNames, Sheets }: WorkBook): string {
  const cells = SheetNames.flatMap((name) => Object.values(Sheets[name]!) as CellObject[]);
  return `${cells.filter(({ l }) => l).length} 处`;
}

const filtersIn = ({ SheetNames, Sheets }: WorkBook): string =>
  SheetNames.flatMap((name) => {
    const filter = Sheets[name]!["!autofilter"];
    return filter ? [`${name} ${filter.ref.replaceAll("$", "")}`] : [];
  }).join("，");

const repeatedIn = ({ Workbook }: WorkBook): string =>
  (Workbook?.Names ?? [])
    .filter(({ Name }) => Name === "_xlnm.Print_Titles")
    .map(({ Ref }) => Ref.replace(/['$]/g, ""))
    .sort()
    .join("，");

/** What stands above the pages, without the codes for fonts that programs add. */
function headersIn(bytes: Uint8Array): string {
  const headers = Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
    if (!name.startsWith("xl/worksheets/sheet")) return [];
    const text = /<oddHeader>([^<]*)<\/oddHeader>/.exec(strFromU8(part))?.[1] ?? "";
    const [, left = ""] = /^&amp;L(?:&amp;&quot;[^&]*&quot;|&amp;\d+)*(.*?)&amp;R/.exec(text) ?? [];
    return left === "" ? [] : [left];
  });
  return headers.join("，");
}

/** The mark that tells a workbook of ours from a unit's report. */
function ownIn(bytes: Uint8Array): string {
  const own = ownFileOf(bytes);
  if (!own) return "没有";
  return own.kind === "results" ? "批量校验结果" : `汇总表，${own.units.length} 个单位`;
}

const said = async (bytes: Uint8Array, ...words: string[]): Promise<string> => {
  const last = lastYearsFile();
  const { out, err } = await goujiOn({ "表.xlsx": bytes, [last.name]: new Uint8Array(last.buffer) }, ...words);
  return `${out}${err}`.trim();
};

const firstLine = (text: string): string => text.split("\n")[0]!;

/** What of a workbook that the command wrote about many units is still there when another program saved it. */
export async function compareDeskWorkbook(original: Uint8Array, resaved: Uint8Array): Promise<Comparison[]> {
  const [before, after] = [read(original), read(resaved)];
  const both = (what: string, tell: (bytes: Uint8Array, book: WorkBook) => string): Comparison => ({
    what,
    before: tell(original, before),
    after: tell(resaved, after),
  });
  const verified = async (bytes: Uint8Array) => firstLine(await said(bytes, "verify", "表.xlsx"));
  const all = [
    both("工作表", (_bytes, { SheetNames }) => SheetNames.join("、")),
    compareCells(before, after),
    both("链接", (_bytes, book) => linkCount(book)),
    both("条件格式标记", flagsIn),
    both("筛选", (_bytes, book) => filtersIn(book)),
    both("每页重复的行", (_bytes, book) => repeatedIn(book)),
    both("页眉", headersIn),
    both("本程序的标记", ownIn),
    { what: "gouji verify", before: await verified(original), after: await verified(resaved) },
  ];
  const isNone = ({ before: had, after: has }: Comparison) => had === has && ["", "0 处"].includes(had);
  return all.filter((one) => !isNone(one));
}

/** The same of an export whose explanation is about last year: as the command finds it, and when its number is changed then. */
export async function compareYearsExport(original: Uint8Array, resaved: Uint8Array): Promise<Comparison[]> {
  const check = (bytes: Uint8Array) => said(bytes, "check", "表.xlsx", "--previous", "上年.xlsx");
  const verify = (bytes: Uint8Array) => said(bytes, "verify", "表.xlsx");
  const place = parseAddress(addressOf("section3", "carriedOver.research"))!;
  const change = (bytes: Uint8Array) =>
    patchWorkbook(bytes, { cells: [{ sheet: SECTION_NAMES.section3.sheet, ...place, value: 1 }] });
  const [changed, changedThen] = [change(original), change(resaved)];
  return [
    { what: "gouji check --previous", before: await check(original), after: await check(resaved) },
    { what: "gouji verify", before: await verify(original), after: await verify(resaved) },
    { what: "改动一个数之后 check", before: await check(changed), after: await check(changedThen) },
    { what: "改动一个数之后 verify", before: await verify(changed), after: await verify(changedThen) },
  ];
}
