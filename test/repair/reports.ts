import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FilledTable } from "../../src/tables/filled";
import type { CellKey, FormatId, SectionId } from "../../src/tables/table";
import { fillTable, type Numbers } from "./slips";

/** What is needed of a published report; where its figures come from is in each file of test/fixtures/reports. */
export interface ReportTable {
  id: string;
  format: FormatId;
  section: SectionId;
  numbers: Numbers;
}

interface ReportFile {
  id: string;
  complete: boolean;
  tables: Partial<Record<SectionId, { format: FormatId; numbers: Record<CellKey, number> } | null>>;
  violations: readonly { rule: string }[];
}

const RULE_PREFIX: Readonly<Record<SectionId, string>> = { section2: "S2", section3: "S3", section4: "S4" };

/** From the project's folder, so that it also works where this file is bundled. */
const FOLDER = path.join(process.cwd(), "test/fixtures/reports");

const FILES = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => JSON.parse(readFileSync(path.join(FOLDER, file), "utf8")) as ReportFile)
  .filter(({ complete }) => complete);

const tableIn = (file: ReportFile, section: SectionId): ReportTable[] => {
  const table = file.tables[section];
  return table ? [{ id: file.id, format: table.format, section, numbers: { ...table.numbers } }] : [];
};

/** One table of each complete report in which everything adds up. */
export function cleanTables(section: SectionId): ReportTable[] {
  const isClean = ({ violations }: ReportFile) => !violations.some(({ rule }) => rule.startsWith(RULE_PREFIX[section]));
  return FILES.filter(isClean).flatMap((file) => tableIn(file, section));
}

export function tableOfReport(id: string, section: SectionId): ReportTable {
  const [table] = FILES.filter((file) => file.id === id).flatMap((file) => tableIn(file, section));
  if (!table) throw new Error(`no ${section} in report ${id}`);
  return table;
}

export function filledFrom(
  { format, section, numbers }: ReportTable,
  changes: Parameters<typeof fillTable>[2] = {},
): FilledTable {
  return fillTable(format, section, { ...numbers, ...changes });
}
