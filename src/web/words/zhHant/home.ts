import type { Texts } from '../shape.ts'
import type { home as original } from '../zhCn/home.ts'

export const home: Texts<typeof original> = {
  hello: name => `${name}，您好`,
  today: '今天的安排',
  nothingToday: '今天沒有預約',
  nothingTodayHelp: '找一台儀器，看看哪裡有空。',
  next: '接下來',
  waiting: '等待審批',
  waitingUntil: moment => `最遲 ${moment} 答覆`,
  toApprove: count => `有 ${count} 個申請等您審批`,
  openInbox: '去審批',
  quotaLeft: '剩餘機時配額',
  repeat: '再約一次',
  repeatTitle: '最近用過',
  checkIn: '簽到',
  checkOut: '簽退',
  open: '檢視',
  free: '現在就約',
  noQuota: '沒有可顯示的配額。貴單位自己的儀器通常不佔用配額。',
}
