import type { Texts } from '../shape.ts'
import type { login as original } from '../zhCn/login.ts'

export const login: Texts<typeof original> = {
  title: 'Log in',
  welcome: 'Shared instruments, no double bookings, quota in plain sight',
  login: 'Login',
  loginHelp: 'E-mail, phone or staff number',
  password: 'Password',
  submit: 'Log in',
  wrong: 'Login or password is wrong. Please try again.',
  tryAs: 'Enter the demonstration as',
  again: 'Please log in again',
}
