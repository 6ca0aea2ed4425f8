import { contentFrom, type HeldContent } from "../../record/content";
import { LONGEST_TEXT, type Explanation, type Remark, type RetractedObjection } from "../../record/explanation";
import { ExplanationBook } from "../../record/explanation-book";
import { ConfirmedCells, type ConfirmedTable } from "../../record/confirmed-cells";
import { RecordError, RECORD_NAMESPACE, RECORD_VERSION, type WorkbookRecord } from "../../record/record";
import type { Seal, SealedCounts, SealedTable } from "../../record/seal/seal";
import type { SealedProperties } from "../../record/seal/sealed-properties";
import type { Figure, Subject, TableIdentity } from "../../record/subject";
import { judgeSubstance } from "../../record/substance";
import type { Verdict } from "../../rules/check";
import { FORMATS, SECTIONS } from "../../tables/formats";
import { keyOf, type CellKey } from "../../tables/table";
import { XlsxError } from "../../xlsx";
import { child, children, parseXml, readNamespace, unescapeXstring, type XmlElement } from "../../xlsx/xml";
import {
  CONFIRMED,
  EXPLANATION,
  FIGURES,
  LONGEST_PART,
  OBJECTION,
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

const VERDICTS: readonly Verdict[] = ["pass", "fail", "incomplete"];
const FLAGS = ["true", "false"] as const;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const DIGEST = /^[0-9a-f]{64}$/;
const KEY = /^[\w.]+\.\w+$/;

const damaged = (detail: string, cause?: unknown): RecordError =>
  new RecordError("damaged", detail, cause === undefined ? undefined : { cause });

function optional({ attributes }: XmlElement, name: string): string | null {
  const value = attributes[name];
  return value === undefined ? null : unescapeXstring(value);
}

/** @throws RecordError when it is missing, or not of the form that it must have */
function attribute(element: XmlElement, name: string, form = /^[^]*$/): string {
  const value = optional(element, name);
  if (value === null || !form.test(value)) throw damaged(`${name} of ${element.name}`);
  return value;
}

function oneOf<Value extends string>(element: XmlElement, name: string, values: readonly Value[]): Value {
  const found = attribute(element, name);
  const value = values.find((one) => one === found);
  if (value === undefined) throw damaged(`${name} of ${element.name}: ${found}`);
  return value;
}

const whole = (element: XmlElement, name: string): number => Number(attribute(element, name, /^\d{1,9}$/));

function readIdentity(element: XmlElement): TableIdentity {
  return {
    section: oneOf(element, "section", SECTIONS),
    format: oneOf(element, "format", FORMATS),
    unit: optional(element, "unit"),
    year: optional(element, "year") === null ? null : whole(element, "year"),
  };
}

/** Of a warning about a report as a whole there is no format, and perhaps no table. */
function readSubjectIdentity(element: XmlElement): Subject["table"] {
  if (optional(element, "format") !== null) return readIdentity(element);
  const section = optional(element, "section") === null ? null : oneOf(element, "section", SECTIONS);
  const year = optional(element, "year") === null ? null : whole(element, "year");
  return { section, format: null, unit: optional(element, "unit"), year };
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

function readTexts(element: XmlElement): string[] {
  let list: unknown;
  try {
    list = JSON.parse(element.text);
  } catch (error) {
    throw damaged(element.name, error);
  }
  if (!isTexts(list)) throw damaged(element.name);
  return list;
}

/** A list of texts, as many as there are names for. */
function readList(element: XmlElement, names: readonly string[]): string[] {
  const list = readTexts(element);
  if (list.length !== names.length) throw damaged(element.name);
  return list;
}

const namesIn = (text: string): string[] => text.split(" ").filter((name) => name !== "");

function readKey(name: string): CellKey {
  if (!KEY.test(name)) throw damaged(`key ${name}`);
  return name as CellKey;
}

function readFigures(element: XmlElement | undefined): Figure[] {
  if (!element) return [];
  const keys = namesIn(attribute(element, "keys"));
  const codes = readList(element, keys);
  return keys.map((key, index) => ({ key: readKey(key), code: codes[index]! }));
}

function readRemark(element: XmlElement, text: string): Remark {
  const plain = unescapeXstring(text);
  if (plain.length > 2 * LONGEST_TEXT) throw damaged(`${element.name} is too long`);
  return { text: plain, by: optional(element, "by"), at: attribute(element, "at", TIME) };
}

function readRetracted(element: XmlElement): RetractedObjection {
  const retracted = { by: optional(element, "retractedBy"), at: attribute(element, "retractedAt", TIME) };
  return { ...readRemark(element, element.text), retracted };
}

function readExplanation(element: XmlElement): Explanation {
  const objection = child(element, OBJECTION);
  const remark = readRemark(element, child(element, TEXT)?.text ?? "");
  return {
    ...remark,
    subject: {
      rule: attribute(element, "rule", /^[\w.]{1,40}$/),
      table: readSubjectIdentity(element),
      detail: optional(element, "detail") ?? "",
      figures: readFigures(child(element, FIGURES)),
    },
    objection: objection ? readRemark(objection, objection.text) : null,
    retracted: children(element, RETRACTED).map(readRetracted),
    fault: judgeSubstance(remark.text),
  };
}

const readConfirmed = (element: XmlElement): ConfirmedTable => ({
  table: readIdentity(element),
  figures: readFigures(child(element, FIGURES)),
});

function readTable(element: XmlElement): SealedTable {
  const cells = new Map<CellKey, HeldContent>();
  for (const row of children(element, ROW)) {
    const key = attribute(row, "key");
    const columns = namesIn(attribute(row, "columns"));
    for (const [index, code] of readList(row, columns).entries()) {
      const cell = keyOf(key, columns[index]!);
      const content = contentFrom(code);
      if (content === undefined || !KEY.test(cell) || cells.has(cell)) throw damaged(`${cell}: ${code}`);
      cells.set(cell, content);
    }
  }
  const [sheet, range, formulas] = [
    attribute(element, "sheet"),
    attribute(element, "range"),
    optional(element, "formulas"),
  ];
  const computed = formulas === null ? null : new Set(namesIn(formulas).map(readKey));
  return { ...readIdentity(element), sheet, range, cells, computed };
}

function readProperties(element: XmlElement): SealedProperties {
  return new Map(children(element, PROPERTY).map((one) => [attribute(one, "name"), unescapeXstring(one.text)]));
}

function readCounts(element: XmlElement): SealedCounts {
  const [errors, warnings] = [whole(element, "errors"), whole(element, "warnings")];
  const [unexplained, blanks] = [whole(element, "unexplained"), whole(element, "blanks")];
  return { errors, warnings, unexplained, blanks, undecided: whole(element, "undecided") };
}

const optionalDigest = (element: XmlElement, name: string): string | null =>
  optional(element, name) === null ? null : attribute(element, name, DIGEST);

function readSeal(element: XmlElement): Seal {
  const [properties, units] = [child(element, PROPERTIES), child(element, UNITS)];
  return {
    at: attribute(element, "at", TIME),
    rules: attribute(element, "rules"),
    verdict: oneOf(element, "verdict", VERDICTS),
    counts: readCounts(element),
    blankIsZero: optional(element, "blankIsZero") === null ? null : oneOf(element, "blankIsZero", FLAGS) === "true",
    tables: children(element, TABLE).map(readTable),
    digest: attribute(element, "digest", DIGEST),
    explanations: optionalDigest(element, "explanations"),
    objections: optionalDigest(element, "objections"),
    properties: properties ? readProperties(properties) : null,
    units: units ? readTexts(units) : null,
  };
}

/**
 * Reads the part that a workbook remembers things in. Nothing in it is guessed at: a part of which anything is not as it must be
 * is not read at all, so that it cannot be overwritten with less than it holds.
 * @throws RecordError
 */
export function readPart(xml: string): WorkbookRecord {
  if (xml.length > LONGEST_PART) throw new RecordError("tooLarge", String(xml.length));
  const bytes = new TextEncoder().encode(xml);
  try {
    const root = parseXml(RECORD, bytes);
    if (root.name !== RECORD || readNamespace(RECORD, bytes) !== RECORD_NAMESPACE) throw damaged(root.name);
    const version = whole(root, "version");
    if (version > RECORD_VERSION) throw new RecordError("newer", String(version));
    const [seal, ...others] = children(root, SEAL);
    if (others.length > 0) throw damaged(SEAL);
    const explanations = new ExplanationBook(children(root, EXPLANATION).map(readExplanation));
    const confirmed = new ConfirmedCells(children(root, CONFIRMED).map(readConfirmed));
    return { explanations, confirmed, seal: seal ? readSeal(seal) : null };
  } catch (error) {
    if (error instanceof XlsxError) throw damaged(error.message, error);
    throw error;
  }
}
