import { FONT_PROPERTIES } from "../cells/style-properties";
import { type CellGroup, styled } from "../cells/styles";
import { HostObject } from "../host-object";
import { definePlainProperties } from "../plain-properties";

/** `Excel.RangeFont`. */
export class RangeFont extends HostObject {
  override readonly typeName = "RangeFont";

  constructor(readonly group: CellGroup) {
    super();
  }
}

definePlainProperties(RangeFont, styled(FONT_PROPERTIES));
