import { createCustomFocusIndicatorStyle, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from "react";
import type { PlacedTable, TableRepair } from "../../actions/state";
import { writtenIn } from "../../rules/cells";
import { BLANK } from "../../tables/filled";
import type { CellKey } from "../../tables/table";
import type { Locale } from "../../locales";
import { useLocale } from "../locale-context";
import { useRun } from "../runner";
import { mapOf, type MapCell } from "./map-cells";
import { inGrid, MapSigns } from "./map-signs";
import { nextCell, tracksOf } from "./map-layout";

const useStyles = makeStyles({
  root: { padding: "4px 0 0 24px" },
  stack: { display: "grid", "& > *": { gridArea: "1 / 1" } },
  grid: { display: "grid", gap: "1px", padding: "2px" },
  row: { display: "contents" },
  cell: {
    boxSizing: "border-box",
    minWidth: 0,
    padding: 0,
    // Only high contrast, where fills are black, draws it.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: "1px",
    backgroundColor: tokens.colorNeutralBackground5,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralStroke1 },
    ...createCustomFocusIndicatorStyle({ outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" }),
  },
  blank: { backgroundColor: "transparent", border: `1px dotted ${tokens.colorNeutralStrokeAccessible}` },
  isActive: { outline: `2px solid ${tokens.colorNeutralForeground1}`, outlineOffset: "1px" },
  caption: {
    minHeight: "36px",
    margin: "4px 0 0",
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
});

/** A cell in words: where it is, what stands there, and what is to be said about it. */
function nameOf(cell: MapCell, { filled }: PlacedTable, { words, describePlace }: Locale): string {
  const { key } = cell.block;
  const { words: place, address } = describePlace(key, filled.placement);
  const written = cell.isBlank ? words["map.blank"] : writtenIn(filled.contents[key] ?? BLANK);
  const { mark } = cell;
  const notes = [
    mark?.group == null ? [] : words["map.suspect"](mark.group),
    mark?.suggested == null ? [] : words["map.suggested"](mark.suggested),
    cell.isTrusted ? words["map.trusted"] : [],
    cell.isBroken ? words["map.broken"] : [],
  ].flat();
  return words["map.cell"](`${address} ${place}`, written, notes);
}

interface TableMapProps {
  table: PlacedTable;
  repair: TableRepair;
  /** The cell that the person looks at in the list. */
  active: CellKey | null;
}

/**
 * The table in small, where a person sees which sums are broken and where they cross. Each cell leads to that of the sheet. One
 * stop of Tab; arrow keys go from cell to cell.
 */
export const TableMap = memo(function TableMap({ table, repair, active }: TableMapProps) {
  const styles = useStyles();
  const locale = useLocale();
  const run = useRun();
  const grid = useRef<HTMLDivElement>(null);
  const { cells, lines } = useMemo(() => mapOf(table, repair), [table, repair]);
  const tracks = useMemo(() => tracksOf(table.filled.placement.table, cells), [table, cells]);
  const names = useMemo(
    () => new Map(cells.map((cell) => [cell.block.key, nameOf(cell, table, locale)])),
    [cells, table, locale],
  );
  const [looked, setLooked] = useState<CellKey | null>(null);
  const [stop, setStop] = useState<CellKey | null>(null);
  const there = cells.filter(({ isThere }) => isThere);
  const first = there.find(({ mark }) => mark?.isFirst) ?? there[0];
  const tabStop = there.some(({ block }) => block.key === stop) ? stop : first?.block.key;
  const rows = [...new Set(there.map(({ block }) => block.row))];

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = (event.target as HTMLElement).dataset.key as CellKey | undefined;
    const next = from && nextCell(there, from, event.key, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    grid.current?.querySelector<HTMLElement>(`[data-key="${next}"]`)?.focus();
  };

  const template: CSSProperties = { gridTemplateRows: tracks.rows, gridTemplateColumns: tracks.columns };
  const shown = looked ?? active;
  return (
    <div className={styles.root}>
      <div className={styles.stack}>
        <div
          ref={grid}
          role="grid"
          tabIndex={-1}
          aria-label={locale.words["map.label"](table.filled.placement.sheet)}
          className={styles.grid}
          style={template}
          onKeyDown={onKeyDown}
          onMouseLeave={() => setLooked(null)}
          onBlur={() => setLooked(null)}
        >
          {rows.map((row) => (
            <div key={row} role="row" className={styles.row}>
              {there
                .filter(({ block }) => block.row === row)
                .map(({ block, isBlank }) => (
                  <button
                    key={block.key}
                    type="button"
                    role="gridcell"
                    data-key={block.key}
                    tabIndex={block.key === tabStop ? 0 : -1}
                    aria-label={names.get(block.key)}
                    className={mergeClasses(
                      styles.cell,
                      isBlank && styles.blank,
                      block.key === active && styles.isActive,
                    )}
                    style={inGrid(block)}
                    onClick={() => void run("goToCell", { tableId: table.id, key: block.key })}
                    onMouseEnter={() => setLooked(block.key)}
                    onFocus={() => {
                      setStop(block.key);
                      setLooked(block.key);
                    }}
                  />
                ))}
            </div>
          ))}
        </div>
        <MapSigns
          cells={there}
          lines={lines}
          labels={table.filled.placement.table.labels}
          template={template}
          className={styles.grid}
        />
      </div>
      <p className={styles.caption} aria-hidden>
        {shown ? names.get(shown) : locale.words["map.hint"]}
      </p>
    </div>
  );
});
