/**
 * The tables as the notices 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号 print them, row by row, in the notation of this file:
 * `text` is a label, `text ×c` one over c columns, `text ×c×r` over c columns and r rows, `n` a number, `±` a signed number,
 * `￥` an amount, `n×3` a number over three columns, `·` a cell that a label or number from further left or above covers.
 */
export const OFFICIAL_SECTION2: Readonly<Record<"2019" | "2021", string>> = {
  "2019": `
    第二十条第（一）项×4 | · | · | ·
    信息内容 | 本年新⏎制作数量 | 本年新⏎公开数量 | 对外公开总数量
    规章 | n | n | n
    规范性文件 | n | n | n
    第二十条第（五）项×4 | · | · | ·
    信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
    行政许可 | n | ± | n
    其他对外管理服务事项 | n | ± | n
    第二十条第（六）项×4 | · | · | ·
    信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
    行政处罚 | n | ± | n
    行政强制 | n | ± | n
    第二十条第（八）项×4 | · | · | ·
    信息内容 | 上一年项目数量 | 本年增/减×2 | ·
    行政事业性收费 | n | ±×2 | ·
    第二十条第（九）项×4 | · | · | ·
    信息内容 | 采购项目数量 | 采购总金额×2 | ·
    政府集中采购 | n | ￥×2 | ·`,
  "2021": `
    第二十条第（一）项×4 | · | · | ·
    信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
    规章 | n | n | n
    行政规范性文件 | n | n | n
    第二十条第（五）项×4 | · | · | ·
    信息内容 | 本年处理决定数量×3 | · | ·
    行政许可 | n×3 | · | ·
    第二十条第（六）项×4 | · | · | ·
    信息内容 | 本年处理决定数量×3 | · | ·
    行政处罚 | n×3 | · | ·
    行政强制 | n×3 | · | ·
    第二十条第（八）项×4 | · | · | ·
    信息内容 | 本年收费金额（单位：万元）×3 | · | ·
    行政事业性收费 | ￥×3 | · | ·`,
};

const HEADER3 = `
    （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）×3×3 | · | · | 申请人情况×7 | · | · | · | · | · | ·
    · | · | · | 自然人×1×2 | 法人或其他组织×5 | · | · | · | · | 总计×1×2
    · | · | · | · | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | ·`;
const NUMBERS = "n | n | n | n | n | n | n";

const results = (rowCount: 20 | 22, other: string) => `
    一、本年新收政府信息公开申请数量×3 | · | · | ${NUMBERS}
    二、上年结转政府信息公开申请数量×3 | · | · | ${NUMBERS}
    三、本年度办理结果×1×${rowCount} | （一）予以公开×2 | · | ${NUMBERS}
    · | （二）部分公开（区分处理的，只计这一情形，不计其他情形）×2 | · | ${NUMBERS}
    · | （三）不予公开×1×8 | 1.属于国家秘密 | ${NUMBERS}
    · | · | 2.其他法律行政法规禁止公开 | ${NUMBERS}
    · | · | 3.危及“三安全一稳定” | ${NUMBERS}
    · | · | 4.保护第三方合法权益 | ${NUMBERS}
    · | · | 5.属于三类内部事务信息 | ${NUMBERS}
    · | · | 6.属于四类过程性信息 | ${NUMBERS}
    · | · | 7.属于行政执法案卷 | ${NUMBERS}
    · | · | 8.属于行政查询事项 | ${NUMBERS}
    · | （四）无法提供×1×3 | 1.本机关不掌握相关政府信息 | ${NUMBERS}
    · | · | 2.没有现成信息需要另行制作 | ${NUMBERS}
    · | · | 3.补正后申请内容仍不明确 | ${NUMBERS}
    · | （五）不予处理×1×5 | 1.信访举报投诉类申请 | ${NUMBERS}
    · | · | 2.重复申请 | ${NUMBERS}
    · | · | 3.要求提供公开出版物 | ${NUMBERS}
    · | · | 4.无正当理由大量反复申请 | ${NUMBERS}
    · | · | 5.要求行政机关确认或重新出具已获取信息 | ${NUMBERS}${other}
    · | （七）总计×2 | · | ${NUMBERS}
    四、结转下年度继续办理×3 | · | · | ${NUMBERS}`;

export const OFFICIAL_SECTION3: Readonly<Record<"2019" | "2021", string>> = {
  "2019":
    HEADER3 +
    results(
      20,
      `
    · | （六）其他处理×2 | · | ${NUMBERS}`,
    ),
  "2021":
    HEADER3 +
    results(
      22,
      `
    · | （六）其他处理×1×3 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | ${NUMBERS}
    · | · | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | ${NUMBERS}
    · | · | 3.其他 | ${NUMBERS}`,
    ),
};

const OUTCOMES = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计";
const DEEP_OUTCOMES = OUTCOMES.split(" | ")
  .map((outcome) => `${outcome}×1×2`)
  .join(" | ");
const FIVE_COVERED = "· | · | · | · | ·";

export const OFFICIAL_SECTION4 = `
    行政复议×5 | · | · | · | · | 行政诉讼×10 | · | · | · | · | ${FIVE_COVERED}
    ${DEEP_OUTCOMES} | 未经复议直接起诉×5 | · | · | · | · | 复议后起诉×5 | · | · | · | ·
    ${FIVE_COVERED} | ${OUTCOMES} | ${OUTCOMES}
    n | n | n | n | n | n | n | n | n | n | n | n | n | n | n`;
