import { BLANK, type CellPosition } from "../../tables/filled";
import type { Grid } from "../../tables/grid";
import type { CellKey } from "../../tables/table";
import { recogniseSheet } from "../sheet";
import type { ReportDocument, TableBlock } from "./document";
import { ReportError } from "./error";
import { contentOfWritten } from "./figures";
import type { PublishedTable } from "./published";

/** Lines before a table that are put above it: headings, the title, the unit of amounts. */
const LINES_ABOVE = 4;
/** Official tables are far smaller; others on the page are of no interest. */
const MOST_COLUMNS = 60;
const MOST_ROWS = 300;
/** Words of which every official table has one. */
const WORDS =
  /规章|规范性文件|行政许可|行政处罚|事业性收费|集中采购|信息公开申请|予以公开|国家秘密|出版物|办理结果|继续办理|结果维持|尚未审结|行政复议|逾期/;

/** Rows of all tables together: those of some fifty reports. */
const MOST_ROWS_TOGETHER = 3_000;

const isOfInterest = ({ rows }: TableBlock): boolean =>
  rows.length <= MOST_ROWS && rows.some((cells) => cells.some(({ text }) => text.length < 400 && WORDS.test(text)));

/**
 * The tables of a page one under the other on a sheet, as if they had been pasted there.
 * @throws ReportError when they are far more than those of a report
 */
function makePageSheet({ title, blocks }: ReportDocument, name: string): Grid {
  const rows: Map<number, string>[] = title === undefined ? [] : [new Map([[0, title]])];
  let above: string[] = [];
  for (const block of blocks) {
    if (block.kind === "line") {
      above.push(block.text);
      continue;
    }
    if (isOfInterest(block)) {
      for (const line of above.slice(-LINES_ABOVE)) rows.push(new Map([[0, line]]));
      for (const cells of block.rows) {
        const within = cells.filter(({ column, text }) => column < MOST_COLUMNS && text !== "");
        rows.push(new Map(within.map(({ column, text }) => [column, text])));
      }
      if (rows.length > MOST_ROWS_TOGETHER)
        throw new ReportError("tooLarge", { rows: rows.length, limit: MOST_ROWS_TOGETHER });
    }
    above = [];
  }
  const columnCount = rows.reduce((most, row) => Math.max(most, ...[...row.keys()].map((column) => column + 1)), 0);
  return {
    sheet: name,
    area: { row: 0, column: 0, rowCount: rows.length, columnCount },
    contentAt: ({ row, column }) => {
      const text = rows[row]?.get(column);
      return text === undefined ? BLANK : contentOfWritten(text);
    },
  };
}

const textAt = (grid: Grid, position: CellPosition): string => {
  const content = grid.contentAt(position);
  if (content.type === "number") return String(content.value);
  return content.type === "text" ? content.text : "";
};

/** The official tables among the tables of a page. */
export function recognisePage(document: ReportDocument): Omit<PublishedTable, "reader">[] {
  const grid = makePageSheet(document, "");
  return recogniseSheet(grid).map((filled) => {
    const cells = Object.entries(filled.placement.cells) as [CellKey, CellPosition][];
    return {
      ...filled,
      written: Object.fromEntries(cells.map(([key, position]) => [key, textAt(grid, position)])),
    };
  });
}
