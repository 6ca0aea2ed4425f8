import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { firstWords } from "../../batch/results-workbook";
import { outcomeOf } from "../../batch/unit-remarks";
import type { UnitCheck } from "../../batch/units/compare-units";
import { countWords } from "./count-words";
import { EVERYTHING, listUnits, unitName } from "./list-units";
import { useBatchLocale } from "./use-batch-locale";

/** Prints every unit. What goes on paper stands beside the pane only meanwhile: thousands of rows take a while to make. */
export function PrintedList({ units, onPrinted }: { units: readonly UnitCheck[]; onPrinted: () => void }) {
  useEffect(() => {
    window.addEventListener("afterprint", onPrinted);
    window.print();
    return () => window.removeEventListener("afterprint", onPrinted);
  }, [onPrinted]);
  const locale = useBatchLocale();
  const [time] = useState(() => new Date());
  const { units: texts, desk } = locale.batch;
  const isZero = units.some(({ result }) => result.blanks.areZero);
  const all = listUnits(units, EVERYTHING);
  return createPortal(
    <table className="printed-list" aria-hidden>
      <caption>{locale.batch.resultsHeader(units.length, locale.sheet.report.formatTime(time), isZero)}</caption>
      <thead>
        <tr>
          <th>{texts.columns.unit}</th>
          <th>{texts.columns.year}</th>
          <th>{texts.columns.verdict}</th>
          <th>{desk.findings}</th>
          <th>{texts.columns.first}</th>
        </tr>
      </thead>
      <tbody>
        {all.map((unit) => (
          <tr key={unit.result.file}>
            <td>{unitName(unit)}</td>
            <td>{unit.result.year}</td>
            <td>{locale.batch.outcomes[outcomeOf(unit)]}</td>
            <td>{countWords(unit, locale)}</td>
            <td>{firstWords(unit, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>,
    document.body,
  );
}
