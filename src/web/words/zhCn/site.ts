export const site = {
  title: '站点设置',
  detail: '本站的名称与标志，显示在每一页左上角和登录页。',
  name: '站点名称',
  nameEn: '英文名称',
  logo: '标志',
  logoHelp: 'PNG 或 JPEG，不超过 1 MiB，正方形最好看。',
  chooseLogo: '选择图片',
  removeLogo: '恢复默认标志',
  saved: '已保存，所有人下次打开页面时看到。',
}
