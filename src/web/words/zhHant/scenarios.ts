import type { Texts } from '../shape.ts'
import type { scenarios as original } from '../zhCn/scenarios.ts'

export const scenarios: Texts<typeof original> = {
  title: '示範情境',
  detail: '各聯盟的真實做法，目前已可在本站走通的部分。每一條都有自動化測試，兩種資料庫都跑。',
  alliance: '聯盟或平台',
  works: '可以做什麼',
  see: '在哪裡看',
  rows: {
    pool: {
      name: '國家蛋白質科學中心 蛋白質體學',
      works:
        '20 台質譜儀組成一個池：200 人同時搶同一時段，恰好 20 人成功、分在 20 台不同儀器上，其餘 180 人得到附近可約時段。',
      see: '找機時：搜尋「質譜」，預約時選「任意一台」',
    },
    agreement: {
      name: '北京生命健康 創新聯合體',
      works: '膠質瘤協議只約束三方：第四方即使是聯盟成員，也不能以該協議預約；政府成員可見不可約。',
      see: '聯盟 → 協議',
    },
    confidential: {
      name: '診斷試劑 創新聯合體',
      works:
        '27 家互為競爭對手：別家的預約只顯示「已佔用」；理事長單位只看到各成員按已結束月份的小時數；合用配額不會透支。',
      see: '找機時的時間軸；聯盟 → 配額',
    },
    states: {
      name: '懷柔大科學裝置機時',
      works:
        '試運行的裝置只有受邀課題可約，科研狀態的誰也不可約；870 份機時分配合計恰好 580,000.0 小時，十萬步隨機操作後分毫不差。',
      see: '儀器管理 → 儀器；配額與明細',
    },
  },
}
