/**
 * Wordings seen in published reports that are too far from the official label to be taken for it by their letters alone,
 * each with the official core (see `Wording`) that is meant.
 */
export const VARIANTS: ReadonlyMap<string, string> = new Map([
  // Comparison reports of 宿迁市 2023 and 2024 shorten the two long rows of （六）其他处理.
  ["逾期不补正", "申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请"],
  ["逾期不缴费", "申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请"],
  // 2021 reports of meteorological bureaus.
  ["本年发件数", "本年制发件数"],
  ["合计", "总计"],
  // Reports in the format of 2021 that kept the row's name from that of 2019: 石家庄循环化工园区统计局 2023, 石嘴山高新区 2022.
  ["规范性文件", "行政规范性文件"],
]);

/** Columns and rows that people add beside the official ones and that carry no figure of the report. */
export const AUXILIARY: ReadonlySet<string> = new Set([
  "序号",
  "行次",
  "备注",
  "说明",
  "检查",
  "检验",
  "校验",
  "核对",
  "复核",
  "审核",
  "确认",
]);

/** Remarks in brackets that say no more than the official label means. */
export const IDLE_REMARKS: ReadonlySet<string> = new Set(["单位万元", "万元"]);
