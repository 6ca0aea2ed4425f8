import { lexiconsOf } from "../lexicon";
import { SECTIONS } from "../../tables/formats";
import { readCellLines } from "./cell-lines";
import { readBars, readCells, readTabs } from "./delimited";
import type { ReportDocument } from "./document";
import { fillGroup, isTable, type TableReading } from "./fill";
import { readGlued } from "./glued";
import { readGroups } from "./groups";
import { readLayout } from "./layout/layout";
import { recognisePage } from "./page-sheet";
import type { ReaderId } from "./published";
import type { Stretch, Strip } from "./stretch";
import type { SumsOf } from "./sums";

/** What is known of a source before tables are looked for. */
export interface Material {
  document: ReportDocument;
  /** Lines outside of tables. */
  lines: readonly string[];
  hasTables: boolean;
}

/** One way in which reports are written. */
export interface Reader {
  id: ReaderId;
  /** Whether it can find anything in the material. */
  suits: (material: Material) => boolean;
  read: (material: Material, sumsOf: SumsOf) => Found;
}

export interface Found {
  readings: readonly TableReading[];
  /** Lines of figures that no text stands before and no table has. */
  loose: readonly string[];
}

/** Fewer figures in a line may be anything. */
const FEWEST_LOOSE = 3;
const WORD = /\p{L}/u;

function readStrips(strips: readonly Strip[], sumsOf: SumsOf): Found {
  const readings = strips.flatMap((strip) =>
    SECTIONS.flatMap((section) =>
      lexiconsOf(section)
        .flatMap((lexicon) => readGroups(strip, lexicon))
        .flatMap((group) => {
          const reading = fillGroup(group, sumsOf);
          return isTable(reading, group) ? [reading] : [];
        }),
    ),
  );
  const used = new Set(readings.flatMap(({ place }) => (place ? [...place.used] : [])));
  const loose = strips.flatMap(({ stretches }) =>
    stretches.filter(({ labels, slots }) => slots.length >= FEWEST_LOOSE && !labels.some((label) => WORD.test(label))),
  );
  const write = ({ slots }: Stretch) => slots.map(({ text }) => text).join(" ");
  return { readings, loose: loose.filter((stretch) => !used.has(stretch)).map(write) };
}

const some = (lines: readonly string[], mark: RegExp) => lines.some((line) => mark.test(line));

const textReader = (
  id: ReaderId,
  suits: (lines: readonly string[]) => boolean,
  strips: (lines: readonly string[]) => Strip[],
): Reader => ({
  id,
  suits: ({ lines }) => suits(lines),
  read: ({ lines }, sumsOf) => readStrips(strips(lines), sumsOf),
});

/** All ways that are known, those that keep most of a table's structure first. */
export const READERS: readonly Reader[] = [
  {
    id: "page",
    suits: ({ hasTables }) => hasTables,
    read: ({ document }) => ({
      readings: recognisePage(document).map((table) => ({ table, doubts: [], questions: [], place: null })),
      loose: [],
    }),
  },
  {
    id: "cells",
    suits: ({ hasTables }) => hasTables,
    read: ({ document }, sumsOf) => readStrips(readCells(document), sumsOf),
  },
  textReader("tabs", (lines) => some(lines, /\t/), readTabs),
  textReader("bars", (lines) => some(lines, /[|｜│┃]/), readBars),
  textReader("lines", (lines) => lines.length > 1, readCellLines),
  textReader("layout", (lines) => some(lines, /\S {2,}\S/), readLayout),
  textReader("glued", () => true, readGlued),
];
