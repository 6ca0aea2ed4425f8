/** @jest-environment jsdom */
import { act } from "react";
import type { AcceptRequest } from "../../src/actions/action";
import { CellChangedError } from "../../src/excel/errors";
import { tableOf } from "../../src/tables/formats";
import { keyOf, type CellKey } from "../../src/tables/table";
import { MemoryApp } from "./memory-app";
import { button, buttons, click, field, page, press, renderPane, settle, text } from "./render";
import { STATES, SWAPPED } from "./states";

const number = (value: number) => ({ type: "number", value }) as const;

function swapped(): { app: MemoryApp; tableId: string } {
  const app = STATES.suspects!();
  return { app, tableId: app.getState().tables[1]!.id };
}

/** What is said about suspects: all that their heading heads. */
const section = (): HTMLElement => document.querySelector("h3")?.parentElement?.parentElement as HTMLElement;
const cellOf = (key: CellKey): HTMLElement => document.querySelector<HTMLElement>(`[data-key="${key}"]`)!;

describe("the wrong cell", () => {
  test("comes before the findings: address, what stands there, what should, where it is and why", async () => {
    await renderPane(swapped().app);
    expect(section().querySelector("h3")!.textContent).toBe("疑似错格 改 1 格即可对上");
    const [row] = section().querySelectorAll("button[data-stop]");
    expect(row!.textContent.replace(/\s/g, " ")).toMatch(
      /^J786 → 68(?:很可能|确定)“（一）予以公开”行“总计”列两位数字颠倒$/,
    );
    const finding = button(/^行合计不符/);
    expect(section().compareDocumentPosition(finding)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test("is selected in the sheet by a click", async () => {
    const { app, tableId } = swapped();
    await renderPane(app);
    await click(section().querySelector<HTMLElement>("button[data-stop]")!);
    expect(app.calls).toEqual([{ id: "goToCell", input: { tableId, key: "granted.total" } }]);
  });

  test("is put right by accepting, which says what was there before; the focus stays at the table", async () => {
    const { app, tableId } = swapped();
    await renderPane(app);
    await click(button("采纳：J7 86 → 68"));
    const changes = [{ key: "granted.total", current: "86", suggested: "68" }];
    expect(app.calls).toEqual([{ id: "accept", input: { tableId, changes } }]);
    expect(page()).toContain("已改 表三：J7 由 86 改为 68。");
    expect(text("h1")).toBe("通过");
    expect(document.querySelector("h3")).toBeNull();
    expect(document.activeElement?.textContent).toMatch(/^表三/);
  });

  test("that was put right says so until the figure is taken back", async () => {
    const { app, tableId } = swapped();
    await renderPane(app);
    await click(button("采纳：J7 86 → 68"));
    act(() => app.type(tableId, "granted.naturalPerson", { type: "number", value: 22 }));
    expect(page()).toContain("已改 表三：J7 由 86 改为 68。");
    act(() => app.type(tableId, "granted.total", { type: "number", value: 86 }));
    expect(page()).not.toContain("已改 表三");
  });

  test("that has changed meanwhile is told, and stays as it is", async () => {
    const { app } = swapped();
    app.failNext("accept", new CellChangedError("表三", "J7", "86", "87"));
    await renderPane(app);
    await click(button("采纳：J7 86 → 68"));
    expect(page()).toContain("工作表“表三”的 J7 已经变了：原来是 86，现在是 87。没有写入，现在的内容还在。");
    expect(text("h1")).toBe("有错误");
  });

  test("that holds a formula is overwritten only when the person says so", async () => {
    const { app } = swapped();
    app.formulas = { "granted.total": "=SUM(D7:H7)" };
    await renderPane(app);
    await click(button("采纳：J7 86 → 68"));
    const dialog = document.querySelector('[role="alertdialog"]')!;
    expect(dialog.textContent).toContain("工作表“表三”中的 J7 是公式：=SUM(D7:H7)");
    await click(button("保留公式"));
    expect(text("h1")).toBe("有错误");
    await click(button("采纳：J7 86 → 68"));
    await click(button("改为数字"));
    expect(app.calls.at(-1)).toMatchObject({ id: "accept", input: { overFormulas: true } });
    expect(text("h1")).toBe("通过");
  });

  test("that the person vouches for is not suspected any more, and the others are judged anew; there is a way back", async () => {
    const { app, tableId } = swapped();
    await renderPane(app);
    await click(button("J7 无误，重新判断其他格"));
    expect(app.calls).toEqual([{ id: "trust", input: { tableId, key: "granted.total" } }]);
    expect(page()).toContain("已确认无误：J7（86）");
    expect(buttons("采纳：J7 86 → 68")).toHaveLength(0);
    expect(buttons(/^采纳：/).length).toBeGreaterThan(0);
    await click(button("撤销对 J7 的确认"));
    expect(buttons("采纳：J7 86 → 68")).toHaveLength(1);
    expect(page()).not.toContain("已确认无误");
  });
});

describe("when it is not one cell", () => {
  test("equal ones are told as equal, and none is recommended", async () => {
    const app = new MemoryApp();
    app.add("section4", 2020, { "review.upheld": 2, "review.corrected": 2, "review.total": 3 });
    app.localise();
    await renderPane(app);
    expect(section().textContent).toContain("以下 2 格之一，改一格即可");
    expect(buttons(/^采纳：/)).toHaveLength(2);
    await click(button("其他可能（1 种）"));
    expect(buttons(/^采纳：/)).toHaveLength(3);
    expect(section().textContent).not.toContain("确定");
  });

  test("cells that change together are accepted together", async () => {
    const app = new MemoryApp();
    const tableId = app.add("section3", 2020, SWAPPED);
    app.localise();
    await renderPane(app);
    await click(button("J7 无误，重新判断其他格"));
    const [several] = buttons(/^采纳：.*、/);
    const named = several!.getAttribute("aria-label")!.split("、").length;
    expect(section().textContent).toContain(`以下 ${named} 格一起改`);
    await click(several!);
    const { id, input } = app.calls.at(-1)!;
    expect([id, input]).toMatchObject(["accept", { tableId }]);
    expect((input as AcceptRequest).changes).toHaveLength(named);
  });

  test("certain ones are accepted all at once", async () => {
    const app = new MemoryApp();
    const tableId = app.add("section3", 2020, SWAPPED);
    app.localise();
    const { repairs } = app.getState();
    const known = repairs.get(tableId)!;
    const [suspect] = known.repair.suspects;
    const suspects = ["granted.total", "newlyReceived.total"].map((key, group) => ({
      ...suspect!,
      group,
      certain: true,
      cells: [{ ...suspect!.cells[0]!, key: key as CellKey }],
    }));
    app.set({ repairs: new Map([[tableId, { ...known, repair: { ...known.repair, suspects } }]]) });
    await renderPane(app);
    await click(button("采纳确定的 2 格"));
    expect(app.calls).toMatchObject([{ id: "accept", input: { tableId, changes: [{}, {}] } }]);
  });

  test("of too many errors it is said that they are too many", async () => {
    await renderPane(STATES.tooMany!());
    expect(section().textContent).toMatch(/错处较多，至少 \d+ 格有误，暂时无法确定是哪些格。/);
    expect(buttons(/^采纳/)).toHaveLength(0);
  });

  test("where too many are wrong, those are named that must change in any case", async () => {
    const app = new MemoryApp();
    const noise = tableOf("2019", "section3").numbers.map(({ key }, index): [CellKey, number] => [key, index % 7]);
    app.add("section3", 2020, { ...Object.fromEntries(noise), "granted.research": -3 });
    app.localise();
    await renderPane(app);
    expect(section().textContent).toContain("F7 填的不是有效数字，一定要改。");
  });

  test("a part whose numbers nothing tells is told in one sentence, without a list of cells", async () => {
    const app = new MemoryApp();
    const garbage = ["newlyReceived", "carriedOver"].flatMap((row) =>
      ["naturalPerson", "commercial", "total"].map((column): [CellKey, string] => [keyOf(row, column), "乱码"]),
    );
    app.add("section3", 2020, { ...SWAPPED, "granted.total": 68, ...Object.fromEntries(garbage) });
    app.localise();
    await renderPane(app);
    expect(section().textContent).toContain(
      "D5、E5、J5、D6、E6、J6 填的不是有效数字；按表中其他数字推不出是多少，请核对原始数据。",
    );
    expect(section().textContent).not.toContain("之间的数");
    // how many changes would do nobody knows
    expect(section().textContent).not.toContain("即可对上");
    expect(buttons(/^采纳/)).toHaveLength(0);
  });

  test("what nothing tells is told apart from what can be put right", async () => {
    const app = new MemoryApp();
    const garbage = ["naturalPerson", "commercial", "total"].flatMap((column) =>
      ["newlyReceived", "carriedOver"].map((row): [CellKey, string] => [keyOf(row, column), "乱码"]),
    );
    app.add("section3", 2020, { ...SWAPPED, ...Object.fromEntries(garbage) });
    app.localise();
    await renderPane(app);
    expect(section().textContent).toContain("除下面列出的以外，");
    expect(section().textContent).not.toContain("即可对上");
    expect(buttons(/^采纳/)).toHaveLength(1);
  });

  test("where only blank cells can be told, nothing is said to be wrong", async () => {
    const app = new MemoryApp();
    app.add("section3", 2020, { ...SWAPPED, "granted.total": 68, "carriedForward.total": null });
    app.localise();
    await renderPane(app);
    expect(document.querySelector("h3")!.textContent).toContain("未填的格");
  });

  test("blank cells that only one number fits are offered it, one by one or all", async () => {
    const app = STATES.ties!();
    const tableId = app.getState().tables[0]!.id;
    await renderPane(app);
    expect(section().textContent).toContain("可以推算的空格 2 格");
    await click(button("在 J27 填入 2"));
    expect(app.calls).toEqual([
      { id: "accept", input: { tableId, changes: [{ key: "carriedForward.total", current: "", suggested: "2" }] } },
    ]);
    expect(page()).toContain("已改 表三：J27 由空白改为 2。");
  });
});

test("suspects go with the last finding, and those of a changed table come anew", async () => {
  const { app, tableId } = swapped();
  await renderPane(app);
  act(() => app.type(tableId, "granted.total", number(68)));
  expect(document.querySelector("h3")).toBeNull();
  act(() => app.type(tableId, "granted.total", number(69)));
  act(() => app.localise());
  await settle();
  expect(buttons("采纳：J7 69 → 68")).toHaveLength(1);
});

describe("in review mode", () => {
  test("suspects are named and nothing is offered to be written; that figures are the reporter's is said", async () => {
    await renderPane(STATES.reviewing!());
    expect(section().textContent).toContain("J786 → 68");
    expect(section().textContent).toContain("审核模式：数字由填报单位修改，这里只指出，不写入。");
    expect(buttons(/采纳|填入/)).toHaveLength(0);
    expect(button("插入报表").getAttribute("aria-disabled")).toBe("true");
    expect(text('section[aria-label="校验结论"]')).toContain("审核模式");
    expect(buttons("J7 无误，重新判断其他格")).toHaveLength(1);
  });

  test("is switched on in the tools, and remembered for the person", async () => {
    const { app } = swapped();
    await renderPane(app);
    await click(button("选项与工具"));
    await click(field("审核模式"));
    expect(app.calls).toEqual([{ id: "setReviewing", input: true }]);
    expect(localStorage.getItem("gouji.reviewing")).toBe("yes");
    expect(buttons(/^采纳：/)).toHaveLength(0);
    await click(field("审核模式"));
    expect(localStorage.getItem("gouji.reviewing")).toBe("no");
    expect(buttons(/^采纳：/)).toHaveLength(1);
  });
});

describe("the map", () => {
  test("has every cell with its place, number and what is to be said of it, and leads to the cell", async () => {
    const { app, tableId } = swapped();
    await renderPane(app);
    const cells = document.querySelectorAll('[role="grid"] [role="gridcell"]');
    expect(cells).toHaveLength(app.getState().tables[1]!.filled.placement.table.numbers.length);
    expect(cellOf("granted.total").getAttribute("aria-label")).toBe(
      "J7 “（一）予以公开”行“总计”列：86，疑似错格 1，建议填 68，合计不符",
    );
    await click(cellOf("granted.total"));
    expect(app.calls).toEqual([{ id: "goToCell", input: { tableId, key: "granted.total" } }]);
  });

  test("is one stop of Tab, at the suspect; arrow keys, Home and End reach every cell", async () => {
    await renderPane(swapped().app);
    expect([...document.querySelectorAll<HTMLElement>('[role="gridcell"][tabindex="0"]')]).toEqual([
      cellOf("granted.total"),
    ]);
    act(() => cellOf("granted.total").focus());
    const way: [string, CellKey][] = [
      ["ArrowLeft", "granted.otherOrganisation"],
      ["ArrowUp", "carriedOver.otherOrganisation"],
      ["Home", "carriedOver.naturalPerson"],
      ["ArrowLeft", "carriedOver.naturalPerson"],
      ["ArrowDown", "granted.naturalPerson"],
      ["End", "granted.total"],
    ];
    for (const [key, expected] of way) {
      await press(key);
      expect([key, (document.activeElement as HTMLElement).dataset.key]).toEqual([key, expected]);
    }
    expect(document.querySelectorAll('[role="gridcell"][tabindex="0"]')).toHaveLength(1);
  });

  test("is closed and opened", async () => {
    await renderPane(swapped().app);
    await click(button("收起示意图"));
    expect(document.querySelector('[role="grid"]')).toBeNull();
    await click(button("显示示意图"));
    expect(document.querySelector('[role="grid"]')).not.toBeNull();
  });
});
