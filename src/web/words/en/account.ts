import type { Texts } from '../shape.ts'
import type { account as original } from '../zhCn/account.ts'

export const account: Texts<typeof original> = {
  detail: 'Who you are, where you belong, and how you log in.',
  logins: 'Ways to log in',
  password: 'Password',
  passwordSet: 'set',
  passwordNone: 'none',
  federation: 'Single sign-on',
  loginsHelp: 'Further logins are added by an admin of your institution.',
  change: 'Change your password',
  changeHelp:
    'You stay logged in here. Everywhere else, on other devices and in other browsers, you have to log in ' +
    'again with the new password, within a quarter of an hour at the latest.',
  noPasswordHelp: 'You have no password yet. To log in with one, ask an admin of your institution.',
  current: 'Present password',
  currentWrong: 'That is not your present password. Nothing has changed.',
  next: 'New password',
  submit: 'Change password',
  changed: 'Your password has changed',
  changedHelp: 'Log in with the new one from now on. Your other sessions have ended.',
}
