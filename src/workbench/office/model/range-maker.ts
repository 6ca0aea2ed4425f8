import type { RangeMaker } from "./conditional-format";
import type { Model } from "./model";
import { Range } from "./range";
import { RangeAreas } from "./range-areas";

/** Answers cells as the objects of the model that stand for them. */
export const rangeMaker = (model: Model): RangeMaker => ({
  range: (sheetId, area) => Range.of(model, sheetId, area),
  areas: (sheetId, areas) => RangeAreas.of(model, sheetId, areas),
});
