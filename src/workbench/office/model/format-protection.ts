import { boolean } from "../arguments";
import { customWithLock } from "../cells/locking";
import { type CellGroup, uniform } from "../cells/styles";
import { changeCells } from "../cells/write";
import { HostObject } from "../host-object";

/** `Excel.FormatProtection`: whether cells are locked once their sheet is protected. */
export class FormatProtection extends HostObject {
  override readonly typeName = "FormatProtection";

  constructor(readonly group: CellGroup) {
    super();
  }

  get Locked(): boolean | null {
    const { model, sheetId } = this.group;
    return uniform(this.group, (row, column) => model.protection.isLocked(sheetId, row, column));
  }

  set Locked(value: unknown) {
    const { model, sheetId, areas } = this.group;
    const locked = boolean(value);
    model.protection.requireUnprotected(sheetId);
    for (const area of areas) {
      changeCells(model.book, sheetId, area, (cell, row, column) => {
        if (locked === model.protection.isLocked(sheetId, row, column)) return null;
        return { custom: customWithLock(cell, locked) };
      });
    }
  }
}
