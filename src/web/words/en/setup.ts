import type { Texts } from '../shape.ts'
import type { setup as original } from '../zhCn/setup.ts'

export const setup: Texts<typeof original> = {
  title: 'Set up this site',
  detail:
    'You will be the first person here, and site admin. You, or admins of institutions, add everybody else.',
  token: 'One-time code',
  tokenHelp: 'What follows token= in the link that the server printed when it started.',
  name: 'Name',
  loginKind: 'Log in with',
  loginKinds: { email: 'E-mail', phone: 'Phone', 'staff-number': 'Staff number' },
  logins: { email: 'E-mail address', phone: 'Phone number', 'staff-number': 'Staff number' },
  password: 'Password',
  passwordHelp: characters =>
    `At least ${characters} characters; longer is better, no rules about capitals or signs.`,
  passwordTooShort: (characters, missing) => `At least ${characters} characters: ${missing} more.`,
  showPassword: 'Show password',
  submit: 'Set up and log in',
  tokenWrong: 'This link is no longer valid',
  tokenWrongHelp:
    'A link works once, and only the newest: each start of the server prints one. Copy it from its output.',
  isDone: 'This site has been set up',
  isDoneHelp:
    'Log in with your account. If you have none yet, ask the admin of your institution or of the site.',
  notYet: 'This site has not been set up yet',
  notYetHelp: 'Open the one-time link that the server printed when it started, and enter the first person.',
}
