import type { InsertRequest, InsertSettings } from "../../src/excel/insert/request";

const text = (title: string) => ({ title, message: `${title}。` });

export const SETTINGS: InsertSettings = {
  options: { blankIsZero: false },
  validation: { count: text("请填写数量"), change: text("请填写增减数量"), amount: text("请填写金额") },
};

export const REQUEST: InsertRequest = {
  unit: "新郑市辛店镇",
  year: 2020,
  sections: ["section2", "section3", "section4"],
  where: "newSheets",
  totals: "typed",
};
