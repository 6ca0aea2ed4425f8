import type { SoftRuleId } from "../../rules/soft/soft-rule";
import type { RuleText } from "../locale";

/** Rules whose findings a person looks into and may explain. */
export const softRules: Readonly<Record<SoftRuleId, RuleText>> = {
  "S2.VALID": {
    name: "现行有效件数",
    broken: "现行有效少于制发",
    statement: "现行有效件数≥本年制发件数",
    explanation:
      "本年制发的文件，除当年又废止的以外，到年末都现行有效。请核对是否填颠倒了列，或者把本年数填成了累计数；当年制发当年废止的，请写明。",
  },
  "S2.DISCLOSED": {
    name: "制作与公开数量",
    broken: "制作公开数量存疑",
    statement: "本年新公开数量≥本年新制作数量，对外公开总数量≥本年新公开数量",
    explanation:
      "规范性文件应当公开，本年新公开的也包括在对外公开总数之内。请核对是否填颠倒了列；本年制作的有一部分没有公开的，请写明原因。",
  },
  "S2.DECISIONS": {
    name: "处理决定数量",
    broken: "处理决定数量存疑",
    statement: "处理决定数量按办理的件数填报，不由项目数量加减得出",
    explanation:
      "上一年项目数量、本年增/减说的是事项的数量，处理决定数量说的是本年办理的件数。三者恰好成加减关系，多半是把事项数填成了件数。",
  },
  "S2.RULES": {
    name: "规章数量",
    broken: "规章数量存疑",
    statement: "县级政府、乡镇、街道和政府部门的规章数量一般为 0",
    explanation:
      "规章由国务院部门、省级政府以及设区的市、自治州政府制定。其他单位的这一行一般填 0，请核对是否把规范性文件填到了规章一行。",
  },
  "S2.UNIT": {
    name: "金额单位",
    broken: "金额单位存疑",
    statement: "金额的单位与表头一致，表头没有注明的以万元为单位",
    explanation: "把元当作万元填报，数额会大一万倍。请按提示中的两种读法核对，与原始数据一致的，请写明。",
  },
  "T.TABLE": {
    name: "文表一致",
    broken: "文字与表格不一致",
    statement: "正文中的数字与表中的数字一致",
    explanation:
      "正文中收到、办结、结转、予以公开、行政复议、行政诉讼等数字应当与统计表一致。“收到”可以只指本年新收，也可以包括上年结转，都对不上的才会提示。",
  },
  "N.SEC1": {
    name: "总体情况篇幅",
    broken: "总体情况过长",
    statement: "第一部分一般不超过 1000 字",
    explanation: "2021 年版格式要求总体情况简明扼要，一般控制在 1000 字以内。",
  },
  "N.SEC5": {
    name: "问题和改进情况",
    broken: "问题和改进不具体",
    statement: "第五部分写明存在的主要问题和改进情况",
    explanation: "问题和改进情况应当具体，不能空着，不能只写“无”，也不能每年照搬。",
  },
  "N.SEC6": {
    name: "信息处理费",
    broken: "没有报告信息处理费",
    statement: "第六部分报告收取信息处理费的情况",
    explanation:
      "信息处理费是办理公开申请时收取的费用，没有收取的也要写明。它与表二第（八）项的行政事业性收费是两回事，二者不能互相代替。",
  },
  "N.YEAR": {
    name: "正文年度",
    broken: "正文年度存疑",
    statement: "正文所说的年度与报告年度相符",
    explanation: "总结工作、写明下一步打算的句子，年度与报告年度对不上，多半是沿用了往年的文字没有改。",
  },
  "D.YEAR": {
    name: "报告年度",
    broken: "报告年度不一致",
    statement: "标题、统计期限、文件名和各表写明的年度一致",
    explanation: "同一份报告出现了不同的年度，多半是沿用了往年的标题没有改。请改成报告年度。",
  },
};
