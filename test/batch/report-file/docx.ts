import { strToU8, zipSync } from "fflate";
import type { Table } from "../../../src/tables/table";
import type { Cell, Rows } from "../../recognise/report/print";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const LINKS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

export type DocxParts = Record<string, string | Uint8Array>;

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A paragraph whose text Word has cut into runs, as it does when the language changes. */
export function paragraph(text: string): string {
  const runs = text.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? [];
  return `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${escape(run)}</w:t></w:r>`).join("")}</w:p>`;
}

/** One table as Word writes it: a cell that reaches down is continued in each row by a cell of its own. */
export function tableXml({ columnCount }: Table, rows: Rows): string {
  const open: { cell: Cell; until: number }[] = [];
  const lines = rows.map((cells, index) => {
    for (const cell of cells) if (cell.rowSpan > 1) open.push({ cell, until: index + cell.rowSpan });
    const continued = open
      .filter(({ cell, until }) => until > index && !cells.includes(cell))
      .map(({ cell }) => ({ cell, isContinued: true }));
    const all = [...cells.map((cell) => ({ cell, isContinued: false })), ...continued];
    all.sort((a, b) => a.cell.column - b.cell.column);
    const written = all.map(({ cell, isContinued }) => {
      const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : "";
      const start = cell.rowSpan > 1 ? `<w:vMerge w:val="restart"/>` : "";
      const merge = isContinued ? "<w:vMerge/>" : start;
      return `<w:tc><w:tcPr><w:tcW w:w="800" w:type="dxa"/>${span}${merge}</w:tcPr>${paragraph(isContinued ? "" : cell.text)}</w:tc>`;
    });
    return `<w:tr>${written.join("")}</w:tr>`;
  });
  const grid = `<w:gridCol w:w="800"/>`.repeat(columnCount);
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${lines.join("")}</w:tbl>`;
}

export const documentXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body>${body}<w:sectPr/></w:body></w:document>`;

/** A Word document around the body of its main part. */
export function makeDocx(body: string, changed: DocxParts = {}): Uint8Array {
  const parts: DocxParts = {
    "[Content_Types].xml":
      `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${LINKS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": documentXml(body),
    ...changed,
  };
  const packed = Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]);
  return zipSync(Object.fromEntries(packed) as Record<string, Uint8Array>);
}
