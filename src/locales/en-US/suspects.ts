import { describeWith } from "../suspects";
import { describePlace } from "./findings";

export const describeSuspect = describeWith({
  evidence: {
    digitsSwapped: () => "two digits swapped",
    digitWrong: () => "one digit wrong",
    digitDropped: () => "a digit left out",
    digitDoubled: () => "a digit written twice",
    digitAdded: () => "a digit too many",
    sign: () => "wrong sign",
    otherUnit: () => "ten thousand times off, as if in another unit",
    rounded: () => "a rounded number",
    leftAtZero: () => "perhaps left at 0",
    leftOut: (others) => `the total leaves out ${others}`,
    countedTwice: (others) => `the total counts ${others} twice`,
    neighbour: (others) => `the same as ${others} beside it, perhaps in the wrong row or column`,
    lastYear: () => "last year's number, perhaps not updated",
    followsLastYear: () => "what last year's report makes it",
    followed: (others) => `added up with the wrong number in ${others}`,
    exchanged: (others) => `exchanged with ${others}`,
    shifted: (others) => `one cell off, together with ${others}`,
    asText: () => "text that should be a number",
    converted: () => "converted to the unit of the cell",
    formula: () => "a formula: check the cells that it adds up",
    unusable: () => "no usable number",
  },
  blank: "blank",
  text: (written) => `text “${written}”`,
  number: (suggested) => `number ${suggested}`,
  open: "see the source records",
  range: (least, most) => {
    if (least === null) return most === null ? "another number" : `${most} or less`;
    return most === null ? `${least} or more` : `${least} to ${most}`;
  },
  and: ", ",
  or: " or ",
  placeOf: describePlace,
  because: (change, reasons) => `${change} (${reasons.join("; ")})`,
});
