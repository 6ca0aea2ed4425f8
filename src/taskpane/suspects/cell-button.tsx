import { mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CellKey } from "../../tables/table";
import { useWords } from "../locale-context";
import { useRowStyles } from "../use-row-styles";
import { useSuspects } from "./suspects-context";

/** What is said about a cell; leads to it in the sheet, and shows in the map which it is. */
export function CellButton({ cell, className, children }: { cell: CellKey; className?: string; children: ReactNode }) {
  const row = useRowStyles();
  const words = useWords();
  const { goTo, look } = useSuspects();
  return (
    <button
      type="button"
      className={mergeClasses(row.button, className)}
      data-stop
      title={words["suspect.goTo"]}
      onClick={() => goTo(cell)}
      onFocus={() => look(cell)}
      onBlur={() => look(null)}
      onMouseEnter={() => look(cell)}
      onMouseLeave={() => look(null)}
    >
      {children}
    </button>
  );
}
