/** @jest-environment jsdom */
import { checkReports } from "../../src/rules/report/check-reports";
import { addReports } from "../../src/rules/workbook";
import { fillTable, placeTable } from "../locales/filled";
import { tableOf } from "../../src/tables/formats";
import type { SectionId } from "../../src/tables/table";
import { MemoryApp } from "./memory-app";
import { button, click, renderPane, text } from "./render";

interface Given {
  unit: string;
  year: number;
  format: "2019" | "2021";
  sections: readonly SectionId[];
}

/** Tables of zeros under titles, with what is to be said of their reports. */
function appWith(...given: readonly Given[]): MemoryApp {
  const app = new MemoryApp();
  for (const { unit, year, format, sections } of given) {
    for (const section of sections) {
      app.add(section, year, fillTable({ ...placeTable(tableOf(format, section)), unit, year }));
    }
  }
  const { tables, options, summary } = app.getState();
  const reports = checkReports(
    tables.map(({ filled }) => filled),
    { stage: "filling" },
    options,
  );
  app.set({ reports, summary: addReports(summary, reports) });
  return app;
}

const ALL: readonly SectionId[] = ["section2", "section3", "section4"];
const headings = () => [...document.querySelectorAll("main h2")].map((heading) => heading.textContent.trim());

test("a report with all tables in the right format has no group of its own", async () => {
  await renderPane(appWith({ unit: "辛店镇", year: 2020, format: "2019", sections: ALL }));
  expect(headings()).not.toContain("报告整体");
  expect(text("h1")).toBe("通过");
});

test("tables that are missing stand above all others, and lead to where they are inserted", async () => {
  await renderPane(appWith({ unit: "辛店镇", year: 2020, format: "2019", sections: ["section3"] }));
  expect(text("h1")).toBe("未完成");
  expect(headings()[0]).toBe("报告整体");
  const row = button(/^报表不全.*表四/);
  expect(row.querySelector("svg")?.getAttribute("aria-label")).toBe("核实性");
  await click(row);
  expect(text("main h2")).toBe("插入报表");
  const wanted = [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].map((box) => box.checked);
  expect(wanted).toEqual([false, false, true]);
  expect(document.querySelector<HTMLSelectElement>("main select")!.value).toBe("2020");
  expect(document.querySelector<HTMLInputElement>("main input:not([type])")?.value ?? "辛店镇").toBe("辛店镇");
});

test("a wrong format leads to its table, and says why", async () => {
  const app = appWith({ unit: "底张街道", year: 2023, format: "2019", sections: ALL });
  await renderPane(app);
  expect(text("h1")).toBe("有错误");
  await click(button(/^格式版本不符/));
  expect(app.calls).toEqual([{ id: "show", input: { tableId: app.getState().tables[0]!.id } }]);
  await click(button(/^说明：格式版本不符/));
  expect(document.querySelector("main")!.textContent).toContain("2021 年度起用 2021 年版格式");
});

test("of several reports each says whose it is", async () => {
  await renderPane(
    appWith(
      { unit: "甲镇", year: 2023, format: "2021", sections: ["section2", "section3"] },
      { unit: "乙镇", year: 2023, format: "2021", sections: ALL },
      { unit: "乙镇", year: 2022, format: "2019", sections: ALL },
    ),
  );
  expect(headings().slice(0, 2)).toEqual(["报告整体 甲镇 2023 年度", "报告整体 乙镇 2022 年度"]);
});
