import { goujiOn } from "../cli/terminal";
import { countyFiles, townReport } from "./desk-files";
import { makeWorkbook } from "../fixtures/workbooks";

const YEAR = 2024;
/** Reports of last year that are there: the others are told as missing. */
const PREVIOUS = 20;

function filesOfTheCounty(): Record<string, Uint8Array> {
  const files = countyFiles(YEAR).map(({ name, buffer }) => [`县/${name}`, new Uint8Array(buffer)]);
  const previous = Array.from({ length: PREVIOUS }, (_, index) => [
    `上年/${index}.xlsx`,
    makeWorkbook(townReport(index, YEAR - 1)),
  ]);
  return Object.fromEntries([...files, ...previous]) as Record<string, Uint8Array>;
}

async function write(file: string, ...words: string[]): Promise<Uint8Array> {
  const { written, err } = await goujiOn(filesOfTheCounty(), ...words, file);
  const bytes = written.get(file);
  if (!bytes) throw new Error(`gouji ${words.join(" ")} wrote nothing: ${err}`);
  return bytes;
}

/** What the command makes of a county: the results of its batch, beside last year. */
export const makeResults = (): Promise<Uint8Array> => write("结果.xlsx", "check", "县", "--previous", "上年", "--xlsx");

/** The sum of its units, those included that do not pass. */
export const makeRollUp = (): Promise<Uint8Array> =>
  write("汇总.xlsx", "rollup", "县", "--unit", "示例县", "--even-if-failing", "-o");
