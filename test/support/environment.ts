/** The environment for a process that a test starts: this one's, with `extra` over it. */
export function environmentWith(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...extra }
}

const nameOfLent = 'JISHI_TEST_CLUSTER'

/** Lends the cluster at `url` to the processes that get this environment. */
export const lendCluster = (url: string): NodeJS.ProcessEnv => environmentWith({ [nameOfLent]: url })

/** The address of the cluster that whoever started this process lends to it. */
export const lentCluster: string | undefined = process.env[nameOfLent]
