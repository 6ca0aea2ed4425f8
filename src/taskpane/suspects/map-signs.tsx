import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, type CSSProperties } from "react";
import type { Area, LabelBlock } from "../../tables/table";
import type { MapCell, MapLine } from "./map-cells";

const LINE = `2px solid ${tokens.colorStatusDangerForeground1}`;
const SECOND_LINE = `2px dashed ${tokens.colorStatusDangerForeground1}`;

const useStyles = makeStyles({
  root: { pointerEvents: "none" },
  label: { borderRadius: "1px", backgroundColor: tokens.colorNeutralBackground3 },
  across: { alignSelf: "center", height: 0, borderTop: LINE },
  down: { justifySelf: "start", width: 0, marginLeft: "30%", borderLeft: LINE },
  secondAcross: { alignSelf: "end", borderTop: SECOND_LINE },
  secondDown: { marginLeft: "65%", borderLeft: SECOND_LINE },
  sign: {
    boxSizing: "border-box",
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    minWidth: 0,
    overflow: "hidden",
    fontSize: "10px",
    lineHeight: "10px",
    fontWeight: tokens.fontWeightBold,
    borderRadius: "2px",
  },
  broken: { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorStatusDangerForeground1 },
  trusted: { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
  suspect: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorStatusDangerForeground1,
    border: `1px solid ${tokens.colorStatusDangerForeground1}`,
  },
  first: {
    backgroundColor: tokens.colorStatusDangerForeground1,
    color: tokens.colorNeutralBackground1,
  },
});

export const inGrid = ({ row, column, rowCount, columnCount }: Area): CSSProperties => ({
  gridRow: `${row + 1} / span ${rowCount}`,
  gridColumn: `${column + 1} / span ${columnCount}`,
});

type Sign = { text: string; look: "broken" | "trusted" | "suspect"; isFirst: boolean };

/** A suspect's number tells most, then that the person vouches for the cell, then that a sum which ends there is broken. */
function signOf({ mark, isTrusted, isBroken }: MapCell): Sign | null {
  if (mark?.group != null) return { text: String(mark.group), look: "suspect", isFirst: mark.isFirst };
  if (isTrusted) return { text: "✓", look: "trusted", isFirst: false };
  return isBroken ? { text: "≠", look: "broken", isFirst: false } : null;
}

interface MapSignsProps {
  cells: readonly MapCell[];
  lines: readonly MapLine[];
  labels: readonly LabelBlock[];
  template: CSSProperties;
  className: string;
}

/** What lies over the cells of the map: where labels stand, lines along broken sums, and signs. Its words are in the names of the cells below. */
export const MapSigns = memo(function MapSigns({ cells, lines, labels, template, className }: MapSignsProps) {
  const styles = useStyles();
  return (
    <div aria-hidden className={mergeClasses(className, styles.root)} style={template}>
      {labels.map((label) => (
        <div key={`${label.row} ${label.column}`} className={styles.label} style={inGrid(label)} />
      ))}
      {lines.map(({ key, area, direction, isSecond }) => {
        const second = direction === "across" ? styles.secondAcross : styles.secondDown;
        return <div key={key} className={mergeClasses(styles[direction], isSecond && second)} style={inGrid(area)} />;
      })}
      {cells.map((cell) => {
        const sign = signOf(cell);
        if (!sign) return null;
        const { key } = cell.block;
        const look = mergeClasses(styles.sign, styles[sign.look], sign.isFirst && styles.first);
        return (
          <div key={key} className={look} style={inGrid(cell.block)}>
            {sign.text}
          </div>
        );
      })}
    </div>
  );
});
