import { readName, readTitle, readYear } from "../../src/recognise/year";

test.each<[text: string, unit: string | undefined, year: number | undefined]>([
  ["新郑市辛店镇（练习）2020年政府信息公开工作年度报告", "新郑市辛店镇（练习）", 2020],
  ["中国（上海）自由贸易试验区管理委员会2024年政府信息公开工作年度报告", "中国（上海）自由贸易试验区管理委员会", 2024],
  ["新郑市辛店镇2020年政府信息公开工作年度报告", "新郑市辛店镇", 2020],
  ["辛店镇 2020年政府信息公开工作年度报告", "辛店镇", 2020],
  ["杭州市２０２５年政府信息公开工作年度报告", "杭州市", 2025],
  ["2021年度乐山市五通桥区牛华镇政府信息公开工作年度报告", "乐山市五通桥区牛华镇", 2021],
  ["沭阳县发展和改革局2023年度政府信息公开年报", "沭阳县发展和改革局", 2023],
  ["《金湖县2023年政府信息公开工作年度报告》", "金湖县", 2023],
  ["附件1：宣城市气象局2020年政府信息公开工作年度报告", "宣城市气象局", 2020],
  ["关于某县人民政府二〇二二年政府信息公开工作年度报告", "某县人民政府", 2022],
  ["某县人民政府信息公开工作年度报告（2022年）", "某县人民政府", 2022],
  ["宿迁市政府信息公开工作年度报告\n（2024年度）", "宿迁市", 2024],
  ["政府信息公开工作年度报告", undefined, undefined],
  ["2020年政府信息公开工作年度报告", undefined, 2020],
  ["填报单位：辛店镇人民政府", "辛店镇人民政府", undefined],
  ["填报单位：辛店镇   填报日期：2021年1月20日", "辛店镇", undefined],
  ["单位：辛店镇 年度：2020", "辛店镇", 2020],
  ["2020年度", undefined, 2020],
  ["（2020年）", undefined, 2020],
  ["统计年度：2021", undefined, 2021],
  ["单位：万元", undefined, undefined],
  ["单位:件", undefined, undefined],
  ["单位：件、万元", undefined, undefined],
  ["二、主动公开政府信息情况", undefined, undefined],
  ["2020年度，辛店镇政府信息公开工作在镇党委的领导下取得新成效。", undefined, undefined],
  ["2020年全年，我镇未收到政府信息公开申请，无依申请公开信息。", undefined, undefined],
  ["2020", undefined, undefined],
  ["", undefined, undefined],
  ["示例县第2019镇2023年政府信息公开工作年度报告", "示例县第2019镇", 2023],
  ["2019大道街道2023年政府信息公开工作年度报告", "2019大道街道", 2023],
  ["二零一路街道2023年政府信息公开工作年度报告", "二零一路街道", 2023],
  ["2023辛店镇政府信息公开工作年度报告", "辛店镇", 2023],
  ["某县（二〇二二）政府信息公开工作年度报告", "某县", undefined],
  ["气象站12020年政府信息公开工作年度报告", "气象站1", 2020],
  ["第2000镇政府信息公开工作年度报告", "第2000镇", undefined],
])("title %j", (text, unit, year) => {
  expect(readTitle(text)).toEqual({ ...(unit === undefined ? {} : { unit }), ...(year === undefined ? {} : { year }) });
});

test.each<[name: string, unit: string | undefined, year: number | undefined]>([
  ["表三", undefined, undefined],
  ["表三 2020", undefined, 2020],
  ["2021年度", undefined, 2021],
  ["Sheet2020", undefined, 2020],
  ["20201231", undefined, undefined],
  ["新郑市辛店镇2020年政府信息公开工作年度报告.xlsx", "新郑市辛店镇", 2020],
  ["报告2023.docx", undefined, 2023],
  ["2023辛店镇.xlsx", undefined, 2023],
  ["第2000镇.xlsx", undefined, undefined],
])("name %j", (name, unit, year) => {
  expect(readName(name)).toEqual({ ...(unit === undefined ? {} : { unit }), ...(year === undefined ? {} : { year }) });
});

test.each([
  ["1999年", undefined],
  ["截至2023年12月31日", 2023],
  ["二零二一年", 2021],
  ["二○二〇年", 2020],
  ["120203", undefined],
  ["第2019镇 2023年", 2023],
  ["2019路街道", undefined],
  ["2023街道办事处", 2023],
])("year in %j", (text, year) => {
  expect(readYear(text)).toBe(year);
});
