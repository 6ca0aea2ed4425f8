import { readReport } from "../../../src/recognise/report/read-report";
import { readClaims } from "../../../src/recognise/report/narrative";
import { relationsOf } from "../../../src/rules/relations";

const claimsIn = (text: string, number: 1 | 3 = 1) =>
  readClaims([{ number, heading: "一、总体情况", text }]).map(({ topic, number: count }) => `${topic} ${count}`);

describe("figures claimed in sentences of published reports", () => {
  test.each([
    [
      "平潭 2020",
      "2020年全区各级行政机关共受理政府信息公开申请21件，受理的申请件已按规定在法定期限内予以答复。",
      ["received 21"],
    ],
    [
      "平潭 2023",
      "2023年全区接收通过邮寄、网络提交的各类政府信息公开申请共计81件，涉及自然人80件、商业企业1件。",
      ["received 81", "naturalPerson 80", "commercial 1"],
    ],
    [
      "平潭 2023",
      "办结依申请公开81件，其中：予以公开及部分公开42件，占51.85%；不予公开5件，占6.17%；无法提供31件，占38.27%；不予处理1件，占1.23%；" +
        "其他处理2件，占2.47%；因政府信息公开引起的行政复议案件2件、行政诉讼案件7件。",
      [
        "handled 81",
        "grantedWhollyOrPartly 42",
        "denied 5",
        "unavailable 31",
        "notProcessed 1",
        "other 2",
        "review 2",
        "litigation 7",
      ],
    ],
    [
      "平潭 2023",
      "集中发布现行有效行政规范性文件393件，动态更新本年度制发的规范性文件77件。",
      ["documentsValid 393", "documentsIssued 77"],
    ],
    ["平潭 2024", "全年办理政府信息公开申请218件。", ["handled 218"]],
    [
      "平潭 2025",
      "2025年，全区共收到政府信息公开申请154件，共办结148件，结转至2026年6件。",
      ["received 154", "processed 148", "carriedForward 6"],
    ],
    ["平潭 2025", "全年办理因政府信息公开申请引发的行政复议36起，行政诉讼9起。", ["review 36", "litigation 9"]],
    ["辛店镇 2020", "2020年，我镇未收到政府信息公开申请，无依申请公开信息。", ["received 0"]],
    ["新洲区气象局 2021", "本年度未新收到政府信息公开申请事项。", ["received 0"]],
    ["新洲区气象局 2021", "全年办理行政许可1件，无行政处罚、行政强制情况，无行政事业性收取费用的情况发生。", []],
  ])("%s: %s", (_source, sentence, expected) => {
    expect(claimsIn(sentence)).toEqual(expected);
  });
});

describe("figures claimed", () => {
  test.each([
    [
      "本年新收政府信息公开申请１２件，上年结转3件，结转下年度继续办理2件。",
      ["received 12", "carriedOver 3", "carriedForward 2"],
    ],
    ["共收到政府信息公开申请1,205件，结转5件。", ["received 1205", "carried 5"]],
    [
      "全年收到申请20件，其中予以公开8件、部分公开3件、不予公开2件、无法提供4件、不予处理2件、作其他方式处理1件。",
      ["received 20", "granted 8", "partiallyGranted 3", "denied 2", "unavailable 4", "notProcessed 2", "other 1"],
    ],
    [
      "全市共收办政府信息公开申请300件（含上年结转9件），自然人申请280件，法人或其他组织20件。",
      ["handled 300", "carriedOver 9", "naturalPerson 280", "organisations 20"],
    ],
    ["全年未发生因政府信息公开引起的行政复议和行政诉讼。", ["review 0", "litigation 0"]],
    ["没有因政府信息公开申请行政复议的情况，提起行政诉讼1起。", ["litigation 1", "review 0"]],
    ["本年度无政府信息公开申请。", ["received 0"]],
    ["没有依申请公开事项。", ["received 0"]],
  ])("%s", (sentence, expected) => {
    expect(claimsIn(sentence)).toEqual(expected);
  });

  test.each([
    ["changes", "收到政府信息公开申请，同比增加15件。"],
    ["shares", "予以公开占33.0%，部分公开占12%。"],
    ["one channel of several", "收到网络申请12件，信函申请8件。"],
    ["rough figures", "收到政府信息公开申请近200件，受理申请100余件。"],
    ["other things", "通过网站主动公开政府信息2602条，发布政策解读117篇，组织培训3次。"],
    ["periods", "在收到申请之日起20个工作日内予以答复。"],
    ["grounds that begin with 无", "对无正当理由大量反复申请的，不予处理。"],
    ["departments", "其中区公安分局收到申请5件。"],
  ])("are not taken from %s: %s", (_what, sentence) => {
    expect(claimsIn(sentence)).toEqual([]);
  });
});

const NARRATIVE = `新郑市辛店镇2021年政府信息公开工作年度报告
目录：一、总体情况 二、主动公开政府信息情况 六、其他需要报告的事项
一、总体情况
2021年，本镇持续推进政务公开。
（一）主动公开。发布信息30条。
（二）依申请公开。收到政府信息公开申请4件。
二、主动公开政府信息情况
规章\t0\t0\t0
本年度制发规范性文件情况如下表所示。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量\t4\t0\t0\t0\t0\t0\t4
三、本年度办理结果\t（一）予以公开\t4\t0\t0\t0\t0\t0\t4
四、因政府信息公开工作被申请行政复议、提起行政诉讼情况
本年度未发生行政复议、行政诉讼。
五、存在的主要问题及改进情况
主动公开的形式还不够丰富，下一步将增加图解。
六、其他需要报告的事项
本年度未收取信息处理费。`;

describe("the parts of a report", () => {
  const report = readReport({ kind: "text", text: NARRATIVE }, relationsOf);

  test("are told by their headings, in spite of a table of contents and of rows that are numbered alike", () => {
    expect(report.chapters.map(({ number, heading }) => [number, heading])).toEqual([
      [1, "一、总体情况"],
      [2, "二、主动公开政府信息情况"],
      [3, "三、收到和处理政府信息公开申请情况"],
      [4, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
      [5, "五、存在的主要问题及改进情况"],
      [6, "六、其他需要报告的事项"],
    ]);
  });

  test("hold sentences, not the cells of tables", () => {
    expect(report.chapters.map(({ text }) => text.split("\n").length)).toEqual([3, 1, 1, 1, 1, 1]);
    expect(report.chapters[1]!.text).toBe("本年度制发规范性文件情况如下表所示。");
    expect(report.chapters[2]!.text).toBe("");
  });

  test("give unit, year and claims", () => {
    expect([report.unit, report.year]).toEqual(["新郑市辛店镇", 2021]);
    expect(report.claims.map(({ topic, number, chapter }) => [chapter, topic, number])).toEqual([
      [1, "received", "4"],
      [4, "review", "0"],
      [4, "litigation", "0"],
    ]);
  });

  test("are told from a page as well, and where everything stands in one line", () => {
    const page = NARRATIVE.split("\n").map((line) => `<p><span>${line.slice(0, 2)}</span>${line.slice(2)}</p>`);
    const inLine = NARRATIVE.replace(/\n目录.*?\n/, "\n").replaceAll("\n", " ");
    for (const source of [
      { kind: "html", text: page.join("\n") },
      { kind: "text", text: inLine },
    ] as const) {
      const { chapters, unit, year } = readReport(source, relationsOf);
      expect(chapters.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(chapters.at(-1)!.text).toBe("本年度未收取信息处理费。");
      expect([unit, year]).toEqual(["新郑市辛店镇", 2021]);
    }
  });
});
