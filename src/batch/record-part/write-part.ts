import { codeOf } from "../../record/content";
import type { Explanation, Remark, RetractedObjection } from "../../record/explanation";
import { RECORD_NAMESPACE, RECORD_VERSION, type WorkbookRecord } from "../../record/record";
import type { Seal, SealedTable } from "../../record/seal/seal";
import type { SealedProperties } from "../../record/seal/sealed-properties";
import type { ConfirmedTable } from "../../record/confirmed-cells";
import type { Figure, Subject } from "../../record/subject";
import { splitKey } from "../../tables/table";
import { attributesXml, escapeText, escapeXstring } from "../../xlsx/escape";
import { appendTo, applyEdits, locateXml, removeElement, setAttribute } from "../../xlsx/patch/located-xml";
import {
  CONFIRMED,
  EXPLANATION,
  FIGURES,
  OBJECTION,
  OURS,
  PROPERTIES,
  PROPERTY,
  RECORD,
  RETRACTED,
  ROW,
  SEAL,
  TABLE,
  TEXT,
  UNITS,
} from "./layout";

type Attributes = Readonly<Record<string, string | number | null>>;

/** Makes elements with the prefix of the part's root. */
class ElementWriter {
  constructor(private readonly prefix: string) {}

  element(name: string, attributes: Attributes, inner: string): string {
    const known = Object.entries(attributes).filter(([, value]) => value !== null);
    const escaped = Object.fromEntries(known.map(([key, value]) => [key, escapeXstring(String(value))]));
    return `<${this.prefix}${name}${attributesXml(escaped)}>${inner}</${this.prefix}${name}>`;
  }
}

/** The codes of contents as a list; what XML cannot carry is escaped as JSON does it. */
const listCodes = (codes: readonly string[]): string =>
  escapeText(JSON.stringify(codes).replace(/[\u007f\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)); // prettier-ignore

const identity = ({ section, format, unit, year }: Subject["table"]): Attributes => ({ section, format, unit, year });

const remark = ({ at, by }: Remark): Attributes => ({ at, by });

function writeFigures(xml: ElementWriter, figures: readonly Figure[]): string {
  const keys = figures.map(({ key }) => key).join(" ");
  return xml.element(FIGURES, { keys }, listCodes(figures.map(({ code }) => code)));
}

const writeConfirmed = (xml: ElementWriter, { table, figures }: ConfirmedTable): string =>
  xml.element(CONFIRMED, identity(table), writeFigures(xml, figures));

/** Another element than an objection in force: whoever knows only that one reads what counts. */
function writeRetracted(xml: ElementWriter, objection: RetractedObjection): string {
  const { by: retractedBy, at: retractedAt } = objection.retracted;
  return xml.element(
    RETRACTED,
    { ...remark(objection), retractedAt, retractedBy },
    escapeText(escapeXstring(objection.text)),
  );
}

function writeExplanation(xml: ElementWriter, explanation: Explanation): string {
  const { subject, objection, retracted, text, by, at } = explanation;
  const { rule, table, detail, figures } = subject;
  const parts = [
    writeFigures(xml, figures),
    xml.element(TEXT, {}, escapeText(escapeXstring(text))),
    objection ? xml.element(OBJECTION, remark(objection), escapeText(escapeXstring(objection.text))) : "",
    ...retracted.map((one) => writeRetracted(xml, one)),
  ];
  const attributes = { rule, ...identity(table), detail: detail === "" ? null : detail, ...remark({ text, by, at }) };
  return xml.element(EXPLANATION, attributes, parts.join(""));
}

/** Row by row, so that the columns need not be named with each cell. */
function writeTable(xml: ElementWriter, table: SealedTable): string {
  const rows = new Map<string, [column: string, code: string][]>();
  for (const [key, content] of table.cells) {
    const { row, column } = splitKey(key);
    const cells = rows.get(row) ?? [];
    cells.push([column, codeOf(content)]);
    rows.set(row, cells);
  }
  const inner = [...rows].map(([key, cells]) =>
    xml.element(ROW, { key, columns: cells.map(([column]) => column).join(" ") }, listCodes(cells.map(([, code]) => code))),
  ); // prettier-ignore
  const { sheet, range, computed } = table;
  const formulas = computed && [...computed].join(" ");
  return xml.element(TABLE, { ...identity(table), sheet, range, formulas }, inner.join(""));
}

/** Even a seal without properties of its own says so: in those of earlier versions nothing is known of them. */
function writeProperties(xml: ElementWriter, properties: SealedProperties): string {
  const inner = [...properties].map(([name, value]) =>
    xml.element(PROPERTY, { name }, escapeText(escapeXstring(value))),
  );
  return xml.element(PROPERTIES, {}, inner.join(""));
}

function writeSeal(xml: ElementWriter, seal: Seal): string {
  const { at, rules, verdict, counts, digest, explanations, objections, tables, properties, units } = seal;
  const blankIsZero = seal.blankIsZero === null ? null : String(seal.blankIsZero);
  const inner = [
    ...tables.map((table) => writeTable(xml, table)),
    ...(properties ? [writeProperties(xml, properties)] : []),
    ...(units ? [xml.element(UNITS, {}, listCodes(units))] : []),
  ];
  const attributes = { at, rules, verdict, ...counts, blankIsZero, digest, explanations, objections };
  return xml.element(SEAL, attributes, inner.join(""));
}

/**
 * The text of the part with the record in it. Only our elements change in a part that is there; what others put into it stays.
 * @param present the part as it was read, which was found readable; null when there is none
 */
export function writePart(present: string | null, { explanations, confirmed, seal }: WorkbookRecord): string {
  const empty = `<${RECORD} xmlns="${RECORD_NAMESPACE}" version="${RECORD_VERSION}"></${RECORD}>`;
  const located = locateXml(RECORD, present ?? empty);
  const xml = new ElementWriter(located.prefix);
  const inner = [
    ...explanations.entries.map((entry) => writeExplanation(xml, entry)),
    ...confirmed.tables.map((table) => writeConfirmed(xml, table)),
    ...(seal ? [writeSeal(xml, seal)] : []),
  ];
  const old = located.root.children.filter(({ name }) => OURS.has(name));
  return applyEdits(located.text, [
    setAttribute(located, located.root, "version", String(RECORD_VERSION)),
    ...old.map(removeElement),
    appendTo(located, located.root, inner.join("")),
  ]);
}
