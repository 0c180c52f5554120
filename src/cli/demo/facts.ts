import type { OperatingState } from '../../domain/instrument.ts'
import type { InstitutionKind } from '../../domain/imports.ts'

/** Name, jurisdiction, kind and roles of a member that the public reports name. */
export type MemberFact = readonly [name: string, jurisdiction: string, kind: InstitutionKind, roles: string]

export interface InstrumentFact {
  readonly facility: string
  readonly kind: string
  readonly count: number
  /** Places of a shared instrument; 1 means one user at a time. */
  readonly capacity: number
  readonly state: OperatingState
}

export interface AllianceFact {
  readonly slug: string
  readonly name: string
  readonly type: string
  readonly leadLabel: string
  readonly foundedOn: string | null
  /** Members in all; those not named here stand in the demo under plainly fictional names. */
  readonly memberCount: number
  readonly members: readonly MemberFact[]
  /** Parties by their place among the members. */
  readonly agreements: readonly {
    readonly subject: string
    readonly parties: readonly number[]
    readonly forms: string | null
  }[]
  readonly instruments: readonly InstrumentFact[]
  /** Hours of a quarter that all members draw on together, instead of each on its own. */
  readonly pooledHours?: number
}

/**
 * Research alliances and their named members as public news of 2016 to 2023 reported them: plain facts.
 * Member counts of some, kinds and counts of some instruments are assumed for the demonstration. Nothing else
 * in the demonstration belongs to a real institution.
 */
export const ALLIANCE_FACTS: readonly AllianceFact[] = [
  {
    slug: 'beijing-life-health',
    name: '北京生命科学与健康协同创新联合体',
    type: 'consortium',
    leadLabel: '发起单位',
    foundedOn: '2016-12-17',
    memberCount: 15,
    members: [
      ['北京泛生子基因科技有限公司', 'CN', 'company', 'founder'],
      ['国家蛋白质科学中心·北京', 'CN', 'research', 'founder platform-host'],
      ['北京博奥生物有限公司', 'CN', 'company', 'founder'],
      ['北京神经外科研究所', 'CN', 'hospital', 'founder'],
      ['北京浦润生物科技公司', 'CN', 'company', 'founder'],
      ['北京科技协作中心', 'CN', 'government', 'founder broker'],
      ['北京生物技术和新医药产业促进中心', 'CN', 'government', 'founder broker'],
    ],
    agreements: [
      { subject: '全蛋白质组精准定量平台建设', parties: [0, 1, 2], forms: null },
      { subject: '基因突变检测标准品开发', parties: [0, 1, 2], forms: null },
      { subject: '基于TCR的肿瘤免疫治疗策略', parties: [0, 1, 2], forms: null },
      { subject: '肝癌分子标记物及药物开发', parties: [0, 1, 2], forms: null },
      {
        subject: '脑胶质瘤恶性机制研究和靶向药物应用研发',
        parties: [3, 1, 4],
        forms: '脑胶质瘤协同创新联合体',
      },
    ],
    instruments: [
      {
        facility: '蛋白质组学技术平台',
        kind: 'mass-spectrometer',
        count: 20,
        capacity: 1,
        state: 'operation',
      },
    ],
  },
  {
    slug: 'gz-diagnostics',
    name: '傳染病診斷試劑產業技術創新聯盟',
    type: 'industry-technology-alliance',
    leadLabel: '理事長單位',
    foundedOn: '2020-04-22',
    memberCount: 27,
    members: [
      ['中山大學達安基因股份有限公司', 'CN', 'company', 'chair founder'],
      ['廣州市達瑞生物技術股份有限公司', 'CN', 'company', 'member'],
      ['廣州萬孚生物技術股份有限公司', 'CN', 'company', 'member'],
      ['廣州安必平醫藥科技股份有限公司', 'CN', 'company', 'member'],
      ['廣州達安臨床檢驗中心有限公司', 'CN', 'company', 'member'],
    ],
    agreements: [],
    instruments: [
      { facility: '分子診斷核心技術平台', kind: 'qpcr', count: 4, capacity: 1, state: 'operation' },
    ],
    pooledHours: 1080,
  },
  {
    slug: 'gz-vaccine',
    name: '新發傳染病疫苗研發技術創新聯盟',
    type: 'industry-technology-alliance',
    leadLabel: '理事長單位',
    foundedOn: '2020-04-22',
    memberCount: 16,
    members: [
      ['廣州再生醫學與健康廣東省實驗室', 'CN', 'research', 'chair founder'],
      ['廣州瑞貝斯藥業有限公司', 'CN', 'company', 'vice-chair secretariat founder'],
      ['中科院廣州生物醫藥與健康研究院', 'CN', 'research', 'vice-chair'],
      ['廣東省疾病預防控制中心', 'CN', 'government', 'vice-chair'],
      ['廣東華南疫苗股份有限公司', 'CN', 'company', 'vice-chair'],
      ['廣東萊恩醫藥研究院有限公司', 'CN', 'company', 'vice-chair'],
      ['廣州達博生物制品有限公司', 'CN', 'company', 'vice-chair'],
      ['廣州市銳博生物科技有限公司', 'CN', 'company', 'vice-chair'],
      ['廣州恩寶生物醫藥科技有限公司', 'CN', 'company', 'vice-chair'],
    ],
    agreements: [],
    instruments: [
      { facility: '疫苗評價平台', kind: 'flow-cytometer', count: 3, capacity: 1, state: 'operation' },
    ],
  },
  {
    slug: 'gba-lab-animal',
    name: '粵港澳實驗動物共享服務與技術創新聯盟',
    type: 'resource-sharing-alliance',
    leadLabel: '理事長單位',
    foundedOn: '2020-04-22',
    memberCount: 42,
    members: [
      ['廣州再生醫學與健康廣東省實驗室', 'CN', 'research', 'chair founder'],
      ['廣東省實驗動物監測所', 'CN', 'research', 'secretariat founder'],
      ['香港大學新發傳染性疾病國家重點實驗室', 'HK', 'university', 'founder'],
      ['澳門科技大學中藥質量研究國家重點實驗室', 'MO', 'university', 'founder'],
    ],
    agreements: [],
    instruments: [
      { facility: '大動物模型研究中心', kind: 'animal-room', count: 1, capacity: 240, state: 'operation' },
      { facility: '動物實驗室', kind: 'animal-room', count: 1, capacity: 60, state: 'operation' },
    ],
  },
  {
    slug: 'huairou',
    name: '北京怀柔综合性国家科学中心',
    type: 'science-centre',
    leadLabel: '管委会',
    foundedOn: null,
    memberCount: 24,
    members: [
      ['北京怀柔科学城管理委员会', 'CN', 'government', 'secretariat'],
      ['中国科学院大气物理研究所', 'CN', 'research', 'platform-host'],
      ['中国科学院物理研究所', 'CN', 'research', 'platform-host'],
      ['中国科学院高能物理研究所', 'CN', 'research', 'platform-host'],
      ['北京大学', 'CN', 'university', 'user'],
      ['国家海洋环境预报中心', 'CN', 'government', 'user'],
      ['百度', 'CN', 'company', 'user'],
      ['University of Cambridge', 'GB', 'university', 'user'],
    ],
    agreements: [],
    instruments: [
      { facility: '地球系统数值模拟装置', kind: 'compute', count: 1, capacity: 100000, state: 'operation' },
      {
        facility: '综合极端条件实验装置',
        kind: 'extreme-conditions-station',
        count: 3,
        capacity: 1,
        state: 'operation',
      },
      {
        facility: '综合极端条件实验装置',
        kind: 'extreme-conditions-station',
        count: 1,
        capacity: 1,
        state: 'trial',
      },
      {
        facility: '综合极端条件实验装置',
        kind: 'extreme-conditions-station',
        count: 1,
        capacity: 1,
        state: 'research',
      },
      { facility: '高能同步辐射光源HEPS', kind: 'beamline', count: 14, capacity: 1, state: 'construction' },
    ],
  },
  {
    slug: 'zgc-life-park',
    name: '中关村生命科学园',
    type: 'science-park',
    leadLabel: '园区',
    foundedOn: null,
    memberCount: 20,
    members: [
      ['北京生命科学研究所', 'CN', 'research', 'member'],
      ['北京脑科学与类脑研究中心', 'CN', 'research', 'member'],
      ['国家蛋白质科学中心·北京', 'CN', 'research', 'member platform-host'],
      ['百济神州', 'CN', 'company', 'member'],
      ['诺诚健华', 'CN', 'company', 'member'],
      ['博雅辑因', 'CN', 'company', 'member'],
      ['数坤科技', 'CN', 'company', 'member'],
      ['北京高博医院', 'CN', 'hospital', 'member'],
    ],
    agreements: [],
    instruments: [
      { facility: '园区共享平台', kind: 'confocal-microscope', count: 3, capacity: 1, state: 'operation' },
      { facility: '园区共享平台', kind: 'two-photon-microscope', count: 2, capacity: 1, state: 'operation' },
    ],
  },
  {
    slug: 'chengdu-precision',
    name: '国家精准医学产业创新中心',
    type: 'innovation-centre-company',
    leadLabel: '股东单位',
    foundedOn: '2022-01',
    memberCount: 30,
    members: [
      ['成都高新投资集团有限公司', 'CN', 'company', 'shareholder'],
      ['上海医药', 'CN', 'company', 'shareholder'],
      ['华大基因', 'CN', 'company', 'shareholder'],
      ['中源协和', 'CN', 'company', 'shareholder'],
      ['迈克生物', 'CN', 'company', 'shareholder'],
      ['四川大学华西医院', 'CN', 'hospital', 'co-builder platform-host'],
    ],
    agreements: [],
    instruments: [
      { facility: '华西精准医学研究平台', kind: 'sequencer', count: 2, capacity: 1, state: 'operation' },
    ],
  },
  {
    slug: 'suzhou-mab',
    name: '苏州市单克隆抗体研发和产业化创新联合体',
    type: 'market-driven',
    leadLabel: '龙头企业',
    foundedOn: '2022',
    memberCount: 12,
    members: [
      ['信达生物制药集团', 'CN', 'company', 'lead'],
      ['姑苏实验室', 'CN', 'research', 'member'],
      ['苏州大学附属第一医院', 'CN', 'hospital', 'member'],
      ['苏州纳微科技股份有限公司', 'CN', 'company', 'member'],
    ],
    agreements: [],
    instruments: [
      { facility: '膜材料表征平台', kind: 'electron-microscope', count: 1, capacity: 1, state: 'operation' },
    ],
  },
  {
    slug: 'suzhou-fibre',
    name: '盛虹国家先进功能纤维创新中心',
    type: 'company-plus-alliance',
    leadLabel: '公司',
    foundedOn: null,
    memberCount: 8,
    members: [['国家先进功能纤维创新中心', 'CN', 'company', 'lead']],
    agreements: [],
    instruments: [
      { facility: '纤维中试线', kind: 'spinning-line', count: 2, capacity: 1, state: 'operation' },
    ],
  },
  {
    slug: 'zjg-hydrogen',
    name: '张家港氢能创新联合体',
    type: 'platform-supported',
    leadLabel: '牵头单位',
    foundedOn: null,
    memberCount: 10,
    members: [['张家港氢能创新中心', 'CN', 'research', 'lead platform-host']],
    agreements: [],
    instruments: [
      { facility: '氢能测试平台', kind: 'fuel-cell-test-bench', count: 4, capacity: 1, state: 'operation' },
    ],
  },
  {
    slug: 'nm-hydrogen-metallurgy',
    name: '双还原剂低碳富氢冶金技术开发与示范创新联合体',
    type: 'challenge-led',
    leadLabel: '盟主',
    foundedOn: null,
    memberCount: 3,
    members: [
      ['内蒙古中盛工程技术有限公司', 'CN', 'company', 'lead'],
      ['上海交通大学', 'CN', 'university', 'member'],
      ['矿冶科技集团有限公司', 'CN', 'company', 'member'],
    ],
    agreements: [],
    instruments: [
      { facility: '冶金模拟平台', kind: 'compute', count: 1, capacity: 2000, state: 'operation' },
    ],
  },
]
