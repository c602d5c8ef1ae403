/** PostgreSQL refuses to run as root; started by root, we run it as somebody who owns nothing else. */
import { readFile, stat } from 'node:fs/promises'

/** `null`: as whoever we are. */
export type RunAs = { readonly uid: number; readonly gid: number } | null

const CANDIDATES = ['viche', 'postgres', 'nobody', 'daemon'] as const

/**
 * Who runs the server whose data is at `pgData`: the owner of data that is there already, else the first of
 * `viche`, `postgres`, `nobody`, `daemon` that this machine knows. initdb wants a user with a name.
 */
export async function chooseUser(pgData: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return null
  const users = parseUsers(await readFile('/etc/passwd', 'utf8'))
  const owner = await stat(pgData).catch(() => null)
  if (owner && owner.uid !== 0) {
    const known = users.find((u) => u.uid === owner.uid)
    return { uid: owner.uid, gid: known?.gid ?? owner.gid }
  }
  const user = CANDIDATES.map((name) => users.find((u) => u.name === name)).find((u) => u !== undefined)
  if (!user) throw new Error(`none of the users ${CANDIDATES.join(', ')} is in /etc/passwd`)
  return { uid: user.uid, gid: user.gid }
}

type User = { readonly name: string; readonly uid: number; readonly gid: number }

function parseUsers(passwd: string): readonly User[] {
  return passwd.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':')
    return /^\d+$/.test(uid) && Number(uid) > 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}
