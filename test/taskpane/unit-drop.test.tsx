/** @jest-environment jsdom */
import { act } from "react";
import { createRoot } from "react-dom/client";
import type { Desk } from "../../src/actions/desk/desk";
import { checkFile } from "../../src/batch/check-file";
import { makeResult } from "../../src/batch/file-result";
import { makeUnitCheck } from "../../src/batch/units/compare-units";
import { zhCN } from "../../src/locales";
import { UnitPage } from "../../src/taskpane/desk/unit-page";
import { LocaleProvider } from "../../src/taskpane/locale-context";
import { page, settle } from "./render";

const OPTIONS = { blankIsZero: false };

/** As the browser tells of a file that is dropped. */
function drop(name: string): Event {
  const file = new File(["x"], name);
  const items = [{ webkitGetAsEntry: () => null, getAsFile: () => file }];
  const event = Object.assign(new Event("drop", { bubbles: true, cancelable: true }), {
    dataTransfer: { types: ["Files"], items },
  });
  document.querySelector("h2")!.dispatchEvent(event);
  return event;
}

test("files that were dropped on a unit's page were taken by nothing", async () => {
  const checked = checkFile("甲镇.xlsx", new Uint8Array(), OPTIONS);
  const unit = makeUnitCheck(makeResult(checked, { withFigures: false, hash: null }), null, OPTIONS);
  const onFiles = jest.fn();
  const root = createRoot(document.body.appendChild(document.createElement("main")));
  const given = { desk: { state: { running: null } } as Desk, files: ["甲镇.xlsx"], at: 0 };
  act(() =>
    root.render(
      <LocaleProvider initial={zhCN} onChange={() => {}}>
        <UnitPage {...given} unit={unit} onOpen={() => {}} onBack={() => {}} onFiles={onFiles} />
      </LocaleProvider>,
    ),
  );
  await settle();
  expect(drop("乙镇.xlsx").defaultPrevented).toBe(true);
  await settle();
  expect(onFiles.mock.calls).toMatchObject([[{ files: [{ path: "乙镇.xlsx" }] }]]);
  drop("照片.png");
  await settle();
  expect(onFiles).toHaveBeenCalledTimes(1);
  expect(page()).toContain("没有可以校验的文件。");
  act(() => root.unmount());
});
