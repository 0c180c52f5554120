/** How labs write the well-known techniques, by the code that the page has words for. */
const WRITINGS = {
  'mass-spectrometry': [
    '质谱',
    '質譜',
    '质谱法',
    '質譜法',
    '质谱分析',
    '質譜分析',
    'ms',
    'mass spectrometry',
  ],
  'lc-ms': ['液质联用', '液質聯用', '液相色谱质谱联用', '液相色譜質譜聯用', 'lcms', 'lc/ms'],
  'gc-ms': ['气质联用', '氣質聯用', '气相色谱质谱联用', '氣相色譜質譜聯用', 'gcms', 'gc/ms'],
  'icp-ms': ['电感耦合等离子体质谱', '電感耦合等離子體質譜'],
  'icp-oes': ['电感耦合等离子体发射光谱', '電感耦合等離子體發射光譜', 'icp-aes'],
  'liquid-chromatography': ['液相色谱', '液相色譜', '高效液相色谱', '高效液相色譜', 'hplc', 'lc'],
  'gas-chromatography': ['气相色谱', '氣相色譜', 'gc'],
  nmr: ['核磁共振', '核磁共振波谱', '核磁共振波譜', 'nuclear magnetic resonance'],
  epr: ['电子顺磁共振', '電子順磁共振', 'esr', 'electron paramagnetic resonance'],
  mri: ['磁共振成像', '核磁共振成像', 'magnetic resonance imaging'],
  'x-ray-diffraction': ['x射线衍射', 'x射線繞射', 'x射線衍射', 'x 射线衍射', 'xrd'],
  'x-ray-scattering': ['小角散射', 'x射线小角散射', 'x射線小角散射', 'saxs', 'small-angle x-ray scattering'],
  'x-ray-photoelectron-spectroscopy': [
    'x射线光电子能谱',
    'x射線光電子能譜',
    '光电子能谱',
    '光電子能譜',
    'xps',
  ],
  'x-ray-fluorescence': ['x射线荧光', 'x射線螢光', 'x射線熒光', 'xrf'],
  'raman-spectroscopy': ['拉曼', '拉曼光谱', '拉曼光譜', 'raman'],
  'infrared-spectroscopy': [
    '红外光谱',
    '紅外光譜',
    '傅里叶变换红外',
    '傅立葉轉換紅外',
    'ir',
    'ftir',
    'ft-ir',
  ],
  'uv-vis-spectroscopy': ['紫外可见光谱', '紫外可見光譜', '紫外可见分光光度', '紫外可見分光光度', 'uv-vis'],
  'fluorescence-spectroscopy': ['荧光光谱', '螢光光譜', '熒光光譜'],
  'electron-microscopy': ['电子显微', '電子顯微', '电镜', '電鏡', '电子显微术', '電子顯微術', 'em'],
  'scanning-electron-microscopy': ['扫描电镜', '掃描電鏡', '扫描电子显微', '掃描電子顯微', 'sem'],
  'transmission-electron-microscopy': ['透射电镜', '透射電鏡', '透射电子显微', '透射電子顯微', 'tem'],
  'cryo-electron-microscopy': ['冷冻电镜', '冷凍電鏡', '冷冻电子显微', '冷凍電子顯微', 'cryo-em', 'cryoem'],
  'atomic-force-microscopy': ['原子力显微', '原子力顯微', 'afm'],
  'light-microscopy': [
    '光学显微',
    '光學顯微',
    '光学显微术',
    '光學顯微術',
    'microscopy',
    'optical microscopy',
  ],
  'confocal-microscopy': ['共聚焦', '激光共聚焦', '共聚焦显微', '共軛焦顯微', '激光共聚焦显微', 'confocal'],
  'super-resolution-microscopy': ['超分辨', '超分辨显微', '超分辨顯微', '超解析顯微', 'sted', 'sim', 'storm'],
  'two-photon-microscopy': ['双光子', '雙光子', '双光子显微', '雙光子顯微', 'two-photon', 'multiphoton'],
  'flow-cytometry': ['流式', '流式细胞', '流式细胞术', '流式細胞術', 'facs'],
  pcr: ['核酸扩增', '核酸擴增', '荧光定量pcr', '螢光定量pcr', 'qpcr', 'rt-pcr', 'nucleic-acid amplification'],
  sequencing: ['测序', '測序', '定序', '基因测序', '基因測序', '基因定序', '高通量测序', '高通量測序', 'ngs'],
  'laboratory-animals': ['实验动物', '實驗動物', '动物实验', '動物實驗', 'animal research'],
  'high-performance-computing': ['高性能计算', '高性能計算', '高效能計算', '超算', 'hpc'],
  'synchrotron-radiation': ['同步辐射', '同步輻射', 'synchrotron'],
  'neutron-scattering': ['中子散射'],
  'high-field-low-temperature': ['强磁场低温', '強磁場低溫', 'high field, low temperature'],
  'fibre-forming': ['纤维成形', '纖維成形', '纺丝', '紡絲', 'fibre spinning', 'fiber spinning'],
  electrochemistry: ['电化学', '電化學', '电化学测试', '電化學測試', 'electrochemical testing'],
  'thermal-analysis': ['热分析', '熱分析', '差示扫描量热', '差示掃描量熱', 'dsc', 'tga', 'tg-dsc'],
  rheology: ['流变', '流變', '流变学', '流變學'],
  'particle-sizing': ['粒度分析', '激光粒度', '粒徑分析', '雷射粒徑分析', 'dls', 'particle size analysis'],
  'gas-adsorption': ['气体吸附', '氣體吸附', '比表面', '比表面积', '比表面積', 'bet'],
  'mechanical-testing': ['力学测试', '力學測試', '力学性能', '力學性能', '材料试验', '材料試驗'],
  lithography: ['光刻', '微影', '电子束曝光', '電子束微影'],
  nanofabrication: ['微纳加工', '微納加工', '微奈米加工', '奈米加工', 'micro- and nanofabrication'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type TechniqueCode = keyof typeof WRITINGS

const CODES = new Map<string, TechniqueCode>(
  (Object.keys(WRITINGS) as TechniqueCode[]).flatMap(code =>
    techniqueWritings(code).map(writing => [writing, code] as const),
  ),
)

/** The code of a well-known technique however it is written, 质谱, 質譜 and MS alike; null: it is not known. */
export const techniqueCode = (text: string): TechniqueCode | null => CODES.get(folded(text)) ?? null

/** Every way in which a well-known technique is written: in small letters, with blanks for hyphens. */
export function techniqueWritings(code: TechniqueCode): readonly string[] {
  return [code, ...WRITINGS[code]].map(folded)
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll('-', ' ')
}
