/** @jest-environment jsdom */
import { act } from "react";
import { failureOf } from "../../src/actions/errors";
import { CellEditModeError } from "../../src/excel/errors";
import type { MemoryApp } from "./memory-app";
import { button, buttons, renderPane, settle } from "./render";
import { STATES } from "./states";

/** What happens in the workbook or around it while a person is in the pane. */
const EVENTS: Record<string, (app: MemoryApp) => unknown> = {
  "another table's findings change": (app) =>
    app.type(app.getState().tables[0]!.id, "procurement.amount", { type: "text", text: "约八千" }),
  "findings of the same table come": (app) =>
    app.type(app.getState().tables[1]!.id, "newlyReceived.research", { type: "number", value: 7 }),
  "something goes wrong": (app) => app.set({ failure: failureOf(new CellEditModeError(null), null) }),
  "Excel is busy": (app) => app.set({ isStale: true }),
  "an action runs and ends": (app) => app.run("validate", undefined),
  "a sheet is too large": (app) =>
    app.set({
      cutSheets: [{ worksheetId: "9", sheet: "台账", area: { row: 0, column: 0, rowCount: 9, columnCount: 9 } }],
    }),
};

test.each(Object.keys(EVENTS))("the focus stays where the person has it when %s", async (name) => {
  const app = STATES.findings!();
  await renderPane(app);
  const places = [button("导出"), button(/^选项与工具/), buttons(/行合计不符/)[0]!];
  for (const place of places) {
    act(() => place.focus());
    await act(async () => {
      await EVENTS[name]!(app);
    });
    await settle();
    expect(document.activeElement).toBe(place);
  }
});

test("with the focus in the sheet, the pane does not take it", async () => {
  const app = STATES.findings!();
  await renderPane(app);
  for (const happen of Object.values(EVENTS)) {
    await act(async () => {
      await happen(app);
    });
    await settle();
    expect(document.activeElement).toBe(document.body);
  }
});
