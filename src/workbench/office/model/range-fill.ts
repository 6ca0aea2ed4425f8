import { FILL_PROPERTIES } from "../cells/style-properties";
import { type CellGroup, setStyle, styled } from "../cells/styles";
import { HostObject } from "../host-object";
import { definePlainProperties } from "../plain-properties";

/** `Excel.RangeFill`. */
export class RangeFill extends HostObject {
  override readonly typeName = "RangeFill";

  constructor(readonly group: CellGroup) {
    super();
  }

  Clear(): void {
    setStyle(this.group, { bg: null });
  }
}

definePlainProperties(RangeFill, styled(FILL_PROPERTIES));
