import type { CellContent } from "./filled";
import type { TablePlan } from "./plan";
import type { CellKey } from "./table";

/** What is to stand in one cell of a sheet, whoever writes it there; null leaves the cell blank. A formula starts with "=". */
export type Planned = null | number | boolean | { text: string } | { formula: string };

/** A content as it is written again; what is not known is left blank. */
export function planContent(content: CellContent | undefined): Planned {
  if (!content) return null;
  switch (content.type) {
    case "blank":
      return null;
    case "number":
    case "boolean":
      return content.value;
    case "text":
      return { text: content.text };
    case "error":
      return { text: content.code };
  }
}

/** Everything that stands in title and table, row by row. A formula goes before what the cell holds otherwise. */
export function contentsOf(
  { table, title, whole }: TablePlan,
  formulas: ReadonlyMap<CellKey, string>,
  contents: Partial<Record<CellKey, CellContent>>,
): Planned[][] {
  const rows = Array.from({ length: whole.rowCount }, () => new Array<Planned>(whole.columnCount).fill(null));
  const titleRows = whole.rowCount - table.rowCount;
  const write = (row: number, column: number, content: Planned) => {
    rows[titleRows + row]![column] = content;
  };
  rows[0]![0] = { text: title };
  for (const { row, column, text } of table.labels) write(row, column, { text });
  for (const { row, column, key } of table.numbers) {
    const formula = formulas.get(key);
    write(row, column, formula === undefined ? planContent(contents[key]) : { formula });
  }
  return rows;
}
