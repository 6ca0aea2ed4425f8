import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { BatchRemark } from "../../batch/remarks";
import { firstWords } from "../../batch/results-workbook";
import { outcomeOf } from "../../batch/unit-remarks";
import type { UnitCheck } from "../../batch/units/compare-units";
import { DESCRIBE_REMARK } from "../../locales/remarks";
import { groupBy } from "../../tables/group-by";
import { countWords } from "./count-words";
import { MOST_REMARKS } from "./remarks";
import { EVERYTHING, listUnits, unitName } from "./list-units";
import { useBatchLocale } from "./use-batch-locale";

interface PrintedListProps {
  units: readonly UnitCheck[];
  remarks: readonly BatchRemark[];
  onPrinted: () => void;
}

/** Prints every unit. What goes on paper stands beside the pane only meanwhile: thousands of rows take a while to make. */
export function PrintedList({ units, remarks, onPrinted }: PrintedListProps) {
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
  const counts = [...groupBy(all, outcomeOf)].map(([outcome, same]) => [outcome, same.length] as const);
  return createPortal(
    <table className="printed-list" aria-hidden>
      <caption>
        <div>{locale.batch.resultsHeader(units.length, locale.sheet.report.formatTime(time), isZero)}</div>
        <div>{counts.map(([outcome, count]) => `${locale.batch.outcomes[outcome]} ${count}`).join("　")}</div>
        {remarks.slice(0, MOST_REMARKS).map((remark) => (
          <div key={`${remark.code} ${remark.files.join(" ")}`}>{DESCRIBE_REMARK[locale.id](remark)}</div>
        ))}
      </caption>
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
            <td>
              {unitName(unit)}
              {unit.result.unit !== null && <small>{unit.result.file}</small>}
            </td>
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
