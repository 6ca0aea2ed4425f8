import { makeSection2 } from "./section2";
import { makeSection3 } from "./section3";
import { makeSection4 } from "./section4";
import type { FormatId, SectionId, Table } from "./table";

export const SECTIONS: readonly SectionId[] = ["section2", "section3", "section4"];
export const FORMATS: readonly FormatId[] = ["2019", "2021"];

/** First report year of all: the reports before follow another, unpublished form. */
export const FIRST_YEAR = 2019;
const FIRST_YEAR_OF_2021_FORMAT = 2021;

/** A report year that no official format covers. */
export class YearError extends RangeError {
  constructor(readonly year: number) {
    super(`no official format for report year ${year}: the first is ${FIRST_YEAR}`);
    this.name = "YearError";
  }
}

/**
 * The format of a report year: 国办公开办函〔2019〕60号 for 2019 and 2020, 国办公开办函〔2021〕30号 from 2021 on.
 * @throws YearError for a year before 2019 or one that is not a whole number
 */
export function formatOf(year: number): FormatId {
  if (!Number.isInteger(year) || year < FIRST_YEAR) throw new YearError(year);
  return year < FIRST_YEAR_OF_2021_FORMAT ? "2019" : "2021";
}

const makeTables = (format: FormatId): Record<SectionId, Table> => ({
  section2: makeSection2(format),
  section3: makeSection3(format),
  section4: makeSection4(format),
});

const TABLES: Readonly<Record<FormatId, Record<SectionId, Table>>> = {
  "2019": makeTables("2019"),
  "2021": makeTables("2021"),
};

export function tableOf(format: FormatId, section: SectionId): Table {
  return TABLES[format][section];
}
