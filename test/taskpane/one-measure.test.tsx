/** @jest-environment jsdom */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { AppContext } from "../../src/taskpane/app-context";
import { useOneMeasure } from "../../src/taskpane/desk/use-one-measure";
import { STATES } from "./states";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

test("the desk measures its files anew when blanks count otherwise: the list stayed as it was until all was cleared", () => {
  const app = STATES.empty!();
  const desk = { remeasure: jest.fn(() => Promise.resolve()) };
  function View() {
    useOneMeasure(desk);
    return null;
  }
  const root = createRoot(document.createElement("div"));
  act(() =>
    root.render(
      <AppContext.Provider value={app}>
        <View />
      </AppContext.Provider>,
    ),
  );
  expect(desk.remeasure).toHaveBeenCalledTimes(1);
  act(() => app.set({ isReviewing: true }));
  expect(desk.remeasure).toHaveBeenCalledTimes(1);
  act(() => app.set({ options: { blankIsZero: true } }));
  expect(desk.remeasure).toHaveBeenCalledTimes(2);
  act(() => root.unmount());
});
