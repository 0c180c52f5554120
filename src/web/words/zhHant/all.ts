import { common } from './common.ts'
import { frame } from './frame.ts'
import { login } from './login.ts'

/** Every text of the page in this language, by area. */
export const words = { common, frame, login }
