import type { Comparison } from "../batch/units/compare-units";
import type { LastYear } from "../batch/units/last-year";
import type { TablesView } from "../excel/monitor/tables";
import { addReports, type Summary } from "../rules/workbook";
import type { AppState } from "./state";
import type { Store } from "./store";
import { subjectOf } from "./subject";

/** The workbook as it was read, beside last year's report. */
export interface WorkbookView extends TablesView {
  comparison: AppState["comparison"];
}

/** What comparing the years came to counts as what is found in the report as a whole does. */
function withComparison(summary: Summary, comparison: Comparison | null): Summary {
  if (!comparison) return summary;
  const { check, unexplained, verdict } = comparison;
  return addReports(summary, [{ findings: check?.findings ?? [], unexplained, verdict }]);
}

/** Holds the workbook against last year's report, once a person has given it. Nothing is read for it, and nothing written. */
export class Years {
  readonly #store: Pick<Store, "state" | "set">;
  #lastYear: LastYear | null = null;
  #view: TablesView | null = null;

  constructor(store: Pick<Store, "state" | "set">) {
    this.#store = store;
  }

  /** What is known of the workbook now. */
  join(view: TablesView): WorkbookView {
    this.#view = view;
    const comparison = this.#lastYear && this.#compare(this.#lastYear, view);
    return { ...view, comparison, summary: withComparison(view.summary, comparison) };
  }

  setLastYear(lastYear: LastYear | null): void {
    this.#lastYear = lastYear;
    if (this.#view) this.#store.set(this.join(this.#view));
  }

  #compare(lastYear: LastYear, { tables, reports }: TablesView): Comparison | null {
    const { name: file, record, options } = this.#store.state;
    const told = subjectOf(tables);
    const [whole] = reports;
    return lastYear.compare(
      {
        file,
        unit: told.unit ?? whole?.unit ?? null,
        year: told.year ?? whole?.year ?? null,
        filled: tables.map(({ filled }) => filled),
        explanations: record.explanations,
      },
      options,
    );
  }
}
