import { placementOf, type FileResult, type TableResult } from "../batch/file-result";
import type { FileError } from "../batch/file-error";
import type { Locale } from "../locales";
import { COMMAND_TEXTS } from "../locales/command";
import { areaAddress, sheetReference } from "../tables/address";
import { suspectLines } from "./suspect-lines";

/** A table's address in its workbook: 表三!A2:J27. */
export const tableAddress = ({ sheet, area }: Pick<TableResult, "sheet" | "area">): string =>
  `${sheetReference(sheet)}!${areaAddress(area)}`;

/** Why a file could not be checked, and what to do. */
export function errorMessage(file: string, { code, details }: FileError, locale: Locale): string {
  const { what, next } = locale.describeError(code, { file, ...details });
  return COMMAND_TEXTS[locale.id].unreadable(what, next);
}

function tableLines(table: TableResult, locale: Locale): string[] {
  const placement = placementOf(table);
  const findings = table.findings.filter(({ kind }) => kind !== "blank");
  return [
    COMMAND_TEXTS[locale.id].table(tableAddress(table), locale.verdicts[table.verdict], table.blanks),
    ...findings.map((finding) => {
      const { address, sentence } = locale.describeFinding(finding, placement);
      return `    [${locale.severities[finding.severity]}] ${address && `${address}  `}${sentence}`;
    }),
    ...(table.repair ? suspectLines(table.repair, placement, locale, COMMAND_TEXTS[locale.id]) : []),
  ];
}

/** What is printed of one file. */
export function fileLines({ file, verdict, tables, error }: FileResult, locale: Locale): string[] {
  const texts = COMMAND_TEXTS[locale.id];
  const first = texts.file(file, locale.verdicts[verdict]);
  if (error) return [first, `  ${errorMessage(file, error, locale)}`];
  if (tables.length === 0) return [first, texts.noTables];
  return [first, ...tables.flatMap((table) => tableLines(table, locale))];
}
