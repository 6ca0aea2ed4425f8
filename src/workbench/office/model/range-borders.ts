import type { CellGroup } from "../cells/styles";
import { HostCollection } from "../host-object";
import { toWireName } from "../wire";
import { BORDER_INDEXES, RangeBorder } from "./range-border";

/** `Excel.RangeBorderCollection`. */
export class RangeBorders extends HostCollection<RangeBorder> {
  override readonly typeName = "RangeBorderCollection";

  constructor(readonly group: CellGroup) {
    super();
  }

  override items(): RangeBorder[] {
    return BORDER_INDEXES.map((index) => new RangeBorder(this.group, index));
  }

  override find(key: unknown): RangeBorder | null {
    const index = BORDER_INDEXES.find((candidate) => candidate === key);
    return index ? new RangeBorder(this.group, index) : null;
  }

  /** The line of a single cell by its name in `Excel.CellBorderCollection`. */
  side(name: string): RangeBorder {
    const index = name.startsWith("diagonal") ? toWireName(name) : `Edge${toWireName(name)}`;
    return this.item(index);
  }

  get Count(): number {
    return BORDER_INDEXES.length;
  }
}
